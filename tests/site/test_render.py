"""The site as files: what stands where, what is escaped, and that nothing leads into the void."""

from __future__ import annotations

import gzip
import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from lxml import html

from tests import sample_timeline
from tests.site.conftest import BASE, THEME
from timeline.errors import OutputError
from timeline.model import Evidence, Span, Timeline
from timeline.settings import Settings
from timeline.site import check, render

Sites = dict[str, dict[str, bytes]]
ALL = ("sample", "addressed", "ledger", "empty", "single", "many")
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
AURORA = "events/2021-03-10-aurora/index.html"
HERALD = "sources/coast-herald-2021-03-12/index.html"

GAPS = [
    "about 2,033 years without an event on file",
    "about 23 years without an event on file",
    "1 day without an event on file",
    "3 days without an event on file",
    "12 days without an event on file",
    "about 9 months without an event on file",
    "about 7 months without an event on file",
]


def page(sites: Sites, path: str, name: str = "sample") -> html.HtmlElement:
    return html.document_fromstring(sites[name][path].decode())


def text(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def by_class(tree: html.HtmlElement, name: str) -> list[str]:
    return [text(element) for element in tree.find_class(name)]


@pytest.mark.parametrize("name", ALL)
def test_every_internal_link_anchor_and_asset_is_there(sites: Sites, name: str) -> None:
    check(sites[name], BASE if name == "addressed" else "")


@pytest.mark.parametrize("name", ALL)
def test_no_link_to_another_page_of_the_site_is_absolute(sites: Sites, name: str) -> None:
    for path, data in sites[name].items():
        if path.endswith(".html") and path != "404.html":
            tree = html.document_fromstring(data.decode())
            links = [value for element in tree.iter() for key, value in element.items() if key in ("href", "src")]
            inner = [link for link in links if link.startswith(("/", "file:")) or link.startswith(BASE)]
            canonical = [element.get("href") for element in tree.iter("link") if element.get("rel") == "canonical"]
            assert set(inner) <= set(canonical), path


@pytest.mark.parametrize("name", ALL)
def test_links_name_their_file_so_that_they_work_without_a_server(sites: Sites, name: str) -> None:
    for path, data in sites[name].items():
        if path.endswith(".html"):
            links = re.findall(r'<a [^>]*href="([^"#?]*)', data.decode())
            assert [link for link in links if link.endswith("/") and not link.startswith("http")] == []


@pytest.mark.parametrize("name", ALL)
def test_pages_keep_to_their_own_content_security_policy(sites: Sites, name: str) -> None:
    for path, data in sites[name].items():
        if path.endswith(".html"):
            tree = html.document_fromstring(data.decode())
            policy = next(element.get("content") for element in tree.iter("meta") if element.get("http-equiv"))
            assert "default-src 'none'" in policy and "unsafe" not in policy
            assert [element.tag for element in tree.iter() if element.get("style")] == []
            assert list(tree.iter("style")) == []
            run = [script for script in tree.iter("script") if script.get("type") != "application/ld+json"]
            assert all(script.get("src") and not script.text for script in run)
            handlers = [key for element in tree.iter() for key in element.attrib if key.startswith("on")]
            assert handlers == []


def test_what_a_document_says_is_never_mark_up(sites: Sites) -> None:
    for path, data in sites["sample"].items():
        if path.endswith(".html"):
            tree = html.document_fromstring(data.decode())
            assert list(tree.iter("img", "b_", "iframe")) == [], path
            assert [link for link in tree.xpath("//@href") if link.startswith(("javascript:", "data:"))] == []
    assert "<script>alert(1)</script>" in text(page(sites, "events/2021-04-02-owner/index.html").find(".//h1"))
    assert "{{ 7 * 7 }}" in text(page(sites, "events/2021-04-02-owner/index.html").find(".//h1"))


def test_no_page_holds_a_character_that_html_forbids(sites: Sites) -> None:
    for path, data in sites["sample"].items():
        if path.endswith(".html"):
            assert re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]", data.decode()) is None, path


