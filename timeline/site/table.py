"""Evidence → the source-by-day table: agreement is a column, a disagreement sticks out."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from timeline import calendar
from timeline.calendar import Day, Period
from timeline.exporting import records
from timeline.model import Event, Evidence, Grain, Verdict
from timeline.site import dates, kinds
from timeline.site.addresses import sentence_id, source_url
from timeline.site.event_views import claimed, publisher
from timeline.site.listing import span
from timeline.site.shelf import Shelf

_MOST, _FEWEST = 12, 5  # columns; more would not fit a phone, fewer show no course of time
_MOST_CLAIMED = 9  # columns that the dates told may fill; a finer unit that needs more is too fine
_KEPT_EMPTY = 3  # empty columns in a row that are drawn; more become one
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
    told = [claim for item, claim in zip(chosen, claims, strict=True) if claim and item.verdict in _EXACT]
    published = [_published(item, shelf) for item in chosen]
    grid = _grid(kinds.grain(event), [span(event), *told], [day for day in published if day is not None])
    rows: dict[tuple[str, Period | None], Row] = {}
    for item, claim, day in zip(chosen, claims, published, strict=True):
        if (item.mention.document, claim) not in rows:
            rows[item.mention.document, claim] = _row(item, grid.cells(claim, day, item.verdict == "disagrees"), shelf)
    return Table(tuple(_heads(grid, shelf)), tuple(rows.values()))


_EXACT: tuple[Verdict, ...] = ("supports", "disagrees")  # verdicts on a date that needs its own column


@dataclass(frozen=True, slots=True)
class _Grid:
    """The columns of a table."""

    unit: Grain
    """Grain.DAY"""
    columns: tuple[tuple[Period, bool], ...]
    """in order: the days, and whether they are a unit of time and not a longer stretch drawn as one"""

    @property
    def years(self) -> bool:
        """Whether the columns lie in more than one year."""
        first, last = self.columns[0][0].first, self.columns[-1][0].last
        return calendar.civil(first)[0] != calendar.civil(last)[0]

    def cells(self, claim: Period | None, published: Day | None, clash: bool) -> tuple[Cell, ...]:
        """A row: where the event is put, where it was published, and the line from one to the other."""
        says = [claim is not None and whole and claim.overlaps(period) for period, whole in self.columns]
        at = None if published is None else sum(period.last < published for period, _ in self.columns)
        last = max((place for place, hit in enumerate(says) if hit), default=None)
        return tuple(Cell(hit, hit and clash, place == at, _line(place, last, at)) for place, hit in enumerate(says))


def _line(place: int, last: int | None, publication: int | None) -> str:
    if last is None or publication is None or not last <= place <= publication or last == publication:
        return ""
    return "from" if place == last else "to" if place == publication else "run"


def _grid(finest: Grain, claims: Sequence[Period], published: Sequence[Day]) -> _Grid:
    """The columns that tell the claims apart, and as many days of publication as there is room for."""
    units = [unit for unit in _UNITS if unit >= finest] if finest > Grain.WEEK else _UNITS
    found = {unit: {part for claim in claims for part in _bins(unit, claim)} for unit in units}
    unit = next((unit for unit in units if len(found[unit]) <= _MOST_CLAIMED), Grain.CENTURY)
    bins = found[unit] if len(found[unit]) <= _MOST_CLAIMED else set(sorted(found[unit])[:_MOST_CLAIMED])
    bins.add(_bin(unit, min(bins).first - 1))
    for day in sorted(published, key=lambda day: (abs(day - max(bins).last), day)):
        more = bins | {_bin(unit, day)}
        if len(_columns(unit, more)) <= _MOST:
            bins = more
    while len(bins) < _FEWEST and len(_columns(unit, bins)) < _FEWEST:
        bins.add(_bin(unit, min(bins).first - 1))
    columns = _columns(unit, bins)
    if published and min(published) < columns[0][0].first:
        columns.insert(0, (Period(min(published), columns[0][0].first - 1), False))
    if published and max(published) > columns[-1][0].last:
        columns.append((Period(columns[-1][0].last + 1, max(published)), False))
    return _Grid(unit, tuple(columns))


def _columns(unit: Grain, bins: Collection[Period]) -> list[tuple[Period, bool]]:
    """The bins in order with what lies between: a few empty ones as they are, many as one."""
    ordered = sorted(bins)
    columns = [(ordered[0], True)]
    for before, after in pairwise(ordered):
        between = Period(before.last + 1, after.first - 1)
        empty = _bins(unit, between)
        columns += [(between, False)] if len(empty) > _KEPT_EMPTY else [(part, True) for part in empty]
        columns.append((after, True))
    return columns


def _heads(grid: _Grid, shelf: Shelf) -> Iterator[Head]:
    before: Period | None = None
    for place, (period, whole) in enumerate(grid.columns):
        if whole:
            yield _head(grid, period, before, shelf)
            before = period
        else:
            key = "earlier" if place == 0 else "later" if place == len(grid.columns) - 1 else "between"
            yield Head("", "…", shelf.words.say(f"event.{key}"))


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


def _bins(unit: Grain, period: Period) -> list[Period]:
    """The bins of a period, in order; no more than are needed to see that they are too many."""
    bins: list[Period] = []
    day = period.first
    while day <= period.last and len(bins) <= _MOST:
        bins.append(_bin(unit, day))
        day = bins[-1].last + 1
    return bins


def _bin(unit: Grain, day: Day) -> Period:
    return records.days(calendar.value_of(day, unit))


def _head(grid: _Grid, period: Period, before: Period | None, shelf: Shelf) -> Head:
    """The head of a column; what is greater than its unit is said where that changes."""
    words, value = shelf.words, calendar.value_of(period.first, grid.unit)
    whole, anew = dates.value(value, words), before is None or before.last + 1 != period.first
    year, _, number = calendar.civil(period.first)
    if grid.unit is Grain.DAY:
        month = dates.MONTH_YEAR if grid.years else dates.MONTH_NAME if before else dates.WEEKDAY
        style = month if anew else dates.WEEKDAY
        return Head(dates.day(period.first, words, style), str(number), whole)
    if grid.unit is Grain.MONTH:
        new = before is None or calendar.civil(before.first)[0] != year
        year_text = dates.day(period.first, words, dates.YEAR) if new else ""
        return Head(year_text, dates.day(period.first, words, dates.MONTH_NAME), whole)
    return Head("", dates.years(value, words), whole)


def _row(item: Evidence, cells: tuple[Cell, ...], shelf: Shelf) -> Row:
    document, day = shelf.documents.get(item.mention.document), _published(item, shelf)
    return Row(
        publisher=publisher(document) or item.mention.document,
        url=f"{source_url(item.mention.document)}#{sentence_id(item.mention.sentence)}",
        expression=records.one_line(item.mention.timex.text) if item.mention.timex else "",
        published=dates.day(day, shelf.words, dates.MEDIUM) if day is not None else "",
        cells=cells,
    )
