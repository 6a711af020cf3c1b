"""The timeline as CSV: one row an event, for a spreadsheet."""

from __future__ import annotations

import csv
import io

from timeline.exporting import records
from timeline.exporting.records import Record
from timeline.model import Timeline
from timeline.settings import Settings

COLUMNS = (
    "id",
    "date",
    "start",
    "end",
    "until",
    "precision",
    "approximate",
    "planned",
    "disputed",
    "headline",
    "summary",
    "names",
    "documents",
    "outlets",
    "score",
    "sources",
    "url",
)
_MARK = "\ufeff"  # without it a spreadsheet takes the file for one in its own local encoding
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def as_csv(timeline: Timeline, settings: Settings) -> str:
    """A heading and one row an event, RFC 4180, with a byte order mark; no cell can be taken for a formula."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for event in records.events(timeline):
        writer.writerow(_row(event, settings.base_url))
    return _MARK + file.getvalue()


def _row(event: Record, base_url: str) -> list[str]:
    sources = dict.fromkeys(item["document"] for item in event["evidence"])
    cells = event | {"names": "; ".join(event["names"]), "sources": "; ".join(sources), "url": base_url + event["url"]}
    return [_cell(cells[column]) for column in COLUMNS]


def _cell(value: object) -> str:
    """A value as text; what a spreadsheet would take for a formula gets an apostrophe before it (OWASP)."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    text = str(value).replace("\0", "")
    return "'" + text if text.startswith(_FORMULA) else text
