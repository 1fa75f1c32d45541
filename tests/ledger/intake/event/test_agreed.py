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


@pytest.mark.parametrize(
    "text",
    [
        "توصل الفصيلان إلى اتفاق يقضي بوقف إطلاق النار في مدينة أريحا وإطلاق سراح المعتقلين.",
        "اتفق الطرفان في مدينة الطبقة على هدنة تنص على أن يفرج كل طرف عن أسرى الآخر.",
        "أبرم الجانبان في تعز صفقة تشمل الإفراج عن 60 أسيراً.",
    ],
)
def test_what_an_arabic_agreement_provides_for_has_not_happened_by_it(text: str) -> None:
    assert kinds(text) == ["agreement"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وصف رئيس الوفد الاتفاق بأنه خطوة أولى.", []),
        ("رحبت المنظمة بالاتفاق ودعت إلى احترامه.", []),
        ("دخل الاتفاق حيز التنفيذ في مدينة الرستن.", ["agreement"]),
        ("تم توقيع الاتفاق في مدينة الرستن أمس.", ["agreement"]),
    ],
)
def test_the_agreement_of_which_one_speaks_is_not_made_anew(text: str, expected: list[str]) -> None:
    assert kinds(text) == expected


def test_the_name_of_a_party_sets_nobody_free() -> None:
    assert kinds("نفذت هيئة تحرير الشام حملة دهم في بلدة سرمين اعتقلت خلالها 30 شخصاً.") == ["detention"]
