"""How many bytes an entry of the list takes on its page, near enough to share a long list out over pages."""

from __future__ import annotations

from collections.abc import Mapping

from timeline.site.views import EventView, Quote

_ENTRY, _BRIEF, _QUOTE, _MARKED = 1100, 700, 480, 170  # bytes of mark-up about the words themselves


def weights(views: Mapping[str, EventView]) -> dict[str, int]:
    """Event id → the bytes of its entry with the evidence that a list shows."""
    return {name: _ENTRY + _words(view) + sum(map(_quote, view.listed)) for name, view in views.items()}


def brief_weights(views: Mapping[str, EventView]) -> dict[str, int]:
    """Event id → the bytes of its entry without evidence."""
    return {name: _BRIEF + _words(view) for name, view in views.items()}


def _words(view: EventView) -> int:
    return _bytes(view.headline, view.summary, view.url, *view.clashes)


def _quote(quote: Quote) -> int:
    said = _bytes(quote.publisher, quote.title, quote.title, quote.url, quote.original, quote.published)
    return _QUOTE + said + sum(_bytes(piece.text, piece.label) + _MARKED * bool(piece.label) for piece in quote.pieces)


def _bytes(*texts: str) -> int:
    return sum(len(text.encode("utf-8", "replace")) for text in texts)
