"""Arabic place phrases without a known name, and people's names that must not become one."""

from __future__ import annotations

import pytest

from tests.ledger.intake.reader import drafts, only


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("انفجرت سيارة في سوق الخضار بمدينة رأس العين ما تسبب بمقتل 8 أشخاص.", "سوق الخضار بمدينة رأس العين"),
        ("قتل شخصان بغارة على منزل في دردغيا جنوب صور.", "دردغيا"),
        ("خطف مجهولون 3 أشخاص قرب كباجب يوم الخميس.", "كباجب"),
    ],
)
def test_a_place_is_known_by_its_landmark_or_by_what_lies_beside_it(text: str, place: str) -> None:
    found = only(text).place
    assert found is not None
    assert found.text == place


@pytest.mark.parametrize(
    "text",
    [
        "استشهد الشاب سامي خالد برصاص الاحتلال قرب منزله في بلدة قباطية.",
        "قتل سامي خالد بانفجار لغم قرب بيته شرق تدمر.",
        "اغتال مجهولون المدعو سامي خالد في بلدة تسيل.",
        "أصيب المواطن سامي خالد بجروح في قصف على منزل سامي خالد في إدلب.",
    ],
)
def test_the_name_of_a_person_is_neither_place_nor_party(text: str) -> None:
    for draft in drafts(text):
        told = [phrase.text for phrase in (draft.place, draft.actor, draft.target) if phrase]
        assert not any("سامي" in words or "خالد" in words for words in told), told


def test_a_definite_word_for_a_kind_of_place_names_nothing_after_it() -> None:
    found = drafts("سيطرت الفصائل على المدينة ومطارها بعد معارك في تدمر.")
    assert found
    assert all(draft.place is None or "ومطارها" not in draft.place.text for draft in found)
