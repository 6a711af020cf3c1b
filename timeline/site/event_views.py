"""Event → EventView: every word and mark that pages show of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from timeline import calendar
from timeline.exporting import records
from timeline.model import Correction, Document, Event, Evidence, Timex, Verdict
from timeline.site import dates, kinds, marking
from timeline.site.addresses import event_url, name_url, quote_id, sentence_id, source_url, web_address
from timeline.site.pictures import pictures_of
from timeline.site.prose import prose
from timeline.site.shelf import Shelf
from timeline.site.views import EventView, Link, Quote
from timeline.site.words import Words

_MOST_LISTED = 8  # quotes of an event that a list shows; its page has them all
_STRENGTH: tuple[Verdict, ...] = ("supports", "coarser", "undated", "disagrees")


def event_view(event: Event, shelf: Shelf) -> EventView:
    """The event with its evidence in the order of publication."""
    words = shelf.words
    chosen = evidence_of(event, shelf)
    quotes = tuple(quote(event, item, shelf) for item in chosen)
    return EventView(
        id=event.id,
        url=event_url(event),
        headline=records.one_line(event.headline),
        summary=event.summary,
        shape=kinds.shape(event),
        tags=kinds.tags(event, words),
        disputed=event.disputed,
        planned=event.planned,
        when=dates.when(event, words),
        brief=dates.when(event, words, dates.MEDIUM),
        machine=marking.machine(event.value),
        time=_time(event.value),
        names=_names(event),
        quotes=quotes,
        further=tuple(quote(event, item, shelf) for item in evidence_of(event, shelf, goes_on=True)),
        listed=_listed(event, chosen, quotes),
        tally=_tally(chosen),
        sources=len(event.documents),
        outlets=event.outlets,
        best=_best(quotes, dates.value(event.value, words, dates.SHORT)),
        clashes=tuple(
            dict.fromkeys(clash(item, shelf, "event.dates_it") for item in chosen if item.verdict == "disagrees")
        ),
        puts=_puts(event, chosen, shelf),
        agreement=_agreement(event, shelf),
        written=event.written,
        body=prose(event.body),
        links=tuple(Link(link.title, link.url) for link in event.links if web_address(link.url)),
        note=event.note,
        corrections=tuple(_corrected(correction, words) for correction in event.corrections),
        pictures=pictures_of(event.documents, shelf),
    )


def _corrected(correction: Correction, words: Words) -> str:
    """What the author changed, and what stood there before."""
    was = records.one_line(correction.was)
    if correction.what == "date":
        was = " – ".join(dates.value(value, words, dates.MEDIUM) for value in was.split("/"))
    added = correction.what == "summary" and not was
    return words.say("corrected.added" if added else f"corrected.{correction.what}", was=was)


def evidence_of(event: Event, shelf: Shelf, goes_on: bool = False) -> list[Evidence]:
    """The evidence in order of publication, each sentence once; what only goes on from it if that is asked for."""
    fitting = (item for item in event.evidence if item.goes_on == goes_on)
    ordered = sorted(fitting, key=lambda item: _order(item, shelf))
    return list({(item.mention.document, item.mention.sentence): item for item in reversed(ordered)}.values())[::-1]


def publisher(document: Document | None) -> str:
    """Who published a document; its title where that is not known."""
    if document is None:
        return ""
    return records.one_line(document.source.publisher or "") or records.title(document)


def clash(item: Evidence, shelf: Shelf, key: str) -> str:
    """One source's other date in the words of `key`: 'Danube Post dates it 31 Jan 2022'."""
    value = claimed(item)
    date = dates.value(value, shelf.words, dates.MEDIUM) if value else ""
    return shelf.words.say(key, source=publisher(shelf.documents.get(item.mention.document)), date=date)


def claimed(item: Evidence) -> str | None:
    """The value that a piece of evidence puts its event on; None for one without a date."""
    return item.mention.value or (item.mention.timex.value if item.mention.timex else None)


