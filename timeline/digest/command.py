"""`python -m timeline digest`: a collection in, its key dates out."""

from __future__ import annotations

import argparse
import datetime
import io
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TextIO

from timeline import calendar, settings
from timeline.digest.articles import Article, article_of_line, articles_of
from timeline.digest.digesting import Wish, digest
from timeline.digest.writing import FORMATS
from timeline.errors import TimelineError, UsageError
from timeline.events.publication import infer
from timeline.reading import read_folder


def options(parser: argparse.ArgumentParser) -> None:
    """Add the options of the subcommand."""
    parser.epilog = 'One document a line: {"id": "a", "published": "2022-01-28", "text": "…", "title"?, "language"?}.'
    parser.add_argument("corpus", type=Path, metavar="CORPUS", help="a file of JSON lines, or a folder of documents")
    parser.add_argument("--dates", type=_count, metavar="N", help="how many dates (as many as matter)")
    parser.add_argument("--sentences", type=_count, default=2, metavar="K", help="how many sentences for each date (2)")
    parser.add_argument("--from", type=_day, dest="first", metavar="DATE", help="the first day of interest")
    parser.add_argument("--to", type=_day, dest="last", metavar="DATE", help="the last day of interest")
    parser.add_argument(
        "--keywords", default="", metavar="A,B", help="what it is about (what most documents are about)"
    )
    parser.add_argument("--format", choices=tuple(FORMATS), default="markdown", help="how it is printed (markdown)")


def run(chosen: argparse.Namespace) -> int:
    """Print the key dates of the collection that the options name; 1 where some of it could not be read."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    wish = Wish(
        dates=chosen.dates,
        sentences=chosen.sentences,
        first=chosen.first,
        last=chosen.last,
        keywords=tuple(word for word in chosen.keywords.split(",") if word.strip()),
    )
    articles, failed = _read(chosen.corpus, sys.stderr)
    sys.stdout.write(FORMATS[chosen.format](digest(articles, wish)))
    return failed


def _count(text: str) -> int:
    """A number of things, at least one."""
    if not text.isascii() or not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no number from 1 up")
    return int(text)


def _day(text: str) -> calendar.Day:
    try:
        return calendar.ordinal(datetime.date.fromisoformat(text))
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no date; write it as 2022-01-28") from None


def _read(corpus: Path, complaints: TextIO) -> tuple[list[Article], int]:
    """The articles of a file or a folder, and 1 if any could not be read. Raises UsageError where there is neither."""
    if corpus.is_dir():
        return _read_documents(corpus, complaints)
    try:
        with corpus.open(encoding="utf-8", errors="replace") as lines:
            return read_lines(lines, complaints)
    except OSError as error:
        reason = error.strerror or str(error)
        raise UsageError(f"{corpus} cannot be opened: {reason}. Name a file of JSON lines or a folder.") from None


def _read_documents(folder: Path, complaints: TextIO) -> tuple[list[Article], int]:
    found, problems = read_folder(folder, _settings(folder / settings.FILE))
    documents = infer(found)
    articles = articles_of(documents)
    for problem in problems:
        print(f"{problem.path}: {problem.message} {problem.remedy}", file=complaints)
    for document in documents:
        if not document.dct:
            print(f"{document.source.path}: Its date of publication is not known. Give it one.", file=complaints)
    return list(articles), int(bool(problems) or len(articles) < len(documents))


def _settings(file: Path) -> settings.Settings:
    try:
        return settings.parse(file.read_text(encoding="utf-8-sig"), str(file)) if file.exists() else settings.Settings()
    except (OSError, UnicodeDecodeError):
        raise UsageError(f"{file} cannot be read. Save it as text in UTF-8.") from None


def read_lines(lines: Iterable[str], complaints: TextIO) -> tuple[list[Article], int]:
    """The articles that JSON lines hold, and 1 if any line holds none; `complaints` is told which and why."""
    articles, failed = [], 0
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            articles.append(article_of_line(line))
        except TimelineError as error:
            print(f"Line {number}: {error}", file=complaints)
            failed = 1
    return articles, failed
