"""Expressions of time and sentences → events."""

from timeline.events.finding import find
from timeline.events.publication import doubts, infer

__all__ = ["doubts", "find", "infer"]
