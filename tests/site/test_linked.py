"""What machines are told of a page: linked data that is so, and the tags and the picture for whoever shares it."""

from __future__ import annotations

import io
import json
from dataclasses import replace

import pytest
from lxml import html
from PIL import Image

from tests import sample_timeline
from tests.site.conftest import BASE, THEME
from timeline.settings import Settings
from timeline.site import check, render
from timeline.site.cards import MOST

Sites = dict[str, dict[str, bytes]]


def data(files: dict[str, bytes], path: str) -> dict[str, object]:
    (script,) = html.document_fromstring(files[path].decode()).xpath("//script[@type='application/ld+json']")
    return json.loads(script.text)


def happening(sites: Sites, event: str) -> dict[str, object]:
    return data(sites["addressed"], f"events/{event}/index.html")["mainEntity"]


@pytest.mark.parametrize(
    ("event", "start", "end", "status"),
    [
        ("2021-03-10-aurora", "2021-03-10", None, None),
        ("2022-02-01-findings", "2022-02-01T14:30", None, None),
        ("2021-03-11-search", "2021-03-11", "2021-03-14", None),
        ("2021-03-16-divers", "2021-03-16", None, "https://schema.org/EventScheduled"),
        ("bc0044-03-15-fleet", "-0043-03-15", None, None),
        ("2021-03-20-yard", None, None, None),
        ("1997-ferry", None, None, None),
        ("2022-09-light", None, None, "https://schema.org/EventScheduled"),
    ],
)
def test_an_event_starts_on_a_day_only_where_it_is_known_exactly(
    sites: Sites, event: str, start: str | None, end: str | None, status: str | None
) -> None:
    found = happening(sites, event)
    assert found["@type"] == "Event"
    assert (found.get("startDate"), found.get("endDate"), found.get("eventStatus")) == (start, end, status)


@pytest.mark.parametrize(
    ("event", "covered"),
    [
        ("1997-ferry", "1997-06-01/1997-08-31"),
        ("199-reef", "1990-01-01/1999-12-31"),
        ("2021-03-20-yard", "2021-03-20/2021-03-20"),
        ("2021-03-10-aurora", None),
    ],
)
def test_what_is_not_exact_is_the_time_that_its_page_covers(sites: Sites, event: str, covered: str | None) -> None:
    assert data(sites["addressed"], f"events/{event}/index.html").get("temporalCoverage") == covered


def test_a_disagreement_is_told(sites: Sites) -> None:
    assert "Harbour Post dates it 9 Mar 2021" in happening(sites, "2021-03-10-aurora")["disambiguatingDescription"]


def test_sources_are_cited_as_articles_with_day_and_publisher(sites: Sites) -> None:
    first = data(sites["addressed"], "events/2021-03-10-aurora/index.html")["citation"][0]
    assert (first["@type"], first["datePublished"], first["publisher"]["name"], first["url"]) == (
        "Article",
        "2021-03-12",
        "The Coast Herald",
        "https://example.org/vik?a=1&b=2",
    )


def test_the_home_page_lists_the_events_with_their_addresses(sites: Sites) -> None:
    listed = data(sites["addressed"], "index.html")["mainEntity"]
    assert listed["numberOfItems"] == len(listed["itemListElement"]) == 14
    assert all(row["url"].startswith(BASE + "events/") for row in listed["itemListElement"])
    assert "url" not in data(sites["sample"], "index.html")["mainEntity"]["itemListElement"][0]


def test_no_data_can_leave_its_script(sites: Sites) -> None:
    for files in (sites["sample"], sites["addressed"]):
        for path, page in files.items():
            if path.endswith(".html"):
                scripts = html.document_fromstring(page.decode()).xpath("//script[@type='application/ld+json']")
                assert all("<" not in script.text and "javascript:" not in script.text for script in scripts)


def meta(files: dict[str, bytes], path: str) -> dict[str, str]:
    tags = html.document_fromstring(files[path].decode()).iter("meta")
    return {tag.get("property") or tag.get("name") or "": tag.get("content") or "" for tag in tags}


def test_every_event_has_a_card_and_every_other_page_that_of_the_site(sites: Sites) -> None:
    files = sites["addressed"]
    for path in files:
        if path.endswith("index.html") and not path.startswith("embed"):
            name = path.split("/")[1] if path.startswith("events/") else "_site"
            tags = meta(files, path)
            assert tags["og:image"] == f"{BASE}cards/{name}.png"
            assert tags["twitter:card"] == "summary_large_image"
            image = Image.open(io.BytesIO(files[f"cards/{name}.png"]))
            assert (image.format, image.size) == ("PNG", (1200, 630))
            assert (tags["og:image:width"], tags["og:image:height"]) == ("1200", "630")


def test_no_card_is_drawn_where_the_base_is_not_known(sites: Sites) -> None:
    assert [path for path in sites["sample"] if path.startswith("cards/")] == []
    assert "og:image" not in meta(sites["sample"], "index.html")


def test_cards_differ_and_are_the_same_in_every_build(sites: Sites) -> None:
    again = render(sample_timeline.sample(), Settings(base_url=BASE), THEME)
    cards = {path: file for path, file in again.items() if path.startswith("cards/")}
    assert cards == {path: file for path, file in sites["addressed"].items() if path.startswith("cards/")}
    assert len(set(cards.values())) == len(cards)


def test_a_headline_in_letters_that_no_font_has_is_left_off_its_card() -> None:
    timeline = sample_timeline.single()
    cards = []
    for headline in ("大桥开通", "桥梁关闭", "الجسر يفتح"):
        event = replace(timeline.events[0], headline=headline)
        files = render(replace(timeline, events=(event,)), Settings(base_url=BASE), THEME)
        cards.append(files["cards/2020-06-01-bridge.png"])
    assert cards[0] == cards[1] != cards[2]


def test_of_very_many_events_only_the_most_important_have_a_card(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("timeline.site.cards.MOST", 2)
    files = render(sample_timeline.generated(4), Settings(base_url=BASE), THEME)
    check(files, BASE)
    assert len([path for path in files if path.startswith("cards/")]) == 3
    assert MOST >= 100
