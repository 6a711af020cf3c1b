"""Which way a clause looks: at what has been or at what is to come."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from timeline.dates.language import Language
from timeline.dates.patterns import compiled
from timeline.dates.tokens import Tokens

_WAYS = {"certain": 2, "forward": 1, "past": -1, "backward": -1, "done": -2}
_REACH = 14  # words on either side in which a verb can still belong to the clause
_NO_CODE = "\0"  # stands for the words of a class that a language does without
_KINDS = (
    "forward",
    "auxiliary",
    "intent",
    "before verb",
    "backward",
    "stop",
    "pluperfect",
    "digits",
    "=.",
    "hoped",
    "present",
    "preterite",
)
_RIGHT_BEFORE = 4  # words within which a preterite is surely that of the clause
_AFTERWARDS = 4  # how much farther a word after the expression counts than one before it


def surroundings(tokens: Tokens, first: int, last: int) -> tuple[str, str]:
    """The codes of the words before and after an expression that can tell which way its clause looks."""
    codes, begin = tokens.codes, first - _REACH if first > _REACH else 0
    return codes[begin:first], codes[last : last + _REACH]


@lru_cache(maxsize=4096)
def direction(left: str, right: str, language: Language) -> int:
    """1 where the clause around an expression looks forward, 2 where it surely does, -1 where it looks back, else 0."""
    right_before = left[-1:]
    if right_before and right_before in language.codes.of("until"):
        return 1
    found = _nearest("" if _is_of_an_object(right_before, right, language) else left, right, language)
    return 1 if not found and right_before and right_before in language.codes.of("by") else found


def _is_of_an_object(before: str, right: str, language: Language) -> bool:
    """Whether it belongs to what the verb before acts on: 'will appeal Wednesday's ruling', not 'vote in Sunday's'."""
    codes = language.codes.of
    owned = len(right) > 1 and right[0] in codes("apos") and right[1] in codes("genitive")
    return owned and not (before and before in codes("preposition"))


def _nearest(left: str, right: str, language: Language) -> int:
    """The way of the nearest sign among the words on the left and on the right."""
    leftward, rightward, decimal = _signs(language)
    before, far = _sign(compiled(leftward), compiled(decimal).sub("   ", left)[::-1])
    after, near = _sign(compiled(rightward), right)
    return after if not before or (after and near + _AFTERWARDS < far) else before


def _sign(signs: re.Pattern[str], codes: str) -> tuple[int, int]:
    """The first sign of a tense on the way and its distance; 0 where the clause ends without one."""
    match = signs.search(codes)
    if match is None or match.lastgroup == "stop":
        return 0, _REACH
    way = _WAYS[match.lastgroup or ""]
    return (-1 if way == -2 and match.start() > _RIGHT_BEFORE else way), match.start()


def _another_clause(language: Language) -> str:
    """A comma and a word behind which another clause begins, as a further way to stop: ', and'."""
    joins = language.codes.of("joins")
    return f"|[{re.escape(language.codes.of('=,'))}][{re.escape(joins)}]" if joins else ""


@cache
def _signs(language: Language) -> tuple[str, str, str]:
    """What to look for on the way to the left, where the words come in reverse, and to the right; a decimal number."""
    forward, auxiliary, intent, verb, backward, stop, had, digits, point, hoped, present, done = (
        re.escape(language.codes.of(kind) or _NO_CODE) for kind in _KINDS
    )
    rest = f"(?P<backward>[{backward}])|(?P<stop>[{stop}])"
    to_come = f"[{backward}][^{stop}]{{0,2}}[{auxiliary}]"  # 'will be held'
    awaited = f"[{hoped}][^{stop}]{{0,1}}[{present}]"  # 'is expected', 'are widely expected'
    ahead = f"{awaited}|[{forward}]|[{verb}][{intent}]"
    was_to_come = f"(?:{ahead})[^{stop}]{{0,2}}[{had}]"  # 'had been due'
    past = f"(?P<past>{was_to_come})"
    left = f"{past}|(?P<certain>[{auxiliary}]|{to_come})|(?P<forward>{ahead})|(?P<done>[{done}])|{rest}"
    another = f"(?P<stop>[{stop}]{_another_clause(language)})"
    right = (
        f"(?P<certain>[{auxiliary}])|(?P<forward>[{forward}]|[{intent}][{verb}])|(?P<backward>[{backward}])|{another}"
    )
    return left, right, f"[{digits}][{point}][{digits}]"
