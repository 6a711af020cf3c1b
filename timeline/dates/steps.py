"""Units counted from an anchor → values: 'yesterday', 'last month', 'five days later', 'the year-ago quarter'."""

from __future__ import annotations

from timeline import calendar
from timeline.dates.context import Answer, Context, Place
from timeline.dates.meanings import Step
from timeline.dates.wording import counted_from, spoken
from timeline.model import Anchor, Grain

_UNITS: dict[str, tuple[Grain, int]] = {
    "D": (Grain.DAY, 1),
    "W": (Grain.WEEK, 1),
    "F": (Grain.WEEK, 2),
    "E": (Grain.WEEK, 1),
    "M": (Grain.MONTH, 1),
    "Q": (Grain.QUARTER, 1),
    "B": (Grain.HALF, 1),
    "Y": (Grain.YEAR, 1),
    "T": (Grain.DECADE, 1),
    "C": (Grain.CENTURY, 1),
    "L": (Grain.CENTURY, 10),
}
_COUNTED: dict[str, tuple[Grain, int]] = {
    **_UNITS,
    "T": (Grain.YEAR, 10),
    "C": (Grain.DECADE, 10),
    "L": (Grain.CENTURY, 10),
}
_NAMES = {
    "D": "day",
    "W": "week",
    "F": "fortnight",
    "E": "weekend",
    "M": "month",
    "Q": "quarter",
    "B": "half year",
    "Y": "year",
    "T": "decade",
    "C": "century",
    "L": "millennium",
}
_PLURALS = {"C": "centuries", "L": "millennia"}
_OPEN = {
    "D": "XXXX-XX-XX",
    "W": "XXXX-WXX",
    "F": "XXXX-WXX",
    "E": "XXXX-WXX-WE",
    "M": "XXXX-XX",
    "Q": "XXXX-QX",
    "B": "XXXX-HX",
}
_MONTHS = {"M": 1, "Q": 3, "B": 6, "Y": 12, "T": 120, "C": 1200, "L": 12000}
_DAYS = {"D": 1, "W": 7, "F": 14, "E": 7}
_HALF_A_QUARTER = 45  # days
_FAR = 6  # the same for what is told as past and counted forward
_NEAR = 2  # sentences back in which a date is still the one that 'later' counts from


def resolve(step: Step, context: Context, place: Place) -> Answer:
    """The value so many units from the anchor; open where there is no anchor."""
    if step.base == "quarter":
        return _quarter(step, context, place)
    if step.base == "subject":
        return _subject(step, context, place)
    anchor = _anchor(step, context, place)
    if step.base == "dct" and step.unit == "D" and step.amount == 0:
        if context.domain == "narrative":
            return Answer("PRESENT_REF", None, "A narrative's own present: it names no day of the calendar.")
        if context.essay and place.tense >= 0:
            return Answer("PRESENT_REF", None, "The present age: a long text that names no other day near its own.")
    return _stepped(step, anchor) if anchor else _open(step)


def _anchor(step: Step, context: Context, place: Place) -> Anchor | None:
    if step.base == "either":
        # 'Next year' told as past cannot lie after publication; in some languages it is the word for 'the year after'.
        near = place.tense < 0 and context.named is not None and place.sentence - context.named_in <= _NEAR
        return context.before if near else context.anchor("dct")
    if step.base == "mention" and step.unit in "TC" and context.decade:
        return Anchor(context.decade, "mention")
    if step.base == "mention" and context.domain == "news":
        # What is told as past cannot be counted into the time after publication: then the date may stand further back.
        reach = _FAR if step.amount > 0 and place.tense <= 0 else _NEAR
        near = place.sentence - context.named_in <= reach
        if step.unit == "D" and context.day and place.sentence - context.day_in <= reach:
            return Anchor(context.day, "mention")
        return context.before if near and context.before else context.published
    if step.unit == "D" and step.base == "mention" and context.day and place.sentence - context.day_in <= _NEAR:
        return Anchor(context.day, "mention")
    return context.anchor(step.base)


def _open(step: Step) -> Answer:
    value = _OPEN.get(step.unit, "XXXX")
    return Answer(
        value, None, "There is no date to count it from: the text names none, and it has no publication date."
    )


