"""Where sentences begin and end in a stretch of text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from timeline.languages import load
from timeline.model import Span

_STOP = re.compile(
    r"(?P<stop>[.!?…]{1,8}|[。！？।۔։]{1,4}|(?:\s\.){1,3}(?:\s|$)|\s[!?]{1,3}(?:\s|$))"
    r"(?P<close>(?:\s?(?:''|-R[RS]B-)|[\"'”’»)\]]{1,3}){0,3})(?P<gap>\s{0,40})"
)
_WORD_BEFORE = re.compile(r"(?P<word>[^\s(\[{\"“”‘«`—–]{1,24})$")
_NEXT = re.compile(r"(?P<open>(?:``|[\"“”‘'«`(\[¿¡]|-L[RS]B-|\s){0,6})(?P<word>[^\s\"“”‘«`()\[\],;:—–.!?…]{0,30})")
_GLUED = re.compile(r"(?P<word>[A-Z][a-z]{1,20})(?:$|[\s,’']|\.\s)")
_ENDING = re.compile(r"(?:^|[^\w.])(?P<word>[^\W\d_]{2,30})$")
_INITIAL_NEXT = re.compile(r"[^\W\d_]\.")
_GUILLEMET = re.compile(r"\s»(?:\s|$)")
_INITIAL = re.compile(r"[^\W\d_]|(?:[^\W\d_]\.){1,5}[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Stops:
    """What a language's data say of full stops that do not end a sentence; words casefolded, without the final stop."""

    never: frozenset[str]
    """{'mr', 'gen'}, always followed by what they belong to"""
    before_number: frozenset[str]
    """{'no', 'feb'}, not an end where a number follows"""
    sometimes: frozenset[str]
    """{'u.s', 'inc', 'a.m'}, an end only where a word follows that begins sentences"""
    starters: frozenset[str]
    """{'the', 'it', 'but'}, words that with a capital begin a sentence"""
    speech: frozenset[str]
    """{'said', 'asked'}, verbs by which a quotation goes on"""
    endings: frozenset[str]
    """{'com', 'org'}, what stands after the stop of a host or file name"""


@cache
def stops(language: str) -> Stops:
    """The data of a language; those of English where it has none."""
    table = load(language, "sentences")
    return Stops(**{name: frozenset(table[name]) for name in Stops.__dataclass_fields__})


def split(text: str, span: Span, language: str = "en") -> tuple[Span, ...]:
    """The sentences of a stretch of text, in order, without white space at either end.

    Line ends count as blanks: a stretch is one paragraph. Closing quotes and brackets after a stop belong to the
    sentence that it ends; a quotation of several sentences is split.
    """
    found, start = [], span.start
    for end in _ends(text, span, stops(language)):
        found += _trimmed(text, Span(start, end))
        start = end
    return tuple(found + _trimmed(text, Span(start, span.end)))


def _trimmed(text: str, span: Span) -> list[Span]:
    piece = span.of(text)
    bare = piece.strip()
    if not any(character.isalnum() for character in bare):
        return []
    start = span.start + len(piece) - len(piece.lstrip())
    return [Span(start, start + len(bare))]


def _ends(text: str, span: Span, data: Stops) -> Iterator[int]:
    piece = span.of(text)
    for match in _STOP.finditer(piece):
        if match.end() < len(piece) and _is_end(piece, match, data):
            yield span.start + _closing(piece, match)


def _closing(piece: str, match: re.Match[str]) -> int:
    """Where the sentence ends: after a quotation mark that closes, before one that opens."""
    if guillemet := _GUILLEMET.match(piece, match.end("close")):
        return guillemet.start() + 2
    end, opened = match.end("close"), piece.count('"', 0, match.start("close")) % 2 == 1
    if match["close"][:1] == '"' and match["stop"][-1].isspace() and not opened:
        return match.end("stop")
    rest = piece[end : end + 3]
    if rest[:2] == ' "' and piece.count('"', 0, end) % 2 == 1:
        return end + 2
    return end


def _is_end(piece: str, match: re.Match[str], data: Stops) -> bool:
    stop = match["stop"].strip()
    if stop[0] in "。！？।۔։":
        return True
    if not match["gap"] and not match["stop"][-1].isspace():
        return _is_glued_end(piece, match, data)
    guillemet = _GUILLEMET.match(piece, match.end("close"))  # '« Non. » Hier'
    after = _NEXT.match(piece, guillemet.end() if guillemet else match.end())
    word = after["word"] if after else ""
    if not word or not _begins(word, after["open"] if after else ""):
        return False
    if stop[-1] in "!?":
        return not _goes_on(piece, match, data)
    if stop != "." or match["stop"][0].isspace():
        return True
    return _is_plain_stop(piece[: match.start("stop")], match, word, data)


def _begins(word: str, opening: str) -> bool:
    """Whether a word can be the first of a sentence: no small letter, but for 'iPhone' and the like."""
    return not word[0].islower() or word[1:2].isupper() or (word[0] in "-*•" and bool(opening.strip()))


def _goes_on(piece: str, match: re.Match[str], data: Stops) -> bool:
    """Whether '"Why?" Jane Smith asked' follows."""
    if not match["close"].strip(")]"):
        return False
    words = [word.strip(",.:").casefold() for word in piece[match.end() : match.end() + 60].split()[:4]]
    return any(word in data.speech for word in words[1:])


def _is_plain_stop(before: str, match: re.Match[str], word: str, data: Stops) -> bool:
    """Whether a single full stop with a blank after it ends a sentence."""
    found = _WORD_BEFORE.search(before[-25:])
    if not found or match["close"]:
        return True
    last = found["word"].casefold()
    starts = word.casefold().split("'")[0].split("’")[0] in data.starters
    if last in data.never:
        return False
    if last in data.before_number and (word[0].isdigit() or not starts):
        return not word[0].isdigit() and last not in data.sometimes
    if last in data.sometimes:
        return starts
    if _INITIAL.fullmatch(found["word"]):
        return (starts and not _INITIAL_NEXT.match(match.string, match.end())) or not found["word"][-1].isupper()
    return True


def _is_glued_end(piece: str, match: re.Match[str], data: Stops) -> bool:
    """Whether a stop without a blank after it ends a sentence: 'at NATO.Moscow also', but not 'Booking.Com'."""
    rest = piece[match.end() : match.end() + 24]
    if match["close"]:
        return match["close"][-1] in '”»"' and rest[:1].isupper()
    if match["stop"] != ".":
        return match["stop"][-1] in "!?" and rest[:1].isupper() and rest[1:2].islower()
    after, before = _GLUED.match(rest), _ENDING.search(piece[: match.start()][-32:])
    if not after or not before or after["word"].casefold() in data.endings:
        return False
    return before["word"].casefold() not in data.never | data.before_number | data.sometimes
