"""The strip as numbers for an SVG: across in per cent, so that it fits every width; down in pixels."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from timeline import calendar
from timeline.calendar import Period
from timeline.exporting import records
from timeline.model import Document, Event, Grain
from timeline.site import dates, kinds
from timeline.site.addresses import source_url
from timeline.site.event_views import publisher
from timeline.site.listing import span
from timeline.site.shelf import Shelf, by_publication
from timeline.site.strip import Axis, axis
from timeline.site.strip_labels import Tick, percent, ticks

_TALL, _LOW, _DOT, _LANE, _LANES = 84, 44, 13, 12, 3
_DEEP, _REPORT, _TICKS = 36, 9, 22
_DOTS_FIT, _LARGE_FIT = 110, 60  # columns that dots fit into, and large ones; with more they would touch


@dataclass(frozen=True, slots=True)
class Mark:
    """A shape in the strip that leads somewhere."""

    x: str
    """'12.5%', its left edge, or its middle for a dot"""
    y: int
    """71"""
    width: str
    """'2.5%'; '' for a dot"""
    height: int
    """7; 0 for a dot"""
    shape: str
    """'day', one of kinds.SHAPES; '' for a bar or a report"""
    url: str
    """'events/…/index.html', or '#…' for an entry of the same page"""
    title: str
    """'26 Jan 2022: The United States hands over its answer'"""
    event: str = ""
    """the event's id, for filters; '' for a bar or a report"""
    column: int = -1
    """12, the column that a bar above the line stands in; -1 for any other shape"""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A column, as a range is chosen by it."""

    first: int
    """738181, its first day as a proleptic Gregorian ordinal"""
    last: int
    """738181"""
    label: str
    """'26 Jan 2022'"""


@dataclass(frozen=True, slots=True)
class Strip:
    """The whole drawing."""

    unit: str
    """'day', what a column is"""
    height: int
    """162"""
    axis: int
    """96, how far down the line lies"""
    labels: int
    """110, how far down the labels stand"""
    shades: tuple[tuple[str, str], ...]
    """(('5%', '5%'), …): left edge and width of each weekend"""
    breaks: tuple[str, ...]
    """('40%',), the middles of the columns that stand for left-out time"""
    ticks: tuple[Tick, ...]
    """in order"""
    marks: tuple[Mark, ...]
    """dots or bars above the line"""
    shapes: tuple[str, ...]
    """('day', 'disputed'), those that are drawn, in the order of the key"""
    highest: int
    """31, how many events the highest bar stands for; 0 for dots"""
    spans: tuple[Mark, ...]
    """what lies over several columns"""
    reports: tuple[Mark, ...]
    """below the line"""
    small: bool
    """whether the columns are too narrow for large dots"""
    alternative: str
    """the strip in words"""
    stretches: tuple[Stretch, ...]
    """the columns, in order of time"""


def strip(
    shelf: Shelf, events: Sequence[Event], documents: Iterable[Document], entries: Mapping[str, str]
) -> Strip | None:
    """The strip of some events and of the documents that tell them; None where there is no event.

    `entries`: event id → the address of its entry in the list, from the site's root or '#…' on the same page.
    """
    if not events:
        return None
    dated = [document for document in sorted(documents, key=by_publication) if document.dct]
    days = [Period(d, d) for d in (calendar.ordinal(document.dct) for document in dated if document.dct)]
    scale = axis([*_fine(events), *days], [span(event) for event in events])
    return _Drawing(shelf, events, scale, entries).drawn(dated)


def _fine(events: Sequence[Event]) -> list[Period]:
    """What must be told apart: days, and weeks or ranges by their ends; months and coarser values need no columns."""
    return [span(event) for event in events if kinds.grain(event) <= Grain.WEEK]


class _Drawing:
    """The strip of one timeline on one axis: `tall` pixels above the line, dots where they fit and bars elsewhere."""

    def __init__(self, shelf: Shelf, events: Sequence[Event], scale: Axis, entries: Mapping[str, str]) -> None:
        self.events, self.words, self.scale, self.entries = events, shelf.words, scale, entries
        self.count = len(scale.columns)
        self.stacks, self.spans = self._sorted()
        self.highest = max(map(len, self.stacks.values()), default=0)
        self.dots = self.highest * _DOT <= _TALL and self.count <= _DOTS_FIT
        self.tall = max(_LOW, self.highest * _DOT + 6) if self.dots else _TALL

    def drawn(self, documents: Sequence[Document]) -> Strip:
        line = self.tall + _LANE * (1 + max((lane for _, _, _, lane in self.spans), default=-1)) + 3
        marks = tuple(self._dots() if self.dots else self._bars())
        spans = tuple(self._span(*item) for item in self.spans)
        reports = tuple(self._below(documents, line + _TICKS))
        return Strip(
            unit=self.scale.unit.name.lower(),
            height=max([line + _TICKS, *(mark.y + mark.height for mark in reports)]) + 3,
            axis=line,
            labels=line + 14,
            shades=tuple(self._shades()),
            breaks=tuple(self._x(place + 0.5) for place, column in enumerate(self.scale.columns) if column.broken),
            ticks=ticks(self.scale, self.words),
            marks=marks,
            shapes=tuple(shape for shape in kinds.SHAPES if shape in {mark.shape for mark in (*marks, *spans)}),
            highest=0 if self.dots else self.highest,
            spans=spans,
            reports=reports,
            small=self.count > _LARGE_FIT,
            alternative=self._alternative(documents),
            stretches=tuple(self._stretches()),
        )

    def _sorted(self) -> tuple[dict[int, list[Event]], list[tuple[Event, int, int, int]]]:
        """Events that stand in one column, by column; and those over several, each with its columns and lane."""
        stacks: dict[int, list[Event]] = defaultdict(list)
        spans: list[tuple[Event, int, int, int]] = []
        free = [-1] * _LANES
        for event in self.events:
            first, last = (self.scale.place(day) for day in span(event))
            lane = next((lane for lane in range(_LANES) if free[lane] < first), None)
            if first == last or lane is None:
                stacks[first].append(event)
            else:
                free[lane] = last
                spans.append((event, first, last, lane))
        return dict(sorted(stacks.items())), spans

    def _dots(self) -> Iterator[Mark]:
        for place, stack in self.stacks.items():
            for step, event in enumerate(stack):
                yield self._mark(event, self._x(place + 0.5), self.tall - 8 - step * _DOT)

    def _bars(self) -> Iterator[Mark]:
        for place, stack in self.stacks.items():
            height = max(2, round(self.tall * len(stack) / self.highest))
            title = f"{self._named(place)}: {self.words.count('strip.happened', len(stack))}"
            bar = self._bar(place, self.tall - height, height, self.entries[stack[0].id], title)
            yield replace(bar, column=place)

    def _span(self, event: Event, first: int, last: int, lane: int) -> Mark:
        wide = last + 1 - first - 0.16
        mark = self._mark(event, self._x(first + 0.08, wide), self.tall + lane * _LANE)
        return replace(mark, width=percent(wide / self.count), height=_LANE - 4)

    def _below(self, documents: Sequence[Document], top: int) -> Iterator[Mark]:
        stacks: dict[int, list[Document]] = defaultdict(list)
        for document in documents:
            if document.dct:
                stacks[self.scale.place(calendar.ordinal(document.dct))].append(document)
        highest = max(map(len, stacks.values()), default=0)
        for place, stack in sorted(stacks.items()):
            if highest * _REPORT <= _DEEP:
                for step, document in enumerate(stack):
                    title = f"{self._named(place)}: {publisher(document)}, {records.title(document)}"
                    yield self._bar(place, top + step * _REPORT, _REPORT - 2, source_url(document.id), title)
            else:
                title = f"{self._named(place)}: {self.words.count('strip.reported', len(stack))}"
                height = max(2, round(_DEEP * len(stack) / highest))
                yield self._bar(place, top, height, source_url(stack[0].id), title)

    def _mark(self, event: Event, x: str, y: int) -> Mark:
        title = f"{dates.when(event, self.words, dates.MEDIUM)}: {records.one_line(event.headline)}"
        return Mark(x, y, "", 0, kinds.shape(event), self.entries[event.id], title, event.id)

    def _bar(self, place: int, y: int, height: int, url: str, title: str) -> Mark:
        return Mark(self._x(place + 0.12, 0.76), y, percent(0.76 / self.count), height, "", url, title)

    def _x(self, place: float, width: float = 0.0) -> str:
        """How far along a place lies; from the right edge where the language runs that way."""
        mirrored = self.count - place - width if self.words.direction == "rtl" else place
        return percent(mirrored / self.count)

    def _named(self, place: int) -> str:
        column = self.scale.columns[place]
        if column.unit <= Grain.WEEK:
            return dates.between(column.first, column.last, self.words)
        return dates.value(calendar.value_of(column.first, column.unit), self.words)

    def _stretches(self) -> Iterator[Stretch]:
        for place, column in enumerate(self.scale.columns):
            yield Stretch(column.first, max(column.first, column.last), self._named(place))

    def _shades(self) -> Iterator[tuple[str, str]]:
        if self.scale.unit is not Grain.DAY or self.count > _DOTS_FIT:
            return
        for place, column in enumerate(self.scale.columns):
            if calendar.weekday(column.first) >= 5 and column.first == column.last:
                yield self._x(place, 1), percent(1 / self.count)

    def _alternative(self, documents: Sequence[Document]) -> str:
        spans = [span(event) for event in self.events]
        happened = Counter(self.scale.place(period.first) for period in spans)
        busiest = max(happened, key=lambda place: (happened[place], -place))
        return self.words.say(
            "strip.alternative",
            events=self.words.count("strip.happened", len(spans)),
            first=dates.day(min(period.first for period in spans), self.words, dates.MEDIUM),
            last=dates.day(max(period.last for period in spans), self.words, dates.MEDIUM),
            busiest=self._named(busiest),
            reports=self.words.count("strip.reported", len(documents)),
        )
