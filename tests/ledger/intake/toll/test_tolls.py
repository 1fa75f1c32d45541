"""Running totals against events, and the parts of a toll's key."""

from __future__ import annotations

from datetime import date

import pytest

from ledger.domain.values import Harm
from tests.ledger.intake.reader import DAY, bounds, drafts, groups, only

TOLLS = [
    "At least 62 people have been killed in Yarmouk Basin since 19 July 2018 by bombardment and shelling.",
    "SOHR documented the death of at least 62 people in Yarmouk Basin since 19th July 2018 by raids and shelling",
    "It rose to 62 at least, the number of those killed in Yarmouk Basin since July 19, 2018 by bombs and shelling",
    "The toll of the bombardment of Yarmouk Basin since 19 July 2018 has reached at least 62 dead",
    "وثق المرصد مقتل ما لا يقل عن 62 شخصاً في حوض اليرموك منذ 19 تموز 2018 جراء القصف والغارات",
    "ارتفع إلى 62 على الأقل عدد الذين قتلوا بالقصف على حوض اليرموك منذ 19 يوليو 2018",
    "حصيلة قتلى القصف على حوض اليرموك منذ 19 تموز/يوليو 2018 بلغت 62 شخصاً على الأقل",
]


@pytest.mark.parametrize("text", TOLLS)
def test_one_toll_in_many_words_has_one_key(text: str) -> None:
    draft = only(text)
    assert draft.kind.value == "toll_stated"
    assert draft.place is not None
    assert (draft.place.id, draft.group, draft.affiliation, draft.harm, draft.cause, draft.period_start) == (
        "sy-yarmouk-basin", "all", None, Harm.KILLED, "bombardment and shelling", date(2018, 7, 19),
    )  # fmt: skip
    assert bounds(draft.killed) == (62, None, "at_least")
    assert (draft.cumulative, draft.counted_to) == (True, DAY)


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("The toll of the shelling of Nawa rose to 9 dead", "shelling"),
        ("The toll of the air raids on Nawa rose to 9 dead", "airstrikes"),
        ("The number of those executed in Nawa rose to 9", "execution"),
        ("The number of people killed by landmines in Nawa rose to 9", "landmines"),
        ("The death toll in Nawa rose to 9", None),
        ("ارتفعت حصيلة الغارات على نوى إلى 9 قتلى", "airstrikes"),
        ("ارتفع عدد الذين أعدموا في نوى إلى 9", "execution"),
        ("ارتفع عدد قتلى الألغام في نوى إلى 9", "landmines"),
    ],
)
def test_a_cause_is_coded_alike_in_both_languages(text: str, cause: str | None) -> None:
    assert only(text).cause == cause


@pytest.mark.parametrize(
    ("text", "group", "party"),
    [
        ("The number of civilians killed in Nawa rose to 9", "civilians", None),
        ("The number of children killed in Nawa rose to 9", "children", None),
        ("SOHR documented the death of 297 fighters of the SDF in Nawa", "combatants", "Syrian Democratic Forces"),
        ("The death toll of the regime forces in Nawa rose to 18", "combatants", "Syrian regime forces"),
        ("The death toll in Nawa rose to 9, including 4 children", "all", None),
        ("ارتفع عدد القتلى المدنيين في نوى إلى 9", "civilians", None),
        ("وثق المرصد مقتل 297 عنصراً من قسد في نوى", "combatants", "Syrian Democratic Forces"),
        ("ارتفعت حصيلة القتلى في نوى إلى 9 بينهم 4 أطفال", "all", None),
    ],
)
def test_whose_dead_a_toll_counts(text: str, group: str, party: str | None) -> None:
    draft = only(text)
    assert (draft.group, draft.affiliation) == (group, party)


@pytest.mark.parametrize(
    "text",
    [
        "Shelling on Nawa killed 12 people this morning",
        "Warplanes struck Nawa and killed 12 civilians",
        "مقتل 12 شخصاً بقصف على نوى صباح اليوم",
    ],
)
def test_the_dead_of_one_attack_are_an_event(text: str) -> None:
    draft = only(text)
    assert draft.kind.value != "toll_stated"
    assert draft.cumulative is False


def test_deaths_by_weapons_in_general_are_a_sum() -> None:
    draft = only("Six civilians died in strikes by Turkish forces, according to the ministry")
    assert (draft.kind.value, bounds(draft.killed)) == ("toll_stated", (6, 6, "exact"))


def test_the_number_of_attacks_is_no_toll() -> None:
    assert drafts("The number of attacks in Nawa since June rose to 482") == []


def test_injured_told_with_a_toll_belong_to_it_and_also_sets_them_apart() -> None:
    draft = only("The toll in Gaza rose to 7,028 dead since 7 October, and 18,484 were injured")
    assert (bounds(draft.killed), bounds(draft.injured)) == ((7028, 7028, "exact"), (18484, 18484, "exact"))
    first, second = drafts(
        "SOHR documented the death of 110 soldiers since 19 July, also hundreds of others were injured"
    )
    assert bounds(first.killed) == (110, 110, "exact")
    assert (second.killed, bounds(second.injured)) == (None, (None, None, "hundreds"))


def test_a_chained_toll_gives_the_day_and_the_period() -> None:
    day, period = drafts(
        "A woman died of her wounds, raising to 9 the number of people killed yesterday in Nawa, "
        "which raised to 51 the death toll in Nawa since 18 February 2018"
    )[-2:]
    assert (bounds(day.killed), day.period_start) == ((9, 9, "exact"), None)
    assert (bounds(period.killed), period.period_start) == ((51, 51, "exact"), date(2018, 2, 18))


