"""People taken or executed who are told by a pronoun."""

from __future__ import annotations

from tests.ledger.intake.reader import bounds, drafts, kinds, only


def test_those_taken_away_after_their_arrest_are_no_second_event() -> None:
    draft = only("اعتقلت قوات النظام 6 شبان عند حاجز في بلدة سلحب، واقتادتهم إلى جهة مجهولة.")
    assert draft.kind.value == "detention"
    assert bounds(draft.affected) == (6, 6, "exact")


def test_an_abduction_takes_the_people_that_its_pronoun_means() -> None:
    draft = only("فُقد 4 أشخاص بعد اختطافهم على يد مسلحين مجهولين في ريف عفرين.")
    assert draft.kind.value == "abduction"
    assert bounds(draft.affected) == (4, 4, "exact")


def test_a_pronoun_of_one_takes_no_three() -> None:
    draft = only("بقي 3 أشخاص في المنزل بعد اختطافه على يد مسلحين مجهولين في ريف عفرين.")
    assert draft.affected is None or draft.affected.states_nothing


def test_an_execution_told_again_by_a_pronoun_is_one_event() -> None:
    text = "أعدم التنظيم شابين في مدينة هجين، حيث جرى إعدامهما ذبحاً يوم الأربعاء الفائت."
    draft = only(text)
    assert bounds(draft.killed) == (2, 2, "exact")
    assert draft.occurred is not None


def test_those_hit_while_they_fled_are_no_displacement() -> None:
    assert kinds("استهدفت طائرات حربية سيارة في بلدة القورية أثناء نزوحهم وقتلت 3 أشخاص.") == ["strike"]


def test_whom_the_verb_takes_is_counted_and_not_who_speaks() -> None:
    draft = only("أوضح ضابط أن المسلحين خطفوا رجلين من أهالي بلدة الشعفة قبل يومين.")
    assert bounds(draft.affected) == (2, 2, "exact")


def test_the_cause_of_the_injured_told_last_is_that_of_the_dead_before() -> None:
    draft = only("قُتل 9 أشخاص بينهم طفلان، وأصيب آخرون بجراح، جراء استهداف طائرات حربية لسيارة في بلدة العشارة.")
    assert (draft.kind.value, bounds(draft.killed)) == ("strike", (9, 9, "exact"))


def test_dead_told_with_a_place_of_their_own_keep_it() -> None:
    found = drafts("قُتل 9 أشخاص في بلدة جاسم، وأصيب آخرون بجراح جراء غارة على بلدة نوى.")
    assert [draft.place.text for draft in found if draft.killed and draft.place] == ["بلدة جاسم"]
