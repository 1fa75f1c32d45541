"""Arabic connectors of two words, and what a glued "and" opens."""

from __future__ import annotations

import pytest

from tests.ledger.intake.reader import drafts, kinds


@pytest.mark.parametrize("joint", ["في حين", "بينما", "فيما", "في المقابل", "ثم"])
def test_what_follows_a_connector_is_an_event_of_its_own(joint: str) -> None:
    text = f"شنت طائرات حربية غارات على سراقب، {joint} استهدفت قوات النظام بقذائف الهاون بلدة تفتناز."
    assert kinds(text) == ["strike", "shelling"]


def test_a_glued_and_before_an_event_of_another_kind_begins_it() -> None:
    text = "سيطرت الفصائل على بلدة تفتناز وأفرجت عن 12 معتقلاً."
    assert kinds(text) == ["control_change", "release"]


def test_a_toll_after_a_death_is_told_apart_from_it() -> None:
    text = "قتل رجل بقصف على إدلب، ليرتفع إلى 724 عدد القتلى في الغوطة."
    assert [draft.killed.low for draft in drafts(text) if draft.killed] == [1, 724]


def test_deaths_in_one_place_are_not_given_to_a_strike_on_another() -> None:
    text = "قُتل ثلاثة مدنيين في إدلب، وقصفت الطائرات الحربية حلب بعدة غارات."
    strike = next(draft for draft in drafts(text) if draft.kind.value == "strike")
    assert strike.killed is None


@pytest.mark.parametrize(
    "text",
    [
        "وأغار الطيران على حلب، مهدداً بضربة أخرى على إدلب إن لم ينسحب المسلحون.",
        "وأغار الطيران على حلب.",
    ],
)
def test_a_threat_beside_an_event_is_none(text: str) -> None:
    assert kinds(text) == ["strike"]
