"""The subcommands `events`, which lists what corrections can name, and `explain-event`, which says why one is one."""

from __future__ import annotations

import argparse
import difflib
import json
import sys
from pathlib import Path

from timeline import output, pipeline, remembering
from timeline.command import read_settings
from timeline.errors import UsageError
from timeline.events.account import account
from timeline.exporting import records
from timeline.inspecting.telling import told
from timeline.model import Event, Timeline

_KEYS = ("id", "date", "until", "headline", "documents", "outlets", "former", "written")


def _folders(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--content", type=Path, default=Path("content"), metavar="DIR", help="documents (content/)")
    parser.add_argument(
        "--output", type=Path, default=Path("_site"), metavar="DIR", help="the site, read for its ids (_site/)"
    )


def events_options(parser: argparse.ArgumentParser) -> None:
    """The options of `events`."""
    _folders(parser)
    parser.add_argument("--format", choices=("text", "json"), default="text", help="for people, or for programs (text)")


def run_events(options: argparse.Namespace) -> int:
    """Print the id, the date and the headline of each event."""
    timeline = _timeline(options)
    if options.format == "json":
        rows = [{key: record[key] for key in _KEYS} for record in records.events(timeline)]
        print(json.dumps(rows, ensure_ascii=False, indent=1))
        return 0
    width = max((len(event.id) for event in timeline.events), default=0)
    for event in timeline.events:
        date = event.value + (f"/{event.until}" if event.until else "")
        print(f"{event.id:<{width}}  {date:<16}  {records.one_line(event.headline)}")
    return 0


def explain_options(parser: argparse.ArgumentParser) -> None:
    """The options of `explain-event`."""
    parser.add_argument("id", metavar="ID", help="the event's id, as 'events' lists it, or a former one")
    _folders(parser)


def run_explain(options: argparse.Namespace) -> int:
    """Print why an event is one, why its sentences are in it, and what nearly was."""
    timeline = _timeline(options)
    event = _event(options.id, timeline)
    print(*told(event, account(event, timeline.documents, timeline.timexes), timeline.documents), sep="\n")
    return 0


def _timeline(options: argparse.Namespace) -> Timeline:
    settings = read_settings(options.content)
    timeline = pipeline.build(options.content, settings, memory=output.earlier(options.output, remembering.FILE))
    for problem in timeline.problems:
        if problem.name in ("correction", "no such event", "no such quote", "written event"):
            where = f"{problem.path}, line {problem.line}" if problem.line else problem.path
            print(f"{where}: {problem.message} {problem.remedy}", file=sys.stderr)
    return timeline


def _event(name: str, timeline: Timeline) -> Event:
    """The event of an id. Raises UsageError."""
    for event in timeline.events:
        if name == event.id or name in event.former:
            return event
    near = difflib.get_close_matches(name, [event.id for event in timeline.events], n=1)
    hint = f"Did you mean {near[0]!r}?" if near else "Run 'python -m timeline events' for the ids."
    raise UsageError(f"explain-event: no event has the id {name!r}. {hint}")
