# ruff: noqa: E501 — a row a line
"""What each format gives: text letter for letter, fields, and the text a reader would see."""

from __future__ import annotations

import hashlib

import pytest

from timeline.model import Document
from timeline.reading import read_document
from timeline.settings import Settings, parse

FIRST = (
    "The harbour board of Port Ansel voted on Monday to close the old pier after engineers found cracks in its piles."
)
SECOND = "Fishing crews had asked for a delay until the end of the season, and said that they would appeal to the county court."


def read(name: str, text: str, settings: str = "") -> Document:
    return read_document(name, text.encode(), parse(settings))


def sentences(document: Document) -> list[str]:
    return [span.of(document.text) for span in document.sentences]


YAML = f"""---
title: Harbour board closes the old pier
outlet: The Ansel Post
author: [Jane Marsh, R. Ames]
date: 2022-01-28
source_url: https://example.org/pier
language: en
publish: full
unknown: [1, 2]
---
{FIRST}
"""
TOML = f"""+++
title = "Harbour board closes the old pier"
publisher = "The Ansel Post"
author = "Jane Marsh, R. Ames"
published = 2022-01-28T23:30:00-05:00
url = "https://example.org/pier"
publish = "full"
+++
{FIRST}
"""


@pytest.mark.parametrize("text", [YAML, TOML], ids=["yaml", "toml"])
@pytest.mark.parametrize("name", ["pier.md", "pier.txt"])
def test_front_matter_gives_the_fields_and_is_no_part_of_the_text(name: str, text: str) -> None:
    document = read(name, text)
    source = document.source
    assert (source.title, source.publisher, source.author) == (
        "Harbour board closes the old pier",
        "The Ansel Post",
        "Jane Marsh, R. Ames",
    )
    assert (source.url, source.publish) == ("https://example.org/pier", "full")
    assert (str(document.publication.date), document.publication.evidence) == ("2022-01-28", "the front matter")
    assert document.text.strip() == FIRST


DATES = [
    ("2022-01-28", "2022-01-28"),
    ("2022-01-28T23:30:00-05:00", "2022-01-28"),
    ("2022-01-28 23:30:00", "2022-01-28"),
    ("28 January 2022", "2022-01-28"),
    ("'January 28, 2022, 9 pm'", "2022-01-28"),
    ("28.01.2022", "2022-01-28"),
    ("soon", "None"),
    ("[2022]", "None"),
]


@pytest.mark.parametrize(("value", "date"), DATES)
def test_a_date_of_front_matter_is_read_as_written(value: str, date: str) -> None:
    assert str(read("pier.md", f"---\ndate: {value}\n---\n{FIRST}").publication.date) == date


def test_the_settings_of_a_source_win_over_its_front_matter() -> None:
    settings = '[sources."pier.md"]\ntitle = "Pier shut"\npublisher = "Coastwire"\npublish = "none"\nurl = "https://example.org/x"'
    source = read("pier.md", YAML, settings).source
    assert (source.title, source.publisher, source.publish, source.url) == (
        "Pier shut",
        "Coastwire",
        "none",
        "https://example.org/x",
    )


ADDRESSES = [
    "javascript:alert(1)",
    "ftp://example.org/x",
    "https://user@example.org/",
    "https://",
    "//example.org",
    "data:text/html,x",
]


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_that_is_not_of_the_web_is_dropped(address: str) -> None:
    assert read("pier.md", f"---\nurl: '{address}'\n---\n{FIRST}").source.url is None


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    assert sentences(read("pier.md", f"---\n\n{FIRST}")) == [FIRST]


