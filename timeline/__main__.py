"""`python -m timeline COMMAND`: the stages one by one, for other programs and for the curious."""

from __future__ import annotations

import argparse
import datetime
import io
import json
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple, TextIO

from timeline import languages
from timeline.dates import tag
from timeline.dates.explain import explain
from timeline.digest import command as digest
from timeline.errors import TimelineError, UsageError
from timeline.inspecting import command as inspecting
from timeline.languages.recognition import recognise
from timeline.model import Timex


class Command(NamedTuple):
    """A subcommand."""

    summary: str
    """'expressions of time, JSON lines in and out'"""
    options: Callable[[argparse.ArgumentParser], None]
    """adds its options"""
    run: Callable[[argparse.Namespace], int]
    """does it, and gives the exit code"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the subcommand that the arguments name; 0 where all went well, 1 where some of it did not, 2 for misuse."""
    parser = argparse.ArgumentParser(prog="python -m timeline", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for name, command in COMMANDS.items():
        added = commands.add_parser(name, help=command.summary, description=command.summary)
        command.options(added)
        added.set_defaults(run=command.run)
    chosen = parser.parse_args(arguments)
    try:
        return int(chosen.run(chosen))
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or the interpreter complains at its end
        return 1
    except TimelineError as error:
        print(f"python -m timeline: {error}", file=sys.stderr)
        return 2 if isinstance(error, UsageError) else 1


def tag_lines(lines: Iterable[str], out: TextIO, complaints: TextIO) -> int:
    """Answer each JSON line with its expressions; say which lines could not be read, and give 1 if there are any."""
    failed = 0
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            answer = _tagged(line)
        except TimelineError as error:
            print(f"Line {number}: {error}", file=complaints)
            failed = 1
        else:
            print(json.dumps(answer, ensure_ascii=False), file=out)
    return failed


def _tagged(line: str) -> dict[str, Any]:
    try:
        row = json.loads(line, parse_constant=_no_number)
    except (ValueError, RecursionError):
        raise TimelineError('It is not JSON. Write {"id": …, "text": …, "dct": …} in one line.') from None
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        raise TimelineError('It has no text. Give it a field "text" that holds one.')
    language = row.get("language") or recognise(row["text"])
    if not isinstance(language, str):
        raise TimelineError('Its language is no text. Write a code such as "en", or leave it out.')
    found = tag(row["text"], _day(row.get("dct")), languages.code_of(language) or language)
    return {"id": row.get("id"), "timexes": [_row(timex) for timex in found]}


def _no_number(name: str) -> None:
    """Refuse what Python reads and JSON has not: NaN and Infinity."""
    raise ValueError(name)


def _day(value: object) -> datetime.date | None:
    """The day of a document creation time, whose time of day does not count."""
    if value is None:
        return None
    try:
        return datetime.date.fromisoformat(str(value)[:10])
    except ValueError:
        remedy = "Write it as 2022-01-28, or as null where it is not known."
        raise TimelineError(f"Its dct {value!r} is no date. {remedy}") from None


def _row(timex: Timex) -> dict[str, Any]:
    return {
        "start": timex.span.start,
        "end": timex.span.end,
        "text": timex.text,
        "type": timex.type,
        "value": timex.value,
        "mod": timex.mod,
        "until": timex.until,
        "rule": timex.rule,
        "anchor": timex.anchor.value if timex.anchor else None,
        "explanation": timex.explanation,
    }


def _tag_options(parser: argparse.ArgumentParser) -> None:
    parser.epilog = 'One document a line: {"id": "a", "text": "…", "dct": "2022-01-28" or null, "language": "en"}.'


def _tag(_: argparse.Namespace) -> int:
    for stream, code, errors in (
        (sys.stdin, "utf-8-sig", "replace"),
        (sys.stdout, "utf-8", "backslashreplace"),
        (sys.stderr, "utf-8", "backslashreplace"),
    ):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=code, errors=errors)
    return tag_lines(sys.stdin, sys.stdout, sys.stderr)


def _explain_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("text", help="the sentence to explain")
    parser.add_argument("--dct", type=_date, metavar="DATE", help="its publication date")
    parser.add_argument("--language", default="en", choices=languages.available(), help="its language (en)")
    parser.add_argument("--domain", choices=("news", "narrative"), help="what it is (decided from the text)")


def _date(value: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(value)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{value!r} is no date. Write it as 2022-01-28.") from None


def _explain(options: argparse.Namespace) -> int:
    print(*explain(options.text, options.dct, options.language, domain=options.domain), sep="\n")
    return 0


COMMANDS: dict[str, Command] = {
    "tag": Command("Find expressions of time: JSON lines in, JSON lines out.", _tag_options, _tag),
    "explain": Command("Say how the expressions of time in a sentence are worked out.", _explain_options, _explain),
    "events": Command(
        "List the events with their ids, which corrections name.", inspecting.events_options, inspecting.run_events
    ),
    "explain-event": Command(
        "Say why an event is one, and what nearly was in it.", inspecting.explain_options, inspecting.run_explain
    ),
    "digest": Command("Boil a big collection down to its key dates.", digest.options, digest.run),
}

if __name__ == "__main__":
    sys.exit(main())
