"""How a site behaves in a browser, beside one plain list of the same events, for generated stories.

    python -m benchmarks.browser [100 1000 10000]

Needs Playwright and Debian's chromium. Prints, for each number of events:

    long task    when the last task of more than 50 ms ended after the page was asked for, ms; 0 where there was none
    frames       frames a second while the page scrolls from top to bottom
    filter       the longest of seven searches as one types, ms of script, on the home page
    text         characters of the home page without JavaScript
    script, css  what a page loads of them, gzip, kB (without what the search asks for)
    find         what the search loads when it is first used, gzip, kB

The plain list is every headline and sentence on one page, with no style and no script: the least that could be done.
"""

from __future__ import annotations

import argparse
import gzip
import shutil
import statistics
import tempfile
from collections.abc import Mapping
from html import escape
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.conftest import ARGUMENTS
from tests.sample_timeline import generated
from timeline import output, themes
from timeline.model import Timeline
from timeline.settings import Settings
from timeline.site import render

ROOT = Path(__file__).resolve().parent.parent
HEAD = ("events", "page", "long task", "frames", "filter", "text", "script kB", "css kB", "find kB")
SEARCHES = ("h", "ha", "happening", '"number 77', "paper 3 place", "zzz", "o")
WATCH = """
window.lastTask = 0;
new PerformanceObserver(list => { for (const task of list.getEntries()) lastTask = task.startTime + task.duration })
  .observe({ type: 'longtask', buffered: true });
"""
SCROLL = """() => new Promise(done => {
  const height = document.documentElement.scrollHeight - innerHeight, start = performance.now(), lasts = 2000;
  let frames = 0;
  const step = now => {
    frames += 1;
    scrollTo(0, height * Math.min(1, (now - start) / lasts));
    if (now - start < lasts) requestAnimationFrame(step); else done(1000 * frames / (now - start));
  };
  requestAnimationFrame(step);
})"""
SEARCH = """async word => {
  const form = document.querySelector('#find');
  const answered = new Promise(done => form.addEventListener('found', done, { once: true }));
  form.elements.q.value = word;
  const start = performance.now();
  form.dispatchEvent(new Event('input'));
  await answered;
  return performance.now() - start;
}"""


def plain_list(timeline: Timeline) -> bytes:
    """Every event and sentence on one page."""
    rows = "".join(
        f"<li><h2>{escape(event.headline)}</h2><p>{escape(event.value)} {escape(event.summary)}</p>"
        + "".join(f"<blockquote>{escape(item.quote)}</blockquote>" for item in event.evidence)
        for event in timeline.events
    )
    return f"<!doctype html><html lang=en><meta charset=utf-8><title>List</title><ol>{rows}</ol>".encode()


def measured(browser: Browser, address: str, searches: bool) -> list[float]:
    """Long task, frames, filter and text of the page at an address."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.add_init_script(WATCH)
    page.goto(address)
    page.wait_for_timeout(1500)
    task = page.evaluate("lastTask")
    frames = statistics.median(page.evaluate(SCROLL) for _ in range(3))
    found = _searched(page) if searches else 0.0
    page.close()
    bare = browser.new_page(java_script_enabled=False)
    bare.goto(address)
    text = len(" ".join((bare.locator("body").text_content() or "").split()))
    bare.close()
    return [task, frames, found, text]


def _searched(page: Page) -> float:
    page.evaluate("scrollTo(0, 0)")
    page.evaluate(SEARCH, "warm")  # loads the events
    return max(float(page.evaluate(SEARCH, word)) for word in SEARCHES)


def weights(files: Mapping[str, bytes]) -> list[float]:
    """What script and style weigh, and the search's events, gzip, kB."""

    def zipped(fits: Any) -> float:
        return sum(len(gzip.compress(data, mtime=0)) for path, data in files.items() if fits(path)) / 1000

    def events(path: str) -> bool:
        return path.startswith("assets/find-")

    return [
        zipped(lambda path: path.endswith(".js") and not events(path)),
        zipped(lambda path: path.endswith(".css")),
        zipped(events),
    ]


def rows(browser: Browser, count: int) -> list[tuple[str, list[float]]]:
    """The figures of our home page and of the plain list for so many events."""
    timeline = generated(count)
    files = render(timeline, Settings(), themes.load(ROOT / "site_templates"))
    with tempfile.TemporaryDirectory() as folder:
        site, plain = Path(folder) / "_site", Path(folder) / "list.html"
        output.publish(site, files)
        plain.write_bytes(plain_list(timeline))
        ours = measured(browser, (site / "index.html").as_uri(), searches=True)
        volume = next((path for path in sorted(files) if path.startswith("periods/")), "")
        made = [("home", ours + weights(files))]
        if volume:
            made.append(("a period", measured(browser, (site / volume).as_uri(), searches=True)))
        return [*made, ("plain list", measured(browser, plain.as_uri(), searches=False))]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("events", nargs="*", type=int, default=[100, 1000, 10000])
    print(" ".join(f"{name:>10}" for name in HEAD))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
        for count in parser.parse_args().events:
            for name, figures in rows(browser, count):
                print(f"{count:>10} {name:>10} " + " ".join(f"{figure:10.1f}" for figure in figures), flush=True)


if __name__ == "__main__":
    main()
