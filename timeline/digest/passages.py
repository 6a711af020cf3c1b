"""An article → its passages: each sentence with its content words and the days that it names."""

from __future__ import annotations

import datetime
import re
from bisect import bisect_left
from dataclasses import dataclass

from timeline import calendar
from timeline.dates import tag
from timeline.digest.articles import Article
from timeline.events.words import content, lexicon, words
from timeline.model import Grain, Span, Timex

_YEAR = re.compile(r"\d{4}")


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


def passages(number: int, article: Article) -> tuple[Passage, ...]:
    """The sentences of an article that have any content, in order; `number` is the article's place."""
    published = datetime.date.fromordinal(article.published)
    named = [timex for timex in tag(article.text, published, article.language) if _names_a_day(timex, article)]
    starts = [timex.span.start for timex in named]
    found = []
    for place, span in enumerate(article.sentences):
        within = named[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        found.append(_passage(number, place, article, span, within))
    return tuple(passage for passage in found if passage.terms)


def _passage(number: int, place: int, article: Article, span: Span, named: list[Timex]) -> Passage:
    said = words(article.text, span.start, span.end)
    days = [period.first for timex in named if (period := calendar.period(timex.value))]
    return Passage(
        article=number,
        place=place,
        published=article.published,
        text=" ".join(span.of(article.text).split()),
        terms=tuple(sorted(set(content(said, article.language)))),
        length=len(said),
        days=tuple(dict.fromkeys(days)),
        personal=not lexicon(article.language).first_person.isdisjoint(word.lower for word in said),
    )


def _names_a_day(timex: Timex, article: Article) -> bool:
    """Whether an expression places something on a day; the day of publication with its year is only printed with it."""
    coarseness = calendar.grain(timex.value)
    if timex.type not in ("DATE", "TIME") or coarseness is None or coarseness > Grain.DAY:
        return False
    period = calendar.period(timex.value)
    return period is not None and not (period.first == article.published and _YEAR.search(timex.text))
