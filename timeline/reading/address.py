"""Addresses on the web: which are safe to link to, whose they are, and the date that they carry."""

from __future__ import annotations

import datetime
import re
from urllib.parse import urlsplit

_SAFE = re.compile(r"https?://[^\s/?#\"'<>\\^`{|}@]{1,253}(?:[/?#][^\s\"<>\\^`{|}]{0,1990})?", re.IGNORECASE)
_DAY = (
    re.compile(
        r"[/_\-=.](?P<year>(?:19|20)\d\d)[/_\-.](?P<month>\d{1,2}|[a-z]{3})[/_\-.](?P<day>\d{1,2})(?P<after>.{0,1})"
    ),
    re.compile(r"[/_\-=.](?P<year>(?:19|20)\d\d)(?P<month>\d\d)[/_\-]?(?P<day>\d\d)(?P<after>.{0,1})"),
)
_MONTH = re.compile(r"/(?P<year>(?:19|20)\d\d)[/\-]?(?P<month>0[1-9]|1[0-2])(?P<after>.{0,1})")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def web_address(text: str) -> str | None:
    """The address if it is one of http or https without a user name in it; else None."""
    text = text.strip()
    if not _SAFE.fullmatch(text):
        return None
    try:
        return text if urlsplit(text).hostname else None
    except ValueError:
        return None


def host(url: str) -> str:
    """The readable host of an address: 'https://www.presstv.ir/Detail' → 'presstv.ir'."""
    name = (urlsplit(url).hostname or "").lower()
    return name.removeprefix("www.")


def day_of(url: str) -> tuple[datetime.date, str] | None:
    """The date that an address carries and the part of it that says so: ('/2022/02/01/'); None without one.

    >>> day_of("https://example.org/2022/feb/01/answers")
    (datetime.date(2022, 2, 1), '/2022/feb/01/')
    """
    path = url.split("?", 1)[0].split("#", 1)[0]
    for pattern in _DAY:
        for match in pattern.finditer(path.lower()):
            month = match["month"]
            number = int(month) if month.isdigit() else _MONTHS.index(month) + 1 if month in _MONTHS else 0
            try:
                day = datetime.date(int(match["year"]), number, int(match["day"]))
            except ValueError:
                continue
            if not match["after"].isalnum():
                return day, path[match.start() : match.end()]
    return None


def month_of(url: str) -> tuple[int, int] | None:
    """Year and month that an address carries, as in '/2022/02/'; None without them."""
    match = _MONTH.search(url)
    if match and not match["after"].isalnum():
        return int(match["year"]), int(match["month"])
    return None
