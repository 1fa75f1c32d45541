"""Harm told by a pronoun belongs to the people named before."""

from __future__ import annotations

import pytest

from tests.ledger.intake.reader import bounds, only


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Gunmen opened fire on a baker in front of his shop in Nawa, killing him at once.", (1, 1, "exact")),
        ("Two men on a motorbike fired at a teacher in Nawa and killed him.", (1, 1, "exact")),
        ("Gunmen opened fire on three shepherds near Nawa and killed them.", (3, 3, "exact")),
        ("A soldier was shot at near Nawa and he died on the way to hospital.", (1, 1, "exact")),
        ("Gunmen opened fire on a baker in Nawa without killing him.", None),
        ("Gunmen opened fire on a baker in Nawa and threatened to kill him.", None),
    ],
)
def test_a_pronoun_takes_up_the_people_told_before(text: str, killed: tuple[int, int, str] | None) -> None:
    assert bounds(only(text).killed) == killed
