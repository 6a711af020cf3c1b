"""A file → a Document: its plain text, when it was published, its sentences, and what is no part of the article."""

from timeline.reading.document import read_document
from timeline.reading.folder import read_folder
from timeline.reading.pictures import read_pictures

__all__ = ["read_document", "read_folder", "read_pictures"]
