"""Where a language's words come from: its own tables, those of all languages, the Unicode locale data, and joining."""

from __future__ import annotations

import subprocess
import sys

from timeline.dates import cldr, lexicon
from timeline.dates.codes import Codes
from timeline.dates.tokens import Spelling, tokenise

NO_WORDS = Codes({}, {})


def test_names_of_months_come_in_every_case_that_the_locale_data_has() -> None:
    months = cldr.names("ru").values["month"]
    assert (months["январь"], months["января"], months["янв"]) == (1, 1, 1)


def test_a_weekday_is_counted_from_monday() -> None:
    assert cldr.names("de").values["weekday"] == {
        "montag": 1,
        "dienstag": 2,
        "mittwoch": 3,
        "donnerstag": 4,
        "freitag": 5,
        "samstag": 6,
        "sonntag": 7,
    }


def test_eras_are_patterns_of_rules() -> None:
    assert cldr.names("de").eras["bc"] == r"vor unserer zeitrechnung|v \. chr \."


def test_short_names_of_months_are_told_apart() -> None:
    assert {"jan", "sept"} <= set(cldr.names("de").abbreviated)
    assert "mai" not in cldr.names("de").abbreviated


def test_words_written_in_one_are_two_at_their_places() -> None:
    tokens = tokenise("Am Montagabend.", NO_WORDS, Spelling({"montagabend": ("montag", "abend")}))
    assert tokens.words == ["am", "montag", "abend", "."]
    assert tokens.starts == [0, 3, 9, 14, 15]


def test_an_apostrophe_inside_a_word_is_a_letter_where_the_language_has_one() -> None:
    assert tokenise("п'ятниця", NO_WORDS, Spelling(apostrophe="ʼ")).words == ["пʼятниця"]
    assert tokenise("l'année", NO_WORDS, Spelling()).words == ["l", "'", "année"]


def test_a_feast_is_found_whichever_apostrophe_its_name_has() -> None:
    assert "new year <apos> s day" in lexicon.load("en").parts["holiday"].split("|")


def test_an_english_text_does_not_wait_for_babel() -> None:
    program = "import sys, timeline.dates; timeline.dates.tag('On 3 May.', None); print('babel' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True).stdout
    assert told.strip() == "False"
