"""Datelines, by which agencies begin an article: 'MEXICO CITY, April 24 (Reuters) -'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from timeline.model import Span
from timeline.reading.labels import label_words
from timeline.reading.notations import month_numbers, weekday_numbers

_CAPITALS = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’\-]{1,20}(?:[\s/]{1,2}[A-ZÀ-Þ][A-ZÀ-Þ.'’\-]{1,20}){0,4}"
_NAME = r"[A-ZÀ-Þ][\w.'’\-]{1,20}(?:\s[A-ZÀ-Þ][\w.'’\-]{1,20}){0,3}"
_MONTH_DAY = r"(?P<month>[A-Z][a-z]{2,8})\.?\s(?P<day>\d{1,2})(?:\s?,\s?(?P<year>(?:19|20)\d\d))?"
_DAY_MONTH = r"(?P<day2>\d{1,2})\.?\s(?P<month2>[^\W\d_]{3,9})\.?(?:\s?,?\s?(?P<year2>(?:19|20)\d\d))?"
_DATELINE = re.compile(
    rf"(?:(?P<place>{_CAPITALS})|(?P<name>{_NAME}))?"
    r"(?:\s?,\s?[A-Z][A-Za-z.]{1,15}(?:\s[A-Z][A-Za-z.]{1,15}){0,2})?"
    rf"(?:\s?,?\s?(?:[A-Z][a-z]{{2,8}}\.?,?\s)?{_MONTH_DAY}|\s?,?\s?{_DAY_MONTH})?"
    r"\s?,?\s?(?:(?:\(|-LRB-\s)(?P<agency>[^\W\d_][^()\n]{1,40}?)(?:\)|\s-RRB-))?"
    r"\s{0,2}(?P<dash>[-–—]{1,3}|:)\s{1,2}(?:['\"“‘«`]|-LRB-\s|\s){0,4}(?P<next>[^\W_]{1,30})"
)
_INITIALS = re.compile(r"(?:[A-Z]\.?){1,3}")


@dataclass(frozen=True, slots=True)
class Dateline:
    """The place, the day and the agency before an article's first sentence."""

    span: Span
    """Span(0, 33), in the text that was searched, the dash and the blanks after it included"""
    words: str
    """'MEXICO CITY, April 24 (Reuters)'"""
    year: int | None
    """2009; None where it names no year"""
    month: int | None
    """4; None where it names no day"""
    day: int | None
    """24"""
    agency: str | None
    """'Reuters'"""


def find_datelines(text: str, language: str) -> Iterator[Dateline]:
    """The datelines in a beginning of text; one that does not stand at its very beginning needs an agency's name."""
    months = month_numbers(language)
    for match in _DATELINE.finditer(text):
        first = not match.start() or (match["agency"] and text[match.start() - 1].isspace())
        month = months.get((match["month"] or match["month2"] or "").casefold())
        if first and _is_dateline(match, month is not None, language):
            yield _dateline(match, month)


def _dateline(match: re.Match[str], month: int | None) -> Dateline:
    end = match.end("dash") + len(match.string[match.end("dash") :]) - len(match.string[match.end("dash") :].lstrip())
    day, year = match["day"] or match["day2"], match["year"] or match["year2"]
    return Dateline(
        span=Span(match.start(), end),
        words=" ".join(match.string[match.start() : match.start("dash")].split()).strip(" ,;:"),
        year=int(year) if year and month else None,
        month=month,
        day=int(day) if month else None,
        agency=match["agency"],
    )


def _is_dateline(match: re.Match[str], dated: bool, language: str) -> bool:
    """Whether it names an agency, or a place and a day, or a place in capitals; and a sentence begins behind it."""
    place, name = match["place"], match["name"]
    if match["next"][0].islower() or (name and _opens_sentence(name, language)):
        return False
    if match["agency"]:
        return True
    if match["dash"] == ":" or not (place or name):
        return False
    shouted = match["next"].isupper() and len(match["next"]) >= 3
    return dated or bool(place and len(place) >= 4 and not shouted and not _INITIALS.fullmatch(place))


def _opens_sentence(name: str, language: str) -> bool:
    """Whether capitalised words are no place: 'On Monday', 'Tuesday'."""
    first = name.split(maxsplit=1)[0].casefold()
    return first in label_words(language)["prepositions"] or first in weekday_numbers(language)
