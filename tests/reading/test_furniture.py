# ruff: noqa: E501 — a row a line
"""What is no part of an article: a row a kind of furniture, and a row a paragraph that must stay."""

from __future__ import annotations

import pytest

from timeline.reading import read_document
from timeline.settings import Settings

FIRST = (
    "The harbour board of Port Ansel voted on Monday to close the old pier after engineers found cracks in its piles."
)
SECOND = "Fishing crews had asked for a delay until the end of the season, and said that they would appeal to the county court."
THIRD = "The board said that the repairs would take most of the year and that the ferry would land at the north quay until then."
TITLE = "Harbour board closes the old pier"


def parts(text: str) -> tuple[list[str], list[str]]:
    document = read_document("pier.txt", text.encode(), Settings())
    return [s.of(document.text) for s in document.sentences], [s.of(document.text) for s in document.furniture]


INSIDE = [
    ("an advertisement", "ADVERTISEMENT"),
    ("buttons", "Share this article"),
    ("buttons run together", "Share this articleComments"),
    ("a row of networks", "Share this: Email Facebook Google+ LinkedIn Reddit Twitter Digg"),
    ("a copied address", "Copy/paste the article video embed link below:Copy to clipboardCopied"),
    ("a caption with its credit", "Crews on the quay in Port Ansel. Photo: Coastwire"),
    ("a caption with a question and a credit", "Is the pier safe? Photo: Jane Marsh/Coastwire"),
    ("a caption with a copyright", "Crews on the quay on 1 February Copyright Jane Marsh/Pool via AP"),
    ("a copyright alone", "Copyright\xa0Jane Marsh/Coastwire"),
    ("a caption in brackets", "(The chair of the board, left, speaks to crews on the quay, on Tuesday; Image: Coastwire)"),
    ("an agency's credit", "Crews on the quay in Port Ansel. REUTERS/Jane Marsh"),
    ("a byline", "By Jane Marsh with Coastwire"),
    ("a related article", "Related article: Ferry lands at the north quay for the first time since the storm of the century."),
    ("an invitation to read", "Read more: Why the pier had to close"),
    ("a section and an age", "1h | Panorama"),
    ("an age in words", "3 hours ago | Habitat"),
    ("an invitation to subscribe", "Sign up for our newsletter to get the harbour news every morning."),
    ("a comment policy", "Published comments are readers' own views and the paper does not endorse any of the readers' comments."),
    ("a copyright sentence", "Copyright 2022 Coastwire. All rights reserved. This material may not be published, broadcast, or redistributed."),
    ("those who reported", "(Reporting by Jane Marsh; editing by R. Ames)"),
]  # fmt: skip


@pytest.mark.parametrize("line", [row[1] for row in INSIDE], ids=[row[0] for row in INSIDE])
def test_furniture_between_paragraphs_is_taken_out_and_the_article_stays(line: str) -> None:
    sentences, furniture = parts(f"{TITLE}\n\n{FIRST}\n\n{line}\n\n{SECOND}\n\n{THIRD}")
    assert sentences == [FIRST, SECOND, THIRD]
    assert furniture == [line]


AFTER = [
    ("you might also like", "You might also like\n\nFerry lands at the north quay\n\nA new crane for Port Ansel"),
    ("related news with dates", "Related news\n\n“Ferry lands at the north quay” — Coastwire, November 20, 2008"),
    ("most read, numbered", "Most Read\n\n1\nPhoto: Jane Marsh\nHabitat\n\nA mosque without windows\n\n2\nWhat the tide brings on 1 March"),
    (
        "teasers with summaries",
        "More from Coastwire\n\nFerry lands at the north quay\n\nThe ferry from the islands landed at the north quay for the first time since the storm.\n\n"
        "A new crane\n\nThe port has bought a crane that lifts forty tons, which is twice as much as the old one could.\n\nTide tables",
    ),
    ("comments", "Comments\n\nI have fished off that pier for forty years and it never moved an inch, believe me.\n\nJoe"),
    ("sources", "Sources\n\nJane Marsh. “Pier closes”. Coastwire, December 11, 2008"),
    ("bookmarks", "Bookmark with:\nDelicious\nDigg\nFacebook\nWhat are these?\nPrintable version"),
    ("a wiki's foot", "This page has been automatically archived by a robot, and is no longer publicly editable.\nRetrieved from http://example.org/wiki on 14 June 2015"),
    ("questions to readers", "Have you been affected by the closure?\nYou can send your experiences using the form below:"),
    ("more videos", "More Videos from Coastwire\n\nFive cranes in the wind\n\nFive cranes in the wind\n\n17h | Videos"),
]  # fmt: skip


