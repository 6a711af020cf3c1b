"""A headless Chromium, and the sites that it looks at, from the disk and from a server under a sub-path.

Without a browser the tests are skipped, saying why; with TIMELINE_REQUIRE_BROWSER set they fail instead.
"""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests import sample_timeline
from timeline import output, themes
from timeline.settings import Settings
from timeline.site import render

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SITES = {
    "sample": sample_timeline.sample,
    "changed": sample_timeline.changed,
    "empty": sample_timeline.empty,
    "single": sample_timeline.single,
    "pictures": sample_timeline.pictured,
    "keyed": lambda: replace(sample_timeline.generated(60, step=3), key=12),
    "many": lambda: sample_timeline.generated(260, step=30),
}


def _missing() -> str:
    try:
        import playwright.sync_api  # noqa: F401, PLC0415
    except ImportError:
        return "playwright is not installed; see CONTRIBUTING.md"
    return "" if shutil.which("chromium") else "there is no chromium on this machine"


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    if missing := _missing():
        if os.environ.get("TIMELINE_REQUIRE_BROWSER"):
            pytest.fail(missing)
        pytest.skip(missing)
    from playwright.sync_api import sync_playwright  # noqa: PLC0415

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def axe() -> str:
    """The script of axe-core."""
    try:
        import axe_playwright_python  # noqa: PLC0415
    except ImportError:
        if os.environ.get("TIMELINE_REQUIRE_BROWSER"):
            pytest.fail("axe-playwright-python is not installed")
        pytest.skip("axe-playwright-python is not installed; see CONTRIBUTING.md")
    return (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a published site for each of SITES."""
    root = tmp_path_factory.mktemp("www")
    theme = themes.load(Path(__file__).parents[2] / "site_templates")
    settings = Settings(description="What happened to the ferry.", notice="The outlets are specimens.")
    for name, make in SITES.items():
        output.publish(root / "sub" / name, render(make(), settings, theme))
    register = themes.load(Path(__file__).parents[2] / "site_templates", "ledger")
    output.publish(root / "sub" / "ledger", render(sample_timeline.sample(), settings, register))
    arabic = replace(settings, language="ar")
    output.publish(root / "sub" / "arabic", render(sample_timeline.sample(), arabic, theme))
    return root


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="session")
def server(folder: Path) -> Iterator[str]:
    """The address under which the sites are served."""
    handler = functools.partial(_Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_address[1]}/sub"
        running.shutdown()


@pytest.fixture
def place(request: pytest.FixtureRequest, folder: Path) -> Callable[[str, str], str]:
    """(way, path) → address: 'file' for the disk, 'http' for the server."""

    def address(way: str, path: str) -> str:
        if way == "file":
            file, mark, fragment = path.partition("#")
            return (folder / "sub" / file).as_uri() + mark + fragment
        return f"{request.getfixturevalue('server')}/{path}"

    return address


@pytest.fixture
def tab(browser: Any) -> Iterator[Callable[..., Any]]:
    """A function that opens a page of its own in a context with the given options; `faults` gathers what goes wrong."""
    contexts = []

    def open_tab(**options: Any) -> Any:
        context = browser.new_context(**options)
        contexts.append(context)
        page = context.new_page()
        page.faults = []
        page.on("console", lambda message: page.faults.append(message.text) if message.type in WORRYING else None)
        page.on("pageerror", lambda error: page.faults.append(str(error)))
        page.on("requestfailed", lambda asked: page.faults.append(f"failed: {asked.url}"))
        page.on("request", lambda asked: page.faults.append(f"outside: {asked.url}") if _outside(asked.url) else None)
        return page

    yield open_tab
    for context in contexts:
        context.close()


WORRYING = ("error", "warning")


def _outside(url: str) -> bool:
    return not url.startswith(("file:", "http://127.0.0.1:", "data:"))
