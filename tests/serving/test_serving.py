"""The served site over HTTP: pages with the editor, the state, edits that reach the file, and builds that fail."""

from __future__ import annotations

import http.client
import json
import re
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests import sample_timeline
from timeline import output, themes
from timeline.errors import OutputError
from timeline.model import Timeline
from timeline.serving.dressing import dressed
from timeline.serving.serving import server
from timeline.serving.watching import state
from timeline.serving.workshop import Work, Workshop
from timeline.settings import Settings
from timeline.site import render

THEME = themes.load(Path(__file__).parents[2] / "site_templates")
TIMELINE = sample_timeline.single()
EVENT = TIMELINE.events[0].id


class Desk:
    """A served site, its folders, and what it printed."""

    def __init__(self, root: Path) -> None:
        self.content, self.site = root / "content", root / "_site"
        self.content.mkdir()
        self.said: list[str] = []
        self.complaints: list[str] = []
        self.fault: Exception | None = None
        self.files = render(TIMELINE, Settings(), THEME)
        output.publish(self.site, self.files)
        work = Work(self.content, self.site, (self.content,), self.build, str, self.said.append, self.complaints.append)
        self.workshop = Workshop(work, TIMELINE)
        self.server = server(self.workshop, 0)
        self.port = self.server.server_port
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def build(self, writing: threading.Lock) -> Timeline:
        if self.fault:
            raise self.fault
        with writing:
            output.publish(self.site, self.files)
        return TIMELINE

    def ask(self, path: str, body: bytes | None = None, method: str = "", **headers: str) -> tuple[int, bytes, Any]:
        client = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        client.request(method or ("POST" if body is not None else "GET"), path, body, sent)
        answer = client.getresponse()
        found = answer.status, answer.read(), answer.headers
        client.close()
        return found

    def edit(self, event: str, kind: str, value: str = "", **changed: str) -> tuple[int, str]:
        [token] = re.findall(rb'data-token="([^"]+)"', self.ask("/")[1])
        headers = {
            "Origin": f"http://127.0.0.1:{self.port}",
            "Content_Type": "application/json",
            "X_Timeline_Token": token.decode(),
        }
        body = json.dumps({"event": event, "edit": kind, "value": value}).encode()
        status, answer, _ = self.ask("/__timeline__/edit", body, **(headers | changed))
        return status, json.loads(answer).get("problem", "")

    @property
    def corrections(self) -> str:
        file = self.content / "corrections.toml"
        return file.read_text(encoding="utf-8") if file.exists() else ""


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path)
    yield made
    made.workshop.stop()
    made.server.shutdown()
    made.server.server_close()


def test_a_page_has_the_editor_and_leave_to_ask_its_server_and_the_file_has_neither(desk: Desk) -> None:
    status, page, headers = desk.ask("/")
    assert status == 200
    assert b'<script src="/__timeline__/editor.js" data-token="' in page
    assert page.count(b"connect-src 'self'") == 1
    assert b"default-src 'none'" in page
    assert (headers["Cache-Control"], headers["Content-Security-Policy"]) == ("no-store", "frame-ancestors 'none'")
    for name, data in desk.files.items():
        assert (desk.site / name).read_bytes() == data
        assert b"__timeline__" not in data


@pytest.mark.parametrize("policy", ["default-src 'none'", "default-src 'none'; connect-src 'self'"])
def test_a_page_may_ask_its_server_whatever_its_theme_allows(policy: str) -> None:
    page = f'<head><meta http-equiv="Content-Security-Policy" content="{policy}"></head>'
    assert b"default-src 'none'; connect-src 'self'\">" in dressed(page.encode(), "token", 1)


@pytest.mark.parametrize(
    ("path", "status", "kind"),
    [
        (f"/events/{EVENT}/", 200, "text/html; charset=utf-8"),
        ("/data/events.json", 200, "application/json"),
        ("/__timeline__/editor.js", 200, "text/javascript; charset=utf-8"),
        ("/__timeline__/editor.css", 200, "text/css; charset=utf-8"),
        ("/__timeline__/../serving.py", 404, "application/json"),
        ("/nowhere.html", 404, "text/html;charset=utf-8"),
        ("/../content/corrections.toml", 404, "text/html;charset=utf-8"),
    ],
)
def test_files_are_served_with_their_kind(desk: Desk, path: str, status: int, kind: str) -> None:
    found, _, headers = desk.ask(path)
    assert (found, headers["Content-Type"]) == (status, kind)


def test_a_name_that_was_turned_to_this_computer_is_not_answered(desk: Desk) -> None:
    for method in ("GET", "HEAD"):
        status, body, _ = desk.ask("/", method=method, Host=f"evil.example:{desk.port}")
        assert (status, b"Bridge" in body) == (403, False)


