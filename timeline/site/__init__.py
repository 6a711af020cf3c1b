"""Timeline + theme → {path: bytes}: every page, asset and export of the site; no disk, no clock."""

from timeline.site.links import check
from timeline.site.pages import render

__all__ = ["check", "render"]
