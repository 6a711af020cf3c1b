"""Conditions on what is counted: a length or an age, an hour or hours, a year or an amount."""

from __future__ import annotations

from timeline.dates.language import Language
from timeline.dates.tokens import Tokens

_APPOSITION = frozenset(",()")


def not_second(tokens: Tokens, first: int, last: int, language: Language) -> str:
    """A unit of the calendar, not the second of two or a mere moment."""
    del first
    word = tokens.words[last - 1]
    unit = language.values["unit"].get(word)
    return "a moment is no part of the calendar" if unit in ("S", "m", "H") else ""


def bare_unit(tokens: Tokens, first: int, last: int, language: Language) -> str:
    """The unit that is meant without saying which: not 'the year of', 'the week that'."""
    del first
    after = tokens.word(last)
    return "another word says which" if after in language.classes["after bare unit"] or after.isdigit() else ""


def length(tokens: Tokens, first: int, last: int, language: Language) -> str:
    """So much time; not 'a second chance', 'three quarters of the seats', 'a year-ago loss', 'a 6-year-old'."""
    word, after = tokens.words[last - 1], tokens.word(last)
    if word in language.classes["ordinal"]:
        article = {tokens.words[first], tokens.word(first - 1)} & language.classes["article"]
        return "it counts in order" if article else ""
    if language.values["unit"].get(word) == "Q" and _is_part(tokens, first, last, language):
        return "it is a part of something"
    if len(word) == 1 and tokens.text[tokens.starts[last - 1]].isupper():
        return "a capital makes it another sign"
    if after in language.classes["dash"] and tokens.word(last + 1) in language.classes["after length"]:
        return "it is part of an adjective"
    if word in language.classes["ig"] or word in language.classes["adjectival"]:
        return no_person(tokens, first, last, language)
    return no_age(tokens, first, last, language)


def _is_part(tokens: Tokens, first: int, last: int, language: Language) -> bool:
    """Whether a quarter is a fourth of something: 'three quarters of the seats', 'fell by a quarter'."""
    of = last + (tokens.word(last) in language.classes["dash"])
    lasting = tokens.word(first - 1) in language.classes["before quarter"]
    return tokens.word(of) in language.classes["of"] or (
        tokens.words[first] in language.classes["article"] and not lasting
    )


def plural_alone(tokens: Tokens, first: int, last: int, language: Language) -> str:
    """Units without a number that stand for a length: 'for days', 'the months before'."""
    unit = language.values["unit"][tokens.words[last - 1]]
    if unit in ("Q", "E"):
        return "they are rooms, coins or parts" if unit == "Q" else "they come back"
    before, needed = tokens.word(first - 1), language.classes["before length"]
    if tokens.word(last) in language.classes["of"] and _are_noted(tokens, first, language):
        return "they are the record of a meeting"
    if before in language.classes["dash"] and tokens.end(first - 1) == tokens.starts[first]:
        return "it is part of a longer word"
    if before.isdigit():
        return "what counts it makes it something else, such as an age"
    counts = before not in language.classes["before no length"] and (not needed or before in needed)
    return "" if counts else "nothing counts it"


def _are_noted(tokens: Tokens, first: int, language: Language) -> bool:
    """Whether minutes are those of a meeting: 'the minutes of', not 'within minutes of'."""
    minutes = language.values["unit"].get(tokens.words[first]) == "m"
    noted = tokens.text[tokens.starts[first]].isupper() or tokens.word(first - 1) in language.classes["definite"]
    return minutes and noted


def whole_hours(tokens: Tokens, first: int, last: int, language: Language) -> str:
    """An hour of the clock, not so many hours: 'à 18 heures', not '18 heures de travail'."""
    if tokens.word(first - 1) in language.classes["before hours"]:
        return "it is so many hours"
    if tokens.words[first + 1] not in language.classes["plural"] | language.classes["singular"]:
        return ""
    minutes = language.values["unit"].get(tokens.words[last - 1]) == "m"
    told = (last - first > 2 and not minutes) or tokens.word(first - 1) in language.classes["before clock"]
    return "" if told else "it may be so many hours"


def hour_named(tokens: Tokens, first: int, last: int, language: Language) -> str:
    """'À trois heures et demie', 'trois heures du matin', not 'trois heures et demie de retard'."""
    before, told = tokens.word(first - 1), tokens.words[last - 1]
    if told in language.values["part"] or told in language.values["hourname"]:
        return ""
    clock = before in language.classes["before clock"] and before not in language.classes["before hours"]
    return "" if clock else "it may be so many hours"


def no_hours(tokens: Tokens, first: int, last: int, language: Language) -> str:
    """So many hours, not from one to another: '9 tot 17 uur', but not 'van 9 tot 17 uur'."""
    hours = language.values["unit"].get(tokens.words[last - 1]) == "H"
    return "it is from one hour to another" if hours and tokens.word(first - 1) in language.classes["from hour"] else ""


