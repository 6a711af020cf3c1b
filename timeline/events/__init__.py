"""Expressions of time and sentences → events."""

from timeline.events.finding import find
from timeline.events.publication import infer

__all__ = ["find", "infer"]
