"""Events keep the ids that they had, whatever founds them now."""

from __future__ import annotations

from dataclasses import replace

from tests.events.story import document, events
from timeline.model import Document, Event, Found, History
from timeline.remembering import identify, remember
from timeline.remembering.marks import marks

FIRST = document("quay-post", "2019-05-10", "The ferry Aurora hit the pier at Tarn Quay on Tuesday.")
EARLIER = document("bell", "2019-05-09", "A ferry, the Aurora, struck the old pier at Tarn Quay on Tuesday evening.")
DIVERS = document("log", "2019-05-20", "Divers inspected the wreck of the tug Bram off Lund on 14 May.")
ID = "2019-05-07-ferry-aurora-hit-pier-tarn"


def built(earlier: History, *documents: Document) -> tuple[tuple[Event, ...], History]:
    known = identify(events(*documents), earlier, documents)
    return known, remember(known, known, earlier, documents)


def named(history: History, *pairs: tuple[str, Event]) -> History:
    """A history whose events had other ids."""
    return replace(history, found=tuple(Found(name, marks(event)) for name, event in pairs))


def test_an_id_stays_when_a_document_is_added_that_was_published_before() -> None:
    _, history = built(History(), FIRST)
    assert [event.id for event in events(EARLIER, FIRST)] == ["2019-05-07-ferry-aurora-struck-old-pier"]
    [event], _ = built(history, EARLIER, FIRST)
    assert (event.id, event.former, event.documents) == (ID, (), ("bell", "quay-post"))


def test_without_a_history_the_ids_are_those_of_a_fresh_folder() -> None:
    found = events(EARLIER, FIRST, DIVERS)
    assert identify(found, History(), (EARLIER, FIRST, DIVERS)) == found


def test_an_id_stays_when_a_document_is_renamed() -> None:
    _, history = built(History(), FIRST)
    [event], _ = built(named(history, ("2019-kept", events(FIRST)[0])), replace(FIRST, id="quay-2"))
    assert event.id == "2019-kept"


def test_of_two_events_that_became_one_the_other_address_leads_on_for_good() -> None:
    [one], [other] = events(FIRST), events(EARLIER)
    history = named(History(), (one.id, one), ("2019-05-07-struck", other))
    [event], later = built(history, EARLIER, FIRST)
    assert (event.id, event.former) == (ID, ("2019-05-07-struck",))
    (event, _), last = built(later, EARLIER, FIRST, DIVERS)
    assert event.former == ("2019-05-07-struck",)
    assert last.former == later.former == (("2019-05-07-struck", ID),)


def test_an_address_leads_on_through_several_mergers() -> None:
    [one] = events(FIRST)
    history = replace(named(History(), ("2019-b", one)), former=(("2019-a", "2019-b"), ("2019-x", "2019-gone")))
    [event], _ = built(history, FIRST)
    assert (event.id, event.former) == ("2019-b", ("2019-a",))


def test_an_event_that_lives_again_has_its_address_for_itself() -> None:
    [one], [other] = events(FIRST), events(DIVERS)
    history = replace(named(History(), (one.id, one)), former=((other.id, one.id),))
    found, _ = built(history, FIRST, DIVERS)
    assert {event.id: event.former for event in found} == {one.id: (), other.id: ()}


def test_two_events_of_one_sentence_keep_their_own_ids() -> None:
    both = document(
        "post", "2019-05-20", "The court of Lund rejected the appeal on Monday, after Berg had filed it on 2 May."
    )
    found = events(both)
    assert len(found) == 2
    swapped = named(History(), ("2019-first", found[0]), ("2019-second", found[1]))
    assert [event.id for event in identify(found, swapped, (both,))] == ["2019-first", "2019-second"]


def test_a_new_event_takes_no_id_that_another_kept() -> None:
    [one] = events(DIVERS)
    [new] = events(FIRST)
    found = identify((one, new), named(History(), (new.id, one)), (FIRST, DIVERS))
    assert len({event.id for event in found}) == 2
    assert next(event.id for event in found if event.documents == ("log",)) == new.id
