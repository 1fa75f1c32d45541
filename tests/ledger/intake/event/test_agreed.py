"""Agreements named, refused or hoped for, places held and places taken."""

from __future__ import annotations

import pytest

from tests.ledger.intake.reader import drafts, kinds


@pytest.mark.parametrize(
    "text",
    [
        "نفى مسؤول في الفصيل التوصل إلى أي اتفاق مع النظام.",
        "انتهى الاجتماع من دون أي تفاهم على هدنة.",
        "وسط آمال في هدنة تتيح إدخال المساعدات إلى حلب.",
        "يقترح الوسطاء صفقة تبادل تشمل 300 أسير.",
    ],
)
def test_an_agreement_that_was_not_made_is_no_draft_of_one(text: str) -> None:
    assert "agreement" not in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "اتفق الطرفان على هدنة لمدة 72 ساعة في حلب.",
        "توصل وفدا الجيش والفصائل في عدن إلى تفاهم يقضي بفتح الطريق.",
        "أعلنت الأمم المتحدة التوصل إلى اتفاق لإجلاء المدنيين من الفوعة.",
    ],
)
def test_an_agreement_is_one_draft_and_its_terms_are_none(text: str) -> None:
    assert kinds(text) == ["agreement"]


def test_who_holds_a_place_tells_of_no_change_of_control() -> None:
    text = "استهدفت الفصائل بالقذائف حي الميدان الخاضع لسيطرة قوات النظام في حلب."
    assert kinds(text) == ["shelling"]
    assert kinds("قصفت الطائرات المناطق التي يسيطر عليها الفصيل في ريف حلب.") == ["strike"]


@pytest.mark.parametrize("text", ["سقطت مدينة ود مدني بيد قوات الدعم السريع.", "انسحبت الفصائل من حي القابون."])
def test_a_town_that_falls_or_is_left_changes_hands(text: str) -> None:
    assert kinds(text) == ["control_change"]


def test_deaths_told_in_another_clause_are_not_those_of_a_calm() -> None:
    text = "يسود هدوء حذر مدينة طفس، فيما قتل 3 مدنيين برصاص مجهولين في نوى."
    assert all(draft.killed is None for draft in drafts(text) if draft.kind.value == "calm_observed")