MARKDOWN = [
    ("emphasis and links", "The *board* of **Port [Ansel](https://example.org)** `voted` to close the pier.", "The board of Port Ansel voted to close the pier."),
    ("a year at the beginning of a line", "1997. It was a cold year in Port Ansel for the board.", "1997."),
    ("an indented paragraph", "    The board of Port Ansel voted to close the pier.", "The board of Port Ansel voted to close the pier."),
    ("a point of a list", "- The board of Port Ansel voted to close the pier.", "The board of Port Ansel voted to close the pier."),
    ("a quotation", "> The board of Port Ansel voted to close the pier.", "The board of Port Ansel voted to close the pier."),
    ("a line break", "The board of Port Ansel voted\nto close the pier.", "The board of Port Ansel voted to close the pier."),
    ("inline markup", "The board of <u>Port</u> Ansel<script>alert(1)</script> voted.", "The board of Port Ansel voted."),
    ("entities", "Marsh &amp; Rowe paid 5 &lt; 6 pounds.", "Marsh & Rowe paid 5 < 6 pounds."),
    ("an underscore in a word", "The file pier_plan_b was lost on Monday.", "The file pier_plan_b was lost on Monday."),
    ("a reference", "The board of Port Ansel[^1] voted to close the pier.", "The board of Port Ansel[^1] voted to close the pier."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "first"), [row[1:] for row in MARKDOWN], ids=[row[0] for row in MARKDOWN])
def test_the_marks_of_markdown_do_not_show(text: str, first: str) -> None:
    assert sentences(read("pier.md", f"# Harbour news\n\n{text}\n\n{FIRST}"))[0] == first


def test_headings_of_markdown_are_no_sentences() -> None:
    document = read("pier.md", f"# Who closed the pier?\n\n{FIRST}\n\n## What happens next?\n\n{SECOND}")
    assert document.source.title == "Who closed the pier?"
    assert sentences(document) == [FIRST, SECOND]


TAGS = [
    ("a link in a text file", "The Kremlin <u>said</u> Friday.", "The Kremlin said Friday."),
    ("an anchor", 'The board <a href="https://example.org/x">voted</a> today.', "The board voted today."),
    ("an entity", "Marsh &amp; Rowe won.", "Marsh & Rowe won."),
    ("no tag", "It is true that 5 < 6 and 7 > 6.", "It is true that 5 < 6 and 7 > 6."),
    ("no entity", "See a?b=1&copy=2 for more.", "See a?b=1&copy=2 for more."),
]


@pytest.mark.parametrize(("text", "first"), [row[1:] for row in TAGS], ids=[row[0] for row in TAGS])
def test_stray_tags_of_a_text_file_are_taken_off(text: str, first: str) -> None:
    assert sentences(read("pier.txt", f"{text}\n\n{FIRST}"))[0] == first


PAGE = f"""<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html>
<html lang="en-GB"><head><title>Pier closed | The Ansel Post</title>
<meta property="og:site_name" content="The Ansel Post"><link rel="canonical" href="https://example.org/news/pier">
{{head}}</head>
<body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<article><h1>Harbour board closes the old pier</h1>{{line}}
<p>{FIRST}</p><h2>A long winter</h2><p>{SECOND}</p>
<p>The repairs would take most of the year, the board said, and the ferry would land at the north quay until then.</p></article>
<aside class="related"><h3>Related news</h3><p>Ferry lands at the north quay, 5 March 2023</p></aside>
<footer>© 2024 The Ansel Post. All rights reserved.</footer></body></html>"""


def page(head: str = "", line: str = "") -> str:
    return PAGE.format(head=head, line=line)


PAGES = [
    ("article:published_time", page('<meta property="article:published_time" content="2022-01-28T10:00:00+01:00">'), "2022-01-28"),
    ("JSON-LD", page('<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2022-01-28T10:00:00"}</script>'), "2022-01-28"),
    ("JSON-LD in a graph", page('<script type="application/ld+json">{"@graph":[{"@type":"WebSite"},{"@type":["Article"],"datePublished":"2022-01-28"}]}</script>'), "2022-01-28"),
    ("not the date of a video", page('<script type="application/ld+json">{"@type":"VideoObject","uploadDate":"2020-01-01"}</script>', "<p>28 January 2022</p>"), "2022-01-28"),
    ("published, not modified", page('<meta property="article:modified_time" content="2022-03-01"><meta property="article:published_time" content="2022-01-28">'), "2022-01-28"),
    ("broken JSON-LD", page('<script type="application/ld+json">{"@type":"NewsArticle",</script>', '<time datetime="2022-01-28T10:00">yesterday</time>'), "2022-01-28"),
    ("a time element", page("", '<time datetime="2022-01-28T10:00">28 Jan</time>'), "2022-01-28"),
    ("microdata", page("", '<span itemprop="datePublished" content="2022-01-28">today</span>'), "2022-01-28"),
    ("a line under the title", page("", '<p class="byline">By Jane Marsh | 28 January 2022</p>'), "2022-01-28"),
    ("the page's country tells the order", page("", '<p class="date">01/02/2022</p>'), "2022-02-01"),
    ("modified, where nothing better is told", page('<meta property="article:modified_time" content="2022-01-28">'), "2022-01-28"),
    ("neither a related date nor a copyright year", page(), "None"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "date"), [row[1:] for row in PAGES], ids=[row[0] for row in PAGES])
