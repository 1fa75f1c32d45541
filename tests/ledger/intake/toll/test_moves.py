"""Follow-ups: a toll that rises, falls with its reason, is said again or taken back, in the words people use."""

from __future__ import annotations

import pytest

from ledger.domain.values import Harm
from tests.ledger.intake.reader import DAY, bounds, drafts, only, reasons

FALLS = [
    "The death toll in Yarmouk Basin now stands at 58 instead of 62, after four people on the list were found alive.",
    "Yarmouk Basin 62 → 58, four were found alive",
    "The toll in Yarmouk Basin fell from 62 to 58: four people were found alive",
    "Correction: 58 killed in Yarmouk Basin, not 62. Four were found alive.",
    "The Observatory has corrected the toll in Yarmouk Basin from 62 to 58, saying that four people are alive.",
    "Toll in Yarmouk Basin 58 (was 62), 4 turned out to be alive",
    "please change 62 to 58 in Yarmouk Basin, 4 people are alive",
    "الحصيلة في حوض اليرموك نزلت من 62 ل 58، 4 طلعوا عايشين",
    "انخفضت حصيلة القتلى في حوض اليرموك إلى 58 بدلاً من 62 بعد العثور على أربعة أشخاص أحياء",
    "كانت الحصيلة في حوض اليرموك 62 وأصبحت 58 بعد العثور على 4 أحياء",
    "حصيلة القتلى في حوض اليرموك الآن ٥٨ وليس ٦٢ بعد أن تبين أن أربعة منهم على قيد الحياة",
]
WITHOUT_PREVIOUS = [
    "Yarmouk Basin: four found alive, so 58.",
    "Four people counted among the dead in Yarmouk Basin have been found alive. The toll is now 58.",
    "عثر على أربعة أشخاص أحياء بين القتلى في حوض اليرموك. الحصيلة الآن 58.",
]
RISES = [
    "update yarmouk basin 70 dead, was 62",
    "the number went from 62 to 70 in Yarmouk Basin",
    "please change 62 to 70 in Yarmouk Basin",
    "the death toll in Yarmouk Basin increased by 8 to 70",
    "طلعت الحصيلة في حوض اليرموك من 62 ل 70",
    "The toll in Yarmouk Basin rose from 62 to 70.",
    "The death toll in Yarmouk Basin has risen to 70 from 62",
    "Yarmouk Basin toll up to 70 from 62",
    "Now 70 dead in Yarmouk Basin, previously 62",
    "ارتفع عدد القتلى في حوض اليرموك من 62 إلى 70 قتيلاً",
]


@pytest.mark.parametrize("text", FALLS)
def test_a_fall_has_its_new_figure_its_old_one_and_its_reason_with_the_amount(text: str) -> None:
    draft = only(text)
    assert draft.kind.value == "toll_stated"
    assert draft.place is not None
    assert draft.place.id == "sy-yarmouk-basin"
    assert (draft.group, draft.harm, draft.counted_to) == ("all", Harm.KILLED, DAY)
    assert (bounds(draft.killed), draft.previous) == ((58, 58, "exact"), 62)
    assert ("found_alive", -4) in reasons(draft)
    assert "updates_earlier_toll" in draft.flags


@pytest.mark.parametrize("text", WITHOUT_PREVIOUS)
def test_a_reason_in_another_clause_or_sentence_is_told_with_its_toll(text: str) -> None:
    draft = only(text)
    assert bounds(draft.killed) == (58, 58, "exact")
    assert reasons(draft) == [("found_alive", -4)]
    assert draft.place is not None
    assert draft.place.id == "sy-yarmouk-basin"


@pytest.mark.parametrize("text", RISES)
def test_a_rise_has_the_figure_before_it(text: str) -> None:
    draft = only(text)
    assert (bounds(draft.killed), draft.previous) == ((70, 70, "exact"), 62)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The toll in Hayt rose to 12 after two of the wounded died of their wounds", [("died_of_wounds", 2)]),
        ("Toll in Hayt up from 62 to 70: five died of their wounds, three bodies recovered",
         [("died_of_wounds", 5), ("body_recovered", 3)]),
        ("8 more bodies recovered in Hayt, total 70", [("body_recovered", 8)]),
        ("8 more dead in Hayt, 70 in total", [("new_deaths", 8)]),
        ("3 of the missing in Hayt were confirmed dead, the toll is 65", [("missing_to_dead", 3)]),
        ("ثلاثة من المفقودين في حيط تأكد مقتلهم والحصيلة 65", [("missing_to_dead", 3)]),
        ("two duplicates removed, the toll in Hayt is now 60", [("duplicate_removed", -2)]),
        ("The toll in Hayt was lowered to 58; two names were counted twice and two people were found alive",
         [("duplicate_removed", -2), ("found_alive", -2)]),
        ("We made a mistake, the number killed in Hayt is 5 not 7", [("entry_error", None)]),
        ("The toll in Hayt rose to 12 after two of the wounded died", [("died_of_wounds", 2)]),
        ("ارتفاع حصيلة الضحايا في حيط إلى 12 بعد استشهاد جريحين", [("died_of_wounds", 2)]),
        ("ارتفاع عدد الشهداء في حيط إلى 65 بعد وفاة ثلاثة جرحى متأثرين بجراحهم", [("died_of_wounds", 3)]),
        ("تم حذف اسمين مكررين، الحصيلة 60 في حيط", [("duplicate_removed", -2)]),
        ("انتشلت 12 جثة من تحت الأنقاض في حيط ما رفع الحصيلة إلى 31 قتيلاً", [("body_recovered", 12)]),
    ],
)  # fmt: skip
def test_reasons_are_coded_and_signed_as_the_toll_moves(text: str, expected: list[tuple[str, int | None]]) -> None:
    assert reasons(only(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The death toll in Hayt is still 62.",
        "The death toll in Hayt remains at 62, no change",
        "62 again",
        "no change in Hayt, still 62 dead",
        "لا تزال حصيلة القتلى في حيط ٦٢ قتيلاً",
    ],
)
def test_the_same_number_said_again_is_no_move(text: str) -> None:
    draft = only(text)
    assert (bounds(draft.killed), draft.previous, draft.reasons) == ((62, 62, "exact"), None, ())
    assert "restates_earlier_toll" in draft.flags