@pytest.mark.parametrize("tail", [row[1] for row in AFTER], ids=[row[0] for row in AFTER])
def test_all_under_a_head_after_the_article_is_furniture(tail: str) -> None:
    sentences, furniture = parts(f"{TITLE}\n\n{FIRST}\n\n{SECOND}\n\n{THIRD}\n\n{tail}")
    assert sentences == [FIRST, SECOND, THIRD]
    assert "".join("".join(furniture).split()) == "".join(tail.split())


BEFORE = [
    ("a site's line", "From Wikinews, the free news source you can write!\nJump to: navigation, search"),
    ("a caption that stands twice", "Crews on the quay in Port Ansel on Monday\nCrews on the quay in Port Ansel on Monday Copyright Jane Marsh/Pool"),
    ("a caption credited to a site", "The pier has been closed for more than a month. port-ansel.example"),
    ("a byline and a source", "By Jane Marsh\nStory from COAST NEWS:"),
]  # fmt: skip


@pytest.mark.parametrize("head", [row[1] for row in BEFORE], ids=[row[0] for row in BEFORE])
def test_furniture_above_the_text_is_taken_out(head: str) -> None:
    sentences, furniture = parts(f"{TITLE}\n\n{head}\n\n{FIRST}\n\n{SECOND}\n\n{THIRD}")
    assert sentences == [FIRST, SECOND, THIRD]
    assert "".join("".join(furniture).split()) == "".join(head.split())


KEPT = [
    ("a photo that a sentence tells of", "He posted a photo of the pier: it showed cracks in nine of the piles that carry the deck."),
    ("a source that is quoted", "According to one source - who asked not to be named - the board knew of the cracks last year."),
    ("copyright as a subject", "The engineers' drawings are under copyright laws that the county court applied in 2019."),
    ("sharing as a subject", "Crews began to share this article of clothing among themselves when the cold came in November."),
    ("a privacy policy as a subject", "The port changed its privacy policy on Tuesday after a leak of the crews' wages."),
    ("a sentence that begins with By", "By Monday evening the crews had left the quay."),
    ("a sentence that begins with By and a name", "By Christmas Jane Marsh had signed the order."),
    ("a short sentence", "It failed."),
    ("a network in the news", "Facebook and Twitter said on Monday that they had removed the false reports of a collapse."),
    ("an agency named in the text", "The board denied it, the agency Reuters reported."),
    ("a quotation", "“We were never asked,” said R. Ames, who speaks for the crews."),
    ("a sentence with a host", "The drawings were published on example.org on Monday, hours before the board met."),
    ("a long bracket", "(The county court had ruled in 2019 that the pier was to be kept open.)"),
]  # fmt: skip


@pytest.mark.parametrize("sentence", [row[1] for row in KEPT], ids=[row[0] for row in KEPT])
def test_nothing_of_the_article_is_lost(sentence: str) -> None:
    sentences, furniture = parts(f"{TITLE}\n\n{FIRST}\n\n{sentence}\n\n{SECOND}\n\n{THIRD}")
    assert sentences == [FIRST, sentence, SECOND, THIRD]
    assert not furniture


