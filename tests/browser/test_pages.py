"""The site in a browser: quiet, whole without a script, and open to everyone."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Place = Callable[[str, str], str]
Tab = Callable[..., Any]

PAGES = {
    "home": "sample/index.html",
    "event": "sample/events/2021-03-10-aurora/index.html",
    "coarse event": "sample/events/1997-ferry/index.html",
    "hostile event": "sample/events/2021-04-02-owner/index.html",
    "long headline": "sample/events/2022-02-01-findings/index.html",
    "source": "sample/sources/coast-herald-2021-03-12/index.html",
    "source in Arabic": "sample/sources/sahil-2021-03-13/index.html",
    "sources": "sample/sources/index.html",
    "data": "sample/data/index.html",
    "problems": "sample/problems/index.html",
    "changes": "changed/changes/index.html",
    "corrected event": "changed/events/2021-03-10-aurora/index.html",
    "written event": "changed/events/2020-written/index.html",
    "about": "sample/about/index.html",
    "missing": "sample/404.html",
    "names": "sample/names/index.html",
    "name": "sample/names/vik/index.html",
    "event with a picture": "pictures/events/2021-03-10-aurora/index.html",
    "ledger": "ledger/index.html",
    "event in the ledger": "ledger/events/2021-03-10-aurora/index.html",
    "home in Arabic": "arabic/index.html",
    "event in Arabic": "arabic/events/2021-03-10-aurora/index.html",
    "home of one": "single/index.html",
    "home of none": "empty/index.html",
    "home of many": "many/index.html",
    "a page of the list": "many/periods/2020/index.html",
}
DESKTOP, PHONE, SMALL = {"width": 1280, "height": 900}, {"width": 390, "height": 844}, {"width": 320, "height": 640}
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"

each_page = pytest.mark.parametrize("path", PAGES.values(), ids=PAGES.keys())


@each_page
@pytest.mark.parametrize("way", ["file", "http"])
def test_a_page_opens_without_an_error_and_asks_nobody_else(tab: Tab, place: Place, path: str, way: str) -> None:
    page = tab(viewport=DESKTOP)
    page.goto(place(way, path))
    assert page.faults == []
    assert page.evaluate("getComputedStyle(document.querySelector('.mast')).borderBottomStyle") in ("solid", "double")
    assert page.locator("#theme").is_visible()


@each_page
def test_axe_finds_nothing(tab: Tab, place: Place, axe: str, path: str) -> None:
    page = tab(viewport=DESKTOP)
    page.goto(place("file", path))
    page.evaluate("for (const fold of document.querySelectorAll('.ev details')) { fold.open = true }")
    page.evaluate(axe)
    for size, scheme in itertools.product((DESKTOP, PHONE), ("light", "dark")):
        page.set_viewport_size(size)
        page.emulate_media(color_scheme=scheme)
        found = page.evaluate("rules => axe.run(document, rules)", RULES)
        faults = [f"{fault['id']}: {node['html'][:200]}" for fault in found["violations"] for node in fault["nodes"]]
        assert faults == [], (size, scheme)
        assert found["passes"]


@each_page
def test_nothing_runs_over_the_edge_of_a_phone(tab: Tab, place: Place, path: str) -> None:
    page = tab(viewport=PHONE)
    page.goto(place("file", path))
    for size in (PHONE, SMALL):
        page.set_viewport_size(size)
        assert page.evaluate(OVERFLOW) <= 0, size


def test_the_whole_is_there_without_a_script(tab: Tab, place: Place) -> None:
    page = tab(viewport=DESKTOP, java_script_enabled=False)
    page.goto(place("file", "sample/index.html"))
    assert page.locator(".ev").count() == 14
    assert page.locator(".ev:visible").count() == 14
    assert not page.locator("#find").is_visible()
    assert not page.locator("#theme").is_visible()
    page.locator("#\\32 021-03-10-aurora summary").click()
    assert page.get_by_text("The Aurora struck the reef").first.is_visible()
    page.locator("#\\32 021-03-10-aurora h4 a").click()
    assert page.locator("table.mx").is_visible()
    page.locator(".work figcaption a").first.click()
    assert page.locator("mark:target").is_visible()


def test_the_colours_follow_the_system_and_a_choice_is_kept(tab: Tab, place: Place) -> None:
    page = tab(viewport=DESKTOP, color_scheme="dark")
    page.goto(place("http", "sample/index.html"))
    paper = "getComputedStyle(document.body).backgroundColor"
    dark = page.evaluate(paper)
    assert page.locator("#theme").get_attribute("aria-label") == "Switch to light colours"
    page.locator("#theme").click()
    light = page.evaluate(paper)
    page.goto(place("http", "sample/about/index.html"))
    assert (dark != light, page.evaluate(paper)) == (True, light)


@pytest.mark.parametrize("script", [True, False])
def test_paper_shows_the_evidence_and_the_addresses(tab: Tab, place: Place, script: bool) -> None:
    page = tab(viewport=DESKTOP, java_script_enabled=script)
    page.goto(place("file", "sample/index.html"))
    page.emulate_media(media="print")
    quote = page.locator("#\\32 021-03-10-aurora blockquote").first
    assert quote.is_visible()
    assert not page.locator("#find").is_visible()
    after = "link => getComputedStyle(link, '::after').content"
    original = page.locator("#\\32 021-03-10-aurora a[href^=http]").first
    assert "https://example.org/vik?a=1&b=2" in original.evaluate(after)


def test_the_printed_evidence_has_a_place_on_the_paper(tab: Tab, place: Place, tmp_path: Path) -> None:
    page = tab(viewport=DESKTOP)
    page.goto(place("file", "single/index.html"))
    page.emulate_media(media="print")
    assert page.locator("blockquote").bounding_box()["height"] > 10


def test_a_keyboard_reaches_the_content_first(tab: Tab, place: Place) -> None:
    page = tab(viewport=DESKTOP)
    page.goto(place("file", "sample/index.html"))
    page.keyboard.press("Tab")
    skip = page.locator(".skip")
    assert skip.evaluate("link => link === document.activeElement")
    assert skip.bounding_box()["y"] >= 0


def test_a_page_turns_round_for_a_language_that_runs_from_right_to_left(tab: Tab, place: Place) -> None:
    page = tab(viewport=PHONE)
    page.goto(place("file", "sample/index.html"))
    page.evaluate("document.documentElement.dir = 'rtl'")
    assert page.evaluate(OVERFLOW) <= 0
    assert page.locator(".num").first.bounding_box()["x"] > PHONE["width"] / 2


@pytest.mark.parametrize(("place_", "ends"), [(".when .here", "#event"), (".work .here", "#q-")])
def test_an_address_is_copied_with_a_click(tab: Tab, place: Place, place_: str, ends: str) -> None:
    page = tab(viewport=DESKTOP, permissions=["clipboard-read", "clipboard-write"])
    page.goto(place("http", "sample/events/2021-03-10-aurora/index.html"))
    page.locator(place_).first.click()
    page.wait_for_function("document.querySelector('#told').textContent === 'Copied'")
    assert ends in page.evaluate("navigator.clipboard.readText()")
