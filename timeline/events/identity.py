"""The id of an event, made from what founds it: the telling that was published first.

Neither the headline nor the number of documents has a part in it, nor the date that they agree on: it stays when later
documents join the event, name another day, or give it a better headline.
"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from anyascii import anyascii

from timeline.events.clusters import Cluster
from timeline.events.tellings import Telling
from timeline.events.words import Word, fold, lexicon, words
from timeline.model import Document, Event, Mention, Verdict

WORDS = 5  # of the founding clause
LONGEST = 60  # characters of those words
NAMING: tuple[Verdict, ...] = ("supports", "disagrees")  # verdicts on a date as fine as the event's

Place = tuple[bool, str, str, int, int]


def identify(cluster: Cluster, documents: Mapping[str, Document]) -> str:
    """The id of the event that a cluster tells; `documents` by id.

    Of the tellings that date it for themselves the first one published founds it: its own value, and the first words
    with content of its clause.
    """
    dated = [telling for telling, verdict in cluster.members if verdict in NAMING]
    founding = min(dated, key=lambda telling: (_place(telling.mention, documents), telling.clause))
    document = documents[founding.mention.document]
    found = [word for word in _clause(founding, document) if not _is_of_the_date(word, founding)]
    return event_id(founding.mention.value or cluster.value, found, document.language)


def event_id(value: str, found: Sequence[Word], language: str) -> str:
    """An id from a TIMEX3 value and words, safe in an address.

    >>> event_id("2022-02-01T14:00", words("Putin receives Orbán, in Moscow"), "en")
    '2022-02-01-putin-receives-orban-moscow'
    """
    stop = lexicon(language).stop | lexicon(language).deictic
    kept = [word.text for word in found if word.lower not in stop and (len(word.text) > 1 or word.text.isdigit())]
    parts = [value.partition("T")[0], *(kept or [word.text for word in found])[:WORDS]]
    day, *told = [part for part in map(slug, parts) if part]
    return f"{day}-{'-'.join(told)[:LONGEST].strip('-') or 'event'}"


def slug(text: str) -> str:
    """A text as the safe part of an address: 'Kyïv, 40 %' → 'kyiv-40'; other scripts are written in Latin letters."""
    return re.sub(r"[^a-z0-9]+", "-", anyascii(text).lower().replace("'", "")).strip("-")


def distinct(events: Sequence[Event], documents: Mapping[str, Document]) -> list[Event]:
    """The events with ids of their own: of those that share one the first told keeps it, others get a hash more."""
    alike: dict[str, list[Event]] = defaultdict(list)
    for event in sorted(events, key=lambda event: _founding_place(event, documents)):
        alike[event.id].append(event)
    taken = set(alike)
    result = []
    for first, *others in alike.values():
        ids = (free(event.id, founding_quote(event, documents), taken) for event in others)
        result += [first, *(replace(event, id=name) for event, name in zip(others, ids, strict=True))]
    return result


def free(name: str, quote: str, taken: set[str]) -> str:
    """An id that begins like `name`, goes on with a hash of the quote, and is none of `taken`, which it joins."""
    digest = hashlib.sha256(fold(" ".join(quote.split())).encode("utf-8", "replace")).hexdigest()
    length = 4
    while f"{name}-{digest[:length]}" in taken and length < len(digest):
        length += 1
    taken.add(f"{name}-{digest[:length]}")
    return f"{name}-{digest[:length]}"


def founding_quote(event: Event, documents: Mapping[str, Document]) -> str:
    """The sentence that founds an event; '' where it has none."""
    dated = [item for item in event.evidence if item.verdict in NAMING] or event.evidence
    return min(dated, key=lambda item: _place(item.mention, documents)).quote if dated else ""


def _founding_place(event: Event, documents: Mapping[str, Document]) -> tuple[Place, str]:
    dated = [item.mention for item in event.evidence if item.verdict in NAMING]
    return min(_place(mention, documents) for mention in dated), event.headline


def _place(mention: Mention, documents: Mapping[str, Document]) -> Place:
    """Where a telling stands in the order of publication, the undated last, and then in its document."""
    day = documents[mention.document].dct
    return day is None, str(day), mention.document, mention.sentence.start, mention.sentence.end


def _clause(telling: Telling, document: Document) -> tuple[Word, ...]:
    """The words of a telling, beginning with who did it."""
    subject = telling.subject
    before = words(document.text, subject.start, subject.end) if subject else ()
    return before + words(document.text, telling.clause.start, telling.clause.end)


def _is_of_the_date(word: Word, telling: Telling) -> bool:
    timex = telling.mention.timex
    return timex is not None and timex.span.start <= word.start < timex.span.end
