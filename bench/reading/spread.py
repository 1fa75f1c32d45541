"""How much the scores depend on which reports happen to be in the set.

Nothing is fitted to a fold by machine, so a fold held out is a score on fewer reports. What people chose while looking
at the set is not undone by it: only the sets that nobody looked at tell of that.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random
from statistics import median

from bench.reading.judge import Judge, Tally

SCORES = ("draft_f1", "toll_count_f1", "event_count_f1", "breakdown_f1", "place_f1")
FOLDS = 5
SEEDS = 20
RESAMPLES = 1000


@dataclass(frozen=True)
class Spread:
    """The median of a score, and what a tenth of the samples lie below and above."""

    middle: float
    low: float
    high: float

    @classmethod
    def of(cls, values: Sequence[float]) -> Spread:
        """Of values, those that could not be computed left out; at least one must be a number."""
        known = sorted(value for value in values if value == value)
        return cls(median(known), known[len(known) // 10], known[-1 - len(known) // 10])


def held_out(judge: Judge, tallies: Sequence[Tally], step: Callable[[], None]) -> dict[str, Spread]:
    """Scores on each of five folds of reports held out, over several divisions."""
    samples: list[Tally] = []
    for seed in range(SEEDS):
        order = Random(seed).sample(range(len(tallies)), len(tallies))
        samples += [_sum([tallies[at] for at in order[fold::FOLDS]]) for fold in range(FOLDS)]
        step()
    return _spreads(judge, samples)


def resampled(judge: Judge, tallies: Sequence[Tally], step: Callable[[], None]) -> dict[str, Spread]:
    """Scores on as many reports drawn with repetition: the bootstrap by document."""
    chance = Random(0)
    samples: list[Tally] = []
    for _ in range(RESAMPLES):
        samples.append(_sum(chance.choices(tallies, k=len(tallies))))
        step()
    return _spreads(judge, samples)


def _spreads(judge: Judge, samples: Sequence[Tally]) -> dict[str, Spread]:
    told = [judge.summary(sample) for sample in samples]
    return {name: Spread.of([scores[name] for scores in told]) for name in SCORES}


def _sum(tallies: Sequence[Tally]) -> Tally:
    total: Tally = Counter()
    for tally in tallies:
        for key, count in tally.items():
            total[key] += count
    return total
