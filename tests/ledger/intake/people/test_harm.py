"""Who is killed and who is injured, and which numbers are parts of others."""

from __future__ import annotations

import pytest

from tests.ledger.intake.reader import bounds, drafts, groups, only


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("Shelling on Hayt killed 3 people and wounded 7 others", 3, 7),
        ("3 people were killed and 7 injured when shells hit Hayt", 3, 7),
        ("Shells hit Hayt, causing the death of 3 people and the injury of 7", 3, 7),
        ("Shelling on Hayt left 3 dead and 7 wounded", 3, 7),
        ("Three people lost their lives and seven others were hurt as shells hit Hayt", 3, 7),
        ("3 martyrs and 7 wounded in the shelling of Hayt", 3, 7),
        ("قتل 3 أشخاص وأصيب 7 بقصف على حيط", 3, 7),
        ("سقط 3 شهداء و7 جرحى بقصف صاروخي على حيط", 3, 7),
        ("قصف على حيط أدى إلى مقتل 3 وإصابة 7 آخرين", 3, 7),
        ("قضى 3 أشخاص وجُرح 7 جراء قصف على حيط", 3, 7),
    ],
)
def test_dead_and_injured_have_their_own_numbers(text: str, killed: int, injured: int) -> None:
    draft = only(text)
    assert draft.killed is not None
    assert draft.injured is not None
    assert (draft.killed.low, draft.injured.low) == (killed, injured)


@pytest.mark.parametrize(
    "text",
    [
        "Air strikes on Nawa killed 9 people including 4 children and 2 women",
        "Air strikes on Nawa killed 9 people, among them 4 children and 2 women",
        "Air strikes on Nawa killed 9 people, 4 children and 2 women among them",
        "Air strikes on Nawa killed 9 people, of whom 4 children and 2 women",
        "غارات على نوى قتلت 9 أشخاص بينهم 4 أطفال و2 من النساء",
        "استشهد 9 أشخاص من بينهم 4 أطفال وامرأتان بغارات على نوى",
    ],
)
def test_parts_named_with_a_number_are_its_breakdown(text: str) -> None:
    draft = only(text)
    assert bounds(draft.killed) == (9, 9, "exact")
    assert groups(draft.killed) == {"children": 4, "women": 2}


def test_parts_do_not_swallow_the_injured_that_follow() -> None:
    draft = only("A car bomb in Azaz killed at least 17 people, among them 4 children, and wounded more than 40 others")
    assert groups(draft.killed) == {"children": 4}
    assert bounds(draft.injured) == (40, None, "more_than")
    draft = only("انفجرت سيارة مفخخة في مدينة اعزاز ما أدى إلى مقتل 17 شخصاً بينهم 4 أطفال وإصابة 40 آخرين")
    assert groups(draft.killed) == {"children": 4}
    assert bounds(draft.injured) == (40, 40, "exact")


def test_wounded_who_fell_beside_are_no_harm_of_the_last_part() -> None:
    draft = only("قصفت الطائرات بلدة نوى ما أدى لاستشهاد 4 مواطنين بينهم طفل ومواطنة وسقوط جرحى")
    assert bounds(draft.killed) == (4, 4, "exact")
    assert groups(draft.killed) == {"civilians": 4, "children": 1, "women": 1}


def test_two_groups_with_one_predicate_share_it() -> None:
    draft = only("5 men and 3 children were wounded by shelling on Hayt")
    assert draft.killed is None
    assert groups(draft.injured) == {"men": 5, "children": 3}


def test_a_sum_that_the_source_does_not_state_is_not_made() -> None:
    draft = only("برميل متفجر على نوى قتل امرأة وطفلين")
    assert bounds(draft.killed) == (None, None, None)
    assert groups(draft.killed) == {"women": 1, "children": 2}
    assert "sum_not_stated" in draft.flags


def test_deaths_without_a_number_are_unknown_and_not_zero() -> None:
    draft = only("Shelling on Hayt left others wounded")
    assert bounds(draft.injured) == (None, None, None)
    assert draft.killed is None


def test_deaths_told_beside_an_event_belong_to_it() -> None:
    (draft,) = drafts("Warplanes struck the market of Nawa on Monday. 11 people were killed in the strikes.")
    assert bounds(draft.killed) == (11, 11, "exact")


