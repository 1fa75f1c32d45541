"""Numbers of a party's own people, told by the party alone."""

from __future__ import annotations

import pytest

from tests.ledger.intake.reader import bounds, drafts, groups, only


@pytest.mark.parametrize(
    "text",
    [
        "قتل 14 من قوات النظام باشتباكات في محيط بلدة الطيبة.",
        "قتل 14 من الفيلق الخامس باشتباكات في محيط بلدة الطيبة.",
        "قتل 14 على الأقل من الميليشيات الموالية باشتباكات في محيط بلدة الطيبة.",
        "14 of the 5th Corps were killed in clashes in Tayba.",
    ],
)
def test_people_told_by_their_party_alone_are_its_fighters(text: str) -> None:
    draft = only(text)
    assert draft.killed is not None
    assert draft.killed.low == 14
    assert groups(draft.killed) == {"combatants": 14}


def test_lines_that_name_a_party_divide_the_toll() -> None:
    text = (
        "وثق المرصد منذ مطلع العام 2018 مقتل 60 شخصاً، هم:\n"
        "- 31 من المدنيين.\n- 17 من تنظيم الدولة الإسلامية.\n- 9 من الفصائل المقاتلة.\n- 3 مجهولي الهوية.\n"
    )
    killed = only(text).killed
    assert killed is not None
    assert [(entry.group, entry.low) for entry in killed.breakdown] == [
        ("civilians", 31), ("combatants", 17), ("combatants", 9), ("unidentified people", 3),
    ]  # fmt: skip


def test_a_commander_of_a_fighting_faction_is_one_person() -> None:
    draft = only("قتل قائد لواء مقاتل بانفجار عبوة ناسفة في مدينة الباب.")
    assert bounds(draft.killed) == (1, 1, "exact")
    assert groups(draft.killed) == {"combatants": 1}


def test_raids_of_a_party_are_no_fighters() -> None:
    assert all(draft.killed is None for draft in drafts("3 of the Russian raids hit Nawa."))


@pytest.mark.parametrize(
    "text",
    [
        "ثلاثة من أفراد الشرطة قتلوا بهجوم على حاجز في بلدة طفس.",
        "مقتل ثلاثة من منتسبي الجيش بكمين قرب بلدة طفس.",
    ],
)
def test_members_of_a_force_are_its_fighters(text: str) -> None:
    assert groups(only(text).killed) == {"combatants": 3}


def test_members_of_a_family_are_no_fighters() -> None:
    assert groups(only("مقتل ثلاثة من أفراد عائلة واحدة بقصف على بلدة طفس.").killed) == {}


def test_a_message_may_break_off_after_of_the() -> None:
    assert bounds(only("Shelling on Nawa killed five of the").killed) == (5, 5, "exact")
