"""Sentences that the author names by their words → evidence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from timeline import calendar
from timeline.correcting.verdicts import verdict
from timeline.model import Document, Evidence, Mention, Span, Timex, Verdict

STRENGTH: tuple[Verdict, ...] = ("supports", "coarser", "undated", "disagrees")
"""verdicts, the best first"""


def ordered(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """The best first, then by document and place, each sentence once."""

    def order(item: Evidence) -> tuple[int, str, Span]:
        return STRENGTH.index(item.verdict), item.mention.document, item.mention.sentence

    best: dict[tuple[str, Span], Evidence] = {}
    for item in sorted(evidence, key=order):
        best.setdefault((item.mention.document, item.mention.sentence), item)
    return tuple(best.values())


def holds(sentence: str, quote: str) -> bool:
    """Whether a quote stands in a sentence letter for letter, however the lines are broken."""
    return _pattern(quote).search(sentence) is not None


def cited(
    document: Document, timexes: Sequence[Timex], quote: str, value: str, until: str | None
) -> tuple[Evidence, ...]:
    """The sentences of the article that a quote lies in, as evidence for a date; () where it stands in none."""
    sentences = [*([document.heading] if document.heading else []), *document.sentences]
    for match in _pattern(quote).finditer(document.text):
        words = Span(*match.span())
        found = [span for span in sentences if span.overlaps(words)]
        if found:
            return tuple(_evidence(document, timexes, span, words, (value, until)) for span in found)
    return ()


def _pattern(quote: str) -> re.Pattern[str]:
    return re.compile(r"\s{1,50}".join(map(re.escape, quote.split())))


def _evidence(
    document: Document, timexes: Sequence[Timex], sentence: Span, words: Span, date: tuple[str, str | None]
) -> Evidence:
    """A sentence with the expression in it that goes best with a date.

    One beside the words that are cited counts only where it does not disagree: it may date something else.
    """
    known = [timex for timex in timexes if sentence.covers(timex.span) and calendar.period(timex.value) is not None]
    mentions = [Mention(document.id, sentence, timex, timex.value) for timex in known]
    judged = [(verdict(mention, *date), mention) for mention in mentions]
    fitting = [pair for pair in judged if pair[0] in ("supports", "coarser")]
    meant = [pair for pair in judged if pair[1].timex and words.covers(pair[1].timex.span)]
    undated: tuple[Verdict, Mention] = "undated", Mention(document.id, sentence, None, None)
    said, mention = min(fitting or meant or [undated], key=lambda pair: STRENGTH.index(pair[0]))
    why = mention.timex.explanation if mention.timex else "No expression of time goes with it: the author cites it."
    return Evidence(mention, sentence.of(document.text), why, said)
