"""Many documents to their key dates, by properties that hold for any collection."""

from __future__ import annotations

import itertools
import json
from datetime import date

import pytest

from timeline.digest import Article, Wish, digest
from timeline.digest.articles import article_of_line
from timeline.digest.days import best_days, weigh_days
from timeline.digest.passages import passages
from timeline.digest.topic import topic_of
from timeline.digest.writing import as_json, as_markdown

# A dam is damaged on 3 March, a village is cleared on 5 March, an inquiry reports on 20 March.
STORY = [
    ("2021-03-04", "A wall of the Orrin dam gave way on Wednesday and sent water into the valley below the reservoir."),
    ("2021-03-04", "Engineers said the Orrin dam had cracked on 3 March after a week of rain filled the reservoir."),
    ("2021-03-06", "The village of Tarn was cleared on Friday as water from the Orrin dam rose above the valley road."),
    ("2021-03-07", "Two days after Tarn was cleared on 5 March, water in the valley below the Orrin dam fell again."),
    ("2021-03-12", "Work on the reservoir wall that gave way on 3 March has begun, the owner of the Orrin dam said."),
    ("2021-03-21", "An inquiry into the Orrin dam found on Saturday that the owner had ignored cracks in its wall."),
    ("2021-03-22", "The inquiry of 20 March blamed the owner of the Orrin dam for water that flooded the valley."),
    (
        "2021-03-25",
        "The Orrin dam, whose wall gave way on 3 March, is to be rebuilt lower, engineers told the inquiry.",
    ),
]


def article(number: int, published: str, text: str) -> Article:
    row = {"id": f"a{number}", "published": published, "text": text, "language": "en"}
    return article_of_line(json.dumps(row))


def story() -> list[Article]:
    return [article(number, published, text) for number, (published, text) in enumerate(STORY)]


def days(wish: Wish) -> list[str]:
    return [str(date.fromordinal(found.day)) for found in digest(story(), wish)]


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


WISHES = [
    (Wish(dates=1), ["2021-03-03"]),
    (Wish(dates=3), ["2021-03-03", "2021-03-05", "2021-03-20"]),
    (Wish(dates=1, first=day("2021-03-04"), last=day("2021-03-12")), ["2021-03-05"]),
    (Wish(dates=1, first=day("2021-03-10"), last=day("2021-03-20")), ["2021-03-20"]),
    (Wish(first=day("2022-01-01")), []),
]


@pytest.mark.parametrize(("wish", "expected"), WISHES)
def test_the_days_that_most_articles_name_are_the_key_dates(wish: Wish, expected: list[str]) -> None:
    assert days(wish) == expected


def test_a_day_is_told_by_sentences_that_name_it() -> None:
    (only,) = digest(story(), Wish(dates=1, sentences=3))
    assert len(only.sentences) == 3
    assert all("on 3 March" in sentence or "on Wednesday" in sentence for sentence in only.sentences)


def test_the_order_of_the_articles_is_no_matter() -> None:
    expected = digest(story(), Wish())
    assert all(
        digest(order, Wish()) == expected for order in itertools.islice(itertools.permutations(story()), 0, 99, 7)
    )


def test_no_sentence_tells_two_days() -> None:
    told = [sentence for found in digest(story(), Wish(sentences=5)) for sentence in found.sentences]
    assert len(told) == len(set(told)) > 3


def test_a_copy_of_a_sentence_is_not_chosen_beside_it() -> None:
    copies = [article(number, "2021-03-04", STORY[0][1]) for number in range(4)]
    (found,) = digest(copies, Wish(dates=1, sentences=3))
    assert found.sentences == (STORY[0][1],)


def test_without_a_number_a_day_in_passing_is_left_out() -> None:
    wish = Wish()
    found = digest([*story(), *(article(50 + number, *STORY[0]) for number in range(60))], wish)
    assert [str(date.fromordinal(key.day)) for key in found][:1] == ["2021-03-03"]
    assert "2021-03-12" not in [str(date.fromordinal(key.day)) for key in found]


