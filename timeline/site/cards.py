"""The picture that stands for a page where its address is shared: date, headline and site, drawn at build time.

Letters are those of Noto Sans (SIL Open Font License), for Latin, Greek, Cyrillic and Arabic script. A text in another
script is left off its card, for a row of empty boxes tells nobody anything.
"""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Mapping
from functools import cache

import fontpkg
from PIL import Image, ImageDraw, ImageFont, features

from timeline.site.shelf import Shelf
from timeline.site.views import EventView

WIDTH, HEIGHT = 1200, 630  # pixels, what networks show uncut
MOST = 300  # events with a card of their own, the most important; the others share the card of the site
SITE = "cards/_site.png"
_PAPER, _INK, _SOFT, _PEN, _MARKER = "#f6f8f7", "#15212b", "#52606b", "#0b5468", "#ffe873"
_EDGE, _ROOM, _LEADING = 72, 296, 1.22
_SIZES = (72, 64, 56, 48, 42)
_COLOURS = 24  # of the palette: a few are solid, the rest the shades between letters and paper
_RTL = ("R", "AL")


def cards(shelf: Shelf, views: Mapping[str, EventView]) -> dict[str, bytes]:
    """{path: PNG}: one for the site and one for each of the most important events; the same input, the same bytes."""
    title = shelf.timeline.title
    ordered = sorted(shelf.timeline.events, key=lambda event: (-event.score, -event.outlets, event.id))
    files = {SITE: _drawn("", title, "")}
    for event in ordered[:MOST]:
        view = views[event.id]
        doubts = [shelf.words.say(f"kind.{name}") for name in ("planned", "disputed") if getattr(view, name)]
        files[f"cards/{event.id}.png"] = _drawn(" · ".join([view.when, *doubts]), view.headline, title)
    return files


def _drawn(above: str, headline: str, below: str) -> bytes:
    image = Image.new("RGB", (WIDTH, HEIGHT), _PAPER)
    draw = ImageDraw.Draw(image)
    draw.rectangle((_EDGE, _EDGE, _EDGE + 96, _EDGE + 34), _MARKER)
    _line(draw, above, _EDGE + 60, 40, 600, _PEN)
    _paragraph(draw, headline, _EDGE + 130)
    _line(draw, below, HEIGHT - _EDGE - 34, 32, 400, _SOFT)
    file = io.BytesIO()
    image.quantize(_COLOURS, dither=Image.Dither.NONE).save(file, "PNG")
    return file.getvalue()


def _line(draw: ImageDraw.ImageDraw, text: str, top: int, size: int, weight: int, colour: str) -> None:
    """One line, cut where it is too long."""
    font = _font_for(text, size, weight)
    if font:
        _write(draw, _cut(text, font), top, font, colour)


def _paragraph(draw: ImageDraw.ImageDraw, text: str, top: int) -> None:
    """The headline as large as it fits, cut where even the smallest letters do not help."""
    for size in _SIZES:
        font = _font_for(text, size, 700)
        if font is None:
            return
        lines, room = _wrapped(text, font), int(_ROOM / (size * _LEADING))
        if len(lines) > room and size == _SIZES[-1]:
            lines = [*lines[: room - 1], _cut(" ".join(lines[room - 1 :]), font)]
        if len(lines) <= room:
            for place, line in enumerate(lines):
                _write(draw, line, top + round(place * size * _LEADING), font, _INK)
            return


def _write(draw: ImageDraw.ImageDraw, text: str, top: int, font: ImageFont.FreeTypeFont, colour: str) -> None:
    right = _runs_right_to_left(text)
    place, anchor = ((WIDTH - _EDGE, top), "ra") if right else ((_EDGE, top), "la")
    direction = ("rtl" if right else "ltr") if features.check("raqm") else None
    draw.text(place, text, fill=colour, font=font, anchor=anchor, direction=direction)


def _wrapped(text: str, font: ImageFont.FreeTypeFont) -> list[str]:
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and font.getlength(longer) <= WIDTH - 2 * _EDGE:
            lines[-1] = longer
        else:
            lines.append(_cut(word, font))
    return lines


def _cut(text: str, font: ImageFont.FreeTypeFont) -> str:
    """The text as far as it fits, with a sign that something is missing."""
    if font.getlength(text) <= WIDTH - 2 * _EDGE:
        return text
    while text and font.getlength(f"{text}…") > WIDTH - 2 * _EDGE:
        text = text[: min(len(text) - 1, len(text) * 9 // 10)]
    return f"{text.rstrip()}…"


def _font_for(text: str, size: int, weight: int) -> ImageFont.FreeTypeFont | None:
    """The first font that has every letter of the text; None where there is none, or right-to-left cannot be set."""
    if _runs_right_to_left(text) and not features.check("raqm"):
        return None
    needed = {char for char in text if not char.isspace() and unicodedata.category(char) not in ("Mn", "Cf")}
    return next(
        (_font(family, size, weight) for family in _FAMILIES if needed <= _letters(family, "".join(needed))), None
    )


_FAMILIES = ("noto-sans", "noto-sans-arabic")


@cache
def _font(family: str, size: int, weight: int) -> ImageFont.FreeTypeFont:
    font = ImageFont.truetype(str(fontpkg.path(family)), size)
    font.set_variation_by_axes([weight, 100])
    return font


def _letters(family: str, text: str) -> set[str]:
    """Those of some letters that a font has."""
    return {char for char in text if _has(family, char)}


@cache
def _has(family: str, char: str) -> bool:
    font = _font(family, 32, 400)
    return bytes(font.getmask(char)) != bytes(font.getmask("\U0010fffe"))


def _runs_right_to_left(text: str) -> bool:
    """Whether the first letter with a direction runs from right to left."""
    found = (unicodedata.bidirectional(char) for char in text)
    return next((kind in _RTL for kind in found if kind in ("L", *_RTL)), False)
