"""Real articles, where they lie beside the project: every publication date, and no furniture among the sentences."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from timeline.reading import read_folder
from timeline.settings import Settings

SHARED = Path(__file__).resolve().parents[3] / "shared"
STORIES = ["seeds", "stories/swine-flu", "stories/detroit-bankruptcies"]
FURNITURE = re.compile(
    r"share this|advertisement|last (?:modified|updated)|most (?:read|viewed)|related (?:news|article)|copyright|©|https?://",
    re.IGNORECASE,
)


@pytest.mark.skipif(not SHARED.is_dir(), reason="../shared is not there")
@pytest.mark.parametrize("story", STORIES)
def test_the_articles_of_a_story_are_dated_and_clean(story: str) -> None:
    folder = SHARED / story
    published = json.loads((folder / "gold.json").read_text("utf-8"))["published"]
    documents, problems = read_folder(folder, Settings())
    assert not problems
    for document in documents:
        found, gold = document.publication.date, published[document.source.path]
        assert found is None or str(found) == gold["date"]
        assert found is not None or "no year anywhere" in gold["from"]
        assert not any(FURNITURE.search(span.of(document.text)) for span in document.sentences)
