"""Documents in, events out: what is merged, what stays apart, what is no event."""

from __future__ import annotations

import random

import pytest

from tests.events.story import document, events
from timeline.model import Event


def on(found: tuple[Event, ...], value: str) -> list[Event]:
    """The events of a date."""
    return [event for event in found if event.value.startswith(value)]


def verdicts(event: Event) -> dict[str, str]:
    """Document → its verdict."""
    return {item.mention.document: item.verdict for item in event.evidence}


COLLISION = "The ferry Southern Star struck the pier at Port Averil on Friday and injured 23 people."


def test_one_happening_told_by_two_is_one_event() -> None:
    found = events(
        document("one", "2019-05-11", COLLISION),
        document("two", "2019-05-13", "The Southern Star hit the pier at Port Averil last Friday, injuring 23 people."),
    )
    assert [len(event.documents) for event in on(found, "2019-05-10")] == [2]


def test_two_happenings_of_one_day_stay_apart() -> None:
    found = events(
        document(
            "one",
            "2022-02-02",
            "President Anna Berg received Prime Minister Carl Dahl in Riga on Tuesday.\n"
            "The bank Ostra Credit closed its branch in Lisbon on Tuesday.",
        )
    )
    assert len(on(found, "2022-02-01")) == 2


def test_what_a_guest_and_a_host_do_on_one_day_stays_apart() -> None:
    found = events(
        document(
            "one",
            "2022-02-02",
            "Minister Carl Dahl stood beside President Anna Berg in Riga on Tuesday.\n"
            "Berg told parliament earlier on Tuesday that she had signed a decree on pensions.",
        ),
        document("two", "2022-02-02", "Carl Dahl warned of a bad harvest as he met Anna Berg in Riga on Tuesday."),
    )
    assert sorted(len(event.documents) for event in on(found, "2022-02-01")) == [1, 2]


def test_like_happenings_a_week_apart_stay_apart() -> None:
    found = events(
        document("one", "2019-05-04", "The ferry Northern Star ran aground off Lantern Point on Friday."),
        document("two", "2019-05-11", "The ferry Southern Star ran aground off Lantern Point on Friday."),
    )
    assert [event.value for event in found] == ["2019-05-03", "2019-05-10"]


def test_a_coarser_telling_joins_the_day_that_others_name() -> None:
    found = events(
        document("one", "2022-01-28", "The union and Calder Voss signed the wage deal on Wednesday."),
        document("two", "2022-02-02", "Calder Voss and the union signed the wage deal last week."),
    )
    (event,) = found
    assert (event.value, verdicts(event)) == ("2022-01-26", {"one": "supports", "two": "coarser"})


def test_a_telling_without_a_date_joins_by_what_it_tells() -> None:
    found = events(
        document("one", "2022-02-02", "Vladimir Orlow received Viktor Arban in the Grand Palace on Tuesday."),
        document("two", "2022-02-02", "Rain fell all day.\nOrlow received Viktor Arban in the Grand Palace for talks."),
    )
    assert verdicts(on(found, "2022-02-01")[0]) == {"one": "supports", "two": "undated"}


def test_a_source_that_names_another_day_disagrees_and_stays() -> None:
    found = events(
        document("one", "2019-05-11", COLLISION),
        document("two", "2019-05-12", COLLISION.replace("and injured", "and badly injured")),
        document(
            "three",
            "2019-05-17",
            "The Southern Star struck the pier at Port Averil on Thursday, 9 May, and injured 23.",
        ),
    )
    (event,) = found
    assert event.value.startswith("2019-05-10")
    assert verdicts(event) == {"one": "supports", "two": "supports", "three": "disagrees"}
    assert event.disputed


def test_a_reprint_is_no_second_outlet() -> None:
    found = events(
        document("agency", "2019-05-11", COLLISION, publisher="Coastline"),
        document("reprint", "2019-05-11", COLLISION, publisher="Bellman"),
        document("other", "2019-05-11", "On Friday the Southern Star ran into the pier at Port Averil; 23 were hurt."),
    )
    assert [(len(event.documents), event.outlets) for event in found] == [(3, 2)]


