"""The sites that the tests look at, each rendered once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import sample_timeline
from timeline import themes
from timeline.settings import Settings
from timeline.site import render

THEME = themes.load(Path(__file__).parents[2] / "site_templates")
LEDGER = themes.load(Path(__file__).parents[2] / "site_templates", "ledger")
BASE = "https://example.github.io/aurora/"


@pytest.fixture(scope="session")
def sites() -> dict[str, dict[str, bytes]]:
    """Name → the files of a site."""
    settings = Settings(description="A <ferry> & its reef.", notice="The outlets are specimens.")
    return {
        "sample": render(sample_timeline.sample(), settings, THEME),
        "addressed": render(sample_timeline.sample(), Settings(base_url=BASE), THEME),
        "ledger": render(sample_timeline.sample(), settings, LEDGER),
        "empty": render(sample_timeline.empty(), Settings(), THEME),
        "single": render(sample_timeline.single(), Settings(), THEME),
        "many": render(sample_timeline.generated(300, step=2), Settings(), THEME),
    }
