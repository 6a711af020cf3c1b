"""The page and the feed of what has changed, and the pages at addresses that events had before."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree

from tests import sample_timeline
from tests.site.conftest import BASE, THEME
from timeline.model import History
from timeline.remembering import remember
from timeline.settings import Settings
from timeline.site import check, render

ATOM = "{http://www.w3.org/2005/Atom}"
SAMPLE = sample_timeline.sample()
OLD = replace(SAMPLE.events[0], id="gone-before", headline=sample_timeline.HOSTILE)
BEFORE = remember((OLD, *SAMPLE.events[3:]), (OLD, *SAMPLE.events[3:]), History(), SAMPLE.documents)
MERGED = replace(SAMPLE.events[4], former=("2021-03-09-reef",), value="2021-03-09")
EVENTS = (*SAMPLE.events[:4], MERGED, *SAMPLE.events[5:])
TIMELINE = replace(SAMPLE, events=EVENTS, history=remember(EVENTS, EVENTS, BEFORE, SAMPLE.documents))
SITE = render(TIMELINE, Settings(base_url=BASE), THEME)


def test_every_change_stands_on_the_page_with_a_link_where_the_event_still_is() -> None:
    page = SITE["changes/index.html"].decode()
    assert page.count('class="new"') == 3
    assert "Moved, from 10 Mar 2021" in page
    assert "Gone: no document tells it any more" in page
    assert f'href="../events/{MERGED.id}/index.html"' in page
    assert "gone-before" not in page
    assert "<script>alert" not in page


def test_a_first_build_says_that_nothing_has_changed() -> None:
    page = render(SAMPLE, Settings(), THEME)["changes/index.html"].decode()
    assert "this is the first build" in page


def test_the_feed_has_an_entry_a_change_dated_by_documents_and_by_no_clock() -> None:
    feed = ElementTree.fromstring(SITE["data/changes.xml"])
    entries = feed.findall(f"{ATOM}entry")
    assert len(entries) == 5
    assert len({entry.findtext(f"{ATOM}id") for entry in entries}) == 5
    assert {entry.findtext(f"{ATOM}updated") for entry in entries} <= {
        f"{document.dct or '1970-01-01'}T00:00:00Z" for document in SAMPLE.documents
    }
    assert all(entry.find(f"{ATOM}link").attrib["href"].startswith(BASE) for entry in entries)  # type: ignore[union-attr]


def test_the_old_address_of_a_merged_event_leads_on_without_a_script() -> None:
    page = SITE["events/2021-03-09-reef/index.html"].decode()
    target = f"events/{MERGED.id}/"
    assert f'<meta http-equiv="refresh" content="0; url=../../{target}index.html">' in page
    assert f'<a href="../../{target}index.html">' in page
    assert f'<link rel="canonical" href="{BASE}{target}">' in page


def test_the_old_address_is_not_on_the_map_of_the_site() -> None:
    assert b"2021-03-09-reef" not in SITE["sitemap.xml"]
    assert b"changes/" in SITE["sitemap.xml"]
    check(SITE, BASE)


class TestTheAuthorsHand:
    SITE = render(sample_timeline.changed(), Settings(), THEME)

    def page(self, name: str) -> str:
        return self.SITE[f"events/{name}/index.html"].decode()

    def test_a_corrected_event_says_what_it_was(self) -> None:
        page = self.page("2021-03-10-aurora")
        assert "Date; the sources gave 9 Mar 2021 – 11 Mar 2021." in page
        assert "The log has it." in page

    def test_a_written_event_has_its_text_and_links_and_no_table(self) -> None:
        page = self.page("2020-written")
        assert "<p>It ran <em>twice</em> a day:</p>" in page
        assert '<a href="https://example.org/back">back</a>' in page
        assert '<a href="https://example.org/timetable"' in page
        assert "<table" not in page

    def test_what_the_author_writes_is_as_safe_as_what_documents_say(self) -> None:
        for path, data in self.SITE.items():
            if path.endswith(".html"):
                assert b"<script>alert" not in data
                assert b"javascript:" not in data
        check(self.SITE)