@pytest.mark.parametrize("name", ["pier.html", "pier.txt"])
def test_a_page_is_dated_and_read(name: str, text: str, date: str) -> None:
    document = read(name, text)
    assert str(document.publication.date) == date, document.publication
    assert sentences(document)[:2] == [FIRST, SECOND]
    assert (document.source.publisher, document.source.url) == ("The Ansel Post", "https://example.org/news/pier")
    assert document.language == "en"
    assert "Related news" not in document.text


def test_the_address_tells_the_local_day_of_a_time_in_utc() -> None:
    head = '<meta property="og:url" content="https://example.org/2022/01/27/pier"><meta property="article:published_time" content="2022-01-28T03:10:00Z">'
    text = page(head).replace('<link rel="canonical" href="https://example.org/news/pier">', "")
    assert str(read("pier.html", text).publication.date) == "2022-01-27"


ENCODED = [
    ("utf-8 with a mark", FIRST.encode("utf-8-sig")),
    ("utf-16, little", FIRST.encode("utf-16")),
    ("utf-16, big", b"\xfe\xff" + FIRST.encode("utf-16-be")),
    ("utf-32", FIRST.encode("utf-32")),
    ("Windows line ends", FIRST.replace("voted ", "voted\r\n").encode()),
]


@pytest.mark.parametrize("data", [row[1] for row in ENCODED], ids=[row[0] for row in ENCODED])
def test_encodings_with_a_mark_and_foreign_line_ends_are_read(data: bytes) -> None:
    document = read_document("pier.txt", data, Settings())
    assert " ".join(document.text.split()) == FIRST
    assert "\r" not in document.text


LEGACY = [
    (
        "cp1252",
        "“Le café de la gare est fermé”, a déclaré la préfète à l’hôtel de ville, où l’on s’inquiète déjà. " * 3,
    ),
    ("cp1251", "Совет порта решил закрыть старый причал после того, как инженеры нашли трещины в сваях. " * 3),
    (
        "iso8859_2",
        "Rada přístavu rozhodla, že staré molo bude uzavřeno, protože inženýři našli praskliny v pilotách. " * 3,
    ),
    ("shift_jis", "港湾委員会は月曜日に古い桟橋を閉鎖することを決めた。技術者が杭にひびを見つけたためである。" * 3),
]


@pytest.mark.parametrize(("encoding", "text"), LEGACY, ids=[row[0] for row in LEGACY])
def test_older_encodings_are_recognised(encoding: str, text: str) -> None:
    assert read_document("pier.txt", text.encode(encoding), Settings()).text == text


def test_the_encoding_that_a_page_declares_is_believed() -> None:
    text = page('<meta charset="iso-8859-15">').replace("Port Ansel", "Port Ænsel")
    data = text.replace('encoding="utf-8"', 'encoding="iso-8859-15"').encode("iso-8859-15")
    assert "Port Ænsel" in read_document("pier.html", data, Settings()).text


def test_the_digest_is_that_of_the_bytes() -> None:
    assert read("pier.txt", "It closed.").digest == hashlib.sha256(b"It closed.").hexdigest()


def test_a_reading_is_the_same_each_time() -> None:
    text = page('<meta name="date" content="2022-01-28">')
    assert read("a.html", text) == read("a.html", text)
