"""The engine beneath the rules: its notation, its alphabet, and the search that passes over most of a text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline import languages
from timeline.dates import language, patterns
from timeline.dates.automaton import Automaton
from timeline.dates.codes import UNKNOWN, Codes
from timeline.dates.groups import number
from timeline.dates.places import Places, bits
from timeline.dates.tokens import lowered, tokenise
from timeline.errors import TimelineError

ENGLISH = language.load("en")
LANGUAGES = [code for code in languages.available() if languages.has(code, "rules")]
LETTERS = {"=a": "a", "=b": "b", "=c": "c", "some": "xy"}


def codes_of(name: str) -> str:
    return LETTERS.get(name, "")


NOTATION = [
    # pattern, what it matches, what it does not
    ("a b", ["ab"], ["a", "abb", "ba"]),
    ("a b?", ["a", "ab"], ["abb"]),
    ("a|b c", ["a", "bc"], ["ac", "b"]),
    ("(?:a|b) c", ["ac", "bc"], ["a", "c"]),
    ("<some>{1,2} a", ["xa", "xya"], ["a", "xxxa"]),
    ("(?P<first>a) (?P<rest><some>)?", ["a", "ay"], ["y"]),
]


@pytest.mark.parametrize(("pattern", "matched", "not_matched"), NOTATION)
def test_the_notation_is_regular_expressions_over_words(
    pattern: str, matched: list[str], not_matched: list[str]
) -> None:
    compiled = re.compile(patterns.translate(pattern, codes_of, groups=True))
    assert [codes for codes in matched + not_matched if compiled.fullmatch(codes)] == matched


@pytest.mark.parametrize(("pattern", "matched", "not_matched"), NOTATION)
def test_the_automaton_accepts_what_the_expression_does(
    pattern: str, matched: list[str], not_matched: list[str]
) -> None:
    places = Places(pattern)
    automaton = Automaton([places], codes_of)
    ends = "".join(codes_of(places.classes[place]) for place in bits(places.last))
    for codes in matched:
        assert read(automaton, codes) == (0,)
        assert codes[0] in automaton.begins()
        assert codes[-1] in ends
    assert [codes for codes in not_matched if read(automaton, codes) and not re.match(_plain(pattern), codes)] == []


@pytest.mark.parametrize("code", LANGUAGES)
@given(data=st.data())
def test_the_automaton_knows_which_rules_fit_at_any_words(code: str, data: st.DataObject) -> None:
    known = language.load(code)
    letters = sorted({UNKNOWN, *(letter for name in known.classes for letter in known.codes.of(name))})
    codes = data.draw(st.text(st.sampled_from(letters), max_size=6))
    assert_fitting(known, data.draw(st.sampled_from(sorted(known.begins))) + codes)


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_automaton_knows_which_rules_fit_in_its_corpus(code: str) -> None:
    known = language.load(code)
    for row in languages.load(code, "corpus")["example"]:
        codes = tokenise(row["text"], known.codes, known.spelling).codes
        for first in range(len(codes)):
            assert_fitting(known, codes[first:])


def assert_fitting(known: language.Language, codes: str) -> None:
    """The rules that the automaton tells are those whose expressions match."""
    fitting = [number for number, rule in enumerate(known.order) if patterns.compiled(rule.plain).match(codes)]
    assert read(known.automaton, codes) == tuple(fitting)


def read(automaton: Automaton, codes: str) -> tuple[int, ...]:
    """The numbers of the patterns that fit at the first of those words."""
    state = automaton.start
    for code in [*codes, ""]:
        state = state[code]
    return state.rules


def _plain(pattern: str) -> str:
    return patterns.translate(pattern, codes_of)


FAULTS = [("<none>", "<none>, which has no words"), ("a * b", "a sign that the notation"), ("a [b]", "a sign that")]


@pytest.mark.parametrize(("pattern", "message"), FAULTS)
def test_a_fault_in_the_data_is_named(pattern: str, message: str) -> None:
    with pytest.raises(TimelineError, match=message):
        patterns.translate(pattern, codes_of)


def test_parts_that_stand_in_each_other_are_named() -> None:
    with pytest.raises(TimelineError, match="stand in each other"):
        patterns.expand("<one>", {"one": "<other>", "other": "<one>"})


def test_words_of_the_same_classes_share_a_code() -> None:
    codes = Codes({"month": ["may", "june"], "verb": ["may"]}, {"ed": "past"})
    assert codes["may"] != codes["june"]
    assert set(codes.of("month")) == {codes["may"], codes["june"]}
    assert codes["walked"] in codes.of("past")
    assert codes["tree"] == UNKNOWN


NUMERALS = [
    ("3", {"digits", "day", "hour"}),
    ("03", {"digits", "day", "hour", "minute", "two"}),
    ("31", {"digits", "day", "minute", "two"}),
    ("59", {"digits", "minute", "two"}),
    ("90", {"digits", "two", "tens"}),
    ("500", {"digits", "three", "tens"}),
    ("1999", {"digits", "year"}),
    ("1990", {"digits", "year", "decade", "tens"}),
    ("2200", {"digits"}),
    ("20220128", {"compact"}),
    ("20220", set[str]()),
    ("٣", set[str]()),
]


@pytest.mark.parametrize(("numeral", "classes"), NUMERALS)
def test_a_numeral_has_the_classes_of_its_shape(numeral: str, classes: set[str]) -> None:
    names = {"digits", "day", "hour", "minute", "two", "three", "tens", "year", "decade", "compact"}
    code = ENGLISH.codes[numeral]
    assert {name for name in names if code in ENGLISH.codes.of(name)} == classes


SAID = [
    ("3", 3.0),
    ("1 , 500", 1500.0),
    ("2 . 5", 2.5),
    ("5 1 / 2", 5.5),
    ("twenty - one", 21.0),
    ("one hundred and five", 105.0),
    ("two thousand", 2000.0),
    ("twenty third", 23.0),
    ("a dozen", 12.0),
]


@pytest.mark.parametrize(("words", "value"), SAID)
def test_a_number_is_read_in_figures_and_words(words: str, value: float) -> None:
    found = number(tuple(words.split()), ENGLISH)
    assert found is not None
    assert float(found) == value


def test_words_know_where_they_stand() -> None:
    text = "Until 3rd\u00a0May.\n \nİstanbul"
    tokens = tokenise(text, ENGLISH.codes, ENGLISH.spelling)
    assert tokens.words[:6] == ["until", "3", "rd", "may", ".", "\n \n"]
    assert [text[start:][:1] for start in tokens.starts[:5]] == ["U", "3", "r", "M", "."]
    assert len(lowered(text)) == len(text)