def test_two_documents_of_one_publisher_are_one_outlet() -> None:
    found = events(
        document("one", "2019-05-11", COLLISION, publisher="Bellman"),
        document(
            "two", "2019-05-13", "The Southern Star hit the pier at Port Averil last Friday.", publisher="bellman"
        ),
    )
    assert [event.outlets for event in found] == [1]


def test_each_clause_goes_to_its_own_date() -> None:
    found = events(
        document(
            "one", "2009-04-29", "Adela Guzman went to the hospital in Oaxaca on 8 April but died five days later."
        )
    )
    assert [(event.value, event.headline) for event in found] == [
        ("2009-04-08", "Adela Guzman went to the hospital in Oaxaca"),
        ("2009-04-13", "Adela Guzman died"),
    ]


def test_a_plan_is_marked_until_it_is_told_to_have_happened() -> None:
    plan = document("plan", "2021-09-15", "Judge Irena Castell will sentence Edda Corvane on September 28.")
    (planned,) = events(plan)
    assert planned.planned
    done = document("done", "2021-09-28", "Judge Irena Castell sentenced Edda Corvane to six years on Tuesday.")
    (happened,) = events(plan, done)
    assert not happened.planned
    assert len(happened.documents) == 2
    assert happened.headline == "Judge Irena Castell sentenced Edda Corvane to six years"


@pytest.mark.parametrize(
    ("when", "verdict"),
    [
        ("on September 28", "supports"),
        ("on September 27", "disagrees"),
        ("later this month", "coarser"),
        ("in the week of September 27", "coarser"),
    ],
)
def test_a_plan_for_about_that_day_joins_what_then_happened(when: str, verdict: str) -> None:
    plan = document(
        "plan", "2021-09-15", f"The town of Tarn will open the Lantern bridge {when}, mayor Ines Dahl said."
    )
    done = document("done", "2021-09-29", "Mayor Ines Dahl opened the Lantern bridge in Tarn on Tuesday.")
    (found,) = events(plan, done)
    assert (found.value, found.planned) == ("2021-09-28", False)
    assert {item.mention.document: item.verdict for item in found.evidence}["plan"] == verdict


def test_a_plan_for_a_like_thing_a_week_later_stays_a_plan() -> None:
    done = document("done", "2021-09-29", "Mayor Ines Dahl opened the Lantern bridge in Tarn on Tuesday.")
    plan = document("plan", "2021-09-29", "Mayor Ines Dahl will open the Harrow bridge in Tarn next Tuesday.")
    assert [(event.value, event.planned) for event in events(plan, done)] == [
        ("2021-09-28", False),
        ("2021-10-05", True),
    ]


def test_what_was_done_this_week_is_no_part_of_what_is_to_come() -> None:
    story = "Northline has sued the port of Tarn this week.\nThe trial of Northline and the port begins on Wednesday."
    found = events(document("one", "2021-09-28", story))
    assert [(event.value, event.planned) for event in found] == [("2021-W39", False), ("2021-09-29", True)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Ines Dahl has been fighting the port of Tarn since 2004.", ["2004"]),
        ("Ines Dahl has been on leave from the port since June.", ["2021-06"]),
        ("It has been the worst year in Tarn since 2004.", []),
        ("Nine ferries have been sunk off Tarn since 2004.", []),
        ("As of June 2021, Northline held 19 per cent of the market in Tarn.", ["2021-06"]),
        ("Northline was founded by Ines Dahl and Otto Berg Hansen in 1976.", ["1976"]),
        ("Shares in Tarn lost ground, with the Skerrow index falling 90 points at midday.", []),
    ],
)
def test_which_dates_tell_of_something(sentence: str, expected: list[str]) -> None:
    found = events(document("one", "2021-09-29", f"The ferry Southern Star sank off Riga on Monday.\n{sentence}"))
    assert [event.value for event in found if event.value != "2021-09-27"] == expected


def test_since_its_launch_tells_of_the_launch() -> None:
    launch = document("launch", "2003-04-30", "Northline launched the Averil Ferry Shop on 28 April 2003.")
    later = document(
        "later",
        "2008-04-09",
        "Northline said the Averil Ferry Shop had sold a million tickets since its launch in 2003.",
    )
    (found,) = events(launch, later)
    assert (found.value, [item.verdict for item in found.evidence]) == ("2003-04-28", ["supports", "coarser"])


