"""People who set off, are let go or are counted as displaced; and what only sounds like it."""

from __future__ import annotations

import pytest

from tests.ledger.intake.reader import bounds, kinds, only


@pytest.mark.parametrize(
    ("text", "kind", "affected"),
    [
        ("Gunmen let a merchant of Nawa go after a ransom was paid.", "release", (1, 1, "exact")),
        (
            "The third batch set off from Nawa with buses carrying about 3100 people.",
            "displacement",
            (3100, None, "about"),
        ),
        ("The agency has recorded 71,340 internally displaced people.", "displacement", (71340, 71340, "exact")),
        ("Arrests in Nawa since October now exceed 10,400.", "detention", (10400, None, "more_than")),
        ("Reports by families in Nawa put the missing at more than 700.", "other", (700, None, "more_than")),
    ],
)
def test_how_many_are_moved_freed_or_missing(text: str, kind: str, affected: tuple[int, int | None, str]) -> None:
    draft = only(text)
    assert (draft.kind.value, bounds(draft.affected)) == (kind, affected)


@pytest.mark.parametrize(
    "text",
    [
        "Some 14,000 complaints of detention have reached the association of abductees.",
        "A report released today says that much of Nawa lies in ruins.",
        "The faction released a video of the wounded.",
        "An aid convoy reached Nawa.",
    ],
)
def test_complaints_reports_and_convoys_move_nobody(text: str) -> None:
    assert kinds(text) == []


def test_what_an_agreement_provides_for_has_not_happened_by_it() -> None:
    text = "An agreement was reached between the two sides providing for the evacuation of the fighters."
    assert kinds(text) == ["agreement"]


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("Over 8,000 people have crossed the river into Tafas.", 8000),
        ("About 400 fighters with their families have arrived in Afrin.", 400),
        ("Neighbouring states had received over 730,000 refugees by 11 July.", 730000),
    ],
)
def test_a_crowd_that_crosses_or_arrives_is_displaced(text: str, low: int) -> None:
    draft = only(text)
    assert (draft.kind.value, draft.affected and draft.affected.low) == ("displacement", low)


@pytest.mark.parametrize(
    "text",
    [
        "A convoy with aid to 16 thousand families entered Tafas.",
        "About 400 fighters arrived in Tafas.",
        "Two men crossed the street in Tafas.",
        "Hundreds of detainees, whose fate is unknown, are in its jails.",
    ],
)
def test_soldiers_travellers_and_aid_are_not(text: str) -> None:
    assert kinds(text) == []
