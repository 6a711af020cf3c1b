"""Conditions that a rule may name under `where`: does what matched stand there as a time?

Each gives the reason against, for a reader who asks why something is no date, or '' where it may be one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from timeline.dates import counting, following, naming, numbering
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


def tight_or_year(tokens: Tokens, first: int, last: int, language: Language) -> str:
    """Written in one, or with its year."""
    year = any(word.isdigit() and len(word) == 4 for word in tokens.words[first:last])
    return "" if year else tight(tokens, first, last, language)


def decade_written(tokens: Tokens, first: int, last: int, language: Language) -> str:
    """A year and its ending in one: '1990s', not '1990 s'."""
    numeral = next(index for index in range(first, last) if tokens.words[index].isdigit())
    if tokens.word(last) in language.classes["of"] and numeral == first:
        return "it counts something"
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


def at_a_time(tokens: Tokens, first: int, last: int, language: Language) -> str:
    """A time of day by the word before it or by its own: 'at ten past nine', '0735 GMT', not 'ran ten past nine'."""
    told = language.classes["telling time"] | frozenset(language.values["zone"])
    if tokens.word(first - 1) in language.classes["before clock"] or told & set(tokens.words[first:last]):
        return ""
    return "without a word such as 'at' before it, it may count something"


def four_digits(tokens: Tokens, first: int, last: int, language: Language) -> str:
    """Hour and minute in one number of four digits: '0735 hours', or of three before a zone."""
    zone = tokens.words[last - 1] in language.values["zone"]
    return "" if len(tokens.words[first]) == 4 or zone else "it has no four digits"


def day_alone(tokens: Tokens, first: int, last: int, language: Language) -> str:
    """A day of the month by its number: 'on the 27th', not 'on the 27th floor'."""
    if tokens.word(first - 1) not in language.classes["before day"]:
        return "without a word such as 'on' before it, it may count anything"
    after = tokens.word(last)
    return "it counts something" if after.isalnum() and after not in language.classes["after day alone"] else ""


def no_clause_after(tokens: Tokens, first: int, last: int, language: Language) -> str:
    """'At the moment', where no clause says which: not 'at the moment you leave'."""
    del first
    told = tokens.word(last) in language.classes["begins clause"]
    return "the clause after it says which" if told else ""


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


def no_fall_in_it(tokens: Tokens, first: int, last: int, language: Language) -> str:
    """A season of that year, not something that fell in it: 'the fall of 2003', not 'his fall in 2003'."""
    index = next(index for index in range(first, last) if tokens.words[index] in language.values["season"])
    doubtful = tokens.words[index] in language.classes["doubtful"]
    return "it is mostly another word" if doubtful and tokens.word(index + 1) in language.classes["in it"] else ""


def _is_of_something(tokens: Tokens, last: int, language: Language) -> bool:
    """Whether 'of' follows, and no day or month after it: 'the dawn of a new age', not 'the dawn of 3 May'."""
    after = {tokens.word(last + 1), tokens.word(last + 2)}
    days = language.classes["month"] | language.classes["weekday"]
    dated = any(word.isdigit() for word in after) or bool(after & days)
    return tokens.word(last) in language.classes["of"] and not dated


def part_alone(tokens: Tokens, first: int, last: int, language: Language) -> str:
    """A part of the day that dates something: 'in the morning', not 'a morning', 'the Morning Star'."""
    article = tokens.words[first] in language.classes["definite"]
    if tokens.words[last - 1] in language.classes["figurative"] and _is_of_something(tokens, last, language):
        return "it is a beginning or an end of something"
    if article and tokens.written(first + 1, last).istitle():
        return "a capital makes it a name"
    at = tokens.word(first - 1) in language.classes["at"]
    return "" if article or at or last - first > 1 else "it names no particular day"


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
        "a rate": counting.a_rate,
        "adverb": adverb,
        "at a time": at_a_time,
        "bare unit": counting.bare_unit,
        "business half": counting.business_half,
        "capitalised": capitalised,
        "capitals": naming.capitals,
        "clock alone": clock_alone,
        "clock written": clock_written,
        "dated": dated,
        "day alone": day_alone,
        "decade written": decade_written,
        "four digits": four_digits,
        "hour named": counting.hour_named,
        "length": counting.length,
        "looks forward": following.looks_forward,
        "month alone": month_alone,
        "no clause after": no_clause_after,
        "no event after": following.no_event_after,
        "no fall in it": no_fall_in_it,
        "no given name": naming.no_given_name,
        "no hours": counting.no_hours,
        "no name": naming.no_name,
        "no noun": naming.no_noun,
        "no title": naming.no_title,
        "no amount": counting.no_amount,
        "no number": no_number,
        "no number after": counting.no_number_after,
        "no person": counting.no_person,
        "no one's age": counting.no_ones_age,
        "no word counted": counting.no_word_counted,
        "not counted from": following.not_counted_from,
        "not second": counting.not_second,
        "nothing after that": following.nothing_after_that,
        "part alone": part_alone,
        "part of a unit": counting.part_of_a_unit,
        "no age": counting.no_age,
        "plural alone": counting.plural_alone,
        "season alone": season_alone,
        "tight": tight,
        "tight numbers": tight_numbers,
        "tight or year": tight_or_year,
        "whole hours": counting.whole_hours,
        "whole weekday": whole_weekday,
        "year after year": numbering.year_after_year,
        "year alone": numbering.year_alone,
        "year named": following.year_named,
    }
)
"""What rules.toml may name under `where`"""
