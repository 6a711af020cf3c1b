"""The author's hand: what he says of events that were found, and events that he wrote himself."""

from timeline.correcting.applying import correct
from timeline.correcting.folder import read_corrections

__all__ = ["correct", "read_corrections"]
