"""Complete dates in the notations that pages are headed with: '02 February, 2022, 12:00 pm', '2009/04/26 17:52'."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from babel import Locale, UnknownLocaleError
from babel.dates import get_day_names, get_month_names

from timeline.languages import load
from timeline.model import Span
from timeline.reading.labels import label_words

_YEAR = r"(?:19|20)\d\d"
_ZONES = (
    r"(?:GMT|UTC|BST|IST|WES?T|CES?T|EES?T|MSK|E[SD]?T|C[SD]?T|M[SD]?T|P[SD]?T|AK[SD]T|HST|A[EWC][SD]T|NZ[SD]T|SAST|[EW]AT"
    r"|PKT|SGT|HKT|JST|KST|WIB|UK|Z|[+\-]\d\d:?\d\d)"
)
_CLOCK = (
    r"(?P<clock>(?:\d{1,2}(?:[:.h]|\sh\s)\d\d(?:[:.]\d\d(?:[.,]\d{1,6})?)?(?:\s?[apAP]\.?\s?[mM]\b\.?)?|\d{1,2}\s?[apAP]\.?[mM]\b\.?))"
    r"(?:\s?h(?:rs)?\b)?(?:\s?\(?(?P<zone>" + _ZONES + r"\b)\)?(?:[+\-]\d{1,2})?)?"
)
_NAMED = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th|\.|º|er)?[\s\-]{{1,2}}(?:of\s|de\s)?(?P<month>[^\W\d_]{{3,14}})"
        rf"\.?\s{{0,2}}[,\-]?\s{{0,2}}(?:de\s|del\s)?(?P<year>{_YEAR})(?:\s(?:года|року|г\.|р\.))?",
        rf"(?P<month>[^\W\d_]{{3,14}})\.?[\s\-]{{1,2}}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s{{0,2}}[,\-]?\s{{0,2}}(?P<year>{_YEAR})",
        rf"(?P<year>{_YEAR}),?[\s\-](?P<month>[^\W\d_]{{3,14}})\.?[\s\-](?P<day>\d{{1,2}})",
    )
)
_YEAR_FIRST = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?P<year>{_YEAR})-(?P<month>\d{{1,2}})-(?P<day>\d{{1,2}})(?:T(?P<clock>\d\d:?\d\d)[\d:.,]{{0,16}}"
        r"(?P<zone>Z|[+\-]\d\d:?\d\d)?)?",
        rf"(?P<year>{_YEAR})(?P<mark>[/.])\s?(?P<month>\d{{1,2}})(?P<mark2>[/.])\s?(?P<day>\d{{1,2}})",
        rf"(?P<year>{_YEAR})(?P<month>\d\d)(?P<day>\d\d)",
        rf"(?P<year>{_YEAR})\s?[年년]\s?(?P<month>\d{{1,2}})\s?[月월]\s?(?P<day>\d{{1,2}})\s?[日일]",
    )
)
_YEAR_LAST = re.compile(
    rf"(?P<one>\d{{1,2}})(?P<mark>[/.\-])\s?(?P<two>\d{{1,2}})(?P<mark2>[/.\-])\s?(?P<year>{_YEAR}|\d\d)"
)
_GATE = re.compile(rf"{_YEAR}|\d[/.\-]\s?\d{{1,2}}[/.\-]\s?\d")  # no complete date without one of these
_JOINT = r"[\s,;|·•@\-–—()/]{0,5}"
_WORDS = load("_all", "pages")
_AT = "|".join(re.escape(word).replace("\\ ", r"\s") for word in _WORDS["at"])
_TIME_AFTER = re.compile(rf"{_JOINT}(?:(?:{_AT})\s)?{_CLOCK}")
_YEAR_WORD = re.compile(rf"\s?(?:{'|'.join(_WORDS['year words'])})\b\.?")
_TIME_BEFORE = re.compile(rf"(?:^|[\s|(]){_CLOCK}{_JOINT}(?:on\s)?$")
CLOCK_FIRST = re.compile(
    rf"(?:\d{{1,2}}[:.]\d\d\s{{1,2}})?{_ZONES}\s"
)  # a line that carries on a date: '18.50 BST More'
_WORD_BEFORE = re.compile(r"(?P<word>(?:[^\W\d_]['’ʼ])?[^\W\d_]{2,14})\.?\)?,?\s{0,2},?\s{0,2}(?:the\s)?$")
_REACH = 48  # characters on either side in which a weekday and a time of day belong to the date


@dataclass(frozen=True, slots=True)
class Notation:
    """A complete date as it stands in a text, together with the weekday and the time of day written at it."""

    span: Span
    """Span(12, 45), weekday and time included"""
    days: tuple[datetime.date, ...]
    """(date(2022, 2, 1),); (date(2022, 2, 1), date(2022, 1, 2)), day first, where '01/02/2022' leaves it open"""
    timed: bool
    """whether a time of day stands at it"""
    zone: str | None
    """'GMT', the time zone as written"""
    weekday: bool
    """whether a weekday that fits stands at it"""
    compact: bool = False
    """True for '20220201', which may as well be another number"""
    order: str | None = None
    """'day' or 'month' for a numeric date that can only be read with that one first"""


@cache
def month_numbers(language: str) -> Mapping[str, int]:
    """The names of months in a language and in English, casefolded, without a final stop → 1 to 12."""
    return _names(language, get_month_names, "months", 1)


@cache
def weekday_numbers(language: str) -> Mapping[str, int]:
    """The names of weekdays in a language and in English, casefolded, without a final stop → 0 for Monday to 6."""
    return _names(language, get_day_names, "weekdays", 0)


def _names(language: str, names: object, topic: str, first: int) -> Mapping[str, int]:
    found: dict[str, int] = {}
    for code in dict.fromkeys((language, "en")):
        try:
            locale = Locale.parse(code)
        except (UnknownLocaleError, ValueError):
            continue
        for width in ("abbreviated", "wide"):
            for context in ("format", "stand-alone"):
                for number, name in names(width, context, locale).items():  # type: ignore[operator]
                    found[name.casefold().strip(". ")] = number
    for number, more in enumerate(label_words(language)[topic], first):
        found.update(dict.fromkeys(more, number))
    return MappingProxyType(found)


def find(text: str, language: str = "en") -> tuple[Notation, ...]:
    """Every complete date of a text that names year, month and day, in order, never overlapping."""
    found: list[Notation] = []
    if not _GATE.search(text):
        return ()
    for span, days, match in sorted(_candidates(text, language), key=lambda item: (item[0].start, -item[0].end)):
        if days and _stands_free(text, span) and not (found and span.start < found[-1].span.end):
            found.append(_grown(text, span, days, match, language, found[-1].span.end if found else 0))
    return tuple(found)


def whole(notation: Notation, text: str) -> bool:
    """Whether nothing but white space and punctuation stands beside the date."""
    rest = text[: notation.span.start] + text[notation.span.end :]
    return not any(character.isalnum() for character in rest)


_Candidate = tuple[Span, tuple[datetime.date, ...], re.Match[str]]


def _candidates(text: str, language: str) -> Iterator[_Candidate]:
    months = month_numbers(language)
    for pattern in _NAMED:
        for match in pattern.finditer(text):
            month = months.get(match["month"].casefold())
            yield _span(match), _day(int(match["year"]), month or 0, int(match["day"])), match
    for pattern in _YEAR_FIRST:
        for match in pattern.finditer(text):
            yield _span(match), _day(int(match["year"]), int(match["month"]), int(match["day"])), match
    for match in _YEAR_LAST.finditer(text):
        yield _span(match), _either(match), match


def _span(match: re.Match[str]) -> Span:
    return Span(match.start(), match.end())


def _day(year: int, month: int, day: int) -> tuple[datetime.date, ...]:
    try:
        return (datetime.date(year, month, day),)
    except ValueError:
        return ()


def _either(match: re.Match[str]) -> tuple[datetime.date, ...]:
    """The readings of a notation that ends with the year: day first, then month first; with stops it is day first."""
    if match["mark"] != match["mark2"]:
        return ()
    year, one, two = int(match["year"]), int(match["one"]), int(match["two"])
    if len(match["year"]) == 2:
        year += 2000 if year < 70 else 1900
    day_first = _day(year, two, one)
    if match["mark"] == "." and day_first:
        return day_first
    return tuple(dict.fromkeys(day_first + _day(year, one, two)))


def _stands_free(text: str, span: Span) -> bool:
    """Whether the digits and words of a date are not part of longer ones."""
    before, after = text[span.start - 1 : span.start], text[span.end : span.end + 2]
    if before.isalnum() or before in ("_", "-", ".", "$", "£", "€", "#"):
        return False
    if before == "/" and text[span.start].isdigit():
        return False
    return not (after[:1].isalnum() and text[span.end - 1].isalnum()) and not (
        after[:1] in ("/", "-", "_") and after[1:].isalnum()
    )


def _grown(
    text: str, span: Span, days: tuple[datetime.date, ...], match: re.Match[str], language: str, floor: int
) -> Notation:
    """The notation with the weekday and the time of day that stand at it."""
    groups = match.groupdict()
    clock, zone = groups.get("clock"), groups.get("zone")
    start, end = span.start, span.end
    named: int | None = None
    for _ in range(2):
        before = text[max(floor, start - _REACH) : start]
        if named is None and (word := _WORD_BEFORE.search(before)):
            named = weekday_numbers(language).get(word["word"].casefold().replace("’", "'").replace("ʼ", "'"))
            if named is not None:
                start -= len(before) - word.start()
                continue
        if not clock and (time := _TIME_BEFORE.search(before)):
            clock, zone, start = time["clock"], time["zone"], start - len(before) + time.start("clock")
    if word := _YEAR_WORD.match(text[end : end + _REACH]):
        end += word.end()
    if time := _TIME_AFTER.match(text[end : end + _REACH]):
        clock, zone, end = time["clock"], zone or time["zone"], end + time.end()
    fitting = tuple(day for day in days if day.weekday() == named)
    compact = match.group().isdigit()
    order = _order(groups, fitting or days)
    return Notation(Span(start, end), fitting or days, clock is not None, zone, bool(fitting), compact, order)


def _order(groups: Mapping[str, str | None], days: tuple[datetime.date, ...]) -> str | None:
    """What a numeric date with its year last shows of the order that its page writes."""
    one, two = groups.get("one"), groups.get("two")
    if one is None or two is None or len(days) != 1 or int(one) == int(two):
        return None
    return "day" if days[0].day == int(one) else "month"
