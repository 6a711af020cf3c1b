"""The timeline as JSON for TimelineJS 3 (Knight Lab), for those who have pages made with it."""

from __future__ import annotations

import json
from html import escape
from typing import Any

from timeline import calendar
from timeline.exporting import records
from timeline.model import Event, Grain, Timeline
from timeline.settings import Settings

_QUOTED = 3  # sentences on a slide

Slide = dict[str, Any]


def as_timelinejs(timeline: Timeline, settings: Settings) -> str:
    """A slide an event, the best sentences on it; every text is escaped, for TimelineJS takes texts for HTML.

    A coarse date becomes its first and last year, month or day. Years before our era are negative: 44 BC is -44.
    """
    publishers = {item.id: records.one_line(item.source.publisher or "") for item in timeline.documents}
    table = {
        "title": {"text": _text(timeline.title, f"<p>{_escaped(settings.description)}</p>")},
        "events": [_slide(event, timeline, publishers, settings) for event in timeline.events],
    }
    return json.dumps(table, ensure_ascii=False, indent=1) + "\n"


def _slide(event: Event, timeline: Timeline, publishers: dict[str, str], settings: Settings) -> Slide:
    first, last = records.days(event.value)
    grain = calendar.grain(event.value) or Grain.DAY
    last = max(last, records.days(event.until).last) if event.until else last
    slide: Slide = {"unique_id": event.id, "start_date": _date(first, grain, event.value)}
    if event.until or grain in (Grain.WEEK, Grain.SEASON, Grain.QUARTER, Grain.HALF) or grain > Grain.YEAR:
        slide["end_date"] = _date(last, grain, event.until or "")
    if event.approximate:
        slide["display_date"] = f"c. {event.value}"
    slide["text"] = _text(event.headline, _body(event, publishers, settings))
    pictures = (timeline.pictures[name] for name in event.documents if name in timeline.pictures)
    if settings.base_url and (picture := next(pictures, None)):
        url = settings.base_url + records.picture_address(picture)
        slide["media"] = {"url": url, "alt": picture.alt, "credit": _escaped(picture.credit)}
    return slide


def _date(day: int, grain: Grain, value: str) -> dict[str, int]:
    year, month, number = calendar.civil(day)
    date = {"year": year if year > 0 else year - 1}
    if grain < Grain.YEAR:
        date["month"] = month
    if grain <= Grain.WEEK:
        date["day"] = number
    hour, _, minute = value.partition("T")[2].partition(":")
    if hour.isdigit():
        date |= {"hour": int(hour), "minute": int(minute[:2] or 0)}
    return date


def _body(event: Event, publishers: dict[str, str], settings: Settings) -> str:
    paragraphs = [_escaped(event.summary)] if event.summary else []
    for item in event.evidence[:_QUOTED]:
        publisher = publishers.get(item.mention.document, "")
        paragraphs.append(f"“{_escaped(item.quote)}”" + (f" ({_escaped(publisher)})" if publisher else ""))
    if settings.base_url:
        address = settings.base_url + records.address(event)
        paragraphs.append(f'<a href="{_escaped(address)}">{_escaped(address)}</a>')
    return "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)


def _text(headline: str, text: str) -> dict[str, str]:
    return {"headline": _escaped(headline), "text": text}


def _escaped(text: str) -> str:
    return escape(records.one_line(text))
