"""How much each day matters in a collection."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from timeline import calendar
from timeline.digest.passages import Passage
from timeline.digest.topic import Topic

TO_COME = 0.3  # what a mention of a day after publication counts
PUBLISHED = 0.8  # what an article counts for the day on which it appeared, if its opening is on the topic
PERSONAL = 0.3  # what a mention counts where somebody speaks of himself
ENTRY = 2.0  # what one counts in a chronicle: its author has chosen the day already
HALFWAY = 50  # the place in its article at which a sentence counts half: what matters stands first
ON_TOPIC = 0.5  # 0.0: every mention counts the same; 1.0: in proportion to how near it is to the topic
NEAR = 4  # days to either side with which a day is compared
FLATTENING = 0.35  # 0.0: a day counts by itself; 1.0: only against the days around it
FLOOR = 0.1  # of the mean surroundings: a day far from all others is not without measure
LEAST = 0.05  # of the best day's figure, from which on a day is kept where nobody says how many

Figures = Mapping[calendar.Day, float]


def weigh_days(collection: Sequence[Passage], topic: Topic) -> Figures:
    """A figure for each day that a collection names or was published on.

    Each article counts once for a day, by the mention that counts most. The sum is set against the days around, so
    that a lesser day in a quiet month is not hidden by the daily news of a loud one.
    """
    votes: dict[calendar.Day, dict[int, float]] = defaultdict(dict)
    for passage, near in zip(collection, topic.passages, strict=True):
        figure = _weight(passage, near * topic.articles[passage.article])
        for day in passage.days:
            _vote(votes[day], passage.article, figure * (TO_COME if day > passage.published else 1.0))
    for article, published in sorted({(passage.article, passage.published) for passage in collection}):
        _vote(votes[published], article, PUBLISHED * topic.leads[article])
    return _against_surroundings(
        {day: sum(votes[day][article] for article in sorted(votes[day])) for day in sorted(votes)}
    )


def _vote(votes: dict[int, float], article: int, figure: float) -> None:
    votes[article] = max(votes.get(article, 0.0), figure)


def _weight(passage: Passage, nearness: float) -> float:
    """What a mention in a passage counts, whatever the day."""
    voice = PERSONAL if passage.personal else 1.0
    position = ENTRY if passage.entry else HALFWAY / (HALFWAY + passage.place)
    return float(nearness**ON_TOPIC) * voice * position


def _against_surroundings(sums: Figures) -> Figures:
    around = {
        day: sum(sums.get(day + off, 0.0) * (1 - abs(off) / NEAR) for off in range(1 - NEAR, NEAR)) for day in sums
    }
    floor = FLOOR * sum(around.values()) / len(around) if around else 0.0
    return {day: figure / (around[day] + floor) ** FLATTENING if figure else 0.0 for day, figure in sums.items()}


def best_days(figures: Figures, number: int | None) -> tuple[calendar.Day, ...]:
    """The days with the highest figures, the best first: so many, or those with at least LEAST of the best one's."""
    ranked = sorted((day for day, figure in figures.items() if figure > 0), key=lambda day: (-figures[day], day))
    if number is not None:
        return tuple(ranked[:number])
    return tuple(day for day in ranked if figures[day] >= LEAST * figures[ranked[0]])
