"""Conditions on names: what is written like a time and is a person, a newspaper, a film or a party."""

from __future__ import annotations

from timeline.dates.codes import UNKNOWN
from timeline.dates.language import Language
from timeline.dates.tokens import Tokens


def no_name(tokens: Tokens, first: int, last: int, language: Language) -> str:
    """A set in words that is no name or title: not 'the Daily Mail', 'the party daily Pravda'."""
    del language
    named = (tokens.text[tokens.starts[first]].isupper() and first) or _has_capital(tokens, last)
    return "a capital makes it a name" if named else ""


def no_noun(tokens: Tokens, first: int, last: int, language: Language) -> str:
    """A word for a set that is no name of a thing: 'le quotidien' is a newspaper."""
    del last
    before = tokens.word(first - 1)
    noun = before in language.classes["definite"] | language.classes["article"] | language.classes["before noun"]
    return "an article before it makes it a noun" if noun else ""


def capitals(tokens: Tokens, first: int, last: int, language: Language) -> str:
    """Names of feasts and eras carry capitals, but for those that mean nothing else: 'xmas'."""
    if tokens.words[first] in language.classes["small name"]:
        return ""
    return "" if any(letter.isupper() for letter in tokens.written(first, last)) else "it is written small"


def no_title(tokens: Tokens, first: int, last: int, language: Language) -> str:
    """No part of a title: not 'the Sunday Times', 'Black Monday', 'the Good Friday Agreement', 'USA Today'."""
    if not _has_capital(tokens, last - 1):
        return ""
    if tokens.word(first - 1) in language.classes["before title"] and _has_capital(tokens, first - 1):
        return "the word before it makes it a title"
    after = last + (tokens.word(last) in language.values["part"])
    title = tokens.word(after) in language.classes["after title"] and _has_capital(tokens, after)
    return "the word after it makes it a title" if title else ""


def no_given_name(tokens: Tokens, first: int, last: int, language: Language) -> str:
    """No person called April, June or Summer: after a title, or where a sentence begins with two capitals."""
    if tokens.words[first] not in language.classes["given name"] or not _has_capital(tokens, first):
        return ""
    before = tokens.word(first - 1)
    if before in language.classes["title"] or (before == "." and tokens.word(first - 2) in language.classes["title"]):
        return "the word before it makes it a name"
    begins = not before or before[0] == "\n" or before in language.classes["stop"]
    name = begins and _has_capital(tokens, last) and tokens.codes[last] == UNKNOWN
    return "the capital after it makes it a name" if name else ""


def _has_capital(tokens: Tokens, index: int) -> bool:
    """Whether the word of that index begins with a capital."""
    return 0 <= index < len(tokens.words) and tokens.text[tokens.starts[index]].isupper()