@pytest.mark.parametrize("name", ALL)
def test_every_page_has_a_title_of_its_own_one_heading_and_a_language(sites: Sites, name: str) -> None:
    titles = []
    for path, data in sites[name].items():
        if path.endswith(".html"):
            tree = html.document_fromstring(data.decode())
            assert len(tree.findall(".//h1")) == 1, path
            assert (tree.get("lang"), tree.get("dir")) == ("en", "ltr")
            titles.append(path.partition("/")[0] + tree.findtext(".//title"))
    assert len(set(titles)) == len(titles)


@pytest.mark.parametrize(
    "name",
    ["index.html", "404.html", "about/index.html", "data/index.html", "problems/index.html", "sources/index.html"],
)
@pytest.mark.parametrize("site", ["empty", "single"])
def test_a_timeline_of_nothing_and_of_one_event_have_every_page(sites: Sites, site: str, name: str) -> None:
    assert name in sites[site]


class TestHome:
    def test_tells_the_facts(self, sites: Sites) -> None:
        facts = by_class(page(sites, "index.html"), "facts")[0]
        assert facts.startswith("14 events9 source documents20 quoted sentences1 disputed date")
        assert facts.endswith("Period 15 Mar 44 BC – 30 Sept 2022")

    def test_lists_every_event_with_its_evidence_in_the_page_itself(self, sites: Sites) -> None:
        tree = page(sites, "index.html")
        assert {entry.get("id") for entry in tree.find_class("ev")} == {e.id for e in sample_timeline.sample().events}
        assert "The night ferry Aurora ran aground off Vik on Wednesday" in text(tree).replace(" (10 Mar)", "")

    def test_filters_are_hidden_until_a_script_shows_them(self, sites: Sites) -> None:
        assert page(sites, "index.html").get_element_by_id("find").get("hidden") is not None

    def test_names_gaps(self, sites: Sites) -> None:
        assert by_class(page(sites, "index.html"), "gap") == GAPS

    def test_the_strip_has_words_for_who_does_not_see_it(self, sites: Sites) -> None:
        figure = page(sites, "index.html").find_class("strip")[0]
        assert "14 events from 15 Mar 44 BC to 30 Sept 2022" in text(figure)
        assert figure.find("svg").get("aria-hidden") == "true"

    def test_every_event_has_a_mark_in_the_strip_where_they_fit(self, sites: Sites) -> None:
        marks = page(sites, "index.html").xpath("//@data-for")
        assert sorted(marks) == sorted(event.id for event in sample_timeline.sample().events)

    def test_an_empty_timeline_says_so(self, sites: Sites) -> None:
        assert by_class(page(sites, "index.html", "empty"), "none") == ["No event was found in the documents."]


class TestEvent:
    def test_tells_the_disagreement(self, sites: Sites) -> None:
        assert "3 sources put this on 10 Mar 2021. Harbour Post puts it on 9 Mar 2021, night." in text(
            page(sites, AURORA)
        )

    def test_says_how_far_the_sources_agree(self, sites: Sites) -> None:
        assert "5 sources, 4 independent outlets. 3 of the 4 that give a date agree." in text(page(sites, AURORA))

    def test_every_quote_has_its_verdict_its_explanation_and_its_way_back(self, sites: Sites) -> None:
        works = page(sites, AURORA).find_class("work")
        assert [work.get("class").split()[1] for work in works] == [
            "supports",
            "supports",
            "supports",
            "disagrees",
            "undated",
        ]
        first = works[0]
        assert "on Wednesday in an article published Fri 12 Mar 2021 → Wed 10 Mar 2021" in text(first)
        assert "is read against the day of publication" in text(first)
        links = [link.get("href") for link in first.iter("a")][1:]
        assert links == [f"../../{HERALD}#s{_start(HERALD)}", "https://example.org/vik?a=1&b=2"]

    def test_words_about_time_bear_the_day_that_they_stand_for(self, sites: Sites) -> None:
        ruby = page(sites, AURORA).find(".//ruby")
        assert (ruby.find("time").get("datetime"), text(ruby.find("time")), text(ruby.find("rt"))) == (
            "2021-03-10",
            "on Wednesday",
            "10 Mar",
        )

    def test_what_is_planned_says_so(self, sites: Sites) -> None:
        assert "No source on file tells that it took place" in text(page(sites, "events/2021-03-16-divers/index.html"))

    def test_neighbours_lead_through_the_whole_list(self, sites: Sites) -> None:
        path, seen = page(sites, "index.html").find_class("ev")[0].find(".//h4/a").get("href"), []
        while path:
            seen.append(path)
            following = page(sites, path).xpath("//a[@rel='next']/@href")
            path = following[0].removeprefix("../../") if following else ""
        assert len(seen) == 14

    def test_a_bare_telling_has_no_original_without_an_address(self, sites: Sites) -> None:
        hrefs = page(sites, "events/2021-04-02-owner/index.html").xpath("//main//@href")
        assert [href for href in hrefs if "alert(4)" in href or href.startswith("javascript")] == []


