"""What a rule makes: the words that its groups caught → a meaning. No production knows a language or an anchor."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from timeline.dates import pointing, stepping
from timeline.dates.clocks import clock, military
from timeline.dates.groups import Groups
from timeline.dates.lengths import length, repeat
from timeline.dates.meanings import Fixed, Meaning, Moment, Point, Step

Production = Callable[[Groups], Meaning | None]


def part(groups: Groups) -> Meaning | None:
    """A part of a day that is told elsewhere: 'the morning'."""
    return Moment(groups.value("part") or groups.value("hours", "smallhours"))


def clock_time(groups: Groups) -> Meaning | None:
    """A time on the clock, its day told elsewhere: '10:35 a.m.', 'noon'."""
    told = groups.value("named", "hourname") if "named" in groups else clock(groups)
    if "military" in groups:
        told = military(groups)
    return Moment(told) if told else None


def one_before_last(groups: Groups) -> Meaning | None:
    """'The Monday before last', 'the month after next': one farther than the last or next."""
    toward = -2 if "before" in groups else 2
    if "unit" in groups:
        return Step(groups.value("unit"), toward, "dct")
    return Point(
        month=groups.value("month") or 0,
        weekday=groups.value("weekday") or 0,
        season=groups.value("season") or "",
        toward=toward,
    )


def reference(groups: Groups) -> Meaning | None:
    """A time without a place in the calendar: 'now', 'recently', 'the future'."""
    if "reference" in groups:
        return Fixed("DATE", groups.value("reference"))
    return Fixed("DATE", "FUTURE_REF" if "future" in groups else "PAST_REF")


def present(groups: Groups) -> Meaning | None:
    """The time of writing, as long as it may be: 'these days', 'right now'."""
    del groups
    return Fixed("DATE", "PRESENT_REF")


PRODUCTIONS: Mapping[str, Production] = MappingProxyType(
    {
        "adjective": stepping.adjective,
        "ago": stepping.ago,
        "bare unit": stepping.bare_unit,
        "century": pointing.century,
        "clock": clock_time,
        "comparable": pointing.comparable,
        "compact": pointing.compact,
        "date": pointing.date,
        "decade": pointing.decade,
        "deictic": stepping.deictic,
        "every": repeat,
        "half": pointing.half,
        "holiday": pointing.holiday,
        "later": stepping.later,
        "length": length,
        "named unit": stepping.named_unit,
        "narrated part": stepping.narrated_part,
        "narrated unit": stepping.narrated_unit,
        "nth weekday": pointing.nth_weekday,
        "numeric": pointing.numeric,
        "one before last": one_before_last,
        "part": part,
        "present": present,
        "quarter": pointing.quarter,
        "reference": reference,
        "reported": stepping.reported,
        "spoken": pointing.spoken,
        "unit edge": stepping.unit_edge,
        "vague": stepping.vague,
        "weekday": pointing.weekday,
        "year before": stepping.year_before,
        "year end": stepping.year_end,
    }
)
"""What rules.toml may name under `makes`"""
