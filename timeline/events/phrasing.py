"""Cleans a clause into words that can be printed: no dateline, no loose end, no date that is shown beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from timeline.events.clauses import is_clause, only_reports, verbs
from timeline.events.inversion import subject_first
from timeline.events.vocabulary import name_words
from timeline.events.words import Lexicon, Word, lexicon, words
from timeline.model import Span

LONGEST = 14  # words of a headline that was cut
MOST = 16  # words of one that stands as its source has it
LONGEST_WHOLE = 18  # words of a whole sentence that stands for want of a headline
SHORTEST = 2
FULL = 8  # words that say enough to stop anywhere, if the longest headline would not say more
TELLING = 6  # words that say enough to stop at a comma behind them

_BRACKETS = re.compile(r" ?\([^()]{0,200}\)| ?\[[^\[\]]{0,200}\]")
_DATELINE = re.compile(
    r"^(?:[A-Z][\w .,'’/-]{0,60}\([A-Z][\w .]{1,30}\) ?(?:--|[-–—]) ?"  # MOSCOW, Feb. 1 (Reuters) -
    r"|[A-Z][A-Z .,'’-]{2,40} ?(?:--|[–—]) ?"  # MOSCOW —
    r"|\([A-Z][\w .]{1,30}\) ?(?:--|[-–—]) ?)"  # (Reuters) -
)
_LABEL = re.compile(r"^[A-Z]{4,15}(?: \d{1,2})? ?[-–:|] ?")  # UPDATE 1-, BREAKING:
_SPACES = re.compile(r"\s+")
_TIDY = (
    (re.compile(r"-LRB-\s?"), "("),
    (re.compile(r"\s?-RRB-"), ")"),
    (re.compile(r"``\s?"), "“"),
    (re.compile(r"\s?''"), "”"),
    (re.compile(r" (?=[,.;:!?%)”])"), ""),
    (re.compile(r"(?<=[(“]) "), ""),
    (re.compile(r" (?=(?:n't|['’](?:s|re|ve|ll|d|m))\b)"), ""),
    (re.compile(r"\$ (?=\d)"), "$"),
)
_EDGES = " ,;:–—-"
_PAIRS = (("“", "”"), ("(", ")"))


def tidy(text: str) -> str:
    """A stretch of a document on one line, with the blanks and brackets of tokenised corpora as print has them."""
    text = _SPACES.sub(" ", text)
    for pattern, instead in _TIDY:
        text = pattern.sub(instead, text)
    return text.strip()


def without(text: str, span: Span, cut: Span, language: str) -> str:
    """The text of a span without a stretch inside it, nor the words that bind it ('on', 'earlier').

    A stretch that other words hang on stays: 'for most of 10 January', 'the week's market'.
    """
    known = lexicon(language)
    if not span.covers(cut) or text.startswith(("'s", "’s"), cut.end):
        return span.of(text)
    before, after = text[span.start : cut.start].rstrip(), text[cut.end : span.end].lstrip()
    last = words(before)[-1:]
    if (last and last[0].end == len(before) and last[0].lower in known.hanging) or _goes_on(after, known):
        return span.of(text)
    while last and last[0].end == len(before) and last[0].lower in known.binding:
        before = before[: last[0].start].rstrip()
        last = words(before)[-1:]
    before, after = _without_commas(before, after)
    if not words(before):
        after = after.lstrip(_EDGES)
    joint = "" if after[:1] in tuple(",.;:!?’'”)") else " "
    return f"{before}{joint}{after}".strip()


def _goes_on(after: str, known: Lexicon) -> bool:
    """Whether another date follows: 'in March and June', '3 or 4 May'."""
    found = words(after)[:2]
    follows = len(found) == 2 and found[0].start == 0 and found[0].lower in known.joiners | known.alternatives
    return follows and (found[1].text[0].isupper() or found[1].text[0].isdigit())


def _without_commas(before: str, after: str) -> tuple[str, str]:
    """Both sides of a cut without what it left between two commas: nothing, or a lone word."""
    head, comma, rest = before.rpartition(",")
    if not comma or len(rest.split()) > 1 or not after.startswith((",", ".")):
        return before, after
    return head, after.lstrip(", ") if after.startswith(",") else after


def bare(text: str, language: str) -> str:
    """A tidied clause without dateline, brackets, linking words at its head and attribution at its tail."""
    known = lexicon(language)
    text = _BRACKETS.sub("", _LABEL.sub("", _DATELINE.sub("", text)))
    for step in (_no_opener, _no_introduction, _no_impersonal, _no_attribution, _no_possessive):
        text = step(text, known)
    return subject_first(text.strip(_EDGES), language)


def bare_sentence(text: str, language: str) -> str:
    """A tidied sentence without dateline and linking words at its head."""
    known = lexicon(language)
    text = _no_opener(_DATELINE.sub("", text), known)
    return text[:1].upper() + text[1:]


def _no_opener(text: str, known: Lexicon) -> str:
    """Without 'But', 'Meanwhile,' at the head."""
    first = words(text)[:1]
    while first and first[0].start == 0 and first[0].lower in known.openers:
        text = text[first[0].end :].lstrip(_EDGES)
        first = words(text)[:1]
    return text


def _no_introduction(text: str, known: Lexicon) -> str:
    """Without a phrase before the subject, up to its comma: 'In a court filing, the firm …'."""
    first = words(text)[:1]
    head, comma, rest = text.partition(", ")
    if not comma or not first or len(head.split()) > 12:
        return text
    if first[0].lower not in known.introducing and not (first[0].lower in known.indefinite and len(head.split()) == 2):
        return text
    return rest if is_clause(rest, Span(0, len(rest)), known) else text


def _no_impersonal(text: str, known: Lexicon) -> str:
    """'It is understood that the two …' from 'the two' on."""
    found = words(text)[:6]
    places = [place for place, word in enumerate(found[:4]) if word.lower in known.impersonal]
    if not places or not places[0] or any(word.lower not in known.stop for word in found[: places[0]]):
        return text
    behind = found[places[0] + 1 :]
    if behind and behind[0].lower in known.relative:
        behind = behind[1:]
    return text[behind[0].start :] if behind and found[0].lower in known.pronouns else text


def _no_attribution(text: str, known: Lexicon) -> str:
    """Without ', the Kremlin said' or ', according to the ministry' at the tail."""
    head, comma, tail = text.rpartition(", ")
    if not comma or not is_clause(head, Span(0, len(head)), known):
        return text
    found = words(tail)
    says = only_reports(found, known) or tail.lower().startswith(tuple(f"{words} " for words in known.attributing))
    return head if len(found) <= 12 and says else text


def _no_possessive(text: str, known: Lexicon) -> str:
    """'His Foreign Minister Sergei Lavrov' without 'His'; 'Its annual meeting' as 'The annual meeting'."""
    found = words(text)[:2]
    if len(found) < 2 or found[0].lower not in known.possessives:
        return text
    rest = text[found[1].start :]
    return rest if found[1].text[0].isupper() else f"{known.article}{rest}"


def shorten(text: str, language: str) -> str:
    """A clause brought to the length of a headline where that can be done soundly; else as it is.

    First titles before full names go, then what describes the name at its head, then whatever stands behind a word
    that a language lists as a place to stop.
    """
    for step in (_no_titles, _no_description, _cut_short):
        if len(text.split()) <= MOST and is_whole(text, lexicon(language)):
            break
        text = step(text, language)
    return text


def _no_titles(text: str, language: str) -> str:
    """'French President Emmanuel Macron' → 'Emmanuel Macron'; 'CIA Director Ann Berg' and 'President Berg' stay."""
    vocabulary = name_words(language)
    titles, parts = vocabulary.titles, vocabulary.title_parts | vocabulary.demonyms.keys()
    found = words(text)
    kept, start, place = "", 0, 0
    while place < len(found):
        end = place
        while end < len(found) and found[end].lower in titles | parts and found[end].text[0].isupper():
            end += 1
        named = (
            place > 0 and found[place - 1].text[0].isupper() and text[found[place - 1].end : found[place].start] == " "
        )
        if end > place and not named and found[end - 1].lower in titles and _is_full_name(text, found[end : end + 2]):
            kept += text[start : found[place].start]
            start = found[end].start
        place = max(end, place + 1)
    return kept + text[start:]


def _is_full_name(text: str, found: Sequence[Word]) -> bool:
    """Whether two words in capitals stand side by side."""
    return (
        len(found) == 2 and all(word.text[0].isupper() for word in found) and text[found[0].end : found[1].start] == " "
    )


def _no_description(text: str, language: str) -> str:
    """'The car manufacturing firm General Motors announced …' from its name on."""
    known = lexicon(language)
    found = words(text)
    first = (verbs(found, known) or [0])[0]
    name = first
    while (
        name > 0
        and found[name - 1].text[0].isupper()
        and text[found[name - 1].end : found[name - 1].end + 1] in (" ", "")
    ):
        name -= 1
    if not 1 <= name < first - 1 or name > 8 or "," in text[: found[name].start]:
        return text
    before = found[name - 1].lower
    return text if before in known.stop else text[found[name].start :]


def _cut_short(text: str, language: str) -> str:
    """The longest sound beginning of at most LONGEST words, rather at a comma; of at most MOST where there is none."""
    known = lexicon(language)
    heads = [text[: match.start()].rstrip(_EDGES) for match in _cuts(language).finditer(text)]
    sound = [head for head in heads if len(head.split()) > SHORTEST and is_whole(head, known)]
    sound = [head for head in sound if text[len(head)] in _EDGES[1:] or not _leans(words(head)[-1].lower, known)]
    at_commas = [head for head in sound if text[len(head)] in ",;"]
    for choice, least, longest in ((at_commas, TELLING, LONGEST), (sound, FULL, LONGEST), (sound, 0, MOST)):
        fitting = [head for head in choice if least <= len(head.split()) <= longest]
        if fitting:
            return fitting[-1]
    return text


def _leans(word: str, known: Lexicon) -> bool:
    """Whether a word asks for what stands behind it: 'looking' for, 'years' in prison."""
    return word.endswith(known.leaning_endings) or word in known.units


@cache
def _cuts(language: str) -> re.Pattern[str]:
    """Where a clause can stop: before one of the language's words for it, or at a comma, colon or dash."""
    markers = (r" ".join(re.escape(part) for part in marker.split()) for marker in lexicon(language).trims)
    return re.compile(rf" (?:{'|'.join(markers)})(?=[ “”\"‘'])|[,;:] | [–—] ", re.IGNORECASE)


