"""What a rule makes: the words that its groups caught → a meaning. No production knows a language or an anchor.

A production gives None where the words, for all their shape, mean no time: '31 June', 'nineteen three'.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from timeline import calendar
from timeline.dates.clocks import clock, military
from timeline.dates.groups import Groups
from timeline.dates.lengths import length, repeat
from timeline.dates.meanings import Base, Fixed, Holiday, Meaning, Moment, Point, Span, Step

Production = Callable[[Groups], Meaning | None]

_PIVOT = 50  # a year of two digits from here on belongs to the 20th century, a lower one to the 21st


def date(groups: Groups) -> Meaning | None:
    """A calendar point with as many parts as were named."""
    month = groups.value("month") or groups.whole("month", "dotted")
    day = groups.whole("day") if "day" in groups else 0
    year = _year(groups)
    if "day" in groups and not _exists(year, month, day) and "weekday" not in groups:
        return None
    direction = _direction(groups)
    point = Point(year, month, day, groups.value("weekday") or 0, groups.value("season") or "", toward=_toward(groups))
    if direction:
        point = point._replace(years=direction[0], base=direction[1])
    if "hour" in groups:
        point = point._replace(clock=clock(groups) or "")
    return point


def numeric(groups: Groups) -> Meaning | None:
    """A date in numbers, '28/01/2022' or '1/28/22': day first where dots part it or the first number can be no month."""
    one, two = groups.whole("one"), groups.whole("two", "dotted")
    day, month = (one, two) if "dotted" in groups or one > 12 else (two, one)
    year = groups.whole("year")
    if len(groups.text("year")) == 2:
        year += 1900 if year >= _PIVOT else 2000
    return Point(year, month, day) if _exists(year, month, day) else None


def spoken(groups: Groups) -> Meaning | None:
    """A year in words, 'nineteen ninety-seven'; None for a mere number."""
    year = _year(groups)
    return Point(year) if year is not None and 1100 <= year <= 2099 else None


def decade(groups: Groups) -> Meaning | None:
    """Ten years named by their first, 'the 1990s', "the '90s", 'the nineties'."""
    if "decade" in groups:
        return Span(f"{groups.whole('decade') // 10:03d}", "T", "era" in groups)
    digit = groups.value("nines") if "nines" in groups else groups.whole("short") // 10
    return Span(str(digit), "T")


def century(groups: Groups) -> Meaning | None:
    """A hundred years named by their number, 'the 19th century'."""
    ordinal = groups.whole("ordinal")
    return Span(f"{ordinal - 1:02d}", "C", "era" in groups) if 1 <= ordinal <= 30 else None


def quarter(groups: Groups) -> Meaning | None:
    """A quarter of a year, its year perhaps open: 'the third quarter', 'Q3 2010', 'the year-earlier second quarter'."""
    ordinal = groups.whole("quarter")
    if not 1 <= ordinal <= 4:
        return None
    point = Point(_year(groups) or groups.whole("leading") or groups.whole("trailing") or None, quarter=ordinal)
    direction = _direction(groups)
    if direction:
        return point._replace(years=direction[0], base=direction[1])
    if "which" in groups:
        return point._replace(years=groups.value("which", "direction"))
    return point._replace(years=-1, base="quarter") if "step" in groups else point


def half(groups: Groups) -> Meaning | None:
    """A half of a year, 'the second half of 2008'; of a decade, that decade."""
    if "decade" in groups:
        return Span(f"{groups.whole('decade') // 10:03d}", "T")
    which = 2 if groups.text("edge") in ("", "second") else groups.value("edge")
    direction = _direction(groups)
    point = Point(_year(groups), half=which)
    return point._replace(years=direction[0], base=direction[1]) if direction else point


def comparable(groups: Groups) -> Meaning | None:
    """The period of an earlier year with which the one spoken of is compared: 'the year-ago quarter', 'the 1988 period'."""
    if "year" in groups:
        return Point(groups.whole("year"), quarter=-1)
    return Step("Y", -1, "quarter")


def reported(groups: Groups) -> Meaning | None:
    """The quarter that a report is about: 'the quarter', 'the latest period'."""
    del groups
    return Step("Q", 0, "quarter")


def weekday(groups: Groups) -> Meaning | None:
    """A day of the week, perhaps with a part of the day: 'last Friday', 'Monday night'."""
    clock_of = groups.value("part") or ""
    if "narrated" in groups:
        amount = _narrated(groups, "narrated")
        return Point(weekday=groups.value("weekday"), toward=amount, base="mention", clock=clock_of)
    return Point(weekday=groups.value("weekday"), toward=_toward(groups), clock=clock_of)


def holiday(groups: Groups) -> Meaning | None:
    """A feast by its name."""
    direction = _direction(groups)
    name = groups.text("holiday")
    feast = Holiday(name, _year(groups), _toward(groups), "week" in groups)
    return feast._replace(years=direction[0]) if direction else feast


def deictic(groups: Groups) -> Meaning | None:
    """A day seen from that of writing: 'yesterday', 'this morning', 'tonight', 'last night'."""
    if "tonight" in groups:
        return Step("D", 0, "dct", "TNI")
    if "before" in groups or "after" in groups:
        return Step("D", -2 if "before" in groups else 2, "dct")
    if "which" in groups:
        return Step("D", -1 if groups.text("which") in ("last", "yesterday") else 0, "dct", groups.value("part"))
    return Step("D", groups.value("deictic"), "dct", groups.value("part") or "")


def narrated_part(groups: Groups) -> Meaning | None:
    """A part of the day named before or of one beside it: 'that evening', 'the next morning'."""
    return Step("D", _narrated(groups, "which"), "mention", groups.value("part"))


def ago(groups: Groups) -> Meaning | None:
    """So many units before or after the time of writing: 'three weeks ago', 'two days from now'."""
    sign = -1 if "ago" in groups else 1
    amount = _amount(groups)
    if amount is None:
        return Fixed("DATE", "PAST_REF" if sign < 0 else "FUTURE_REF")
    if groups.value("unit") == "Y" and amount == 1 and sign < 0:
        return Step("Y", -1, "subject", counted=True)
    return _counted(groups.value("unit"), sign * amount, "dct")


def later(groups: Groups) -> Meaning | None:
    """So many units after or before the date named before: 'five days later', 'a year earlier'."""
    sign = 1 if "later" in groups else -1
    amount = _amount(groups)
    if amount is None:
        return Fixed("DATE", "PAST_REF" if sign < 0 else "FUTURE_REF")
    if groups.value("unit") == "Y" and amount == 1 and sign < 0:
        return Step("Y", -1, "subject", counted=True)
    return _counted(groups.value("unit"), sign * amount, "mention")


def vague(groups: Groups) -> Meaning | None:
    """An uncounted time before or after: 'months ago', 'weeks later'."""
    return Fixed("DATE", "FUTURE_REF" if "later" in groups else "PAST_REF")


def adjective(groups: Groups) -> Meaning | None:
    """A time before as an adjective: 'the year-earlier profit'."""
    unit = {"year": "Y", "month": "M", "week": "W"}[groups.text("count")]
    return Step(unit, -1, "subject" if unit == "Y" else "dct", counted=True)


def named_unit(groups: Groups) -> Meaning | None:
    """The unit of the calendar that a day of writing lies in, or one beside it: 'last month', 'this week'."""
    if "latest" in groups:
        return Step("Y", -1, "dct")
    word = "past" if "past" in groups else "toward"
    amount = groups.value(word, "direction")
    if "toward" in groups and len(groups.caught["toward"]) > 1:
        amount = groups.language.values["direction"][groups.caught["toward"][-1]]
    unit = groups.value("unit")
    if "past" in groups and unit in ("T", "C"):
        return Fixed("DURATION", length_value(unit))
    return Step(unit, amount, "dct") if unit not in ("S", "m", "H") else None


def narrated_unit(groups: Groups) -> Meaning | None:
    """The unit of the calendar named before, or one beside it: 'that year', 'the following month', 'the day after'."""
    if "side" in groups:
        amount = -1 if groups.text("side") in ("before", "earlier") else 1
    else:
        amount = _narrated(groups, "narrated")
    unit = groups.value("unit") or "D"
    return Step(unit, amount, "mention") if unit not in ("S", "m", "H") else None


def bare_unit(groups: Groups) -> Meaning | None:
    """The unit of the calendar that is spoken of: 'the year', 'the week', 'the weekend'."""
    return Step(groups.value("unit"), 0, "subject")


def year_end(groups: Groups) -> Meaning | None:
    """The last of a year: 'year-end', "last year's end"."""
    return Step("Y", groups.value("toward", "direction") or 0, "dct")


def part(groups: Groups) -> Meaning | None:
    """A part of a day that is told elsewhere: 'the morning'."""
    return Moment(groups.value("part"))


def clock_time(groups: Groups) -> Meaning | None:
    """A time on the clock, its day told elsewhere: '10:35 a.m.', 'noon'."""
    told = groups.value("named", "hourname") if "named" in groups else clock(groups)
    if "military" in groups:
        told = military(groups)
    return Moment(told) if told else None


def reference(groups: Groups) -> Meaning | None:
    """A time without a place in the calendar: 'now', 'recently', 'the future'."""
    if "reference" in groups:
        return Fixed("DATE", groups.value("reference"))
    return Fixed("DATE", "FUTURE_REF" if "future" in groups else "PAST_REF")


def present(groups: Groups) -> Meaning | None:
    """The time of writing, as long as it may be: 'these days', 'right now'."""
    del groups
    return Fixed("DATE", "PRESENT_REF")


def length_value(unit: str) -> str:
    """One decade or century as a duration."""
    return "P10Y" if unit == "T" else "P100Y"


def _exists(year: int | None, month: int, day: int) -> bool:
    """Whether the calendar has that day; 29 February where the year is open."""
    return 1 <= month <= 12 and 1 <= day <= calendar.month_length(2000 if year is None else year, month)


def _year(groups: Groups) -> int | None:
    if "ancient" in groups:
        return 1 - groups.whole("ancient")
    if "short" in groups and "month" in groups:
        return groups.whole("short") + (1900 if groups.whole("short") >= _PIVOT else 2000)
    words = groups.caught.get("year")
    if not words:
        return None
    return _spoken_year(words, groups) if not words[0].isdigit() else int(words[0])


def _spoken_year(words: tuple[str, ...], groups: Groups) -> int | None:
    """1997 for 'nineteen ninety-seven': the first word counts hundreds where the others make 10 to 99."""
    cardinal = groups.language.values["number"]
    counts = [cardinal[word] for word in words if word in cardinal]
    if len(counts) > 1 and counts[1] == 1000:
        return counts[0] * 1000 + sum(counts[2:])
    rest = [count for count in counts[1:] if count != 100]
    if 100 not in counts and not 10 <= sum(rest) <= 99:
        return None
    return counts[0] * 100 + sum(rest)


def _direction(groups: Groups) -> tuple[int, Base] | None:
    """Years and their base in 'of last year', 'of the same year', 'of the following year'."""
    if "direction" not in groups:
        return None
    direct = groups.value("direction", "direction")
    if direct is not None:
        return int(direct), "dct"
    return _narrated(groups, "direction"), "mention"


def _narrated(groups: Groups, name: str) -> int:
    """How far from what was named before: 0 for 'that' and 'the same', 1 for 'the following', -1 for 'the previous'."""
    known = groups.language.values["narrated"]
    return next((known[word] for word in groups.caught[name] if known.get(word)), 0)


def _toward(groups: Groups) -> int | None:
    if "toward" not in groups:
        return None
    words, known = groups.caught["toward"], groups.language.values["direction"]
    return next((int(known[word]) for word in reversed(words) if word in known), None)


def _amount(groups: Groups) -> int | None:
    """How many units; None where nobody says, as in 'several'."""
    words = groups.caught["count"]
    if any(word in groups.language.classes["several"] for word in words):
        return None
    if "couple" in words:
        return 2
    return groups.whole("count") or (1 if "half" not in words else None)


def _counted(unit: str, amount: int, base: Base) -> Meaning:
    if unit in ("S", "m", "H"):
        return Fixed("DURATION", f"PT{abs(amount)}{unit.upper()}")
    return Step(unit, amount, base, counted=True)


PRODUCTIONS: Mapping[str, Production] = MappingProxyType(
    {
        "adjective": adjective,
        "ago": ago,
        "bare unit": bare_unit,
        "century": century,
        "clock": clock_time,
        "comparable": comparable,
        "date": date,
        "decade": decade,
        "deictic": deictic,
        "every": repeat,
        "half": half,
        "holiday": holiday,
        "later": later,
        "length": length,
        "named unit": named_unit,
        "narrated part": narrated_part,
        "narrated unit": narrated_unit,
        "numeric": numeric,
        "part": part,
        "present": present,
        "quarter": quarter,
        "reference": reference,
        "reported": reported,
        "spoken": spoken,
        "vague": vague,
        "weekday": weekday,
        "year end": year_end,
    }
)
"""What rules.toml may name under `makes`"""
