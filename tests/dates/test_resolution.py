"""What an expression is counted from: publication, the dates named before, the words around it."""

from __future__ import annotations

import datetime

import pytest

from timeline.dates import tag
from timeline.dates.wording import spoken

FRIDAY = datetime.date(2022, 1, 28)

WEEKDAYS = [
    # text, value of its only expression, why
    ("The council met on Wednesday.", "2022-01-26", "the last one up to publication"),
    ("The council met on Friday.", "2022-01-28", "the day of publication counts"),
    ("The council will meet on Wednesday.", "2022-02-02", "the clause looks forward"),
    ("The council will meet on Friday.", "2022-01-28", "forward, and the day of publication counts"),
    ("The payment is due Wednesday.", "2022-02-02", "what is due is to come"),
    ("He has until Monday.", "2022-01-31", "'until' looks forward"),
    ("The talks are to resume Tuesday.", "2022-02-01", "what is to be is to come"),
    ("The ship could leave as soon as Sunday.", "2022-01-30", "'as soon as' looks forward"),
    ("He said on Monday that he will stay.", "2022-01-24", "the nearest verb is a past one"),
    ("The verdict is expected Monday.", "2022-01-31", "what is expected is to come"),
    ("The trial opens Monday.", "2022-01-31", "the present tense of what is fixed beforehand"),
    ("He said he would leave on Monday.", "2022-01-31", "'would' looks forward from a past"),
    ("He will appeal Wednesday's ruling.", "2022-01-26", "what one will act upon has been"),
    ("He will stand in Sunday's poll.", "2022-01-30", "a preposition puts it into the clause"),
    ("He resigned last Friday.", "2022-01-21", "never the day of publication itself"),
    ("They play next Friday.", "2022-02-04", "never the day of publication itself"),
]
YEARS = [
    ("The mill burnt on January 26.", "2022-01-26", "the nearest"),
    ("The mill burnt on December 30.", "2021-12-30", "the nearest lies in the year before"),
    ("The fair will be held on December 30.", "2022-12-30", "the clause looks forward"),
    ("The mill burnt in November.", "2021-11", "a month, by tense"),
    ("The fair will open in November.", "2022-11", "a month, by tense"),
    ("The mill burnt on Thursday, March 4.", "2021-03-04", "the year in which that day is a Thursday"),
    ("The law took effect on February 9.", "2021-02-09", "a preterite right before it is surely past"),
    ("The pool closed last January.", "2021-01", "the month of publication is not the last one"),
    ("They were married on 29 February.", "2020-02-29", "the nearest year that has the day"),
    ("Sales rose in the third quarter.", "2021-Q3", "quarters are reported on"),
]
CHAINS = [
    # text, values in order
    ("He left on 8 April 2009. Five days later he was back.", ["2009-04-08", "2009-04-13"]),
    (
        "She came on 3 May 2009. That evening she sang. The next morning she left.",
        ["2009-05-03", "2009-05-03TEV", "2009-05-04TMO"],
    ),
    ("It began on 3 May 2009. Two weeks later it ended.", ["2009-05-03", "2009-05-17"]),
    ("It began in May 2009. The following month it ended.", ["2009-05", "2009-06"]),
    ("The town fell in 1410. The year before, it had burnt.", ["1410", "1409"]),
    ("They met on 3 May 2009, and a day after that, again.", ["2009-05-03", "2009-05-04"]),
    (
        "For the quarter ended Sept. 30 it had a loss, against a profit a year earlier.",
        ["2021-Q3", "2021-09-30", "2020-Q3"],
    ),
    ("It lost money in the third quarter. In the year-ago quarter it did not.", ["2021-Q3", "2020-Q3"]),
    ("Shots were fired at 10:35 a.m. (0835 GMT) Wednesday.", ["2022-01-26T10:35", "2022-01-26T08:35Z", "2022-01-26"]),
]
SHARED = [
    ("It is open on May 3 and 4.", ["2022-05-03", "2022-05-04"]),
    ("It rained in October and November 2019.", ["2019-10", "2019-11"]),
    ("The Persians came in 492 and 490 BC.", ["BC0492", "BC0490"]),
    ("Sales fell in the second and third quarters of 2009.", ["2009-Q2", "2009-Q3"]),
    ("They signed for 12 and 18 months.", ["P12M", "P18M"]),
    ("They met on May 3 and 4, 2010.", ["2010-05-03", "2010-05-04"]),
    ("They met on the 3rd and 4th of May 2010.", ["2010-05-03", "2010-05-04"]),
    ("It is open from 8 to 10 p.m.", ["2022-01-28T20:00", "2022-01-28T22:00"]),
    ("It is open between 11 and 2 p.m.", ["2022-01-28T11:00", "2022-01-28T14:00"]),
    ("They sang on Monday and Tuesday nights.", ["XXXX-WXX-1TNI", "XXXX-WXX-2TNI"]),
    ("The season of 1995-96 was cold.", ["1995", "1996"]),
    ("They spent the spring and early summer of 1943 there.", ["1943-SP", "1943-SU"]),
]
RANGES = [
    # text, value of the first, where it ends
    ("The fair runs from 3 to 5 May.", "2022-05-03", "2022-05-05"),
    ("The games run 10–20 February in the hills.", "2022-02-10", "2022-02-20"),
    ("It was shut between Monday and Wednesday.", "2022-01-24", "2022-01-26"),
    ("He will be away from Thursday until 20 February.", "2022-02-03", "2022-02-20"),
    ("They fought from 1914 to 1918.", "1914", "1918"),
    ("It is open Monday through Friday.", "2022-01-24", "2022-01-28"),
]
ODDLY_CUT = [
    ("Mexico 's law of April 24 -LRB- May 3 , 2009 -RRB- .", ["2022-04-24", "2009-05-03"]),
    ("In Sept . 30 's issue", ["2021-09-30"]),
    ("On\n26\nJanuary\n2022", ["2022-01-26"]),
    ("It was the\t 3rd   of\u00a0May 2009.", ["2009-05-03"]),
    ("ON WEDNESDAY, MAY 4 2022", ["2022-05-04"]),
    ("In May\n\n2022 men came", ["2022-05"]),
]
UNDATED = [
    ("He spoke on Wednesday.", ["XXXX-WXX-3"]),
    ("He spoke on January 26.", ["XXXX-01-26"]),
    ("He spoke in January.", ["XXXX-01"]),
    ("He spoke last week.", ["XXXX-WXX"]),
    ("He speaks now.", ["PRESENT_REF"]),
    ("Rents rose in the third quarter ended Sept. 30.", ["XXXX-Q3", "XXXX-09-30"]),
    ("Rents rose in the third quarter ended 30 September 44 BC.", ["BC0044-Q3", "BC0044-09-30"]),
    ("He spoke on 3 May 2009 and again the next day.", ["2009-05-03", "2009-05-04"]),
    ("He spoke on 3 May 2009. He died on June 4.", ["2009-05-03", "2009-06-04"]),
]
HISTORY = (
    "In 1912 the league was founded. War broke out on 8 October 1912. By early November the city was besieged. "
    "In February a truce was signed, and it ended in April. On 29 June 1913 fighting began anew. "
    "Ten days later it spread. "
    "Peace came on 10 August 1913. The former allies parted in 1914, and in 1915 one of them joined the other side."
)


