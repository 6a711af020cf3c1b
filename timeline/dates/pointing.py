"""Productions of places in the calendar: the words that a rule's groups caught → a point, a decade, a feast.

A production gives None where the words, for all their shape, mean no time: '31 June', 'nineteen three'.
"""

from __future__ import annotations

from timeline import calendar
from timeline.dates.clocks import clock
from timeline.dates.directions import direction, narrated, toward
from timeline.dates.groups import Groups
from timeline.dates.meanings import Decades, Holiday, Meaning, Point, Step

_LAST_HUNDRED = 1800  # "the 1800s" are a century, "the 1900s" mostly its first decade
_PIVOT = 50  # a year of two digits from here on belongs to the 20th century, a lower one to the 21st


def date(groups: Groups) -> Meaning | None:
    """A calendar point with as many parts as were named."""
    month = groups.value("month") or groups.whole("month", "dotted")
    day = groups.whole("day") if "day" in groups else 0
    year = _year(groups)
    if "day" in groups and not (_exists(year, month, day) or (1 <= day <= 31 and not month)):
        return None
    told = direction(groups)
    point = Point(year, month, day, groups.value("weekday") or 0, groups.value("season") or "", toward=toward(groups))
    point = point._replace(week="week" in groups)
    if told:
        point = point._replace(years=told[0], base=told[1])
    if "narrated" in groups:
        point = point._replace(toward=narrated(groups, "narrated"), base="mention")
    if "hour" in groups:
        point = point._replace(clock=clock(groups) or "")
    elif "part" in groups:
        point = point._replace(clock=groups.value("part"))
    return point


def numeric(groups: Groups) -> Meaning | None:
    """A date in numbers, '28/01/2022' or '1/28/22': day first where dots part it or the first can be no month."""
    one, two = groups.whole("one"), groups.whole("two", "dotted")
    day, month = (one, two) if "dotted" in groups or one > 12 else (two, one)
    year = groups.whole("year")
    if len(groups.text("year")) == 2:
        year += 1900 if year >= _PIVOT else 2000
    return Point(year, month, day) if _exists(year, month, day) else None


def compact(groups: Groups) -> Meaning | None:
    """A date in one number, '20220128', of the last hundred years or the next few."""
    digits = groups.text("compact")
    year, month, day = int(digits[:4]), int(digits[4:6]), int(digits[6:])
    return Point(year, month, day) if 1900 <= year < 2100 and _exists(year, month, day) else None


def spoken(groups: Groups) -> Meaning | None:
    """A year in words, 'nineteen ninety-seven'; None for a mere number."""
    year = _year(groups)
    return Point(year) if year is not None and 1100 <= year <= 2099 else None


def decade(groups: Groups) -> Meaning | None:
    """Ten years named by their first, 'the 1990s', "the '90s", 'the nineties'; a hundred, 'the 1700s'."""
    if "decade" in groups:
        first = groups.whole("decade")
        if first % 100 == 0 and first <= _LAST_HUNDRED:
            return Decades(f"{first // 100:02d}", "C", "era" in groups)
        return Decades(f"{first // 10:03d}", "T", "era" in groups)
    if "hundreds" in groups:
        return Decades(f"{groups.whole('hundreds')}{groups.value('nines')}", "T")
    digit = groups.value("nines") if "nines" in groups else groups.whole("short") // 10
    return Decades(str(digit), "T")


def century(groups: Groups) -> Meaning | None:
    """A hundred years named by their number, 'the 19th century', 'siglo XIX'."""
    ordinal = groups.value("ordinal", "roman") or groups.whole("ordinal")
    return Decades(f"{ordinal - 1:02d}", "C", "era" in groups) if 1 <= ordinal <= 30 else None


