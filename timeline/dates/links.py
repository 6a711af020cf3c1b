"""Expressions as neighbours: what kinds there are, and whether words tie two of them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from timeline.dates.language import Language
from timeline.dates.meanings import Meaning
from timeline.dates.recognise import Expression
from timeline.dates.tokens import Tokens

LONGEST = 3
"""The most words that can tie two expressions"""


def occur(found: Sequence[Expression], *kinds: type[Meaning]) -> bool:
    """Whether some expression means a time of one of these kinds."""
    return not {type(item.meaning) for item in found}.isdisjoint(kinds)


def linked(one: Expression, other: Expression, link: str, tokens: Tokens, language: Language) -> bool:
    """Whether the words between the two are one of the links of that name."""
    near = 0 <= other.first - one.last <= LONGEST
    return near and _is_link(language, link, tokens.codes[one.last : other.first])


@lru_cache(maxsize=4096)
def _is_link(language: Language, link: str, codes: str) -> bool:
    return language.linked(link).fullmatch(codes) is not None
