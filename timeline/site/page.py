"""A page of the site before it is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Page:
    """One page, before it is written."""

    path: str
    """'events/2022-01-26-us-reply/index.html'"""
    template: str
    """'event.html'"""
    title: str
    """'The United States hands over its answer'"""
    description: str
    """'Ambassador John Sullivan delivers the reply.'"""
    section: str
    """'timeline', the entry of the navigation that it belongs to; ''"""
    context: Mapping[str, Any]
    """what the template is given besides"""
    linked: Mapping[str, Any] = field(default_factory=dict)
    """{'@type': 'WebPage', …}, what machines are told of it; nothing where there is nothing to tell"""
    card: str = ""
    """'cards/2022-01-26-us-reply.png', the picture of its own that it may have; ''"""
    leads_to: str = ""
    """'events/2022-01-26-us-reply/index.html', the page that stands there now; '' for one that stands for itself"""
