"""Terse messages of the field and of feeds: no grammar, typing errors, spoken words, marks; no figure lost or moved."""

from __future__ import annotations

import pytest

from tests.ledger.intake.reader import bounds, drafts, groups, kinds, only

FIVE_AND_TEN = [
    "strike hayt 5 killed 2 kids 10 wounded",
    "strike hayt 5 killd 10 woundd",
    "HAYT STRIKE 5KIA 10WIA",
    "HAYT STRIKE STOP 5 DEAD STOP 10 WOUNDED STOP",
    "5 dead 10 inj Hayt airstrike 0630",
    "airstrike Hayt. killed 5. wounded 10.",
    "BREAKING: Airstrike on #Hayt, #Daraa. 5 killed, 10 injured. via @Mon_itor https://example.org/9-dead",
    "🔴 Airstrike on #Hayt: 5 dead 😢 10 wounded",
    "1/2 Airstrike on Hayt\n2/2 5 killed, 10 wounded",
    "غارة عحيط 5 شهدا و 10 مصابين",
    "🔴 عاجل | غارة جوية على #حيط .. ٥ شهداء و١٠ جرحى",
    "#عاجل غارة جوية على #حيط، ۵ قتلى و۱۰ جرحى @desk",
    "طيران ضرب حيط، ٥ شهدا ١٠ جرحى",
]


@pytest.mark.parametrize("text", FIVE_AND_TEN)
def test_a_strike_with_its_dead_and_wounded_however_it_is_written(text: str) -> None:
    draft = only(text)
    assert draft.kind.value == "strike"
    assert (bounds(draft.killed), bounds(draft.injured)) == ((5, 5, "exact"), (10, 10, "exact"))
    assert draft.place is not None
    assert draft.place.id == "sy-hayt"


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("انقتل ٥ بحيط", 5, None),
        ("في ٣ جرحى بنوى", None, 3),
        ("استشهد ٣ وانجرح ٧ بنوى", 3, 7),
        ("في شهيدين وخمس جرحى بحيط", 2, 5),
        ("arty on nawa 3 ded 7 injred", 3, 7),
        ("shelling tasil 0 killed 3 wounded", 0, 3),
        ("Update 2: toll of Nawa strike now 6 killed 13 wounded", 6, 13),
        ("#Hayt toll now 7 dead, 20 injured", 7, 20),
        ("Explosion in Nawa, 3 dead 7 wounded so far", 3, 7),
    ],
)
def test_each_figure_counts_whom_the_message_says(text: str, killed: int | None, injured: int | None) -> None:
    draft = only(text)
    assert draft.killed is None if killed is None else bounds(draft.killed) == (killed, killed, "exact")
    assert draft.injured is None if injured is None else bounds(draft.injured) == (injured, injured, "exact")


@pytest.mark.parametrize("sign", ["+", "&", "and"])
def test_people_joined_by_a_sign_are_all_dead(sign: str) -> None:
    assert groups(only(f"2 kids {sign} 1 woman killed in nawa").killed) == {"children": 2, "women": 1}


def test_what_is_so_far_the_dead_of_one_explosion_is_that_event() -> None:
    assert only("انفجار في نوى ٣ قتلى و٧ جرحى حتى الآن").kind.value == "explosion"
    assert only("The shelling of Nawa has killed 62 people so far").kind.value == "toll_stated"


@pytest.mark.parametrize("text", ["Hayt: 0 killed, 0 wounded", "all ok in Hayt, 0 casualties"])
def test_nobody_harmed_is_no_violence(text: str) -> None:
    assert only(text).kind.value in ("toll_stated", "calm_observed")


@pytest.mark.parametrize("text", ["لا ضحايا بقصف نوى", "قصف نوى بدون ضحايا", "No casualties in Nawa shelling"])
def test_shelling_that_harmed_nobody_is_told_without_a_figure(text: str) -> None:
    draft = only(text)
    assert (draft.kind.value, draft.killed) == ("shelling", None)
    assert "no_casualties_reported" in draft.flags


@pytest.mark.parametrize("text", ["سمعنا انو في ٥ شهدا بحيط مو مؤكد", "heard 5 killed in hayt not confirmed"])
def test_hearsay_is_flagged(text: str) -> None:
    assert "cannot_verify" in only(text).flags


def test_the_dead_of_the_next_sentence_are_those_of_the_event_unless_it_names_another() -> None:
    draft = only("Shelling on Nawa at dawn. Three people killed, seven wounded.")
    assert (bounds(draft.killed), bounds(draft.injured)) == ((3, 3, "exact"), (7, 7, "exact"))
    first, second = drafts("Shelling on Nawa at dawn. Three people were killed in Tasil.")
    assert (first.killed, bounds(second.killed)) == (None, (3, 3, "exact"))


@pytest.mark.parametrize("text", ["is it true 5 were killed in Hayt?", "5 killed?? in hayt", "any killed in nawa?"])
def test_questions_state_nothing(text: str) -> None:
    assert drafts(text) == []


def test_some_of_the_injured_make_no_toll_of_a_strike_in_arabic() -> None:
    draft = only("عاجل | 4 شهداء وعدد من الجرحى بغارة استهدفت مواطنين في حي الزيتون")
    assert draft.kind == "strike"
    assert bounds(draft.killed) == (4, 4, "exact")


def test_numbered_points_under_a_heading_are_no_headlines() -> None:
    text = "SITREP\n\n1) عبوة ضربت رتل عند جسر الصور، 2 قتلى\n2) درون (ما في تأكيد) قصفت مقر بالشدادي\n3) قصف على نوى"
    assert kinds(text) == ["explosion", "strike", "shelling"]


def test_machine_guns_in_a_battle_are_no_shelling() -> None:
    assert kinds("اشتباك بذيبان بين العشائر وقسد بالرشاشات من الضهر") == ["clash"]
    assert kinds("قصف بالرشاشات ع ذيبان") == ["shelling"]
