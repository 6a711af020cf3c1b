"""What a build leaves to the next: ids with their evidence, what was shown, and what has changed."""

from __future__ import annotations

import json

from timeline import remembering
from timeline.exporting.records import Record
from timeline.model import Change, Shown, Timeline
from timeline.settings import Settings


def as_history(timeline: Timeline, _settings: Settings) -> str:
    """The history as JSON, with the keys that docs/formats.md lists; of hidden events a hash stands in for the id."""
    history = timeline.history
    public = {event.id for event in timeline.events} | {old for event in timeline.events for old in event.former}

    def told(name: str) -> str:
        return name if name in public else remembering.secret(name)

    table = {
        "format": remembering.FORMAT,
        "found": [{"id": told(one.id), "evidence": one.evidence} for one in history.found],
        "former": {told(old): told(new) for old, new in history.former},
        "shown": [_shown(one) for one in history.shown],
        "changes": [[change_record(change) for change in batch] for batch in history.changes],
    }
    return json.dumps(table, ensure_ascii=False, indent=1) + "\n"


def _shown(one: Shown) -> Record:
    return {
        "id": one.id,
        "date": one.value,
        "until": one.until,
        "headline": one.headline,
        "outlets": one.outlets,
    }


def change_record(change: Change) -> Record:
    """A change as a table."""
    return {
        "kind": change.kind,
        "id": change.id,
        "date": change.value,
        "headline": change.headline,
        "was": change.was,
        "reported": change.reported,
    }
