"""An article → its passages: each sentence with its content words and the days that it names."""

from __future__ import annotations

import datetime
import re
from bisect import bisect_left
from dataclasses import dataclass

from timeline import calendar
from timeline.dates import tag
from timeline.digest.articles import Article
from timeline.events.stems import terms
from timeline.events.words import lexicon, small_words
from timeline.model import Grain, Span, Timex

ENTRIES = 4  # sentences that open with a date, from which on an article is a chronicle
BEFORE = 5  # characters that may stand before that date: 'On ', '- '

_YEAR = re.compile(r"\d{4}")
_NUMBER = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of an article."""

    article: int
    """17, the place of its article in the collection"""
    place: int
    """0 for the first sentence of its article"""
    published: calendar.Day
    """733791, the day on which its article was published"""
    text: str
    """'The bridge was closed on Monday.', in one line"""
    terms: tuple[str, ...]
    """('bridg', 'close', 'monday'), the stems of its content words, each once, sorted"""
    length: int
    """6, its words"""
    days: tuple[calendar.Day, ...]
    """(733790,), the days that it names, each once, in order of the text"""
    personal: bool
    """whether its author speaks of himself: 'I think that …'"""
    entry: bool
    """whether it is an entry of a chronicle: '3 March: the dam gives way.', in a list of such"""


def passages(number: int, article: Article) -> tuple[Passage, ...]:
    """The sentences of an article that have any content, in order; `number` is the article's place."""
    published = datetime.date.fromordinal(article.published)
    named = [timex for timex in tag(article.text, published, article.language) if _names_a_day(timex, article)]
    starts = [timex.span.start for timex in named]
    rows = [
        (span, named[bisect_left(starts, span.start) : bisect_left(starts, span.end)]) for span in article.sentences
    ]
    chronicle = sum(_opens_with_date(span, within) for span, within in rows) >= ENTRIES
    found = (
        _passage(number, place, article, span, within, chronicle=chronicle) for place, (span, within) in enumerate(rows)
    )
    return tuple(passage for passage in found if passage.terms)


def _passage(number: int, place: int, article: Article, span: Span, named: list[Timex], *, chronicle: bool) -> Passage:
    said = small_words(article.text, span.start, span.end)
    days = [period.first for timex in named if (period := calendar.period(timex.value))]
    known = lexicon(article.language)
    return Passage(
        article=number,
        place=place,
        published=article.published,
        text=" ".join(span.of(article.text).split()),
        terms=tuple(sorted(set(terms(said, article.language)))),
        length=len(said),
        days=tuple(dict.fromkeys(days)),
        personal=not known.first_person.isdisjoint(said),
        entry=chronicle and _opens_with_date(span, named),
    )


def _opens_with_date(span: Span, named: list[Timex]) -> bool:
    """Whether a sentence opens with a day of the calendar, as an entry of a chronicle does; a weekday is none."""
    return bool(named) and named[0].span.start - span.start <= BEFORE and bool(_NUMBER.search(named[0].text))


def _names_a_day(timex: Timex, article: Article) -> bool:
    """Whether an expression places something on a day; the day of publication with its year is only printed with it."""
    coarseness = calendar.grain(timex.value)
    if timex.type not in ("DATE", "TIME") or coarseness is None or coarseness > Grain.DAY:
        return False
    period = calendar.period(timex.value)
    return period is not None and not (period.first == article.published and _YEAR.search(timex.text))
