"""How sure the words are, who says it, and what they say beside."""

from __future__ import annotations

import pytest

from tests.ledger.intake.reader import drafts, only


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("Warplanes bombed Nawa", "asserted"),
        ("The Observatory monitored raids on Nawa", "asserted"),
        ("SOHR learned that warplanes bombed Nawa", "reported"),
        ("Reliable sources said warplanes bombed Nawa", "reported"),
        ("SOHR activists reported that warplanes bombed Nawa", "asserted"),
        ("The army claimed that warplanes bombed Nawa", "claimed"),
        ("The army denied that warplanes bombed Nawa", "denied"),
        ("أفادت مصادر بأن طائرات حربية قصفت بلدة نوى", "reported"),
        ("وردت أنباء عن قصف طائرات حربية بلدة نوى", "reported"),
        ("قصفت طائرات حربية بلدة نوى، ولا أنباء عن إصابات", "asserted"),
        ("نفى الجيش أن تكون الطائرات قصفت بلدة نوى", "denied"),
    ],
)
def test_certainty_follows_the_words(text: str, certainty: str) -> None:
    assert only(text).certainty.value == certainty


def test_the_source_is_named_in_its_own_words() -> None:
    assert only("The Syrian Observatory said that warplanes bombed Nawa").attribution == "The Syrian Observatory"
    assert only("Warplanes bombed Nawa").attribution is None


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("Shells fell on Nawa, no casualties were reported", "no_casualties_reported"),
        ("Shells fell on Nawa, there is no information about casualties", "casualties_unknown"),
        ("Shells fell on Nawa and caused material damage", "material_damage_only"),
        ("Clashes in Nawa left five dead on each side", "count_of_each_side"),
        ("The toll in Nawa rose to 23 and is expected to rise further, the toll may rise", "toll_expected_to_rise"),
        ("سقطت قذائف على نوى دون معلومات عن خسائر بشرية", "casualties_unknown"),
    ],
)
def test_what_a_reviewer_should_know_is_a_flag(text: str, flag: str) -> None:
    assert flag in only(text).flags


def test_lives_claimed_are_no_claim() -> None:
    assert only("Clashes in Nawa claimed the lives of 38 fighters").certainty.value == "asserted"


@pytest.mark.parametrize(
    "text",
    [
        "The coalition had not carried out any strike on Nawa, its spokesman said.",
        "Russia insists that its planes did not bomb the camp near Tafas.",
    ],
)
def test_a_party_that_says_it_did_not_strike_denies_it(text: str) -> None:
    assert [draft.certainty.value for draft in drafts(text)] == ["denied"]


@pytest.mark.parametrize(
    "text", ["Warplanes did not bomb Tafas today.", "Residents said that no raids were carried out on Nawa."]
)
def test_what_nobody_did_is_no_denial(text: str) -> None:
    assert drafts(text) == []
