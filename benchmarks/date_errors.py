"""Kinds of error in expressions of time: what was missed, found without cause, or given another value or type.

A kind is what went wrong, the rule where there is one, and the shapes of the values, digits written as 9: not the
single expression, so that the commonest kinds show where a rule or a word is at fault.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from types import ModuleType
from typing import Any

from timeline import calendar

Row = dict[str, Any]
Found = tuple[int, int, str, str]
"""start, end, type, value"""


def show_kinds(scorer: ModuleType, gold: Sequence[Row], answers: Sequence[Row], most: int) -> None:
    """Print the commonest kinds of error, how many there are of each, and its first case."""
    kinds: dict[str, list[str]] = defaultdict(list)
    for kind, case in errors(scorer, gold, answers):
        kinds[kind].append(case)
    commonest = sorted(kinds.items(), key=lambda item: (-len(item[1]), item[0]))[:most]
    print(f"    {sum(map(len, kinds.values()))} errors of {len(kinds)} kinds; the commonest:")
    for kind, cases in commonest:
        print(f"    {len(cases):>5} × {kind:<64}  {cases[0]}")


def errors(scorer: ModuleType, gold: Sequence[Row], answers: Sequence[Row]) -> Iterator[tuple[str, str]]:
    """Each error as its kind and its case: "missed DURATION P9Y" and "'nine years'"."""
    ruled = {row["id"]: row["timexes"] for row in answers}
    for document, told, found, pairs in scorer.compare(gold, answers):
        text = document["text"]
        rules = {scorer.trim(text, row["start"], row["end"]): row["rule"] for row in ruled.get(document["id"], ())}
        yield from _unpaired("missed", text, (one for index, one in enumerate(told) if index not in pairs), {})
        taken = set(pairs.values())
        yield from _unpaired("spurious", text, (one for index, one in enumerate(found) if index not in taken), rules)
        for index, other in pairs.items():
            yield from _compared(text, told[index], found[other], rules)


def _unpaired(
    what: str, text: str, found: Iterable[Found], rules: dict[tuple[int, int], str]
) -> Iterator[tuple[str, str]]:
    for start, end, kind, value in found:
        by = f" by '{rules[start, end]}'" if (start, end) in rules else ""
        yield f"{what} {kind} {shape(value)}{by}", f"{_said(text, start, end)} {value}"


def _compared(text: str, gold: Found, got: Found, rules: dict[tuple[int, int], str]) -> Iterator[tuple[str, str]]:
    by = f"by '{rules.get(got[:2], '?')}'"
    case = f"{_said(text, *gold[:2])} {gold[3]}, got {got[3]}"
    if gold[3] != got[3]:
        yield f"wrong value {by}: {difference(gold[3], got[3])}", case
    elif gold[2] != got[2]:
        yield f"wrong type {by}: {gold[2]}, got {got[2]}", case


def difference(gold: str, got: str) -> str:
    """How two values differ: in their shape, or, where that is the same, by lying too early or too late."""
    if shape(gold) != shape(got):
        return f"{shape(gold)}, got {shape(got)}"
    right, wrong = calendar.period(gold), calendar.period(got)
    if right is None or wrong is None or right == wrong:
        return f"{shape(gold)}, another one"
    return f"{shape(gold)}, too {'early' if wrong.first < right.first else 'late'}"


def shape(value: str) -> str:
    """A value with its digits as 9: 'P9Y' for 'P2Y'; numbers of any length look the same in a length of time."""
    return re.sub(r"\d+" if value.startswith("P") else r"\d", "9", value) or "nothing"


def _said(text: str, start: int, end: int) -> str:
    return repr(" ".join(text[start:end].split()))
