"""What was found in a text, by which rule, against which anchor, and what was rejected and why, as lines to read."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from timeline.dates.domain import Domain
from timeline.dates.meanings import Meaning
from timeline.dates.tagging import Trace, trace
from timeline.model import Timex


def explain(
    text: str, anchor: datetime.date | None, language: str = "en", *, domain: Domain | None = None
) -> tuple[str, ...]:
    """The lines of an explanation for someone who works on the rules."""
    told = trace(text, anchor, language, domain=domain)
    day = "no publication date" if anchor is None else f"published {anchor.isoformat()}"
    return (f"Read as {told.domain}, {day}.", *_found(told), *_rejected(told))


def _found(told: Trace) -> Iterator[str]:
    if not told.timexes:
        yield "Nothing found."
    for timex, item in zip(told.timexes, told.found, strict=True):
        yield ""
        yield f"{timex.text!r} at {timex.span.start}–{timex.span.end}: {timex.type} {timex.value}{_shade(timex)}"
        yield f"    rule      {timex.rule}"
        yield f"    means     {_parts(item.meaning)}"
        yield f"    anchor    {_anchor(timex)}"
        yield f"    because   {timex.explanation}"


def _shade(timex: Timex) -> str:
    until = f", until {timex.until}" if timex.until else ""
    return (f" {timex.mod}" if timex.mod else "") + until


def _anchor(timex: Timex) -> str:
    if timex.anchor is None:
        return "none: it needs none, or the text gives none"
    kind = "publication" if timex.anchor.kind == "dct" else "named in the text"
    return f"{timex.anchor.value}, {kind}"


def _parts(meaning: Meaning) -> str:
    """The fields of a meaning that say something: 'Point(month=5, day=3)'."""
    empty = type(meaning)._field_defaults
    told = {name: value for name, value in meaning._asdict().items() if name not in empty or value != empty[name]}
    return f"{type(meaning).__name__}({', '.join(f'{name}={value!r}' for name, value in told.items())})"


def _rejected(told: Trace) -> Iterator[str]:
    taken = [(item.first, item.last) for item in told.found]
    rest = [item for item in told.rejected if not any(item.first < last and first < item.last for first, last in taken)]
    if rest:
        yield ""
        yield "Rejected:"
    for item in rest:
        start, end = told.tokens.starts[item.first], told.tokens.end(item.last - 1)
        yield f"    {told.tokens.text[start:end]!r} at {start}–{end}, rule {item.rule}: {item.reason}"
