"""The strip as numbers for an SVG: across in per cent, so that it fits every width; down in pixels."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from timeline import calendar
from timeline.calendar import Day, Period
from timeline.exporting import records
from timeline.model import Document, Event, Grain
from timeline.site import dates, kinds
from timeline.site.event_views import event_url, publisher, source_url
from timeline.site.listing import span
from timeline.site.shelf import Shelf, by_publication
from timeline.site.strip import Axis, axis

_TALL, _DOT, _LANE, _LANES = 84, 13, 12, 3
_DEEP, _REPORT, _TICKS = 36, 9, 22
_DOTS_FIT = 60  # with more columns than this, dots would touch: bars instead
_WIDE, _NARROW, _LETTER = 1000, 300, 6.6  # pixels: a desktop's strip, a phone's, a letter of a label


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
    """'events/…/index.html'"""
    title: str
    """'26 Jan 2022: The United States hands over its answer'"""
    event: str = ""
    """the event's id, for filters; '' for a bar or a report"""


@dataclass(frozen=True, slots=True)
class Tick:
    """A label under the axis."""

    x: str
    """'12.5%'"""
    text: str
    """'Feb'"""
    major: bool
    """whether a month or a year begins here"""
    wide: bool
    """whether it only fits a wide screen"""


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
    """dots and bars above the line"""
    spans: tuple[Mark, ...]
    """what lies over several columns"""
    reports: tuple[Mark, ...]
    """below the line"""
    alternative: str
    """the strip in words"""


def strip(shelf: Shelf) -> Strip | None:
    """The strip of a timeline; None where it has no event."""
    events = shelf.timeline.events
    if not events:
        return None
    documents = [document for document in sorted(shelf.documents.values(), key=by_publication) if document.dct]
    days = [Period(d, d) for d in (calendar.ordinal(document.dct) for document in documents if document.dct)]
    scale = axis([*_fine(events), *days], [span(event) for event in events])
    return _Drawing(shelf, scale).drawn(documents)


def _fine(events: Sequence[Event]) -> list[Period]:
    """What must be told apart: days, and weeks or ranges by their ends; months and coarser values need no columns."""
    return [span(event) for event in events if kinds.grain(event) <= Grain.WEEK]


