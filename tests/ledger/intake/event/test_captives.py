"""People led away, missing or moved; and words for it that move nobody."""

from __future__ import annotations

import pytest

from tests.ledger.intake.reader import bounds, kinds, only


@pytest.mark.parametrize(
    ("text", "kind", "affected"),
    [
        ("Gunmen took three men off a bus near Nawa.", "abduction", (3, 3, "exact")),
        ("They raided Nawa, taking an unknown number of young men with them.", "abduction", None),
        ("They raided Nawa and took 14 young men into custody.", "detention", (14, 14, "exact")),
        ("Six people were still unaccounted for in Nawa.", "other", (6, 6, "exact")),
        ("Hundreds of families were on the road to Tafas.", "displacement", (None, None, "hundreds")),
    ],
)
def test_people_led_away_missing_or_moved_are_told(
    text: str, kind: str, affected: tuple[int | None, int | None, str] | None
) -> None:
    draft = only(text)
    assert draft.kind.value == kind
    if affected is not None:
        assert bounds(draft.affected) == affected


def test_missing_people_are_coded_as_missing() -> None:
    draft = only("Eleven residents remain unaccounted for in Nawa.")
    assert draft.harm is not None
    assert draft.harm.value == "missing"


@pytest.mark.parametrize(
    "text",
    [
        "The attacks resulted in casualties, displacement and destruction in the area.",
        "The army issued an evacuation order for three villages.",
        "The search for the missing goes on in Nawa.",
        "They took three positions from the enemy.",
    ],
)
def test_words_for_it_alone_move_nobody(text: str) -> None:
    assert not {"displacement", "abduction", "detention"} & set(kinds(text))


def test_prisoners_exchanged_are_released_and_charges_are_not() -> None:
    assert kinds("تبادلت الفصائل وقوات النظام 12 أسيراً قرب بلدة نوى.") == ["release"]
    assert kinds("تبادلت الفصائل وقوات النظام الاتهامات.") == []


def test_a_convoy_of_people_driven_out_arrives_and_a_toll_does_not() -> None:
    assert kinds("وصلت قافلة تقل 1500 مهجر إلى مدينة الباب.") == ["displacement"]
    assert kinds("وصلت حصيلة القصف إلى 45 قتيلاً في مدينة الباب.") == ["toll_stated"]


def test_a_meeting_that_failed_to_agree_made_no_agreement() -> None:
    assert kinds("فشل اجتماع بين الفصائل والجانب الروسي في التوصل إلى اتفاق حول درعا البلد.") == ["negotiation_failed"]


@pytest.mark.parametrize(
    ("text", "kind", "low"),
    [
        ("More than 40 soldiers were captured at roadblocks near Tafas.", "detention", 40),
        ("150 prisoners had been taken by the army in Tafas.", "detention", 150),
        ("22 guards were seized in Tafas by ISIS.", "abduction", 22),
        ("They began a combing campaign in Tafas in which 25 persons were arrested.", "detention", 25),
        ("In Tafas 13 captives who were held by the army were let go.", "release", 13),
    ],
)
def test_people_before_the_verb_are_those_taken(text: str, kind: str, low: int) -> None:
    draft = only(text)
    assert (draft.kind.value, draft.affected and draft.affected.low) == (kind, low)


@pytest.mark.parametrize(
    "text",
    [
        "Three men, who had been kidnapped before, spoke in Tafas.",
        "Residents hold the factions responsible for kidnapping them.",
        "Of the 784 munitions that the Coalition released over both countries, half were guided.",
    ],
)
def test_background_and_munitions_are_nobody_taken(text: str) -> None:
    assert kinds(text) == []


def test_a_life_taken_is_nobody_led_away() -> None:
    draft = only("Raids hit Tafas, and they took away the lives of 17 civilians.")
    assert (draft.kind.value, bounds(draft.killed)) == ("strike", (17, 17, "exact"))
