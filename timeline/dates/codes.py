"""One character for all the words that belong to the same classes: the alphabet of the patterns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

UNKNOWN = " "
"""The code of a word that no pattern speaks of"""

_FIRST_CODE = 33
_WITHOUT_ENDING = "without ending"
"""The class of words that only look as if they had one of the endings"""

_LONG_ENOUGH = 5  # letters of a word that an ending can tell something of
_MOST_REMEMBERED = 1 << 17  # words whose code is kept, so that a word costs its look-up only once

_COMPACT = frozenset(["compact"])
"""The class of numerals that may be a date in one number, '20220128'"""

_PARAGRAPH = frozenset(["stop"])
"""The class of blank lines: no clause reaches over one"""

_NUMERALS: dict[str, tuple[range, range]] = {
    # class: the numbers that it holds, and how many digits they may be written with
    "digits": (range(10000), range(1, 5)),
    "day": (range(1, 32), range(1, 3)),
    "hour": (range(25), range(1, 3)),
    "minute": (range(60), range(2, 3)),
    "two": (range(100), range(2, 3)),
    "three": (range(1000), range(3, 4)),
    "year": (range(1000, 2200), range(4, 5)),
    "decade": (range(1000, 2200, 10), range(4, 5)),
    "tens": (range(0, 2200, 10), range(2, 5)),
}


class Codes(dict[str, str]):
    """Word → its code. Words that no pattern speaks of, and numerals, are coded when they are first met."""

    def __init__(self, classes: Mapping[str, Iterable[str]], endings: Mapping[str, str]) -> None:
        """Code the words of these classes, any numeral by its shape, and other words by their endings."""
        super().__init__()
        self._endings = tuple(endings)
        self._of_kind: dict[frozenset[str], str] = {}
        self._of_class: dict[str, str] = defaultdict(str)
        kinds: dict[str, set[str]] = defaultdict(set)
        for name, words in classes.items():
            for word in words:
                kinds[word].add(name)
        for word, names in kinds.items():
            ended = next((name for ending, name in endings.items() if word.endswith(ending)), "")
            plain = not ended or len(word) < _LONG_ENOUGH or _WITHOUT_ENDING in names
            self[word] = self._code(frozenset(names if plain else names | {ended}))
        for numeral in _shapes():
            self._code(_numeral_kind(numeral))
        self._code(_COMPACT)
        self._code(_PARAGRAPH)
        self._ended = {ending: self._code(frozenset([name])) for ending, name in endings.items()}

    def of(self, name: str) -> str:
        """The codes of a class; '' for one without words."""
        return self._of_class.get(name, "")

    def __missing__(self, word: str) -> str:
        """The code of a word that was not met before."""
        code = UNKNOWN
        if word.isascii() and word.isdigit() and len(word) in (1, 2, 3, 4, 8):
            code = self._of_kind[_numeral_kind(word)]
        elif word[0] == "\n":
            code = self._of_kind[_PARAGRAPH]
        elif len(word) >= _LONG_ENOUGH and word.endswith(self._endings):
            code = next(code for ending, code in self._ended.items() if word.endswith(ending))
        if len(self) < _MOST_REMEMBERED:
            self[word] = code
        return code

    def _code(self, kind: frozenset[str]) -> str:
        code = self._of_kind.get(kind)
        if code is None:
            code = self._of_kind[kind] = chr(_FIRST_CODE + len(self._of_kind))
            for name in sorted(kind):
                self._of_class[name] += code
        return code


def _numeral_kind(numeral: str) -> frozenset[str]:
    number, width = int(numeral), len(numeral)
    if width == 8:
        return _COMPACT
    return frozenset(name for name, (numbers, widths) in _NUMERALS.items() if number in numbers and width in widths)


def _shapes() -> Iterable[str]:
    """Numerals of every kind: all short ones, and of the long ones those where a class begins or ends."""
    edges = {edge for numbers, _ in _NUMERALS.values() for edge in (numbers.start, numbers.stop - 1, numbers.stop)}
    near = {edge + shift for edge in edges for shift in (-10, -1, 0, 1, 10)}
    for width in (1, 2, 3, 4):
        numbers = range(10**width) if width < 3 else sorted(number for number in near if 0 <= number < 10**width)
        yield from (f"{number:0{width}d}" for number in numbers)
