"""Clock times: the groups of a rule → TIMEX3's 'T14:00'."""

from __future__ import annotations

from timeline.dates.groups import Groups

_HUNDRED = 100


def clock(groups: Groups) -> str | None:
    """The time of day that hour, minute and half of the day say: 'T14:30', 'T09:00Z'; None for no time of day.

    A half of the day comes as am or pm, or as a part of the day that the lexicon puts before or after noon.
    """
    hour, minute = groups.whole("hour"), groups.whole("minute", "dotted")
    if hour >= _HUNDRED and "half" in groups:  # '430pm'
        hour, minute = divmod(hour, _HUNDRED)
    if "into" in groups:
        hour, minute = (hour - 1) % 12, groups.value("into", "minutes")
    if "past" in groups:
        minute = _minutes(groups, "past")
    if "lacking" in groups:
        hour, minute = hour - 1 if hour > 1 else 12, 60 - _minutes(groups, "lacking")
    afternoon = _afternoon(groups)
    if afternoon is not None and not (hour > 12 and "part" in groups):
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + 12 * afternoon
    if hour > 24 or minute > 59:
        return None
    return f"T{hour:02d}:{minute:02d}{groups.value('zone') or groups.text('offset').replace(' ', '')}"


def military(groups: Groups) -> str | None:
    """'T07:35Z' for '0735 GMT'; None for no time of day."""
    digits = groups.text("military").zfill(4)
    hour, minute = int(digits[:-2]), int(digits[-2:])
    return f"T{hour:02d}:{minute:02d}{groups.value('zone') or ''}" if hour <= 24 and minute <= 59 else None


def _minutes(groups: Groups, name: str) -> int:
    """15 for the 'quarter' of 'a quarter past', else the number that is said."""
    return groups.value(name, "minutes") or groups.whole(name)


def _afternoon(groups: Groups) -> bool | None:
    half = groups.value("half", "dayhalf")
    if half:
        return bool(half == "TAF")
    if "part" in groups:
        return bool(groups.value("part") != "TMO")
    return None
