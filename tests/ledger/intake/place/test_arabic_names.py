"""Names in Arabic that no list has, and landmarks with names of their own."""

from __future__ import annotations

import pytest

from tests.ledger.intake.reader import drafts, only


def place(text: str) -> str | None:
    found = only(text).place
    return found.text if found else None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("انفجرت عبوة ناسفة بسيارة على طريق المحبس، ما أدى لمقتل شخص.", "طريق المحبس"),
        ("قتل رجل برصاص مجهولين عند حاجز العقبة شرق طوباس.", "حاجز العقبة شرق طوباس"),
        ("قصفت طائرات حربية سجن المزرعة بحي غويران.", "سجن المزرعة بحي غويران"),
        ("نفذت طائرات حربية غارتين على مزرعة أبقار قرب بلدة سرمين.", "مزرعة أبقار قرب بلدة سرمين"),
        ("قتل شخص بقصف على محيط مطار القصير العسكري.", "محيط مطار القصير العسكري"),
        ("استهدفت طائرة مسيرة سوقا في مدينة أم حراز.", "مدينة أم حراز"),
        ("شنت طائرات حربية غارات على بلدات قبريخا ووادي السلوقي وزبقين.", "بلدات قبريخا ووادي السلوقي وزبقين"),
        ("يسود هدوء حذر بلدتي الفوعة وكفريا.", "بلدتي الفوعة وكفريا"),
        ("قصفت قوات النظام حيي البياضة والخالدية بمدينة حمص.", "حيي البياضة والخالدية بمدينة حمص"),
        ("شهدت الأحياء المحاصرة هدوءاً منذ الفجر.", "الأحياء المحاصرة"),
    ],
)
def test_a_place_without_a_listed_name_keeps_its_words(text: str, words: str) -> None:
    assert place(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "سقطت 12 قذيفة على الأقل على بلدة سرمين وقتلت رجلاً.",
        "قصفت طائرات حربية منزلا في بلدة سرمين وقتلت رجلاً.",
        "قتل رجل بقصف قوات النظام المتمركزة في حاجز الزلاقيات لبلدة سرمين.",
    ],
)
def test_a_bound_a_house_and_where_fire_comes_from_are_no_place(text: str) -> None:
    assert (place(text) or "").removeprefix("ل") == "بلدة سرمين"


def test_the_origin_of_victims_is_not_where_they_died() -> None:
    assert place("أعدم التنظيم رجلين من أبناء بلدة موحسن في مدينة الميادين.") == "مدينة الميادين"
    assert place("استشهد رجلان من بلدة موحسن بقصف على مدينة الميادين.") == "مدينة الميادين"


def test_those_who_flee_are_displaced_from_where_they_lived() -> None:
    assert place("نزح المئات من أهالي بلدة خشام نحو مدينة الرقة.") == "بلدة خشام"
    draft = only("نزح 400 شخص باتجاه مدينة الرقة.")
    assert draft.place is None


def test_an_adjective_is_no_country() -> None:
    found = drafts("دارت اشتباكات بين مسلحين من جنسيات سورية وغير سورية وقوات النظام في محيط مدينة حرستا.")
    assert [draft.place.text for draft in found if draft.place] == ["محيط مدينة حرستا"]


def test_where_an_agency_files_its_report_is_not_where_it_happened() -> None:
    assert place("الخرطوم (وكالة) - أكد شهود أن مسلحين قتلوا 14 مدنياً في حي السلام.") == "حي السلام"


def test_a_place_before_the_colon_is_that_of_what_follows() -> None:
    text = "مجزرة سوق الخضار بمدينة إدلب مساء أمس: 14 شهيداً بعد أن قصف الطيران السوق."
    assert place(text) == "سوق الخضار بمدينة إدلب"
