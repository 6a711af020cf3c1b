"""Names of months, weekdays and eras from the Unicode locale data, by Babel, in every form that it has."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from babel import Locale

_WORDS = re.compile(r"[^\W\d_]+|[^\w\s]")


class Names(NamedTuple):
    """What the locale data call the parts of the calendar in one language, in small letters."""

    values: Mapping[str, Mapping[str, int]]
    """{'month': {'januar': 1, 'jan': 1}, 'weekday': {'montag': 1}}; of a name of several words the first"""
    abbreviated: tuple[str, ...]
    """('jan', 'feb'), the names of months that are only short ones"""
    eras: Mapping[str, str]
    """{'bc': 'v \\\\. chr \\\\.'}, patterns in the notation of rules"""


def names(code: str) -> Names:
    """The names in the language of that code; raises `babel.UnknownLocaleError` where the data has no such language."""
    locale = Locale.parse(code)
    months = {word: month for width in ("abbreviated", "wide") for word, month in _words(locale.months, width)}
    weekdays = {
        word: day + 1 for word, day in _words(locale.days, "wide")
    }  # short ones are mostly other words: 'mer', 'so'
    wide = {word for word, _ in _words(locale.months, "wide")}
    eras = {name: _pattern(_era_names(locale, number)) for number, name in enumerate(("bc", "ad"))}
    return Names({"month": months, "weekday": weekdays}, tuple(word for word in months if word not in wide), eras)


def _words(table: Mapping[str, Mapping[str, Mapping[int, str]]], width: str) -> Iterator[tuple[str, int]]:
    for form in ("format", "stand-alone"):
        for number, name in table[form][width].items():
            yield _WORDS.findall(name.lower())[0], number


def _era_names(locale: Locale, number: int) -> Iterable[str]:
    return {locale.eras[width][number].lower() for width in ("wide", "abbreviated") if number in locale.eras[width]}


def _pattern(phrases: Iterable[str]) -> str:
    """The phrases as one pattern, the longest first."""
    escaped = [" ".join(re.escape(word) for word in _WORDS.findall(phrase)) for phrase in phrases]
    return "|".join(sorted(escaped, key=lambda phrase: (-len(phrase), phrase)))
