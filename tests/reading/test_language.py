"""In which language a text is written: a row a language."""

from __future__ import annotations

import pytest

from timeline.languages.recognition import recognise
from timeline.reading import read_document
from timeline.settings import parse

TEXTS = [
    ("en", "The board of the harbour said on Monday that it would close the old pier for the winter."),
    ("en", "Ansel Rowe Marsh"),
    ("de", "Der Rat hat am Montag beschlossen, die alte Mole zu schließen. Die Fischer sind dagegen."),
    ("fr", "Le conseil du port a décidé de fermer la jetée. Les pêcheurs ont demandé un délai."),
    ("es", "El puerto cerró el muelle el lunes. Los pescadores pidieron un aplazamiento para la temporada."),
    ("it", "Il consiglio del porto ha deciso di chiudere il molo. I pescatori non sono stati sentiti."),
    ("pt", "A câmara decidiu fechar o cais na segunda-feira. Os pescadores não foram ouvidos sobre a decisão."),
    ("nl", "Het bestuur heeft de oude pier gesloten. De vissers zijn boos en willen een andere haven."),
    ("pl", "Rada portu zdecydowała, że molo zostanie zamknięte. Rybacy nie są z tego zadowoleni."),
    ("sv", "Styrelsen har beslutat att stänga den gamla piren efter att sprickor hittats av ingenjörer."),
    ("da", "Bestyrelsen har besluttet at lukke molen efter at der blev fundet revner af ingeniører."),
    ("tr", "Liman kurulu eski iskeleyi kapatma kararı aldı ve bu karar için balıkçılar çok kızdı."),
    ("ru", "Совет порта решил закрыть старый причал в понедельник."),
    ("ru", "Министр Ігор Їжак отказался отвечать на вопросы, но этим вечером выступил с обращением к жителям."),
    ("uk", "Він процитував рядок «мы были», але продовжив українською: її слова їм подобаються."),
    ("be", "Савет порта вырашыў закрыць стары прычал у панядзелак, паведаміў яго кіраўнік."),
    ("bg", "Съветът на пристанището реши да затвори стария кей в понеделник."),
    ("sr", "Савет луке је одлучио да затвори стари кеј, а рибари су љути због тога."),
    ("fa", "شورای بندر تصمیم گرفت اسکله قدیمی را ببندد."),
    ("de", "Die Polizei nahm am Freitag drei Männer fest."),
    ("nl", "De politie heeft vrijdag drie mannen opgepakt."),
    ("fr", "La police a arrêté trois hommes vendredi."),
    ("es", "La policía detuvo el viernes a tres hombres."),
    ("it", "La polizia ha arrestato venerdì tre uomini."),
    ("pt", "A polícia prendeu três homens na sexta-feira."),
    ("en", "Police arrested three men on Friday."),
    ("uk", "Рада порту вирішила закрити старий причал у понеділок."),
    ("el", "Το συμβούλιο του λιμανιού αποφάσισε να κλείσει την αποβάθρα."),
    ("ar", "قرر مجلس الميناء إغلاق الرصيف القديم."),
    ("he", "מועצת הנמל החליטה לסגור את הרציף הישן."),
    ("ja", "港湾委員会は月曜日に古い桟橋を閉鎖することを決めた。"),
    ("zh", "港口委员会星期一决定关闭旧码头。"),
    ("de", "Bürgermeister tritt zurück"),
    ("de", "Sitzung vom 28. Januar 2022"),
    ("fr", "Le maire démissionne"),
    ("fr", "Réunion du 28 janvier 2022"),
    ("es", "El alcalde dimite"),
    ("es", "Reunión del 28 de enero de 2022"),
    ("it", "Riunione del 28 gennaio 2022"),
    ("pt", "Reunião de 28 de janeiro de 2022"),
    ("nl", "Vergadering van 28 januari 2022"),
    ("uk", "Рада прийняла закон 24 лютого"),
    ("ru", "Пожар на складе"),
    ("en", "Police in Gdańsk arrested three men"),
    ("en", "San Juan de la Cruz Avenue, El Paso, Texas"),
    ("pl", "Spotkanie 28 stycznia 2022"),
    ("cs", "Starosta v pátek odstoupil"),
    ("sk", "Starosta v piatok odstúpil"),
    ("hr", "Gradonačelnik je u petak dao ostavku"),
    ("fi", "Pormestari erosi perjantaina"),
    ("hu", "A polgármester pénteken lemondott"),
    ("ro", "Primarul a demisionat vineri"),
    ("ca", "L'alcalde va dimitir divendres passat i el ple es reunirà dilluns"),
    ("ko", "항만 위원회는 월요일에 낡은 부두를 폐쇄하기로 결정했다."),
]


@pytest.mark.parametrize(("code", "text"), TEXTS, ids=[f"{code}: {text[:30]}" for code, text in TEXTS])
def test_a_language_is_recognised(code: str, text: str) -> None:
    assert recognise(text) == code


GERMAN = TEXTS[2][1]

ORDER = [
    ("the text", "pier.md", GERMAN, "", "de"),
    ("front matter before the text", "pier.md", f"---\nlanguage: nl\n---\n{GERMAN}", "", "nl"),
    ("the settings before front matter", "pier.md", f"---\nlanguage: nl\n---\n{GERMAN}", 'language = "da"', "da"),
    ("a country is cut off", "pier.md", f"---\nlang: de-AT\n---\n{GERMAN}", "", "de"),
]


@pytest.mark.parametrize(("path", "text", "row", "code"), [row[1:] for row in ORDER], ids=[row[0] for row in ORDER])
def test_the_language_is_said_by(path: str, text: str, row: str, code: str) -> None:
    assert read_document(path, text.encode(), parse(f'[sources."{path}"]\n{row}')).language == code
