"""Bytes → text, or a plain word on why they are none."""

from __future__ import annotations

import codecs
import logging
import re

from charset_normalizer import from_bytes

from timeline.errors import ReadingError
from timeline.languages.recognition import fit

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_NOT_TEXT = (b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"{\\rtf", b"\xd0\xcf\x11\xe0", b"\x1f\x8b")
_CANDIDATES = [
    "utf_8",
    "cp1252",
    "cp1251",
    "cp1250",
    "cp1253",
    "cp1254",
    "cp1255",
    "cp1256",
    "cp1257",
    "koi8_r",
    "koi8_u",
]
_CANDIDATES += ["iso8859_2", "shift_jis", "euc_jp", "gb18030", "big5", "euc_kr", "cp874"]
_LATIN = ("cp1252", "cp1250", "iso8859_2", "cp1254", "cp1257")
_DECLARED = re.compile(rb"""<meta[^<>]{0,200}?charset\s{0,3}=\s{0,3}["']?(?P<name>[\w.:\-]{2,30})""", re.IGNORECASE)
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_LINE_END = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_SAVE_AS_TEXT = "Save it as plain text, Markdown or HTML, or remove it from the content folder."
_SAVE_AS_UTF8 = "Save it as UTF-8."

logging.getLogger("charset_normalizer").setLevel(logging.ERROR)


def decode(data: bytes) -> str:
    """The text of a file, line ends as '\\n' and without control characters; raises ReadingError.

    A byte order mark is believed, then UTF-8 where it fits, then the encoding that an HTML page declares, then the
    guess of charset-normalizer among the encodings that text is found in.
    """
    if not data.strip(b" \t\r\n\x00\xef\xbb\xbf\xff\xfe"):
        raise ReadingError("empty", "The file is empty.", "Put the article's text into it, or remove the file.")
    if data.startswith(_NOT_TEXT):
        raise ReadingError("not text", "The file is not a text file.", _SAVE_AS_TEXT)
    text = _marked(data)
    if text is None:
        if b"\x00" in data:
            raise ReadingError("not text", "The file is not a text file.", _SAVE_AS_TEXT)
        text = _unmarked(data)
    return _cleaned(text)


def _marked(data: bytes) -> str | None:
    """The text behind a byte order mark; None without one."""
    for mark, name in _BOMS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(name)
            except UnicodeDecodeError:
                raise ReadingError(
                    "unknown encoding", f"The file is not the {name} it begins as.", _SAVE_AS_UTF8
                ) from None
    return None


def _unmarked(data: bytes) -> str:
    declared = _DECLARED.search(data[:4096])
    for name in ("utf-8", declared["name"].decode("ascii", "replace") if declared else "utf-8"):
        try:
            return data.decode(name)
        except (UnicodeDecodeError, LookupError, ValueError):
            continue
    best = from_bytes(data, cp_isolation=_CANDIDATES, enable_fallback=False).best()
    if best is None:
        raise ReadingError("unknown encoding", "The encoding of the file cannot be told.", _SAVE_AS_UTF8)
    return _likeliest(data, best.encoding) if best.encoding in _LATIN else data.decode(best.encoding)


def _likeliest(data: bytes, guess: str) -> str:
    """The reading in that Latin encoding whose letters with marks best fit the language; the guess where all do."""
    readings = [data.decode(name, "replace") for name in dict.fromkeys((guess, *_LATIN))]
    return max((text for text in readings if "\ufffd" not in text), key=fit)


def _cleaned(text: str) -> str:
    text = _LINE_END.sub("\n", text)
    if len(_CONTROL.findall(text)) > 2 + len(text) // 200:
        raise ReadingError("not text", "The file is not a text file.", _SAVE_AS_TEXT)
    return _CONTROL.sub(" ", text).replace("\ufeff", "")
