"""How fast each stage is: documents and MB of text a second, in one process.

    python -m benchmarks.stages [--copies 20] [--articles 300]

Measures on the files of content/, repeated, and, where ../shared/data is there, on articles of a big collection. The
copies are alike, so that the stages from events on are measured on one of them only.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from timeline import events, output, pipeline, site, themes
from timeline.model import Document, Timeline, Timex
from timeline.reading import read_document
from timeline.settings import FILE, Settings

ROOT = Path(__file__).resolve().parent.parent
COLLECTION = ROOT.parent / "shared" / "data" / "timelines" / "t17"
SETTINGS = Settings(title="Benchmark")
Result = TypeVar("Result")
Found = dict[str, tuple[Timex, ...]]


def timed(stage: str, documents: int, size: int, work: Callable[[], Result]) -> Result:
    """The result of the work, its row of the table printed: stage, seconds, documents a second, MB of text a second."""
    start = time.perf_counter()
    result = work()
    seconds = time.perf_counter() - start
    print(f"  {stage:<10}{seconds:>9.3f} s{documents / seconds:>12,.0f} documents/s{size / 1e6 / seconds:>9.2f} MB/s")
    return result


def measure(name: str, files: dict[str, bytes], told: int) -> None:
    """Print a table of the stages for these files; the first `told` documents go on to the stage of events."""
    size = sum(map(len, files.values()))
    print(f"{name}: {len(files):,} documents, {size / 1e6:.2f} MB")
    documents = timed("reading", len(files), size, lambda: read(files))
    letters = sum(len(document.text) for document in documents)
    found = timed("dates", len(documents), letters, lambda: tag(documents))
    chosen = documents[:told]
    letters = sum(len(document.text) for document in chosen)
    happenings = timed("events", len(chosen), letters, lambda: events.find(chosen, found))
    timeline = Timeline("Benchmark", chosen, {document.id: found[document.id] for document in chosen}, happenings)
    theme = themes.load(ROOT / "site_templates", SETTINGS.theme)
    pages = timed("site", len(chosen), letters, lambda: site.render(timeline, SETTINGS, theme))
    with tempfile.TemporaryDirectory() as folder:
        timed("output", len(chosen), letters, lambda: output.publish(Path(folder) / "_site", pages))
    print(f"  {len(happenings):,} events, {len(pages):,} files, {sum(map(len, pages.values())) / 1e6:.2f} MB\n")


def read(files: dict[str, bytes]) -> tuple[Document, ...]:
    """The documents of these files."""
    return tuple(read_document(path, data, SETTINGS) for path, data in files.items())


def tag(documents: tuple[Document, ...]) -> Found:
    """The expressions of time of each document."""
    return {document.id: pipeline.tag(document) for document in documents}


def sample(copies: int) -> dict[str, bytes]:
    """The files of content/, so many times, under paths of their own."""
    folder = ROOT / "content"
    files = sorted(file for file in folder.rglob("*") if file.is_file() and file.name != FILE)
    return {
        f"{file.stem}-{copy}{file.suffix}": file.read_bytes() + f"\n{copy}\n".encode() * bool(copy)
        for copy in range(copies)
        for file in files
    }


def collection(most: int) -> dict[str, bytes]:
    """Articles of the big collection as Markdown files, a topic after the other."""
    files: dict[str, bytes] = {}
    for articles in sorted(COLLECTION.glob("*/articles.jsonl")):
        for line in articles.read_text("utf-8").splitlines():
            row = json.loads(line)
            head = f"---\ndate: {row['published'][:10]}\npublisher: {json.dumps(row.get('publisher'))}\n---\n\n"
            files[f"{articles.parent.name}-{len(files)}.md"] = (head + row["text"]).encode()
            if len(files) == most:
                return files
    return files


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description="How fast each stage is.")
    parser.add_argument("--copies", type=int, default=20, help="of content/ (20)")
    parser.add_argument("--articles", type=int, default=300, help="of the big collection (300)")
    options = parser.parse_args()
    files = sample(options.copies)
    measure(f"content/, {options.copies} times", files, len(files) // options.copies)
    if COLLECTION.is_dir():
        measure("articles of a big collection", collection(options.articles), options.articles)
    else:
        print(f"{COLLECTION} is not here: the big collection was left out.")


if __name__ == "__main__":
    main()
