"""Durations and sets: the groups of a rule → TIMEX3's 'P3D', 'PT5H30M', 'XXXX-WXX-5'."""

from __future__ import annotations

from fractions import Fraction

from timeline.dates.groups import Groups
from timeline.dates.meanings import Fixed

_TIMES = {"S": "S", "m": "M", "H": "H"}
_DATES = {"D": "D", "W": "W", "M": "M", "Q": "Q", "Y": "Y", "C": "C", "E": "WE"}
_MULTIPLES = {"F": (2, "W"), "B": (6, "M"), "T": (10, "Y"), "C": (100, "Y"), "L": (1000, "Y")}
_HALVES = {
    "Y": (6, "M"),
    "D": (12, "H"),
    "H": (30, "m"),
    "m": (30, "S"),
    "T": (5, "Y"),
    "C": (50, "Y"),
    "L": (500, "Y"),
}
_VAGUE = {"F": "W", "B": "M", "T": "Y", "L": "C"}


def length(groups: Groups) -> Fixed | None:
    """So much time, counted or not: 'two and a half years', 'several days', 'recent weeks', 'half an hour'."""
    for name in ("plural", "long"):
        if name in groups:
            unit = groups.value(name, "unit")
            several = name == "plural" or groups.text(name) in groups.language.classes["plural"]
            return Fixed("DURATION", _written(None if several else Fraction(1), unit))
    if "halfof" in groups:
        return Fixed("DURATION", _written(Fraction(1, 2), groups.value("halfof", "unit")))
    unit = groups.value("unit")
    amount = _amount(groups)
    if amount is not None and "halfextra" in groups:
        amount += Fraction(1, 2)
    value = _written(amount, unit)
    if "more" in groups:
        value = _added(value, _written(groups.number("more"), groups.value("moreunit", "unit")))
    return Fixed("DURATION", value)


def repeat(groups: Groups) -> Fixed | None:
    """A time that comes back: 'every Friday', 'twice a week', 'annually', 'Tuesday nights'."""
    if "adverb" in groups:
        return Fixed("SET", groups.value("adverb"))
    clock = groups.value("part") or groups.value("part", "parts") or ""
    if "weekday" in groups:
        return Fixed("SET", f"XXXX-WXX-{groups.value('weekday') or groups.value('weekday', 'weekdays')}{clock}")
    if "month" in groups:
        return Fixed("SET", f"XXXX-{groups.value('month'):02d}")
    if "season" in groups:
        return Fixed("SET", f"XXXX-{groups.value('season')}")
    if clock:
        return Fixed("SET", f"XXXX-XX-XX{clock}")
    amount = Fraction(2) if "other" in groups else _amount(groups)
    return Fixed("SET", _written(amount, groups.value("unit")))


def _amount(groups: Groups) -> Fraction | None:
    """How many units; None where nobody says, as in 'several'; 1 where the unit stands alone."""
    words = groups.caught.get("count", ())
    if any(word in groups.language.classes["several"] for word in words):
        return None
    if not words:
        return None if groups.text("unit") in groups.language.classes["plural"] else Fraction(1)
    half = Fraction(1, 2) if any(word in groups.language.classes["half"] for word in words) else Fraction(0)
    counted = groups.value("count", "couple") or groups.number("count")
    if counted is None:
        return half or Fraction(1)
    return Fraction(counted) + half


def _written(amount: Fraction | None, unit: str) -> str:
    """'P2Y6M' for two and a half years; 'PXY' for an amount that nobody says."""
    if amount is None:
        unit = _VAGUE.get(unit, unit)
        return f"PTX{_TIMES[unit]}" if unit in _TIMES else f"PX{_DATES[unit]}"
    if amount.denominator == 2 and unit in _HALVES:
        return _halved(amount, unit)
    if unit in _MULTIPLES:
        times, unit = _MULTIPLES[unit]
        amount *= times
    number = str(amount) if amount.denominator == 1 else f"{float(amount):.3g}"
    return f"PT{number}{_TIMES[unit]}" if unit in _TIMES else f"P{number}{_DATES[unit]}"


def _halved(amount: Fraction, unit: str) -> str:
    rest, smaller = _HALVES[unit]
    remainder = _written(Fraction(rest), smaller)
    return _added(_written(Fraction(int(amount)), unit), remainder) if amount >= 1 else remainder


def _added(one: str, other: str) -> str:
    """'P1Y6M' for 'P1Y' and 'P6M'; the greater of the two where they count the same unit."""
    if one[-1] == other[-1] and ("T" in one) == ("T" in other):
        return one
    if "T" in one and "T" in other:
        return one + other[2:]
    return one + other[1:]
