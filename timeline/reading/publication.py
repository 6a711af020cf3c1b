"""When a document was published: the most trustworthy of its claims, checked against the others."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from typing import Any

from timeline.languages import load
from timeline.model import Publication
from timeline.reading.address import day_of, host, month_of
from timeline.reading.header import Header
from timeline.reading.labels import quoted
from timeline.reading.notations import Notation
from timeline.reading.raw import Claim, Trust

_WITH_YEAR = (Trust.FILE_NAME, Trust.UPDATED)
_NEAR = 7  # days within which two kinds of evidence speak of the same publication
_FILE_DAY = re.compile(
    r"(?:^|[^0-9A-Za-z])(?P<year>(?:19|20)\d\d)(?P<mark>[\-_.]?)(?P<month>\d\d)(?P<mark2>[\-_.]?)(?P<day>\d\d)(?:[^0-9A-Za-z]|$)"
)
_NOTHING = "nothing in the document says when it was published"


def file_claims(path: str) -> tuple[Claim, ...]:
    """The claim of a file's name, as in 'news/2022-01-28-demands.txt'."""
    name = path.rsplit("/", 1)[-1]
    match = _FILE_DAY.search(name.rsplit(".", 1)[0])
    if not match or match["mark"] != match["mark2"]:
        return ()
    days = _day(int(match["year"]), int(match["month"]), int(match["day"]))
    return (Claim(days, "the file name", Trust.FILE_NAME),) if days else ()


def address_claims(url: str | None) -> tuple[Claim, ...]:
    """The claim of a document's own address."""
    found = day_of(url) if url else None
    return (Claim((found[0],), f"the address ({found[1]})", Trust.ADDRESS),) if found else ()


def decide(claims: Iterable[Claim], header: Header, url: str | None, locale: str) -> Publication:
    """The publication that the claims speak for; without a date, and with the reason, where they leave it open.

    `locale` is the document's language, with its country where the page names one.
    """
    ranked = sorted(claims, key=lambda claim: claim.trust)
    ranked = sorted([*ranked, *_datelines(header, url, ranked)], key=lambda claim: claim.trust)
    settled = [claim for claim in ranked if len(claim.readings) == 1]
    open_ones: list[Claim] = []
    for claim in ranked:
        day = _settle(claim, settled, _order(header.notations, url, locale))
        if day is not None:
            return _checked(claim, day, settled)
        open_ones.append(claim)
    if open_ones:
        return Publication(None, _doubt(open_ones[0]))
    return Publication(None, _NOTHING)


def _checked(claim: Claim, day: datetime.date, settled: list[Claim]) -> Publication:
    """The claim, or that of the address where a mere line at the head of the page is far from it."""
    address = next((other for other in settled if other.trust is Trust.ADDRESS), None)
    if address and claim.trust in (Trust.LINE, Trust.RUN_IN) and _apart(address.readings[0], day) > _NEAR:
        return Publication(address.readings[0], f"{address.evidence}; {claim.evidence} is far from it")
    if address and claim.other == address.readings[0]:
        return Publication(claim.other, f"{address.evidence}; {claim.evidence} counts in another time zone")
    return Publication(day, claim.evidence)


def _apart(one: datetime.date, other: datetime.date) -> int:
    return abs((one - other).days)


def _settle(claim: Claim, settled: list[Claim], day_first: bool | None) -> datetime.date | None:
    """The day that a claim means: its only reading, the one that other evidence is near to, or the page's own order."""
    if len(claim.readings) == 1:
        return claim.readings[0]
    for other in settled:
        near = [day for day in claim.readings if _apart(day, other.readings[0]) <= _NEAR]
        if len(near) == 1:
            return near[0]
    return None if day_first is None else claim.readings[0 if day_first else 1]


def _doubt(claim: Claim) -> str:
    first, second = (f"{day.day} {day:%B} {day.year}" for day in claim.readings[:2])
    return f"{claim.evidence} can mean {first} or {second}"


def _order(notations: tuple[Notation, ...], url: str | None, locale: str) -> bool | None:
    """Whether the page writes the day before the month; None where it does not show.

    Told by, in this order, its time zones, its other dates, the country of its language or of its host, its language.
    """
    words = load("en", "publication")
    firsts: tuple[dict[str, Any], ...] = (words["day_first"], words["month_first"])
    zones = [any(notation.zone in side["zones"] for notation in notations) for side in firsts]
    country = [locale[3:].upper() in side["regions"] for side in firsts]
    ending = host(url).rsplit(".", 1)[-1] if url else ""
    hosts = [ending in side["hosts"] for side in firsts]
    for day, month in (zones, _orders(notations), country, hosts):
        if day != month:
            return day
    return None if locale[:2] == "en" else True


def _orders(notations: tuple[Notation, ...]) -> list[bool]:
    """Whether some date of the page must be read day first, and whether some must be read month first."""
    kinds = {notation.order for notation in notations}
    return ["day" in kinds, "month" in kinds]


def _datelines(header: Header, url: str | None, ranked: list[Claim]) -> Iterator[Claim]:
    """Claims of datelines; the year that one does not name is supplied by other evidence of the same document."""
    month = month_of(url) if url else None
    years = [(month[0], "the address")] if month else []
    years += [(claim.readings[0].year, claim.evidence) for claim in ranked if claim.trust in _WITH_YEAR]
    for dateline in header.datelines:
        year, evidence = (dateline.year, None) if dateline.year else years[0] if years else (None, None)
        if year and dateline.month and dateline.day:
            supplied = f", its year from {evidence}" if evidence else ""
            for day in _day(year, dateline.month, dateline.day):
                yield Claim((day,), f"the dateline {quoted(dateline.words)}{supplied}", Trust.DATELINE)


def _day(year: int, month: int, day: int) -> tuple[datetime.date, ...]:
    try:
        return (datetime.date(year, month, day),)
    except ValueError:
        return ()
