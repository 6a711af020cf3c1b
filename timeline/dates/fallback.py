"""Absolute dates in a language that has no folder of data: dateparser's names of months, our own search and offsets.

Only dates with a year of four digits are taken: of whole expressions in a known language dateparser is a good judge,
of bare words it is none.
"""

from __future__ import annotations

import re
from functools import lru_cache

import dateparser

from timeline.model import Span, Timex

_DATE = re.compile(
    r"\b(?:\d{4}-\d{2}-\d{2}"
    r"|\d{1,2}[./]\s?\d{1,2}[./]\s?\d{4}"
    r"|(?P<day>\d{1,2})\W{0,3}(?:[^\W\d_]{1,3}\W){0,2}[^\W\d_]{3,15}\W{1,2}(?:[^\W\d_]{1,3}\W)?\d{4}"
    r"|[^\W\d_]{3,15}\W{1,2}(?:[^\W\d_]{1,3}\W)?\d{4})\b"
)
_SETTINGS = {"PREFER_DAY_OF_MONTH": "first", "REQUIRE_PARTS": ["month", "year"], "TIMEZONE": "UTC"}


def tag(text: str, language: str) -> tuple[Timex, ...]:
    """The dates of a text that are written out with their year; none in a language that dateparser does not know."""
    return tuple([timex for match in _DATE.finditer(text) if (timex := _timex(match, language))])


def _timex(match: re.Match[str], language: str) -> Timex | None:
    value = _value(match[0], language, match["day"] is None and match[0][0].isalpha())
    if value is None:
        return None
    why = "The date is written out, and read with the names of months of its language."
    return Timex(Span(*match.span()), match[0], "DATE", value, None, None, "written out", why)


@lru_cache(maxsize=4096)
def _value(expression: str, language: str, month_only: bool) -> str | None:
    """The value of a whole expression; None where it is no date in that language."""
    try:
        found = dateparser.parse(expression, languages=[language], settings=_SETTINGS)
    except (ValueError, OverflowError):
        return None
    if found is None or f"{found.year:04d}" not in expression:
        return None
    return f"{found:%Y-%m}" if month_only else f"{found:%Y-%m-%d}"
