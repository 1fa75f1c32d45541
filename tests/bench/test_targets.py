"""A score meets its target or does not; what could not be computed meets none."""

from __future__ import annotations

import math

import pytest

from bench.reading.judge import Verdict
from bench.reading.targets import DEVELOPMENT, OVERLAP, Target, missed, unseen

GOOD = {target.score: target.bound for target in DEVELOPMENT}


def told(**changed: float) -> Verdict:
    scores = {**GOOD, **changed}
    return Verdict("a set", "", {k: v for k, v in scores.items() if k != OVERLAP}, scores[OVERLAP], 35, ())


def test_scores_on_their_bounds_meet_them() -> None:
    assert missed(told(), DEVELOPMENT) == []


@pytest.mark.parametrize("target", DEVELOPMENT, ids=lambda target: target.score)
def test_a_score_beyond_its_bound_is_missed(target: Target) -> None:
    beyond = target.bound + (1 if target.at_most else -0.01)
    assert missed(told(**{target.score: beyond}), DEVELOPMENT) == [target]


def test_scores_count_as_they_are_printed() -> None:
    assert missed(told(draft_f1=0.8751), DEVELOPMENT) == []


def test_what_could_not_be_computed_meets_nothing() -> None:
    assert not Target("draft_f1", 0.0).is_met(math.nan)
    assert not Target("negatives_hit", 3, at_most=True).is_met(math.nan)


def test_a_tenth_of_the_negatives_may_be_hit_on_unseen_reports() -> None:
    target = unseen(35)[-1]
    assert (target.is_met(3), target.is_met(4), str(target)) == (True, False, "≤ 3.5")
