"""On which day a sentence without a date is told: carried on from the sentences before, or the day of publication."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from timeline import calendar
from timeline.dates.wording import spoken
from timeline.events.tense import Outlook, outlooks
from timeline.model import Document, Grain, Span

NEWS = 10  # days before publication that an article's news is from
OPENING = 4  # sentences in which an article says when its news happened
HISTORY = (
    10  # sentences about days before the news from which on an article that has fewer about the news tells history
)
REACH = 3  # sentences that go on from a day in a history, until it names another


@dataclass(frozen=True, slots=True)
class Told:
    """A day on which a sentence tells something, by a date of its own or by the event that it belongs to."""

    value: str
    """'2022-01-26'"""
    expression: str
    """'on Wednesday'; '' where the sentence has none"""
    planned: bool
    """whether it is told as something to come"""
    within: bool
    """whether it is not the sentence's own: 'said that it would open in 2007', 'who fell ill on Sunday'"""
    weak: bool = False
    """whether it is only named in passing: 'ask her, and she will speak of 1987'"""


@dataclass(frozen=True, slots=True)
class Placed:
    """The day that a sentence without a date is told of, and why."""

    sentence: Span
    """Span(210, 305)"""
    value: str
    """'2022-01-26'"""
    explanation: str
    """'No date of its own: it goes on from “Wednesday”, Wed 26 Jan 2022.'"""


@dataclass(frozen=True, slots=True)
class _Thread:
    """Where an article stands: the days that its next sentence can go on from."""

    news: Told | None
    """the latest of the days up to publication"""
    before: Told | None
    """that of the sentence right before, if that tells what has happened"""
    last: Told | None
    """that of the latest sentence that tells what has happened"""
    history: bool
    """whether the article tells history: then nothing falls back to its news"""
    since: int = 0
    """sentences since a day was named"""


def place(document: Document, told: Mapping[Span, Sequence[Told]], settled: Collection[Span]) -> list[Placed]:
    """The days of a document's sentences that are not `settled`, in order of the text; the heading among them.

    `told`: sentence → the days that it tells of. A sentence in the past tense goes on from the latest news; one that
    is linked to the sentence before, or is a part of a speech, from that; what speaks of the present is of the day of
    publication. What somebody says is placed too, where only what he speaks of has a date; what has no verb is not.
    """
    spans = ([document.heading] if document.heading else []) + list(document.sentences)
    thread = _Thread(_opening(document, told), None, None, _tells_history(document, told))
    found: list[Placed | None] = []
    for sentence, look in zip(spans, outlooks(document, spans), strict=True):
        named = [day for day in told.get(sentence, ()) if not day.within]
        own = [day for day in named if not day.weak]
        source = _goes_on_from(look, thread)
        lost = thread.history and (bool(named) or not _is_near(document, sentence, thread, look, source))
        if (sentence not in settled or not own) and (look.tense != "none" or look.spoken) and not lost:
            found.append(_placed(document, sentence, look, source))
        thread = _moved_on(document, thread, look, named, source)
    return [placed for placed in found if placed]


def _opening(document: Document, told: Mapping[Span, Sequence[Told]]) -> Told | None:
    """The day of an article's news: the first of those up to publication that are named near its beginning.

    An article that names one further on is news of its publication; one that names none goes its own way.
    """
    days = [(place, day) for place, span in enumerate(document.sentences) for day in told.get(span, ())]
    news = [(place, day) for place, day in days if _is_news(document, day)]
    if news and news[0][0] >= OPENING and document.dct:
        return Told(document.dct.isoformat(), "", planned=False, within=False)
    return news[0][1] if news else None


def _tells_history(document: Document, told: Mapping[Span, Sequence[Told]]) -> bool:
    """Whether most of what an article dates lies long before its news: what it tells next is then no news either."""
    days = [[day for day in own if not day.planned and not day.weak] for own in told.values()]
    news = sum(any(_is_news(document, day) for day in own) for own in days)
    return document.dct is not None and sum(bool(own) for own in days) - news >= max(HISTORY, news)


def _is_near(document: Document, sentence: Span, thread: _Thread, look: Outlook, source: Told | None) -> bool:
    """Whether a history still tells of the day named last.

    It speaks of the present only beside its news, and what it quotes was mostly said to its writer.
    """
    if source is None or thread.since >= REACH or look.spoken or sentence.of(document.text).startswith(_QUOTES):
        return False
    return look.tense == "past" or _is_news(document, source)


_QUOTES = ("“", "«", "„", '"', "``")


def _is_news(document: Document, told: Told) -> bool:
    """Whether it is one of the last days up to publication."""
    days = calendar.period(told.value)
    if document.dct is None or days is None or told.planned or (calendar.grain(told.value) or Grain.YEAR) > Grain.WEEK:
        return False
    today = calendar.ordinal(document.dct)
    return today - NEWS <= days.first <= today


def _goes_on_from(look: Outlook, thread: _Thread) -> Told | None:
    """The day that a sentence without a date goes on from, should it go on at all."""
    linked = thread.before if look.linked else thread.last if look.spoken else None
    return linked or (None if thread.history else thread.news) or thread.last


def _moved_on(
    document: Document, thread: _Thread, look: Outlook, named: Sequence[Told], source: Told | None
) -> _Thread:
    """The thread behind a sentence that names such days, or one that goes on from another's day.

    Only what has happened takes it along.
    """
    happened = [day for day in named if not day.planned and not day.weak]
    if thread.history and (not happened if named else thread.since >= REACH):
        return replace(thread, before=None, last=None, since=REACH)
    if not any(not day.weak for day in named) and source and look.tense == "past":
        happened = [source]
    news = [day for day in happened if _is_news(document, day)]
    here = next(iter(news or happened[-1:]), None)
    since = 0 if named else thread.since + 1
    return _Thread(next(iter(news), thread.news), here, here or thread.last, thread.history, since)


def _placed(document: Document, sentence: Span, look: Outlook, source: Told | None) -> Placed | None:
    """A sentence on the day that it goes on from, else on that of publication; None without either."""
    if source is not None and (look.tense in ("past", "coming") or look.spoken or document.dct is None):
        from_where = f"“{source.expression}”, {spoken(source.value)}" if source.expression else spoken(source.value)
        return Placed(sentence, source.value, f"No date of its own: it goes on from {from_where}.")
    if document.dct is None:
        return None
    today = document.dct.isoformat()
    why = f"No date of its own: {_OF_TODAY[look.tense]} on {spoken(today)}, when it was published."
    return Placed(sentence, today, why)


_OF_TODAY = {
    "past": "the article tells it as news",
    "present": "it speaks of how things stood",
    "coming": "it speaks of what was to come",
    "none": "it speaks of how things stood",
}
