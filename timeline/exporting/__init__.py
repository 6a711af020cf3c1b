"""Timeline → files for other programs: one `as_x.py` a format, and its line in `FORMATS`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from timeline.exporting.as_atom import as_atom
from timeline.exporting.as_csv import as_csv
from timeline.exporting.as_history import as_history
from timeline.exporting.as_ics import as_ics
from timeline.exporting.as_json import as_json
from timeline.exporting.as_timelinejs import as_timelinejs
from timeline.model import Timeline
from timeline.settings import Settings

FORMATS: Mapping[str, Callable[[Timeline, Settings], str]] = MappingProxyType(
    {
        "data/events.json": as_json,
        "data/events.csv": as_csv,
        "data/timeline.ics": as_ics,
        "data/feed.xml": as_atom,
        "data/timelinejs.json": as_timelinejs,
        "data/history.json": as_history,
    }
)


def export(timeline: Timeline, settings: Settings) -> dict[str, bytes]:
    """Every export by its path in the site; the same timeline gives the same bytes.

    A half of a surrogate pair, which UTF-8 cannot say, becomes '?'.
    """
    return {path: write(timeline, settings).encode("utf-8", "replace") for path, write in FORMATS.items()}
