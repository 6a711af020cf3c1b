"""A fuzz target for the tagger: whatever the bytes, no exception, exact offsets, and the same answer again.

    python -m pip install atheris && python -m tests.fuzz.tag [-max_total_time=60]

`check` is the target itself; `test_tag.py` runs it on random bytes where there is no fuzzer.
"""

from __future__ import annotations

import datetime
import sys

from timeline import dates, languages

ANCHORS = (None, datetime.date(2022, 1, 28), datetime.date(1, 1, 1), datetime.date(9999, 12, 31))
DOMAINS = (None, "news", "narrative")


def check(data: bytes) -> None:
    """Tag the text that the bytes make; the first byte chooses anchor, domain and language."""
    choice = data[0] if data else 0
    codes = (*languages.available(), "xx")
    anchor, domain = ANCHORS[choice % len(ANCHORS)], DOMAINS[choice // 4 % len(DOMAINS)]
    language = codes[choice // 12 % len(codes)]
    text = data[1:].decode("utf-8", errors="replace")
    found = dates.tag(text, anchor, language, domain=domain)
    end = 0
    for timex in found:
        assert end <= timex.span.start < timex.span.end <= len(text), timex
        assert timex.span.of(text) == timex.text, timex
        assert timex.value and timex.rule and timex.explanation, timex
        end = timex.span.end
    assert dates.tag(text, anchor, language, domain=domain) == found


def main() -> None:
    """Hand the target to the fuzzer."""
    import atheris  # noqa: PLC0415  (a tool of its own, not among the requirements)

    atheris.instrument_all()
    atheris.Setup(sys.argv, check)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
