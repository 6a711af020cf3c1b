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
    r"|[A-Z][A-Z .,'’-]{2,40} ?(?:--|[–—_]) ?"  # MOSCOW —
    r"|\([A-Z][\w .]{1,30}\) ?(?:--|[-–—]) ?)"  # (Reuters) -
)
_LABEL = re.compile(r"^[A-Z]{4,15}(?: \d{1,2})? ?[-–:|] ?")  # UPDATE 1-, BREAKING:
_LOUD = re.compile(r"^(?:[A-Z][A-Z'’.&-]{1,20}[ ,:–-]{1,3}){2,12}(?=[A-Z][a-z])")  # FIRST CONFIRMED CASE
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
    if not span.covers(cut) or text[cut.end : cut.end + 3].lstrip().startswith(("'s", "’s", "' ", "’ ")):
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
    for step in (
        _no_heading,
        _no_empty_phrase,
        _no_opener,
        _no_link,
        _no_participle,
        _no_introduction,
        _no_impersonal,
        _no_attribution,
        _no_possessive,
    ):
        text = step(text, known)
    return subject_first(text.strip(_EDGES), language)


def bare_sentence(text: str, language: str) -> str:
    """A tidied sentence without dateline and linking words at its head."""
    known = lexicon(language)
    text = _no_opener(_no_heading(_DATELINE.sub("", text), known), known)
    return _upper(text)


def _no_heading(text: str, known: Lexicon) -> str:
    """Without a heading that ran into the sentence: 'FIRST CASE Edgar fell ill', 'Two new cases The boy fell ill'."""
    return text[heading_end(text, Span(0, len(text)), known.language) :]


def _names_something(found: Sequence[Word], known: Lexicon) -> bool:
    """Whether the words behind an article are a name; 'Mexican boy' is none."""
    capitals = [word.text[0].isupper() for word in found]
    people = bool(found) and name_words(known.language).place_of(found[0].lower) is not None
    return capitals[:1] == [True] and not (people and capitals[1:] == [False])


def heading_end(text: str, sentence: Span, language: str) -> int:
    """Where a sentence proper begins, behind a heading that ran into it."""
    known, loud = lexicon(language), _LOUD.match(sentence.of(text))
    start = sentence.start + loud.end() if loud else sentence.start
    found = words(text, start, sentence.end)
    for place in reversed(_joints(text, found, known)):
        if all(word.lower not in known.finite for word in found[:place]):
            return found[place].start
    return start


def runs_on(text: str, known: Lexicon) -> bool:
    """Whether a line is two that ran into each other: 'They sent ideas to the firm We asked readers'."""
    return bool(_joints(text, words(text), known))


def _joints(text: str, found: Sequence[Word], known: Lexicon) -> list[int]:
    """The places of words within a line that begin a sentence; none in A Title, nor in 'told The Times'."""
    joints = [
        place
        for place in range(1, len(found))
        if found[place].lower in known.beginning
        and found[place].text.istitle()
        and text[found[place - 1].end : found[place].start] == " "
        and not _names_something(found[place + 1 : place + 3], known)
    ]
    return joints if joints and sum(word.text[0].isupper() for word in found) <= 0.7 * len(found) else []


def _no_empty_phrase(text: str, known: Lexicon) -> str:
    """'They talked about it by telephone' without 'about it', where a sentence is left."""
    phrases = "|".join(map(re.escape, known.empty_phrases))
    left = re.sub(rf" (?:{phrases})(?= |[.,]|$)", "", text) if phrases else text
    return left if left != text and is_whole(left.rstrip("."), known) else text


def _no_link(text: str, known: Lexicon) -> str:
    """'The firm, meanwhile, refused' without ', meanwhile,'."""
    for word in words(text):
        before, behind = text[: word.start], text[word.end :]
        if word.lower in known.openers and before.endswith(", ") and behind.startswith(", "):
            return f"{before.removesuffix(', ')} {behind.removeprefix(', ')}"
    return text


