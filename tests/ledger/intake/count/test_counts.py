"""Numbers as worded, and numbers that count no people."""

from __future__ import annotations

import pytest

from tests.ledger.intake.reader import bounds, drafts, groups, only


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("12 people", (12, 12, "exact")),
        ("twenty five people", (25, 25, "exact")),
        ("a man", (1, 1, "exact")),
        ("at least 12 people", (12, None, "at_least")),
        ("12 people at least", (12, None, "at_least")),
        ("no fewer than 12 people", (12, None, "at_least")),
        ("at least 12 people at least", (12, None, "at_least")),
        ("more than 12 people", (12, None, "more_than")),
        ("about 12 people", (12, 12, "about")),
        ("between 4 and 6 people", (4, 6, "between")),
        ("four or five people", (4, 5, "between")),
        ("from four to six people", (4, 6, "between")),
        ("4-6 people", (4, 6, "between")),
        ("up to 12 people", (None, 12, "up_to")),
        ("dozens of people", (None, None, "tens")),
        ("hundreds of people", (None, None, "hundreds")),
        ("tens of thousands of people", (None, None, "thousands")),
        ("hundreds of thousands of people", (None, None, "thousands")),
        ("1,234 people", (1234, 1234, "exact")),
        ("a number of people", (None, None, None)),
    ],
)
def test_a_count_keeps_the_bound_and_the_wording(
    words: str, expected: tuple[int | None, int | None, str | None]
) -> None:
    low, high, wording = bounds(only(f"Shelling killed {words} in Hayt").killed) or (0, 0, "")
    assert (low, wording) == (expected[0], expected[2])
    assert high in (expected[1], None) if wording == "about" else high == expected[1]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("مقتل 12 شخصاً", (12, 12, "exact")),
        ("مقتل ١٢ شخصاً", (12, 12, "exact")),
        ("مقتل /12/ شخصاً", (12, 12, "exact")),
        ("مقتل شخصين", (2, 2, "exact")),
        ("مقتل طفل", (1, 1, "exact")),
        ("مقتل خمسة وعشرين شخصاً", (25, 25, "exact")),
        ("مقتل ما لا يقل عن 12 شخصاً", (12, None, "at_least")),
        ("مقتل 12 شخصاً على الأقل", (12, None, "at_least")),
        ("مقتل أكثر من 12 شخصاً", (12, None, "more_than")),
        ("مقتل عشرات الأشخاص", (None, None, "tens")),
        ("مقتل عشرات الآلاف", (None, None, "thousands")),
        ("مقتل من 5 إلى 10 أشخاص", (5, 10, "between")),
    ],
)
def test_an_arabic_count_keeps_the_bound_and_the_wording(
    words: str, expected: tuple[int | None, int | None, str | None]
) -> None:
    assert bounds(only(f"{words} بقصف على حيط").killed) == expected


@pytest.mark.parametrize(
    "aside",
    [
        "a 17 years old shop",
        "for about 60 hours",
        "on a front 20 kilometers long",
        "after a ransom of $6,000",
        "for the 4th time",
        "with 30 shells",
        "a town of 9,000 inhabitants",
        "where about 100 fighters are stationed",
    ],
)
def test_years_hours_money_ordinals_things_and_presence_are_no_dead(aside: str) -> None:
    for draft in drafts(f"Artillery shelling hit Hayt {aside}."):
        assert draft.killed is None
        assert draft.injured is None


def test_things_counted_are_objects_of_the_event() -> None:
    draft = only("Helicopters dropped 20 barrel bombs on Hayt")
    assert draft.objects is not None
    assert bounds(draft.objects.count) == (20, 20, "exact")
    assert draft.killed is None


def test_ages_are_no_counts_and_do_not_end_a_list() -> None:
    draft = only(
        "SOHR documented the death of 90 civilians since May, including 12 children under 18 and 9 women over 18"
    )
    assert groups(draft.killed) == {"civilians": 90, "children": 12, "women": 9}


def test_a_merged_group_stays_merged() -> None:
    assert groups(only("8 women and boys were killed by shelling on Hayt").killed) == {"women and boys": 8}
    assert groups(only("مقتل 8 نساء وفتيان بقصف على حيط").killed) == {"women and boys": 8}


def test_the_civil_defence_is_not_one_civilian() -> None:
    assert only("قصف على حيط، وقال الدفاع المدني إن القصف كان كثيفاً").killed is None


@pytest.mark.parametrize(
    "text",
    [
        "An F-16 killed 3 civilians in Hayt.",
        "A Mi-24 bombed Hayt, killing 3 civilians.",
        "A salvo from M777 howitzers killed 3 civilians in Hayt.",
        "S-300 missiles hit Hayt, killing 3 civilians.",
    ],
)
def test_a_number_in_the_name_of_a_weapon_counts_nobody(text: str) -> None:
    draft = only(text)
    assert bounds(draft.killed) == (3, 3, "exact")


@pytest.mark.parametrize("text", ["Shelling on Hayt killed 3 - 5 people", "Shelling on Hayt killed 3–5 people"])
def test_a_range_may_have_space_around_its_hyphen(text: str) -> None:
    assert bounds(only(text).killed) == (3, 5, "between")


def test_a_second_harm_after_a_hyphen_is_no_range() -> None:
    draft = only("Shelling on Hayt killed 3 - 5 wounded")
    assert (bounds(draft.killed), bounds(draft.injured)) == ((3, 3, "exact"), (5, 5, "exact"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two dozen people were killed by shells on Nawa", (24, None, "about")),
        ("A hundred people were killed by shells on Nawa", (100, 100, "exact")),
        ("No one was killed by the shelling on Nawa", None),
        ("Shelling on Nawa killed and wounded 40 people", None),
        ("40 people were killed or wounded by shelling on Nawa", None),
        ("Shells on Nawa killed a family of shepherds", None),
    ],
)
def test_only_what_is_said_of_the_dead_counts_the_dead(
    text: str, expected: tuple[int | None, int | None, str | None] | None
) -> None:
    assert bounds(only(text).killed) == expected


def test_people_counted_already_are_not_counted_again() -> None:
    assert drafts("Residents buried 29 of the dead in Nawa.") == []
    assert drafts("Both lists had the same 11 patients who died on the way.") == []


def test_at_least_binds_the_number_behind_it_in_arabic() -> None:
    draft = only("لقي /9/ مدنيين مصرعهم وجُرح ما لا يقل عن /27/ آخرين بقصف على بلدة طفس.")
    assert bounds(draft.killed) == (9, 9, "exact")
    assert bounds(draft.injured) == (27, None, "at_least")


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("A lorry exploded in Tafas and took the lives of 13 people.", 13),
        ("An airstrike on Nawa reportedly killed 12 civilians.", 12),
        ("An airstrike on Nawa allegedly killed a family of six.", 6),
        ("A man was also found shot dead on the road of Nawa.", 1),
    ],
)
def test_harm_behind_other_words(text: str, low: int) -> None:
    assert bounds(only(text).killed) == (low, low, "exact")


def test_three_more_are_people() -> None:
    draft = only("A civilian was killed and three more were hurt when a shell fell on Nawa.")
    assert bounds(draft.injured) == (3, 3, "exact")
