"""A timeline made by hand that has one of everything a page can meet: what the site's tests are made from."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from PIL import Image

from timeline.calendar import period
from timeline.model import (
    Anchor,
    Change,
    ChangeKind,
    Correction,
    Document,
    Event,
    Evidence,
    History,
    Mention,
    Picture,
    Problem,
    Publication,
    Publish,
    Reference,
    Source,
    Span,
    Timeline,
    Timex,
    Verdict,
)

HOSTILE = '<script>alert(1)</script> "><img src=x onerror=alert(2)> ]]> {{ 7 * 7 }}'
BIDI = "The \u202eyrref\u202c sailed"
LONG = "The inquiry finds that " + "the pilot, the harbour office and the owner of the ferry " * 5 + "share the blame"


class Text:
    """A document in the making: paragraphs of sentences, and the expressions of time found in them."""

    def __init__(self, name: str, paragraphs: Sequence[Sequence[str]], published: date | None) -> None:
        self.name, self.published = name, published
        self.text, self.sentences, self.timexes = "", [], []
        for paragraph in paragraphs:
            for sentence in paragraph:
                self.sentences.append(Span(len(self.text), len(self.text) + len(sentence)))
                self.text += sentence + " "
            self.text = self.text[:-1] + "\n\n"

    def span(self, words: str, inside: Span | None = None) -> Span:
        start = self.text.index(words, inside.start if inside else 0)
        return Span(start, start + len(words))

    def timex(
        self, sentence: int, words: str, value: str, until: str | None = None, mod: str | None = None
    ) -> tuple[int, Timex]:
        anchor = Anchor(self.published.isoformat(), "dct") if self.published else None
        why = f"“{words}” is read against the day of publication."
        found = self.span(words, self.sentences[sentence])
        timex = Timex(found, words, "DATE", value, mod, anchor, "sample", why, until)
        self.timexes.append(timex)
        return sentence, timex

    def evidence(
        self, sentence: int, timex: Timex | None = None, verdict: Verdict = "supports", value: str | None = None
    ) -> Evidence:
        span = self.sentences[sentence]
        mention = Mention(self.name, span, timex, value or (timex.value if timex else None))
        why = timex.explanation if timex else "It tells the same thing, without a date of its own."
        return Evidence(mention, span.of(self.text), why, verdict)

    def document(self, source: Source, evidence: str, language: str = "en", inferred: bool = False) -> Document:
        digest = hashlib.sha256(self.text.encode()).hexdigest()
        publication = Publication(self.published, evidence, inferred)
        return Document(self.name, source, language, publication, self.text, None, tuple(self.sentences), (), digest)


def sample() -> Timeline:
    """Fourteen events from nine documents, one of them unused, and a file that could not be read."""
    herald = Text(
        "coast-herald-2021-03-12",
        [
            ["The harbour of Vik was quiet again this week.", "Fishermen mended nets."],
            [
                "The night ferry Aurora ran aground off Vik on Wednesday with 212 people on board.",
                "All were taken off by lifeboats before dawn on Thursday.",
                "The company has not said who was on the bridge.",
            ],
            ["Divers are due to inspect the hull on 16 March.", "Bad weather may delay them."],
            ["Nobody was hurt.", "The ferry has served the island since 1997."],
        ],
        date(2021, 3, 12),
    )
    wire = Text(
        "northern-wire-2021-03-12",
        [
            [
                "The night ferry Aurora ran aground off Vik on Wednesday with 212 people on board.",
                "It was a clear night.",
            ]
        ],
        date(2021, 3, 12),
    )
    post = Text(
        "harbour-post-2021-03-15",
        [
            ["The Aurora struck the reef on Tuesday night, this paper has learnt.", "The owner denies it."],
            ["The search for the lost containers lasted from 11 until 14 March.", "Three of eight were found."],
            ["The ferry line opened in the summer of 1997, when the bridge was given up."],
        ],
        date(2021, 3, 15),
    )
    island = Text(
        "island-weekly",
        [
            ["The grounding off Vik has shaken the island.", "Sailings were stopped until late March."],
            ["About 20 March the hull was towed to the yard at Lund."],
        ],
        date(2021, 3, 25),
    )
    arabic = Text(
        "sahil-2021-03-13",
        [["جنحت العبارة أورورا قبالة فيك يوم الأربعاء.", "لم يصب أحد بأذى."]],
        date(2021, 3, 13),
    )
    hostile = Text(
        "hostile",
        [
            [
                f"The owner said on 2 April: {HOSTILE}",
                "=cmd|' /C calc'!A0 was typed into the form on 3 April.",
                BIDI + ".",
            ]
        ],
        date(2021, 4, 4),
    )
    history = Text(
        "reef-history",
        [
            ["A Roman fleet was lost on the same reef in 44 BC, on the Ides of March."],
            ["In the nineties the reef was charted anew.", "A light was promised for September 2022."],
        ],
        None,
    )
    court = Text(
        "court-record-2022-02-02",
        [["The inquiry published its findings at 14:30 on Tuesday.", "It was heard in the first quarter of 2022."]],
        date(2022, 2, 2),
    )
    unused = Text("tide-table", [["High water at Vik is at six."]], date(2021, 3, 1))

    _, h_wed = herald.timex(2, "on Wednesday", "2021-03-10")
    _, h_thu = herald.timex(3, "before dawn on Thursday", "2021-03-11TMO")
    _, h_hull = herald.timex(5, "on 16 March", "2021-03-16")
    herald.timex(8, "since 1997", "1997")
    _, w_wed = wire.timex(0, "on Wednesday", "2021-03-10")
    _, p_tue = post.timex(0, "on Tuesday night", "2021-03-09TNI")
    _, p_range = post.timex(2, "from 11 until 14 March", "2021-03-11", "2021-03-14")
    _, p_summer = post.timex(4, "in the summer of 1997", "1997-SU")
    _, i_late = island.timex(1, "until late March", "2021-03", mod="END")
    _, i_about = island.timex(2, "About 20 March", "2021-03-20", mod="APPROX")
    _, a_wed = arabic.timex(0, "يوم الأربعاء", "2021-03-10")
    _, x_april = hostile.timex(0, "on 2 April", "2021-04-02")
    _, x_form = hostile.timex(1, "on 3 April", "2021-04-03")
    _, r_ides = history.timex(0, "in 44 BC, on the Ides of March", "BC0044-03-15")
    _, r_nineties = history.timex(1, "In the nineties", "199")
    _, r_light = history.timex(2, "September 2022", "2022-09")
    _, c_tue = court.timex(0, "at 14:30 on Tuesday", "2022-02-01T14:30")
    _, c_quarter = court.timex(1, "in the first quarter of 2022", "2022-Q1")

    events = (
        _event(
            "bc0044-03-15-fleet", "BC0044-03-15", "A Roman fleet is lost on the reef", [history.evidence(0, r_ides)]
        ),
        _event("199-reef", "199", "The reef is charted anew", [history.evidence(1, r_nineties)]),
        _event(
            "1997-ferry",
            "1997-SU",
            "The ferry line opens",
            [post.evidence(4, p_summer), herald.evidence(8, value="1997", verdict="coarser")],
        ),
        _event("2021-03-sailings", "2021-03", "Sailings are stopped", [island.evidence(1, i_late)], approximate=True),
        _event(
            "2021-03-10-aurora",
            "2021-03-10",
            "The night ferry Aurora runs aground off Vik",
            [
                herald.evidence(2, h_wed),
                wire.evidence(0, w_wed),
                arabic.evidence(0, a_wed),
                post.evidence(0, p_tue, "disagrees"),
                island.evidence(0, None, "undated"),
            ],
            summary="The ferry strikes a charted reef with 212 people on board. Nobody is hurt.",
            names=("Aurora", "Vik", "أورورا"),
            score=1.0,
            outlets=4,
        ),
        _event(
            "2021-03-11-lifeboats",
            "2021-03-11",
            "Lifeboats take everyone off",
            [herald.evidence(3, h_thu)],
            names=("Vik",),
        ),
        _event(
            "2021-03-11-search",
            "2021-03-11",
            "A search for lost containers",
            [post.evidence(2, p_range)],
            until="2021-03-14",
        ),
        _event(
            "2021-03-16-divers", "2021-03-16", "Divers inspect the hull", [herald.evidence(5, h_hull)], planned=True
        ),
        _event(
            "2021-03-20-yard",
            "2021-03-20",
            "The hull is towed to Lund",
            [island.evidence(2, i_about)],
            approximate=True,
            names=("Lund",),
        ),
        _event(
            "2021-04-02-owner",
            "2021-04-02",
            HOSTILE,
            [hostile.evidence(0, x_april)],
            summary=HOSTILE,
            names=(HOSTILE, 'O\'Brien, "Mac"'),
        ),
        _event(
            "2021-04-03-form",
            "2021-04-03",
            "=cmd|' /C calc'!A0 is typed\r\ninto a form",
            [hostile.evidence(1, x_form)],
            names=("+1", "@SUM(A1)"),
        ),
        _event("2022-q1-hearing", "2022-Q1", "The inquiry is heard", [court.evidence(1, c_quarter)]),
        _event("2022-02-01-findings", "2022-02-01T14:30", LONG, [court.evidence(0, c_tue)], names=("Aurora",)),
        _event(
            "2022-09-light",
            "2022-09",
            BIDI + " past a new light",
            [history.evidence(2, r_light), hostile.evidence(2, None, "undated")],
            planned=True,
        ),
    )
    written = (
        herald.document(
            _source(
                "news/coast-herald.html",
                "Ferry aground off Vik",
                "The Coast Herald",
                "R. Ames",
                "https://example.org/vik?a=1&b=2",
            ),
            "the line 'March 12, 2021'",
        ),
        wire.document(_source("news/wire.txt", None, "Northern Wire", None, None), "the file's name"),
        post.document(
            _source("news/post.md", "Was it Tuesday?", "Harbour Post", "L. Strand", "http://example.org/post", "full"),
            "the front matter",
        ),
        island.document(
            _source("news/island.txt", "A shaken island", "Island Weekly", None, None, "none"),
            "'A shaken island' tells what others date",
            inferred=True,
        ),
        arabic.document(
            _source("news/sahil.txt", "جنوح عبارة", "الساحل", None, None), "the line '13 March 2021'", "ar"
        ),
        hostile.document(
            _source("news/x.txt", HOSTILE, '"><img src=x onerror=alert(3)>', "<b>me</b>", "javascript:alert(4)"),
            "the line '<4 April>'",
        ),
        history.document(
            _source("history.txt", "Of the reef", None, None, None), "nothing in it tells when it was published."
        ),
        court.document(
            _source("record/court.txt", "Findings\x00\x0b in full", "Court of Vik", None, None, "full"), "the heading"
        ),
        unused.document(_source("record/tides.txt", "Tides", "Harbour Office", None, None), "the front matter"),
    )
    texts = (herald, wire, post, island, arabic, hostile, history, court, unused)
    problems = (
        Problem(
            "undated", "history.txt", None, "No date of publication was found.", "Add 'date:' to its front matter."
        ),
        Problem("not text", "news/scan.txt", 3, "It is a picture & no text.", "Save it as text.", fatal=True),
    )
    return Timeline(
        "Aurora: from the reef to the findings",
        tuple(sorted(written, key=lambda document: document.source.path)),
        {text.name: tuple(sorted(text.timexes, key=lambda timex: timex.span)) for text in texts},
        tuple(sorted(events, key=_order)),
        problems,
    )


def changed() -> Timeline:
    """The sample as its author corrected it, with an event of his own, and with what has changed since."""
    timeline = sample()
    written = _event(
        "2020-written",
        "2020",
        "The author's own event",
        [],
        written=True,
        body="It ran *twice* a day:\n\n- to Vik\n- to <b>Lund</b> and [back](https://example.org/back)\n",
        links=(Reference("The timetable", "https://example.org/timetable"), Reference(HOSTILE, "javascript:alert(5)")),
        note=HOSTILE,
    )
    corrections = (
        Correction("date", "2021-03-09/2021-03-11"),
        Correction("headline", HOSTILE),
        Correction("split", "x"),
    )
    events = [
        replace(event, corrections=corrections, note="The log has it.", former=("2021-03-09-reef",), contested=True)
        if event.id == "2021-03-10-aurora"
        else event
        for event in timeline.events[2:]
    ]
    events = sorted([written, *events], key=_order)
    kinds: tuple[ChangeKind, ...] = ("new", "moved", "corroborated", "merged", "gone")
    batch = tuple(
        Change(kind, "2021-03-10-aurora", "2021-03-10", HOSTILE, "2021-03-09", "2021-03-12") for kind in kinds
    )
    return replace(timeline, events=tuple(events), history=History(changes=(batch, batch[:1], batch[1:2])))


def pictured() -> Timeline:
    """The sample with a picture of its first source."""
    file = io.BytesIO()
    Image.new("RGB", (640, 360), (60, 90, 120)).save(file, "PNG")
    picture = Picture(file.getvalue(), ".png", 640, 360, "A ferry on a reef at dawn", "Photograph: M. Ito")
    return replace(sample(), pictures={"coast-herald-2021-03-12": picture})


def empty() -> Timeline:
    """A timeline of nothing at all."""
    return Timeline("Nothing yet", (), {}, ())


def single() -> Timeline:
    """One event from one document."""
    text = Text("note", [["The bridge opened on Monday."]], date(2020, 6, 3))
    _, monday = text.timex(0, "on Monday", "2020-06-01")
    event = _event("2020-06-01-bridge", "2020-06-01", "The bridge opens", [text.evidence(0, monday)])
    document = text.document(_source("note.txt", "A bridge", "The Note", None, None), "the file's name")
    return Timeline("A bridge", (document,), {"note": tuple(text.timexes)}, (event,))


def generated(count: int, first: date = date(2015, 1, 1), step: int = 1) -> Timeline:
    """So many events, one every `step` days, each told by two of as many documents as there are events."""
    texts = [_generated_text(number, first + timedelta(days=number * step)) for number in range(count)]
    events = []
    for number, (text, timex) in enumerate(texts):
        later, later_timex = texts[min(number + 1, count - 1)]
        evidence = [text.evidence(0, timex), *([later.evidence(1, later_timex)] if later is not text else [])]
        names = (f"Name {number % 97}", f"Place {number % 31}")
        events.append(
            _event(
                f"{timex.value}-{number}",
                timex.value,
                f"Happening number {number} at a place",
                evidence,
                names=names,
                summary="It took some hours, and was told by two papers on the days that followed.",
            )
        )
    documents = tuple(
        text.document(
            _source(f"{text.name}.txt", f"Report {number}", f"Paper {number % 13}", None, None), "the file's name"
        )
        for number, (text, _) in enumerate(texts)
    )
    found = {text.name: tuple(text.timexes) for text, _ in texts}
    return Timeline("A generated story", documents, found, tuple(events))


def _generated_text(number: int, day: date) -> tuple[Text, Timex]:
    text = Text(
        f"doc-{number:06}",
        [
            [
                "A happening of some kind took place on that day.",
                "The one before was told of again.",
                "Nobody said more.",
            ]
        ],
        day + timedelta(days=1),
    )
    _, timex = text.timex(0, "on that day", day.isoformat())
    return text, timex


def _event(name: str, value: str, headline: str, evidence: list[Evidence], **more: object) -> Event:
    fields = {"until": None, "approximate": False, "planned": False, "summary": "", "names": (), "score": 0.5}
    fields |= {"outlets": len({item.mention.document for item in evidence})} | more
    return Event(id=name, value=value, headline=headline, evidence=tuple(evidence), **fields)


def _source(
    path: str,
    title: str | None,
    publisher: str | None,
    author: str | None,
    url: str | None,
    publish: Publish = "excerpts",
) -> Source:
    return Source(path, title, publisher, author, url, publish)


def _order(event: Event) -> tuple[object, ...]:

    return (*(period(event.value) or ()), event.id)
