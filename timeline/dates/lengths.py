"""Durations and sets: the groups of a rule → TIMEX3's 'P3D', 'PT5H30M', 'XXXX-WXX-5'."""

from __future__ import annotations

from fractions import Fraction

from timeline.dates.groups import Groups
from timeline.dates.meanings import Fixed

_TIMES = {"S": "S", "m": "M", "H": "H"}
_DATES = {"D": "D", "W": "W", "M": "M", "Q": "Q", "Y": "Y", "C": "C", "E": "WE"}
_MULTIPLES = {"F": (2, "W"), "B": (6, "M"), "T": (10, "Y"), "C": (100, "Y"), "L": (1000, "Y")}
_SMALLER = {
    "Y": (12, "M"),
    "D": (24, "H"),
    "H": (60, "m"),
    "m": (60, "S"),
    "T": (10, "Y"),
    "C": (100, "Y"),
    "L": (1000, "Y"),
}
_PLAIN = (2, 3, 4)
"""Fractions that are told in the next smaller unit: 'a quarter of an hour' is 15 minutes, '1.2 hours' stay"""
_PARTS = {"halfof": Fraction(1, 2), "quarterof": Fraction(1, 4)}
_COARSE = ("Y", "M", "W", "D", "TH", "TM", "TS")
"""What values count, from the coarsest to the finest"""
_VAGUE = {"F": "W", "B": "M", "T": "Y", "L": "C"}


def length(groups: Groups) -> Fixed | None:
    """So much time, counted or not: 'two and a half years', 'several days', 'recent weeks', 'half an hour'."""
    for name in ("plural", "long"):
        if name in groups:
            unit = groups.value(name, "unit") or groups.value(name, "unitlong")
            several = name == "plural" or groups.text(name) in groups.language.classes["plural"]
            return Fixed("DURATION", written(None if several else Fraction(1), unit))
    for name, part in _PARTS.items():
        if name in groups:
            return Fixed("DURATION", written(part * (groups.whole("parts") or 1), groups.value(name, "unit")))
    unit = groups.value("unit")
    value = written(counted(groups), unit)
    if "more" in groups:
        value = _added(value, written(groups.number("more"), groups.value("moreunit", "unit")))
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
    if "weekend" in groups:
        return Fixed("SET", "XXXX-WXX-WE")
    amount = Fraction(2) if "other" in groups else counted(groups)
    return Fixed("SET", written(amount, groups.value("unit")))


def counted(groups: Groups) -> Fraction | None:
    """How many units; None where nobody says, as in 'several'; 1 where the unit stands alone."""
    words, classes = groups.caught.get("count", ()), groups.language.classes
    half = Fraction(1, 2) if "halfextra" in groups else Fraction(0)
    if any(word in classes["several"] for word in words):
        return None
    if not words:
        return None if groups.text("unit") in classes["plural"] else Fraction(1) + half
    if any(word in classes["half"] for word in words):
        half = Fraction(1, 2)
    told = groups.value("count", "couple") or groups.number("count")
    return half or Fraction(1) if told is None and "halfextra" not in groups else Fraction(told or 1) + half


def written(amount: Fraction | None, unit: str) -> str:
    """'P2Y6M' for two and a half years; 'PXY' for an amount that nobody says."""
    if amount is None:
        unit = _VAGUE.get(unit, unit)
        return f"PTX{_TIMES[unit]}" if unit in _TIMES else f"PX{_DATES[unit]}"
    if amount.denominator in _PLAIN and unit in _SMALLER and (parted := _parted(amount, unit)):
        return parted
    if unit in _MULTIPLES:
        times, unit = _MULTIPLES[unit]
        amount *= times
    number = str(amount) if amount.denominator == 1 else f"{float(amount):.3g}"
    return f"PT{number}{_TIMES[unit]}" if unit in _TIMES else f"P{number}{_DATES[unit]}"


def _parted(amount: Fraction, unit: str) -> str:
    """'P2Y6M' for two and a half years: the rest in smaller units; '' where they are not whole."""
    times, smaller = _SMALLER[unit]
    whole, rest = int(amount), (amount - int(amount)) * times
    if rest.denominator > 1:
        return ""
    return _added(written(Fraction(whole), unit), written(rest, smaller)) if whole else written(rest, smaller)


def together(one: str, other: str) -> str:
    """'P3Y2M' for 'P3Y' and 'P2M', what two lengths side by side make; '' where the second is no part of the first."""
    units = [("T" if "T" in value else "") + value[-1] for value in (one, other)]
    if "X" in one + other or not set(units) <= set(_COARSE) or _COARSE.index(units[0]) >= _COARSE.index(units[1]):
        return ""
    return _added(one, other)


def _added(one: str, other: str) -> str:
    """'P1Y6M' for 'P1Y' and 'P6M'; the greater of the two where they count the same unit."""
    if one[-1] == other[-1] and ("T" in one) == ("T" in other):
        return one
    if "T" in one and "T" in other:
        return one + other[2:]
    return one + other[1:]
