"""Short messages as people in the field write them on a phone, in English and Arabic."""

from __future__ import annotations

from datetime import date

import pytest

from tests.ledger.intake.reader import DAY, bounds, drafts, groups, kinds, only

HIT = [
    "Shelling on Hayt this morning, 3 killed incl. a child, 7 wounded",
    "Hayt shelled this morning 3 dead including a child 7 injured",
    "قصف على حيط صباح اليوم، 3 قتلى بينهم طفل و7 جرحى",
    "قصف على حيط صباح اليوم، ٣ قتلى بينهم طفل و٧ جرحى",
]


@pytest.mark.parametrize("text", HIT)
def test_shelling_with_its_dead_and_injured(text: str) -> None:
    draft = only(text)
    assert draft.kind.value == "shelling"
    assert draft.place is not None
    assert draft.place.id == "sy-hayt"
    assert (bounds(draft.killed), bounds(draft.injured)) == ((3, 3, "exact"), (7, 7, "exact"))
    assert groups(draft.killed) == {"children": 1}
    assert draft.occurred is not None
    assert draft.occurred.start == DAY


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        ("calm in Jasim since dawn", "calm_observed", "sy-jasim"),
        ("هدوء حذر في جاسم", "calm_observed", "sy-jasim"),
        ("كل شيء هادئ في جاسم منذ الفجر", "calm_observed", "sy-jasim"),
        ("Shelling stopped, quiet now in Jasim", "calm_observed", "sy-jasim"),
        ("nothing heard from Tasil", "nothing_heard", "sy-tasil"),
        ("nothing from tasil today", "nothing_heard", "sy-tasil"),
        ("no word from Tasil, cannot reach anyone", "nothing_heard", "sy-tasil"),
        ("لا أنباء من تسيل", "nothing_heard", "sy-tasil"),
        ("لا جديد في تسيل", "nothing_heard", "sy-tasil"),
        ("barrel bomb on nawa now 2 dead", "strike", "sy-nawa"),
        ("برميل متفجر على نوى قتل امرأة وطفلين", "strike", "sy-nawa"),
        ("airstrike Inkhil 10 min ago, many wounded", "strike", "sy-inkhil"),
        ("5 wounded by a mine near Tasil", "explosion", "sy-tasil"),
        ("انفجار لغم قرب تسيل، مقتل طفلين وإصابة 3", "explosion", "sy-tasil"),
        ("اشتباكات في سحم الجولان بين داعش والنظام", "clash", "sy-saham-al-jawlan"),
        ("2 families left Hayt this morning", "displacement", "sy-hayt"),
        ("نزوح عشرات العائلات من حيط", "displacement", "sy-hayt"),
        ("اعتقال 12 شابا في نوى", "detention", "sy-nawa"),
        ("2 killed in Hayt", "violence", "sy-hayt"),
        ("قناص قتل رجلا في انخل", "violence", "sy-inkhil"),
        ("Sniper shot a man in Inkhil", "violence", "sy-inkhil"),
    ],
)
def test_a_message_tells_one_event_at_one_place(text: str, kind: str, place: str) -> None:
    draft = only(text)
    assert draft.kind.value == kind
    assert draft.place is not None
    assert draft.place.id == place


def test_dead_and_injured_are_kept_apart_in_either_order() -> None:
    draft = only("انفجار لغم قرب تسيل، مقتل طفلين وإصابة 3")
    assert (bounds(draft.killed), bounds(draft.injured)) == ((2, 2, "exact"), (3, 3, "exact"))
    draft = only("Mortar on Nawa, 6 wounded and 2 killed")
    assert (bounds(draft.killed), bounds(draft.injured)) == ((2, 2, "exact"), (6, 6, "exact"))


@pytest.mark.parametrize(
    "text", ["Rockets fell on Zaizoun, no casualties", "قصف مدفعي كثيف على نوى دون إصابات"], ids=["en", "ar"]
)
def test_no_casualties_is_a_flag_and_never_a_zero(text: str) -> None:
    draft = only(text)
    assert (draft.killed, draft.injured) == (None, None)
    assert "no_casualties_reported" in draft.flags


@pytest.mark.parametrize(
    "text",
    [
        "cannot verify reports of an execution in Hayt",
        "rumours of an airstrike on Tasil, cant confirm",
        "لم نتمكن من التحقق من قصف على تسيل",
    ],
)
def test_what_could_not_be_verified_is_reported_and_flagged(text: str) -> None:
    draft = only(text)
    assert draft.certainty.value == "reported"
    assert "cannot_verify" in draft.flags


@pytest.mark.parametrize(
    "text", ["لا أنباء عن إصابات بعد القصف على نوى", "no news of casualties after the shelling of Nawa"]
)
def test_no_news_of_casualties_is_not_silence_from_a_place(text: str) -> None:
    assert kinds(text) == ["shelling"]


@pytest.mark.parametrize(
    "text",
    [
        "The regime threatened to shell Hayt if the fighters do not leave",
        "تهديد بقصف حيط",
        "They demand the release of 30 women",
        "Tomorrow they may attack Nawa",
        "ok thanks",
        "/toll",
    ],
)
def test_threats_demands_and_chat_are_no_drafts(text: str) -> None:
    assert drafts(text) == []


def test_without_a_day_of_publication_relative_days_stay_open() -> None:
    draft = only("Shelling on Hayt yesterday, 3 killed", published=None)
    assert draft.occurred is not None
    assert (draft.occurred.start, draft.occurred.text) == (None, "yesterday")
    assert only("Shelling on Hayt yesterday, 3 killed", published=date(2018, 8, 2)).occurred != draft.occurred
