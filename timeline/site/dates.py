"""Days and TIMEX3 values in a reader's words; Babel carries CLDR's names and orders for it, offline.

Babel's dates are those of the standard library, years 1 to 9999. The calendar repeats every 400 years, weekdays and
all, so a year that is further off is written as its like between 2000 and 2399 and its number put in afterwards.
"""

from __future__ import annotations

import datetime
from functools import lru_cache

from babel import Locale
from babel.dates import format_date, format_interval, format_skeleton

from timeline import calendar
from timeline.calendar import Day
from timeline.model import Event, Grain, Timex
from timeline.site.words import Words

LONG, SHORT, MEDIUM, BRIEF = "full", "yMMMEd", "yMMMd", "MMMd"
"""'Wednesday, 26 January 2022', 'Wed, 26 Jan 2022', '26 Jan 2022', '26 Jan'"""
MONTH, MONTH_YEAR, MONTH_NAME, WEEKDAY, YEAR = "yMMMM", "yMMM", "LLL", "ccc", "y"
"""'January 2022', 'Jan 2022', 'Jan', 'Wed', '2022'"""
_SKELETONS = ("yMMMEd", "yMMMd", "MMMd", "yMMMM", "yMMM", "y")  # the other styles are formats or patterns

_ERA_KNOWN = 1000  # a year below this is read as one of our era only where that is said
_WEEKDAYS_KNOWN = calendar.day_of(1582, 10, 15)  # before the calendar's reform its weekdays are not those of the time
_WITHOUT_WEEKDAY = {LONG: "long", SHORT: MEDIUM, WEEKDAY: ""}


def day(number: Day, words: Words, style: str = LONG) -> str:
    """A day, or the month or year that it lies in, in one of the styles above; weekdays since 15 October 1582."""
    if number < _WEEKDAYS_KNOWN:
        style = _WITHOUT_WEEKDAY.get(style, style)
    if not style:
        return ""
    return _written(number, words.locale_name, words.patterns.get(style, style))


def between(first: Day, last: Day, words: Words, style: str = MEDIUM) -> str:
    """A stretch of days, what the two ends have in common written once: '28 Jan – 3 Feb 2022'."""
    if first == last:
        return day(first, words, style)
    years = calendar.civil(first)[0], calendar.civil(last)[0]
    if all(_ERA_KNOWN <= year <= 9999 for year in years):
        return _interval(first, last, words.locale_name, style)
    return f"{day(first, words, style)} – {day(last, words, style)}"


def value(text: str, words: Words, style: str = LONG) -> str:
    """A calendar value as a reader would say it, no finer than it is: 'January 2022', 'Summer 1997', 'The 1990s'."""
    period, grain = calendar.period(text), calendar.grain(text)
    if period is None or grain is None:
        return text
    if grain <= Grain.DAY:
        return _with_time(text, day(period.first, words, style), words)
    if grain is Grain.WEEK:
        return words.say(f"value.{'weekend' if period.length == 2 else 'week'}", dates=between(*period, words))
    if grain is Grain.MONTH:
        return day(period.first, words, MONTH)
    if grain in (Grain.SEASON, Grain.QUARTER, Grain.HALF):
        part = text.rpartition("-")[2]
        year = int(text.rpartition("-")[0].removeprefix("BC"))
        return words.say(f"value.{part}", year=_year(1 - year if text.startswith("BC") else year, words))
    return years(text, words)


def label(timex: Timex, beside: int | None, words: Words) -> str:
    """What an expression stands for, in as few words as can be; the year only where it is not `beside`."""
    period, grain = calendar.period(timex.value), calendar.grain(timex.value)
    if period is None or grain is None:
        return ""
    same = calendar.civil(period.first)[0] == calendar.civil(period.last)[0] == beside
    if timex.until and (end := calendar.period(timex.until)):
        text = between(period.first, end.last, words, MEDIUM)
    elif grain <= Grain.DAY:
        text = _with_time(timex.value, day(period.first, words, BRIEF if same else MEDIUM), words)
    elif grain is Grain.WEEK:
        text = between(*period, words, BRIEF if same else MEDIUM)
    elif grain is Grain.MONTH:
        text = day(period.first, words, MONTH_NAME if same else MONTH_YEAR)
    else:
        text = value(timex.value, words)
    return words.say(f"mod.{timex.mod}", date=text) if timex.mod and words.has(f"mod.{timex.mod}") else text


def when(event: Event, words: Words, style: str = LONG) -> str:
    """The date of an event: a day, a stretch or a coarser value, 'about' said where it is so."""
    text = value(event.value, words, style)
    if event.until:
        text = _stretch(event.value, event.until, words, style)
    return words.say("value.about", date=text) if event.approximate else text


def _stretch(first: str, last: str, words: Words, style: str) -> str:
    start, end = calendar.period(first), calendar.period(last)
    fine = max(calendar.grain(first) or 0, calendar.grain(last) or 0) <= Grain.DAY
    if start and end and fine:
        return between(start.first, end.last, words)
    return f"{value(first, words, style)} – {value(last, words, style)}"


def _with_time(text: str, date: str, words: Words) -> str:
    time = text.partition("T")[2]
    if not time[:1].isdigit():
        part = f"part.{time}"
        return words.say(part, date=date) if words.has(part) else date
    return words.say("value.time", date=date, time=time[:5] if ":" in time else f"{time[:2]}:00")


def years(text: str, words: Words) -> str:
    """A year, decade or century in figures: '2022', '1990s', '1900 – 1999'; '' for another value."""
    period, grain = calendar.period(text), calendar.grain(text)
    if period is None or grain is None or grain < Grain.YEAR:
        return ""
    first, last = calendar.civil(period.first)[0], calendar.civil(period.last)[0]
    if grain is Grain.DECADE and first > 0:
        return words.say("value.decade", year=_year(first, words))
    return _year(first, words) if grain is Grain.YEAR else f"{_year(first, words)} – {_year(last, words)}"


def _year(year: int, words: Words) -> str:
    return day(calendar.day_of(year, 1, 1), words, YEAR)


@lru_cache(maxsize=65536)
def _interval(first: Day, last: Day, locale: str, style: str) -> str:
    ends = datetime.date.fromordinal(first), datetime.date.fromordinal(last)
    return str(format_interval(*ends, style, locale=locale, fuzzy=True))


@lru_cache(maxsize=65536)
def _written(number: Day, locale: str, style: str) -> str:
    year, month, date = calendar.civil(number)
    if _ERA_KNOWN <= year <= 9999:
        return _babel(year, month, date, locale, style)
    like = 2000 + year % 400
    shown = str(year if year > 0 else 1 - year)
    text = _babel(like, month, date, locale, style)
    return f"{text.replace(str(like), shown)} {_eras(locale)[year > 0]}" if str(like) in text else text


def _babel(year: int, month: int, date: int, locale: str, style: str) -> str:
    if style in _SKELETONS:
        return str(format_skeleton(style, datetime.datetime(year, month, date), fuzzy=True, locale=locale))
    return str(format_date(datetime.date(year, month, date), style, locale=locale))


def _eras(locale: str) -> tuple[str, str]:
    names = Locale.parse(locale).eras["abbreviated"]
    return names[0], names[1]
