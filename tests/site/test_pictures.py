"""Pictures in the site: where they stand, and what is said of them."""

from __future__ import annotations

from dataclasses import replace

from lxml import html

from tests import sample_timeline
from tests.site.conftest import THEME
from timeline.model import Picture, Timeline
from timeline.settings import Settings
from timeline.site import check, render

AURORA = "events/2021-03-10-aurora/index.html"
HERALD = "sources/coast-herald-2021-03-12/index.html"


def picture(data: bytes = b"one", alt: str = 'A "ferry" <aground>', credit: str = "M. Ito & Co") -> Picture:
    return Picture(data, ".jpg", 640, 480, alt, credit)


def with_pictures(*found: tuple[str, Picture]) -> Timeline:
    return replace(sample_timeline.sample(), pictures=dict(found))


def test_a_picture_stands_on_its_sources_page_and_on_those_of_its_events() -> None:
    files = render(with_pictures(("coast-herald-2021-03-12", picture())), Settings(), THEME)
    check(files)
    (path,) = [path for path in files if path.startswith("media/")]
    for page in (AURORA, HERALD):
        (image,) = html.document_fromstring(files[page].decode()).iter("img")
        assert dict(image.attrib) == {
            "src": f"../../{path}",
            "alt": 'A "ferry" <aground>',
            "width": "640",
            "height": "480",
            "loading": "lazy",
            "decoding": "async",
        }
        assert image.getparent().findtext("figcaption/bdi") == "M. Ito & Co"
    assert files[path] == b"one"


def test_the_same_picture_in_two_sources_is_one_file_and_shown_once() -> None:
    two = (("coast-herald-2021-03-12", picture()), ("harbour-post-2021-03-15", picture()))
    files = render(with_pictures(*two), Settings(), THEME)
    assert len([path for path in files if path.startswith("media/")]) == 1
    assert files[AURORA].count(b"<img") == 1


def test_an_event_shows_three_pictures_at_most_and_no_empty_credit() -> None:
    names = ("coast-herald-2021-03-12", "northern-wire-2021-03-12", "harbour-post-2021-03-15", "island-weekly")
    found = [(name, picture(name.encode(), credit="")) for name in names]
    files = render(with_pictures(*found), Settings(), THEME)
    assert files[AURORA].count(b"<img") == 3
    assert b"<figcaption></figcaption>" not in files[AURORA]


def test_an_archived_copy_is_linked_beside_the_original() -> None:
    timeline = sample_timeline.sample()
    documents = tuple(
        replace(item, source=replace(item.source, archive="https://archive.example/vik"))
        if item.id.startswith("coast-herald")
        else replace(item, source=replace(item.source, archive="javascript:alert(1)"))
        for item in timeline.documents
    )
    files = render(replace(timeline, documents=documents), Settings(), THEME)
    for page in (AURORA, HERALD):
        assert b'href="https://archive.example/vik"' in files[page]
    assert not [path for path, data in files.items() if b'"javascript:' in data and path.endswith(".html")]
