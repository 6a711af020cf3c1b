"""The tellings of one happening."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from timeline import calendar
from timeline.events.tellings import Telling
from timeline.model import Verdict


@dataclass(frozen=True, slots=True)
class Cluster:
    """The tellings of one happening, each with what it says about the date."""

    value: str
    """'2022-01-26'"""
    members: tuple[tuple[Telling, Verdict], ...]
    """in order of document and text, those that joined later behind"""

    @property
    def days(self) -> calendar.Period:
        """The days of its date."""
        days = calendar.period(self.value)
        assert days is not None, "clusters are made of dated tellings"
        return days

    @property
    def supporting(self) -> list[Telling]:
        """The members that name the date itself."""
        return [telling for telling, verdict in self.members if verdict == "supports"]

    @property
    def tellings(self) -> list[Telling]:
        """All members."""
        return [telling for telling, _ in self.members]

    @property
    def documents(self) -> set[str]:
        """The ids of the documents that tell it."""
        return {telling.mention.document for telling, _ in self.members}


def cluster_of(value: str, members: Iterable[Telling], verdict: Verdict) -> Cluster:
    """A cluster of tellings that all say the same about the date."""
    return Cluster(value, tuple((member, verdict) for member in members))


def joined(cluster: Cluster, tellings: Iterable[Telling], verdict: Verdict) -> Cluster:
    """The cluster with further members."""
    return Cluster(cluster.value, (*cluster.members, *((telling, verdict) for telling in tellings)))
