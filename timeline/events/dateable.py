"""Whether an expression of time can date a happening at all, or is only compared with, counted from, or describes."""

from __future__ import annotations

import re
from functools import cache

from timeline import calendar
from timeline.events.words import lexicon, words
from timeline.model import Document, Grain, Timex

_NOUN_FOLLOWS = re.compile(r"[ \n]{0,2}[^\W\d_]")
_STOP = re.compile(r"[,;:–—]")
STATE = 80  # characters before a date in which the state that began then is told


def dates_something(document: Document, timex: Timex) -> bool:
    """Whether an expression can be the date of a happening: a point of the calendar, and no mere reference."""
    if timex.type not in ("DATE", "TIME") or calendar.period(timex.value) is None:
        return False
    before = document.text[max(0, timex.span.start - 30) : timex.span.start]
    if not timex.until and _reference(document.language).search(before) and not _has_begun(document, timex):
        return False
    if _is_any(document, timex, before) or f"{before}{timex.text}".lower().endswith(
        lexicon(document.language).habitual
    ):
        return False
    return not _is_attribute(document, timex, before)


def _has_begun(document: Document, timex: Timex) -> bool:
    """Whether a state that lasts on began then: 'has been ill since March', not 'has been the worst since March'."""
    known = lexicon(document.language)
    stretch = _STOP.split(document.text[max(0, timex.span.start - STATE) : timex.span.start])[-1]
    found = [word.lower for word in words(stretch)]
    places = [place for place, word in enumerate(found[:-2]) if word in known.lasting]
    if not places or found[-1] not in known.elsewhen:
        return False
    state = found[places[-1] + 1 :]
    return state[0] not in known.determiners | known.quantities and not known.is_past(state[0])


def _is_any(document: Document, timex: Timex, before: str) -> bool:
    """Whether it means any such day: 'on a Wednesday', but not 'a 3 June hearing'."""
    behind = words(before)[-1:]
    following = words(document.text, timex.span.end, timex.span.end + 40)[:1]
    known = lexicon(document.language)
    noun = bool(following) and not document.text[timex.span.end : following[0].start].strip()
    noun = noun and following[0].lower not in known.stop
    return bool(behind) and behind[0].lower in known.indefinite and not noun


def _is_attribute(document: Document, timex: Timex, before: str) -> bool:
    """Whether a coarse date only describes a noun, as in 'the firm's 2008 revenue' or 'the drafts of December'."""
    if (calendar.grain(timex.value) or Grain.DAY) <= Grain.DAY:
        return False
    after = document.text[timex.span.end : timex.span.end + 40]
    if after.startswith(("'s", "’s")):
        return True
    known = lexicon(document.language)
    first, behind = words(after)[:1], words(before)[-1:]
    stands = before.rstrip().lower().endswith(known.standing)
    if behind and not stands and behind[0].lower in known.equals | known.attributive:
        return True
    noun = bool(first) and first[0].lower not in known.stop and first[0].lower not in known.finite
    owned = before.rstrip().endswith(("'s", "’s", "s'", "s’"))
    owner = owned or (bool(behind) and behind[0].lower in known.determiners)
    return timex.value.isdigit() and _NOUN_FOLLOWS.match(after) is not None and noun and owner


@cache
def _reference(language: str) -> re.Pattern[str]:
    """What ends right before a date that is only compared with or counted from."""
    phrases = (r"[ \n]".join(re.escape(word) for word in phrase.split()) for phrase in lexicon(language).reference)
    return re.compile(rf"(?:^|[^\w])(?:{'|'.join(phrases)})[ \n]{{1,2}}(?:the )?$", re.IGNORECASE)
