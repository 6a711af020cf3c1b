"""The main happening of an article that names no day: the day of publication, where the text bears it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from timeline import calendar
from timeline.events.clauses import verbs
from timeline.events.clusters import Cluster
from timeline.events.similarity import Weights, strength
from timeline.events.tellings import Telling
from timeline.events.tense import describes
from timeline.events.words import lexicon, words
from timeline.model import Document, Grain

FRESH = 3  # days
BEGINNING = 4  # sentences in which an article says when its news happened
ALIKE = 0.33  # likeness from which on a later sentence tells the same as the first


def opening_clusters(
    clusters: Sequence[Cluster], undated: Iterable[Telling], documents: Mapping[str, Document], weights: Weights
) -> list[Cluster]:
    """A cluster for each document, given by id, whose first sentence tells its news without a date, told nowhere else.

    Only where publication is known from the document itself, and the document dates nothing to the days before it
    near its beginning, nor anything like its first sentence further on.
    """
    fresh: dict[str, list[Telling]] = defaultdict(list)
    told: set[str] = set()
    for telling in (telling for cluster in clusters for telling in cluster.tellings):
        name = telling.mention.document
        if telling.place <= 1:
            told.add(name)
        if _is_fresh(telling, documents[name]):
            fresh[name].append(telling)
    found = []
    for telling in undated:
        document = documents[telling.mention.document]
        if telling.place != 1 or document.id in told or not _bears_it(telling, document):
            continue
        if not any(_dates_it(other, telling, weights) for other in fresh[document.id]):
            found.append(_on_publication_day(telling, document))
    return found


def _dates_it(later: Telling, first: Telling, weights: Weights) -> bool:
    """Whether a sentence with a date may say when that happened which the first sentence tells: 'he died on Monday'."""
    return later.place <= BEGINNING or bool(later.terms & first.terms) or strength(later, first, weights) >= ALIKE


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
    if describes(document, telling.mention.sentence):
        return False
    known = lexicon(document.language)
    found = words(document.text, telling.mention.sentence.start, telling.mention.sentence.end)
    carrying = [found[place].lower for place in verbs(found, known)]
    return bool(carrying) and carrying[0] not in known.possible | known.coming


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
