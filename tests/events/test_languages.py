"""Events in every language that has words of its own: what happened when, as a reader of it would head it."""

from __future__ import annotations

import pytest

from tests.events.story import document, events
from timeline import languages
from timeline.events import names as naming

PUBLISHED = "2021-03-12"  # a Friday
TOLD = [
    # language, sentence, day, headline
    (
        "de",
        "Am Mittwoch hat der Bundesrat die Einfuhr von Holz verboten.",
        "2021-03-10",
        "Der Bundesrat hat die Einfuhr von Holz verboten",
    ),
    ("de", "Karla Voigt rief am Montag den Notstand aus.", "2021-03-08", "Karla Voigt rief den Notstand aus"),
    (
        "de",
        "Nach dem Brand am Montag schloss die Firma Norvik am Mittwoch das Werk.",
        "2021-03-10",
        "Nach dem Brand am Montag schloss die Firma Norvik das Werk",
    ),
    (
        "fr",
        "Le parquet a ouvert mercredi une enquête sur l'entreprise Delcourt.",
        "2021-03-10",
        "Le parquet a ouvert une enquête sur l'entreprise Delcourt",
    ),
    ("fr", "Mercredi, le maire Julien Castaing a démissionné.", "2021-03-10", "Le maire Julien Castaing a démissionné"),
    (
        "es",
        "La policía detuvo el miércoles a dos directivos de la empresa Almena.",
        "2021-03-10",
        "La policía detuvo a dos directivos de la empresa Almena",
    ),
    (
        "it",
        "I carabinieri hanno arrestato mercoledì due dirigenti dell'impresa Edilmare.",
        "2021-03-10",
        "I carabinieri hanno arrestato due dirigenti dell'impresa Edilmare",
    ),
    (
        "pt",
        "A ministra Ana Leal visitou o local na segunda-feira.",
        "2021-03-08",
        "A ministra Ana Leal visitou o local",
    ),
    ("nl", "Op 3 maart brak de dijk bij het dorp Lisse.", "2021-03-03", "De dijk brak bij het dorp Lisse"),
    (
        "ru",
        "Губернатор Андрей Ковалёв прибыл в город в среду.",
        "2021-03-10",
        "Губернатор Андрей Ковалёв прибыл в город",
    ),
    (
        "uk",
        "Поліція затримала в середу двох керівників компанії.",
        "2021-03-10",
        "Поліція затримала двох керівників компанії",
    ),
]
NAMES = [
    # language, sentence, the names in it
    ("de", "Bürgermeisterin Karla Voigt lehnte am Mittwoch den Rücktritt ab.", ("Karla Voigt",)),
    (
        "de",
        "Der Staatsanwalt Thomas Berg besuchte am Mittwoch die Feuerwehr in Wendesund.",
        ("Thomas Berg", "Wendesund"),
    ),
    ("fr", "Le maire d'Aubrac, Julien Castaing, a démissionné mercredi.", ("Aubrac", "Julien Castaing")),
    ("es", "El alcalde Tomás Quiroga dimitió el miércoles en Ribamar.", ("Ribamar", "Tomás Quiroga")),
    ("ru", "Следователи задержали в среду директора Павла Громова.", ("Павла Громова",)),
]
ONE = [
    # what two documents call one place or person, with their languages; whatever script they are in
    ("en", "They met in Moscow.", "ru", "Они встретились в Москве."),
    ("en", "They met in Germany.", "de", "Sie trafen sich in Deutschland."),
    ("en", "They met Volodymyr Zelensky.", "de", "Sie trafen Wolodymyr Selenskyj."),
    ("en", "They met Vladimir Putin.", "ru", "Они видели Владимира Путина."),
    ("fr", "Ils ont vu Vladimir Poutine.", "en", "They met Vladimir Putin."),
]


@pytest.mark.parametrize(("language", "sentence", "day", "headline"), TOLD)
def test_a_happening_is_told_in_its_language(language: str, sentence: str, day: str, headline: str) -> None:
    found = events(document("one", PUBLISHED, sentence, language=language))
    assert [(event.value, event.headline) for event in found] == [(day, headline)]


@pytest.mark.parametrize(("language", "sentence", "expected"), NAMES)
def test_names_are_told_from_other_words_in_capitals(language: str, sentence: str, expected: tuple[str, ...]) -> None:
    [event] = events(document("one", PUBLISHED, sentence, language=language))
    assert tuple(sorted(event.names)) == expected


@pytest.mark.parametrize(("first", "sentence", "second", "other"), ONE)
def test_a_name_is_one_in_every_language(first: str, sentence: str, second: str, other: str) -> None:
    one, two = document("one", None, sentence, language=first), document("two", None, other, language=second)
    found = naming.collect([one, two])
    assert found.within(one, one.sentences[0]) == found.within(two, two.sentences[0]) != ()


def test_one_happening_in_two_languages_is_one_event() -> None:
    found = events(
        document("one", PUBLISHED, "Chancellor Olaf Scholz visited Vilnius on Monday.", publisher="a"),
        document("two", PUBLISHED, "Bundeskanzler Olaf Scholz besuchte am Montag Vilnius.", language="de"),
    )
    assert [len(event.documents) for event in found] == [2]


@pytest.mark.parametrize("language", ["de", "es", "fr", "it", "nl", "pt", "ru", "uk"])
@pytest.mark.parametrize("topic", ["events", "names", "publication"])
def test_a_language_has_words_of_its_own(language: str, topic: str) -> None:
    assert languages.has(language, topic)
    assert set(languages.load(language, topic)) <= set(languages.load("en", topic))