def test_the_article_goes_on_after_an_insert_of_related_headlines() -> None:
    text = f"{TITLE}\n\n{FIRST}\n\nRelated news\n\nFerry lands at the north quay\n\nPort buys a crane\n\n{SECOND}\n\n{THIRD}"
    sentences, furniture = parts(text)
    assert sentences == [FIRST, SECOND, THIRD]
    assert furniture == ["Related news", "Ferry lands at the north quay", "Port buys a crane"]


def test_the_last_paragraph_after_an_insert_is_kept() -> None:
    sentences, _ = parts(f"{TITLE}\n\n{FIRST}\n\n{SECOND}\n\nRead more\n\nFerry lands at the north quay\n\n{THIRD}")
    assert sentences == [FIRST, SECOND, THIRD]


def test_a_title_is_neither_a_sentence_nor_furniture() -> None:
    document = read_document("pier.txt", f"{TITLE}.\nJanuary 28, 2022\n\n{FIRST}".encode(), Settings())
    assert document.heading is not None
    assert document.heading.of(document.text) == f"{TITLE}."
    assert [span.of(document.text) for span in document.sentences] == [FIRST]


def test_headlines_under_a_head_above_the_text_are_no_sentences() -> None:
    head = "Related News\n\nFerry lands at the north quay\n\nPort buys a crane"
    assert parts(f"{TITLE}\n\n{head}\n\n{FIRST}\n\nThey left.\n\n{SECOND}")[0] == [FIRST, "They left.", SECOND]


def test_a_title_under_a_menu_is_found() -> None:
    menu = "Home\nNews\nSport\nWeather and tides\nThe islands\nComment\nOpinion of readers\nAbout the paper"
    document = read_document(
        "pier.txt", f"{menu}\n{TITLE}\nBy Jane Marsh\n28 January 2022\n\n{FIRST}\n\n{SECOND}".encode(), Settings()
    )
    assert document.source.title == TITLE
    assert [span.of(document.text) for span in document.sentences] == [FIRST, SECOND]


def test_a_title_behind_a_date_on_its_line_is_found() -> None:
    document = read_document("pier.txt", f" date 2022-02-01 {TITLE}\n\n{FIRST}\n\n{SECOND}".encode(), Settings())
    assert (document.source.title, str(document.publication.date)) == (TITLE, "2022-02-01")
    assert [span.of(document.text) for span in document.sentences] == [FIRST, SECOND]
    assert [span.of(document.text).strip() for span in document.furniture] == ["date 2022-02-01"]


def test_the_name_of_a_paper_above_the_title_is_the_publisher() -> None:
    document = read_document("pier.txt", f"The Ansel Post\n\n{TITLE}\n\n{FIRST}".encode(), Settings())
    assert (document.source.publisher, document.source.title) == ("The Ansel Post", TITLE)


PUBLISHERS = [
    ("a line that says so", "Story from COAST NEWS:", "COAST NEWS"),
    ("an address", "https://www.ansel-post.example/pier", "ansel-post.example"),
    (
        "the name before the date",
        "Ansel Business Post | Published 6:12 p.m., Wednesday, May 15, 2019",
        "Ansel Business Post",
    ),
    ("a byline is none", "By Ann Berg | Published 6:12 p.m., Wednesday, May 15, 2019", None),
    ("a wiki's line", "From Wikinews, the free news source you can write!", "Wikinews"),
]


@pytest.mark.parametrize(("line", "publisher"), [row[1:] for row in PUBLISHERS], ids=[row[0] for row in PUBLISHERS])
def test_a_publisher_is_found(line: str, publisher: str | None) -> None:
    document = read_document("pier.txt", f"{TITLE}\n{line}\n\n{FIRST}".encode(), Settings())
    assert document.source.publisher == publisher


def test_the_agency_of_a_dateline_is_the_publisher() -> None:
    document = read_document("pier.txt", f"{TITLE}\n\nPORT ANSEL (Coastwire) — {FIRST}".encode(), Settings())
    assert document.source.publisher == "Coastwire"
