"""How alike two incidents are: reasons by part, and precision and recall on pairs judged by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from ledger.domain.values import Casualties, Count, Quantifier, When, exactly
from projections.likeness import LIKELY, Sighting, likeness

DAY = date(2018, 8, 1)
BASIN, JASIM, INKHIL = "sy/sy12/sy1202/basin/", "sy/sy12/sy1203/jasim/", "sy/sy12/sy1203/inkhil/"
DISTRICT, DARAA, SYRIA = "sy/sy12/sy1203/", "sy/sy12/", "sy/"


def killed(number: int, injured: int | None = None) -> Casualties:
    return Casualties(killed=exactly(number), injured=None if injured is None else exactly(injured))


def on(day: int, end: int | None = None) -> When:
    return When(start=date(2018, 8, day), end=date(2018, 8, end or day))


def strike(number: int | None = 3, report: str = "R-1", **parts: object) -> Sighting:
    """A strike on Jasim on 1 August, told of in one report."""
    figures = () if number is None else (killed(number),)
    made = Sighting("I-" + report, "strike_reported", JASIM, on(1), DAY, figures, None, None, frozenset({report}))
    return replace(made, **parts)  # type: ignore[arg-type]


def other(number: int | None = 3, **parts: object) -> Sighting:
    return strike(number, "R-2", **parts)


def score(one: Sighting, two: Sighting) -> int:
    found, back = likeness(one, two), likeness(two, one)
    assert found == back
    return found.score if found else 0


def test_a_score_says_why() -> None:
    found = likeness(strike(), other(4, party="x"))
    assert found is not None
    assert (found.score, found.reasons) == (92, ("same_place", "same_day", "same_kind", "killed_near"))


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (strike(), strike()),
        (strike(), other(reports=frozenset({"R-1", "R-2"}))),
        (strike(dataset="ucdp"), other(dataset="ucdp")),
        (strike(), other(path="")),
        (strike(path=""), other(path="")),
        (strike(), other(path=INKHIL)),
        (strike(), other(path=BASIN)),
        (strike(), other(path=DARAA)),
        (strike(), other(path=SYRIA)),
        (strike(), other(occurred=on(3))),
        (strike(), other(kind="calm_observed")),
        (strike(), other(kind="negotiation_failed")),
        (strike(kind="calm_observed"), other(kind="nothing_heard")),
        (strike(), other(occurred=When(), said_on=date(2018, 8, 3))),
    ],
)
def test_what_cannot_be_the_same_has_no_score(one: Sighting, two: Sighting) -> None:
    assert (likeness(one, two), likeness(two, one)) == (None, None)


@pytest.mark.parametrize(
    ("two", "reason"),
    [
        (other(path=DISTRICT), "one_place_in_the_other"),
        (other(occurred=on(2)), "a_day_apart"),
        (other(occurred=on(1, 3)), "days_overlap"),
        (other(occurred=on(1, 30)), "long_spans_overlap"),
        (other(occurred=When(), said_on=date(2018, 8, 2)), "told_of_on_the_same_days"),
        (other(kind="shelling_reported"), "kindred_kind"),
        (other(kind="violence_reported"), "kind_not_given"),
        (other(40), "killed_differ"),
        (other(figures=(Casualties(killed=Count(qualifier=Quantifier.TENS)),)), "same_day"),
        (other(figures=(killed(9), killed(3))), "killed_equal"),
        (other(means="barrel bombs"), "same_kind"),
    ],
)
def test_each_part_gives_its_reason(two: Sighting, reason: str) -> None:
    found = likeness(strike(), two)
    assert found is not None
    assert reason in found.reasons


def test_what_is_not_given_speaks_for_nothing_and_what_differs_against() -> None:
    assert score(strike(None), other(3)) == score(strike(None), other(None)) == 85
    assert score(strike(3), other(40)) < score(strike(None), other(3)) < score(strike(3), other(3))
    assert score(strike(party="a"), other(party="b")) < score(strike(party="a"), other()) < 101
    assert score(strike(party="a", means="m"), other(party="a", means="m")) == 100


SAME = [
    ("two agencies, one raid", strike(3), other(3)),
    ("the second counts one more", strike(3), other(4)),
    ("the second knows no number", strike(3), other(None)),
    ("artillery or aircraft, nobody is sure", strike(3), other(3, kind="shelling_reported")),
    ("the wire names the district", strike(3), other(3, path=DISTRICT)),
    ("after midnight", strike(3), other(3, occurred=on(2))),
    ("a row without a kind", strike(3), other(3, kind="violence_reported")),
    ("the text gives no day", strike(3), other(3, occurred=When(), said_on=DAY)),
    ("calm, seen by two", strike(None, kind="calm_observed"), other(None, kind="calm_observed")),
    ("the same words of a place in no list", strike(3, path="~وادي/"), other(3, path="~وادي/")),
    ("large, rounded", strike(48), other(50)),
    ("the third source agrees", strike(9, figures=(killed(9), killed(3))), other(3)),
]
TWO = [
    ("next town", strike(3), other(3, path=INKHIL)),
    ("another day", strike(3), other(3, occurred=on(4))),
    ("one killed three, the other forty", strike(3), other(40)),
    ("a raid and talks", strike(3), other(None, kind="negotiation_failed")),
    ("a raid and an execution by others", strike(3, party="a"), other(3, kind="execution_reported", party="b")),
    ("the whole governorate", strike(3), other(3, path=DARAA)),
    ("a month of shelling", strike(None, kind="shelling_reported"), other(None, occurred=on(1, 30))),
    ("the next morning, other numbers", strike(3), other(12, occurred=on(2))),
    ("the next morning, no numbers", strike(None), other(None, occurred=on(2))),
    ("somewhere in the district, no numbers", strike(None), other(None, path=DISTRICT)),
    ("told in one report", strike(3), other(3, reports=frozenset({"R-1"}))),
    ("two parties", strike(3, party="a"), other(9, party="b")),
]


def test_precision_and_recall_on_pairs_judged_by_hand() -> None:
    found = {name for name, one, two in SAME + TWO if score(one, two) >= LIKELY}
    right = {name for name, _, _ in SAME}
    assert (right - found, found - right) == (set(), set())
