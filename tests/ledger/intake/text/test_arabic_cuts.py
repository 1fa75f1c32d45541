"""Where Arabic tells something new after a comma."""

from __future__ import annotations

import pytest

from ledger.intake.text.clauses import sentences
from ledger.intake.text.normalise import fold
from tests.ledger.intake.reader import bounds, drafts, kinds, only


def starts(text: str) -> list[str]:
    """The first word of each clause."""
    folded = fold(text)
    return [
        sentence.tokens[clause.first].word
        for sentence in sentences(folded.text, folded.lower, 0, len(folded.text))
        for clause in sentence.clauses
    ]


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("قتل رجل في نوى، وفي بلدة جاسم قصفت الطائرات سوقاً", "وفي"),
        ("استشهد 4 في إدلب، وفي محافظة درعا 6 شهداء", "وفي"),
        ("ينص المقترح على هدنة، مؤكداً أن جولة المحادثات انتهت دون نتيجة", "مؤكدا"),
        ("قصفت الطائرات بلدة نوى، أعلن الجيش مقتل أربعة من عناصره هناك", "اعلن"),
        ("تدور اشتباكات قرب نوى، تمكنت قوات النظام من السيطرة على تل", "تمكنت"),
        ("استشهد 14 في غارة على نوى، و6 أشخاص قضوا في قصف على جاسم", "و"),
    ],
)
def test_a_verb_behind_a_place_or_a_number_with_its_cause_begins_something_new(text: str, start: str) -> None:
    assert start in starts(text)[1:]


@pytest.mark.parametrize(
    "text",
    [
        "دارت اشتباكات بين قوات النظام من جهة، ومقاتلي الفصائل من جهة أخرى",
        "قصفت الطائرات بلدة نوى، قال ناشط محلي",
        "انفجرت عبوة على طريق الطيبة – المسيفرة",
        "استشهد 12 بينهم طفل، و4 نساء",
    ],
)
def test_the_other_side_the_speaker_a_road_and_parts_begin_nothing(text: str) -> None:
    assert len(starts(text)) == 1


def test_events_that_divide_a_toll_are_told_apart_with_its_day() -> None:
    text = (
        "ارتفع إلى 21 عدد الشهداء الذين قضوا أمس الأربعاء في ريف دمشق، هم 9 مواطنين استشهدوا في غارات على مدينة سقبا، "
        "و8 أشخاص قضوا في قصف مدفعي على بلدة جسرين، و4 أشخاص جراء قصف بقذائف الهاون على مدينة دوما."
    )
    found = drafts(text)
    assert [(draft.kind.value, (bounds(draft.killed) or ())[0]) for draft in found] == [
        ("toll_stated", 21), ("strike", 9), ("shelling", 8), ("shelling", 4),
    ]  # fmt: skip
    assert {draft.occurred.end for draft in found if draft.occurred} == {found[0].counted_to}


def test_parts_of_this_total_are_no_tolls_of_their_own() -> None:
    text = "ما رفع الإجمالي منذ 8 أكتوبر 2017 إلى 318 قتيلا و907 جرحى، وفي هذا الإجمالي 19 طفلا و60 امرأة قُتلوا."
    killed = only(text).killed
    assert killed is not None
    assert [(entry.group, entry.low) for entry in killed.breakdown] == [("children", 19), ("women", 60)]


def test_dead_of_several_causes_are_a_sum_and_no_event() -> None:
    assert kinds("قتل 31 من قوات النظام إثر اشتباكات وتفجير عبوات ناسفة في محافظتي حلب وإدلب.") == ["toll_stated"]
    assert kinds("قتل 9 مقاتلين في قصف واشتباكات بمحيط بلدة العيس.") == ["toll_stated"]
    assert kinds("قتل 9 مقاتلين في قصف على محيط بلدة العيس.") == ["shelling"]


def test_death_under_torture_is_told_with_its_cause() -> None:
    draft = only("استشهد رجلان تحت التعذيب في أحد سجون النظام.")
    assert (draft.kind.value, bounds(draft.killed)) == ("violence", (2, 2, "exact"))
    assert draft.means is not None
    assert "التعذيب" in draft.means.text


def test_what_calm_is_broken_by_is_an_event_where_it_harmed_somebody() -> None:
    assert kinds("يسود هدوء حذر جبهات بلدة هجين خلا رصاص قناصة أودى بحياة رجل.") == ["calm_observed", "violence"]
    assert kinds("يسود هدوء حذر بلدة هجين لم يعكره سوى رشقات متقطعة.") == ["calm_observed"]


def test_what_had_happened_before_is_told_apart() -> None:
    text = "عثر أهالي بلدة صيدا على جثة شاب، كان مجهولون قد خطفوه قبل 9 أيام."
    assert kinds(text) == ["violence", "abduction"]