SHORT_HISTORIES = [
    # text, values in order
    ("In 1815 he fled. In March he was back. The following year he died.", ["1815", "1815-03", "1816"]),
    ("On 3 May 1912 she sailed. On 9 May she was lost.", ["1912-05-03", "1912-05-09"]),
    (
        "In 1914 he wed in Hull, where in 1909 he had been born. That summer he left.",
        ["1914", "1909", "1909-SU"],
    ),
    (
        "He wed in 1914 and moved in 1920. Four years earlier he had been ill. Ten years later he died.",
        ["1914", "1920", "1916", "1930"],
    ),
    ("The town grew in the 1920s and was rich by the end of the decade.", ["192", "192"]),
    (
        "They served from 1914 to 1918. In August 1916 he fell ill, and was home by Christmas.",
        ["1914", "1918", "1916-08", "1916-12-25"],
    ),
]
NO_HISTORIES = [
    (
        "The mill, built in 1912, was sold in 1950, 1960, 1970, 1980 and 2001. It is a ruin today. It has a fence. "
        "It has no roof. There are plans, and there will be a fair in May.",
        ["1912", "1950", "1960", "1970", "1980", "2001", "2022-01-28", "2022-05"],
    ),
    ("He came in 1912. His fall in 2003 was deep. He spoke about Tuesday.", ["1912", "2003", "2022-01-25"]),
    ("The mill, built in 1912, burnt in November.", ["1912", "2021-11"]),
    ("The mill, built in 1912 and closed in 1950, burnt on Tuesday.", ["1912", "1950", "2022-01-25"]),
    ("The bonds are due in 2032 and 2040, and are paid on February 9.", ["2032", "2040", "2022-02-09"]),
    ("Sales were higher than in 2012 and 2015. Profit fell in the third quarter.", ["2012", "2015", "2021-Q3"]),
]


NO_RANGES = [
    "It aired on January 25, 2011 - 16:00:00 ET.",
    "He came on Monday, and on Wednesday he left.",
    "They met on 3 May and 5 June.",
]


def values(text: str, anchor: datetime.date | None = FRIDAY) -> list[str]:
    return [timex.value for timex in tag(text, anchor)]


@pytest.mark.parametrize(("text", "value", "why"), WEEKDAYS + YEARS)
def test_an_open_date_is_completed_by_tense_and_nearness(text: str, value: str, why: str) -> None:
    assert values(text) == [value], why