@pytest.mark.parametrize(
    "text",
    [
        "The toll of 62 in Hayt is withdrawn.",
        "SOHR withdrew its figure of 62 dead in Hayt.",
        "سحب المرصد حصيلة 62 قتيلاً في حيط",
    ],
)
def test_a_toll_taken_back_states_no_figure_and_says_which_it_was(text: str) -> None:
    draft = only(text)
    assert (draft.killed, draft.previous, reasons(draft)) == (None, 62, [("source_withdrew", None)])
    assert "toll_withdrawn" in draft.flags


def test_troops_that_withdraw_take_back_no_toll() -> None:
    draft = only("ISIS attacked an army post near Hayt, killing 6 soldiers before it withdrew")
    assert bounds(draft.killed) == (6, 6, "exact")
    assert draft.reasons == ()


def test_a_bare_reply_is_a_toll_without_a_place() -> None:
    for text in ("58, four were found alive", "it is 58 now, not 62", "62 → 58", "58 وليس 62، أربعة منهم أحياء"):
        draft = only(text)
        assert (bounds(draft.killed), draft.place) == ((58, 58, "exact"), None)


def test_a_reason_without_a_new_total_is_a_claim_to_ask_about() -> None:
    draft = only("Four of the dead in Yarmouk Basin turned out to be alive")
    assert draft.kind.value == "other"
    assert (reasons(draft), draft.killed) == ([("found_alive", -4)], None)
    assert "total_not_given" in draft.flags


def test_people_who_are_alive_without_a_number_move_nothing() -> None:
    assert drafts("The family was buried alive under the rubble of the old mill.") == []


def test_a_quarter_is_not_told_from_the_living_by_its_arabic_spelling_alone() -> None:
    draft = only("قصفت الطائرات أحياء من مدينة حلب ما أدى إلى مقتل 12 طفلاً")
    assert (bounds(draft.killed), draft.reasons) == ((12, 12, "exact"), ())


@pytest.mark.parametrize(
    "text",
    [
        "It's 70 now in Yarmouk Basin",
        "Yarmouk Basin toll now 70",
        "صار العدد 70 في حوض اليرموك",
        "تحديث: حصيلة حوض اليرموك 70",
    ],
)
def test_a_short_message_may_only_say_the_number_and_the_place(text: str) -> None:
    draft = only(text)
    assert (draft.kind.value, bounds(draft.killed)) == ("toll_stated", (70, 70, "exact"))
    assert draft.place is not None
    assert draft.place.id == "sy-yarmouk-basin"


def test_part_of_a_toll_told_before_leaves_the_new_total_open() -> None:
    draft = only("Of the 62 dead in Yarmouk Basin, four were found alive")
    assert (draft.killed, draft.previous, reasons(draft)) == (None, 62, [("found_alive", -4)])
    assert "total_not_given" in draft.flags


def test_the_number_of_injured_moves_as_well() -> None:
    draft = only("The number of injured in Hayt rose from 100 to 120")
    assert (draft.killed, bounds(draft.injured), draft.previous) == (None, (120, 120, "exact"), 100)


def test_only_one_number_of_a_message_is_the_toll_told_anew() -> None:
    draft = only("58 not 62 in Yarmouk Basin, see page 7 line 12 of 2 lists")
    assert (bounds(draft.killed), draft.previous) == ((58, 58, "exact"), 62)


def test_a_comparison_is_no_move() -> None:
    assert drafts("7>4 and x>3") == []


@pytest.mark.parametrize(
    ("text", "killed", "previous"),
    [
        ("The toll in Nawa has gone from 71 to 78.", (78, 78, "exact"), 71),
        ("The number of dead in Nawa tripled to 78 from 26.", (78, 78, "exact"), 26),
        ("The toll in Nawa has more than doubled to 78.", (78, 78, "exact"), None),
        ("The death toll in Nawa has crossed the 500 mark.", (500, None, "more_than"), None),
        ("The death toll in Nawa is approaching 500.", (500, None, "about"), None),
        ("78 people have now been killed in Nawa, after seven more died on Friday.", (78, 78, "exact"), None),
    ],
)
def test_a_toll_moves_by_other_words_too(text: str, killed: tuple[int, int | None, str], previous: int | None) -> None:
    draft = only(text)
    assert (draft.kind.value, bounds(draft.killed), draft.previous) == ("toll_stated", killed, previous)
