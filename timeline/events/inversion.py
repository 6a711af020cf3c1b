"""Puts a subject before its verb again, where the verb comes second and what led the clause was taken away."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.words import Lexicon, Word, lexicon, words

ADJECTIVES = 3  # words in small letters that may stand between an article and its noun


def subject_first(text: str, language: str) -> str:
    """'will der Stadtrat über die Folgen beraten' as 'der Stadtrat will über die Folgen beraten'; else as it is."""
    known = lexicon(language)
    found = words(text)
    if "verb-second" not in known.order or len(found) < 3 or found[0].start or not _is_finite(found[0], known):
        return text
    end = _subject_end(text, found, known)
    if end is None:
        return text
    return f"{text[found[1].start : end]} {text[: found[0].end]}{text[end:]}"


def _is_finite(word: Word, known: Lexicon) -> bool:
    return word.lower in known.finite or known.is_past(word.lower)


def _subject_end(text: str, found: Sequence[Word], known: Lexicon) -> int | None:
    """Where the subject behind a leading verb ends: a pronoun, a name, or an article with its noun and a genitive."""
    if found[1].lower in known.subjects:
        return found[1].end
    place = _noun_end(text, found, 1, known)
    if place is None:
        return None
    following = found[place + 1 : place + 2]
    if following and following[0].lower in known.genitives and not text[found[place].end : following[0].start].strip():
        place = _noun_end(text, found, place + 1, known) or place
    end = found[place].end
    return _with_apposition(text, end, known)


def _noun_end(text: str, found: Sequence[Word], start: int, known: Lexicon) -> int | None:
    """The place where a noun ends that begins at a place: 'die neue Regierung', '140 Bewohner', 'Karla Voigt'."""
    place = start
    if found[place].lower in known.determiners | known.quantities | known.genitives or found[place].text.isdigit():
        place += 1
    small = place
    while place < len(found) and place - small < ADJECTIVES and found[place].text.islower():
        place += 1
    if "small-nouns" in known.order and small > start and small < len(found):
        return _small_noun(found, small, known)
    if place >= len(found) or not found[place].text[0].isupper():
        return None
    if small == start < place:  # adjectives without an article: 'am Freitag neue Regeln' may be anything
        return None
    while place + 1 < len(found) and found[place + 1].text[0].isupper():
        if text[found[place].end : found[place + 1].start] != " ":
            break
        place += 1
    return place


def _small_noun(found: Sequence[Word], start: int, known: Lexicon) -> int:
    """The place of the last word before the next little word: 'de nieuwe dijk' in 'de nieuwe dijk bij het dorp'."""
    place = start
    while place + 1 < len(found) and found[place + 1].lower not in known.stop | known.finite:
        place += 1
    return place


def _with_apposition(text: str, end: int, known: Lexicon) -> int:
    """Up to the comma behind what only says more of the subject: ', Karla Voigt,'."""
    closing = text.find(",", end + 1)
    if text[end : end + 2] != ", " or closing < 0:
        return end
    inner = words(text, end, closing)
    return closing + 1 if not any(_is_finite(word, known) for word in inner) else end