def test_less_than_so_long_ago_means_any_day_since() -> None:
    done = document("done", "2021-09-16", "Mayor Ines Dahl opened the Lantern bridge in Tarn on Wednesday.")
    later = document("later", "2021-09-28", "Mayor Ines Dahl opened the Lantern bridge less than two weeks ago.")
    (found,) = events(done, later)
    assert found.value == "2021-09-15"


NO_EVENTS = [
    "The pier could collapse on Friday.",
    "The talks went on for over a month.",
    "I look forward to Friday, said Anna Berg.",
    "Sales were higher than in 2008.",
    "The firm's 2008 revenue was small.",
    "They arrived on a Wednesday.",
    "It was busier on Tuesday.",
]


@pytest.mark.parametrize("sentence", NO_EVENTS)
def test_a_date_alone_makes_no_event(sentence: str) -> None:
    # A second sentence dates the article's news, so that its opening is not taken for it.
    found = events(document("one", "2022-02-02", f"{sentence}\nThe ferry Southern Star sank off Riga on Monday."))
    assert [event.value for event in found] == ["2022-01-31"]


def test_the_opening_takes_the_day_of_publication_where_nothing_else_is_dated() -> None:
    found = events(
        document("one", "2008-12-12", "The Senate has rejected a loan for Calder Voss.\nThe vote was 52 to 35.")
    )
    assert [(event.value, event.evidence[0].mention.timex) for event in found] == [("2008-12-12", None)]


def test_what_happens_again_is_told_again() -> None:
    found = events(
        document("one", "2022-01-26", "The bank Ostra Credit closed a branch in Lisbon on Monday."),
        document("two", "2022-02-09", "The bank Ostra Credit closed a branch in Lisbon on Monday."),
    )
    assert [event.value for event in found] == ["2022-01-24", "2022-02-07"]


def test_two_events_of_one_article_have_their_own_headlines() -> None:
    text = "Ostra Credit closed its branch in Lisbon on Monday.\nOstra Credit had dismissed Ann Berg on Friday."
    found = events(document("one", "2022-02-02", text, title="Ostra Credit closes in Lisbon"))
    assert len({event.headline for event in found}) == len(found) == 2


def test_an_undated_document_gives_no_opening() -> None:
    assert events(document("one", None, "The Senate has rejected a loan for Calder Voss.")) == ()


def test_a_pronoun_is_named() -> None:
    found = events(
        document("one", "2022-02-02", "Anna Berg won the vote.\nOn Tuesday she flew to Lisbon with her ministers.")
    )
    assert [event.headline for event in found] == ["Anna Berg flew to Lisbon with her ministers"]


def test_the_order_of_the_documents_does_not_matter() -> None:
    rows = [
        document("one", "2019-05-11", COLLISION),
        document("two", "2019-05-13", "The Southern Star hit the pier at Port Averil last Friday."),
        document(
            "three", "2019-05-17", "The Southern Star struck the pier at Port Averil on Thursday, 9 May, and hurt 23."
        ),
    ]
    first = events(*rows)
    random.Random(1).shuffle(rows)
    assert events(*rows) == first


def test_nothing_gives_nothing() -> None:
    assert events() == ()
    assert events(document("one", "2022-01-01", "")) == ()


def test_scores_run_to_one_and_more_outlets_count_more() -> None:
    found = events(
        document("one", "2019-05-11", COLLISION + "\nThe bank Ostra Credit closed its branch in Lisbon on Thursday."),
        document("two", "2019-05-13", "The Southern Star hit the pier at Port Averil last Friday, injuring 23 people."),
    )
    scores = {event.value[:10]: event.score for event in found}
    assert scores["2019-05-10"] == 1.0 > scores["2019-05-09"] > 0.0


def test_a_dateline_alone_is_no_event_and_no_fault() -> None:
    assert events(document("one", "1998-08-21", "NAIROBI, August 21 (Coast News) --")) == ()