def _no_participle(text: str, known: Lexicon) -> str:
    """Without 'Interviewed on television,' before the subject."""
    head, comma, rest = text.partition(", ")
    first = words(head)[:1]
    if not comma or not first or len(head.split()) > 12 or first[0].lower in known.past:
        return text
    participle = known.is_past(first[0].lower) or first[0].lower.endswith(known.leaning_endings)
    return rest if participle and is_clause(rest, Span(0, len(rest)), known) else text


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
    if not places or places[0] < IMPERSONAL or any(word.lower not in known.stop for word in found[: places[0]]):
        return text
    behind = found[places[0] + 1 :]
    if behind and behind[0].lower in known.relative:
        behind = behind[1:]
    return text[behind[0].start :] if behind and found[0].lower in known.pronouns else text


IMPERSONAL = 2  # words before what is reported: 'it is', not 'it announced'


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
    titles, kinds = vocabulary.titles, (vocabulary.titles, vocabulary.title_parts, vocabulary.demonyms)
    found = words(text)
    kept, start, place = "", 0, 0
    while place < len(found):
        end = place
        while end < len(found) and found[end].text[0].isupper() and any(found[end].lower in kind for kind in kinds):
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
    sound = [head for head in heads if SHORTEST < len(head.split()) <= MOST and is_whole(head, known)]
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
    if _is_apposition(text, found, places, known) or _lacks_main_verb(text, found, places, known):
        return False
    if _is_open(found, places, known):
        return False
    last = found[-1].lower
    if len(found) > 2 and found[-2].lower in known.having and last not in known.complete:
        return False
    closes = found[-1].lower in known.complete | known.present or "verb-may-close" in known.order
    if places[-1] == len(found) - 1 and not closes:
        return False
    return all(text.count(opening) == text.count(closing) for opening, closing in _PAIRS) and text.count('"') % 2 == 0


def _lacks_main_verb(text: str, found: Sequence[Word], places: Sequence[int], known: Lexicon) -> bool:
    """Whether the verbs all belong to what only describes: 'Protesters who were gathered', 'An inquiry, led by Ann'."""
    first = places[0]
    together = places[-1] - first < 2 or len(places) == 1
    if first and found[first - 1].lower in known.relative:
        return together
    behind_comma = first > 0 and "," in text[found[first - 1].end : found[first].start]
    return behind_comma and "," not in text[: found[first - 1].start] and known.is_past(found[first].lower)


def _is_open(found: Sequence[Word], places: Sequence[int], known: Lexicon) -> bool:
    """Whether nothing is told behind the last 'that': 'The paper said that his comments'."""
    binding = [place for place in range(1, len(found)) if found[place].lower in known.saying_that]
    last = binding[-1] if binding else 0
    return bool(last) and found[last - 1].lower not in known.introducing and places[-1] < last


def _is_apposition(text: str, found: Sequence[Word], places: Sequence[int], known: Lexicon) -> bool:
    """Whether the only verbs stand in what describes a name: 'Ann Berg, the activist credited with the plan'."""
    commas = [place for place in range(len(found) - 1) if "," in text[found[place].end : found[place + 1].start]]
    if not commas or commas[0] >= places[0] or found[commas[0] + 1].lower not in known.determiners | known.introducing:
        return False
    return len(commas) < 2 or places[-1] <= commas[1]


def capitalised(text: str) -> str:
    """The text with its first letter in capitals, without a full stop at its end."""
    text = text.strip(_EDGES)
    if text.endswith(".") and not re.search(r"(?<![\w&])(?:[A-Z]\.){1,4}$", text):
        text = text[:-1]
    return _upper(text)


def _upper(text: str) -> str:
    """The text with its first letter in capitals, but for a name that begins with a small one: 'iPhone'."""
    return text if re.match(r"[a-z][A-Z]", text) else text[:1].upper() + text[1:]
