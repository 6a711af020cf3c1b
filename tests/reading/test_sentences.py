# ruff: noqa: E501 — a row a line
"""Where sentences begin and end: a row a case, sentences divided by ' ¦ '."""

from __future__ import annotations

import pytest

from timeline.model import Span
from timeline.reading import read_document
from timeline.reading.sentences import split
from timeline.settings import Settings

SPLITS = [
    ("two sentences", "The pier is old. ¦ It closed."),
    ("question and exclamation marks", "Who paid? ¦ Nobody! ¦ The pier closed."),
    ("a country", "The U.S. Senate met. ¦ The U.S. and NATO replied."),
    ("a country at the end", "It came to the U.S. ¦ The pier closed."),
    ("a month", "It closed on Feb. 1 at noon. ¦ It reopened in Sept. ¦ The crews left."),
    ("a time of day", "It closed at 10 a.m. Tuesday. ¦ It reopened at 5 p.m. ¦ Police watched."),
    ("titles of persons", "I told Mr. Prime Minister and Gen. Rowe. ¦ Dr. Marsh agreed."),
    ("two titles", "Lt. Gov. Ames and St. Mary's School objected. ¦ They lost."),
    ("a number after No.", "Pier No. 10 closed. ¦ He said no. ¦ She left."),
    ("initials", "J. R. Marsh signed it. ¦ So did George W. Rowe."),
    ("decimals and prices", "It cost 3.5 million, or $4.20 a plank. ¦ It fell 1.5 percent."),
    ("a company", "Marsh Inc. lost. ¦ Rowe Ltd. ¦ The board won."),
    ("a version and a host", "He runs node.js on example.org daily. ¦ It works."),
    ("a missing blank", "It was refused at NATO. ¦ Moscow also proposed talks. ¦ They failed.", "It was refused at NATO.Moscow also proposed talks. They failed."),
    ("a host is no missing blank", "See Example.Com for more. ¦ It is free."),
    ("a closing quotation mark", "“It is closed.” ¦ The board agreed."),
    ("a closing straight mark", '"It is closed." ¦ The board agreed.'),
    ("a closing single mark", "He said 'it is closed.' ¦ The board agreed."),
    ("a closing bracket", "(It is closed.) ¦ The board agreed."),
    ("a quotation of several sentences", "“It is closed. ¦ We regret it,” he said. ¦ Crews left."),
    ("a straight quotation of several sentences", '"It is closed. ¦ We regret it," he said. ¦ "Go home."'),
    ("the saying goes on in small letters", "“Why now?” he asked. ¦ Nobody knew."),
    ("the saying goes on with a name", "“Why now?” Jane Marsh asked. ¦ Nobody knew."),
    ("a quotation without a blank before the next sentence", "“It is closed.” ¦ He left.", "“It is closed.”He left."),
    ("dots inside", "It was ... old. ¦ Then… ¦ It closed."),
    ("an omission in brackets", "The piles [...] are cracked. ¦ They will go."),
    ("a sentence that begins with a figure", "It opened in 1914. ¦ 5 crews left."),
    ("a sentence that begins in small letters", "The pier sold iPhones. ¦ eBay took them."),
    ("tokenised", "The pier is old . ¦ It 's closed ."),
    ("tokenised quotation", "`` It is closed . '' ¦ The board agreed ."),
    ("tokenised quotation opens", "The board agreed . ¦ `` It is closed , '' it said ."),
    ("tokenised straight marks", 'It agreed . ¦ " It is closed . " ¦ Crews left .'),
    ("tokenised brackets", "The board -LRB- Ansel -RRB- agreed . ¦ -LRB- Crews left . -RRB- ¦ It closed ."),
    ("a tokenised country", "He left the U.S. . ¦ It closed ."),
    ("another script", "码头关闭了。 ¦ 工人离开了。", "码头关闭了。工人离开了。"),
]  # fmt: skip


@pytest.mark.parametrize("row", SPLITS, ids=[row[0] for row in SPLITS])
def test_sentences_are_split(row: tuple[str, ...]) -> None:
    wanted = row[1].split(" ¦ ")
    text = row[2] if len(row) > 2 else " ".join(wanted)
    assert [span.of(text) for span in split(text, Span(0, len(text)))] == wanted