def quote(event: Event, item: Evidence, shelf: Shelf) -> Quote:
    """A piece of evidence with its words about time marked and all that is said of it."""
    mention, document, words = item.mention, shelf.documents.get(item.mention.document), shelf.words
    published = document.dct if document else None
    value = claimed(item)
    only = item.verdict == "supports" and len(event.evidence) == 1
    return Quote(
        id=quote_id(mention.document, mention.sentence),
        pieces=_pieces(item, document, shelf),
        language=document.language if document else "",
        publisher=records.one_line(document.source.publisher or "") if document else "",
        title=records.title(document) if document else mention.document,
        published=dates.day(calendar.ordinal(published), words, dates.SHORT) if published else "",
        url=_place(item) if document else "",
        original=web_address(document.source.url) if document else "",
        archive=web_address(document.source.archive) if document else "",
        expression=records.one_line(mention.timex.text) if mention.timex else "",
        resolved=_resolved(mention.timex, value, shelf),
        explanation=item.explanation,
        verdict=item.verdict,
        judgement=words.say("verdict.only" if only else f"verdict.{item.verdict}"),
    )


def _names(event: Event) -> tuple[Link, ...]:
    """The names that the event bears, each once, with the way to its own timeline."""
    links = (Link(records.one_line(name), name_url(name)) for name in event.names if name.strip())
    return tuple({link.url: link for link in links}.values())


def _place(item: Evidence) -> str:
    """The sentence on its source's page; the page alone for what only goes on, since it may not be shown there."""
    page = source_url(item.mention.document)
    return page if item.goes_on else f"{page}#{sentence_id(item.mention.sentence)}"


def _pieces(item: Evidence, document: Document | None, shelf: Shelf) -> tuple[marking.Piece, ...]:
    """The pieces of the quote; it stands unmarked where the document's text does not have it letter for letter."""
    mention = item.mention
    if document is None or mention.sentence.of(document.text) != item.quote:
        return (marking.Piece(item.quote),)
    return shelf.marker(document).pieces(mention.sentence, shelf.words, mention.timex)


def _resolved(timex: Timex | None, value: str | None, shelf: Shelf) -> str:
    if timex and (timex.until or timex.mod) and (text := dates.label(timex, None, shelf.words)):
        return text
    return dates.value(value, shelf.words, dates.SHORT) if value else ""


def _order(item: Evidence, shelf: Shelf) -> tuple[bool, str, str, int]:
    document = shelf.documents.get(item.mention.document)
    date = document.dct if document else None
    return date is None, str(date), item.mention.document, item.mention.sentence.start


def _tally(chosen: Iterable[Evidence]) -> tuple[str, ...]:
    """One verdict a document, in order of publication: the strongest that its sentences give, doubt first."""
    found: dict[str, set[str]] = {}
    for item in chosen:
        found.setdefault(item.mention.document, set()).add(item.verdict)
    return tuple(next(v for v in ("disagrees", *_STRENGTH) if v in verdicts) for verdicts in found.values())


def _listed(event: Event, chosen: Sequence[Evidence], quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    """The quotes of the best evidence, as many as a list can show."""
    best = {id(item) for item in event.evidence[:_MOST_LISTED]}
    return tuple(quote for item, quote in zip(chosen, quotes, strict=True) if id(item) in best)


def _puts(event: Event, chosen: Sequence[Evidence], shelf: Shelf) -> tuple[str, ...]:
    """What a disagreement is about, a sentence a date; none where there is none."""
    if not event.disputed:
        return ()
    words, date = shelf.words, dates.when(event, shelf.words, dates.MEDIUM)
    named = any(item.verdict == "supports" for item in chosen)
    supporting = {item.mention.document for item in chosen if named and item.verdict in ("supports", "coarser")}
    others = dict.fromkeys(clash(item, shelf, "event.puts_other") for item in chosen if item.verdict == "disagrees")
    first = (words.count("event.puts", len(supporting), date=date),) if supporting else ()
    return (*first, *others, words.say("event.uses", date=date))


def _agreement(event: Event, shelf: Shelf) -> str:
    """How many of the sources that give a date agree on it."""
    tally = [verdict for verdict in _tally(event.evidence) if verdict != "undated"]
    agree = sum(verdict != "disagrees" for verdict in tally)
    key = (
        "no_date" if not tally else "only" if len(tally) == 1 else "all_agree" if agree == len(tally) else "some_agree"
    )
    return shelf.words.say(f"event.{key}", k=agree, n=len(tally))


def _best(quotes: tuple[Quote, ...], day: str) -> Quote | None:
    """The quote that shows best how the date was worked out: in relative words, on another day than the event's."""
    dated = [quote for quote in quotes if quote.verdict == "supports" and quote.expression]
    return min(dated, key=lambda quote: (any(map(str.isdigit, quote.expression)), quote.published == day), default=None)


def _time(value: str) -> str:
    time = value.partition("T")[2]
    return time[:5] if time[:1].isdigit() and ":" in time else ""
