"""The editor of a served site in a browser: edits reach the file, the page follows, faults are shown."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

Tab = Callable[..., Any]
ROOT = Path(__file__).parents[2]
FERRY, FOG = "2019-05-07-ferry-aurora-hit-pier-tarn", "2019-05-08-fog-closed-harbour-lund"
TEXTS = {
    "post.md": "---\ndate: 2019-05-10\n---\n\nThe ferry Aurora hit the pier at Tarn Quay on Tuesday.\n",
    "log.md": "---\ndate: 2019-05-12\n---\n\nFog closed the harbour of Lund on Wednesday.\n",
    "corrections.toml": "# Mine.\n",
}


class Studio:
    """A content folder that is being served."""

    def __init__(self, content: Path, port: int) -> None:
        self.content, self.address = content, f"http://127.0.0.1:{port}"

    def event(self, name: str) -> str:
        return f"{self.address}/events/{name}/index.html"

    @property
    def corrections(self) -> str:
        return (self.content / "corrections.toml").read_text(encoding="utf-8")


@pytest.fixture
def studio(browser: Any, tmp_path: Path) -> Iterator[Studio]:
    del browser  # where there is none, nothing is started
    (tmp_path / "content").mkdir()
    for name, text in TEXTS.items():
        (tmp_path / "content" / name).write_text(text, encoding="utf-8")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, str(ROOT / "build.py"), "--serve", str(port), "--jobs", "1"]
    process = subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8")
    try:
        assert process.stdout is not None
        assert any("Look at http://127.0.0.1" in line for line in process.stdout)
        yield Studio(tmp_path / "content", port)
    finally:
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=30)


def opened(tab: Tab, address: str, inside: str = "main") -> Any:
    page = tab(viewport={"width": 1280, "height": 900})
    page.set_default_timeout(60_000)
    page.goto(address)
    page.locator(inside).locator(".tlb > summary").first.click()
    return page


def faults(page: Any) -> list[str]:
    """What went wrong, but for requests that a reload cut off."""
    return [fault for fault in page.faults if not fault.startswith("failed: ")]


def test_a_headline_is_edited_and_the_page_follows(tab: Tab, studio: Studio, axe: str) -> None:
    page = opened(tab, studio.event(FERRY))
    page.evaluate(axe)
    found = page.evaluate("axe.run('.tlb')")
    assert [fault["id"] for fault in found["violations"]] == []
    page.get_by_label("Headline").fill('The <b>"Aurora"</b> strikes')
    page.get_by_role("button", name="Save headline").click()
    page.locator("h1", has_text="strikes").wait_for()
    assert page.locator("h1").inner_text() == 'The <b>"Aurora"</b> strikes'
    assert page.get_by_text("Headline; from the sources came").count() == 1
    assert studio.corrections.startswith("# Mine.\n")
    assert f'[event.{FERRY}]\nheadline = "The <b>\\"Aurora\\"</b> strikes"' in studio.corrections
    assert faults(page) == []


def test_a_date_that_is_none_is_answered_on_the_page(tab: Tab, studio: Studio) -> None:
    page = opened(tab, studio.event(FERRY))
    page.get_by_label("Date, as").fill("soon")
    page.get_by_role("button", name="Save date").click()
    page.get_by_text("must be a date such as").wait_for()
    assert studio.corrections == "# Mine.\n"
    page.get_by_label("Date, as").fill("2019-05-06")
    page.get_by_role("button", name="Save date").click()
    page.locator(".when", has_text="6 May 2019").wait_for()


def test_an_event_is_merged_into_another_from_the_list(tab: Tab, studio: Studio) -> None:
    page = opened(tab, f"{studio.address}/index.html", f"[id='{FOG}']")
    box = page.locator(f"[id='{FOG}'] .tlb")
    box.get_by_label("Merge into").select_option(FERRY)
    box.get_by_role("button", name="Merge").click()
    page.locator(f"[id='{FOG}']").wait_for(state="detached")
    assert f'[event.{FERRY}]\nmerge = ["{FOG}"]' in studio.corrections
    page.goto(studio.event(FOG))
    page.wait_for_url(f"**/events/{FERRY}/index.html")


def test_a_hidden_event_is_gone_and_its_page_leads_home(tab: Tab, studio: Studio) -> None:
    page = opened(tab, studio.event(FOG))
    page.get_by_role("button", name="Hide this event").click()
    page.wait_for_url(f"{studio.address}/")
    page.locator(f"[id='{FERRY}']").wait_for()
    assert page.locator(f"[id='{FOG}']").count() == 0


def test_a_change_of_a_document_reloads_the_page_and_a_fault_is_shown_on_it(tab: Tab, studio: Studio) -> None:
    page = opened(tab, f"{studio.address}/index.html")
    text = "---\ndate: 2019-05-20\n---\n\nDivers of Lund inspected the tug Bram on Tuesday.\n"
    (studio.content / "divers.md").write_text(text, encoding="utf-8")
    page.locator(".ev", has_text="Divers of Lund").wait_for()
    (studio.content / "timeline.toml").write_text("titel = 'x'\n", encoding="utf-8")
    page.get_by_role("alert").get_by_text("Did you mean 'title'?").wait_for()
    assert page.locator(".ev", has_text="Divers of Lund").is_visible()
    (studio.content / "timeline.toml").write_text("title = 'Mended'\n", encoding="utf-8")
    page.get_by_role("heading", name="Mended").wait_for()


def test_the_site_on_the_disk_has_no_editor(tab: Tab, studio: Studio) -> None:
    page = tab()
    page.goto((studio.content.parent / "_site" / "events" / FERRY / "index.html").as_uri())
    assert page.locator(".tlb").count() == 0
    assert "__timeline__" not in page.content()
    assert page.faults == []


def test_a_page_of_others_cannot_edit(tab: Tab, studio: Studio) -> None:
    page = tab()
    page.goto("data:text/html,<title>elsewhere</title>")
    answer = page.evaluate(
        """address => fetch(`${address}/__timeline__/edit`, {method: 'POST', mode: 'no-cors', body: '{}'})
           .then(() => 'sent', () => 'refused')""",
        studio.address,
    )
    assert answer in ("sent", "refused")
    assert studio.corrections == "# Mine.\n"
