"""How well and how fast documents are read: publication dates and texts of saved pages, documents and MB a second.

    python benchmarks/reading.py [--verbose]

Measures on ../shared/data/pages where that is there: `dated/` (pages with their true publication date, the address
handed to the reader as an author would in timeline.toml) and `articles/` (pages with their true text, scored by
shingles of four words as in the article extraction benchmark), and on the files of ../shared/seeds and content/.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import time
from collections import Counter
from pathlib import Path

from timeline.errors import ReadingError
from timeline.model import Document
from timeline.reading import read_document
from timeline.settings import Settings, SourceSettings

ROOT = Path(__file__).resolve().parent.parent
PAGES = ROOT.parent / "shared" / "data" / "pages"
PLAIN = (ROOT / "content", ROOT.parent / "shared" / "seeds")
_WORD = re.compile(r"\w+")


def read(name: str, data: bytes, url: str | None) -> Document | None:
    """The document, or None where there is none to be read."""
    try:
        return read_document(name, data, Settings(sources={name: SourceSettings(url=url)}))
    except ReadingError:
        return None


def dated(verbose: bool) -> None:
    """Prints how many publication dates are right, wrong and not given, by the kind of evidence."""
    rows = json.loads((PAGES / "dated.json").read_text("utf-8"))
    kinds: dict[str, Counter[str]] = {}
    for name, row in rows.items():
        document = read("page.html", gzip.decompress((PAGES / name).read_bytes()), row["url"])
        found = document.publication.date if document else None
        verdict = "none" if found is None else "right" if str(found) == row["published"] else "wrong"
        evidence = document.publication.evidence if document else "no article"
        kind = re.sub(r"'.*'|\(/.*\)", "…", evidence)
        kinds.setdefault(kind, Counter())[verdict] += 1
        if verbose and verdict != "right":
            print(f"  {verdict} {name}: {found}, true {row['published']}: {evidence} {row['url'][:90]}")
    total = sum(kinds.values(), Counter())
    print(
        f"publication dates of {total.total()} pages: "
        + ", ".join(f"{k} {v / total.total():.1%}" for k, v in total.items())
    )
    for kind, counts in sorted(kinds.items(), key=lambda item: -item[1].total()):
        print(f"  {counts.total():4} {kind}: {dict(counts)}")


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """The runs of four words of a text, as often as they stand in it."""
    words = _WORD.findall(text)
    return Counter(tuple(words[i : i + 4]) for i in range(max(1, len(words) - 3)))


def articles(verbose: bool) -> None:
    """Prints precision, recall and F1 of the extracted texts, and of their sentences alone."""
    rows = json.loads((PAGES / "articles.json").read_text("utf-8"))
    scores: dict[str, list[tuple[float, float]]] = {"text": [], "sentences": []}
    for name, row in rows.items():
        document = read("page.html", gzip.decompress((PAGES / name).read_bytes()), row["url"])
        texts = {"text": "", "sentences": ""}
        if document:
            texts = {"text": document.text, "sentences": "\n".join(s.of(document.text) for s in document.sentences)}
        for kind, text in texts.items():
            found, true = shingles(text), shingles(row["text"])
            common = (found & true).total()
            scores[kind].append((common / found.total(), common / true.total()))
            if verbose and min(scores[kind][-1]) < 0.8:
                precision, recall = scores[kind][-1]
                print(f"  {kind} {name}: precision {precision:.2f}, recall {recall:.2f} {row['url'][:90]}")
    for kind, pairs in scores.items():
        precision, recall = (sum(column) / len(pairs) for column in zip(*pairs, strict=True))
        f1 = 2 * precision * recall / (precision + recall)
        print(f"{kind} of {len(pairs)} articles: precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}")


def speed() -> None:
    """Prints documents and MB a second of one process, for plain text and Markdown, and for pages."""
    plain = [
        (p.name, p.read_bytes())
        for folder in PLAIN
        if folder.is_dir()
        for p in sorted(folder.rglob("*"))
        if p.suffix in (".txt", ".md")
    ]
    pages = (
        [("page.html", gzip.decompress(p.read_bytes())) for p in sorted((PAGES / "articles").glob("*.gz"))[:40]]
        if PAGES.is_dir()
        else []
    )
    for kind, files, times in (("plain text and Markdown", plain, 20), ("pages", pages, 1)):
        start = time.process_time()
        for _ in range(times):
            for name, data in files:
                read(name, data, None)
        spent = time.process_time() - start
        size = times * sum(len(data) for _, data in files) / 1e6
        if files:
            print(f"{kind}: {times * len(files) / spent:.0f} documents and {size / spent:.2f} MB a CPU second")


def main() -> None:
    """Runs all that there is data for."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--verbose", action="store_true", help="name what is wrong")
    verbose = parser.parse_args().verbose
    speed()
    if not PAGES.is_dir():
        print(f"{PAGES} is missing: nothing to measure quality on")
        return
    dated(verbose)
    articles(verbose)


if __name__ == "__main__":
    main()
