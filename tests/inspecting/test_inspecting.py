"""`python -m timeline events` and `explain-event`: the ids for corrections, and the reasons for an event."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from tests.events.story import document
from timeline import dates
from timeline.__main__ import main
from timeline.events import find
from timeline.events.account import account

FERRY = "2019-05-07-ferry-aurora-hit-pier-tarn"
TEXTS = {
    "post.md": "---\ndate: 2019-05-10\n---\n\nThe ferry Aurora hit the pier at Tarn Quay on Tuesday.\n",
    "bell.md": "---\ndate: 2019-05-11\n---\n\nNobody was hurt when the Aurora, a ferry, struck the pier at Tarn Quay "
    "on Tuesday. The mayor of Tarn Quay inspected the pier and the ferry Aurora on Friday.\n",
    "corrections.toml": f'[event."{FERRY}"]\nnote = "Seen."\nheadline = "Struck"\n[event."2000-x"]\nhide = true\n',
}


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "content").mkdir()
    for name, text in TEXTS.items():
        (tmp_path / "content" / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_events_are_listed_with_id_date_and_headline(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["events"]) == 0
    out, err = capsys.readouterr()
    assert out.splitlines()[0].split() == [FERRY, "2019-05-07", "Struck"]
    assert "corrections.toml, line 4: No event has the id '2000-x'." in err
    assert not (home / "_site").exists()


def test_events_are_listed_for_programs(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["events", "--format", "json", "--content", str(home / "content")]) == 0
    row = json.loads(capsys.readouterr().out)[0]
    assert (row["id"], row["date"], row["headline"], row["documents"]) == (FERRY, "2019-05-07", "Struck", 2)


def test_an_event_is_explained(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain-event", FERRY]) == 0
    out = capsys.readouterr().out
    assert "Told by 2 documents, 1 independent outlet: 2 sentences of this date." in out
    assert "Corrected by the author: headline, before: " in out
    assert "with bell-2019-05-11; names: Aurora, Tarn Quay; words: " in out
    assert "What nearly was in it:" in out
    assert "It is on another day: 2019-05-10, more than 2 days off." in out


def test_an_id_that_no_event_has_is_answered_in_one_line(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain-event", FERRY[:-1]]) == 2
    assert f"Did you mean '{FERRY}'?" in capsys.readouterr().err
    assert main(["events", "--content", "nowhere"]) == 2


REASONS = [
    ("Anna Berg of Tarn Quay opened a bakery in Lund on Tuesday.", "2019-05-10", "It has the same day"),
    ("The old school of Tarn Quay was painted green in May 2019.", "2019-06-10", "a coarser date"),
    ("The old school of Tarn Quay was painted green on 9 May.", "2019-05-10", "another day, 2019-05-09"),
    ("The ferry Aurora left Tarn Quay on 19 May.", "2019-05-20", "more than 2 days off"),
    ("The ferry Aurora is the pride of Tarn Quay.", "2019-07-10", "It has no date"),
]


@pytest.mark.parametrize(("text", "published", "reason"), REASONS, ids=[row[2] for row in REASONS])
def test_what_stayed_outside_has_its_reason(text: str, published: str, reason: str) -> None:
    documents = (
        document("post", "2019-05-10", "The ferry Aurora hit the pier at Tarn Quay on Tuesday."),
        document("other", published, f"It rained.\n{text}"),
    )
    timexes = {one.id: dates.tag(one.text, one.dct, one.language) for one in documents}
    event = next(event for event in find(documents, timexes) if event.documents == ("post",))
    outside = account(event, documents, timexes).outside
    assert "Tarn Quay" in outside[0].names
    assert reason in outside[0].reason


def test_an_event_without_evidence_has_nothing_to_account_for() -> None:
    documents = (document("post", "2019-05-10", "The ferry Aurora hit the pier at Tarn Quay on Tuesday."),)
    timexes = {one.id: dates.tag(one.text, one.dct, one.language) for one in documents}
    [event] = find(documents, timexes)
    found = account(replace(event, evidence=()), documents, timexes)
    assert (found.inside, found.outside) == ((), ())
