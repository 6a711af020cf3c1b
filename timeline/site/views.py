"""What the templates are given, as docs/themes.md describes it: plain frozen data, no mark-up in it."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from timeline.site.marking import Piece


@dataclass(frozen=True, slots=True)
class Link:
    """A text that leads somewhere."""

    text: str
    """'NATO sends a separate reply of its own'"""
    url: str
    """'events/2022-01-26-nato/index.html', from the site's root"""
    note: str = ""
    """'26 Jan'"""


@dataclass(frozen=True, slots=True)
class PictureView:
    """A picture, ready to be shown."""

    url: str
    """'media/1f0c66d0a3b5e2c4.jpg', from the site's root"""
    alt: str
    """'Two flags before a grey sky'"""
    credit: str
    """'Photograph: M. Ito'; ''"""
    width: int
    """1280, in pixels"""
    height: int
    """853"""


@dataclass(frozen=True, slots=True)
class NameView:
    """A person, a place or an organisation that events are about."""

    text: str
    """'Red Cross', as it is written most often"""
    url: str
    """'names/red-cross/index.html'"""
    events: int
    """12, how many events bear it"""


@dataclass(frozen=True, slots=True)
class Initial:
    """The names that begin with one letter."""

    letter: str
    """'R'; '#' for those that begin with none"""
    names: tuple[NameView, ...]
    """in order of the alphabet"""


@dataclass(frozen=True, slots=True)
class Quote:
    """A quoted sentence, the evidence of an event."""

    id: str
    """'q-moscow-times-2022-01-28-210', its anchor on the event's page"""
    pieces: tuple[Piece, ...]
    """(Piece('He left '), Piece('on Wednesday', '26 Jan', …))"""
    language: str
    """'en'"""
    publisher: str
    """'The Moscow Times'"""
    title: str
    """'Moscow weighs its paper answers'"""
    published: str
    """'Fri, 28 Jan 2022'; '' where it is not known"""
    url: str
    """'sources/moscow-times-2022-01-28/index.html#s210'"""
    original: str
    """'https://example.org/…'; '' where it is not known"""
    archive: str
    """'https://archive.example/…', a kept copy; '' where none is known"""
    expression: str
    """'on Wednesday'; '' for a telling without one"""
    resolved: str
    """'Wed, 26 Jan 2022'; '' for a telling without a date"""
    explanation: str
    """'A weekday in the past tense: the last Wednesday up to publication, Fri 28 Jan 2022.'"""
    verdict: str
    """'supports', 'coarser', 'disagrees' or 'undated'"""
    judgement: str
    """'Supports the date shown.'"""


@dataclass(frozen=True, slots=True)
class EventView:
    """An event, ready to be shown."""

    id: str
    """'2022-01-26-us-reply'"""
    url: str
    """'events/2022-01-26-us-reply/index.html'"""
    headline: str
    """'The United States hands over its written answer'"""
    summary: str
    """'Ambassador John Sullivan delivers the reply.'"""
    shape: str
    """'day', one of kinds.SHAPES"""
    tags: tuple[str, ...]
    """('Exact day',)"""
    disputed: bool
    """whether a source names another date"""
    planned: bool
    """whether no source tells that it took place"""
    when: str
    """'Wednesday, 26 January 2022'"""
    brief: str
    """'26 Jan 2022'"""
    machine: str
    """'2022-01-26' for <time datetime>; '' where HTML has no way to say it"""
    time: str
    """'14:00'; '' where it is not known"""
    names: tuple[Link, ...]
    """(Link('NATO', 'names/nato/index.html'),)"""
    quotes: tuple[Quote, ...]
    """the evidence in order of publication"""
    further: tuple[Quote, ...]
    """sentences that say nothing of the date and only go on from the evidence, in the same order"""
    listed: tuple[Quote, ...]
    """the best of it, so many as a list can show"""
    tally: tuple[str, ...]
    """('supports', 'disagrees'), one a document"""
    sources: int
    """2, how many documents tell it"""
    outlets: int
    """2, how many independent outlets tell it"""
    best: Quote | None
    """the quote that shows best how the date was worked out"""
    clashes: tuple[str, ...]
    """('Danube Post dates it 31 Jan 2022',)"""
    puts: tuple[str, ...]
    """('3 sources put this on 1 Feb 2022.', …), what a disagreement is about; none without one"""
    agreement: str
    """'3 of the 4 that give a date agree.'"""
    written: bool
    """whether the author wrote it"""
    body: Markup
    """'<p>The ministers <em>met alone</em>.</p>', cleaned; '' for an event that was found"""
    links: tuple[Link, ...]
    """(Link('The communiqué', 'https://…'),), out of the site"""
    note: str
    """'The court's own record says 14:00.', the author's; ''"""
    corrections: tuple[str, ...]
    """('Date corrected; the sources gave 27 Jan 2022.',)"""
    pictures: tuple[PictureView, ...]
    """those of its sources, three at most"""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a source page."""

    pieces: tuple[Piece, ...]
    """(Piece('Diplomats met '), Piece('on Monday', '31 Jan', …))"""
    id: str = ""
    """'s210' where it is evidence, else ''"""
    number: int = 0
    """3, where it is the third quoted one; else 0"""
    events: tuple[Link, ...] = ()
    """the events that it is evidence of"""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a source page, or what is shown of it."""

    sentences: tuple[Sentence, ...]
    """in order; none for a place where text was left out"""


@dataclass(frozen=True, slots=True)
class SourceView:
    """A document, ready to be shown."""

    id: str
    """'moscow-times-2022-01-28'"""
    url: str
    """'sources/moscow-times-2022-01-28/index.html'; '' for one that could not be read"""
    path: str
    """'news/moscow-times.txt'"""
    title: str
    """'Moscow weighs its paper answers'"""
    publisher: str
    """'The Moscow Times'; '' where it is not known"""
    author: str
    """'R. Ames'; ''"""
    language: str
    """'en'"""
    published: str
    """'Fri, 28 Jan 2022'; '' where it is not known"""
    machine: str
    """'2022-01-28'; ''"""
    dated_by: str
    """"the line 'January 28, 2022'", or why it is not dated; in English"""
    inferred: bool
    """whether the date rests on other documents"""
    original: str
    """'https://example.org/…'; ''"""
    archive: str
    """'https://archive.example/…', a kept copy; ''"""
    digest: str
    """'1e416466…', SHA-256; ''"""
    status: str
    """'used', 'unused' or 'failed'"""
    problem: str
    """what could not be read or is in doubt; ''"""
    publish: str
    """'excerpts', 'full' or 'none'"""
    quoted: int
    """3, how many of its sentences are evidence"""
    events: int
    """2, of how many events"""
    picture: PictureView | None
    """its picture, where it has one"""
    paragraphs: tuple[Paragraph, ...] = ()
    """what is shown of the text"""
