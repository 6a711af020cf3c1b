"""Conditions on what follows an expression: whether the phrase ends there, or goes on to something else.

Each gives the reason against, for a reader who asks why something is no date, or '' where it may be one.
"""

from __future__ import annotations

from timeline.dates.language import Language
from timeline.dates.tense import direction, surroundings
from timeline.dates.tokens import Tokens

_ENDS = frozenset(",()")
_VERBS = ("backward", "forward", "auxiliary")


def nothing_after_that(tokens: Tokens, first: int, last: int, language: Language) -> str:
    """'A day after that', not 'a day after that meeting'; 'a las tres', not 'a las tres partes'."""
    del first
    return "" if ends(tokens, last, language) else "it is counted from something else"


def not_counted_from(tokens: Tokens, first: int, last: int, language: Language) -> str:
    """'Tres días después', not 'tres días después de la batalla'."""
    del first
    return "it is counted from something else" if tokens.word(last) in language.classes["counted from"] else ""


def no_event_after(tokens: Tokens, first: int, last: int, language: Language) -> str:
    """The same where an event follows without a word between: 'tre giorni dopo', not 'tre giorni dopo Caporetto'."""
    if last < len(tokens.words) and tokens.text[tokens.starts[last]].isupper():
        return "it is counted from something else"
    return not_counted_from(tokens, first, last, language)


def year_named(tokens: Tokens, first: int, last: int, language: Language) -> str:
    """A year of fewer than four digits that a word makes one: 'im Jahr 79', not 'im Jahr 500 neue Stellen'."""
    number = next(int(word) for word in tokens.words[first:last] if word.isdigit())
    if number < 32:
        return "so low a number may be a day or an amount"
    return "" if ends(tokens, last, language) else "it may count the word after it"


def looks_forward(tokens: Tokens, first: int, last: int, language: Language) -> str:
    """So long from now, not within so long: 'in drei Tagen wird gewählt', not 'in drei Tagen wurde es gebaut'."""
    return "" if direction(*surroundings(tokens, first, last), language) > 0 else "its clause does not look forward"


def ends(tokens: Tokens, last: int, language: Language) -> bool:
    """Whether a phrase ends before that word: at a mark, at a verb, or at a word that begins another phrase."""
    after = tokens.word(last)
    if not after or after in language.classes["stop"] or after in _ENDS:
        return True
    others = language.classes["another phrase"]  # a language that lists none goes by marks alone
    if not others:
        return False
    return after in others or any(tokens.codes[last] in language.codes.of(kind) for kind in _VERBS)