def quarter(groups: Groups) -> Meaning | None:
    """A quarter of a year, its year perhaps open: 'the third quarter', 'Q3 2010', 'the year-earlier second quarter'."""
    ordinal = groups.value("quarter", "roman") or groups.whole("quarter")
    if "edge" in groups:
        ordinal = 1 if groups.value("edge") == 1 else 4
    if not 1 <= ordinal <= 4:
        return None
    point = Point(_year(groups) or groups.whole("leading") or groups.whole("trailing") or None, quarter=ordinal)
    told = direction(groups)
    if told:
        return point._replace(years=told[0], base=told[1])
    if "which" in groups:
        return point._replace(years=groups.value("which", "direction"))
    return point._replace(years=-1, base="quarter") if "step" in groups else point


def half(groups: Groups) -> Meaning | None:
    """A half of a year, 'the second half of 2008'; of a decade, that decade."""
    if "decade" in groups:
        return Decades(f"{groups.whole('decade') // 10:03d}", "T")
    which = groups.value("edge") or groups.value("edge", "ordinal") or groups.whole("half")
    if which not in (1, 2):
        return None
    told = direction(groups)
    point = Point(_year(groups), half=which)
    return point._replace(years=told[0], base=told[1]) if told else point


def comparable(groups: Groups) -> Meaning | None:
    """The period of another year with which one is compared: 'the year-ago quarter', 'the 1988 period'."""
    if "year" in groups:
        return Point(groups.whole("year"), quarter=-1)
    return Step("Y", -1, "quarter")


def weekday(groups: Groups) -> Meaning | None:
    """A day of the week, perhaps with a part of the day: 'last Friday', 'Monday night'."""
    clock_of = groups.value("part") or ""
    day = groups.value("weekday") or groups.value("weekday", "weekdays")
    if "narrated" in groups:
        return Point(weekday=day, toward=narrated(groups, "narrated"), base="mention", clock=clock_of)
    return Point(weekday=day, toward=toward(groups), clock=clock_of)


def holiday(groups: Groups) -> Meaning | None:
    """A feast by its name."""
    told = direction(groups)
    name = " ".join("'" if word in groups.language.classes["apos"] else word for word in groups.caught["holiday"])
    feast = Holiday(name, _year(groups), toward(groups), "week" in groups)
    return feast._replace(years=told[0]) if told else feast


def nth_weekday(groups: Groups) -> Meaning | None:
    """One of the weekdays of a month by its number: 'the second Sunday in May', 'the last Monday of August 2021'."""
    nth = groups.whole("nth") if "nth" in groups else -1
    if nth not in (-1, 1, 2, 3, 4):
        return None
    told = direction(groups)
    placed = (groups.value("month"), groups.value("weekday"), nth)
    return Holiday("", _year(groups), years=told[0] if told else None, placed=placed)


def _exists(year: int | None, month: int, day: int) -> bool:
    """Whether the calendar has that day; 29 February where the year is open."""
    return 1 <= month <= 12 and 1 <= day <= calendar.month_length(2000 if year is None else year, month)


def _year(groups: Groups) -> int | None:
    if "ancient" in groups:
        return 1 - groups.whole("ancient")
    if "short" in groups:
        return groups.whole("short") + (1900 if groups.whole("short") >= _PIVOT else 2000)
    words = groups.caught.get("year")
    if not words:
        return None
    return _spoken_year(words, groups) if not words[0].isdigit() else int(words[0])


def _spoken_year(words: tuple[str, ...], groups: Groups) -> int | None:
    """1997 for 'nineteen ninety-seven': the first word counts hundreds where the others make 10 to 99."""
    cardinal = groups.language.values["number"]
    counts: list[int] = [cardinal[word] for word in words if word in cardinal]
    if len(counts) > 1 and counts[1] == 1000:
        return counts[0] * 1000 + sum(counts[2:])
    rest = [count for count in counts[1:] if count != 100]
    if 100 not in counts and not 10 <= sum(rest) <= 99:
        return None
    return counts[0] * 100 + sum(rest)
