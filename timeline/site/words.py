"""The site's own words in one language, read from `words/<language>.toml`."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

from babel import Locale, UnknownLocaleError

from timeline.model import Document

FALLBACK = "en"


@dataclass(frozen=True, slots=True)
class Words:
    """The words, with the locale that writes numbers and dates."""

    language: str
    """'en', what the pages are marked as"""
    direction: str
    """'ltr' or 'rtl'"""
    locale_name: str
    """'en_001', whose numbers and dates are written"""
    patterns: Mapping[str, str]
    """{'yMMMEd': 'EEE d MMM y'}, what stands in place of the locale's own"""
    table: dict[str, dict[str, Any]]
    """{'site': {'skip': 'Skip to content', …}, …}"""

    def say(self, key: str, **values: object) -> str:
        """The words under 'site.skip', with `values` put into their braces. Raises KeyError for an unknown key."""
        return self._filled(self._entry(key), values)

    def count(self, key: str, n: int, **values: object) -> str:
        """The words under `key` in the plural form for `n`, which stands in them as {n}."""
        return self._filled(self._form(key, n), {"n": self.number(n), **values})

    def number(self, n: int) -> str:
        """10000 as '10,000'."""
        return f"{n:,}".replace(",", _group(self.locale_name))

    def has(self, key: str) -> bool:
        """Whether there are words under `key`."""
        section, _, name = key.partition(".")
        return name in self.table.get(section, {})

    def _entry(self, key: str) -> Any:
        section, _, name = key.partition(".")
        return self.table[section][name]

    def _form(self, key: str, n: int) -> str:
        forms: dict[str, str] = self._entry(key)
        return forms.get(_plural(self.locale_name, n), forms["other"])

    @staticmethod
    def _filled(text: str, values: dict[str, object]) -> str:
        """The braces filled in one pass, so that braces inside a value stay as they are."""
        return text.format_map(values) if values else text


@cache
def _group(locale: str) -> str:
    """The sign between thousands."""
    return str(Locale.parse(locale).number_symbols["latn"]["group"])


@lru_cache(maxsize=4096)
def _plural(locale: str, n: int) -> str:
    """The name of the plural form that goes with a number."""
    return str(Locale.parse(locale).plural_form(n))


def chosen(language: str, documents: Iterable[Document]) -> str:
    """The language of the site: the one asked for, else that of most documents, if there are words in it."""
    if language:
        return language
    counts = Counter(document.language for document in documents)
    code = min(counts, key=lambda code: (-counts[code], code), default=FALLBACK)
    return code if _is_spoken(code) else FALLBACK


def _is_spoken(code: str) -> bool:
    return code.isalpha() and _file(code).is_file()


def _file(code: str) -> Traversable:
    return resources.files(__name__.rpartition(".")[0]) / "words" / f"{code.lower()}.toml"


@cache
def load(language: str) -> Words:
    """The words of 'en', 'en-US', 'de' …; those of English for a language that has none.

    A region in the language ('en-US') chooses whose dates are written.
    """
    code, _, region = language.replace("_", "-").partition("-")
    if not _is_spoken(code):
        return load(FALLBACK)
    table = tomllib.loads(_file(code).read_text(encoding="utf-8"))
    name, direction, patterns = table.pop("locale"), table.pop("direction"), table.pop("pattern", {})
    if region and (locale := _locale(language)):
        return Words(language.replace("_", "-"), direction, str(locale), {}, table)
    return Words(code.lower(), direction, name, patterns, table)


def _locale(language: str) -> Locale | None:
    try:
        return Locale.parse(language.replace("-", "_"))
    except (ValueError, UnknownLocaleError):
        return None
