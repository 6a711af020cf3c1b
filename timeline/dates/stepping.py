"""Productions of what is counted from an anchor: the words that a rule's groups caught → units before or after it."""

from __future__ import annotations

from timeline.dates.directions import narrated, toward
from timeline.dates.groups import Groups
from timeline.dates.lengths import counted, written
from timeline.dates.meanings import Base, Fixed, Meaning, Point, Step
from timeline.dates.pointing import date

_SMALLER = {"Y": (12, "M"), "T": (10, "Y"), "C": (100, "Y"), "L": (1000, "Y")}
"""What to count where units are halved: 18 months for a year and a half"""


def deictic(groups: Groups) -> Meaning | None:
    """A day seen from that of writing: 'yesterday', 'this morning', 'tonight', 'last night'."""
    if "tonight" in groups:
        return Step("D", 0, "dct", "TNI")
    if "before" in groups or "after" in groups:
        return Step("D", -2 if "before" in groups else 2, "dct")
    if "which" in groups:
        amount = groups.value("which", "direction") or groups.value("which", "deictic") or 0
        return Step("D", amount, "dct", groups.value("part"))
    return Step("D", groups.value("deictic"), "dct", groups.value("part") or "")


def narrated_part(groups: Groups) -> Meaning | None:
    """A part of the day named before or of one beside it: 'that evening', 'the next morning', 'the evening before'."""
    amount = -1 if "before" in groups else 1 if "after" in groups else narrated(groups, "which")
    return Step("D", amount, "mention", groups.value("part"))


def ago(groups: Groups) -> Meaning | None:
    """So many units before or after the time of writing: 'three weeks ago', 'two days from now'."""
    return _steps(groups, -1 if "ago" in groups else 1, "dct")


def later(groups: Groups) -> Meaning | None:
    """So many units after or before the date named before: 'five days later', 'a year earlier'."""
    return _steps(groups, 1 if "later" in groups else -1, "mention")


def year_before(groups: Groups) -> Meaning | None:
    """The month or week a year before the one named: 'the same month a year earlier'."""
    unit = groups.value("unit")
    return Step(unit, -12 if unit == "M" else -52, "mention")


def _steps(groups: Groups, sign: int, base: Base) -> Meaning | None:
    """A counted step from its base; 'a year ago' and 'a year earlier' go by what they are said of."""
    amount, unit = counted(groups), groups.value("unit")
    if amount is None or not amount:
        return Fixed("DATE", "PAST_REF" if sign < 0 else "FUTURE_REF")
    if unit in ("S", "m", "H"):
        return Fixed("DURATION", written(amount, unit))
    if unit == "Y" and amount == 1 and sign < 0:
        return Step("Y", -1, "subject", counted=True)
    if amount.denominator != 1 and unit in _SMALLER:
        times, unit = _SMALLER[unit]
        amount *= times
    return Step(unit, sign * (int(amount) or 1), base, counted=True)


def vague(groups: Groups) -> Meaning | None:
    """An uncounted time before or after: 'months ago', 'weeks later'."""
    return Fixed("DATE", "FUTURE_REF" if "later" in groups else "PAST_REF")


def adjective(groups: Groups) -> Meaning | None:
    """A time before as an adjective: 'the year-earlier profit'."""
    unit = groups.value("unit")
    return Step(unit, -1, "subject" if unit == "Y" else "dct", counted=True)


def named_unit(groups: Groups) -> Meaning | None:
    """The unit of the calendar that a day of writing lies in, or one beside it: 'last month', 'this week'."""
    unit = groups.value("unit")
    if "latest" in groups:
        return Step("Y", -1, "dct")
    amount = groups.value("past", "direction") if "past" in groups else toward(groups)
    if unit == "E" and any(word in groups.language.classes["coming"] for word in groups.caught.get("toward", ())):
        amount = 0  # the coming weekend is mostly that of the same week
    either = any(word in groups.language.classes["either way"] for word in groups.caught.get("toward", ()))
    return Step(unit, amount or 0, "either" if either else "dct") if unit not in ("S", "m", "H") else None


def narrated_unit(groups: Groups) -> Meaning | None:
    """The unit of the calendar named before, or one beside it: 'that year', 'the following month', 'the day after'."""
    amount = -1 if "before" in groups else 1 if "after" in groups else narrated(groups, "narrated")
    amount *= 2 if "twice" in groups else 1
    unit = groups.value("unit") or "D"
    return Step(unit, amount, "mention") if unit not in ("S", "m", "H") else None


def bare_unit(groups: Groups) -> Meaning | None:
    """The unit of the calendar that is spoken of: 'the year', 'the week', 'the weekend'."""
    return Step(groups.value("unit"), 0, "subject")


def reported(groups: Groups) -> Meaning | None:
    """The quarter that a report is about: 'the quarter', 'the latest period'."""
    del groups
    return Step("Q", 0, "quarter")


def unit_edge(groups: Groups) -> Meaning | None:
    """The beginning or end of the unit that is spoken of, in one word, or of a year that is named."""
    pointed = date(groups)
    if isinstance(pointed, Point) and (pointed.year is not None or pointed.years is not None):
        return pointed
    return Step(groups.value("unit"), 0, "subject")


def year_end(groups: Groups) -> Meaning | None:
    """The last or the middle of a year: 'year-end', "last year's end", 'mid-year 2010'."""
    if "year" in groups:
        return date(groups)
    return Step("Y", groups.value("toward", "direction") or 0, "dct")
