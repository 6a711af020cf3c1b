"""What one build leaves to the next: ids that stay, and what has changed."""

from timeline.remembering.changes import remember
from timeline.remembering.hiding import secret
from timeline.remembering.matching import identify
from timeline.remembering.parsing import FILE, FORMAT, recall

__all__ = ["FILE", "FORMAT", "identify", "recall", "remember", "secret"]