def _start(path: str) -> str:
    document = next(d for d in sample_timeline.sample().documents if d.id in path)
    return f"{document.sentences[2].start}-{document.sentences[2].end}"


class TestSource:
    def shown(self, sites: Sites, name: str) -> list[str]:
        rows = page(sites, f"sources/{name}/index.html").find_class("row")
        return [re.sub(r" ?\([^)]*\)", "", text(row.find("p"))) for row in rows]

    def test_excerpts_are_the_quoted_sentences_and_one_beside_each(self, sites: Sites) -> None:
        assert self.shown(sites, "coast-herald-2021-03-12") == [
            "[…]Text left out",
            "Fishermen mended nets.",
            "1The night ferry Aurora ran aground off Vik on Wednesday with 212 people on board. 2All were taken off by "
            "lifeboats before dawn on Thursday. The company has not said who was on the bridge.",
            "3Divers are due to inspect the hull on 16 March. Bad weather may delay them.",
            "Nobody was hurt. 4The ferry has served the island since 1997.",
        ]

    def test_full_is_every_sentence_in_its_paragraphs(self, sites: Sites) -> None:
        shown = self.shown(sites, "harbour-post-2021-03-15")
        assert len(shown) == 3
        assert shown[0] == "1The Aurora struck the reef on Tuesday night, this paper has learnt. The owner denies it."

    def test_none_is_the_quoted_sentences_and_no_other(self, sites: Sites) -> None:
        shown = " ".join(self.shown(sites, "island-weekly"))
        assert shown == (
            "1The grounding off Vik has shaken the island. 2Sailings were stopped until late March. "
            "3About 20 March the hull was towed to the yard at Lund."
        )

    def test_an_unused_document_shows_no_text(self, sites: Sites) -> None:
        assert self.shown(sites, "tide-table") == []
        assert "High water" not in text(page(sites, "sources/tide-table/index.html"))

    @pytest.mark.parametrize(
        ("name", "words"),
        [
            ("coast-herald-2021-03-12", "Dated by the line 'March 12, 2021'"),
            ("island-weekly", "Inferred from other sources"),
            ("reef-history", "Not dated: nothing in it tells when it was published"),
            ("reef-history", "Publication date unknown"),
            ("tide-table", "Not used: no event rests on it."),
        ],
    )
    def test_says_when_it_was_published_and_how_that_is_known(self, sites: Sites, name: str, words: str) -> None:
        assert words in text(page(sites, f"sources/{name}/index.html"))

    def test_a_quoted_sentence_leads_to_its_event(self, sites: Sites) -> None:
        links = page(sites, HERALD).find_class("go")
        assert links[0].get("href") == f"../../{AURORA}"

    def test_a_document_that_failed_is_listed_without_a_page(self, sites: Sites) -> None:
        rows = page(sites, "sources/index.html").find_class("failed")
        assert "It is a picture & no text. Save it as text." in text(rows[0])
        assert not [path for path in sites["sample"] if "scan" in path]

    def test_a_quoted_heading_stands_before_the_sentences(self) -> None:
        timeline = sample_timeline.single()
        (document,) = timeline.documents
        moved = replace(document, sentences=(), heading=document.sentences[0])
        files = render(replace(timeline, documents=(moved,)), Settings(), THEME)
        check(files)
        assert "The bridge opened" in files["sources/note/index.html"].decode()


def test_a_long_list_of_sources_has_several_pages() -> None:
    files = render(sample_timeline.generated(401), Settings(), THEME)
    check(files)
    first, second = (html.document_fromstring(files[path]) for path in ("sources/index.html", "sources/_2/index.html"))
    assert [len(page.find_class("used")) for page in (first, second)] == [400, 1]
    assert "../../sources/_2/index.html" not in first.xpath("//main//@href")
    assert "../sources/_2/index.html" in first.xpath("//main//@href")