@pytest.mark.parametrize(("text", "expected"), CHAINS)
def test_a_step_is_counted_from_the_date_named_before(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(("text", "expected"), SHARED)
def test_what_is_said_once_holds_for_both(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(("text", "first", "last"), RANGES)
def test_the_first_of_a_range_knows_where_it_ends(text: str, first: str, last: str) -> None:
    begin, end = tag(text, FRIDAY)
    assert (begin.value, begin.until, end.value, end.until) == (first, last, last, None)


@pytest.mark.parametrize("text", NO_RANGES)
def test_two_times_side_by_side_are_no_range(text: str) -> None:
    assert [timex.until for timex in tag(text, FRIDAY)] == [None, None]


@pytest.mark.parametrize(("text", "expected"), ODDLY_CUT)
def test_white_space_and_odd_cuts_do_not_matter_but_paragraphs_do(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(("text", "expected"), UNDATED)
def test_without_a_publication_date_only_the_text_anchors(text: str, expected: list[str]) -> None:
    assert values(text, None) == expected


def test_a_history_counts_from_the_dates_around_and_not_from_publication() -> None:
    found = {timex.text: timex.value for timex in tag(HISTORY, FRIDAY)}
    assert found["early November"] == "1912-11"
    assert found["February"] == "1913-02"
    assert found["April"] == "1913-04"
    assert found["Ten days later"] == "1913-07-09"
    assert found["former"] == "PAST_REF"


@pytest.mark.parametrize(("text", "expected"), SHORT_HISTORIES)
def test_a_few_sentences_can_be_a_history(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(("text", "expected"), NO_HISTORIES)
def test_years_in_the_background_make_no_history(text: str, expected: list[str]) -> None:
    assert values(text) == expected


def test_the_domain_can_be_said() -> None:
    told = tag("In 1912 it began. In February it ended.", FRIDAY, domain="narrative")
    assert [timex.value for timex in told] == ["1912", "1912-02"]


def test_the_anchor_says_what_was_counted_from() -> None:
    yesterday, written, later = tag("He came yesterday. He left on 3 May 2009. A day later he was back.", FRIDAY)
    assert yesterday.anchor is not None and (yesterday.anchor.value, yesterday.anchor.kind) == ("2022-01-28", "dct")
    assert written.anchor is None
    assert later.anchor is not None and (later.anchor.value, later.anchor.kind) == ("2009-05-03", "mention")


EXPLANATIONS = [
    (
        "It was shut on Wednesday.",
        "A weekday in the past tense: the last Wednesday up to publication, Fri 28 Jan 2022.",
    ),
    ("He died on 3 May 2009.", "The date is written out: Sun 3 May 2009."),
    ("He came a week ago.", "One week before publication, Fri 28 Jan 2022."),
    ("It lasted a week.", "A length of time, not a point in it."),
    ("They meet every Friday.", "A time that comes back."),
    ("He came on Christmas Eve.", "The feast's day nearest to publication, Fri 28 Jan 2022."),
]


@pytest.mark.parametrize(("text", "explanation"), EXPLANATIONS)
def test_an_explanation_is_a_sentence_for_a_reader(text: str, explanation: str) -> None:
    (timex,) = tag(text, FRIDAY)
    assert timex.explanation == explanation


SPOKEN = [
    ("2022-01-28", "Fri 28 Jan 2022"),
    ("2022-01", "January 2022"),
    ("2022", "2022"),
    ("2022-W04", "the week of Mon 24 Jan 2022"),
    ("2022-Q3", "the third quarter of 2022"),
    ("2022-H1", "the first half of 2022"),
    ("2022-SU", "summer 2022"),
    ("199", "the 1990s"),
    ("18", "the century from 1800"),
    ("BC0044", "44 BC"),
    ("BC0044-03-15", "15 Mar 44 BC"),
    ("P3D", "P3D"),
]


@pytest.mark.parametrize(("value", "words"), SPOKEN)
def test_a_value_is_spoken_in_plain_words(value: str, words: str) -> None:
    assert spoken(value) == words


LONG = "The people of the valley like to read. " * 60
ESSAYS = [
    # text after a long one, value of its last expression, why
    ("Today they read more than their parents.", "PRESENT_REF", "no other day is named: it means nowadays"),
    ("The library was opened today.", "2022-01-28", "what is told as past happened on a day"),
    ("Yesterday it rained. Today they read.", "2022-01-28", "a text that names days is a report"),
    ("At 9 a.m. the doors open. Today they read.", "2022-01-28", "an hour is that of a day"),
]


@pytest.mark.parametrize(("text", "value", "why"), ESSAYS)
def test_today_is_no_day_in_a_long_text_that_names_none(text: str, value: str, why: str) -> None:
    assert tag(LONG + text, FRIDAY)[-1].value == value, why
    assert tag(text, FRIDAY)[-1].value == "2022-01-28", "a short text may be a report that names no other day"
