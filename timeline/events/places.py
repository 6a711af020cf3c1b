"""What countries and cities are called in a language, after the Common Locale Data Repository."""

from __future__ import annotations

from collections.abc import Iterator

from babel import Locale
from babel.core import get_global

SHORTEST = 4  # letters of a name that can be told from a word
# Languages whose people is not that of the country where most of them live.
ELSEWHERE = {"en": "GB", "pt": "PT", "ar": "", "la": "", "eo": "", "yi": ""}


def places(language: str) -> Iterator[tuple[str, str]]:
    """Each country and each city of a time zone as (its name in the language, its name in English)."""
    here, english = Locale.parse(language), Locale.parse("en")
    for code, name in english.territories.items():
        if code.isalpha() and code in here.territories:
            yield here.territories[code], name
    for zone, row in here.time_zones.items():
        if "city" in row:
            known = english.time_zones.get(zone, {}).get("city")
            yield row["city"], known or zone.rpartition("/")[2].replace("_", " ")


def peoples(language: str) -> Iterator[tuple[str, str]]:
    """Each language by its name, which is also its people's adjective, as (that name, the country's in English)."""
    english = Locale.parse("en").territories
    likely = get_global("likely_subtags")
    for code, name in Locale.parse(language).languages.items():
        country = ELSEWHERE.get(code, str(likely.get(code, "")).rpartition("_")[2])
        if len(code) == 2 and country in english and " " not in name:
            yield name.lower(), english[country]