def no_amount(tokens: Tokens, first: int, last: int, language: Language) -> str:
    """No amount where a day was read: 'May 10 percent'."""
    del first
    after = tokens.word(last)
    return "it counts something" if after in language.classes["percent"] else ""


def business_half(tokens: Tokens, first: int, last: int, language: Language) -> str:
    """A half of the business year, not of a match or a loaf."""
    del first
    return "" if tokens.word(last) in language.classes["after half"] else "it may be the half of anything"


def no_word_counted(tokens: Tokens, first: int, last: int, language: Language) -> str:
    """A year by itself in a language that says 'year' with it: '(1998)', '1941–1945', not '1990 семей'."""
    before, after = tokens.word(first - 1), tokens.word(last)
    apart = last - first > 1 or not after.isalpha() or after in language.classes["after year"]
    return "" if apart or before in language.classes["before year"] else "it may count the word after it"


def no_person(tokens: Tokens, first: int, last: int, language: Language) -> str:
    """No age: 'der 18-jährige Täter', 'ein Zehnjähriger'; but 'eine zehnjährige Haft'."""
    capital = tokens.text[tokens.starts[last - 1]].isupper() or (
        tokens.text[tokens.starts[first]].isupper() and tokens.word(first - 1) not in language.classes["stop"]
    )
    years = language.values["unit"].get(tokens.words[last - 1]) == "Y"
    digits = years and tokens.words[first].isdigit()
    person = years and any(tokens.word(index) in language.classes["person"] for index in (last, last + 1))
    return "an age says how old someone is, not when" if digits or capital or person else ""


def no_ones_age(tokens: Tokens, first: int, last: int, language: Language) -> str:
    """No age: 'in his twenties', 'a woman in her late 40s'."""
    del last
    near = {tokens.word(first - distance) for distance in range(4)}
    return "an age says how old someone is, not when" if near & language.classes["possessive"] else ""


def a_rate(tokens: Tokens, first: int, last: int, language: Language) -> str:
    """So much a day: 'four flights a week', '40 million a year'; not 'lasted a week'."""
    del last
    before, number = tokens.word(first - 1), tokens.word(first - 2)
    if _counts(before, language) or (before.endswith("s") and _counts(number, language)):
        return ""
    return "nothing is counted for it"


def _counts(word: str, language: Language) -> bool:
    """Whether it is a number in figures or words."""
    return word.isdigit() or word in language.values["number"]


def part_of_a_unit(tokens: Tokens, first: int, last: int, language: Language) -> str:
    """A quarter of an hour or of a century, 'three quarters of an hour'; no other unit is told so."""
    del first
    return "" if language.values["unit"].get(tokens.words[last - 1]) in ("H", "C", "Y", "m", "D") else "it is no length"


def no_number_after(tokens: Tokens, first: int, last: int, language: Language) -> str:
    """No amount: 'um 3.50 Euro'."""
    del first
    after = tokens.word(last)
    return "it counts something" if after in language.classes["after number"] else ""


def no_age(tokens: Tokens, first: int, last: int, language: Language) -> str:
    """No age: 'the 6-year-old boy', 'un homme de 35 ans', 'Anne Lenoir, 35 ans,'."""
    follows = (tokens.word(last), tokens.word(last + 1))
    old = follows[0] in language.classes["old"] or (
        follows[0] in language.classes["dash"] and follows[1] in language.classes["old"]
    )
    years = language.values["unit"].get(tokens.words[last - 1]) == "Y"
    old = old or (
        years and (_is_age_before(tokens, first, language) or _is_in_apposition(tokens, first, last, language))
    )
    return "an age says how old someone is, not when" if old else ""


def _is_age_before(tokens: Tokens, first: int, language: Language) -> bool:
    """Whether the words before make it an age: 'un chauffeur de 35 ans', but 'une peine de 3 ans'."""
    index = first - 1 - (tokens.word(first - 1) in language.classes["article"])
    index -= tokens.word(index) in language.classes["apos"]
    before, earlier = tokens.word(index), tokens.word(index - 1)
    if before in language.classes["before age"] or before not in language.classes["age link"]:
        return before in language.classes["before age"]
    lasting = language.classes["length of"]  # where a language lists what lasts, all else that has years has an age
    return earlier in language.classes["before age"] or bool(lasting and earlier.isalpha() and earlier not in lasting)


def _is_in_apposition(tokens: Tokens, first: int, last: int, language: Language) -> bool:
    """Whether it stands between commas after a name, or in figures after any word: 'la victime, 52 ans,'."""
    comma = first - 1 - (tokens.word(first - 1) in language.classes["age link"])
    name = tokens.word(comma - 1)
    if not name.isalpha() or not {tokens.word(comma), tokens.word(last)} <= _APPOSITION:
        return False
    return tokens.text[tokens.starts[comma - 1]].isupper() or tokens.words[first].isdigit()
