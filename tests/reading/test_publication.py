# ruff: noqa: E501 — a row a line
"""When a document was published, and by what evidence: a row a notation."""

from __future__ import annotations

import pytest

from timeline.model import Document
from timeline.reading import read_document
from timeline.settings import parse

BODY = (
    "The harbour board of Port Ansel voted to close the old pier after engineers found cracks in its piles. "
    "Fishing crews had asked for a delay until the end of the season.\n\n"
    "The board said that the repairs would take most of the year and that the ferry would land at the north quay."
)
TITLE = "Harbour board closes the old pier"


def read(text: str, path: str = "pier.txt", settings: str = "") -> Document:
    return read_document(path, text.encode(), parse(settings))


HEADERS = [
    ("month day year", "January 28, 2022", "2022-01-28"),
    ("abbreviated month", "Jan. 28, 2022", "2022-01-28"),
    ("four-letter September", "Sept. 3, 2021", "2021-09-03"),
    ("zero before the day", "April 03, 2009", "2009-04-03"),
    ("ordinal", "January 28th, 2022", "2022-01-28"),
    ("weekday before", "Wednesday, January 9, 2008", "2008-01-09"),
    ("day month comma year, time", "02 February, 2022, 12:00 pm", "2022-02-02"),
    ("day month year", "28 January 2022", "2022-01-28"),
    ("day of month", "28th of January 2022", "2022-01-28"),
    ("iso", "2022-02-01", "2022-02-01"),
    ("iso with time in UTC", "2009-04-24T23:40:00Z", "2009-04-24"),
    ("iso with time of its place", "2009-04-24T23:40:00-05:00", "2009-04-24"),
    ("labelled iso", "date 2022-02-01", "2022-02-01"),
    ("digits alone", "20220201", "2022-02-01"),
    ("year first with bars", "2009/04/29 16:42", "2009-04-29"),
    ("label, year first, seconds, zone", "Published: 2009/04/26 17:52:23 GMT", "2009-04-26"),
    ("time and weekday before the date", "Published 16:34 GMT, Friday, 15 January 2010", "2010-01-15"),
    ("local time counts", "Wed Apr 29, 2009 12:20 am BST", "2009-04-29"),
    ("byline, bar, day first with stops", "By J. Marsh | 29.04.2009, 20:11 CEST", "2009-04-29"),
    ("two-digit year with stops", "29.04.09", "2009-04-29"),
    ("stop in the time", "Saturday 25 April 2009 22.09 BST", "2009-04-25"),
    ("comma after the year and before the time", "Jan 28, 2022,05:12pm EST", "2022-01-28"),
    ("weekday, day, comma, year, dash, time", "Thursday, 28 January, 2021 - 17:05", "2021-01-28"),
    ("first published", "First published on Fri 28 Jan 2022 12.01 GMT", "2022-01-28"),
    (
        "posted and updated with bars",
        "Posted: Jan 28, 2022 / 05:03 PM EST / Updated: Jan 31, 2022 / 06:11 PM EST",
        "2022-01-28",
    ),
    ("published before updated", "PUBLISHED: 28 January 2022, 10:11 | UPDATED: 30 January 2022", "2022-01-28"),
    ("mail header", "Date: Wed, 27 Jan 2021 23:00:00 +0100", "2021-01-27"),
    ("author, comma, date", "Jane Marsh, Jan 28, 2022", "2022-01-28"),
    ("author, dot, date, reading time", "Jane Marsh · 28 Jan 2022 · 4 min read", "2022-01-28"),
    ("author and date", "By Jane Marsh January 28, 2022", "2022-01-28"),
    ("place and date", "Port Ansel, 28 January 2022", "2022-01-28"),
    (
        "author, bar, date, two hyphens, time",
        "By Jane Marsh | November 18, 2019 -- 19:14 GMT (19:14 GMT) | Topic: Ports",
        "2019-11-18",
    ),
    ("author and on", "by Jane on December 4, 2006", "2006-12-04"),
    ("written by and on", "Written by Jane Marsh on July 27, 2017", "2017-07-27"),
    ("bars between date and time", "January 13, 2020 / 1:39 PM / Updated 2 minutes ago", "2020-01-13"),
    (
        "author, bar, date, update",
        "By Jane Marsh/June 12, 2020 9:49 am EST/Updated: Aug. 18, 2020 4:17 pm EST",
        "2020-06-12",
    ),
    ("the paper, bar, date", "The Ansel Post / March 1, 2020", "2020-03-01"),
    ("on and a date", "On Apr 15, 2020", "2020-04-15"),
    ("time without a stop before the date", "Updated 2010 GMT (0410 HKT) March 14, 2021", "2021-03-14"),
    ("update in brackets behind", "22:57 GMT 28.04.2020 (updated 11:14 GMT 29.04.2020)", "2020-04-28"),
    ("update behind, without a colon", "15 January 2010 Last updated at 16:34 GMT", "2010-01-15"),
    ("page last updated", "Page last updated at 22:33 GMT, Wednesday, 29 April 2009 23:33 UK", "2009-04-29"),
    ("last modified, nothing better", "Last modified: 02 February, 2022, 12:40 pm", "2022-02-02"),
    ("day above 12 in a numeric date", "Updated 28/01/2022 10:00", "2022-01-28"),
    ("month first told by the day", "01/28/2022", "2022-01-28"),
    ("weekday tells the order", "Tue 01/02/2022 09:30", "2022-02-01"),
    ("British time tells the order", "01/02/2022 10:30 BST", "2022-02-01"),
    ("American time tells the order", "01/02/2022 9:30 AM EST", "2022-01-02"),
    ("the same number twice", "02/02/2022", "2022-02-02"),
]


