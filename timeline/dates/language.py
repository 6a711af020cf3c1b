"""A language's folder of data → what the engine searches with, compiled once."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from timeline import languages
from timeline.dates import patterns

_NUMERALS: dict[str, range] = {
    "digits": range(10000),
    "day": range(1, 32),
    "hour": range(25),
    "minute": range(60),
    "year": range(1000, 2200),
    "two": range(100),
    "three": range(1000),
    "tens": range(0, 2200, 10),
    "decade": range(1000, 2200, 10),
}
_DIGITS = {"day": (1, 2), "hour": (1, 2), "minute": (2, 2), "year": (4, 4), "two": (2, 2), "three": (3, 3), "tens": (2, 4), "decade": (4, 4)}
_FIRST_CODE = 33  # codes are Latin-1 from here on, which keeps a coded text at a byte a word


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """A way to put words of time together."""

    name: str
    """'month and day'"""
    makes: str
    """'date', the name of a production"""
    where: tuple[str, ...]
    """('capitalised',), names of conditions"""
    pattern: re.Pattern[str]
    """over codes, with named groups"""


@dataclass(frozen=True, slots=True, eq=False)
class Modifier:
    """Words before an expression that shade its value: 'the end of', 'more than'."""

    mod: str | None
    """'END', a TIMEX3 mod; None for words that only belong to the expression"""
    of: frozenset[str]
    """{'DATE', 'TIME'}, the types that they may shade"""


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """All that is known of one language's words of time."""

    code: str
    """'en'"""
    codes: Mapping[str, str]
    """word → its code"""
    classes: Mapping[str, frozenset[str]]
    """class → its words"""
    values: Mapping[str, Mapping[str, Any]]
    """class → word → what it stands for"""
    rules: tuple[Rule, ...]
    """in the order in which they are tried"""
    begins: re.Pattern[str]
    """finds a word with which a rule can begin"""
    starting: Mapping[str, tuple[re.Pattern[str], tuple[Rule, ...]]]
    """code → the rules that can begin with it, all in one, where the number of the group that matched says which"""
    modifiers: tuple[Modifier, ...]
    """in the order in which they are tried"""
    before: re.Pattern[str]
    """all modifiers in one, as `search`"""
    domains: Mapping[str, str]
    """rule → the only domain that it holds for, {'former': 'narrative'}"""
    whole: frozenset[str]
    """rules whose expressions take no modifier, {'length from an anchor'}"""
    links: Mapping[str, re.Pattern[str]]
    """name → words between two expressions that tie them, such as 'and' or 'to'"""


@cache
def load(code: str) -> Language:
    """The language of that code. Raises TimelineError where its data is at fault."""
    lexicon, rules = languages.load(code, "lexicon"), languages.load(code, "rules")
    values = {name: table for name, table in lexicon.items() if name != "words"}
    classes = {name: frozenset(table) for name, table in (values | lexicon["words"]).items()}
    parts = rules["parts"]
    written = [patterns.expand(rule["pattern"], parts) for rule in rules["rule"]]
    before = [patterns.expand(row["pattern"], parts) for row in rules["modifier"]]
    links = {name: patterns.expand(pattern, parts) for name, pattern in rules["links"].items()}
    literal = patterns.words_of([*written, *before, *links.values()])
    book = _CodeBook({**classes, **{"=" + word: frozenset([word]) for word in literal}})
    compiled = tuple(_rule(row, text, book) for row, text in zip(rules["rule"], written, strict=True))
    starting = _by_first_code(compiled, written, book)
    return Language(
        code=code,
        codes=book.codes,
        classes=classes,
        values=values,
        rules=compiled,
        begins=re.compile(f"[{''.join(map(re.escape, starting))}]"),
        starting=starting,
        modifiers=tuple(Modifier(row.get("mod"), frozenset(row["of"])) for row in rules["modifier"]),
        before=book.any_of(before),
        domains={row["name"]: row["domain"] for row in rules["rule"] if "domain" in row},
        whole=frozenset(row["name"] for row in rules["rule"] if row.get("whole")),
        links={name: re.compile(patterns.translate(text, book.of, groups=False)) for name, text in links.items()},
    )


def _rule(row: Mapping[str, Any], pattern: str, book: _CodeBook) -> Rule:
    compiled = re.compile(patterns.translate(pattern, book.of, groups=True))
    return Rule(row["name"], row["makes"], tuple(row.get("where", ())), compiled)


def _by_first_code(
    rules: tuple[Rule, ...], written: list[str], book: _CodeBook
) -> dict[str, tuple[re.Pattern[str], tuple[Rule, ...]]]:
    """For each code, one pattern for all rules that can begin with it: most words begin few or none."""
    begun: dict[str, list[int]] = defaultdict(list)
    for number, text in enumerate(written):
        for code in sorted(patterns.first_codes(text, book.of)):
            begun[code].append(number)
    made = {
        numbers: (book.any_of([written[number] for number in numbers]), tuple(rules[number] for number in numbers))
        for numbers in sorted({tuple(numbers) for numbers in begun.values()})
    }
    return {code: made[tuple(numbers)] for code, numbers in begun.items()}


class _CodeBook:
    """Which code each word has, and which codes each class has."""

    def __init__(self, classes: Mapping[str, Iterable[str]]) -> None:
        kinds: dict[str, set[str]] = defaultdict(set)
        for name, words in classes.items():
            for word in words:
                kinds[word].add(name)
        for numeral in _numerals():
            kinds[numeral].update(_numeral_classes(numeral))
        chars: dict[frozenset[str], str] = {}
        self.codes: dict[str, str] = {}
        self._members: dict[str, str] = defaultdict(str)
        for word, names in kinds.items():
            kind = frozenset(names)
            if kind not in chars:
                chars[kind] = chr(_FIRST_CODE + len(chars))
                for name in kind:
                    self._members[name] += chars[kind]
            self.codes[word] = chars[kind]

    def of(self, name: str) -> str:
        """The codes of a class; '' for one without words."""
        return self._members[name]

    def any_of(self, expanded: Iterable[str]) -> re.Pattern[str]:
        """A pattern that finds any of these; the number of its group says which."""
        return re.compile("|".join(f"({patterns.translate(text, self.of, groups=False)})" for text in expanded))


def _numerals() -> Iterable[str]:
    for width in (1, 2, 3, 4):
        yield from (f"{number:0{width}d}" for number in range(10**width))


@cache
def _numeral_classes(numeral: str) -> frozenset[str]:
    number, width = int(numeral), len(numeral)
    wide = {name for name, (least, most) in _DIGITS.items() if least <= width <= most} | {"digits"}
    return frozenset(name for name in wide if number in _NUMERALS[name])
