"""Dates a clause by a length of time and another clause: 'rejected it on Monday, two weeks after it was sent'."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from timeline import calendar
from timeline.events.clauses import Clause
from timeline.events.words import Lexicon
from timeline.model import Anchor, Document, Grain, Timex

_LENGTH = re.compile(r"P(?P<count>\d{1,3})(?P<unit>[DWMY])")
_DAYS = {"D": 1, "W": 7}
_MONTHS = {"M": 1, "Y": 12}


def counted(
    document: Document, clauses: Sequence[Clause], timexes: Sequence[Timex], main: Clause, day: Timex, known: Lexicon
) -> Iterator[tuple[Clause, Timex]]:
    """The clauses behind 'two weeks after' or 'a day before', each with its date, counted from that of the main one."""
    if calendar.grain(day.value) != Grain.DAY:
        return
    for clause in clauses:
        marker = clause.marker.strip(" ,")
        direction = -1 if marker in known.earlier else 1 if marker in known.later else 0
        for length in timexes:
            between = document.text[length.span.end : clause.span.start]
            hangs = direction and length.type == "DURATION" and between.strip(" ,\n") == marker
            if hangs and clause is not main and (dated := _shifted(length, day, direction)):
                yield clause, dated


def _shifted(length: Timex, day: Timex, direction: int) -> Timex | None:
    """The length of time as the date that lies so long before or after a day; None for a length that is not whole."""
    match, days = _LENGTH.fullmatch(length.value), calendar.period(day.value)
    if not match or days is None:
        return None
    count, unit = direction * int(match["count"]), match["unit"]
    moved = (
        days.first + count * _DAYS[unit] if unit in _DAYS else calendar.add_months(days.first, count * _MONTHS[unit])
    )
    side = "before" if direction < 0 else "after"
    return length._replace(
        type="DATE",
        value=calendar.value_of(moved, Grain.DAY if unit in _DAYS else Grain.MONTH if unit == "M" else Grain.YEAR),
        anchor=Anchor(day.value, "mention"),
        rule="so long from the main clause",
        explanation=f"So long {side} what the sentence tells of {day.value}.",
    )
