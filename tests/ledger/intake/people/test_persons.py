"""What a person is called names no place, party, target or means."""

from __future__ import annotations

import pytest

from tests.ledger.intake.reader import drafts, only


@pytest.mark.parametrize(
    "text",
    [
        "Airstrikes killed 3 people in Canaryson's house in Nawa",
        "Gunmen led by Khalid Abu Canary killed 3 people in Nawa",
        "Regime forces commanded by Umm Canary shelled Nawa and killed 3 people",
        "Airstrikes hit the house of Samir Canary in Nawa and killed 3 people",
        "Airstrikes hit the Canary family house in Nawa, killing 3 people",
        "Shelling near Colonel Canary's post in Nawa killed 3 people",
        "Gunmen loyal to Samir Canary (+963 944 123 456) killed 4 people in Nawa",
        "قصفت الطائرات منزل سمير الكناري في نوى وقتلت 3 أشخاص",
        "قتل مسلحون بقيادة خالد أبو كناري 3 أشخاص في نوى",
        "قتل مسلحون موالون لسمير كناري 4 أشخاص في نوى",
    ],
)
def test_a_person_stands_in_no_field_of_a_draft(text: str) -> None:
    for draft in drafts(text):
        assert draft.place is not None
        assert draft.place.id == "sy-nawa"
        told = [phrase.text for phrase in (draft.place, draft.actor, draft.target, draft.means) if phrase]
        assert not any("anary" in words or "كناري" in words for words in told)
    assert drafts(text)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Airstrikes on Khan Shaykhun killed 7 people", "sy-khan-shaykhun"),
        ("Airstrikes on Sheikh Maskin killed 7 people", "sy-shaykh-miskin"),
        ("Airstrikes hit Umm Canary, killing 7 people", None),
    ],
)
def test_a_place_that_sounds_like_a_person_stays_a_place(text: str, place: str | None) -> None:
    found = only(text).place
    assert found is not None
    assert place is None or found.id == place


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed 4 people in Nawa",
        "Fighters loyal to Samir Canary entered Nawa and killed 4 people",
        "Gunmen loyal to Samir Canary (+963 944 123 456) killed 4 people in Nawa",
        "قتل مسلحون 4 أشخاص في نوى",
    ],
)
def test_what_somebody_did_is_an_event_and_no_running_toll(text: str) -> None:
    assert only(text).kind.value == "violence"


def test_what_somebody_did_over_a_period_is_a_toll() -> None:
    assert only("Gunmen killed more than 40 people in Nawa since 19 July").kind.value == "toll_stated"
