"""How many events keep their address when a document is added.

    python -m benchmarks.addresses [FOLDER …]

For each folder of documents (content/ and the golden stories unless given) the story is built without one of its
documents, each in its turn, and then with it. Prints how many events there were before, all turns together, and the
share whose address is still there or leads on: in a fresh output folder, and in the folder of the build before.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from timeline import dates, events, reading, settings
from timeline.model import Document, History, Timex
from timeline.remembering import identify, remember

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = (ROOT / "content", *sorted((ROOT / "tests" / "golden").glob("*/content")))


def kept(folder: Path) -> tuple[int, int, int]:
    """How many events there were before, and how many of their addresses hold: in a fresh folder, and in the same."""
    file = folder / settings.FILE
    given = settings.parse(file.read_text(encoding="utf-8")) if file.is_file() else settings.Settings()
    documents = events.infer(reading.read_folder(folder, given)[0])
    timexes = {one.id: dates.tag(one.text, one.dct, one.language) for one in documents}
    rows = [_with(left_out, documents, timexes) for left_out in documents]
    before, fresh, same = (sum(column) for column in zip(*rows, strict=True)) if rows else (0, 0, 0)
    return before, fresh, same


def _with(
    added: Document, documents: Sequence[Document], timexes: dict[str, tuple[Timex, ...]]
) -> tuple[int, int, int]:
    others = [one for one in documents if one is not added]
    before = identify(events.find(others, timexes), History(), others)
    after = events.find(documents, timexes)
    fresh = {event.id for event in after}
    known = identify(after, remember(before, before, History(), others), documents)
    same = {name for event in known for name in (event.id, *event.former)}
    return len(before), sum(event.id in fresh for event in before), sum(event.id in same for event in before)


def main(arguments: Sequence[str]) -> None:
    """Print a row a folder."""
    print(f"{'folder':<44}{'events':>8}{'fresh':>9}{'same':>9}")
    for folder in [Path(name) for name in arguments] or FOLDERS:
        before, fresh, same = kept(folder)
        shares = "".join(f"{count / before:>9.1%}" if before else f"{'-':>9}" for count in (fresh, same))
        print(f"{str(folder)[-42:]:<44}{before:>8}{shares}")


if __name__ == "__main__":
    main(sys.argv[1:])
