"""What can go wrong, as a small tree.

TimelineError            a message for the user, one line, with the remedy
├── UsageError           the command line or timeline.toml is wrong           exit 2
├── ReadingError         a document cannot be read; becomes a Problem
└── OutputError          the site cannot be written where it was asked for    exit 1
"""

from __future__ import annotations


class TimelineError(Exception):
    """A fault that a user can mend; its text says what and how, in one line."""


class UsageError(TimelineError):
    """The command line or the settings file is wrong."""


class ReadingError(TimelineError):
    """A document cannot be read; the others can."""

    def __init__(self, name: str, message: str, remedy: str, line: int | None = None) -> None:
        """`name` is counted by, `line` is counted from 1; message and remedy are sentences."""
        super().__init__(f"{message} {remedy}")
        self.name, self.message, self.remedy, self.line = name, message, remedy, line


class OutputError(TimelineError):
    """The site cannot be written where it was asked for."""
