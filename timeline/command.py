"""`python build.py`: arguments in, a site and a summary out, and an exit code."""

from __future__ import annotations

import argparse
import os
import sys
import threading
import traceback
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NoReturn, TextIO

from timeline import output, pipeline, remembering, serving, settings, site, themes, work
from timeline.errors import OutputError, TimelineError, UsageError
from timeline.model import Problem, Timeline

THEMES = Path(__file__).resolve().parent.parent / "site_templates"
_LISTED = 20  # problems that the summary lists without -v


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line."""

    def error(self, message: str) -> NoReturn:
        """Print the message with its remedy and leave with 2."""
        self.exit(2, f"{self.prog}: {message}. Run 'python {self.prog} --help' for the options.\n")


def arguments() -> argparse.ArgumentParser:
    """The options of `python build.py`."""
    parser = _Parser("build.py", description="Turn a folder of documents into a website that tells what happened when.")
    parser.add_argument("--content", type=Path, default=Path("content"), metavar="DIR", help="documents (content/)")
    parser.add_argument("--output", type=Path, default=Path("_site"), metavar="DIR", help="the website (_site/)")
    parser.add_argument("--base-url", metavar="URL", help="the address that the website will have, for its feeds")
    parser.add_argument("--strict", action="store_true", help="exit with 1 if any document has a problem")
    parser.add_argument(
        "--serve",
        nargs="?",
        type=_port,
        const=8000,
        metavar="PORT",
        help="then show it at http://127.0.0.1:PORT (8000)",
    )
    parser.add_argument("--jobs", type=_jobs, default=os.cpu_count() or 1, metavar="N", help="processes (one a core)")
    loudness = parser.add_mutually_exclusive_group()
    loudness.add_argument("-q", "--quiet", action="store_true", help="say nothing but what went wrong")
    loudness.add_argument("-v", "--verbose", action="store_true", help="list every document and every problem")
    return parser


def _port(text: str) -> int:
    return _number(text, 65535)


def _jobs(text: str) -> int:
    return _number(text, 256)


def _number(text: str, highest: int) -> int:
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= highest:
        raise argparse.ArgumentTypeError(f"must be a whole number from 1 to {highest}, not {text!r}")
    return int(text)


def main(argv: Sequence[str]) -> int:
    """Build a site; 0 if it was written, 1 if it was not or is not flawless under --strict, 2 if the use is wrong."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")  # a terminal may not know the letters of a document's name
    options = arguments().parse_args(argv)
    try:
        return _run(options)
    except KeyboardInterrupt:
        return _fail("Interrupted. What stood in the output folder stands there still.", 130)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or the interpreter complains at its end
        return 1
    except Exception as error:
        return _fail(*_message(error))


def _message(error: Exception) -> tuple[str, int]:
    """What went wrong, in one line, and the exit code for it."""
    if isinstance(error, TimelineError):
        return str(error), 2 if isinstance(error, UsageError) else 1
    if isinstance(error, OSError):
        return f"{error.filename or 'a file'}: {error.strerror or error}. Mend that, and build again.", 1
    return _own_fault(error), 1


def _fail(message: object, code: int) -> int:
    _say(f"build.py: {message}", sys.stderr)
    return code


def _say(line: str, stream: TextIO) -> None:
    """Print one line; what steers a terminal, in a file's name for one, is printed as a mark and not obeyed."""
    print("".join(char if char.isprintable() else "?" for char in line), file=stream, flush=True)


