"""The pictures of the documents: named in their front matter, or lying beside them under the same name."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from io import BytesIO
from pathlib import Path, PurePosixPath

from PIL import Image, ImageOps, UnidentifiedImageError

from timeline.errors import ReadingError
from timeline.model import Document, Picture, Problem
from timeline.reading.document import check_size
from timeline.reading.formats import suffix_of
from timeline.settings import Settings
from timeline.work import Mapper, one_by_one

_SUFFIXES = (".jpg", ".jpeg", ".png", ".webp", ".gif")
_FORMATS = ("JPEG", "PNG", "WEBP", "GIF")
_WIDEST = 1280  # pixels of the longer side in the site, twice what a column of text measures
_MOST_PIXELS = 60_000_000  # a picture of more could fill the memory of a small machine
_SAVED = "Save it as a JPEG, PNG, WebP or GIF file beside the document."


def read_pictures(
    content: Path, documents: Sequence[Document], settings: Settings, mapper: Mapper = one_by_one
) -> tuple[dict[str, Picture], tuple[Problem, ...]]:
    """Document id → its picture, and a problem for each picture that cannot be shown."""
    named = [(document, path) for document in documents if (path := _path(content, document))]
    results = mapper("Pictures", partial(_read, content, settings), named)
    pairs = list(zip((document for document, _ in named), results, strict=True))
    found = {document.id: result for document, result in pairs if isinstance(result, Picture)}
    return found, tuple(result for _, result in pairs if isinstance(result, Problem))


def _path(content: Path, document: Document) -> str | None:
    """The path of a document's picture below the content folder: where it says, from its own folder or from the top."""
    source = document.source
    if named := source.image:
        beside = (PurePosixPath(source.path).parent / named).as_posix()
        return named if not (content / beside).is_file() and (content / named).is_file() else beside
    stem = source.path.removesuffix(suffix_of(source.path))
    return next((stem + suffix for suffix in _SUFFIXES if (content / (stem + suffix)).is_file()), None)


def _read(content: Path, settings: Settings, named: tuple[Document, str]) -> Picture | Problem:
    document, path = named
    try:
        return _picture(_bytes(content, path, settings), document)
    except ReadingError as error:
        message = f"The picture {document.source.image or path!r} is left out: {error.message}"
        return Problem("picture", document.source.path, None, message, error.remedy)


def _bytes(content: Path, path: str, settings: Settings) -> bytes:
    """What the file of a picture holds. Raises ReadingError for one that may not or cannot be read."""
    if "://" in path or ":/" in path:
        raise _fault("it lies on another server, which a site never asks.", _SAVED)
    if suffix_of(path) == ".svg":
        raise _fault("an SVG file can carry a script.", "Save it as a PNG file.")
    file = content / path
    try:
        if not file.resolve().is_relative_to(content.resolve()):
            raise _fault("it lies outside the content folder.", "Put the file itself into the folder.")
        check_size(file.stat().st_size, settings)
        return file.read_bytes()
    except (OSError, RuntimeError, ValueError):
        raise _fault("there is no such file.", "Name it as it stands beside the document.") from None


def _picture(data: bytes, document: Document) -> Picture:
    """The picture scaled down, upright, and made anew, so that nothing but what is to be seen is left of the file."""
    if not document.source.image_alt:
        raise _fault(
            "nobody has said what it shows, which those who cannot see it need.",
            "Add 'image_alt:' with a few words to the document's front matter.",
        )
    try:
        with Image.open(BytesIO(data), formats=_FORMATS) as opened:
            if opened.width * opened.height > _MOST_PIXELS:
                raise _fault("it has too many pixels.", "Scale it down to 4,000 pixels or fewer.")
            photograph = opened.format == "JPEG" or (opened.format == "WEBP" and opened.mode == "RGB")
            image = ImageOps.exif_transpose(opened).convert("RGB" if photograph else "RGBA")
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        raise _fault("it cannot be read as a picture.", _SAVED) from None
    image.thumbnail((_WIDEST, _WIDEST))
    alt, credit = document.source.image_alt, document.source.image_credit or ""
    return Picture(_saved(image), ".jpg" if photograph else ".png", image.width, image.height, alt, credit)


def _saved(image: Image.Image) -> bytes:
    file = BytesIO()
    if image.mode == "RGB":
        image.save(file, "JPEG", quality=82, optimize=True, progressive=True)
    else:
        image.save(file, "PNG", optimize=True)
    return file.getvalue()


def _fault(message: str, remedy: str) -> ReadingError:
    return ReadingError("picture", message, remedy)
