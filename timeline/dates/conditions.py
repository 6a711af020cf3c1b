"""Conditions that a rule may name under `where`: does what matched stand there as a time?

Each gives the reason against, for a reader who asks why something is no date, or '' where it may be one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from timeline.dates import counting, following
from timeline.dates.language import Language
from timeline.dates.tokens import Tokens

Condition = Callable[[Tokens, int, int, Language], str]
"""(tokens, first word, word after the last, language) → why it is no time, '' where it may be one"""

_MONEY = frozenset("$£€¥₹#№")
_PRECISE = frozenset(".,:/")
_APART = frozenset(["", " ", "\n"])
_YEARS = re.compile(r"\D?\d{4}/\d{4}\D?")


def edges(tokens: Tokens, first: int, last: int, language: Language) -> str:
    """No part of a longer word or number: 'F16', '$1990', '3.1990', '1990%'."""
    del language
    text, start, end = tokens.text, tokens.starts[first], tokens.end(last - 1)
    before, after = text[start - 1 : start], text[end : end + 1]
    if before in _APART and after in _APART:
        return ""
    if before.isalnum() or after.isalnum() or before == "_" or after == "_":
        return "it is part of a longer word"
    if text[start].isdigit() and (before in _MONEY or (before in _PRECISE and text[start - 2 : start - 1].isdigit())):
        return "" if _two_years(text, start - 1) else "it is part of an amount or a number"
    if text[end - 1].isdigit() and (after == "%" or (after in _PRECISE and text[end + 1 : end + 2].isdigit())):
        return "" if _two_years(text, end) else "it is part of an amount or a number"
    return ""


def _two_years(text: str, slash: int) -> bool:
    """Whether a stroke parts two numbers of four digits there: '2005/2010'."""
    return text[slash : slash + 1] == "/" and bool(_YEARS.fullmatch(text[max(slash - 5, 0) : slash + 6]))


def tight(tokens: Tokens, first: int, last: int, language: Language) -> str:
    """Written without white space: '10:35', '2022-01-28'."""
    del language
    return "its parts stand apart" if any(letter.isspace() for letter in tokens.written(first, last)) else ""


def capitalised(tokens: Tokens, first: int, last: int, language: Language) -> str:
    """With a capital where the word in small letters is mostly another: 'May', 'March', 'Sun'."""
    doubtful = language.classes["doubtful"]
    for index in range(first, last):
        if tokens.words[index] in doubtful and tokens.text[tokens.starts[index]].islower():
            return f"'{tokens.words[index]}' in small letters is another word"
    return ""


def year_alone(tokens: Tokens, first: int, last: int, language: Language) -> str:
    """A number of four digits that stands as a year: not '1500 people', 'No. 1990', '1990-1234'."""
    number = int(next(word for word in reversed(tokens.words[first:last]) if word.isdigit()))
    before, after = tokens.word(first - 1), tokens.word(last)
    if last - first > 1 or before in language.classes["before year"]:
        return "" if 1000 <= number <= 2199 else "no year is so far away"
    if not 1500 <= number <= 2100:
        return "a number so far from the present needs a word that makes it a year"
    if before in language.classes["before number"] or after in language.classes["after number"]:
        return "it counts or numbers something"
    if _is_rounded(tokens, first, last, number, language):
        return "it counts something"
    if any(
        len(number) > 2 and number.isdigit() and gap.isspace() for number, gap in _numbers_beside(tokens, first, last)
    ):
        return "it is part of a longer number"
    if (
        after in language.classes["dash"]
        and tokens.word(last + 1).isdigit()
        and not tight(tokens, last - 1, last + 2, language)
    ):
        return "" if _years_joined(tokens, last + 1, number) else "it is part of a longer number"
    if before in language.classes["dash"] and tokens.word(first - 2).isdigit() and len(tokens.word(first - 2)) < 4:
        return "it is part of a longer number"
    return ""


def _is_rounded(tokens: Tokens, first: int, last: int, number: int, language: Language) -> bool:
    """Whether it counts the word after it: 'rund 1990 Leute', and in most languages '2000 acciones' too."""
    after, classes = tokens.word(last), language.classes
    if tokens.word(first - 1) in classes["before rounded"]:
        return after not in classes["after rounded"] and not following.ends(tokens, last, language)
    if number % 100 or not classes["another phrase"] or tokens.word(first - 1) in classes["before month"]:
        return False
    return after.isalpha() and not following.ends(tokens, last, language)


def _numbers_beside(tokens: Tokens, first: int, last: int) -> list[tuple[str, str]]:
    """The words on either side, each with what stands between: '0171 2020 1990' is no row of years."""
    sides = []
    if first > 0:
        sides.append((tokens.words[first - 1], tokens.text[tokens.end(first - 1) : tokens.starts[first]]))
    if last < len(tokens.words):
        sides.append((tokens.words[last], tokens.text[tokens.end(last - 1) : tokens.starts[last]]))
    return sides


def _years_joined(tokens: Tokens, index: int, first: int) -> bool:
    """Whether the number at `index` carries on a range of years: the '96' of '1995-96'."""
    word = tokens.words[index]
    return first < int(word) <= 2199 if len(word) == 4 else len(word) == 2 and int(word) > first % 100


def tight_or_year(tokens: Tokens, first: int, last: int, language: Language) -> str:
    """Written in one, or with its year."""
    year = tokens.words[last - 1].isdigit() and len(tokens.words[last - 1]) == 4
    return "" if year else tight(tokens, first, last, language)


def decade_written(tokens: Tokens, first: int, last: int, language: Language) -> str:
    """A year and its ending in one: '1990s', not '1990 s'."""
    numeral = next(index for index in range(first, last) if tokens.words[index].isdigit())
    return tight(tokens, numeral, min(numeral + 2, last), language)


def clock_written(tokens: Tokens, first: int, last: int, language: Language) -> str:
    """Hour and minute in one: '10:35', not '10: 35'."""
    return tight(tokens, first, min(first + 3, last), language)


def clock_alone(tokens: Tokens, first: int, last: int, language: Language) -> str:
    """A time of day, not a verse, a score or a ratio: with 'at' before it, a zone or a date beside it."""
    before, after = tokens.word(first - 1), tokens.word(last)
    if last - first > 3 or before in language.classes["before clock"] or after in language.classes["after clock"]:
        return ""
    if before.isdigit() or after in language.values["weekday"] or after in language.values["deictic"]:
        return ""
    return "it may be a score, a verse or a ratio"


def no_number(tokens: Tokens, first: int, last: int, language: Language) -> str:
    """Not the number of a version or a section: 'version 3.5.2012'."""
    del last
    return "it numbers something" if tokens.word(first - 1) in language.classes["before number"] else ""


def whole_weekday(tokens: Tokens, first: int, last: int, language: Language) -> str:
    """A weekday by its full name, or a short one as a date line has it: not 'he sat', 'the sun', 'I wed'."""
    if _is_named(tokens, first, language):
        return "a title before it makes it a name"
    short = tokens.words[last - 1] in language.classes["doubtful"]
    if not short or first < last - 1:
        return ""
    neighbours = (tokens.word(first - 1), tokens.word(last))
    if neighbours[1] in language.classes["dash"] and tokens.word(last + 1) in language.values["weekday"]:
        return ""
    if neighbours[1].isdigit() or neighbours[0] in language.classes["on"] or neighbours[0] in language.classes["dash"]:
        return ""
    return "a short name of a weekday needs a date beside it"


def _is_named(tokens: Tokens, first: int, language: Language) -> bool:
    """Whether a title makes it a name: 'Frau Mai', 'Dr. Freitag'."""
    before = tokens.word(first - 2) if tokens.word(first - 1) == "." else tokens.word(first - 1)
    return before in language.classes["before name"]


def month_alone(tokens: Tokens, first: int, last: int, language: Language) -> str:
    """A month by its name alone: with a word before it that puts it in time where it may be a name or a verb."""
    if _is_named(tokens, first, language):
        return "a title before it makes it a name"
    if tokens.words[first] in language.classes["abbreviated"] and last - first == 1:
        return "a short name of a month needs a full stop or a day beside it"
    if tokens.words[first] not in language.classes["doubtful"]:
        return ""
    if tokens.word(last) in language.classes["dash"] and tokens.word(last + 1) in language.classes["month"]:
        return ""
    if tokens.word(first - 1) in language.classes["before month"]:
        return ""
    return "without a word such as 'in' before it, it may be a name or another word"


def season_alone(tokens: Tokens, first: int, last: int, language: Language) -> str:
    """A season that is no fall of prices, no mineral spring."""
    if tokens.words[last - 1] not in language.classes["doubtful"]:
        return ""
    if tokens.word(last) in language.classes["seasonal"]:
        return ""
    if tokens.word(last) in language.classes["after season"]:
        return "it is no season there"
    if last - first > 1 and tokens.word(first - 1) in language.classes["before season"]:
        return ""
    return "" if tokens.word(first - 1) in language.classes["right before season"] else "it is mostly another word"


def part_alone(tokens: Tokens, first: int, last: int, language: Language) -> str:
    """A part of the day that dates something: 'in the morning', not 'a morning', 'the Morning Star'."""
    article = tokens.words[first] in language.classes["definite"]
    if article and tokens.written(first + 1, last).istitle():
        return "a capital makes it a name"
    at = tokens.word(first - 1) in language.classes["at"]
    return "" if article or at or last - first > 1 else "it names no particular day"


def no_name(tokens: Tokens, first: int, last: int, language: Language) -> str:
    """A set in words that is no name or title: not 'the Daily Mail'."""
    del last, language
    return "a capital makes it a name" if tokens.text[tokens.starts[first]].isupper() and first else ""


def no_noun(tokens: Tokens, first: int, last: int, language: Language) -> str:
    """A word for a set that is no name of a thing: 'le quotidien' is a newspaper."""
    del last
    before = tokens.word(first - 1)
    noun = before in language.classes["definite"] | language.classes["article"] | language.classes["before noun"]
    return "an article before it makes it a noun" if noun else ""


def capitals(tokens: Tokens, first: int, last: int, language: Language) -> str:
    """Names of feasts and eras carry capitals."""
    del language
    letters = [tokens.text[tokens.starts[index]] for index in (first, last - 1)]
    return "" if any(letter.isupper() for letter in letters) else "it is written small"


def adverb(tokens: Tokens, first: int, last: int, language: Language) -> str:
    """No noun with the capital that nouns have: 'morgen', not 'der Morgen', but 'Morgen' where a sentence begins."""
    if tokens.words[first] not in language.classes["doubtful"] or tokens.text[tokens.starts[first]].islower():
        return ""
    begins = first == 0 or tokens.words[first - 1][0] == "\n" or tokens.words[first - 1] in language.classes["stop"]
    del last
    return "" if begins else "a capital makes it a noun"


def tight_numbers(tokens: Tokens, first: int, last: int, language: Language) -> str:
    """Day and month in one: '28.1.', not '28. 1.'."""
    numeral = next(index for index in range(first, last) if tokens.words[index].isdigit())
    return tight(tokens, numeral, min(numeral + 3, last), language)


def dated(tokens: Tokens, first: int, last: int, language: Language) -> str:
    """With a word before it that puts it in time: 'am 28.1.', not 'Absatz 3.1.'."""
    del last
    before = tokens.word(first - 1)
    named = tokens.words[first] in language.values["weekday"]
    return "" if named or before in language.classes["on"] else "it may be the number of a section"


CONDITIONS: Mapping[str, Condition] = MappingProxyType(
    {
        "adverb": adverb,
        "bare unit": counting.bare_unit,
        "business half": counting.business_half,
        "capitalised": capitalised,
        "capitals": capitals,
        "clock alone": clock_alone,
        "clock written": clock_written,
        "dated": dated,
        "decade written": decade_written,
        "hour named": counting.hour_named,
        "length": counting.length,
        "looks forward": following.looks_forward,
        "month alone": month_alone,
        "no event after": following.no_event_after,
        "no hours": counting.no_hours,
        "no name": no_name,
        "no noun": no_noun,
        "no amount": counting.no_amount,
        "no number": no_number,
        "no number after": counting.no_number_after,
        "no person": counting.no_person,
        "no word counted": counting.no_word_counted,
        "not counted from": following.not_counted_from,
        "not second": counting.not_second,
        "nothing after that": following.nothing_after_that,
        "part alone": part_alone,
        "no age": counting.no_age,
        "plural alone": counting.plural_alone,
        "season alone": season_alone,
        "tight": tight,
        "tight numbers": tight_numbers,
        "tight or year": tight_or_year,
        "whole hours": counting.whole_hours,
        "whole weekday": whole_weekday,
        "year alone": year_alone,
        "year named": following.year_named,
    }
)
"""What rules.toml may name under `where`"""