def test_a_toll_without_a_place_takes_that_of_the_office_that_counts() -> None:
    draft = only("According to the Ministry of Health in Gaza, 41 people were killed during the past 24 hours")
    assert draft.place is not None
    assert draft.place.id == "ps02"
    assert "place_from_source" in draft.flags


def test_missing_people_are_another_harm() -> None:
    draft = only("The number of people missing in Nawa rose to 40")
    assert (draft.harm, draft.killed) == (Harm.MISSING, None)
    assert bounds(draft.affected) == (40, 40, "exact")


def test_groups_of_a_toll_are_its_breakdown() -> None:
    draft = only(
        "The toll in Nawa rose to 309; they are 60 civilians including 6 women, 216 fighters of the SDF and 33 soldiers"
    )
    assert groups(draft.killed) == {"civilians": 60, "women": 6, "combatants": 33}
    assert draft.killed is not None
    assert [entry.low for entry in draft.killed.breakdown] == [60, 6, 216, 33]


def test_people_executed_whose_death_is_documented_are_an_event() -> None:
    draft = only("SOHR documented the execution of 12 members of the regime forces by ISIS in Tadmur city")
    assert (draft.kind.value, bounds(draft.killed)) == ("execution", (12, 12, "exact"))


def test_a_toll_may_go_past_a_number_or_stand_after_a_colon() -> None:
    draft = only("The toll of civilians killed in Nawa went past 500, among them 121 children")
    assert bounds(draft.killed) == (500, None, "more_than")
    draft = only("The total number of fatalities in Nawa since the truce began on 30 December 2016: 412 civilians.")
    assert (bounds(draft.killed), draft.period_start) == ((412, 412, "exact"), date(2016, 12, 30))


@pytest.mark.parametrize(
    "text",
    ["4 dead and 10 wounded, the toll of today's shelling of Nawa", "أربعة قتلى وعشرة جرحى حصيلة القصف على نوى اليوم"],
    ids=["en", "ar"],
)
def test_the_word_for_a_toll_may_follow_its_figures(text: str) -> None:
    draft = only(text)
    assert draft.kind.value == "toll_stated"
    assert (bounds(draft.killed), bounds(draft.injured)) == ((4, 4, "exact"), (10, 10, "exact"))
    assert draft.place is not None
    assert draft.place.id == "sy-nawa"


def test_one_verb_may_document_two_tolls() -> None:
    first, second = drafts(
        "SOHR documented the death of 297 fighters of the SDF since July 19, and of at least 110 members of the regime "
        "forces in the same period."
    )
    assert (bounds(first.killed), first.affiliation) == ((297, 297, "exact"), "Syrian Democratic Forces")
    assert (bounds(second.killed), second.affiliation) == ((110, None, "at_least"), "Syrian regime forces")
    assert second.period_start == first.period_start == date(2018, 7, 19)


def test_a_toll_of_executed_goes_on_about_the_execution_told_before_it() -> None:
    event, toll = drafts(
        "ISIS executed people on the road to Nawa yesterday. The number of those executed rose to at least 48."
    )
    assert (event.kind.value, toll.kind.value) == ("execution", "toll_stated")
    assert toll.place is not None
    assert toll.actor is not None
    assert (toll.place.id, toll.actor.id, toll.cause) == ("sy-nawa", "islamic-state", "execution")


@pytest.mark.parametrize(
    "text",
    [
        "60 bodies have been recovered in Nawa since the 3rd of June.",
        "Doctors in Nawa have received 60 bodies since the 3rd of June.",
    ],
)
def test_bodies_counted_since_a_day_are_a_toll(text: str) -> None:
    draft = only(text)
    assert draft.kind.value == "toll_stated"
    assert draft.killed
    assert draft.killed.low == 60


def test_a_bare_number_with_a_time_behind_it_goes_on_counting_the_dead() -> None:
    text = "119 civilians were killed in Nawa in May, and 728 since the start of the year."
    assert [draft.killed and draft.killed.low for draft in drafts(text)] == [119, 728]


def test_a_bare_number_without_a_time_counts_nothing() -> None:
    assert len(drafts("119 civilians were killed in Nawa in May, and 728 tents burned.")) == 1


@pytest.mark.parametrize("text", ["Fatalities in Nawa have increased to 60.", "The toll has gone up to 60 dead."])
def test_deaths_that_rise_are_a_toll(text: str) -> None:
    draft = only(text)
    assert draft.killed
    assert (draft.killed.low, draft.killed.high) == (60, 60)


@pytest.mark.parametrize(
    "text",
    [
        "In July 41 people were killed in Nawa, 20 in Tafas and 17 in Jasim.",
        "في تموز قتل 41 شخصا في نوى و20 في طفس و17 في جاسم.",
    ],
)
def test_each_place_of_a_list_has_its_own_toll(text: str) -> None:
    found = drafts(text)
    assert [bounds(draft.killed) for draft in found] == [(41, 41, "exact"), (20, 20, "exact"), (17, 17, "exact")]
    assert all(draft.place and not any(letter.isdigit() for letter in draft.place.text) for draft in found)
    assert {draft.period_start for draft in found} == {date(2018, 7, 1)}


def test_the_places_of_a_total_are_no_tolls() -> None:
    assert len(drafts("78 people were killed in Syria in July, 41 in Nawa.")) == 1
    assert len(drafts("Across Syria, 78 people were killed in July: 41 in Nawa, 20 in Tafas and 17 in Jasim.")) == 1


def test_fighters_whom_a_party_loses_are_dead() -> None:
    assert bounds(only("خسرت قوات النظام 41 عنصرا في تموز.").killed) == (41, 41, "exact")
    assert drafts("خسر الحزب 5 مقاعد في الانتخابات.") == []
