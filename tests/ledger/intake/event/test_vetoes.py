"""Aims, attempts, conditions, threats, fears, expectations, terms and denials are no events; what is beside them is."""

from __future__ import annotations

import pytest

from tests.ledger.intake.reader import drafts, kinds, only


@pytest.mark.parametrize(
    "text",
    [
        "The army sent tanks to Nawa in order to shell the town.",
        "Gunmen tried to kidnap a trader in Jasim on Monday.",
        "The mayor escaped an assassination attempt in Jasim.",
        "If the fighters stay in Hayt, the town will be bombed.",
        "The regime threatened to bomb Hayt.",
        "The families demanded the release of 30 detainees.",
        "People of Hayt fear an air strike on the town.",
        "An agreement is expected in the coming days.",
        "The offer was 9 prisoners in exchange for the release of 30 captives.",
        "Under the agreement, 200 fighters are to be displaced to Idlib.",
        "There were no air strikes on Hayt today.",
        "The army plans to execute the captives.",
        "The toll of the shelling of Hayt may rise to 70.",
        "On the anniversary of the massacre in which 1,400 people died in Ghouta, activists held a vigil.",
        "Preparations are under way for the evacuation of 500 fighters from Nawa.",
        "The price of bread rose to 500 pounds in Nawa.",
        "The number of refugees in Lebanon is 1 million.",
        "The town has a population of 40,000 people.",
        "What is the death toll in Yarmouk Basin?",
        "Was Hayt shelled today?",
        "كم عدد القتلى في حيط؟",
        "هل قصفت حيط اليوم؟",
        "يهدد النظام بقصف حيط.",
        "طالب الأهالي بالإفراج عن 30 معتقلاً.",
        "يخشى سكان حيط غارات جديدة على البلدة.",
        "من المتوقع التوصل إلى اتفاق خلال أيام.",
        "حاول مسلحون خطف تاجر في جاسم.",
    ],
)
def test_what_did_not_happen_is_no_draft(text: str) -> None:
    assert drafts(text) == []


def test_an_aim_after_an_event_does_not_undo_the_event() -> None:
    assert kinds("Regime forces shelled Hayt today in order to force the fighters out.") == ["shelling"]


def test_a_fear_that_opens_the_sentence_does_not_undo_what_follows_it() -> None:
    draft = only("For fear of new raids, 300 families fled from Nawa.")
    assert draft.kind.value == "displacement"


def test_talks_that_failed_are_an_event_though_what_they_were_for_is_none() -> None:
    text = "The talks failed to get the wounded out of Hayt in exchange for the release of 30 captives."
    assert kinds(text) == ["negotiation_failed"]


def test_a_denied_strike_is_kept_as_denied() -> None:
    draft = only("The ministry denied any air strikes by its planes on Hayt on Monday.")
    assert (draft.kind.value, draft.certainty.value) == ("strike", "denied")


def test_the_month_of_may_is_no_expectation() -> None:
    assert kinds("On May 5 warplanes bombed Nawa.") == ["strike"]


@pytest.mark.parametrize(
    "text",
    [
        "وصف قائد القوات ما جرى في نوى بأنه معركة بين جيشين.",
        "واحتجزت قوات الاحتلال جثمانه في بلدة نعلين.",
    ],
)
def test_what_is_called_so_and_a_body_that_is_kept_are_no_event(text: str) -> None:
    assert kinds(text) == []


def test_talks_that_resume_after_they_had_stopped_are_resumed() -> None:
    assert kinds("استأنف الطرفان الأحد مفاوضاتهما التي توقفت منذ يونيو في مدينة جنيف.") == ["negotiation_resumed"]


@pytest.mark.parametrize(
    "text",
    [
        "جولة جديدة من المباحثات ستعقد في جنيف الشهر القادم.",
        "الهدنة في الحديدة ستبدأ منتصف الليل.",
        "عملية الإفراج عن 50 أسيراً ستجري في تعز.",
        "سيطلق سراح 20 معتقلاً من سجن حماة.",
    ],
)
def test_an_arabic_verb_of_the_future_tells_of_nothing_that_has_happened(text: str) -> None:
    assert kinds(text) == []


def test_words_that_only_begin_like_a_verb_of_the_future_say_nothing_of_it() -> None:
    assert kinds("قصف على سيارة في بلدة نوى أوقع 3 قتلى.") == ["shelling"]
    assert kinds("سيطرت الفصائل على بلدة نوى.") == ["control_change"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("نجا رئيس بلدية من محاولة اغتيال بعبوة ناسفة أمام منزله في مدينة نوى، ما تسبب بإصابة زوجته.", ["explosion"]),
        ("تمكن الجيش من صد هجوم لتنظيم الدولة في بادية السخنة وقتل 6 من المهاجمين.", ["clash"]),
        ("نجا قائد فصيل من محاولة اغتيال في مدينة جاسم.", []),
        ("أحبط الجيش هجوماً لتنظيم الدولة في بادية السخنة.", []),
    ],
)
def test_an_attempt_that_harmed_somebody_was_made(text: str, expected: list[str]) -> None:
    assert kinds(text) == expected


def test_what_lies_years_back_is_background_in_arabic() -> None:
    assert kinds("قبل سبع سنوات قتلت قوات النظام 108 مدنيين في الحولة.") == []
    assert kinds("قبل ساعات قتلت قوات النظام 8 مدنيين في الحولة.") == ["violence"]


@pytest.mark.parametrize(
    "text",
    ["أدت الحرب المستمرة منذ سنوات إلى مقتل عشرات الآلاف.", "The war has killed tens of thousands of people."],
)
def test_the_dead_of_a_whole_war_without_a_number_are_background(text: str) -> None:
    assert kinds(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "دعا الأمين العام إلى الإفراج عن جميع الرهائن ووقف إطلاق النار.",
        "بحث الوزيران سبل التوصل إلى هدنة في غزة وإطلاق سراح الرهائن.",
        "قال البرنامج إن المجاعة قد تقتل الآلاف في الفاشر.",
        "صورة أرشيفية لقصف على مدينة إدلب عام 2016",
    ],
)
def test_what_is_called_for_sought_or_possible_is_no_event_in_arabic(text: str) -> None:
    assert kinds(text) == []


def test_what_has_been_is_no_possibility() -> None:
    assert kinds("كانت الفصائل قد توصلت إلى هدنة في مدينة الرستن.") == ["agreement"]
    assert kinds("طالبت الأمم المتحدة بالتهدئة، وأفرجت الفصائل عن 5 معتقلين.") == ["release"]


def test_what_people_protest_against_is_demanded_to_end() -> None:
    assert kinds("People demonstrated in Daraa against the detentions.") == []
    assert kinds("The army is preparing for an assault on Nawa.") == []
