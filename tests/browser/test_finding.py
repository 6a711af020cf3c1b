"""The search and the choice of a range in a browser."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Place = Callable[[str, str], str]
Tab = Callable[..., Any]

DESKTOP = {"width": 1280, "height": 900}
ALL = "14 events"


def opened(tab: Tab, place: Place, path: str = "sample/index.html", way: str = "http") -> Any:
    page = tab(viewport=DESKTOP)
    page.goto(place(way, path))
    return page


def shown(page: Any) -> list[str]:
    return page.locator(".ev:visible").evaluate_all("entries => entries.map(entry => entry.id)")


def says(page: Any, text: str) -> None:
    page.wait_for_function("text => document.querySelector('#shown').value === text", arg=text)


@pytest.mark.parametrize("way", ["http", "file"])
@pytest.mark.parametrize(
    ("field", "value", "events"),
    [
        ("q", "lifeboats", ["2021-03-11-lifeboats"]),
        ("q", "LIFEBOATS  dawn", ["2021-03-11-lifeboats"]),
        ("q", "أورورا", ["2021-03-10-aurora"]),
        ("name", "Lund", ["2021-03-20-yard"]),
        ("name", 'O\'Brien, "Mac"', ["2021-04-02-owner"]),
        ("source", "reef-history", ["bc0044-03-15-fleet", "199-reef", "2022-09-light"]),
        ("sure", "disputed", ["2021-03-10-aurora"]),
        ("sure", "planned", ["2021-03-16-divers", "2022-09-light"]),
        ("q", "no such thing", []),
    ],
)
def test_a_filter_leaves_what_fits(tab: Tab, place: Place, way: str, field: str, value: str, events: list[str]) -> None:
    page = opened(tab, place, way=way)
    box = page.locator(f"#{field}")
    if field == "q":
        box.fill(value)
    else:
        box.select_option(value)
    says(page, f"{len(events)} of {ALL}")
    assert shown(page) == events
    assert page.locator("#none").is_visible() == (not events)
    assert page.locator("svg [data-for]:not(.off)").count() == len(events)
    assert page.locator(".key .g").first.is_visible()
    page.locator("#clear").click()
    says(page, ALL)
    assert len(shown(page)) == 14
    assert page.faults == []


def test_what_is_asked_stands_in_the_address_and_is_read_from_it(tab: Tab, place: Place) -> None:
    page = opened(tab, place)
    page.locator("#q").fill("hull")
    page.locator("#sure").select_option("planned")
    query = page.evaluate("location.search")
    assert query == "?q=hull&sure=planned"
    again = opened(tab, place, f"sample/index.html{query}")
    says(again, f"1 of {ALL}")
    assert shown(again) == ["2021-03-16-divers"]
    assert again.locator("#sure").input_value() == "planned"


@pytest.mark.parametrize("query", ["?name=Nobody&sure=%3Cscript%3E", "?from=soon&to=2021-13-45x", "?q="])
def test_what_cannot_be_asked_is_left_out(tab: Tab, place: Place, query: str) -> None:
    page = opened(tab, place, f"sample/index.html{query}")
    page.wait_for_timeout(100)
    assert len(shown(page)) == 14
    assert page.faults == []


def test_a_stroke_leads_to_the_search_and_no_key_is_taken_from_who_types(tab: Tab, place: Place) -> None:
    page = opened(tab, place)
    page.keyboard.press("/")
    page.keyboard.type("a/b")
    assert page.locator("#q").input_value() == "a/b"


class TestRange:
    def test_sliders_choose_it_with_the_keyboard_alone(self, tab: Tab, place: Place) -> None:
        page = opened(tab, place, "many/index.html")
        page.locator("#low").focus()
        for _ in range(3):
            page.keyboard.press("ArrowRight")
        chosen = page.locator("#low").get_attribute("aria-valuetext")
        assert chosen in page.locator(".strip output").text_content()
        first = page.evaluate("new URLSearchParams(location.search).get('from')")
        assert first.startswith(chosen[-4:])
        assert page.locator("#results li").count() > 0
        page.keyboard.press("Home")
        says(page, "260 events")
        assert page.evaluate("location.search") == ""
        assert page.locator(".strip output").text_content() == ""

    def test_dragging_chooses_it_and_a_click_still_follows_a_mark(self, tab: Tab, place: Place) -> None:
        page = opened(tab, place, "many/index.html")
        box = page.locator(".strip > svg").bounding_box()
        page.mouse.move(box["x"] + box["width"] * 0.5, box["y"] + 5)
        page.mouse.down()
        page.mouse.move(box["x"] + box["width"] * 0.6, box["y"] + 5, steps=4)
        page.mouse.up()
        page.wait_for_function("location.search.includes('from=') && location.search.includes('to=')")
        assert page.locator(".chosen").bounding_box()["width"] == pytest.approx(box["width"] * 0.1, rel=0.4)
        with page.expect_navigation():
            page.locator('[data-column]:not([height="0"])').first.click()
        assert "many/index.html" not in page.url

    def test_it_is_read_from_an_address_that_names_other_days_than_the_columns(self, tab: Tab, place: Place) -> None:
        page = opened(tab, place, "sample/index.html?from=2021-03-16&to=2021-04-02")
        page.wait_for_function("document.querySelector('#shown').value.includes(' of ')")
        assert "2021-03-20-yard" in shown(page)
        assert "1997-ferry" not in shown(page)
        assert page.locator(".strip output").text_content() != ""
        page.locator("#clear").click()
        says(page, ALL)
        assert page.locator(".strip output").text_content() == ""

    @pytest.mark.parametrize("day", ["2022-01-26", "0001-01-01", "-0043-03-15", "9999-12-31", "2000-02-29"])
    def test_days_are_counted_as_the_index_counts_them(self, tab: Tab, place: Place, day: str) -> None:
        page = opened(tab, place)
        assert page.evaluate("day => timelineFind.iso(timelineFind.ordinal(day))", day) == day
        assert page.evaluate("timelineFind.ordinal('0001-01-01')") == 1


class TestLongTimeline:
    """A list on several pages: what is found is listed in its place, wherever the search was asked."""

    @pytest.mark.parametrize("path", ["many/index.html", "many/periods/2020/index.html"])
    def test_every_page_finds_in_the_whole(self, tab: Tab, place: Place, path: str) -> None:
        page = opened(tab, place, path, way="file")
        page.locator("#q").fill('"happening number 25')
        says(page, "11 of 260 events")
        assert page.locator("#results li:visible").count() == 11
        assert not page.locator("#list").is_visible()
        page.locator("#results a").first.click()
        page.wait_for_load_state()
        assert page.locator("h1").text_content().startswith("Happening number 25")
        page.go_back()
        says(page, "11 of 260 events")

    def test_long_results_come_a_hundred_at_a_time(self, tab: Tab, place: Place) -> None:
        page = opened(tab, place, "many/index.html?q=happening")
        says(page, "260 of 260 events")
        assert page.locator("#results li").count() == 100
        page.locator("#more").click()
        page.locator("#more").click()
        assert page.locator("#results li").count() == 260
        assert not page.locator("#more").is_visible()

    def test_bars_shrink_to_what_is_found(self, tab: Tab, place: Place) -> None:
        page = opened(tab, place, "many/index.html")
        height = "bars => bars.reduce((sum, bar) => sum + Number(bar.getAttribute('height')), 0)"
        bars = page.locator("[data-column]")
        whole = bars.evaluate_all(height)
        page.locator("#q").fill('"happening number 25')
        says(page, "11 of 260 events")
        assert 0 < bars.evaluate_all(height) < whole / 10
        page.locator("#clear").click()
        says(page, "260 events")
        assert bars.evaluate_all(height) == whole


class TestAmount:
    """How much is shown while nothing is asked: the key events, or as many as the reader wishes."""

    def test_the_key_events_are_shown_first_and_all_of_them_on_demand(self, tab: Tab, place: Place) -> None:
        page = opened(tab, place, "keyed/index.html")
        says(page, "12 of 60 events")
        assert len(shown(page)) == 12
        assert page.locator(".ev:visible .g:visible").count() == 12
        assert page.locator("#show option").all_text_contents() == [
            "Key events (12)",
            "The 10 most important",
            "The 25 most important",
            "The 50 most important",
            "All events",
        ]
        page.locator("#show").select_option("25")
        says(page, "25 of 60 events")
        assert page.evaluate("location.search") == "?show=25"
        page.locator("#show").select_option(label="All events")
        says(page, "60 events")
        assert len(shown(page)) == 60

    def test_a_search_finds_in_all_of_them(self, tab: Tab, place: Place) -> None:
        page = opened(tab, place, "keyed/index.html")
        page.locator("#q").fill("happening")
        says(page, "60 of 60 events")
        page.locator("#q").fill("")
        says(page, "12 of 60 events")

    def test_who_comes_for_one_event_sees_it(self, tab: Tab, place: Place) -> None:
        page = opened(tab, place, "keyed/index.html")
        hidden = page.locator(".ev:not(:visible)").first.get_attribute("id")
        again = opened(tab, place, f"keyed/index.html#{hidden}")
        says(again, "60 events")
        assert again.locator(f"[id='{hidden}']").is_visible()
        page.evaluate("id => { location.hash = id }", hidden)
        says(page, "60 events")

    def test_without_a_script_all_are_there(self, tab: Tab, place: Place) -> None:
        page = tab(viewport=DESKTOP, java_script_enabled=False)
        page.goto(place("file", "keyed/index.html"))
        assert page.locator(".ev:visible").count() == 60

    def test_a_long_timeline_lists_as_many_as_are_chosen(self, tab: Tab, place: Place) -> None:
        page = opened(tab, place, "many/index.html")
        page.locator("#show").select_option("50")
        says(page, "50 of 260 events")
        assert page.locator("#results li").count() == 50
