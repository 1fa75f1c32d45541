"""The spread of a score over reports left out and drawn again."""

from __future__ import annotations

import math
from collections import Counter
from typing import cast

import pytest

from bench.reading.judge import Judge, Tally
from bench.reading.spread import FOLDS, RESAMPLES, SCORES, SEEDS, Spread, held_out, resampled


class ShareOfRight:
    """A judge whose every score is the share of right answers."""

    def __init__(self) -> None:
        self.asked: list[int] = []

    def summary(self, tally: Tally) -> dict[str, float]:
        self.asked.append(tally["all", ""])
        return dict.fromkeys(SCORES, tally["right", ""] / tally["all", ""] if tally["all", ""] else math.nan)


def tallies(right: list[int]) -> list[Tally]:
    return [Counter({("right", ""): one, ("all", ""): 1}) for one in right]


def test_each_report_is_held_out_once_in_every_division() -> None:
    judge = ShareOfRight()
    steps: list[int] = []
    held_out(cast("Judge", judge), tallies([1] * 12), lambda: steps.append(1))
    assert (len(judge.asked), sum(judge.asked), len(steps)) == (FOLDS * SEEDS, 12 * SEEDS, SEEDS)


def test_as_many_reports_are_drawn_as_there_are() -> None:
    judge = ShareOfRight()
    resampled(cast("Judge", judge), tallies([1, 0, 1]), lambda: None)
    assert judge.asked == [3] * RESAMPLES


def test_reports_that_differ_spread_the_score_and_equal_ones_do_not() -> None:
    same = resampled(cast("Judge", ShareOfRight()), tallies([1] * 10), lambda: None)["draft_f1"]
    mixed = resampled(cast("Judge", ShareOfRight()), tallies([1, 0] * 5), lambda: None)["draft_f1"]
    assert same == Spread(1.0, 1.0, 1.0)
    assert mixed.low < mixed.middle < mixed.high
    assert mixed.middle == pytest.approx(0.5, abs=0.1)


def test_the_same_reports_give_the_same_spread() -> None:
    one, two = (held_out(cast("Judge", ShareOfRight()), tallies([1, 0, 1, 1, 0, 1]), lambda: None) for _ in range(2))
    assert one == two


def test_a_tenth_lies_below_and_above_and_what_is_no_number_is_left_out() -> None:
    assert Spread.of([math.nan, *range(1, 21)]) == Spread(10.5, 3, 18)
