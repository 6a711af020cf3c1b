"""The notation of rules.toml, regular expressions whose letters are words, to regular expressions over codes.

A text becomes a string with one character, a code, for each of its words (`tokens.py`). All words that belong to the
same classes share a code, so that the pattern of a rule is a short one over few letters, which C searches.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from timeline.errors import TimelineError

_NOTATION = re.compile(
    r"\(\?P<(?P<group>\w{1,20})>"
    r"|(?P<open>\(\?:)"
    r"|<(?P<name>\w{1,20})>"
    r"|(?P<word>[^\W\d_]{1,20})"
    r"|\\(?P<escaped>[^\w\s])"
    r"|(?P<operator>[()|?]|\{\d,\d\})"
    r"|(?P<mark>[^\w\s\\()|?{}<>])"
    r"|(?P<space>\s{1,99})"
)
_DEEPEST = 5  # parts may stand in parts, to this depth


def expand(pattern: str, parts: Mapping[str, str]) -> str:
    """The pattern with every `<part>` replaced by what `parts` says. Raises TimelineError where parts go round."""
    for _ in range(_DEEPEST):
        expanded = re.sub(r"(?<!P)<(\w+)>", lambda m: f"(?:{parts[m[1]]})" if m[1] in parts else m[0], pattern)
        if expanded == pattern:
            return pattern
        pattern = expanded
    raise TimelineError(f"The parts of the pattern {pattern[:60]!r} stand in each other. Take one of them out.")


def words_of(patterns: Iterable[str]) -> frozenset[str]:
    """The words and marks that the patterns name letter for letter."""
    found = (match for pattern in patterns for match in _parts(pattern))
    return frozenset(word for match in found if (word := match["word"] or match["escaped"] or match["mark"]))


def translate(pattern: str, codes_of: Callable[[str], str], *, groups: bool) -> str:
    """The regular expression over codes that an expanded pattern means.

    `codes_of` gives the codes of a class ('month') or of a word ('=of'). Without `groups`, nothing is captured.
    """
    return "".join(_translated(match, codes_of, groups) for match in _parts(pattern))


def first_codes(pattern: str, codes_of: Callable[[str], str]) -> frozenset[str]:
    """The codes with which a match of an expanded pattern can begin."""
    return frozenset(_first_of_choice(_parts(pattern)[::-1], codes_of)[0])


def _first_of_choice(parts: list[re.Match[str]], codes_of: Callable[[str], str]) -> tuple[set[str], bool]:
    """First codes of alternatives up to the bracket that closes them, and whether they can be empty; uses up `parts`."""
    codes, empty = set[str](), False
    branch, open_end = set[str](), True
    while parts:
        part = parts.pop()
        if part[0] == ")":
            break
        if part[0] == "|":
            codes, empty = codes | branch, empty or open_end
            branch, open_end = set(), True
            continue
        found, optional = _first_of_atom(part, parts, codes_of)
        if open_end:
            branch |= found
            open_end = optional
    return codes | branch, empty or open_end


def _first_of_atom(
    part: re.Match[str], parts: list[re.Match[str]], codes_of: Callable[[str], str]
) -> tuple[set[str], bool]:
    if part["space"]:
        return set(), True
    if part["group"] or part["open"] or part[0] == "(":
        found, empty = _first_of_choice(parts, codes_of)
    else:
        name = part["name"] or "=" + (part["word"] or part["escaped"] or part["mark"])
        found, empty = set(codes_of(name)), False
    while parts and parts[-1]["space"]:
        parts.pop()
    if parts and (parts[-1][0] == "?" or parts[-1][0].startswith("{")):
        empty = empty or parts.pop()[0][1:2] in ("", "0")
    return found, empty


def _translated(match: re.Match[str], codes_of: Callable[[str], str], groups: bool) -> str:
    if match["group"]:
        return f"(?P<{match['group']}>" if groups else "(?:"
    if match["name"]:
        return _either(codes_of(match["name"]))
    word = match["word"] or match["escaped"] or match["mark"]
    if word:
        return _either(codes_of("=" + word))
    return "(?:" if match[0] == "(" else match["open"] or match["operator"] or ""


def _either(codes: str) -> str:
    if not codes:
        raise TimelineError("A pattern names a class that has no words.")
    return re.escape(codes) if len(codes) == 1 else f"[{''.join(map(re.escape, codes))}]"


def _parts(pattern: str) -> list[re.Match[str]]:
    """The pattern cut into its signs. Raises TimelineError where it has one that the notation lacks."""
    found = list(_NOTATION.finditer(pattern))
    if sum(match.end() - match.start() for match in found) != len(pattern):
        raise TimelineError(f"The pattern {pattern!r} has a sign that the notation of rules lacks.")
    return found
