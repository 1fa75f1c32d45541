"""Killed and injured joined by the Arabic "and": each number its own harm, one number for both neither."""

from __future__ import annotations

import pytest

from tests.ledger.intake.reader import bounds, drafts, groups, only


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("استشهد 4 مواطنين وجرح آخرون في غارة على رفح.", (4, 4), (None, None)),
        ("قتل 5 مدنيين وأصيب 7 بقصف مدفعي على بلدة تفتناز.", (5, 5), (7, 7)),
        ("أصيب 7 وقتل 5 بقصف على تفتناز.", (5, 5), (7, 7)),
        ("إصابة 9 أشخاص ومقتل 3 في غارة على إدلب.", (3, 3), (9, 9)),
        ("6 قتلى و11 جريحاً في غارة على إدلب.", (6, 6), (11, 11)),
        ("ستة أشخاص قتلوا وجرح خمسة عشر في غارة على إدلب.", (6, 6), (15, 15)),
        ("لقي أربعة منهم مصرعهم وأصيب ثلاثة آخرون بانفجار لغم في تدمر.", (4, 4), (3, 3)),
        ("جرح 4 أطفال واستشهدت امرأة بقذيفة هاون على عفرين.", (1, 1), (4, 4)),
        ("أودت قذيفة سقطت على سوق في عفرين بستة أشخاص وأصيب تسعة.", (6, 6), (9, 9)),
        ("انفجر لغم بسيارة قرب الحمرا، ففقد مدني حياته وأصيب 15 آخرون.", (1, 1), (15, 15)),
        ("قتل اثنان وجرح ثلاثة بغارة على تفتناز.", (2, 2), (3, 3)),
        ("استشهدو ٢ رجال وانجرح ١١ بصاروخ وقع على إدلب", (2, 2), (11, 11)),
    ],
)
def test_each_number_keeps_its_own_harm_in_every_order(
    text: str, killed: tuple[int, int], injured: tuple[int | None, int | None]
) -> None:
    draft = only(text)
    assert (bounds(draft.killed) or ())[:2] == killed
    assert (bounds(draft.injured) or ())[:2] == injured


@pytest.mark.parametrize(
    "text",
    [
        "مقتل وإصابة 12 شخصاً في قصف على إدلب.",
        "سقوط 12 شخصاً بين قتيل وجريح بقصف على إدلب.",
        "سقط 12 قتيلاً وجريحاً بغارة على إدلب.",
        "مقتل وجرح عشرات المدنيين في قصف على سوق بمدينة إدلب.",
    ],
)
def test_one_number_for_killed_and_injured_together_is_given_to_neither(text: str) -> None:
    for draft in drafts(text):
        assert draft.killed is None or draft.killed.states_nothing
        assert draft.injured is None or draft.injured.states_nothing


def test_a_pronoun_takes_up_the_one_person_told_before() -> None:
    text = "أطلق مسلحون مجهولون النار على عنصر سابق في بلدة تسيل ما أدى إلى مقتله على الفور."
    assert (bounds(only(text).killed) or ())[:2] == (1, 1)


def test_those_who_died_of_the_wounded_are_no_part_of_them() -> None:
    text = "استقبل المشفى أكثر من 900 جريح فارق 60 منهم الحياة في إدلب."
    assert 60 in [draft.killed.low for draft in drafts(text) if draft.killed]


def test_those_killed_after_a_list_of_the_wounded_are_no_part_of_it() -> None:
    draft = only("أصيب 10 مدنيين بينهم 3 أطفال وقتل رجلان بقصف على إدلب.")
    assert (bounds(draft.killed) or ())[:2] == (2, 2)
    assert groups(draft.injured) == {"civilians": 10, "children": 3}


def test_hundreds_of_killed_and_wounded_are_neither() -> None:
    for draft in drafts("مئات القتلى والجرحى في قصف على مدينة نيالا."):
        assert draft.killed is None or draft.killed.states_nothing
