"""Which way a clause looks: at what has been or at what is to come."""

from __future__ import annotations

from timeline.dates.language import Language
from timeline.dates.tokens import Tokens

_REACH = 14  # words on either side in which a verb can still belong to the clause
_AFTERWARDS = 4  # how much farther a word after the expression counts than one before it


def direction(tokens: Tokens, first: int, last: int, language: Language) -> int:
    """1 where the clause around the words looks forward, -1 where it looks back, 0 where nothing tells."""
    right_before = tokens.words[first - 1] if first else ""
    if right_before in language.classes["until"]:
        return 1
    before, far = _signal(tokens, range(first - 1, max(first - _REACH, -1), -1), language)
    after, near = _signal(tokens, range(last, min(last + _REACH, len(tokens.words))), language)
    if not before or (after and near + _AFTERWARDS < far):
        before = after
    return 1 if not before and right_before in language.classes["by"] else before


def _signal(tokens: Tokens, indexes: range, language: Language) -> tuple[int, int]:
    """The first sign of a tense on the way, 1 or -1, and how far away it stands; 0 where the clause ends without one."""
    forward, backward = language.classes["forward"], language.classes["backward"]
    intent, verb = language.classes["intent"], language.classes["before verb"]
    endings, stops = tuple(language.classes["backward ending"]), language.classes["stop"]
    for distance, index in enumerate(indexes):
        word = tokens.words[index]
        if word in forward or (word in verb and index and tokens.words[index - 1] in intent):
            return 1, distance
        if word in backward or (len(word) > 4 and word.endswith(endings)):
            return -1, distance
        if word in stops:
            break
    return 0, _REACH
