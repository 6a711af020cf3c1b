"""A folder of documents becomes an evidence-linked chronology."""

__version__ = "0.1.0"
