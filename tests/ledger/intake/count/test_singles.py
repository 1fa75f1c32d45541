"""Arabic counts without a numeral before their noun, and number words that count nobody."""

from __future__ import annotations

import pytest

from tests.ledger.intake.reader import bounds, groups, kinds, only


@pytest.mark.parametrize(
    ("text", "affected"),
    [
        ("أطلقت أجهزة النظام سراح معتقلين اثنين من أبناء درعا.", 2),
        ("أفرجت الفصائل عن 44 في درعا.", 44),
        ("خطف مجهولون تاجراً من أبناء مدينة الصنمين.", 1),
        ("ألقت قوات الأمن القبض على 6 متهمين في كركوك.", 6),
    ],
)
def test_people_taken_or_freed_are_counted_with_or_without_a_noun(text: str, affected: int) -> None:
    assert (bounds(only(text).affected) or ())[:2] == (affected, affected)


def test_people_freed_together_are_told_by_group_and_not_by_the_first_number() -> None:
    draft = only("أُطلق سراح 4 نساء و7 أطفال كانوا محتجزين في عفرين.")
    assert draft.affected is not None
    assert draft.affected.low is None
    assert groups(draft.affected) == {"women": 4, "children": 7}


@pytest.mark.parametrize(
    "text",
    ["قُتل مدير مدرسة برصاص مجهولين في مدينة نوى.", "استشهد الشاب سامي برصاص الاحتلال في بلدة قباطية."],
)
def test_a_person_told_by_office_or_name_is_one_and_the_name_is_in_no_field(text: str) -> None:
    draft = only(text)
    assert (bounds(draft.killed) or ())[:2] == (1, 1)
    named = [phrase.text for phrase in (draft.place, draft.actor, draft.target) if phrase]
    assert not any("سامي" in words for words in named)


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("ارتفعت إلى 57 حصيلة قتلى يوم واحد من القصف في إدلب.", 57),
        ("ارتفع إلى 724 بينهم 170 طفلاً دون سن الثامنة عشرة و109 مواطنات عدد الذين استشهدوا في إدلب.", 724),
        ("بلغت حصيلة القتلى 41 ألفاً و500 في غزة.", 41_500),
        ("بلغ عدد القتلى ثلاثة آلاف ومئتين وعشرين في غزة.", 3_220),
    ],
)
def test_a_toll_is_the_number_of_people_and_not_an_age_or_a_day(text: str, killed: int) -> None:
    draft = only(text)
    assert draft.killed is not None
    assert draft.killed.low == killed


def test_a_toll_that_was_passed_is_more_than_the_number() -> None:
    assert bounds(only("تعدى عدد الشهداء في إدلب الـ 400.").killed) == (400, None, "more_than")


def test_a_toll_of_arrests_counts_no_dead() -> None:
    assert all(
        draft_kind != "toll_stated" or only("ترتفع حصيلة الاعتقالات في نابلس إلى 6265.").killed is None
        for draft_kind in kinds("ترتفع حصيلة الاعتقالات في نابلس إلى 6265.")
    )


def test_the_whole_that_some_were_freed_of_is_not_counted_as_freed() -> None:
    assert (bounds(only("من أصل 300 معتقل أفرج عن 40 فقط في حماة.").affected) or ())[:2] == (40, 40)


def test_a_time_may_stand_between_the_verb_and_the_one_who_is_named() -> None:
    draft = only("استشهد فجر اليوم الفتى م. خ. (16 عاما) برصاص الجيش في مخيم الفارعة.")
    assert bounds(draft.killed) == (1, 1, "exact")


def test_an_age_in_years_counts_nobody() -> None:
    assert bounds(only("استشهد الطفل محمد خالد (10 أعوام) برصاص الجيش في مخيم جنين.").killed) == (1, 1, "exact")
