"""Expressions of time in a text, found and worked out: `tag` is the one public function."""

from timeline.dates.tagging import tag

__all__ = ["tag"]
