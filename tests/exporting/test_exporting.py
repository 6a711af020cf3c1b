"""The exports, each read back by what such files are made for."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from xml.etree import ElementTree

import icalendar
import pytest

from tests import sample_timeline
from timeline import calendar
from timeline.exporting import FORMATS, export, records
from timeline.exporting.as_ics import fits
from timeline.model import Event, Picture, Timeline
from timeline.settings import Settings

BASE = "https://example.github.io/aurora/"
ATOM = "{http://www.w3.org/2005/Atom}"
TIMELINE = sample_timeline.sample()


def exported(name: str, timeline: Timeline = TIMELINE, base_url: str = "") -> str:
    return export(timeline, Settings(base_url=base_url))[f"data/{name}"].decode()


def event_of(value: str, **more: object) -> Event:
    return replace(TIMELINE.events[0], id=f"e-{value.lower()}", value=value, **more)


def of(*events: Event) -> Timeline:
    return replace(TIMELINE, events=events)


@pytest.mark.parametrize("path", FORMATS)
@pytest.mark.parametrize("make", [sample_timeline.empty, sample_timeline.single, sample_timeline.sample])
def test_the_same_timeline_gives_the_same_bytes(path: str, make: object) -> None:
    one, two = (export(make(), Settings())[path] for _ in range(2))
    assert one == two
    assert one


class TestJson:
    def test_has_every_key_that_is_promised(self) -> None:
        table = json.loads(exported("events.json"))
        assert set(table) == {"title", "key_events", "documents", "events"}
        assert set(table["documents"][0]) == {
            *("id", "path", "title", "publisher", "url", "archive", "image", "published", "published_from", "inferred"),
            *("language", "status", "problem"),
        }
        assert set(table["events"][0]) == {
            *("id", "url", "date", "start", "end", "until", "precision", "approximate", "planned", "disputed"),
            *("headline", "summary", "names", "score", "documents", "outlets", "evidence"),
            *("former", "written", "body", "links", "note", "pinned", "corrections"),
        }
        assert set(table["events"][0]["evidence"][0]) == {
            *("document", "quote", "start", "end", "expression", "value", "mod", "anchor", "explanation", "verdict")
        }

    def test_events_stand_in_order_of_first_day_last_day_and_id(self) -> None:
        shuffled = replace(TIMELINE, events=tuple(reversed(TIMELINE.events)))
        rows = json.loads(exported("events.json", shuffled))["events"]
        days = [(*records.days(row["date"]), row["id"]) for row in rows]
        assert days == sorted(days)
        assert exported("events.json", shuffled) == exported("events.json")

    def test_a_quote_stands_letter_for_letter_at_its_offsets(self) -> None:
        texts = {document.id: document.text for document in TIMELINE.documents}
        for event in json.loads(exported("events.json"))["events"]:
            for item in event["evidence"]:
                assert texts[item["document"]][item["start"] : item["end"]] == item["quote"]

    @pytest.mark.parametrize(
        ("path", "status", "published", "problem"),
        [
            ("news/coast-herald.html", "used", "2021-03-12", None),
            ("record/tides.txt", "unused", "2021-03-01", None),
            ("history.txt", "used", None, "No date of publication was found. Add 'date:' to its front matter."),
            ("news/scan.txt", "failed", None, "It is a picture & no text. Save it as text."),
        ],
    )
    def test_a_document_says_what_became_of_it(
        self, path: str, status: str, published: str | None, problem: str | None
    ) -> None:
        rows = {row["path"]: row for row in json.loads(exported("events.json"))["documents"]}
        assert (rows[path]["status"], rows[path]["published"], rows[path]["problem"]) == (status, published, problem)

    @pytest.mark.parametrize(
        ("value", "start", "end", "precision"),
        [
            ("2022-01-26", "2022-01-26", "2022-01-26", "day"),
            ("2022-01-26T14:00", "2022-01-26", "2022-01-26", "minute"),
            ("2022-01", "2022-01-01", "2022-01-31", "month"),
            ("2022-W04", "2022-01-24", "2022-01-30", "week"),
            ("2022-Q1", "2022-01-01", "2022-03-31", "quarter"),
            ("2022-SU", "2022-06-01", "2022-08-31", "season"),
            ("199", "1990-01-01", "1999-12-31", "decade"),
            ("BC0044-03-15", "-0043-03-15", "-0043-03-15", "day"),
        ],
    )
    def test_start_and_end_are_the_days_that_the_value_can_mean(
        self, value: str, start: str, end: str, precision: str
    ) -> None:
        row = json.loads(exported("events.json", of(event_of(value, until="2030-01-01"))))["events"][0]
        assert (row["start"], row["end"], row["precision"]) == (start, end, precision)

    def test_a_document_that_failed_has_an_id_of_its_own(self) -> None:
        problems = tuple(replace(TIMELINE.problems[1], path=path) for path in ("hostile", "Hostile!", "日本.txt"))
        rows = json.loads(exported("events.json", replace(TIMELINE, problems=problems)))["documents"]
        ids = [row["id"] for row in rows]
        assert len(set(ids)) == len(ids)
        assert {row["id"] for row in rows if row["status"] == "failed"} == {"hostile-2", "hostile-3", "txt"}


class TestCsv:
    def rows(self, base_url: str = "") -> list[dict[str, str]]:
        return list(csv.DictReader(io.StringIO(exported("events.csv", base_url=base_url).removeprefix("\ufeff"))))

    def test_begins_with_a_byte_order_mark_and_ends_every_line_as_rfc_4180_has_it(self) -> None:
        text = exported("events.csv")
        assert text.startswith("\ufeffid,date,")
        assert text.endswith("\r\n")

    def test_has_one_row_an_event_with_every_column_filled_in_its_place(self) -> None:
        rows = self.rows(BASE)
        assert [row["id"] for row in rows] == [event.id for event in TIMELINE.events]
        aurora = next(row for row in rows if row["id"] == "2021-03-10-aurora")
        assert aurora["disputed"] == "true"
        assert aurora["documents"] == "5"
        assert aurora["sources"].split("; ")[0] == "coast-herald-2021-03-12"
        assert aurora["url"] == BASE + "events/2021-03-10-aurora/"

    def test_no_cell_is_a_formula(self) -> None:
        cells = [cell for row in self.rows() for cell in row.values()]
        assert [cell for cell in cells if cell[:1] in "=+-@\t\r\n" and cell] == []

    @pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\nx", "＝1"])
    def test_what_a_spreadsheet_would_run_gets_an_apostrophe(self, text: str) -> None:
        table = exported("events.csv", of(event_of("2022-01-26", headline=text)))
        assert next(csv.DictReader(io.StringIO(table)))["headline"] == "'" + text


def unfolded(text: str) -> list[str]:
    return text.replace("\r\n ", "").split("\r\n")[:-1]


def entries(text: str) -> Iterator[dict[str, str]]:
    for block in text.split("BEGIN:VEVENT\r\n")[1:]:
        lines = unfolded(block.partition("END:VEVENT")[0])
        yield dict(re.split(r"[:;]", line, maxsplit=1) for line in lines)


class TestIcs:
    def test_every_line_is_folded_at_75_octets_and_no_character_is_cut(self) -> None:
        lines = exported("timeline.ics").split("\r\n")
        assert max(len(line.encode()) for line in lines) <= 75
        assert "\n" not in "".join(lines)
        assert "أورورا" in "".join(unfolded(exported("timeline.ics")))

    def test_every_entry_has_what_the_format_requires(self) -> None:
        found = list(entries(exported("timeline.ics", base_url=BASE)))
        assert all({"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "URL"} <= set(entry) for entry in found)
        assert len({entry["UID"] for entry in found}) == len(found)

    @pytest.mark.parametrize(
        ("value", "until", "start", "end"),
        [
            ("2021-03-10", None, "20210310", "20210311"),
            ("2021-02-28", "2021-03-02", "20210228", "20210303"),
            ("2022-02-01T14:30", None, "20220201", "20220202"),
            ("2020-02", None, "20200201", "20200301"),
            ("2020-W53", None, "20201228", "20210104"),
            ("9998-12-31", None, "99981231", "99990101"),
        ],
    )
    def test_an_event_lies_over_its_days_the_end_not_included(
        self, value: str, until: str | None, start: str, end: str
    ) -> None:
        (entry,) = entries(exported("timeline.ics", of(event_of(value, until=until))))
        assert (entry["DTSTART"], entry["DTEND"]) == (f"VALUE=DATE:{start}", f"VALUE=DATE:{end}")

    @pytest.mark.parametrize("value", ["2022-Q1", "2022", "199", "19", "2022-SU", "BC0044-03-15", "9999-12-31"])
    def test_what_would_cover_the_calendar_or_does_not_fit_it_is_left_out(self, value: str) -> None:
        assert list(entries(exported("timeline.ics", of(event_of(value))))) == []

    def test_text_is_escaped_and_cannot_begin_a_line_of_its_own(self) -> None:
        sneaky = "a;b,c\\d\r\nEND:VEVENT\r\nBEGIN:VALARM\u2028x\0"
        text = exported("timeline.ics", of(event_of("2022-01-26", headline="x", summary=sneaky)))
        assert text.count("END:VEVENT") == text.count("\r\nEND:VEVENT\r\n") + 1
        assert "a\\;b\\,c\\\\d\\nEND:VEVENT\\nBEGIN:VALARMx" in text.replace("\r\n ", "")

    def test_the_stamp_is_the_day_of_the_latest_source(self) -> None:
        aurora = next(e for e in entries(exported("timeline.ics")) if e["SUMMARY"].startswith("The night ferry"))
        assert aurora["DTSTAMP"] == "20210325T000000Z"

    def test_what_is_not_certain_is_tentative(self) -> None:
        found = {entry["SUMMARY"]: entry.get("STATUS") for entry in entries(exported("timeline.ics"))}
        assert found["Divers inspect the hull"] == "TENTATIVE"
        assert found["Lifeboats take everyone off"] is None


class TestAtom:
    def feed(self, timeline: Timeline = TIMELINE, base_url: str = "") -> ElementTree.Element:
        return ElementTree.fromstring(exported("feed.xml", timeline, base_url))

    @pytest.mark.parametrize("make", [sample_timeline.empty, sample_timeline.single, sample_timeline.sample])
    def test_is_well_formed_and_has_what_the_format_requires(self, make: object) -> None:
        feed = self.feed(make())
        for element in [feed, *feed.iter(f"{ATOM}entry")]:
            assert element.findtext(f"{ATOM}title")
            assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", element.findtext(f"{ATOM}id") or "")
            assert re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", element.findtext(f"{ATOM}updated") or "")
        assert feed.findtext(f"{ATOM}author/{ATOM}name")

    def test_the_latest_report_comes_first(self) -> None:
        updated = [element.text for element in self.feed().iter(f"{ATOM}updated")][1:]
        assert updated == sorted(updated, key=str, reverse=True)

    def test_holds_a_hundred_entries_at_most(self) -> None:
        assert len(list(self.feed(sample_timeline.generated(120)).iter(f"{ATOM}entry"))) == 100

    def test_links_are_whole_with_a_base_address_and_relative_without(self) -> None:
        def links(base_url: str) -> list[str]:
            return [element.attrib["href"] for element in self.feed(base_url=base_url).iter(f"{ATOM}link")]

        assert all(link.startswith(BASE) for link in links(BASE))
        assert all(link.startswith("../") for link in links(""))

    def test_ids_stay_when_another_event_joins(self) -> None:
        def ids(timeline: Timeline) -> set[str | None]:
            return {element.text for element in self.feed(timeline).iter(f"{ATOM}id")}

        assert ids(TIMELINE) - ids(of(*TIMELINE.events[:-1])) != set()
        assert ids(of(*TIMELINE.events[:-1])) <= ids(TIMELINE)

    def test_characters_that_xml_forbids_are_taken_out(self) -> None:
        feed = self.feed(of(event_of("2022-01-26", headline="a\0b\x1b\ufffe\ud800<c>&")))
        assert feed.findtext(f"{ATOM}entry/{ATOM}title") == "ab<c>&"


def test_a_value_that_is_no_day_is_a_fault_that_names_it() -> None:
    with pytest.raises(ValueError, match="'P3D'"):
        export(of(event_of("P3D")), Settings())


def test_days_are_those_of_the_calendar() -> None:
    assert records.days("2022-02") == calendar.period("2022-02")


class TestTimelineJs:
    def slides(self, timeline: Timeline = TIMELINE, base_url: str = "") -> dict[str, dict[str, object]]:
        return {
            slide["unique_id"]: slide for slide in json.loads(exported("timelinejs.json", timeline, base_url))["events"]
        }

    @pytest.mark.parametrize(
        ("value", "until", "start", "end"),
        [
            ("2021-03-10", None, {"year": 2021, "month": 3, "day": 10}, None),
            ("2022-02-01T14:30", None, {"year": 2022, "month": 2, "day": 1, "hour": 14, "minute": 30}, None),
            ("2021-03-11TMO", None, {"year": 2021, "month": 3, "day": 11}, None),
            ("2021-03-11", "2021-03-14", {"year": 2021, "month": 3, "day": 11}, {"year": 2021, "month": 3, "day": 14}),
            ("2022-W04", None, {"year": 2022, "month": 1, "day": 24}, {"year": 2022, "month": 1, "day": 30}),
            ("2022-01", None, {"year": 2022, "month": 1}, None),
            ("2022-SU", None, {"year": 2022, "month": 6}, {"year": 2022, "month": 8}),
            ("2022", None, {"year": 2022}, None),
            ("199", None, {"year": 1990}, {"year": 1999}),
            ("BC0044-03-15", None, {"year": -44, "month": 3, "day": 15}, None),
        ],
    )
    def test_a_date_is_as_exact_as_it_is_known(
        self, value: str, until: str | None, start: dict[str, int], end: dict[str, int] | None
    ) -> None:
        (slide,) = self.slides(of(event_of(value, until=until))).values()
        assert (slide["start_date"], slide.get("end_date")) == (start, end)

    def test_what_is_approximate_says_so(self) -> None:
        assert self.slides()["2021-03-20-yard"]["display_date"] == "c. 2021-03-20"

    def test_no_text_is_mark_up(self) -> None:
        texts = [slide["text"] for slide in self.slides(base_url=BASE).values()]
        tags = {tag for text in texts for tag in re.findall(r"<(/?\w+)", text["headline"] + text["text"])}
        assert tags == {"p", "/p", "a", "/a"}

    def test_a_picture_has_its_whole_address(self) -> None:
        picture = Picture(b"x", ".jpg", 4, 3, 'a "ferry"', "<b>M. Ito</b>")
        timeline = replace(TIMELINE, pictures={"coast-herald-2021-03-12": picture})
        media = self.slides(timeline, BASE)["2021-03-10-aurora"]["media"]
        assert media == {
            "url": BASE + records.picture_address(picture),
            "alt": 'a "ferry"',
            "credit": "&lt;b&gt;M. Ito&lt;/b&gt;",
        }
        assert "media" not in self.slides(timeline)["2021-03-10-aurora"]


def test_a_calendar_program_reads_every_entry() -> None:
    calendars = icalendar.Calendar.from_ical(exported("timeline.ics", base_url=BASE))
    found = {str(entry["SUMMARY"]): entry for entry in calendars.walk("VEVENT")}
    assert len(found) == sum(fits(event) for event in TIMELINE.events)
    search = found["A search for lost containers"]
    assert (search["DTSTART"].dt.isoformat(), search["DTEND"].dt.isoformat()) == ("2021-03-11", "2021-03-15")
    assert "212 people on board" in str(found["The night ferry Aurora runs aground off Vik"]["DESCRIPTION"])
    assert calendars.errors == []
