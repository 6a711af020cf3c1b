"""Whatever the text is: exact offsets, no overlap, no exception, the same answer each time, and no runaway pattern."""

from __future__ import annotations

import datetime
import importlib.util
import re
import subprocess
import sys
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline import calendar, languages
from timeline.dates import language, recognise, tag
from timeline.model import Timex

LANGUAGES = [code for code in languages.available() if languages.has(code, "rules")]
ENGLISH = language.load("en")
WORDS = st.sampled_from(sorted(word for word in ENGLISH.codes if len(word) < 15))
NUMERALS = st.integers(0, 30000000).map(str) | st.sampled_from(
    ["00", "01", "1990", "2022", "20220128", "1/2", "10:30", "'90s"]
)
GAPS = st.sampled_from(
    [" ", " ", "  ", "\n", "\n\n", "", "-", "–", ", ", ". ", ".", "/", " of ", " the ", " and ", "'s "]
)


def timely(words: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Texts of words of time and numerals in any order."""
    pieces = st.lists(st.tuples(words | words.map(str.title) | NUMERALS, GAPS), max_size=12)
    return pieces.map(lambda found: "".join(word + gap for word, gap in found))


TIMELY = timely(WORDS)
OTHERS = {
    code: timely(st.sampled_from(sorted(word for word in language.load(code).codes if len(word) < 15)))
    for code in LANGUAGES
    if code != "en"
}
ANCHORS = st.none() | st.dates()
DOMAINS = st.sampled_from([None, "news", "narrative"])
VALUE = re.compile(r"(?:BC)?[\dX]{2,4}.{0,30}|P.{1,20}|(?:PAST|PRESENT|FUTURE)_REF")


def checked(text: str, anchor: datetime.date | None, domain: str | None = None, code: str = "en") -> tuple[Timex, ...]:
    """What is found in a text, once all that must hold of it holds."""
    found = tag(text, anchor, code, domain=domain)  # type: ignore[arg-type]
    end = 0
    for timex in found:
        assert end <= timex.span.start < timex.span.end
        assert timex.span.of(text) == timex.text == timex.text.strip()
        assert VALUE.fullmatch(timex.value), timex
        assert timex.explanation.endswith(".")
        end = timex.span.end
    return found


@given(TIMELY, ANCHORS, DOMAINS)
def test_words_of_time_in_any_order_are_no_trouble(text: str, anchor: datetime.date | None, domain: str | None) -> None:
    found = checked(text, anchor, domain)
    assert found == tag(text, anchor, domain=domain)  # type: ignore[arg-type]


@pytest.mark.parametrize("code", OTHERS)
@given(data=st.data())
def test_words_of_time_of_any_language_are_no_trouble(code: str, data: st.DataObject) -> None:
    checked(data.draw(OTHERS[code]), data.draw(ANCHORS), data.draw(DOMAINS), code)


@given(st.text(st.characters(), max_size=60), TIMELY, st.text(st.characters(), max_size=60))
def test_any_characters_around_them_are_no_trouble(before: str, text: str, after: str) -> None:
    checked(before + text + after, datetime.date(2022, 1, 28))


@given(TIMELY, TIMELY, ANCHORS)
def test_what_is_remembered_of_a_text_changes_no_answer(text: str, other: str, anchor: datetime.date | None) -> None:
    repeated = f"{text} {other} {text}{text} Text. {other} {text}"
    found = checked(repeated, anchor)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(recognise, "_MOST_RECENT", 0)
        assert found == tag(repeated, anchor)


@pytest.mark.parametrize("domain", ["news", "narrative"])
@pytest.mark.parametrize(
    "link",
    [
        "3 May ended ",
        "the quarter ended 30 September ended ",
        "noon on Friday at ",
        "May 3 and 4 and ",
        "1990-91-92 to ",
        "between Monday and ",
        "late in the end of ",
        "12 and 18 months or ",
        "6, 12, 18, ",
        "the 16th and 17th centuries and ",
    ],
)
def test_a_chain_may_have_any_number_of_links(link: str, domain: str) -> None:
    checked(link * 1500 + "24 months", datetime.date(2022, 1, 28), domain)


@given(TIMELY, ANCHORS)
def test_a_calendar_value_is_one_that_the_calendar_knows(text: str, anchor: datetime.date | None) -> None:
    for timex in checked(text, anchor):
        if timex.value[0].isdigit() and "X" not in timex.value:
            assert calendar.period(timex.value), timex


@given(st.text(st.sampled_from("İıſßÅ3 May 2009\u0301\u200d😀٣"), max_size=40))
def test_letters_that_change_their_length_move_no_offset(noise: str) -> None:
    found = checked(f"{noise}\n\non 3 May 2009.", None)
    assert "3 May 2009" in [timex.text for timex in found]


def sources() -> Iterator[tuple[str, str]]:
    for code in LANGUAGES:
        known = language.load(code)
        yield f"{code}: modifiers", known.before
        yield from ((f"{code}: {rule.name}", rule.pattern) for rule in known.rules.values())
        yield from ((f"{code}: link {name}", pattern) for name, pattern in known.links.items())


SOURCES = list(sources())


@pytest.mark.parametrize(("name", "source"), SOURCES, ids=[name for name, _ in SOURCES])
def test_every_pattern_is_bounded(name: str, source: str) -> None:
    unescaped = re.sub(r"\\.", "", source)
    assert re.search(r"[*+]|\{\d*,\}|\(\?[=!<][^P]?|\\\d", re.sub(r"\[[^\]]*\]|\(\?P<\w+>", "", unescaped)) is None
    re.compile(source)


@pytest.mark.skipif(importlib.util.find_spec("re2") is None, reason="google-re2 is not installed")
@pytest.mark.parametrize(("name", "source"), SOURCES, ids=[name for name, _ in SOURCES])
def test_every_pattern_compiles_under_re2(name: str, source: str) -> None:
    importlib.import_module("re2").compile(source)


FLOODS = [
    "1 ",
    "on the ",
    "Monday ",
    "Monday Tuesday Wednesday ",
    "1990 ",
    "noon ",
    "2 pm on Tuesday ",
    "three days later. ",
    "123",
    "May 3 and 4, ",
    "1990-",
    "10:",
    "([",
    "a\u0301",
    "the end of ",
    "three hundred ",
    "1,",
    "\n",
    "2022-01-",
]


@pytest.mark.timeout(60)
@pytest.mark.parametrize("piece", FLOODS)
def test_a_flood_is_read_in_a_moment(piece: str) -> None:
    checked(piece * (100_000 // len(piece)), datetime.date(2022, 1, 28))


@pytest.mark.parametrize("piece", FLOODS)
def test_twice_the_text_is_twice_the_work(piece: str) -> None:
    once, twice = (piece * (size // len(piece)) for size in (8_000, 16_000))
    tag(twice, datetime.date(2022, 1, 28))  # what is remembered of words is worked out here
    assert work(twice) <= 2.2 * work(once) + 100


def work(text: str) -> int:
    """How many functions are called to tag a text: unlike the time, the same on any machine."""
    calls = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        tag(text, datetime.date(2022, 1, 28))
    finally:
        sys.setprofile(before)
    return calls


def test_the_answer_is_the_same_under_any_hash_seed() -> None:
    program = (
        "import datetime; from timeline.dates import tag;"
        "print(tag('Late last Monday, by the end of May 2009 or Q3, and two weeks later.', datetime.date(2022, 1, 28)))"
    )
    answers = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={"PYTHONHASHSEED": seed, "TZ": zone, "SYSTEMROOT": "C:\\Windows"},
            capture_output=True,
            check=True,
        ).stdout
        for seed, zone in (("0", "UTC"), ("1", "Asia/Tokyo"), ("2", "America/New_York"))
    }
    assert len(answers) == 1


def test_an_english_text_does_not_wait_for_dateparser() -> None:
    program = "import sys, timeline.dates; timeline.dates.tag('On 3 May.', None); print('dateparser' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True).stdout
    assert told.strip() == "False"
