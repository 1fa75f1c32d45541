"""Shootings, beatings and bodies found; and counts of incidents, which tell of none."""

from __future__ import annotations

import pytest

from tests.ledger.intake.reader import kinds


@pytest.mark.parametrize(
    "text",
    [
        "Settlers set fire to two cars and beat a shepherd.",
        "A fighter was found killed on the road to Nawa.",
        "A mass grave was found near Nawa.",
        "Two men on a motorbike fired at a baker in Nawa.",
        "A 15-year-old, hit by live fire in Nawa, was pronounced dead at the hospital.",
    ],
)
def test_violence_of_no_other_kind_is_told_as_such(text: str) -> None:
    assert kinds(text) == ["violence"]


@pytest.mark.parametrize(
    "text",
    [
        "The operations which cells carried out in Nawa have jumped to 173, in the form of attacks and explosions.",
        "There are allegations of hundreds of civilian deaths in Nawa.",
        "Fighting between the army and the rebels in Nawa enters its fourth month.",
        "An aircraft dropped leaflets over Nawa.",
        "The number to be freed today in Nawa was put at 125.",
    ],
)
def test_what_sums_up_alleges_or_awaits_is_no_event(text: str) -> None:
    assert kinds(text) == []


def test_a_battle_since_which_is_counted_is_no_second_event() -> None:
    assert "clash" not in kinds("356 civilians have been killed since the battle of Nawa began on the 5th of June.")


def test_fighting_of_two_sides_needs_no_place() -> None:
    assert kinds("The fighting pitted forces loyal to the governor against a tribal brigade.") == ["clash"]


@pytest.mark.parametrize(
    "text",
    [
        "قتلت قوات الشرطة 35 متطرفاً حاولوا التسلل إلى مدينة هيت.",
        "تمكنت القوات الخاصة من قتل 12 عنصراً قرب مدينة هيت.",
        "في الفترة نفسها، قُتل رجلان وأُصيب ثمانية في هجوم بإطلاق النار عند مدينة هيت في 30 تموز.",
    ],
)
def test_a_killing_by_somebody_or_on_a_day_is_no_toll(text: str) -> None:
    assert kinds(text) == ["violence"]


def test_a_killing_counted_since_a_day_is_a_toll() -> None:
    assert kinds("قتلت قوات الشرطة 35 متطرفاً منذ مطلع تموز في محافظة الأنبار.") == ["toll_stated"]


def test_fighters_killed_by_a_party_fell_in_a_clash() -> None:
    assert kinds("An ambush by ISIS on a military bus near Nawa killed two soldiers.") == ["clash"]
    assert kinds("An ambush by ISIS on a bus near Nawa killed two civilians.") == ["violence"]
