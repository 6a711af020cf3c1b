"""An account of an event → lines for a reader in the terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from timeline.events.account import Account, Tie
from timeline.events.tellings import Telling
from timeline.exporting import records
from timeline.model import Document, Event

_JUDGED = {
    "supports": "names this date",
    "coarser": "gives a less exact date that fits",
    "undated": "gives no date",
    "disagrees": "names another date",
}
_COUNTED = {
    "supports": "of this date",
    "coarser": "with a less exact one that fits",
    "undated": "without one",
    "disagrees": "of another",
}
_MOST_WORDS = 8


def told(event: Event, account: Account, documents: Sequence[Document]) -> Iterator[str]:
    """The lines: what it is, what was corrected, its sentences with their ties, and what stayed outside."""
    texts = {document.id: document.text for document in documents}
    yield event.id
    yield f"{event.value}{'/' + event.until if event.until else ''}  {records.one_line(event.headline)}"
    yield from _why(event)
    yield ""
    yield "Its sentences:"
    ties = {_key(tie.telling): tie for tie in account.inside}
    for item in event.evidence:
        mention, tie = item.mention, ties.get((item.mention.document, item.mention.sentence.start))
        yield f"  {mention.document}: {records.one_line(item.quote)}"
        yield f"    {_JUDGED[item.verdict]}. {item.explanation}"
        if tie and tie.other is not tie.telling:
            yield f"    {_tied(tie)}"
    if not event.evidence:
        yield "  none"
    yield ""
    yield "What nearly was in it:"
    for tie in account.outside:
        yield f"  {tie.telling.mention.document}: {_quote(tie.telling, texts)}"
        yield f"    {_tied(tie)}"
        yield f"    {tie.reason}"
    if not account.outside:
        yield "  nothing"


def _why(event: Event) -> Iterator[str]:
    """Who tells it, how sure its date is, and what the author changed."""
    if event.written:
        yield "Written by the author."
    if event.evidence:
        counts = Counter[str](item.verdict for item in event.evidence)
        said = ", ".join(f"{_counted(n, 'sentence')} {_COUNTED[name]}" for name in _JUDGED if (n := counts[name]))
        tellers = f"{_counted(len(event.documents), 'document')}, {_counted(event.outlets, 'independent outlet')}"
        yield f"Told by {tellers}: {said}."
    yield f"Importance {event.score:.2f}{', pinned' if event.pinned else ''}{'; planned' if event.planned else ''}."
    for correction in event.corrections:
        yield f"Corrected by the author: {correction.what}{f', before: {correction.was}' if correction.was else ''}."
    if event.former:
        yield f"Former ids: {', '.join(event.former)}."


def _tied(tie: Tie) -> str:
    common = [f"names: {', '.join(tie.names)}"] if tie.names else []
    common += [f"words: {', '.join(tie.words[:_MOST_WORDS])}"] if tie.words else []
    return f"alike by {tie.strength:.2f} with {tie.other.mention.document}; {'; '.join(common) or 'nothing in common'}"


def _quote(telling: Telling, texts: dict[str, str]) -> str:
    return records.one_line(telling.clause.of(texts[telling.mention.document]))


def _key(telling: Telling) -> tuple[str, int]:
    return telling.mention.document, telling.mention.sentence.start


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}" + ("" if number == 1 else "s")