def test_displaced_people_beside_the_dead_are_not_killed() -> None:
    draft = only(
        "SOHR counted 74 civilians killed in Afrin, among them 21 children, and around 3,000 displaced families"
    )
    assert bounds(draft.killed) == (74, 74, "exact")
    assert groups(draft.killed) == {"civilians": 74, "children": 21}


def test_rescuers_and_kin_are_no_combatants() -> None:
    assert groups(only("Seven members of the White Helmets were shot dead in Sarmin").killed) == {}
    assert groups(only("Shelling on Nawa killed five members of one family").killed) == {}


def test_harm_told_before_the_event_brings_its_day_along() -> None:
    draft = only(
        "At least eight people were killed and 21 wounded on Wednesday when regime forces shelled the town of Nawa"
    )
    assert draft.occurred is not None
    assert draft.occurred.text == "on Wednesday"
    assert (bounds(draft.killed), bounds(draft.injured)) == ((8, None, "at_least"), (21, 21, "exact"))


def test_a_number_joined_by_and_to_a_smaller_group_is_no_whole_of_it() -> None:
    draft = only("استشهد مواطنان اثنان وطفلة إثر انفجار لغم في أطراف قرية الحسنية.")
    assert (bounds(draft.killed) or ())[:2] == (None, None)
    assert groups(draft.killed) == {"civilians": 2, "children": 1}


def test_a_dual_and_the_dual_that_describes_it_are_the_same_two() -> None:
    assert bounds(only("أعدم التنظيم رجلين شقيقين في مدينة هجين.").killed) == (2, 2, "exact")


def test_the_three_of_her_three_children_are_counted() -> None:
    draft = only("استشهدت مواطنة وأطفالها الثلاثة بقصف صاروخي على قرية مرعيان.")
    assert groups(draft.killed) == {"women": 1, "children": 3}


def test_among_them_leads_to_a_part_of_the_number_before() -> None:
    draft = only("مقتل جنديين وإصابة 5 بينهم ضابط بجروح خطيرة في معارك قرب بلدة مارون.")
    assert bounds(draft.killed) == (2, 2, "exact")
    assert bounds(draft.injured) == (5, 5, "exact")
    assert groups(draft.injured) == {"combatants": 1}


def test_dead_of_another_clause_are_no_part_of_those_before() -> None:
    text = "قتلت قوات النظام 9 مدنيين بينهم 3 أطفال في نوى، فيما قتلت القوات الروسية 7 مدنيين بينهم 4 أطفال في جاسم."
    assert [draft.killed.low for draft in drafts(text) if draft.killed] == [9, 7]


@pytest.mark.parametrize(
    "text",
    [
        "Our group has recorded 377 people as killed since the coup.",
        "The Association lists 377 persons as dead.",
        "The monitor counts 377 people as killed so far.",
        "The group has verified 377 people as having been killed in the crackdown.",
        "The UN has registered 377 individuals as killed since 2014.",
    ],
)
def test_people_recorded_as_killed_are_dead(text: str) -> None:
    draft = only(text)
    assert (draft.kind.value, bounds(draft.killed)) == ("toll_stated", (377, 377, "exact"))
    assert "as" in draft.quote.split()


@pytest.mark.parametrize(
    "text",
    [
        "استشهد منذ 19 تموز وحتى اليوم 78 مدنيا بينهم 12 طفلا.",
        "قتل خلال شهر تموز 78 مدنيا بينهم 12 طفلا.",
        "وثقت الشبكة 78 حالة وفاة بين المدنيين في تموز بينهم 12 طفلا.",
    ],
)
def test_a_time_may_stand_between_the_verb_and_the_dead(text: str) -> None:
    draft = only(text)
    assert (draft.kind.value, bounds(draft.killed)) == ("toll_stated", (78, 78, "exact"))
    assert groups(draft.killed)["children"] == 12


def test_who_is_killed_and_who_is_injured_after_a_first_toll() -> None:
    draft = only("وقالت الوزارة في حصيلة أولية إن ستة أشخاص قتلوا وأصيب خمسة عشر في نوى.")
    assert (bounds(draft.killed), bounds(draft.injured)) == ((6, 6, "exact"), (15, 15, "exact"))
