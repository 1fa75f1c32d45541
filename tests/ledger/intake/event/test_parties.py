"""Who acted, with what, and the parties that did not."""

from __future__ import annotations

import pytest

from tests.ledger.intake.reader import drafts, only


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Regime forces shelled Nawa", "regime-forces"),
        ("Nawa was shelled by regime forces", "regime-forces"),
        ("Russian jets bombed Nawa", "russian-forces"),
        ("Israeli strikes on Damascus", "israeli-forces"),
        ("Shelling by the Khalid Army on Nawa", "jaysh-khalid"),
        ("قصفت قوات النظام بلدة نوى", "regime-forces"),
        ("قصف قوات النظام على نوى", "regime-forces"),
        ("غارات روسية على نوى", "russian-forces"),
        ("خطف مسلحون مجهولون رجلاً في نوى", "unidentified-gunmen"),
    ],
)
def test_the_party_that_acts_has_an_id(text: str, actor: str) -> None:
    found = only(text).actor
    assert found is not None
    assert found.id == actor


def test_a_carrier_without_a_party_has_no_id() -> None:
    found = only("Warplanes bombed Nawa").actor
    assert found is not None
    assert (found.text, found.id) == ("Warplanes", None)


@pytest.mark.parametrize(
    "text",
    [
        "Shells killed 3 members of the SDF in Nawa",
        "Nawa, which the SDF controls, was hit by shells",
        "Nawa was hit by shells",
    ],
)
def test_victims_and_holders_are_not_the_party_that_acts(text: str) -> None:
    assert only(text).actor is None


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("A helicopter dropped barrel bombs on Nawa", "barrel bombs"),
        ("Regime forces fired mortars at Nawa", "mortars"),
        ("A landmine killed two farmers near Nawa", "landmine"),
        ("ألقت مروحية براميل متفجرة على نوى", "barrel bombs"),
        ("انفجر لغم قرب نوى وقتل طفلاً", "landmine"),
    ],
)
def test_means_are_coded_alike_in_both_languages(text: str, means: str) -> None:
    found = only(text).means
    assert found is not None
    assert found.id == means


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("The airstrikes were accompanied by artillery shelling by the regime forces on Nawa", "artillery shelling"),
        ("Mortar shelling of Nawa followed the airstrikes", "Mortar"),
    ],
)
def test_shelling_beside_strikes_keeps_its_own_means(text: str, means: str) -> None:
    shelling = next(draft for draft in drafts(text) if draft.kind.value == "shelling")
    assert shelling.means is not None
    assert shelling.means.text == means


def test_a_leader_s_name_is_neither_place_nor_party() -> None:
    draft = only("Fighters led by Khalid Abu Salim attacked Jasim and killed 4 soldiers")
    assert draft.kind.value == "clash"
    assert draft.killed is not None
    assert draft.killed.low == 4
    assert draft.place is not None
    assert draft.place.text == "Jasim"
    assert draft.actor is None or "Salim" not in draft.actor.text
