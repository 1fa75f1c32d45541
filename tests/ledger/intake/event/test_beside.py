"""Dead told in one breath with people taken or driven out."""

from __future__ import annotations

import pytest

from ledger.intake import Draft
from tests.ledger.intake.reader import bounds, drafts


def _by_kind(text: str) -> tuple[list[Draft], list[Draft]]:
    found = drafts(text)
    return [draft for draft in found if draft.affected], [draft for draft in found if draft.killed]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Gunmen killed 5 people and abducted 3 in Nawa.", "abduction"),
        ("5 people were killed and 3 were kidnapped by gunmen in Nawa on Friday.", "abduction"),
        ("In the raid on Nawa, 5 villagers were killed and 3 taken hostage.", "abduction"),
        ("5 people were killed when gunmen abducted 3 in Nawa.", "abduction"),
        ("5 people were killed and 3 arrested in Nawa.", "detention"),
        ("قتل 5 أشخاص واختطف 3 في نوى.", "abduction"),
        ("خطف مسلحون 3 أشخاص وقتلوا 5 في نوى.", "abduction"),
        ("قتل 5 مدنيين ونزح 3 في نوى.", "displacement"),
    ],
)
def test_the_dead_beside_people_taken_are_not_lost(text: str, kind: str) -> None:
    taken, dead = _by_kind(text)
    assert [(draft.kind.value, bounds(draft.affected)) for draft in taken] == [(kind, (3, 3, "exact"))]
    assert [bounds(draft.killed) for draft in dead] == [(5, 5, "exact")]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("At least 62 people have been killed and 1,200 arrested since 3 June.", "detention"),
        ("The death toll of the protests rose to 62, with 1,200 people arrested.", "detention"),
        ("In June, 62 people were killed in Nawa, 88 wounded and 1,200 displaced.", "displacement"),
        ("Over 1,200 people have been displaced and 62 killed since May.", "displacement"),
        ("Since 3 June, 62 protesters have been killed and the army has arrested 1,200.", "detention"),
    ],
)
def test_the_people_taken_beside_a_toll_are_not_lost(text: str, kind: str) -> None:
    taken, dead = _by_kind(text)
    assert [(draft.kind.value, draft.affected.low if draft.affected else None) for draft in taken] == [(kind, 1200)]
    assert [(draft.kind.value, draft.killed.low if draft.killed else None) for draft in dead] == [("toll_stated", 62)]


def test_whom_a_toll_fears_for_are_not_taken() -> None:
    taken, dead = _by_kind("62 people have been killed since 3 June, said the UN, which fears 1,200 may yet flee.")
    assert (len(taken), len(dead)) == (0, 1)
