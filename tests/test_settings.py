"""`timeline.toml`: what it may say, and what is said of a wrong one."""

import datetime

import pytest

from timeline import settings
from timeline.errors import UsageError

WRONG = [
    ("titel = 'x'", "Did you mean 'title'?"),
    ("colour = 'x'", "Known are: title"),
    ("title = 3", "must be a text"),
    ("publish = 'all'", "must be one of 'excerpts', 'full', 'none'"),
    ("base_url = 'example.org'", "must be a full address"),
    ("base_url = 'javascript:alert(1)'", "must be a full address"),
    ("language = '\"><script>'", "must be an ISO 639-1 code"),
    ("language = 'English'", "must be an ISO 639-1 code"),
    ("[sources.'a.txt']\nurl = 'javascript:alert(1)'", "must be a full address"),
    ("[sources.'a.txt']\nlanguage = ''", "must be an ISO 639-1 code"),
    ("max_megabytes = 0", "must be a number above 0"),
    ("max_megabytes = true", "must be a number above 0"),
    ("title = ", "not valid TOML"),
    ("sources = 3", "sources must be tables"),
    ("[names]\nspacy = 3", "must be the name of a pipeline"),
    ("[names]\nmodel = 'x'", "has one setting"),
    ("[sources.'a.txt']\npublished = '2022'", "must be a date without quotation marks"),
    ("[sources.'a.txt']\ncolour = 'x'", "a.txt"),
]


@pytest.mark.parametrize(("text", "message"), WRONG)
def test_a_wrong_setting_is_named_with_its_remedy(text: str, message: str) -> None:
    with pytest.raises(UsageError) as caught:
        settings.parse(text, "content/timeline.toml")
    assert message in str(caught.value)
    assert str(caught.value).startswith("content/timeline.toml: ")
    assert "\n" not in str(caught.value)


def test_everything_may_be_left_out() -> None:
    assert settings.parse("") == settings.Settings()


def test_what_is_said_is_kept() -> None:
    got = settings.parse(
        "title = 'A  story'\nbase_url = 'https://x.org/y'\n[sources.'n/a.txt']\npublished = 2022-01-28\n"
    )
    assert (got.title, got.base_url) == ("A story", "https://x.org/y/")
    assert got.sources["n/a.txt"].published == datetime.date(2022, 1, 28)


@pytest.mark.parametrize("code", ["en", "en-US", "pt_BR", "zh-Hant-TW", "gsw"])
def test_a_language_may_have_a_region(code: str) -> None:
    assert settings.parse(f"language = '{code}'").language == code


def test_the_command_line_wins_over_the_file() -> None:
    given = settings.with_base_url(settings.parse("base_url = 'https://x.org/'"), "https://y.org/z")
    assert given.base_url == "https://y.org/z/"
