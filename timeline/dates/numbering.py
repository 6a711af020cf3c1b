"""Conditions on numbers that may be years: does one stand as a year, or does it count, price or number something?"""

from __future__ import annotations

from timeline.dates import following
from timeline.dates.language import Language
from timeline.dates.tokens import Tokens

_NEAREST = range(1500, 2101)
"""Years that need no word before them"""
_WRITABLE = range(1000, 2200)


def year_alone(tokens: Tokens, first: int, last: int, language: Language) -> str:
    """A number of four digits that stands as a year: not '1500 people', 'No. 1990', '1990-1234'."""
    number = int(next(word for word in reversed(tokens.words[first:last]) if word.isdigit()))
    before = tokens.word(first - 1)
    if last - first > 1:
        return ""
    if before == "." and tokens.word(first - 2) in language.classes["abbreviated number"]:
        return "it numbers something"
    if _is_amount(tokens, first, language):
        return "it counts something"
    if before in language.classes["before year"]:
        return "" if number in _WRITABLE else "no year is so far away"
    if number not in _NEAREST:
        return "a number so far from the present needs a word that makes it a year"
    if before in language.classes["before number"] or tokens.word(last) in language.classes["after number"]:
        return "it counts or numbers something"
    if _is_address(tokens, last, language):
        return "it is the number of a house"
    if _is_rounded(tokens, first, last, number, language):
        return "it counts something"
    if any(len(other) > 2 and other.isdigit() and gap.isspace() for other, gap in _beside(tokens, first, last)):
        return "it is part of a longer number"
    return _joined(tokens, first, last, number, language)


def year_after_year(tokens: Tokens, first: int, last: int, language: Language) -> str:
    """A year and the next, as sports and schools count: '2014/15', not '2014/07'."""
    del language
    one, other = int(tokens.words[first]), int(tokens.words[last - 1])
    return "" if (one + 1) % 100 == other else "the second is not the next year"


def _is_amount(tokens: Tokens, index: int, language: Language) -> bool:
    """Whether the words around make it an amount: 'a force of 1800', 'between 1500 and 2000 people'."""
    if tokens.word(index - 1) in language.classes["of"] and tokens.word(index - 2) in language.classes["amount of"]:
        return True
    other = tokens.word(index + 2)
    if not (other.isdigit() and tokens.word(index + 3) in language.classes["after number"]):
        return False
    tied = tokens.codes[index + 1] in language.ties
    return tied and int(tokens.words[index]) % _ROUND == 0 and int(other) % _ROUND == 0


_ROUND = 50  # what amounts that two numbers bound are mostly rounded to


def _is_rounded(tokens: Tokens, first: int, last: int, number: int, language: Language) -> bool:
    """Whether it counts the word after it: 'rund 1990 Leute', and in most languages '2000 acciones' too."""
    after, classes = tokens.word(last), language.classes
    if tokens.word(first - 1) in classes["before rounded"]:
        return after not in classes["after rounded"] and not following.ends(tokens, last, language)
    if number % 100 or not classes["another phrase"] or tokens.word(first - 1) in classes["before month"]:
        return False
    return after.isalpha() and not following.ends(tokens, last, language)


def _beside(tokens: Tokens, first: int, last: int) -> list[tuple[str, str]]:
    """The words on either side, each with what stands between: '0171 2020 1990' is no row of years."""
    sides = []
    if first > 0:
        sides.append((tokens.words[first - 1], tokens.text[tokens.end(first - 1) : tokens.starts[first]]))
    if last < len(tokens.words):
        sides.append((tokens.words[last], tokens.text[tokens.end(last - 1) : tokens.starts[last]]))
    return sides


def _is_address(tokens: Tokens, last: int, language: Language) -> bool:
    """Whether a street follows: '1600 Pennsylvania Avenue'."""
    street = next((index for index in (last + 1, last + 2) if tokens.word(index) in language.classes["street"]), 0)
    return bool(street) and tokens.written(last, street + 1).istitle()


def _joined(tokens: Tokens, first: int, last: int, number: int, language: Language) -> str:
    """The reason against a year that a dash ties to another number: '1990-1234'; '' for '1995-96'."""
    dash = language.classes["dash"]
    if tokens.word(last) in dash and tokens.word(last + 1).isdigit():
        tight = not any(letter.isspace() for letter in tokens.written(last - 1, last + 2))
        return "it is part of a longer number" if tight and not _years_joined(tokens, last + 1, number) else ""
    before = tokens.word(first - 2)
    if tokens.word(first - 1) in dash and before.isdigit() and len(before) < 4:
        return "it is part of a longer number"
    return ""


def _years_joined(tokens: Tokens, index: int, first: int) -> bool:
    """Whether the number at `index` carries on a range of years: the '96' of '1995-96'."""
    word = tokens.words[index]
    return first < int(word) <= _WRITABLE.stop - 1 if len(word) == 4 else len(word) == 2 and int(word) > first % 100
