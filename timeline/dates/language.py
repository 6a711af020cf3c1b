"""A language's folder of data → what the engine searches with."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from timeline import languages
from timeline.dates import lexicon
from timeline.dates.automaton import Automaton
from timeline.dates.codes import Codes
from timeline.dates.patterns import compiled, expand, translate, words_of
from timeline.dates.places import Places, bits
from timeline.dates.tokens import Spelling
from timeline.errors import TimelineError

_SHARED = "_all"
_NEVER = "[^\\x00-\\U0010ffff]"


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """A way to put words of time together."""

    name: str
    """'month and day'"""
    makes: str
    """'date', the name of a production"""
    where: tuple[str, ...]
    """('capitalised',), names of conditions"""
    domain: str | None
    """'narrative' for a rule that holds in narratives alone"""
    whole: bool
    """True where the words before an expression never belong to it"""
    mod: str | None
    """'END' where the rule itself shades the value"""
    plain: str
    """a regular expression over codes that finds it"""
    pattern: str
    """the same with named groups"""


@dataclass(frozen=True, slots=True, eq=False)
class Modifier:
    """Words before an expression that shade its value: 'the end of', 'more than'."""

    mod: str | None
    """'END', a TIMEX3 mod; None for words that only belong to the expression"""
    of: frozenset[str]
    """{'DATE', 'TIME'}, the kinds of expressions that they may shade; see `kinds_of`"""


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """All that is known of one language's words of time."""

    code: str
    """'en'"""
    codes: Codes
    """word → its code"""
    spelling: Spelling
    """which of its words are two, and where an apostrophe stands inside one"""
    classes: Mapping[str, frozenset[str]]
    """class → its words"""
    values: Mapping[str, Mapping[str, Any]]
    """class → word → what it stands for"""
    rules: Mapping[str, Rule]
    """name → rule, in the order in which they are tried"""
    order: tuple[Rule, ...]
    """the same by their numbers"""
    begins: frozenset[str]
    """the codes of the words with which a rule can begin"""
    automaton: Automaton
    """all rules in one, which tells by their numbers those that fit at a word"""
    modifiers: tuple[Modifier, ...]
    """in the order in which they are tried"""
    before: str
    """all modifiers in one regular expression; the number of the group that matched is that of the modifier"""
    before_ends: frozenset[str]
    """the codes with which a modifier can end"""
    ties: frozenset[str]
    """the codes with which the words that tie two expressions can begin or end"""
    links: Mapping[str, str]
    """name → a regular expression for words between two expressions that tie them, such as 'and' or 'to'"""

    def linked(self, name: str) -> re.Pattern[str]:
        """The pattern of the words that tie two expressions in the way of that name; it may lack that way."""
        return compiled(self.links.get(name, _NEVER))


@cache
def load(code: str) -> Language:
    """The language of that code. Raises TimelineError where its data is at fault."""
    words, table = lexicon.load(code), _with_shared(languages.load(code, "rules"))
    parts = table["parts"] | words.parts | table["own parts"]
    rules = [expand(row["pattern"], parts) for row in table["rule"]]
    before = [expand(row["pattern"], parts) for row in table["modifier"]]
    links = {name: expand(pattern, parts) for name, pattern in table["links"].items()}
    literal = words_of([*rules, *before, *links.values()])
    codes = Codes({**words.classes, **{"=" + word: frozenset([word]) for word in literal}}, words.endings)
    made = {row["name"]: _rule(row, text, codes) for row, text in zip(table["rule"], rules, strict=True)}
    automaton = Automaton([Places(text) for text in rules], codes.of)
    return Language(
        code=code,
        codes=codes,
        spelling=Spelling(words.joined, words.apostrophe),
        classes=words.classes,
        values=words.values,
        rules=made,
        order=tuple(made.values()),
        begins=automaton.begins(),
        automaton=automaton,
        modifiers=tuple(Modifier(row.get("mod"), frozenset(row["of"])) for row in table["modifier"]),
        before="|".join(f"({translate(text, codes.of)})" for text in before),
        before_ends=_edges(before, codes, first=False),
        ties=_edges(links.values(), codes, first=True),
        links={name: translate(text, codes.of) for name, text in links.items()},
    )


def _with_shared(own: Mapping[str, Any]) -> dict[str, Any]:
    """A language's rules; one without a pattern is the shared one of its name, but for what its row says."""
    shared = languages.load(_SHARED, "rules")
    common = {row["name"]: row for row in shared["rule"]}
    for row in own["rule"]:
        if "pattern" not in row and row["name"] not in common:
            raise TimelineError(
                f"The rule {row['name']!r} has no pattern, and there is no shared one of that name. Give it one."
            )
    return {
        "parts": shared["parts"],
        "own parts": own["parts"],
        "links": shared["links"] | own["links"],
        "rule": [row if "pattern" in row else common[row["name"]] | row for row in own["rule"]],
        "modifier": own["modifier"],
    }


def _edges(patterns: Iterable[str], codes: Codes, *, first: bool) -> frozenset[str]:
    """The codes of the words with which the patterns can end, if `first` also of those with which they can begin."""
    found = ""
    for places in map(Places, patterns):
        edges = places.last | places.first if first else places.last
        found += "".join(codes.of(places.classes[place]) for place in bits(edges))
    return frozenset(found)


def _rule(row: Mapping[str, Any], expanded: str, codes: Codes) -> Rule:
    return Rule(
        name=row["name"],
        makes=row["makes"],
        where=tuple(row.get("where", ())),
        domain=row.get("domain"),
        whole=row.get("whole", False),
        mod=row.get("mod"),
        plain=translate(expanded, codes.of),
        pattern=translate(expanded, codes.of, groups=True),
    )
