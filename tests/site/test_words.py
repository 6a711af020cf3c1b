"""The site's own words: every language says everything, in the plural forms that it has."""

from __future__ import annotations

import re
import string
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from babel import Locale
from lxml import html

from tests import sample_timeline
from tests.site.conftest import LEDGER, THEME
from timeline.settings import Settings
from timeline.site import check, render, words

FOLDER = Path(words.__file__).parent / "words"
CODES = sorted(file.stem for file in FOLDER.glob("*.toml"))
KEYS = {"locale", "direction", "pattern"}
ROOT = Path(__file__).parents[2]

Table = dict[str, dict[str, str | dict[str, str]]]


def table(code: str) -> Table:
    found = tomllib.loads((FOLDER / f"{code}.toml").read_text("utf-8"))
    return {section: rows for section, rows in found.items() if section not in KEYS}


def entries(code: str) -> dict[str, str | dict[str, str]]:
    return {f"{section}.{key}": entry for section, rows in table(code).items() for key, entry in rows.items()}


def braces(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


ENGLISH = entries("en")
each_language = pytest.mark.parametrize("code", CODES)


def test_the_languages_that_are_promised_are_there() -> None:
    assert set(CODES) >= {"en", "de", "fr", "es", "uk", "ru", "ar"}


@each_language
def test_a_language_has_the_keys_of_english_in_its_order_and_no_others(code: str) -> None:
    assert list(entries(code)) == list(ENGLISH)


@each_language
def test_a_text_has_the_braces_of_the_english_one(code: str) -> None:
    for key, entry in entries(code).items():
        english = ENGLISH[key]
        if isinstance(entry, str):
            assert isinstance(english, str), key
            assert braces(entry) == braces(english), key
        else:
            assert isinstance(english, dict), key
            assert braces(entry["other"]) == braces(english["other"]), key
            assert all(braces(form) | {"n"} == braces(english["other"]) | {"n"} for form in entry.values()), key


@each_language
def test_a_count_has_every_plural_form_of_its_language_and_no_other(code: str) -> None:
    locale = Locale.parse(tomllib.loads((FOLDER / f"{code}.toml").read_text("utf-8"))["locale"])
    needed = {locale.plural_form(number) for number in range(1000)} | {"other"}
    wrong = [key for key, entry in entries(code).items() if isinstance(entry, dict) and set(entry) != needed]
    assert wrong == []


@each_language
def test_the_direction_is_that_of_the_script(code: str) -> None:
    assert words.load(code).direction == Locale.parse(code).text_direction


@each_language
def test_no_text_is_left_in_english(code: str) -> None:
    if code != "en":
        same = [key for key, entry in entries(code).items() if isinstance(entry, str) and entry == ENGLISH[key]]
        assert [key for key in same if len(str(ENGLISH[key]).split()) > 3] == []


def test_every_key_that_a_template_or_a_module_says_is_there() -> None:
    files = [*(ROOT / "site_templates").rglob("*.html"), *(ROOT / "timeline" / "site").rglob("*.py")]
    said = {
        key
        for file in files
        for key in re.findall(r"\b(?:say|count)\(\s*['\"](\w+\.\w+)['\"]", file.read_text("utf-8"))
    }
    assert {key for key in said if not key.endswith("_")} <= set(ENGLISH)
    assert len(said) > 100


@each_language
@pytest.mark.parametrize("theme", [THEME, LEDGER], ids=["default", "ledger"])
def test_a_site_in_every_language_stands(code: str, theme: dict[str, bytes]) -> None:
    settings = Settings(language=code)
    for make in (sample_timeline.sample, sample_timeline.empty):
        files = render(make(), settings, theme)
        check(files)
        page = html.document_fromstring(files["index.html"].decode())
        assert (page.get("lang"), page.get("dir")) == (code, words.load(code).direction)


def test_what_the_program_explains_in_english_is_marked_as_english() -> None:
    files = render(sample_timeline.sample(), Settings(language="ar"), THEME)
    page = html.document_fromstring(files["events/2021-03-10-aurora/index.html"].decode())
    assert {(rule.get("lang"), rule.get("dir")) for rule in page.find_class("rule")} == {("en", "ltr")}
    source = html.document_fromstring(files["sources/coast-herald-2021-03-12/index.html"].decode())
    assert source.xpath("//bdi[@lang='en']/text()") == ["the line 'March 12, 2021'"]


def test_a_strip_from_right_to_left_is_mirrored() -> None:
    def places(code: str) -> list[float]:
        page = render(sample_timeline.sample(), Settings(language=code), THEME)["index.html"].decode()
        return [float(x) for x in re.findall(r'<use href="#g-[a-z]+" x="([\d.]+)%"', page)]

    left, right = places("en"), places("ar")
    assert [round(100 - x, 1) for x in right] == pytest.approx([round(x, 1) for x in left], abs=0.2)


@pytest.mark.parametrize(
    ("asked", "languages", "found"),
    [
        ("", ["fr", "fr", "en"], "fr"),
        ("", ["it", "it", "fr"], "en"),
        ("", ["en", "de"], "de"),
        ("", [], "en"),
        ("uk", ["fr"], "uk"),
        ("en-US", ["fr"], "en-US"),
    ],
)
def test_the_site_speaks_as_most_of_its_documents_do(asked: str, languages: list[str], found: str) -> None:
    (document,) = sample_timeline.single().documents
    assert words.chosen(asked, [replace(document, language=code) for code in languages]) == found
