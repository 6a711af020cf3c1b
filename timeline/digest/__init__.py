"""Many documents → their key dates, each with the sentences that tell it: `digest` is the public function."""

from timeline.digest.articles import Article
from timeline.digest.digesting import KeyDate, Wish, digest

__all__ = ["Article", "KeyDate", "Wish", "digest"]
