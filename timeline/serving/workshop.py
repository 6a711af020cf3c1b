"""A site that is built again whenever what it is made from changes."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from timeline import output
from timeline.correcting.editing import Edit, edited
from timeline.errors import UsageError
from timeline.model import Timeline
from timeline.serving import watching
from timeline.settings import CORRECTIONS


@dataclass(frozen=True, slots=True)
class Work:
    """How a site is built, and from what."""

    content: Path
    """the content folder"""
    site: Path
    """the output folder"""
    sources: Sequence[Path]
    """the folders from which the site is made"""
    build: Callable[[threading.Lock], Timeline]
    """builds it; the lock is to be held while the site is written"""
    explain: Callable[[Exception], str]
    """what went wrong, in one line"""
    say: Callable[[str], None]
    """prints a line, where lines are wanted"""
    complain: Callable[[str], None]
    """prints what went wrong"""


class Workshop:
    """The state of a served site: which build it is, and what is wrong with the last."""

    def __init__(self, work: Work, timeline: Timeline) -> None:
        """`timeline` is the one that the site was built from."""
        self.work = work
        self.writing = threading.Lock()
        self.generation = 1
        self.problem = ""
        self._timeline = timeline
        self._changed = threading.Condition()
        self._stopped = threading.Event()
        self._seen = watching.state(work.sources)

    def watch(self) -> None:
        """Build again after each change, when the files have come to rest; until `stop`."""
        while not self._stopped.wait(watching.INTERVAL):
            now = watching.state(self.work.sources)
            if now != self._seen and not self._stopped.wait(watching.INTERVAL / 5):
                self._seen = watching.state(self.work.sources)
                self.rebuild()

    def stop(self) -> None:
        """End watching, and wait until nothing is being written."""
        self._stopped.set()
        with self._changed:
            self._changed.notify_all()
        with self.writing:
            return

    def rebuild(self) -> None:
        """Build the site; a build that fails says why and leaves the last site as it is."""
        try:
            timeline = self.work.build(self.writing)
        except Exception as error:
            self._tell(self.work.explain(error), None)
        else:
            self._tell("", timeline)

    def _tell(self, problem: str, timeline: Timeline | None) -> None:
        with self._changed:
            self.problem = problem
            self.generation += 1
            self._timeline = timeline or self._timeline
            self._changed.notify_all()
        if problem:
            self.work.complain(problem)
        else:
            number = len(self._timeline.events)
            self.work.say(f"Built again, with {number:,} event{'' if number == 1 else 's'}.")

    def wait(self, generation: int, seconds: float) -> dict[str, int | str]:
        """The state, as soon as it is another than that of `generation`, or after so many seconds."""
        with self._changed:
            self._changed.wait_for(lambda: self.generation != generation or self._stopped.is_set(), seconds)
            return {"generation": self.generation, "problem": self.problem}

    def edit(self, edit: Edit) -> None:
        """Write an edit into the corrections. Raises UsageError for one that fits no event, and OSError."""
        with self._changed:
            ids = {event.id for event in self._timeline.events}
        for name in (edit.event, edit.value) if edit.kind == "merge" else (edit.event,):
            if name not in ids:
                raise UsageError(f"There is no event {name!r} any more. Load the page again.")
        if edit.kind == "merge" and edit.event == edit.value:
            raise UsageError("An event cannot be merged into itself.")
        file = self.work.content / CORRECTIONS
        if file.is_symlink():
            raise UsageError(f"{CORRECTIONS}: is a link. Put the file itself into the content folder.")
        with self._changed:  # one edit after the other
            text = file.read_text(encoding="utf-8-sig") if file.exists() else ""
            output.replace_text(file, edited(text, edit))
