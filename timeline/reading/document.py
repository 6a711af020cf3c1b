"""A file's bytes → a Document."""

from __future__ import annotations

import hashlib

from timeline.errors import ReadingError
from timeline.languages import code_of
from timeline.languages.recognition import recognise
from timeline.model import Document, Publication, Source
from timeline.reading.body import read_body
from timeline.reading.formats import reader
from timeline.reading.header import Header, read_header
from timeline.reading.identity import document_id
from timeline.reading.layout import blocks
from timeline.reading.naming import find_publisher
from timeline.reading.publication import address_claims, decide, file_claims
from timeline.reading.raw import Claim, Raw, Trust
from timeline.settings import FILE, Settings, SourceSettings

_MEGABYTE = 1_000_000


def read_document(path: str, data: bytes, settings: Settings) -> Document:
    """The document that a file holds; `path` is relative to the content folder, with forward slashes.

    Pure: the same arguments give the same document. Raises ReadingError for what cannot be read.
    """
    check_size(len(data), settings)
    raw = reader(path)(data)
    if not any(character.isalnum() for character in raw.text):
        raise ReadingError("empty", "The file holds no text.", "Put the article's text into it, or remove the file.")
    row = settings.sources.get(path, SourceSettings())
    language = code_of(row.language) or code_of(raw.fields.language) or recognise(raw.text)
    parts = blocks(raw.text, raw.headings)
    header = read_header(parts, language)
    body = read_body(raw.text, parts, header, row.title or raw.fields.title, language)
    url = row.url or raw.fields.url or header.url
    heading = " ".join(body.heading.of(raw.text).split()) if body.heading else None
    publication = _publication(path, raw, row, header, url)
    return Document(
        id=document_id(path, publication.date),
        source=Source(
            path=path,
            title=row.title or raw.fields.title or heading,
            publisher=row.publisher or raw.fields.publisher or find_publisher(parts, header, url, language),
            author=row.author or raw.fields.author,
            url=url,
            publish=row.publish or raw.fields.publish or settings.publish,
            archive=row.archive or raw.fields.archive,
            image=row.image or raw.fields.image,
            image_alt=row.image_alt or raw.fields.image_alt,
            image_credit=row.image_credit or raw.fields.image_credit,
        ),
        language=language,
        publication=publication,
        text=raw.text,
        heading=body.heading,
        sentences=body.sentences,
        furniture=body.furniture,
        digest=hashlib.sha256(data).hexdigest(),
    )


def _publication(path: str, raw: Raw, row: SourceSettings, header: Header, url: str | None) -> Publication:
    """When the document was published, by everything that speaks of it."""
    said = (Claim((row.published,), FILE, Trust.SETTINGS),) if row.published else ()
    claims = (*said, *raw.claims, *header.claims, *address_claims(url), *file_claims(path))
    return decide(claims, header, url, row.language or raw.fields.language or "en")


def check_size(size: int, settings: Settings) -> None:
    """Raises ReadingError for a file larger than the settings allow; `size` is in bytes."""
    if size > settings.max_megabytes * _MEGABYTE:
        raise ReadingError(
            "too large",
            f"The file has {size / _MEGABYTE:.1f} MB, more than the {settings.max_megabytes:g} that are read.",
            f"Shorten it, or raise max_megabytes in {FILE}.",
        )
