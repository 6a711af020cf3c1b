"""The timeline as JSON: the whole of it, for programs."""

from __future__ import annotations

import json

from timeline.exporting import records
from timeline.model import Timeline
from timeline.settings import Settings


def as_json(timeline: Timeline, _settings: Settings) -> str:
    """The documents and the events with their evidence, with the keys that docs/formats.md lists."""
    table = {
        "title": timeline.title,
        "key_events": timeline.key,
        "documents": records.documents(timeline),
        "events": records.events(timeline),
    }
    return json.dumps(table, ensure_ascii=False, indent=1) + "\n"