EDITS = [
    ("hide", "", {"hide": True}),
    ("headline", "The bridge", 'headline = "The bridge"'),
    ("date", "2020-06-02", "date = 2020-06-02"),
]


@pytest.mark.parametrize(("kind", "value", "line"), EDITS, ids=[row[0] for row in EDITS])
def test_an_edit_is_written_to_the_corrections_and_comments_stay(
    desk: Desk, kind: str, value: str, line: object
) -> None:
    (desk.content / "corrections.toml").write_text("# mine\n", encoding="utf-8")
    assert desk.edit(EVENT, kind, value) == (200, "")
    assert desk.corrections.startswith("# mine\n")
    assert ("hide = true" if kind == "hide" else str(line)) in desk.corrections
    assert [path.name for path in desk.content.iterdir()] == ["corrections.toml"]


REFUSED = [
    (("2020-other", "hide", ""), {}, 422, "There is no event"),
    ((EVENT, "merge", EVENT), {}, 422, "into itself"),
    ((EVENT, "merge", "2020-other"), {}, 422, "There is no event '2020-other'"),
    ((EVENT, "date", "soon"), {}, 422, "must be a date"),
    ((EVENT, "rename", "x"), {}, 422, "no edit 'rename'"),
    ((EVENT, "hide", ""), {"Origin": "https://evil.example"}, 403, "of this server only"),
    ((EVENT, "hide", ""), {"Host": "evil.example"}, 403, "of this server only"),
    ((EVENT, "hide", ""), {"X_Timeline_Token": "x"}, 403, "earlier start"),
    ((EVENT, "hide", ""), {"Content_Type": "text/plain"}, 415, "application/json"),
    ((EVENT, "headline", "x" * 20_000), {}, 413, "bytes at most"),
]


@pytest.mark.parametrize(("edit", "changed", "status", "message"), REFUSED, ids=[row[3] for row in REFUSED])
def test_an_edit_that_is_refused_says_why_and_writes_nothing(
    desk: Desk, edit: tuple[str, str, str], changed: dict[str, str], status: int, message: str
) -> None:
    found, problem = desk.edit(*edit, **changed)
    assert (found, message in problem) == (status, True)
    assert desk.corrections == ""


def test_nothing_else_can_be_written_to(desk: Desk) -> None:
    for method in ("POST", "PUT", "DELETE", "PATCH", "OPTIONS"):
        assert desk.ask("/index.html", b"x", method)[0] in (404, 501)
    assert (desk.site / "index.html").read_bytes() == desk.files["index.html"]


def test_corrections_that_are_no_toml_are_left_as_they_are(desk: Desk) -> None:
    (desk.content / "corrections.toml").write_text('[event."a"\n', encoding="utf-8")
    status, problem = desk.edit(EVENT, "hide")
    assert (status, "cannot be changed" in problem) == (422, True)
    assert desk.corrections == '[event."a"\n'


def test_a_page_that_waits_is_told_of_the_next_build(desk: Desk) -> None:
    answers: list[bytes] = []
    waiting = threading.Thread(target=lambda: answers.append(desk.ask("/__timeline__/state?after=1")[1]))
    waiting.start()
    desk.workshop.rebuild()
    waiting.join(20)
    assert json.loads(answers[0]) == {"generation": 2, "problem": ""}
    assert desk.said == ["Built again, with 1 event."]


def test_a_build_that_fails_says_why_and_the_last_site_stays(desk: Desk) -> None:
    desk.fault = OutputError("The site has broken links.")
    desk.workshop.rebuild()
    assert json.loads(desk.ask("/__timeline__/state?after=1")[1]) == {
        "generation": 2,
        "problem": "The site has broken links.",
    }
    assert desk.complaints == ["The site has broken links."]
    assert desk.ask("/")[0] == 200


def test_a_change_of_what_the_site_is_made_from_builds_it_again(desk: Desk) -> None:
    threading.Thread(target=desk.workshop.watch, daemon=True).start()
    (desk.content / ".hidden").write_text("x", encoding="utf-8")
    (desk.content / "a.txt").write_text("x", encoding="utf-8")
    assert desk.workshop.wait(1, 30)["generation"] == 2


def test_the_state_of_folders_changes_with_every_file_that_is_not_hidden(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x", encoding="utf-8")
    before = state([tmp_path])
    assert list(before) == [str(tmp_path / "a.txt")]
    (tmp_path / ".b").write_text("x", encoding="utf-8")
    (tmp_path / "gone").symlink_to("nowhere")
    assert state([tmp_path]) == before
    (tmp_path / "a.txt").write_text("xy", encoding="utf-8")
    assert state([tmp_path]) != before
