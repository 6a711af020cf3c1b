"""In which language a text is written, by its script and its most frequent words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache

from timeline.languages import FALLBACK, load

_SAMPLE = 8_000  # characters; the beginning of a text tells its language
_WORD = re.compile(r"[^\W\d_]{1,20}")
_LETTER = 0.4  # how much a letter with a mark counts beside a word
_SHORT, _FEW = 40, 0.8  # a text of so few words needs so little to tell its language


@cache
def _tables() -> tuple[tuple[tuple[str, int, int], ...], dict[str, frozenset[str]], dict[str, tuple[str, str]]]:
    """Scripts as (code, first, last character), languages by frequent words, by letters of their own and by lacks."""
    table = load("_all", "recognition")
    scripts = tuple((row["code"], int(row["first"], 16), int(row["last"], 16)) for row in table["scripts"])
    words = {code: frozenset(row.split()) for code, row in table["words"].items()}
    return scripts, words, {code: (row["own"], row["lacks"]) for code, row in table["letters"].items()}


@cache
def _worths() -> dict[str, tuple[tuple[str, float], ...]]:
    """Each frequent word with the languages that have it and what it tells of each."""
    found: dict[str, list[tuple[str, float]]] = {}
    for code, rows in _weights().items():
        for word, weight in rows:
            found.setdefault(word, []).append((code, weight))
    return {word: tuple(rows) for word, rows in found.items()}


@cache
def _weights() -> dict[str, tuple[tuple[str, float], ...]]:
    """The frequent words of each language, each with one part of the languages that have it."""
    tables = _tables()[1]
    shared = Counter(word for words in tables.values() for word in words)
    return {code: tuple((word, _worth(word, shared[word])) for word in sorted(words)) for code, words in tables.items()}


def _worth(word: str, languages: int) -> float:
    """How much a word tells that so many languages have; short ones are often parts of names and addresses."""
    return (0.4 if len(word) <= 2 else 1.0) / languages


def recognise(text: str) -> str:
    """The ISO 639-1 code of a text's language; English where too little tells it."""
    sample = text[:_SAMPLE].casefold()
    return _by_script(sample) or _by_words(sample)


def fit(text: str) -> float:
    """The share of a text's letters with marks that belong to its language, 0.0 to 1.0; 0.5 where nothing tells."""
    marked = [character for character in text[:_SAMPLE].casefold() if character.isalpha() and character > "\x7f"]
    own = load("_all", "recognition")["accents"].get(recognise(text))
    return sum(character in own for character in marked) / len(marked) if own and marked else 0.5


def _by_script(sample: str) -> str | None:
    """The language of a text that is mostly not in Latin letters."""
    scripts, _, letters = _tables()
    counts: Counter[str] = Counter()
    total = 0
    for character, count in Counter(sample).items():
        if character.isalpha():
            total += count
            code = next((code for code, first, last in scripts if first <= ord(character) <= last), None)
            counts[code or ""] += count
    if not total or counts[""] * 2 >= total:
        return None
    if counts["ja"] * 20 > total:
        return "ja"
    code = max((code for code in counts if code), key=lambda name: (counts[name], name))
    rivals = {name.partition(":")[2]: row for name, row in letters.items() if name[:3] == f"{code}:"}
    return (_by_letters(sample, rivals) if rivals else None) or code


def _by_letters(sample: str, letters: Mapping[str, tuple[str, str]]) -> str | None:
    """The language whose own letters and words outweigh those that it lacks by most; None where none do."""
    counts, weights = Counter(sample), _weights()
    words = Counter(_WORD.findall(sample))
    scores = {
        code: sum(counts[c] for c in own)
        - sum(counts[c] for c in lacks)
        + sum(words[word] * weight for word, weight in weights.get(code, ()))
        for code, (own, lacks) in letters.items()
    }
    best = max(scores, key=lambda code: scores[code])  # of equals the first of the table
    return best if scores[best] > 0 else None


def _by_words(sample: str) -> str:
    """The language whose frequent words and marked letters a text in Latin letters has most of.

    What several languages share counts less. A text of a few words needs less to tell it, a long one more than chance.
    """
    counts = Counter(_WORD.findall(sample))
    marked = {letter: count for letter, count in Counter(sample).items() if letter > "\x7f" and letter.isalpha()}
    scores = dict.fromkeys(_weights(), 0.0)
    for word in sorted(counts.keys() & _worths().keys()):
        for code, weight in _worths()[word]:
            scores[code] += counts[word] * weight
    if marked:
        scores = {code: score + _LETTER * _by_marks(code, marked) for code, score in scores.items()}
    best = max(scores, key=lambda code: (scores[code], code == FALLBACK, code))
    least = _FEW if counts.total() <= _SHORT else max(2.0, counts.total() / 30)
    return best if scores[best] >= least else FALLBACK


def _by_marks(code: str, marked: Mapping[str, int]) -> float:
    """How much the letters with marks speak for a language, those that it lacks against it."""
    accents = load("_all", "recognition")["accents"]
    if code not in accents:
        return 0.0
    having = {letter: sum(letter in row for row in accents.values()) for letter in marked}
    return sum(
        count / having[letter] if letter in accents[code] else -count
        for letter, count in marked.items()
        if having[letter]
    )
