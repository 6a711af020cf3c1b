"""The main happening of an article that names no day: the day of publication, where the text bears it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from timeline import calendar
from timeline.events.clauses import verbs
from timeline.events.clusters import Cluster
from timeline.events.tellings import Telling
from timeline.events.words import lexicon, words
from timeline.model import Document, Grain

FRESH = 3  # days


def opening_clusters(
    clusters: Sequence[Cluster], undated: Iterable[Telling], documents: Mapping[str, Document]
) -> list[Cluster]:
    """A cluster for each document, given by id, whose first sentence tells its news without a date, told nowhere else.

    Only where publication is known from the document itself, and neither the document's opening belongs to an event
    nor any sentence of it tells what happened in the days before publication.
    """
    told = {
        telling.mention.document
        for cluster in clusters
        for telling in cluster.tellings
        if telling.place <= 2 or _is_fresh(telling, documents[telling.mention.document])
    }
    found = []
    for telling in undated:
        document = documents[telling.mention.document]
        if telling.place == 1 and document.id not in told and _bears_it(telling, document):
            found.append(_on_publication_day(telling, document))
    return found


def _is_fresh(telling: Telling, document: Document) -> bool:
    """Whether a telling dates something to publication or shortly before."""
    if telling.days is None or document.dct is None or telling.weak:
        return False
    today = calendar.ordinal(document.dct)
    return today - FRESH <= telling.days.last and telling.days.first <= today and telling.days.length <= FRESH


def _bears_it(telling: Telling, document: Document) -> bool:
    """Whether the sentence tells news: a verb that is not mere possibility, a name, and a day to place it on."""
    if document.dct is None or document.publication.inferred or not telling.names:
        return False
    known = lexicon(document.language)
    found = words(document.text, telling.mention.sentence.start, telling.mention.sentence.end)
    carrying = [found[place].lower for place in verbs(found, known)]
    return bool(carrying) and carrying[0] not in known.possible


def _on_publication_day(telling: Telling, document: Document) -> Cluster:
    assert document.dct is not None
    day = calendar.ordinal(document.dct)
    placed = replace(
        telling,
        mention=replace(telling.mention, value=document.dct.isoformat()),
        days=calendar.Period(day, day),
        grain=Grain.DAY,
    )
    return Cluster(document.dct.isoformat(), ((placed, "supports"),))