def is_whole(text: str, known: Lexicon) -> bool:
    """Whether a text can stand as a sentence: a verb behind its subject, quotation marks in pairs, a sound ending."""
    found = words(text)
    places = verbs(found, known)
    if not places or found[-1].lower in known.unfinished:
        return False
    if places[0] == 0 and "verb-may-lead" not in known.order:
        return False
    if _is_apposition(text, found, places, known):
        return False
    closes = found[-1].lower in known.complete | known.present or "verb-may-close" in known.order
    if places[-1] == len(found) - 1 and not closes:
        return False
    return all(text.count(opening) == text.count(closing) for opening, closing in _PAIRS) and text.count('"') % 2 == 0


def _is_apposition(text: str, found: Sequence[Word], places: Sequence[int], known: Lexicon) -> bool:
    """Whether the only verbs stand in what describes a name: 'Ann Berg, the activist credited with the plan'."""
    commas = [place for place in range(len(found) - 1) if "," in text[found[place].end : found[place + 1].start]]
    if not commas or commas[0] >= places[0] or found[commas[0] + 1].lower not in known.determiners:
        return False
    return len(commas) < 2 or places[-1] <= commas[1]


def capitalised(text: str) -> str:
    """The text with its first letter in capitals, without a full stop at its end."""
    text = text.strip(_EDGES)
    if text.endswith(".") and not re.search(r"\b(?:[A-Z]\.){1,4}$", text):
        text = text[:-1]
    return text[:1].upper() + text[1:]
