"""Words → expressions of time, each with its meaning: the first rule that fits, from the earliest word on."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from timeline.dates.conditions import CONDITIONS, edges
from timeline.dates.groups import Groups
from timeline.dates.language import Language, Rule
from timeline.dates.meanings import Meaning
from timeline.dates.patterns import compiled
from timeline.dates.productions import PRODUCTIONS
from timeline.dates.tokens import Tokens


class Expression(NamedTuple):
    """A run of words that means a time."""

    first: int
    """4, the index of its first word"""
    last: int
    """6, the index after its last word"""
    rule: str
    """'month and day'"""
    meaning: Meaning
    """Point(month=5, day=3)"""
    mod: str | None = None
    """'END' for 'the end of May'"""
    opens: bool = False
    """True where the next expression is the end of a range that this one begins"""


class Rejected(NamedTuple):
    """A run of words that has the shape of a time and is none."""

    first: int
    """4, the index of its first word"""
    last: int
    """6, the index after its last word"""
    rule: str
    """'year'"""
    reason: str
    """'it counts or numbers something'"""


def recognise(tokens: Tokens, language: Language) -> tuple[list[Expression], list[Rejected]]:
    """The expressions of a text in its order, never overlapping, and what was taken for one and is none."""
    found: list[Expression] = []
    rejected: list[Rejected] = []
    begins, start, codes = language.begins, language.automaton.start, tokens.codes
    position = 0
    for first, code in enumerate(codes):
        if code not in begins or first < position:
            continue
        state, last = start[code], first + 1
        while state.following:
            state = state[codes[last : last + 1]]
            last += 1
        if state.rules:
            item = _at(tokens, first, _fitting(language, state.rules, codes[first:last]), language, rejected)
            if item:
                found.append(item)
                position = item.last
    return found, rejected


@lru_cache(maxsize=16384)
def _fitting(language: Language, numbers: tuple[int, ...], codes: str) -> tuple[tuple[Rule, int], ...]:
    """Each of the rules of those numbers with how many words it takes."""
    rules = [language.order[number] for number in numbers]
    return tuple([(rule, match.end()) for rule in rules if (match := compiled(rule.plain).match(codes))])


def _at(
    tokens: Tokens, first: int, fitting: tuple[tuple[Rule, int], ...], language: Language, rejected: list[Rejected]
) -> Expression | None:
    """The expression that begins with that word; what has the shape of one and is none joins `rejected`."""
    for rule, length in fitting:
        last = _without_stop(tokens, first + length, language)
        reason = _against(tokens, first, last, language, rule.where)
        meaning = None if reason else _meaning(language, rule, tuple(tokens.words[first:last]))
        if meaning is not None:
            return Expression(first, last, rule.name, meaning, rule.mod)
        rejected.append(Rejected(first, last, rule.name, reason or "the calendar has no such time"))
    return None


def _without_stop(tokens: Tokens, last: int, language: Language) -> int:
    """The end without the full stop that ends a sentence, and with that of 'Jan.'."""
    if tokens.words[last - 1] != ".":
        return last
    before = tokens.words[last - 2]
    whole = before in language.classes["month"] and before not in language.classes["abbreviated"]
    return last - whole


def _against(tokens: Tokens, first: int, last: int, language: Language, where: tuple[str, ...]) -> str:
    """The first reason against taking these words for a time; '' where there is none."""
    reason = edges(tokens, first, last, language)
    for name in where:
        if reason:
            break
        reason = CONDITIONS[name](tokens, first, last, language)
    return reason


@lru_cache(maxsize=16384)
def _meaning(language: Language, rule: Rule, words: tuple[str, ...]) -> Meaning | None:
    """What the rule makes of the words; the same words mean the same, so each are worked out once."""
    match = compiled(rule.pattern).fullmatch("".join([language.codes[word] for word in words]))
    if match is None:
        return None
    spans = {name.rstrip("0123456789"): match.span(name) for name in match.groupdict() if match.start(name) >= 0}
    caught = {name: words[first:last] for name, (first, last) in spans.items()}
    return PRODUCTIONS[rule.makes](Groups(language, caught))