def _own_fault(error: Exception) -> str:
    """A fault of the program in one line: what, where, and what to do."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    what = f"{type(error).__name__}: {str(error)[:300]}"
    where = f"{Path(frame.filename).name}, line {frame.lineno}"
    return f"A fault of the program: {what} ({where}). Please report this line."


def _run(options: argparse.Namespace) -> int:
    bar = not options.quiet and sys.stderr.isatty()
    timeline = _build(options, threading.Lock(), bar)
    if not options.quiet:
        for line in summary(timeline, options.output, options.verbose):
            _say(line, sys.stdout)
    if options.serve:
        _serve(options, timeline)
    return _strict(timeline.problems) if options.strict and timeline.problems else 0


def _build(options: argparse.Namespace, writing: threading.Lock, bar: bool = False) -> Timeline:
    """Build the site and write it, holding `writing` meanwhile; the timeline that it was made from."""
    given = settings.with_base_url(read_settings(options.content), options.base_url)
    output.check_place(options.output, options.content)
    theme = _theme(given.theme, options.content)
    memory = output.earlier(options.output, remembering.FILE)
    with work.workers(options.jobs, bar) as mapper:
        timeline = pipeline.build(options.content, given, mapper, memory)
    if not (timeline.documents or timeline.events or timeline.problems):
        raise OutputError(f"{options.content}: holds no documents. Put .txt, .md or .html files there.")
    files = site.render(timeline, given, theme)
    site.check(files, given.base_url)
    with writing:
        output.publish(options.output, files)
    return timeline


def read_settings(content: Path) -> settings.Settings:
    """What the settings file of a content folder says. Raises UsageError."""
    if not content.is_dir():
        raise UsageError(f"{content}: there is no such folder. Make it and put documents there, or give --content DIR.")
    file = content / settings.FILE
    if not file.is_file():
        return settings.Settings()
    try:
        return settings.parse(file.read_text(encoding="utf-8-sig"), str(file))
    except UnicodeDecodeError:
        raise UsageError(f"{file}: is not UTF-8 text. Save it as UTF-8.") from None


def _theme(name: str, content: Path) -> dict[str, bytes]:
    try:
        return themes.load(THEMES, name, content / settings.OWN_THEME)
    except UsageError as error:
        raise UsageError(f"{content / settings.FILE}: {error}") from None


def _strict(problems: Sequence[Problem]) -> int:
    return _fail(f"{_counted(len(problems), 'problem')} under --strict: {by_name(problems)}.", 1)


def summary(timeline: Timeline, folder: Path, verbose: bool) -> Iterable[str]:
    """The lines at the end of a build: what was read and found, what went wrong, and where the site lies."""
    if verbose:
        for document in timeline.documents:
            yield f"{document.source.path}: {document.dct or 'no date'}, {document.publication.evidence}"
    lost = len({problem.path for problem in timeline.problems if problem.fatal})
    left_out = f", left out {lost}" if lost else ""
    found = _counted(len(timeline.events), "event")
    yield f"Read {_counted(len(timeline.documents), 'document')}{left_out}, found {found}."
    if timeline.problems:
        yield f"{_counted(len(timeline.problems), 'problem')}: {by_name(timeline.problems)}."
        yield from _listed(timeline.problems, len(timeline.problems) if verbose else _LISTED)
    yield f"The site lies in {folder}; open {folder / 'index.html'}"


def _listed(problems: Sequence[Problem], most: int) -> Iterable[str]:
    for problem in problems[:most]:
        line = f", line {problem.line}" if problem.line else ""
        yield f"  {problem.path}{line}: {problem.message} {problem.remedy}"
    if len(problems) > most:
        yield f"  and {len(problems) - most} more: see the site's page of problems, or run with -v"


def by_name(problems: Iterable[Problem]) -> str:
    """'2 undated, 1 empty': how many problems there are of each name, the most frequent first."""
    counts = Counter(problem.name for problem in problems)
    return ", ".join(f"{count} {name}" for name, count in sorted(counts.items(), key=lambda row: (-row[1], row[0])))


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}" + ("" if number == 1 else "s")


def _serve(options: argparse.Namespace, timeline: Timeline) -> None:
    """Show the site, and build it again whenever a document, a correction or a theme changes."""

    def say(line: str) -> None:
        if not options.quiet:
            _say(line, sys.stdout)

    serving.serve(
        serving.Work(
            content=options.content,
            site=options.output,
            sources=(options.content, THEMES),
            build=lambda writing: _build(options, writing),
            explain=lambda error: _message(error)[0],
            say=say,
            complain=lambda line: _say(f"build.py: {line}", sys.stderr),
        ),
        timeline,
        options.serve,
    )
