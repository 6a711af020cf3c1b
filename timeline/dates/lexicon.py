"""A language's lexicon.toml, with what all languages share and the names of the Unicode locale data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib import import_module
from itertools import product
from typing import Any, NamedTuple

from timeline import languages

_SHARED = "_all"
_CLDR = "timeline.dates.cldr"  # brings Babel with it, which takes longer to load than most texts to read
_PHRASES = "holiday"
"""The one table whose keys are names of several words, not several forms of one"""
_NO_TABLES = frozenset(["cldr", "words", "endings", "joined", "spelling"])


class Tables(dict[str, Any]):
    """Tables by their names; one that the language lacks is empty."""

    def __missing__(self, name: str) -> Any:
        """The empty table."""
        return frozenset()


class Lexicon(NamedTuple):
    """The words of one language."""

    values: Mapping[str, Mapping[str, Any]]
    """class → word → what it stands for"""
    classes: Mapping[str, frozenset[str]]
    """class → its words"""
    endings: Mapping[str, str]
    """{'ed': 'backward'}, endings that put a word into a class"""
    joined: Mapping[str, tuple[str, str]]
    """{'montagabend': ('montag', 'abend')}, words that are two written as one"""
    apostrophe: str
    """'ʼ' where a language has apostrophes inside its words; '' where they part words"""
    parts: Mapping[str, str]
    """{'bc': 'v \\. chr \\.'}, parts of patterns that its names make"""


def load(code: str) -> Lexicon:
    """The lexicon of a language that has a folder."""
    shared, own = languages.load(_SHARED, "lexicon"), languages.load(code, "lexicon")
    names = import_module(_CLDR).names(code) if "cldr" in own else None
    rows = {name: table for name, table in (shared | own).items() if name not in _NO_TABLES}
    for name in own.get("cldr", ()):
        rows[name] = names.values[name] | rows.get(name, {}) if names else rows[name]
    values = Tables({name: table if name == _PHRASES else _forms(table) for name, table in rows.items()})
    words = shared["words"] | own["words"]
    classes = Tables({name: frozenset(table) for name, table in (values | words).items()})
    if names:
        classes["abbreviated"] = classes["abbreviated"] | frozenset(names.abbreviated)
    parts = dict(names.eras) if names else {}
    if values[_PHRASES]:
        parts["holiday"] = _holidays(values[_PHRASES])
    joined = _joined(own.get("joined", {}), classes)
    return Lexicon(
        values, classes, _forms(own.get("endings", {})), joined, own.get("spelling", {}).get("apostrophe", ""), parts
    )


def _forms(table: Mapping[str, Any]) -> dict[str, Any]:
    """The table with a row for each form of a word: a key may hold several, 'nächste nächsten nächster'."""
    return {form: value for forms, value in table.items() for form in forms.split()}


def _holidays(names: Iterable[str]) -> str:
    """A pattern of the names, the longest first."""
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    return "|".join(name.replace(".", "\\.").replace("'", "<apos>") for name in longest_first)


def _joined(pairs: Mapping[str, Iterable[str]], classes: Mapping[str, frozenset[str]]) -> dict[str, tuple[str, str]]:
    """Every word of one class written together with every word of another that may follow it."""
    known = frozenset[str]().union(*classes.values())
    two = (
        (one, other)
        for before, afters in pairs.items()
        for after in afters
        for one, other in product(sorted(classes[before]), sorted(classes[after]))
    )
    return {one + other: (one, other) for one, other in two if one + other not in known}
