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

_AROUND = 12  # words on either side; conditions look at fewer
_MOST_RECENT = 4096  # readings kept at a time


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


class _Reading(NamedTuple):
    """What a run of words is taken for, by places counted from its first word."""

    found: tuple[int, str, Meaning, str | None] | None
    """(3, 'month and day', Point(month=5, day=3), None): words, rule, meaning and mod; None for no time"""
    refused: tuple[tuple[int, str, str], ...]
    """((1, 'month', 'it may be a name'),): words, rule and reason"""


def recognise(tokens: Tokens, language: Language) -> tuple[list[Expression], list[Rejected]]:
    """The expressions of a text in its order, never overlapping, and what was taken for one and is none."""
    found: list[Expression] = []
    rejected: list[Rejected] = []
    begins, start, codes = language.begins, language.automaton.start, tokens.codes
    recent: dict[tuple[str, int], _Reading] = {}
    new = tuple.__new__  # past the constructor, which takes twice as long
    position = 0
    for first, code in enumerate(codes):
        if code not in begins or first < position:
            continue
        state, last = start[code], first + 1
        while state.following:
            state = state[codes[last : last + 1]]
            last += 1
        if not state.rules:
            continue
        around = _around(tokens, first, last)
        reading = recent.get(around)
        if reading is None:
            reading = _read(tokens, first, _fitting(language, state.rules, codes[first:last]), language)
            if len(recent) < _MOST_RECENT:
                recent[around] = reading
        for length, rule, reason in reading.refused:
            rejected.append(Rejected(first, first + length, rule, reason))
        if reading.found:
            length, rule, meaning, mod = reading.found
            position = first + length
            found.append(new(Expression, (first, position, rule, meaning, mod, False)))
    return found, rejected


def _around(tokens: Tokens, first: int, last: int) -> tuple[str, int]:
    """The text as far around some words as conditions look, and where in it the words begin."""
    starts = tokens.starts
    begin = starts[first - _AROUND] if first > _AROUND else 0
    end = starts[last + _AROUND] if last + _AROUND < len(starts) else starts[-1]
    return tokens.text[begin:end], starts[first] - begin


@lru_cache(maxsize=16384)
def _fitting(language: Language, numbers: tuple[int, ...], codes: str) -> tuple[tuple[Rule, int, bool], ...]:
    """Each of the rules of those numbers with how many words it takes, and whether the last is a full stop."""
    rules, stop = [language.order[number] for number in numbers], language.codes["."]
    ends = [(rule, match.end()) for rule in rules if (match := compiled(rule.plain).match(codes))]
    return tuple([(rule, end, codes[end - 1] == stop) for rule, end in ends])


def _read(tokens: Tokens, first: int, fitting: tuple[tuple[Rule, int, bool], ...], language: Language) -> _Reading:
    """What the words from `first` on are taken for: the first of the fitting rules that nothing speaks against."""
    refused: list[tuple[int, str, str]] = []
    for rule, length, stopped in fitting:
        last = first + length
        if stopped and _ends_sentence(tokens, last, language):
            last -= 1
        reason = _against(tokens, first, last, language, rule.where)
        meaning = None if reason else _meaning(language, rule, tuple(tokens.words[first:last]))
        if meaning is not None:
            return _Reading((last - first, rule.name, meaning, rule.mod), tuple(refused))
        refused.append((last - first, rule.name, reason or "the calendar has no such time"))
    return _Reading(None, tuple(refused))


def _ends_sentence(tokens: Tokens, last: int, language: Language) -> bool:
    """Whether the full stop that is the last word ends a sentence, and is not that of 'Jan.'."""
    before = tokens.words[last - 2]
    return before in language.classes["month"] and before not in language.classes["abbreviated"]


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
