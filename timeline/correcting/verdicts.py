"""What a sentence says about the date of an event that the author has dated or put together."""

from __future__ import annotations

from timeline import calendar
from timeline.calendar import Period
from timeline.model import Mention, Verdict


def verdict(mention: Mention, value: str, until: str | None) -> Verdict:
    """'supports' where it names the date or lies within it, 'coarser' where it holds it; else 'disagrees'."""
    claimed, dated = _claimed(mention), _period(value, until)
    if claimed is None or dated is None:
        return "undated"
    if dated.contains(claimed):
        return "supports"
    return "coarser" if claimed.contains(dated) else "disagrees"


def _claimed(mention: Mention) -> Period | None:
    """The days that a sentence means, to its end where it tells of several; None without a date."""
    timex = mention.timex
    value = mention.value or (timex.value if timex else None)
    if value is None:
        return None
    window = calendar.window(value, timex.mod if timex else None)
    return _until(window, timex.until if timex else None)


def _period(value: str, until: str | None) -> Period | None:
    return _until(calendar.period(value), until)


def _until(days: Period | None, until: str | None) -> Period | None:
    end = calendar.period(until) if until else None
    return Period(days.first, max(days.last, end.last)) if days and end else days