class _Drawing:
    """The strip of one timeline on one axis."""

    def __init__(self, shelf: Shelf, scale: Axis) -> None:
        self.shelf, self.scale, self.count = shelf, scale, len(scale.columns)

    def drawn(self, documents: Sequence[Document]) -> Strip:
        stacks, spans = self._sorted()
        line = _TALL + _LANE * (1 + max((lane for _, _, _, lane in spans), default=-1)) + 3
        words = self.shelf.words
        return Strip(
            unit=self.scale.unit.name.lower(),
            height=line + _TICKS + _DEEP,
            axis=line,
            labels=line + 14,
            shades=tuple(self._shades()),
            breaks=tuple(self._x(place + 0.5) for place, column in enumerate(self.scale.columns) if column.broken),
            ticks=tuple(_thinned(list(self._ticks()), self.count, words.direction == "rtl")),
            marks=tuple(self._above(stacks)),
            spans=tuple(self._span(*item) for item in spans),
            reports=tuple(self._below(documents, line + _TICKS)),
            alternative=self._alternative(documents),
        )

    def _sorted(self) -> tuple[dict[int, list[Event]], list[tuple[Event, int, int, int]]]:
        """Events that stand in one column, by column; and those over several, each with its columns and lane."""
        stacks: dict[int, list[Event]] = defaultdict(list)
        spans: list[tuple[Event, int, int, int]] = []
        free = [-1] * _LANES
        for event in self.shelf.timeline.events:
            first, last = (self.scale.place(day) for day in span(event))
            lane = next((lane for lane in range(_LANES) if free[lane] < first), None)
            if first == last or lane is None:
                stacks[first].append(event)
            else:
                free[lane] = last
                spans.append((event, first, last, lane))
        return stacks, spans

    def _above(self, stacks: dict[int, list[Event]]) -> Iterator[Mark]:
        highest = max(map(len, stacks.values()), default=0)
        if highest * _DOT <= _TALL and self.count <= _DOTS_FIT:
            for place, stack in sorted(stacks.items()):
                for step, event in enumerate(stack):
                    y = _TALL - 8 - step * _DOT
                    yield Mark(
                        self._x(place + 0.5),
                        y,
                        "",
                        0,
                        kinds.shape(event),
                        event_url(event),
                        self._title(event),
                        event.id,
                    )
            return
        for place, stack in sorted(stacks.items()):
            height = max(2, round(_TALL * len(stack) / highest))
            title = f"{self._named(place)}: {self.shelf.words.count('strip.happened', len(stack))}"
            yield self._bar(place, _TALL - height, height, event_url(stack[0]), title)

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
                title = f"{self._named(place)}: {self.shelf.words.count('strip.reported', len(stack))}"
                height = max(2, round(_DEEP * len(stack) / highest))
                yield self._bar(place, top, height, source_url(stack[0].id), title)

    def _bar(self, place: int, y: int, height: int, url: str, title: str) -> Mark:
        return Mark(self._x(place + 0.12, 0.76), y, _percent(0.76 / self.count), height, "", url, title)

    def _span(self, event: Event, first: int, last: int, lane: int) -> Mark:
        wide = last + 1 - first
        x, width = self._x(first + 0.08, wide - 0.16), _percent((wide - 0.16) / self.count)
        return Mark(
            x,
            _TALL + lane * _LANE,
            width,
            _LANE - 4,
            kinds.shape(event),
            event_url(event),
            self._title(event),
            event.id,
        )

    def _title(self, event: Event) -> str:
        return f"{dates.when(event, self.shelf.words, dates.MEDIUM)}: {records.one_line(event.headline)}"

    def _named(self, place: int) -> str:
        column = self.scale.columns[place]
        if self.scale.unit <= Grain.WEEK:
            return dates.between(column.first, column.last, self.shelf.words)
        return dates.value(calendar.value_of(column.first, self.scale.unit), self.shelf.words)

    def _x(self, place: float, width: float = 0.0) -> str:
        """How far along a place lies; from the right edge where the language runs that way."""
        mirrored = self.count - place - width if self.shelf.words.direction == "rtl" else place
        return _percent(mirrored / self.count)

    def _shades(self) -> Iterator[tuple[str, str]]:
        if self.scale.unit is not Grain.DAY or self.count > _DOTS_FIT:
            return
        for place, column in enumerate(self.scale.columns):
            if calendar.weekday(column.first) >= 5 and not column.broken and column.first == column.last:
                yield self._x(place, 1), _percent(1 / self.count)

    def _ticks(self) -> Iterator[tuple[float, str, bool]]:
        """Place, text and whether a greater unit begins there, for every column that could bear a label."""
        before: Day | None = None
        for place, column in enumerate(self.scale.columns):
            if not column.broken:
                yield place, *self._tick(column.first, column.last, before)
                before = column.first

    def _tick(self, first: Day, last: Day, before: Day | None) -> tuple[str, bool]:
        unit, words = self.scale.unit, self.shelf.words
        year, month, _ = calendar.civil(first)
        old_year, old_month, _ = calendar.civil(before) if before is not None else (None, 0, 0)
        new_year, new_month = year != old_year, (year, month) != (old_year, old_month)
        whole_year = (first, last) == calendar.period(calendar.value_of(first, Grain.YEAR))
        if unit >= Grain.YEAR or whole_year or last - first > 366:
            step = {Grain.DECADE: 50, Grain.CENTURY: 500}.get(unit, 10)
            return self._years(first, last), before is None or year % step == 0
        if unit is Grain.MONTH:
            return (dates.day(first, words, dates.YEAR), True) if new_year else (dates.day(first, words, "LLL"), False)
        if new_month:
            return dates.day(first, words, dates.MONTH_YEAR if new_year else dates.MONTH_NAME), True
        minor = unit is Grain.WEEK or calendar.weekday(first) == 0
        return (str(calendar.civil(first)[2]) if minor else ""), False

    def _years(self, first: Day, last: Day) -> str:
        """'1997', or '1990s' where the column is a whole decade or century."""
        for coarseness in (Grain.DECADE, Grain.CENTURY):
            value = calendar.value_of(first, coarseness)
            if calendar.period(value) == (first, last) and self.scale.unit is not coarseness:
                return dates.years(value, self.shelf.words)
        return dates.day(first, self.shelf.words, dates.YEAR)

    def _alternative(self, documents: Sequence[Document]) -> str:
        words, events = self.shelf.words, self.shelf.timeline.events
        spans = [span(event) for event in events]
        happened: dict[int, int] = defaultdict(int)
        for period in spans:
            happened[self.scale.place(period.first)] += 1
        busiest = max(happened, key=lambda place: (happened[place], -place))
        return words.say(
            "strip.alternative",
            events=words.count("strip.happened", len(events)),
            first=dates.day(min(period.first for period in spans), words, dates.MEDIUM),
            last=dates.day(max(period.last for period in spans), words, dates.MEDIUM),
            busiest=self._named(busiest),
            reports=words.count("strip.reported", len(documents)),
        )


def _thinned(ticks: Sequence[tuple[float, str, bool]], count: int, mirrored: bool) -> Iterator[Tick]:
    """The labels that do not run into one another: the greater units first, then what fits between."""
    ranked = sorted((tick for tick in ticks if tick[1]), key=lambda tick: (not tick[2], tick[0]))
    kept = {width: _fitting(ranked, count, width) for width in (_WIDE, _NARROW)}
    for tick in sorted(kept[_WIDE]):
        place, text, major = tick
        x = (count - place) / count if mirrored else place / count
        yield Tick(_percent(x), text, major, tick not in kept[_NARROW])


def _fitting(ranked: Sequence[tuple[float, str, bool]], count: int, width: int) -> set[tuple[float, str, bool]]:
    taken: list[tuple[float, float]] = []
    kept = set()
    for place, text, major in ranked:
        left = place / count * width
        right = left + len(text) * _LETTER + 8
        if right <= width + 8 and all(right <= start or left >= end for start, end in taken):
            taken.append((left, right))
            kept.add((place, text, major))
    return kept


def _percent(share: float) -> str:
    return f"{100 * share:.3f}".rstrip("0").rstrip(".") + "%"
