"""Two expressions tied by the words between them."""

from __future__ import annotations

from timeline.dates.language import Language
from timeline.dates.recognise import Expression
from timeline.dates.tokens import Tokens

_LONGEST = 3  # words


def linked(one: Expression, other: Expression, link: str, tokens: Tokens, language: Language) -> bool:
    """Whether the words between the two are one of the links of that name."""
    if not 0 <= other.first - one.last <= _LONGEST:
        return False
    return language.linked(link).fullmatch(tokens.codes, one.last, other.first) is not None
