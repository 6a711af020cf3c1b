"""Evidence → the source-by-day table: agreement is a column, a disagreement sticks out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from timeline import calendar
from timeline.calendar import Day, Period
from timeline.exporting import records
from timeline.model import Event, Evidence, Grain
from timeline.site import dates
from timeline.site.event_views import claimed, publisher, sentence_id, source_url
from timeline.site.listing import span
from timeline.site.shelf import Shelf

_MOST = 12  # columns of time; more would not fit a phone
_UNITS = (Grain.DAY, Grain.MONTH, Grain.YEAR, Grain.DECADE, Grain.CENTURY)


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a column."""

    small: str
    """'Wed'; '' for a year"""
    large: str
    """'26'; '…' for the time before or after"""
    whole: str
    """'Wednesday, 26 January 2022', for who hears the table"""


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a source and a day meet."""

    says: bool = False
    """whether the source puts the event here"""
    clash: bool = False
    """whether that does not fit the date shown"""
    published: bool = False
    """whether the source was published here"""
    line: str = ""
    """'run', 'from' or 'to': how the line from the event to the publication crosses the cell; ''"""


@dataclass(frozen=True, slots=True)
class Row:
    """A source."""

    publisher: str
    """'Danube Post'"""
    url: str
    """'sources/danube-post-2022-02-02/index.html#s12-80'"""
    expression: str
    """'on Monday'; ''"""
    published: str
    """'2 Feb 2022'; ''"""
    cells: tuple[Cell, ...]
    """one a column"""


@dataclass(frozen=True, slots=True)
class Table:
    """Which day each source names, and when it was published."""

    heads: tuple[Head, ...]
    """the columns"""
    rows: tuple[Row, ...]
    """in order of publication"""


def table(event: Event, chosen: Sequence[Evidence], shelf: Shelf) -> Table:
    """The table of an event; `chosen` is its evidence in the order of the rows."""
    claims = [_claim(item) for item in chosen]
    exact = [
        claim for item, claim in zip(chosen, claims, strict=True) if claim and item.verdict in ("supports", "disagrees")
    ]
    window = _window([span(event), *exact])
    unit = next((unit for unit in _UNITS if len(_bins(unit, window)) <= _MOST), Grain.CENTURY)
    published = [_published(item, shelf) for item in chosen]
    bins = _widened(unit, _bins(unit, window)[:_MOST], [day for day in published if day is not None])
    grid = _Grid(
        unit,
        tuple(bins),
        early=any(day is not None and day < bins[0].first for day in published),
        late=any(day is not None and day > bins[-1].last for day in published),
    )
    rows: dict[tuple[str, Period | None], Row] = {}
    for item, claim, day in zip(chosen, claims, published, strict=True):
        if (item.mention.document, claim) not in rows:
            rows[item.mention.document, claim] = _row(item, grid.cells(claim, day, item.verdict == "disagrees"), shelf)
    return Table(tuple(_heads(grid, shelf)), tuple(rows.values()))


@dataclass(frozen=True, slots=True)
class _Grid:
    """The columns of a table."""

    unit: Grain
    """Grain.DAY"""
    bins: tuple[Period, ...]
    """in order"""
    early: bool
    """whether a column stands before them for all earlier time"""
    late: bool
    """whether a column stands after them for all later time"""

    def cells(self, claim: Period | None, published: Day | None, clash: bool) -> tuple[Cell, ...]:
        """A row: where the event is put, where it was published, and the line from one to the other."""
        says = [claim is not None and claim.overlaps(period) for period in self.bins]
        says = [*([False] * self.early), *says, *([False] * self.late)]
        at = None if published is None else self._place(published)
        last = max((place for place, hit in enumerate(says) if hit), default=None)
        return tuple(Cell(hit, hit and clash, place == at, _line(place, last, at)) for place, hit in enumerate(says))

    def _place(self, day: Day) -> int:
        """The column of a day; the outer ones hold all that is before or after."""
        if day < self.bins[0].first:
            return 0
        return self.early + sum(period.last < day for period in self.bins)


def _line(place: int, last: int | None, publication: int | None) -> str:
    if last is None or publication is None or not last <= place <= publication or last == publication:
        return ""
    return "from" if place == last else "to" if place == publication else "run"


def _heads(grid: _Grid, shelf: Shelf) -> Iterator[Head]:
    if grid.early:
        yield Head("", "…", shelf.words.say("event.earlier"))
    for place, period in enumerate(grid.bins):
        yield _head(grid.unit, period, place, shelf)
    if grid.late:
        yield Head("", "…", shelf.words.say("event.later"))


def _claim(item: Evidence) -> Period | None:
    """The days on which a source puts the event."""
    timex, value = item.mention.timex, claimed(item)
    period = calendar.period(value) if value else None
    if period and timex and timex.until and (end := calendar.period(timex.until)):
        return Period(period.first, max(period.last, end.last))
    return period


def _published(item: Evidence, shelf: Shelf) -> Day | None:
    document = shelf.documents.get(item.mention.document)
    return calendar.ordinal(document.dct) if document and document.dct else None


def _window(claims: Sequence[Period]) -> Period:
    return Period(min(claim.first for claim in claims), max(claim.last for claim in claims))


def _bins(unit: Grain, window: Period) -> list[Period]:
    """The bins of a window, in order; no more than are needed to see that they are too many."""
    bins: list[Period] = []
    day = window.first
    while day <= window.last and len(bins) <= _MOST:
        period = records.days(calendar.value_of(day, unit))
        bins.append(period)
        day = period.last + 1
    return bins


def _widened(unit: Grain, bins: list[Period], published: Sequence[Day]) -> list[Period]:
    """With a bin of air on either side, and as far as the publications reach, while there is room."""
    later = sorted(day for day in published if day > bins[-1].last)
    for day in later:
        more = _bins(unit, Period(bins[-1].last + 1, day)) if day > bins[-1].last else []
        if len(bins) + len(more) < _MOST:
            bins = [*bins, *more]
    for _ in range(min(max(1, 5 - len(bins)), _MOST - len(bins))):
        bins = [records.days(calendar.value_of(bins[0].first - 1, unit)), *bins]
    return bins


def _head(unit: Grain, period: Period, place: int, shelf: Shelf) -> Head:
    words, value = shelf.words, calendar.value_of(period.first, unit)
    whole = dates.value(value, words)
    if unit is Grain.DAY:
        return Head(dates.day(period.first, words, dates.WEEKDAY), str(calendar.civil(period.first)[2]), whole)
    if unit is Grain.MONTH:
        first = place == 0 or calendar.civil(period.first)[1] == 1
        year = dates.day(period.first, words, dates.YEAR) if first else ""
        return Head(year, dates.day(period.first, words, dates.MONTH_NAME), whole)
    return Head(
        "", dates.day(period.first, words, dates.YEAR) if unit is Grain.YEAR else dates.years(value, words), whole
    )


def _row(item: Evidence, cells: tuple[Cell, ...], shelf: Shelf) -> Row:
    document, day = shelf.documents.get(item.mention.document), _published(item, shelf)
    return Row(
        publisher=publisher(document) or item.mention.document,
        url=f"{source_url(item.mention.document)}#{sentence_id(item.mention.sentence)}",
        expression=records.one_line(item.mention.timex.text) if item.mention.timex else "",
        published=dates.day(day, shelf.words, dates.MEDIUM) if day is not None else "",
        cells=cells,
    )
