"""When a document in another language than English was published: a row a header line."""

from __future__ import annotations

import datetime

import pytest

from timeline.reading import read_document
from timeline.settings import parse

ARTICLES = {
    "de": (
        "Rat schließt die Mole",
        "Der Rat hat am Montag beschlossen, die alte Mole zu schließen, nachdem Risse in den Pfählen gefunden wurden. "
        "Die Fischer sind dagegen und wollen klagen.",
    ),
    "fr": (
        "Le port ferme la jetée",
        "Le conseil du port a décidé de fermer la jetée après la découverte de fissures dans les piles. "
        "Les pêcheurs ont demandé un délai jusqu'à la fin de la saison.",
    ),
    "es": (
        "El puerto cierra el muelle",
        "La junta del puerto decidió cerrar el viejo muelle después de que se hallaran grietas en los pilotes. "
        "Los pescadores pidieron un aplazamiento hasta el fin de la temporada.",
    ),
    "it": (
        "Il porto chiude il molo",
        "Il consiglio del porto ha deciso di chiudere il vecchio molo dopo che sono state trovate crepe nei pali. "
        "I pescatori avevano chiesto un rinvio fino alla fine della stagione.",
    ),
    "pt": (
        "Câmara fecha o cais",
        "A câmara decidiu fechar o velho cais depois de terem sido encontradas fendas nas estacas. "
        "Os pescadores pediram um adiamento até ao fim da época.",
    ),
    "nl": (
        "Bestuur sluit de pier",
        "Het bestuur heeft besloten de oude pier te sluiten nadat er scheuren in de palen waren gevonden. "
        "De vissers hadden om uitstel gevraagd tot het einde van het seizoen.",
    ),
    "ru": (
        "Порт закрывает причал",
        "Совет порта решил закрыть старый причал после того, как инженеры нашли трещины в сваях. "
        "Рыбаки просили об отсрочке до конца сезона.",
    ),
    "uk": (
        "Порт закриває причал",
        "Рада порту вирішила закрити старий причал після того, як інженери знайшли тріщини в палях. "
        "Рибалки просили про відтермінування до кінця сезону.",
    ),
}
DATED = [
    ("de", "Veröffentlicht am 28. Januar 2022"),
    ("de", "Aktualisiert am 30. Januar 2022 | Veröffentlicht am 28. Januar 2022"),
    ("de", "Stand: 28.01.2022 14:30 Uhr"),
    ("de", "Freitag, 28. Jänner 2022"),
    ("de", "Von Max Muster, 28.01.2022"),
    ("fr", "Publié le 28 janvier 2022 à 14h30"),
    ("fr", "Mis à jour le 30 janvier 2022 - Publié le 28 janvier 2022"),
    ("fr", "Le 28 janvier 2022 à 14 h 30"),
    ("es", "Publicado el 28 de enero de 2022"),
    ("es", "Actualizado el 30 de enero de 2022. Publicado el 28 de enero de 2022"),
    ("es", "Madrid, 28 ene. 2022"),
    ("it", "Pubblicato il 28 gennaio 2022 alle 14:30"),
    ("it", "Ultimo aggiornamento: 30 gennaio 2022 | Pubblicato: 28 gennaio 2022"),
    ("pt", "Publicado em 28 de janeiro de 2022 às 14h30"),
    ("pt", "Atualizado em 30/01/2022 | Publicado em 28/01/2022"),
    ("nl", "Gepubliceerd op 28 januari 2022 om 14:30"),
    ("nl", "Laatst bijgewerkt op 30 januari 2022, gepubliceerd op 28 januari 2022"),
    ("ru", "28 января 2022 г."),
    ("ru", "28 января 2022 года"),
    ("ru", "Опубликовано 28 января 2022 года в 14:30"),
    ("ru", "Обновлено: 30.01.2022. Опубликовано: 28.01.2022"),
    ("ru", "пятница, 28 января 2022 г."),
    ("uk", "28 січня 2022 р."),
    ("uk", "Опубліковано: 28 січня 2022 року о 14:30"),
    ("uk", "п'ятниця, 28 січня 2022 р."),
]
UNDATED = [
    ("de", "Abgerufen am 28. Januar 2022"),
    ("de", "Am 28. Januar 2022 in der Halle"),
    ("fr", "Consulté le 28 janvier 2022"),
    ("fr", "Le match du 28 janvier 2022"),
    ("es", "Concierto el 28 de enero de 2022"),
    ("it", "Consultato il 28 gennaio 2022"),
    ("pt", "Acedido em 28 de janeiro de 2022"),
    ("nl", "Geraadpleegd op 28 januari 2022"),
    ("ru", "Дата обращения: 28 января 2022"),
    ("ru", "Концерт 28 января 2022 года"),
    ("uk", "до 28 січня 2022 р."),
]


def published(language: str, line: str) -> datetime.date | None:
    title, body = ARTICLES[language]
    document = read_document("pier.txt", f"{title}\n\n{line}\n\n{body}\n\n{body}".encode(), parse(""))
    assert document.language == language
    return document.publication.date


@pytest.mark.parametrize(("language", "line"), DATED)
def test_a_line_of_another_language_dates_its_article(language: str, line: str) -> None:
    assert published(language, line) == datetime.date(2022, 1, 28)


@pytest.mark.parametrize(("language", "line"), UNDATED)
def test_a_date_of_something_else_does_not(language: str, line: str) -> None:
    assert published(language, line) is None
