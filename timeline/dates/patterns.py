"""The notation of rules.toml, regular expressions whose letters are words, to regular expressions over codes.

A text becomes a string with one character, a code, for each of its words (`tokens.py`). All words that belong to the
same classes share a code, so that the pattern of a rule is a short one over few letters, which C searches.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache

from timeline.errors import TimelineError

_NOTATION = re.compile(
    r"\(\?P<(?P<group>\w{1,20})>"
    r"|(?P<open>\(\?:|\()"
    r"|(?P<close>\))"
    r"|(?P<choice>\|)"
    r"|(?P<repeat>\?|\{\d,\d\})"
    r"|<(?P<name>\w{1,20})>"
    r"|(?P<word>[^\W\d_]{1,20}|(?<=\\)[^\w\s]|[^\w\s\\()|?{}<>*+\[\]^$])"
    r"|(?P<skipped>\s{1,99}|\\)"
)
_DEEPEST = 6  # parts may stand in parts, to this depth
_PART = re.compile(r"(?<!P)<(\w{1,20})>")


def expand(pattern: str, parts: Mapping[str, str]) -> str:
    """The pattern with every `<part>` replaced by what `parts` says. Raises TimelineError where parts go round."""
    for _ in range(_DEEPEST):
        expanded = _PART.sub(lambda match: f"(?:{parts[match[1]]})" if match[1] in parts else match[0], pattern)
        if expanded == pattern:
            return pattern
        pattern = expanded
    raise TimelineError(f"The parts of the pattern {pattern[:60]!r} stand in each other. Take one of them out.")


@cache
def signs(expanded: str) -> tuple[re.Match[str], ...]:
    """The pattern cut into its signs, white space left out. Raises TimelineError where the notation lacks one."""
    found = tuple(_NOTATION.finditer(expanded))
    if sum(match.end() - match.start() for match in found) != len(expanded):
        raise TimelineError(f"The pattern {expanded!r} has a sign that the notation of rules lacks.")
    return tuple(match for match in found if not match["skipped"])


def words_of(patterns: Iterable[str]) -> frozenset[str]:
    """The words and marks that the patterns name letter for letter."""
    return frozenset(match["word"] for pattern in patterns for match in signs(pattern) if match["word"])


def class_of(sign: re.Match[str]) -> str:
    """The class that a sign names: 'month', or '=of' for the very word 'of'."""
    return sign["name"] or "=" + sign["word"]


def translate(expanded: str, codes_of: Callable[[str], str], *, groups: bool = False) -> str:
    """The regular expression over codes that an expanded pattern means; without `groups`, nothing is captured."""
    return "".join([_translated(sign, codes_of, groups) for sign in signs(expanded)])


@cache
def compiled(source: str) -> re.Pattern[str]:
    """A regular expression over codes, compiled when it is first needed: most texts need few of them."""
    return re.compile(source)


def _translated(sign: re.Match[str], codes_of: Callable[[str], str], groups: bool) -> str:
    if sign["group"]:
        return f"(?P<{sign['group']}>" if groups else "(?:"
    if sign["open"]:
        return "(?:"
    if sign["name"] or sign["word"]:
        return _either(codes_of(class_of(sign)), sign[0])
    return sign[0]


def _either(codes: str, name: str) -> str:
    if not codes:
        raise TimelineError(f"A pattern names the class {name}, which has no words. Name one of lexicon.toml.")
    return re.escape(codes) if len(codes) == 1 else f"[{''.join(map(re.escape, codes))}]"
