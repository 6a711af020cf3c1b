"""Expressions of time and sentences → events."""

from timeline.events.entities import check, entities
from timeline.events.finding import find
from timeline.events.publication import doubts, infer
from timeline.events.ranking import key_count

__all__ = ["check", "doubts", "entities", "find", "infer", "key_count"]
