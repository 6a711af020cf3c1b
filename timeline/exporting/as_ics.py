"""The timeline as iCalendar (RFC 5545): all-day entries for a calendar."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator

from timeline import calendar
from timeline.exporting import records
from timeline.model import Event, Grain, Timeline
from timeline.settings import Settings

_COARSEST = Grain.MONTH  # a year or a season would lie over every day of a calendar and hide it
_YEARS = range(1, 10000)  # a DATE of RFC 5545 has four digits and no era
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u2028\u2029\ud800-\udfff]")
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


def as_ics(timeline: Timeline, settings: Settings) -> str:
    """One all-day entry an event; weeks and months as spans. Left out: coarser events, years before 1.

    The time of day is in the description: a source tells its local one, and no zone. DTSTAMP is the day on which the
    event was last reported, so that the same timeline gives the same bytes.
    """
    published = {document.id: document.dct for document in timeline.documents}
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//timeline-builder//EN", "CALSCALE:GREGORIAN"]
    lines.append(f"X-WR-CALNAME:{_text(timeline.title)}")
    space = uuid.uuid5(uuid.NAMESPACE_URL, settings.base_url or timeline.title)
    for event in filter(fits, timeline.events):
        reported = [day for name in event.documents if (day := published.get(name))]
        stamp = max(reported).strftime("%Y%m%d") if reported else _date(_span(event)[0])
        lines += _entry(event, stamp, space, settings.base_url)
    return "".join(_folded(line) for line in [*lines, "END:VCALENDAR"])


def fits(event: Event) -> bool:
    """Whether a calendar can hold the event: a month or finer, and in the years 1 to 9999."""
    coarseness = calendar.grain(event.value)
    first, last = _span(event)
    in_years = calendar.civil(first)[0] in _YEARS and calendar.civil(last + 1)[0] in _YEARS
    return coarseness is not None and coarseness <= _COARSEST and in_years


def _span(event: Event) -> tuple[int, int]:
    """First and last day, that of a range the end of its last part."""
    first, last = records.days(event.value)
    return first, max(last, records.days(event.until).last) if event.until else last


def _entry(event: Event, stamp: str, space: uuid.UUID, base_url: str) -> Iterator[str]:
    first, last = _span(event)
    yield "BEGIN:VEVENT"
    yield f"UID:{uuid.uuid5(space, event.id)}"
    yield f"DTSTAMP:{stamp}T000000Z"
    yield f"DTSTART;VALUE=DATE:{_date(first)}"
    yield f"DTEND;VALUE=DATE:{_date(last + 1)}"
    yield f"SUMMARY:{_text(records.one_line(event.headline))}"
    yield f"DESCRIPTION:{_text(_description(event))}"
    if event.planned or event.approximate:
        yield "STATUS:TENTATIVE"
    if base_url:
        yield f"URL:{base_url}{records.address(event)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _description(event: Event) -> str:
    quotes = (f"“{records.one_line(item.quote)}” ({item.mention.document})" for item in event.evidence)
    time = event.value.partition("T")[2] if ":" in event.value else ""
    return "\n".join(part for part in (time, event.summary, *quotes) if part)


def _date(day: int) -> str:
    year, month, number = calendar.civil(day)
    return f"{year:04d}{month:02d}{number:02d}"


def _text(text: str) -> str:
    """A value of type TEXT: escaped, and without the control characters that it may not hold."""
    return _FORBIDDEN.sub("", text.replace("\r\n", "\n")).translate(_ESCAPES)


def _folded(line: str) -> str:
    """A content line in pieces of at most 75 octets, none cut inside a character."""
    if len(line) <= 75 and line.isascii():
        return line + "\r\n"
    pieces, piece, size = [], "", 0
    for character in line:
        width = len(character.encode())
        if size + width > 75:
            pieces.append(piece)
            piece, size = " ", 1
        piece, size = piece + character, size + width
    return "\r\n".join([*pieces, piece]) + "\r\n"
