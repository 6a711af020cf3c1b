"""How fast a site is rendered, checked and written, and how heavy it is, for generated stories.

    python -m benchmarks.site [100 1000 10000]

Prints a row for each number of events: seconds and pages a second of `render`, seconds of `check` and of `publish`, and
the weight of the site, of its home page and of its median and heaviest page.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from itertools import pairwise
from pathlib import Path

from tests.sample_timeline import generated
from timeline import output, themes
from timeline.settings import Settings
from timeline.site import check, render

ROOT = Path(__file__).resolve().parent.parent
HEAD = ("events", "pages", "render s", "pages/s", "check s", "publish s", "MB", "home kB", "median kB", "heaviest kB")


def row(events: int) -> tuple[float, ...]:
    """The figures for a story of so many events."""
    timeline, theme = generated(events), themes.load(ROOT / "site_templates")
    times = [time.perf_counter()]
    files = render(timeline, Settings(), theme)
    times.append(time.perf_counter())
    check(files)
    times.append(time.perf_counter())
    with tempfile.TemporaryDirectory() as folder:
        output.publish(Path(folder) / "_site", files)
        times.append(time.perf_counter())
    rendering, checking, publishing = (after - before for before, after in pairwise(times))
    sizes = [len(data) / 1000 for path, data in files.items() if path.endswith(".html")]
    weight = sum(map(len, files.values())) / 1e6
    home = len(files["index.html"]) / 1000
    speed = len(sizes) / rendering
    return (
        events,
        len(sizes),
        rendering,
        speed,
        checking,
        publishing,
        weight,
        home,
        statistics.median(sizes),
        max(sizes),
    )


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("events", nargs="*", type=int, default=[100, 1000, 10000])
    print(" ".join(f"{name:>11}" for name in HEAD))
    for events in parser.parse_args().events:
        print(" ".join(f"{figure:11.1f}" if figure % 1 else f"{figure:11.0f}" for figure in row(events)), flush=True)


if __name__ == "__main__":
    main()