def test_keywords_draw_the_ranking_to_what_they_name() -> None:
    other = "The county fair at Millbrook was opened on 15 March by the mayor, with a parade of tractors and a band."
    mixed = [*story(), article(90, "2021-03-17", other)]
    told = [figure(mixed, keywords, "2021-03-15") for keywords in ((), ("fair", "parade"))]
    assert told[0] < told[1]


def figure(articles: list[Article], keywords: tuple[str, ...], text: str) -> float:
    """The share of the best day's figure that a day has."""
    collection = [passage for number, item in enumerate(articles) for passage in passages(number, item)]
    figures = weigh_days(collection, topic_of(collection, keywords))
    return figures[day(text)] / max(figures.values())


PRINTED = [
    ("The crack widened on 3 March 2021.", [day("2021-03-03")]),
    ("Thursday 4 March 2021, 09.12 GMT", []),
    ("The crack widened today.", [day("2021-03-04")]),
    ("It had cracked on Tuesday and on Monday and on Tuesday.", [day("2021-03-02"), day("2021-03-01")]),
    ("Nobody knew in March 2021.", []),
]


@pytest.mark.parametrize(("text", "expected"), PRINTED)
def test_a_passage_names_days_but_not_the_date_printed_with_its_article(text: str, expected: list[int]) -> None:
    assert [found for item in passages(0, article(0, "2021-03-04", text)) for found in item.days] == expected


CHRONICLE = (
    "1 March 2021: rain fills it. On 3 March 2021 its wall cracks. 5 March: Tarn is cleared. 9 March: it is dry."
)
ENTRIES = [
    (CHRONICLE, [True, True, True, True]),
    (CHRONICLE.removesuffix(" 9 March: it is dry."), [False, False, False]),
    (CHRONICLE + " Nobody was hurt on 3 March.", [True, True, True, True, False]),
    ("On Monday it rained. On Tuesday it cracked. On Wednesday Tarn was cleared. On Friday it was dry.", [False] * 4),
]


@pytest.mark.parametrize(("text", "expected"), ENTRIES)
def test_an_article_with_many_sentences_that_open_with_a_date_is_a_chronicle(text: str, expected: list[bool]) -> None:
    assert [item.entry for item in passages(0, article(0, "2021-04-04", text))] == expected


def test_an_entry_of_a_chronicle_counts_more_than_a_sentence() -> None:
    told = CHRONICLE.replace("5 March: Tarn is cleared.", "Tarn is cleared on 5 March.") + " 7 March: it rains again."
    entry, sentence = ("2021-03-03", "2021-03-05")
    collection = passages(0, article(0, "2021-04-04", told))
    figures = weigh_days(collection, topic_of(collection))
    assert figures[day(entry)] > figures[day(sentence)]


FIGURES = [
    ({1: 100.0, 2: 5.0, 3: 4.9}, None, (1, 2)),
    ({1: 100.0, 2: 5.0, 3: 4.9}, 3, (1, 2, 3)),
    ({4: 7.0, 2: 7.0, 3: 7.0}, 2, (2, 3)),
    ({1: 0.0}, None, ()),
    ({}, None, ()),
]


@pytest.mark.parametrize(("figures", "number", "expected"), FIGURES)
def test_as_many_days_as_asked_or_as_matter(
    figures: dict[int, float], number: int | None, expected: tuple[int, ...]
) -> None:
    assert best_days(figures, number) == expected


def test_no_articles_have_no_key_dates() -> None:
    assert digest([], Wish()) == ()
    assert (as_json([]), as_markdown([])) == ("[]\n", "")


@pytest.mark.parametrize("text", ["", "…", "on", "4 March", "Ja.\n\n\nNein.", "\ud800 on Monday 1 March"])
def test_next_to_no_text_is_no_fault(text: str) -> None:
    assert all(key.sentences for key in digest([article(0, "2021-03-04", text)], Wish()))


def test_markdown_shows_sentences_as_they_stand() -> None:
    written = as_markdown(
        digest([article(0, "2021-03-04", "1. *He* <b>left</b> the [dam](x) on Monday.")], Wish(dates=1))
    )
    assert written.startswith("## 2021-03-01\n\n- ")
    assert "\\<b\\>left\\</b\\> the \\[dam\\](x)" in written
