"""A page of the site before it is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
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
