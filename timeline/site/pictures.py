"""Pictures → files of the site, under names that change with their bytes, and what pages say of them."""

from __future__ import annotations

from collections.abc import Iterable

from timeline.exporting import records
from timeline.model import Timeline
from timeline.site.shelf import Shelf
from timeline.site.views import PictureView

_MOST = 3  # pictures on the page of an event


def picture_files(timeline: Timeline) -> dict[str, bytes]:
    """{'media/1f0c….jpg': bytes} for each picture; the same picture in two documents is one file."""
    return {records.picture_address(picture): picture.data for picture in timeline.pictures.values()}


def picture_view(document: str, shelf: Shelf) -> PictureView | None:
    """The picture of a document."""
    picture = shelf.timeline.pictures.get(document)
    if picture is None:
        return None
    alt, credit = records.one_line(picture.alt), records.one_line(picture.credit)
    return PictureView(records.picture_address(picture), alt, credit, picture.width, picture.height)


def pictures_of(documents: Iterable[str], shelf: Shelf) -> tuple[PictureView, ...]:
    """The first pictures of some documents, each once."""
    found = (view for name in documents if (view := picture_view(name, shelf)))
    return tuple({view.url: view for view in found}.values())[:_MOST]
