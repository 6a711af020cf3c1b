"""Absolute dates in languages that have no folder: a row a sentence."""

from __future__ import annotations

import datetime
import time

import pytest

from timeline.dates import tag

DATED = [
    ("pl", "Umowę podpisano 3 maja 1998 roku w Warszawie.", "1998-05-03"),
    ("pl", "Spotkanie 28 stycznia 2022 r. było krótkie.", "2022-01-28"),
    ("pl", "W styczniu 2022 roku wzrosło.", "2022-01"),
    ("pl", "Wojna wybuchła 1 września 1939 r.", "1939-09-01"),
    ("cs", "Smlouva byla podepsána 3. května 1998 v Praze.", "1998-05-03"),
    ("cs", "V lednu 2022 to vzrostlo.", "2022-01"),
    ("cs", "Schůze 28.1.2022 byla krátká.", "2022-01-28"),
    ("cs", "Schůze 28. 1. 2022 byla krátká.", "2022-01-28"),
    ("sk", "Zmluva bola podpísaná 3. mája 1998 v Bratislave.", "1998-05-03"),
    ("sv", "Avtalet undertecknades den 3 maj 1998 i Stockholm.", "1998-05-03"),
    ("sv", "I januari 2022 steg det.", "2022-01"),
    ("da", "Aftalen blev underskrevet den 3. maj 1998 i København.", "1998-05-03"),
    ("da", "I januar 2022 steg det.", "2022-01"),
    ("nb", "Avtalen ble signert 3. mai 1998 i Oslo.", "1998-05-03"),
    ("no", "Avtalen ble signert 3. mai 1998 i Oslo.", "1998-05-03"),
    ("fi", "Sopimus allekirjoitettiin 3. toukokuuta 1998 Helsingissä.", "1998-05-03"),
    ("fi", "Tammikuussa 2022 se nousi.", "2022-01"),
    ("hu", "A szerződést 1998. május 3-án írták alá.", "1998-05-03"),
    ("hu", "Az ülés 2022. január 28-án volt.", "2022-01-28"),
    ("hu", "2022 januárjában nőtt.", "2022-01"),
    ("ro", "Acordul a fost semnat la 3 mai 1998 la București.", "1998-05-03"),
    ("ro", "În ianuarie 2022 a crescut.", "2022-01"),
    ("tr", "Anlaşma 3 Mayıs 1998 tarihinde imzalandı.", "1998-05-03"),
    ("tr", "Anlaşma 28 Ocak 2022'de imzalandı.", "2022-01-28"),
    ("tr", "Ocak 2022'de arttı.", "2022-01"),
    ("hr", "Sporazum je potpisan 3. svibnja 1998. u Zagrebu.", "1998-05-03"),
    ("sl", "Sporazum je bil podpisan 3. maja 1998 v Ljubljani.", "1998-05-03"),
    ("el", "Η συμφωνία υπογράφηκε στις 3 Μαΐου 1998 στην Αθήνα.", "1998-05-03"),
    ("bg", "Споразумението е подписано на 3 май 1998 г. в София.", "1998-05-03"),
    ("be", "Дагавор падпісаны 3 мая 1998 года ў Мінску.", "1998-05-03"),
    ("sr", "Споразум је потписан 3. маја 1998. у Београду.", "1998-05-03"),
    ("ca", "L'acord es va signar el 3 de maig de 1998 a Barcelona.", "1998-05-03"),
    ("ca", "El 28 de gener del 2022 es va reunir.", "2022-01-28"),
    ("gl", "O acordo asinouse o 3 de maio de 1998.", "1998-05-03"),
    ("id", "Perjanjian ditandatangani pada 3 Mei 1998 di Jakarta.", "1998-05-03"),
    ("vi", "Hiệp định được ký ngày 3 tháng 5 năm 1998 tại Hà Nội.", "1998-05-03"),
    ("ja", "協定は1998年5月3日に署名された。", "1998-05-03"),
    ("zh", "协议于1998年5月3日签署。", "1998-05-03"),
    ("ko", "협정은 1998년 5월 3일에 서명되었다.", "1998-05-03"),
    ("ar", "وقعت الاتفاقية في 3 مايو 1998 في القاهرة.", "1998-05-03"),
    ("he", "ההסכם נחתם ב-3 במאי 1998 בירושלים.", "1998-05-03"),
    ("fa", "توافق در 3 مه 1998 امضا شد.", "1998-05-03"),
    ("hi", "समझौते पर 3 मई 1998 को हस्ताक्षर हुए।", "1998-05-03"),
    ("th", "ลงนามเมื่อวันที่ 3 พฤษภาคม 2541", "1998-05-03"),
    ("lt", "Sutartis pasirašyta 1998 m. gegužės 3 d. Vilniuje.", "1998-05-03"),
    ("et", "Leping allkirjastati 3. mail 1998 Tallinnas.", "1998-05-03"),
]
UNDATED = [
    ("pl", "Artykuł 3 ustawy z 1998 roku obowiązuje."),
    ("pl", "Kupił 5 akcji za 2022 złotych."),
    ("cs", "Zaplatil 3 koruny a 1998 lidí přišlo."),
    ("sv", "Han betalade 3 kronor och 2022 personer kom."),
    ("tr", "Sayfa 3 ve 1998 kişi geldi."),
    ("tr", "Toplam 12 adet 2022 model araç satıldı."),
    ("fi", "Hän maksoi 3 euroa vuonna 1998 Turussa."),
    ("hu", "A 3 ember 2022 forintot fizetett."),
    ("pl", "Telefon 22 520 1990 jest zajęty."),
    ("ro", "A plătit 5 lei în 1998 acolo."),
    ("da", "Han så 3 mand i 1998 der."),
    ("id", "Ada 5 orang pada 1998 di sana."),
]


@pytest.mark.parametrize(("language", "text", "value"), DATED)
def test_a_date_with_its_year_is_read_in_languages_without_a_folder(language: str, text: str, value: str) -> None:
    assert [timex.value for timex in tag(text, None, language)] == [value]


@pytest.mark.parametrize(("language", "text"), UNDATED)
def test_numbers_beside_a_year_are_no_date(language: str, text: str) -> None:
    assert tag(text, None, language) == ()


def test_the_span_is_that_of_the_date() -> None:
    (timex,) = tag("Umowę podpisano 3 maja 1998 roku w Warszawie.", datetime.date(2022, 1, 28), "pl")
    assert (timex.text, timex.span) == ("3 maja 1998", (16, 27))


def test_a_language_that_nobody_knows_gives_numeric_dates_only() -> None:
    assert [timex.value for timex in tag("Ba 28.1.2022 ba, 3 bababa 1998.", None, "xx")] == ["2022-01-28"]


@pytest.mark.parametrize("row", ["1999 ", "3 maj ", "a" * 50 + " ", "12 bbb 2022 ccc "])
def test_time_grows_in_step_with_the_text(row: str) -> None:
    def spent(times: int) -> float:
        begun = time.process_time()
        tag(row * times, None, "pl")
        return time.process_time() - begun

    spent(100)
    assert spent(8000) < 30 * max(spent(1000), 0.01)
