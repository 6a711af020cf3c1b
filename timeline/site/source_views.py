"""Document → SourceView: what a source's page shows of it, and no more than its author allows."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from timeline import calendar
from timeline.exporting import records
from timeline.exporting.records import Record
from timeline.model import Document, Event, Evidence, Span
from timeline.site import dates
from timeline.site.addresses import event_url, sentence_id, source_url, web_address
from timeline.site.pictures import picture_view
from timeline.site.shelf import Shelf
from timeline.site.views import Link, Paragraph, Sentence, SourceView

_NEIGHBOURS = {"excerpts": 1, "none": 0, "full": None}
_BREAK = re.compile(r"\n[ \t]*\n")


def source_views(shelf: Shelf) -> tuple[SourceView, ...]:
    """Every document, also those that could not be read, in order of publication, the undated last."""
    views = [_view(record, shelf) for record in records.documents(shelf.timeline)]
    return tuple(sorted(views, key=lambda view: (not view.machine, view.machine, view.path)))


def _view(record: Record, shelf: Shelf) -> SourceView:
    document = shelf.documents.get(record["id"])
    source = document.source if document else None
    found = shelf.evidence.get(record["id"], ())
    published = document.dct if document else None
    return SourceView(
        id=record["id"],
        url=source_url(record["id"]) if document else "",
        path=record["path"],
        title=record["title"],
        publisher=records.one_line(record["publisher"] or ""),
        author=records.one_line(source.author or "") if source else "",
        language=record["language"] or "",
        published=dates.day(calendar.ordinal(published), shelf.words, dates.SHORT) if published else "",
        machine=record["published"] or "",
        dated_by=document.publication.evidence.rstrip(". ") if document else "",
        inferred=record["inferred"],
        original=web_address(record["url"]),
        archive=web_address(source.archive) if source else "",
        digest=document.digest if document else "",
        status=record["status"],
        problem=record["problem"] or "",
        publish=source.publish if source else "none",
        quoted=len({item.mention.sentence for _, item in found}),
        events=len({event.id for event, _ in found}),
        picture=picture_view(record["id"], shelf),
        paragraphs=tuple(_paragraphs(document, shelf)) if document else (),
    )


def _paragraphs(document: Document, shelf: Shelf) -> Iterator[Paragraph]:
    """The paragraphs that may be shown, with an empty one wherever text was left out."""
    quoted: dict[Span, list[tuple[Event, Evidence]]] = {}
    for event, item in shelf.evidence.get(document.id, ()):
        quoted.setdefault(item.mention.sentence, []).append((event, item))
    units = _units(document, quoted)
    shown = _shown(units, quoted, _NEIGHBOURS[document.source.publish])
    numbers = {span: number for number, span in enumerate((s for s in units if s in quoted), 1)}
    before = -1
    for group in _grouped(document, units, shown):
        if group[0] != before + 1:
            yield Paragraph(())
        spans = [units[place] for place in group]
        yield Paragraph(
            tuple(_sentence(document, span, quoted.get(span, []), numbers.get(span, 0), shelf) for span in spans)
        )
        before = group[-1]
    if shown and before != len(units) - 1:
        yield Paragraph(())


def _units(document: Document, quoted: Collection[Span]) -> list[Span]:
    """The quoted stretches and the sentences beside them, in order."""
    taken = sorted(quoted)
    rest = [span for span in document.sentences if span not in quoted and not _overlaps(span, taken)]
    return sorted([*taken, *rest])


def _overlaps(span: Span, taken: Sequence[Span]) -> bool:
    return any(span.overlaps(other) for other in taken)


def _shown(units: Sequence[Span], quoted: Collection[Span], neighbours: int | None) -> list[int]:
    """The places of the units to be shown: all for None, else the quoted ones with so many on either side."""
    if neighbours is None:
        return list(range(len(units)))
    near = {
        place + step
        for place, span in enumerate(units)
        if span in quoted
        for step in range(-neighbours, neighbours + 1)
    }
    return sorted(near & set(range(len(units))))


def _grouped(document: Document, units: Sequence[Span], shown: Sequence[int]) -> Iterator[list[int]]:
    """The shown places by paragraph; where text is left out in between, a new one begins."""
    breaks = _BREAK if _BREAK.search(document.text) else re.compile(r"\n")
    group: list[int] = []
    for place in shown:
        apart = group and (
            place != group[-1] + 1 or breaks.search(document.text, units[group[-1]].end, units[place].start)
        )
        if apart:
            yield group
            group = []
        group.append(place)
    if group:
        yield group


def _sentence(
    document: Document, span: Span, found: Sequence[tuple[Event, Evidence]], number: int, shelf: Shelf
) -> Sentence:
    dating = found[0][1].mention.timex if found else None
    parts = shelf.marker(document).pieces(span, shelf.words, dating)
    events = {event.id: event for event, _ in found}.values()
    links = tuple(
        Link(records.one_line(event.headline), event_url(event), dates.when(event, shelf.words, dates.MEDIUM))
        for event in events
    )
    return Sentence(parts, sentence_id(span) if found else "", number, links)
