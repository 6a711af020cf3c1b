"""A text and its anchor → its expressions of time."""

from __future__ import annotations

import datetime

from timeline.dates import language as languages
from timeline.dates.domain import Domain, domain_of
from timeline.dates.recognise import recognise
from timeline.dates.refiners import REFINERS
from timeline.dates.resolve import resolve
from timeline.dates.tokens import tokenise
from timeline.model import Timex


def tag(
    text: str, anchor: datetime.date | None, language: str = "en", *, domain: Domain | None = None
) -> tuple[Timex, ...]:
    """The expressions of time of a text, in its order and never overlapping, in the terms of TIMEX3.

    `anchor` is the day of publication, None where it is not known. `domain` says what relative expressions are counted
    from: publication in 'news', the date named before in a 'narrative'; None leaves that to the text.
    """
    known = languages.load(language)
    tokens = tokenise(text, known.codes)
    found, _ = recognise(tokens, known)
    domain = domain or domain_of(found, anchor)
    found = [item for item in found if known.domains.get(item.rule, domain) == domain]
    for refine in REFINERS:
        found = refine(found, tokens, known)
    return resolve(found, tokens, known, anchor, domain)
