"""What reading must reach, and whether it does."""

from __future__ import annotations

from dataclasses import dataclass

from bench.reading.judge import Verdict


@dataclass(frozen=True)
class Target:
    """A bound on a score: at least ``bound``, or at most where ``at_most``."""

    score: str
    bound: float
    at_most: bool = False

    def is_met(self, value: float) -> bool:
        """A score that could not be computed (``nan``) meets nothing."""
        return value <= self.bound if self.at_most else value >= self.bound

    def __str__(self) -> str:
        return f"{'≤' if self.at_most else '≥'} {self.bound:g}"


OVERLAP = "quote overlap"
DEVELOPMENT = (
    Target("draft_f1", 0.88),
    Target("toll_count_f1", 0.93),
    Target("event_count_f1", 0.85),
    Target("breakdown_f1", 0.88),
    Target("date_acc", 0.92),
    Target("period_acc", 0.95),
    Target("place_f1", 0.85),
    Target("negatives_hit", 3, at_most=True),
    Target(OVERLAP, 0.6),
)
"""On the corpus that lies beside the repository: a figure below is a failure."""

MESSAGES = 49
"""Of the 50 daily messages of a health ministry, how many must have every headline figure right."""

_UNSEEN_NEGATIVES = 0.1
LANGUAGES_APART = 0.10
"""How much lower than English the scores of Arabic may be."""


def unseen(negatives: int) -> tuple[Target, ...]:
    """The aims for reports that nobody looked at, of which so many passages must not become drafts."""
    return (
        Target("draft_f1", 0.75),
        Target("toll_count_f1", 0.85),
        Target("negatives_hit", _UNSEEN_NEGATIVES * negatives, at_most=True),
    )


def figures(verdict: Verdict) -> dict[str, float]:
    """The scores of a verdict by the names that targets have; two digits, as they are printed and as they count."""
    scores = {**verdict.scores, OVERLAP: verdict.overlap}
    return {name: round(value, 2) if value == value else value for name, value in scores.items()}


def missed(verdict: Verdict, targets: tuple[Target, ...]) -> list[Target]:
    """The targets that the verdict does not meet."""
    found = figures(verdict)
    return [target for target in targets if not target.is_met(found[target.score])]