@pytest.mark.parametrize(("line", "date"), [row[1:] for row in HEADERS], ids=[row[0] for row in HEADERS])
def test_a_line_under_the_title_dates_the_document(line: str, date: str) -> None:
    document = read(f"{TITLE}\n\n{line}\n\n{BODY}")
    assert str(document.publication.date) == date
    assert line.split(",", maxsplit=1)[0][:20] in document.publication.evidence
    assert all(line not in span.of(document.text) for span in document.sentences)
    assert document.source.title == TITLE


RUN_IN = [
    ("label and date before the text", f" date 2009-04-29 {BODY}", "2009-04-29", "The harbour"),
    ("weekday, date and time", f"{TITLE} Crews had asked for delay Saturday 25 April 2009 22.09 BST {BODY}", "2009-04-25", "The harbour"),
    ("place, bar, date", f"ANSEL | Wed Apr 29 , 2009 12:20 am BST ANSEL (Coastwire) - {BODY}", "2009-04-29", "The harbour"),
    ("date and agency", f"Mon Apr 27 , 2009 9:17 pm BST -LRB- Coastwire -RRB- - {BODY}", "2009-04-27", "The harbour"),
    ("date and dash", f"March 3, 2021 – {BODY}", "2021-03-03", "The harbour"),
    ("date, and the time on the next line", f"{TITLE} Tuesday 6 July 2010\n18.50 BST {BODY}", "2010-07-06", "The harbour"),
    ("dateline with a year", f"PORT ANSEL, Feb. 1, 2022 (Coastwire) — {BODY}", "2022-02-01", "The harbour"),
    ("dateline, day first", f"Port Ansel, 1 February 2022 – {BODY}", "2022-02-01", "The harbour"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "date", "first"), [row[1:] for row in RUN_IN], ids=[row[0] for row in RUN_IN])
def test_a_header_run_into_the_first_sentence_dates_the_document_and_is_cut_off(
    text: str, date: str, first: str
) -> None:
    document = read(text)
    assert str(document.publication.date) == date
    assert document.sentences[0].of(document.text).startswith(first)


UNDATED = [
    ("no date at all", BODY),
    ("a year in the text", f"{BODY} The pier was built in 2014."),
    ("the day of a happening in a caption", f"The pier seen from the quay on 1 February\n\n{BODY}"),
    ("the day of a happening with its year", f"Engineers inspected the pier on 25 April 2009 at 22:09. {BODY}"),
    ("a sentence that begins with a date", f"On January 28, 2022, a crane fell. {BODY}"),
    ("a date as the subject", f"January 28, 2022 was a cold day in Port Ansel. {BODY}"),
    ("a related headline below", f"{BODY}\n\nRelated news\n\n“Ferry lands at the north quay” — Coastwire, November 20, 2008"),
    ("a retrieval note", f"{BODY}\n\nRetrieved from http://example.org/wiki on 14 June 2015"),
    ("an archive note at the head", f"Archived on 3 March 2020\n\n{BODY}"),
    ("copyright", f"{BODY}\n\n© 2015 Coastwire"),
    ("last modified at the foot", f"{BODY}\n\nThis page was last modified on 8 December 2010, at 12:15."),
    ("a number that is no date", f"{TITLE}\n\nCase 20220201 of the harbour court\n\n{BODY}"),
    ("a dateline without a year", f"PORT ANSEL, April 24 (Coastwire) - {BODY}"),
    ("a month and a year", f"{TITLE}\n\nJanuary 2022\n\n{BODY}"),
    ("a sentence that begins with a weekday and a dash", f"On Monday, Feb. 1, 2021 – The day of the storm – crews left. {BODY}"),
    ("a deadline", f"{TITLE}\n\nDeadline: 28 January 2022\n\n{BODY}"),
    ("a title with a date of what it tells", f"What happened on January 28, 2022\n\n{BODY}"),
    ("two days of a meeting", f"{TITLE}\n\n28 January 2022 – 30 January 2022\n\n{BODY}"),
    ("day and month not to be told apart", f"{TITLE}\n\n01/02/2022\n\n{BODY}"),
]  # fmt: skip