def _stepped(step: Step, anchor: Anchor) -> Answer:
    days = calendar.period(anchor.value)
    if days is None:
        return _open(step)
    grain, times = (_COUNTED if step.counted else _UNITS)[step.unit]
    if days.length > 1 and grain is Grain.DAY:
        return _open(step)._replace(why="No day was named before from which to count it.")
    if step.to_day or (step.counted and step.unit in "WF" and days.length == 1 and anchor.kind == "mention"):
        value = calendar.value_of(_to_day(step, days.first), Grain.DAY)
    else:
        value = calendar.shift(calendar.value_of(days.first, grain), step.amount * times) or ""
    if step.unit == "E":
        value += "-WE"
    return Answer(value, anchor, f"{_told(step)} {counted_from(anchor)}.")


def _to_day(step: Step, day: calendar.Day) -> calendar.Day:
    """The very day so many units away, as 'a year ago today' counts."""
    months = _MONTHS.get(step.unit)
    day += step.days
    return calendar.add_months(day, months * step.amount) if months else day + _DAYS[step.unit] * step.amount


def _told(step: Step) -> str:
    """'Five days after', 'The month before', 'The week of'."""
    name = _NAMES[step.unit]
    if step.counted or abs(step.amount) > 1:
        amount = abs(step.amount)
        names = name if amount == 1 else _PLURALS.get(step.unit, name + "s")
        return f"{_number(amount).capitalize()} {names} {'after' if step.amount > 0 else 'before'}"
    if step.unit == "D" and step.amount == 0:
        return "The day of"
    return f"The {name} " + {-1: "before that of", 0: "of", 1: "after that of"}[step.amount]


def _number(amount: int) -> str:
    words = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
    return words[amount] if amount < len(words) else str(amount)


def _quarter(step: Step, context: Context, place: Place) -> Answer:
    """'the quarter', 'the year-ago quarter': the quarter reported on, or that of the year before."""
    years = step.amount if step.unit == "Y" else 0
    if place.ended is not None and (days := calendar.period(place.ended)):
        value = calendar.value_of(days.last - _HALF_A_QUARTER, Grain.QUARTER)
        return Answer(value, Anchor(place.ended, "mention"), f"The quarter that ended on {spoken(place.ended)}.")
    if context.quarter is not None:
        anchor = Anchor(context.quarter, "mention")
        value = calendar.shift(context.quarter, 4 * years) or ""
        return Answer(value, anchor, f"{_ago(years)} {counted_from(anchor)}.")
    published = context.published
    days = calendar.period(published.value) if published else None
    if published is None or days is None:
        return Answer("XXXX-QX", None, "The text does not say which quarter.")
    value = calendar.shift(calendar.value_of(days.first, Grain.QUARTER), 4 * years - 1) or ""
    return Answer(value, published, f"{_ago(years)} the last quarter that ended before {counted_from(published)}.")


def _ago(years: int) -> str:
    return "A year before the quarter reported on," if years else "The quarter reported on,"


def _subject(step: Step, context: Context, place: Place) -> Answer:
    """'a year ago' at the grain of what is compared; 'the year' as the one spoken of."""
    if step.counted:
        if context.quarter is not None and context.domain == "news" and not context.yearly:
            return _quarter(step, context, place)
        anchor = context.anchor("dct")
        return _stepped(step, anchor) if anchor else _open(step)
    if place.ended is not None and step.unit in "WMY":
        return _until(step, Anchor(place.ended, "mention"))
    if step.unit in "TC" and context.decade:
        return _stepped(step, Anchor(context.decade, "mention"))
    near = context.before is not None and place.sentence - context.named_in <= 1
    anchor = context.anchor("mention" if near and step.unit in "WMYTC" else "dct")
    if anchor is None:
        return _open(step)
    if step.unit == "E" and place.tense <= 0:
        return _last_weekend(anchor)
    return _stepped(step, anchor)


def _until(step: Step, anchor: Anchor) -> Answer:
    """'The week ended 22 January' is that week, 'the year ended 31 March' as many months as no calendar has."""
    if step.unit == "Y":
        return Answer("P1Y", anchor, f"The twelve months that ended on {spoken(anchor.value)}.")
    return _stepped(step, anchor)


def _last_weekend(anchor: Anchor) -> Answer:
    days = calendar.period(anchor.value)
    if days is None:
        return Answer("XXXX-WXX-WE", None, "The text does not say which weekend.")
    back = 0 if calendar.weekday(days.first) >= 5 else 7
    value = calendar.value_of(days.first - back, Grain.WEEK) + "-WE"
    return Answer(value, anchor, f"The last weekend up to {counted_from(anchor)}.")
