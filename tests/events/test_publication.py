"""Publication dates that rest on the other documents of a story."""

from __future__ import annotations

import datetime

from tests.events.story import document
from timeline.events import doubts, infer

STORY = (
    "The ferry Southern Star struck the pier at Port Averil on Friday evening.\n"
    "The coastguard said that 23 people were injured, three of them seriously.\n"
    "Inspectors will examine the engine of the ferry."
)
RETOLD = (
    "The Southern Star struck the pier at Port Averil on Friday.\n"
    "Three of the 23 injured are in a serious state, the coastguard said.\n"
    "The baker sold out early."
)


def test_a_document_without_a_date_takes_that_of_its_kin() -> None:
    dated, other, undated = infer(
        [
            document("a", "2019-05-11", STORY),
            document("b", "2021-01-01", "Prices of bread rose."),
            document("c", None, RETOLD),
        ]
    )
    assert (dated.publication.inferred, other.publication.inferred) == (False, False)
    assert undated.dct == datetime.date(2019, 5, 11)
    assert undated.publication.inferred
    assert "a.txt (2019-05-11)" in undated.publication.evidence


def test_a_document_that_tells_other_things_stays_undated() -> None:
    _, undated = infer(
        [document("a", "2019-05-11", STORY), document("b", None, "Prices of bread rose in May.\nSo did rents.")]
    )
    assert undated.dct is None


def test_a_day_between_the_kin_is_found() -> None:
    days = ["2019-05-11", "2019-05-12", "2019-05-20"]
    documents = [document(f"d{day}", day, STORY) for day in days]
    *_, undated = infer([*documents, document("z", None, RETOLD)])
    assert undated.dct == datetime.date(2019, 5, 12)


def test_what_is_undated_or_inferred_is_a_problem_with_its_remedy() -> None:
    documents = infer(
        [document("a", "2019-05-11", STORY), document("b", None, RETOLD), document("c", None, "Prices rose in May.")]
    )
    found = doubts(documents)
    assert [(problem.name, problem.path, problem.fatal) for problem in found] == [
        ("inferred", "b.txt", False),
        ("undated", "c.txt", False),
    ]
    assert '[sources."b.txt"]' in found[0].remedy
