"""A look at a built site in the browser, from this computer only, where its events can be edited."""

from timeline.serving.serving import HOST, serve
from timeline.serving.workshop import Work

__all__ = ["HOST", "Work", "serve"]