def test_no_page_is_heavy_where_every_event_has_many_long_quotes() -> None:
    timeline = sample_timeline.generated(120)
    long = "Ж" * 1200
    events = tuple(
        replace(event, evidence=tuple(replace(item, quote=long) for item in _moved(event.evidence[0], 9)))
        for event in timeline.events
    )
    files = render(replace(timeline, events=events), Settings(), THEME)
    assert max(len(data) for path, data in files.items() if path.endswith(".html")) < 500_000


def _moved(item: Evidence, times: int) -> list[Evidence]:
    spans = [Span(number, number + 1) for number in range(times)]
    return [replace(item, mention=replace(item.mention, sentence=span)) for span in spans]


def test_the_frame_for_other_pages_holds_the_timeline_and_nothing_about_it(sites: Sites) -> None:
    frame = page(sites, "embed/index.html")
    assert len(frame.find_class("ev")) == 14
    assert [element.tag for element in frame.iter("nav", "header", "footer", "details", "form")] == []
    assert frame.find(".//base").attrib == {"target": "_top"}
    assert 'title="Aurora: from the reef to the findings"' in text(
        page(sites, "data/index.html").get_element_by_id("frame")
    )
    assert f'src="{BASE}embed/index.html"' in text(
        page(sites, "data/index.html", "addressed").get_element_by_id("frame")
    )


def test_every_quote_date_and_sentence_can_be_pointed_to(sites: Sites) -> None:
    tree = page(sites, AURORA)
    ids = [work.get("id") for work in tree.find_class("work")]
    assert [link.get("href") for link in tree.find_class("here")] == ["#event", *(f"#{name}" for name in ids)]
    days = page(sites, "index.html").xpath("//div[@class='day']")
    assert [day.find("h3/a").get("href") for day in days] == [f"#{day.get('id')}" for day in days]
    marks = page(sites, HERALD).xpath("//mark[@id]")
    assert [mark.find("sup/a").get("href") for mark in marks] == [f"#{mark.get('id')}" for mark in marks]


def test_an_event_can_be_cited_in_plain_text(sites: Sites) -> None:
    (cited,) = page(sites, AURORA, "addressed").xpath("//p[@data-copy]")
    assert text(cited) == (
        "“The night ferry Aurora runs aground off Vik”, Wednesday 10 March 2021. "
        "In: Aurora: from the reef to the findings. https://example.github.io/aurora/events/2021-03-10-aurora/"
    )


def test_full_addresses_stand_only_where_the_base_is_known(sites: Sites) -> None:
    bare, addressed = sites["sample"], sites["addressed"]
    assert "sitemap.xml" not in bare
    assert b"Sitemap" not in bare["robots.txt"]
    assert page(sites, AURORA).xpath("//link[@rel='canonical']") == []
    places = [element.text or "" for element in ElementTree.fromstring(addressed["sitemap.xml"]).iter(f"{SITEMAP}loc")]
    pages = [path for path in addressed if path.endswith(".html") and path not in ("404.html", "embed/index.html")]
    assert sorted(places) == sorted(BASE + path.removesuffix("index.html") for path in pages)
    canonical = page(sites, AURORA, "addressed").xpath("//link[@rel='canonical']/@href")
    assert canonical == [BASE + "events/2021-03-10-aurora/"]


def test_the_missing_page_finds_its_way_from_any_depth(sites: Sites) -> None:
    assert b'href="/aurora/index.html"' in sites["addressed"]["404.html"]
    assert b'href="index.html"' in sites["sample"]["404.html"]


def test_github_does_not_run_jekyll_over_it(sites: Sites) -> None:
    assert sites["sample"][".nojekyll"] == b""


def test_problems_are_listed_with_what_to_do(sites: Sites) -> None:
    rows = [text(row) for row in page(sites, "problems/index.html").xpath("//main//li")]
    assert rows[1] == "not text news/scan.txt, line 3Left outIt is a picture & no text.Save it as text."


def test_no_problem_is_said_to_be_none(sites: Sites) -> None:
    assert "None. Every document was read" in text(page(sites, "problems/index.html", "single"))


@pytest.mark.parametrize("make", [sample_timeline.empty, sample_timeline.sample])
def test_the_same_timeline_gives_the_same_bytes(make: object) -> None:
    one, two = (render(make(), Settings(), THEME) for _ in range(2))
    assert one == two
    assert list(one) == sorted(one)


