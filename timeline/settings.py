"""`timeline.toml` → one frozen Settings."""

from __future__ import annotations

import datetime
import difflib
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar, get_args

from timeline.errors import UsageError
from timeline.model import Publish

FILE = "timeline.toml"
CORRECTIONS = "corrections.toml"
WRITTEN_EVENTS = "_events"
"""the folder in content/ of events that the author wrote"""
OWN_THEME = "_theme"
"""the folder in content/ whose templates and static files take the place of the theme's"""


@dataclass(frozen=True, slots=True)
class SourceSettings:
    """What `[sources."news/file.txt"]` says of one document; it wins over what the document says of itself."""

    title: str | None = None
    """'Moscow weighs its paper answers'"""
    publisher: str | None = None
    """'The Harbour Courier'"""
    author: str | None = None
    """'R. Ames'"""
    url: str | None = None
    """'https://example.org/answers'"""
    published: datetime.date | None = None
    """2022-01-28"""
    language: str | None = None
    """'en'"""
    publish: Publish | None = None
    """'excerpts', 'full' or 'none'"""
    archive: str | None = None
    """'https://archive.example/2022/answers'"""
    image: str | None = None
    """'answers.jpg'"""
    image_alt: str | None = None
    """'A sealed envelope'"""
    image_credit: str | None = None
    """'Photograph: M. Ito'"""


@dataclass(frozen=True, slots=True)
class Settings:
    """What an author says in `content/timeline.toml`; every field may be left out."""

    title: str = "Timeline"
    """'Written answers: Russia, NATO and the winter of demands'"""
    description: str = ""
    """one or two sentences under the title"""
    notice: str = ""
    """a line in a band above every page, such as 'The outlets are invented specimens.'"""
    language: str = ""
    """'de', the language of the site's own words; '' for the one that most documents are in"""
    base_url: str = ""
    """'https://name.github.io/project/', where full addresses are required; '' leaves those pages out"""
    publish: Publish = "excerpts"
    """how much of a source's text its page shows, unless the source says otherwise"""
    theme: str = "default"
    """the name of a folder in site_templates/, 'default' or 'ledger'"""
    max_megabytes: float = 20.0
    """a larger file is not read, and named as a problem"""
    spacy: tuple[str, ...] = ()
    """('en_core_web_sm',), from `[names]`: pipelines of spaCy that look for names too"""
    sources: Mapping[str, SourceSettings] = field(default_factory=dict)
    """path of a document, relative to the content folder → what is said of it"""


_Row = TypeVar("_Row", Settings, SourceSettings)


def parse(text: str, file: str = FILE) -> Settings:
    """Settings from the text of a settings file; `file` names it in messages. Raises UsageError."""
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{file}: not valid TOML: {error}. Mend that line, or remove it.") from None
    sources = table.pop("sources", {})
    if not isinstance(sources, dict) or not all(isinstance(row, dict) for row in sources.values()):
        raise UsageError(f'{file}: sources must be tables such as [sources."news/article.txt"].')
    spacy = _spacy(table.pop("names", {}), f"{file}: [names]")
    rows = {path: _checked(SourceSettings, row, f'{file}: [sources."{path}"]') for path, row in sources.items()}
    return replace(_checked(Settings, table, file), sources=rows, spacy=spacy)


def with_base_url(settings: Settings, base_url: str | None, where: str = "--base-url") -> Settings:
    """The settings with another base address, which ends in '/'; unchanged for None. Raises UsageError."""
    if base_url is None:
        return settings
    return replace(settings, base_url=_base_url(base_url, where))


def _checked(kind: type[_Row], table: Mapping[str, Any], where: str) -> _Row:
    """A row of the given kind from a table, every name and type of it checked."""
    known = [name for name in kind.__slots__ if name not in ("sources", "spacy")]
    for name in table:
        if name not in known:
            near = difflib.get_close_matches(name, known, n=1)
            hint = f"Did you mean {near[0]!r}?" if near else f"Known are: {', '.join(known)}."
            raise UsageError(f"{where}: unknown setting {name!r}. {hint}")
    values: dict[str, Any] = {
        name: _CHECKS.get(name, _text)(value, f"{where}: {name}") for name, value in table.items()
    }
    return kind(**values)


def _spacy(table: object, where: str) -> tuple[str, ...]:
    """The pipelines that `[names]` names: one, or a list of them."""
    if not isinstance(table, dict) or set(table) - {"spacy"}:
        raise UsageError(f'{where} has one setting, such as spacy = "en_core_web_sm".')
    named = table.get("spacy", [])
    rows = [named] if isinstance(named, str) else named
    if not isinstance(rows, list) or not all(isinstance(name, str) and name.strip() for name in rows):
        raise UsageError(
            f'{where}: spacy must be the name of a pipeline, such as "en_core_web_sm", or a list of names.'
        )
    return tuple(rows)


def _text(value: object, where: str) -> str:
    if not isinstance(value, str):
        raise UsageError(f"{where} must be a text in quotation marks, not {value!r}.")
    return " ".join(value.split())


def _publish(value: object, where: str) -> str:
    if value not in get_args(Publish):
        raise UsageError(f"{where} must be one of {', '.join(map(repr, get_args(Publish)))}, not {value!r}.")
    return str(value)


def _base_url(value: object, where: str) -> str:
    text = _text(value, where)
    if text and not re.fullmatch(r"https?://[^\s/?#\"<>]+(?:/[^\s?#\"<>]*)?", text):
        raise UsageError(f"{where} must be a full address such as 'https://name.github.io/project/', not {text!r}.")
    return text and text.rstrip("/") + "/"


def _language(value: object, where: str) -> str:
    text = _text(value, where)
    if not re.fullmatch(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}", text):
        raise UsageError(f"{where} must be an ISO 639-1 code such as 'en', not {text!r}.")
    return text


def _address(value: object, where: str) -> str:
    text = _text(value, where)
    if not re.fullmatch(r"https?://[^\s\"<>]+", text, re.IGNORECASE):
        raise UsageError(f"{where} must be a full address such as 'https://example.org/answers', not {text!r}.")
    return text


def _day(value: object, where: str) -> datetime.date:
    if isinstance(value, datetime.datetime):
        return value.date()
    if not isinstance(value, datetime.date):
        raise UsageError(f"{where} must be a date without quotation marks, such as 2022-01-28, not {value!r}.")
    return value


def _megabytes(value: object, where: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value <= 1000:
        raise UsageError(f"{where} must be a number above 0 and up to 1000, not {value!r}.")
    return float(value)


_CHECKS: dict[str, Callable[[object, str], object]] = {
    "publish": _publish,
    "language": _language,
    "url": _address,
    "archive": _address,
    "base_url": _base_url,
    "published": _day,
    "max_megabytes": _megabytes,
}
