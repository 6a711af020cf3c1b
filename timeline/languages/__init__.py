"""The words of each language, as data: one folder a language, one TOML file a topic."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources
from typing import Any

FALLBACK = "en"
_CODE = re.compile(r"(?P<code>[A-Za-z]{2})(?:[-_]|$)")


def available() -> tuple[str, ...]:
    """The codes of the languages that have a folder here, in alphabetical order."""
    folders = resources.files(__name__).iterdir()
    return tuple(sorted(folder.name for folder in folders if folder.is_dir() and not folder.name.startswith("_")))


@cache
def has(code: str, topic: str) -> bool:
    """Whether the language `code` has a table `topic` of its own."""
    return code in available() and (resources.files(__name__) / code / f"{topic}.toml").is_file()


@cache
def load(code: str, topic: str) -> dict[str, Any]:
    """The table `topic` ('lexicon', 'rules', 'sentences' …) of the language `code`; that of English where it has none.

    The result is shared and must not be changed.
    """
    file = resources.files(__name__) / code / f"{topic}.toml"
    if not file.is_file():
        file = resources.files(__name__) / FALLBACK / f"{topic}.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


def code_of(language: str | None) -> str:
    """'en' of 'en-GB'; '' where no language is named, or none that has a code of two letters."""
    match = _CODE.match(language or "")
    return match["code"].lower() if match else ""