def test_a_changed_asset_has_another_name() -> None:
    changed = dict(THEME) | {"static/site.css": b"body{}"}
    before, after = (
        {path for path in render(sample_timeline.empty(), Settings(), theme) if path.endswith(".css")}
        for theme in (THEME, changed)
    )
    assert before != after


def test_styles_and_script_are_small() -> None:
    assert len(gzip.compress(THEME["static/site.css"])) < 10_000
    assert len(gzip.compress(THEME["static/site.js"])) < 10_000


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"index.html": b'<a href="gone.html">'}, "links to 'gone.html', which is not there"),
        ({"index.html": b'<a href="#gone">'}, "where no such anchor is"),
        ({"index.html": b'<a href="data/#gone">'}, "where no such anchor is"),
        ({"index.html": b'<i id="a"></i><i id="a"></i>'}, "has the anchor 'a' twice"),
        ({"index.html": b'<label for="q">'}, "names 'q', which it does not have"),
        ({"index.html": b'<img src="x.png">'}, "links to 'x.png'"),
        ({"index.html": b'<a href="/other/">'}, "links to '/other/'"),
        ({"events/x/index.html": b'<a href="../../../etc/passwd">'}, "which is not there"),
    ],
)
def test_a_broken_link_is_named(sites: Sites, change: dict[str, bytes], fault: str) -> None:
    with pytest.raises(OutputError, match=re.escape(fault)):
        check({**sites["single"], **change})


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"x.html": b'<meta property="og:image" content="%scards/gone.png">' % BASE.encode()}, "cards/gone.png"),
        ({"x.html": b'<a href="%sgone/">' % BASE.encode()}, "gone/"),
        ({"x.html": b'<form data-index="a.js data/events.json ">'}, "'a.js'"),
        ({"assets/x.css": b'a{background:url("x.png")}'}, "assets/x.css links to 'x.png'"),
        ({"sitemap.xml": b"<loc>%sgone/</loc>" % BASE.encode()}, "sitemap.xml links to"),
        ({"data/feed.xml": b'<link href="../gone/index.html"/>'}, "data/feed.xml links to"),
    ],
)
def test_a_broken_link_of_a_feed_a_map_a_style_or_a_card_is_named(
    sites: Sites, change: dict[str, bytes], fault: str
) -> None:
    with pytest.raises(OutputError, match=re.escape(fault)):
        check({**sites["addressed"], **change}, BASE)


def test_links_out_of_the_site_are_left_to_the_world(sites: Sites) -> None:
    check({**sites["empty"], "x.html": b'<a href="https://example.org/#x"><a href="mailto:a@b.c"><a href="data/?q=1">'})


def test_unpublished_text_stands_nowhere(sites: Sites) -> None:
    everything = b"".join(data for path, data in sites["sample"].items())
    assert b"The harbour of Vik was quiet again" not in everything


def many_tellings(count: int) -> Timeline:
    timeline = sample_timeline.single()
    (event,) = timeline.events
    return replace(timeline, events=(replace(event, evidence=event.evidence * count),))


def test_the_same_sentence_twice_in_an_event_is_shown_once() -> None:
    files = render(many_tellings(3), Settings(), THEME)
    check(files)
    assert files["events/2020-06-01-bridge/index.html"].count(b'class="work ') == 1


def test_what_only_goes_on_is_folded_and_counts_for_nothing() -> None:
    timeline = sample_timeline.single()
    [event] = timeline.events
    told = event.evidence[0]
    mention = replace(told.mention, timex=None, value="2020-06-01")
    further = replace(told, mention=mention, verdict="undated", explanation="It goes on.")
    assert (told.goes_on, further.goes_on) == (False, True)
    files = render(replace(timeline, events=(replace(event, evidence=(told, further)),)), Settings(), THEME)
    tree = html.document_fromstring(files[f"events/{event.id}/index.html"].decode())
    assert len(tree.find_class("work")) == 2
    assert [len(rest.find_class("work")) for rest in tree.find_class("rest")] == [1]
    assert "1 source, 1 independent outlet" in text(tree.find_class("side")[0])
    assert len(tree.findall(".//tbody/tr")) == 1
