"""The pages of names: an address for every name, and under it the events that bear it."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from lxml import html

from tests import sample_timeline
from tests.site.conftest import THEME
from timeline.output import check_paths
from timeline.settings import Settings
from timeline.site import check, render
from timeline.site.addresses import name_url

Sites = dict[str, dict[str, bytes]]


@pytest.mark.parametrize(
    ("name", "folder"),
    [
        ("NATO", "nato"),
        ("Nato", "nato"),
        ("Red  Cross", "red-cross"),
        ("Żółć", r"zoc-[0-9a-f]{8}"),
        ("Zoc", "zoc"),
        ('O\'Brien, "Mac"', r"o-brien-mac-[0-9a-f]{8}"),
        ("أورورا", r"[0-9a-f]{8}"),
        ("中国", r"[0-9a-f]{8}"),
        ("Con", r"con-[0-9a-f]{8}"),
        ("../../etc", r"etc-[0-9a-f]{8}"),
        ("x" * 300, r"x{60}-[0-9a-f]{8}"),
    ],
)
def test_a_name_has_an_address_that_every_file_system_can_hold(name: str, folder: str) -> None:
    assert re.fullmatch(f"names/{folder}/index\\.html", name_url(name))
    check_paths([name_url(name)])


def test_no_two_names_share_an_address() -> None:
    names = ["Zoc", "Żoc", "Z.o.c", "Z o c", "z-o-c", "أورورا", "اورورا", "中国", "中國", "Con", "x" * 61, "x" * 62]
    assert len({name_url(name) for name in names}) == len(names)


def test_composed_and_decomposed_letters_are_one_name() -> None:
    assert name_url("Zürich") == name_url("Zu\u0308rich")


def tree(files: dict[str, bytes], path: str) -> html.HtmlElement:
    return html.document_fromstring(files[path].decode())


def test_every_name_is_in_the_index_with_how_many_events_it_has(sites: Sites) -> None:
    rows = {
        " ".join(row.text_content().split()) for row in tree(sites["sample"], "names/index.html").xpath("//main//li")
    }
    assert {"Aurora 2 events", "Vik 2 events", "Lund 1 event", "أورورا 1 event"} <= rows


def test_names_stand_under_their_first_letter_and_the_others_last(sites: Sites) -> None:
    letters = [heading.text for heading in tree(sites["sample"], "names/index.html").findall(".//h2")]
    assert letters == ["A", "L", "O", "V", "ا", "#"]


def test_a_name_has_a_timeline_of_its_own(sites: Sites) -> None:
    page = tree(sites["sample"], "names/aurora/index.html")
    assert [entry.get("id") for entry in page.find_class("ev")] == ["2021-03-10-aurora", "2022-02-01-findings"]
    assert len(page.find_class("strip")) == 1
    assert page.find(".//h1").text_content() == "Aurora"


def test_an_event_leads_to_the_pages_of_its_names(sites: Sites) -> None:
    links = tree(sites["sample"], "events/2021-03-10-aurora/index.html").xpath("//aside//@href")
    assert "../../names/aurora/index.html" in links
    assert f"../../{name_url('أورورا')}" in links


def test_a_timeline_without_names_has_no_index_of_them(sites: Sites) -> None:
    assert [path for path in sites["single"] if path.startswith("names/")] == []
    assert b"names/index.html" not in sites["single"]["index.html"]


def test_two_spellings_share_a_page_under_the_one_that_is_used_most() -> None:
    timeline = sample_timeline.generated(3)
    names = (("Nato",), ("NATO",), ("NATO", "Nato"))
    events = tuple(replace(event, names=mine) for event, mine in zip(timeline.events, names, strict=True))
    files = render(replace(timeline, events=events), Settings(), THEME)
    check(files)
    assert [path for path in files if path.startswith("names/")] == ["names/index.html", "names/nato/index.html"]
    page = tree(files, "names/nato/index.html")
    assert (page.find(".//h1").text_content(), len(page.find_class("ev"))) == ("NATO", 3)


def test_a_long_index_and_a_long_timeline_of_a_name_have_several_pages() -> None:
    timeline = sample_timeline.generated(900)
    events = tuple(
        replace(event, names=(f"Name {number}", f"Other {number}", "All"))
        for number, event in enumerate(timeline.events)
    )
    files = render(replace(timeline, events=events), Settings(), THEME)
    check(files)
    assert "names/_2/index.html" in files
    assert "names/all/2016/index.html" in files
    listed = {
        item.get("id")
        for path in files
        if path.startswith("names/all/2")
        for item in tree(files, path).find_class("ev")
    }
    assert listed == {event.id for event in events}
    assert max(len(data) for path, data in files.items() if path.endswith(".html")) < 500_000
