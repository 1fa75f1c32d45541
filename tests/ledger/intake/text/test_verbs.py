"""A verb of another event opens a clause of its own; one of the same event does not."""

from __future__ import annotations

import pytest

from tests.ledger.intake.reader import bounds, drafts, kinds


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The army shelled the town of Nawa, displacing some 400 families.", ["shelling", "displacement"]),
        ("Rebels seized Tafas and executed four soldiers.", ["control_change", "execution"]),
        ("The factions repelled an attack on Nawa and shelled Jasim with mortars.", ["clash", "shelling"]),
        ("Its men repelled an attempt to enter Nawa and had shelled Jasim with mortars.", ["shelling"]),
        ("Regime forces stormed Nawa and arrested 14 citizens.", ["detention"]),
        ("Regime forces clashed with rebels in Nawa amid raids, shelling and sniping.", ["clash"]),
        ("A man known as Abu Zayd was arrested in Nawa.", ["detention"]),
    ],
)
def test_each_event_of_a_sentence_is_a_draft(text: str, told: list[str]) -> None:
    assert kinds(text) == told


def test_people_of_each_verb_stay_apart() -> None:
    found = {
        draft.kind.value: draft for draft in drafts("Gunmen stormed Nawa, killed two men and abducted three others.")
    }
    assert bounds(found["violence"].killed) == (2, 2, "exact")
    assert bounds(found["abduction"].affected) == (3, 3, "exact")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "One soldier was shot dead during a raid in Nawa, sources say, and seven suspects were rounded up.",
            ["violence", "detention"],
        ),
        (
            "Jets carried out 30 raids on Nawa, and mortar shells, fired by rebels, landed in Tafas.",
            ["strike", "shelling"],
        ),
        (
            "Clashes broke out in Nawa, in which the army managed to control several blocks.",
            ["clash", "control_change"],
        ),
        ("Clashes broke out in Nawa between the army and rebels, in which three soldiers were killed.", ["clash"]),
        ("In Nawa, meanwhile, gunmen beat a shepherd.", ["violence"]),
        ("Jets bombed Nawa, which were followed by the displacement of 300 families.", ["strike", "displacement"]),
    ],
)
def test_a_subject_arms_or_a_relative_of_its_own_open_another_event(text: str, told: list[str]) -> None:
    assert kinds(text) == told