FOREIGN = [
    ("de", "Am 3. Mai wurde Dr. Weber gewählt. ¦ Am Abend feierte er z. B. im Rathaus. ¦ Das war am 4. ¦ Er blieb."),
    ("de", "Im 20. Jahrhundert war die Stadt klein. ¦ Sie wuchs am 1. Januar 1920. ¦ Das Gesetz Nr. 5 gilt."),
    ("nl", "Op 3 mei werd dr. De Vries gekozen. ¦ De burgemeester was er o.a. bij. ¦ Dat kost ca. 5 euro."),
    ("ru", "В 2009 г. завод закрыли. ¦ Министр В. В. Иванов уехал в г. Тверь. ¦ Погибли 5 тыс. человек. ¦ Он уехал в 1990 г. ¦ Потом вернулся."),
    ("uk", "У 2009 р. завод закрили. ¦ Міністр В. В. Іваненко поїхав у м. Львів. ¦ Це було о 10 год. ранку."),
    ("fr", "M. Roux a dit : « Non. » ¦ Hier, Mme Colin est partie. ¦ « Oui. » a dit le maire. ¦ Il est né le 3 janv. 1950 à Brest."),
    ("es", "El Sr. Ruiz llegó el 3 de feb. de 2022. ¦ «No.» ¦ Ayer, EE.UU. dijo que no. ¦ Vive en la av. Colón."),
    ("it", "Il dott. Bianchi è arrivato. ¦ Ieri l'on. Verdi ha detto no. ¦ Nel 44 a.C. morì Cesare. ¦ La S.p.A. ha chiuso."),
    ("pt", "O Sr. Silva e a Dra. Costa chegaram. ¦ Ontem, a av. Central fechou. ¦ O art. 5 da lei caiu."),
]  # fmt: skip


@pytest.mark.parametrize(("code", "wanted"), FOREIGN)
def test_other_languages_have_full_stops_of_their_own(code: str, wanted: str) -> None:
    text = wanted.replace(" ¦", "")
    assert [span.of(text) for span in split(text, Span(0, len(text)), code)] == wanted.split(" ¦ ")


PROSE = "Engineers found cracks in the piles of the old pier and told the board to close it before the winter storms."

LAYOUTS = [
    ("a blank line ends a sentence", "The board met\n\nIt closed the pier.", ["It closed the pier."]),
    ("a sub-heading is no sentence", f"{PROSE}\n\nA long winter\n\nCrews left.", [PROSE, "Crews left."]),
    ("a sub-heading directly above its text", f"{PROSE}\nA long winter\nCrews left.", [PROSE, "Crews left."]),
    (
        "hard-wrapped lines are one paragraph",
        "The harbour board of Port Ansel voted on Monday to close the old\npier after engineers found cracks in its piles. Fishing crews\n"
        "had asked for a delay until the end of the season, said Mr.\nMarsh, who speaks for them.",
        [
            "The harbour board of Port Ansel voted on Monday to close the old\npier after engineers found cracks in its piles.",
            "Fishing crews\nhad asked for a delay until the end of the season, said Mr.\nMarsh, who speaks for them.",
        ],
    ),
    ("a line a sentence", "The pier is old .\nIt closed at 5 p.m. .\nCrews left .", ["The pier is old .", "It closed at 5 p.m. .", "Crews left ."]),
    (
        "points of a list without a full stop",
        f"{PROSE}\n\n- 5 May 2010: the board begins work on the old pier\n- 7 May 2010: the ferry lands at the north quay instead\n\n{PROSE[:-1]} soon.",
        [PROSE, "5 May 2010: the board begins work on the old pier", "7 May 2010: the ferry lands at the north quay instead", f"{PROSE[:-1]} soon."],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), [row[1:] for row in LAYOUTS], ids=[row[0] for row in LAYOUTS])
def test_lines_and_paragraphs_bound_sentences(text: str, wanted: list[str]) -> None:
    document = read_document("pier.txt", f"Harbour news\n\n{text}".encode(), Settings())
    assert [span.of(document.text) for span in document.sentences] == wanted