@pytest.mark.parametrize("text", [row[1] for row in UNDATED], ids=[row[0] for row in UNDATED])
def test_what_is_no_publication_date_leaves_the_document_undated_with_a_reason(text: str) -> None:
    publication = read(text).publication
    assert publication.date is None
    assert publication.evidence


WEIGHED = [
    ("the published line, not the modified one", f"{TITLE}\nLast modified: 9 March 2022\nPublished: 2 March 2022\n\n{BODY}", "2022-03-02"),
    ("a line at the head, not the address of a day before", f"{TITLE}\nMarch 2, 2022\nhttps://example.org/2022/03/01/pier\n\n{BODY}", "2022-03-02"),
    ("the address, not today's date on the masthead", f"Tuesday, 5 March 2024\n{TITLE}\nhttps://example.org/2022/01/28/pier\n\n{BODY}", "2022-01-28"),
    ("the line after the title, not the masthead", f"Tuesday, 5 March 2024\n\n{TITLE}\n\nJanuary 28, 2022\n\n{BODY}", "2022-01-28"),
    ("a line under a long menu", "\n".join(f"Section {n} of the paper" for n in range(60)) + f"\nMay 1, 2024\n{TITLE}\nJanuary 28, 2022\n\n{BODY}", "2022-01-28"),
    ("the dateline takes its year from the address", f"https://example.org/2009/04/pier\n\nPORT ANSEL, April 24 (Coastwire) - {BODY}", "2009-04-24"),
    ("the address tells the order of the numbers", f"{TITLE}\n01/02/2022\nhttps://example.org/2022/02/01/pier\n\n{BODY}", "2022-02-01"),
    ("a British host tells the order", f"{TITLE}\n01/02/2022\nhttps://news.example.co.uk/pier\n\n{BODY}", "2022-02-01"),
    ("an American host tells the order", f"{TITLE}\n01/02/2022\nhttps://harbour.example.gov/pier\n\n{BODY}", "2022-01-02"),
    ("another date of the page tells the order", f"{TITLE}\n01/02/2022\n\n{BODY}\n\nThe survey of 25/11/2021 found no cracks.", "2022-02-01"),
    ("the update tells the order", f"{TITLE}\nPublished: 01/02/2022\nUpdated: 3 February 2022\n\n{BODY}", "2022-02-01"),
    ("the address alone", f"{TITLE}\nhttps://example.org/news/20220128/pier\n\n{BODY}", "2022-01-28"),
    ("the address with a short month", f"{TITLE}\nhttps://example.org/world/2022/jan/28/pier\n\n{BODY}", "2022-01-28"),
    ("a labelled address at the foot", f"{TITLE}\n\n{BODY}\n\nOriginal url:\n\nhttps://example.org/2022/01/28/pier", "2022-01-28"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "date"), [row[1:] for row in WEIGHED], ids=[row[0] for row in WEIGHED])
def test_evidence_is_weighed(text: str, date: str) -> None:
    assert str(read(text).publication.date) == date


FILES = [
    ("2022-01-28-pier.txt", "2022-01-28"),
    ("news/pier_20220128.txt", "2022-01-28"),
    ("pier.2022.01.28.txt", "2022-01-28"),
    ("751cd4ba20220128ff.txt", "None"),
    ("pier-2022-13-28.txt", "None"),
]


@pytest.mark.parametrize(("path", "date"), FILES)
def test_a_file_name_dates_a_document_that_says_nothing(path: str, date: str) -> None:
    publication = read(BODY, path).publication
    assert str(publication.date) == date
    assert (publication.evidence == "the file name") is (date != "None")


def test_a_line_is_believed_before_the_file_name() -> None:
    assert str(read(f"{TITLE}\n\nJanuary 28, 2022\n\n{BODY}", "2023-05-05.txt").publication.date) == "2022-01-28"


def test_the_settings_are_believed_before_all_else() -> None:
    settings = '[sources."pier.txt"]\npublished = 2021-12-31'
    publication = read(f"---\ndate: 2022-01-28\n---\n{BODY}", settings=settings).publication
    assert (str(publication.date), publication.evidence) == ("2021-12-31", "timeline.toml")


def test_an_undated_document_says_between_which_days_it_cannot_choose() -> None:
    evidence = read(f"{TITLE}\n\n01/02/2022\n\n{BODY}").publication.evidence
    assert "1 February 2022" in evidence
    assert "2 January 2022" in evidence
