"""People who leave, in Arabic, without a word for displacement."""

from __future__ import annotations

import pytest

from tests.ledger.intake.reader import bounds, drafts, kinds, only


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("حوالي 300 عائلة غادرت بلدة سراقب منذ الفجر.", 300),
        ("خرجت دفعة جديدة من 60 شخصاً من مدينة دوما.", 60),
        ("عبرت 12 ألف مدني ممرات إنسانية من مدينة سومي.", 12_000),
        ("مئات العائلات غادرت بلدة سراقب.", None),
    ],
)
def test_people_who_leave_a_place_are_displaced(text: str, low: int | None) -> None:
    draft = only(text)
    assert draft.kind.value == "displacement"
    assert (bounds(draft.affected) or (None,))[0] == low


@pytest.mark.parametrize(
    "text",
    [
        "خرج المشفى في بلدة سراقب عن الخدمة.",
        "غادر 40 مصاباً مشفى مدينة إدلب.",
        "خرجت مظاهرة شارك فيها 200 شخص في مدينة إدلب.",
        "غادر الوفد مدينة جنيف.",
    ],
)
def test_patients_delegates_and_demonstrators_are_not(text: str) -> None:
    assert "displacement" not in kinds(text)


@pytest.mark.parametrize(
    "text", ["بلغ عدد اللاجئين ثلاثة ملايين و100 ألف منذ بدء الحرب.", "ارتفع إلى 41 ألفاً عدد الخارجين من جيب التنظيم."]
)
def test_a_count_of_refugees_or_of_those_who_left_counts_no_dead(text: str) -> None:
    draft = only(text)
    assert draft.killed is None
    assert draft.affected is not None


def test_displaced_people_counted_beside_the_dead_stay_apart() -> None:
    text = "تقدر الأمم المتحدة بأكثر من عشرة آلاف عدد من لقوا حتفهم منذ منتصف نيسان، وعدد النازحين بستة ملايين."
    assert [(bounds(draft.killed) or (None,))[0] for draft in drafts(text) if draft.killed] == [10_000]


def test_killers_who_take_to_flight_are_not_displaced() -> None:
    assert kinds("اغتال مسلحون رجلاً أمام منزله في بلدة كفرتخاريم ولاذوا بالفرار.") == ["violence"]
    assert kinds("فر 200 مدني من بلدة كفرتخاريم.") == ["displacement"]


def test_prisoners_who_come_out_are_released() -> None:
    assert kinds("طلعو 3 معتقلين من سجن حماه اليوم") == ["release"]


def test_families_who_leave_for_somewhere_without_a_name_are_displaced() -> None:
    assert kinds("حوالي ٢٠٠ عيلة طلعت عالسهول من مبارح") == ["displacement"]
    assert kinds("200 عائلة طلعت تتظاهر") == []
