"""Two expressions tied by the words between them."""

from __future__ import annotations

from functools import lru_cache

from timeline.dates.language import Language
from timeline.dates.recognise import Expression
from timeline.dates.tokens import Tokens

_LONGEST = 3  # words


def linked(one: Expression, other: Expression, link: str, tokens: Tokens, language: Language) -> bool:
    """Whether the words between the two are one of the links of that name."""
    near = 0 <= other.first - one.last <= _LONGEST
    return near and _is_link(language, link, tokens.codes[one.last : other.first])


@lru_cache(maxsize=4096)
def _is_link(language: Language, link: str, codes: str) -> bool:
    return language.linked(link).fullmatch(codes) is not None
