"""Places in Arabic: where a phrase ends, what only stands beside it, and where somebody spoke."""

from __future__ import annotations

import pytest

from tests.ledger.intake.reader import only


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("استهدفت مدفعية الجيش مدرسة تؤوي نازحين في بلدة بني سهيلا.", "بلدة بني سهيلا"),
        ("أطلقت الزوارق الحربية قذائف صوب ساحل رفح.", "ساحل رفح"),
        ("قصف مدفعي على تمركزات للتنظيم في محيط حي الصناعة.", "محيط حي الصناعة"),
        ("استهداف طائرات لمستودعات صواريخ ومركز تدريب في منطقة جبرين.", "منطقة جبرين"),
        ("قصف على مواقع في الريفين الشرقي والجنوبي لمدينة الرقة.", "الريفين الشرقي والجنوبي لمدينة الرقة"),
        ("قصف على مدينة رفح جنوبي القطاع.", "مدينة رفح جنوبي القطاع"),
        ("قصف على بلدة اليادودة غربي درعا.", "بلدة اليادودة غربي درعا"),
        ("قصف على قرية ود النورة بولاية الجزيرة.", "قرية ود النورة بولاية الجزيرة"),
        ("تجددت الاشتباكات بين الجيش والفصائل في محور الخلاطات بالأسلحة الثقيلة.", "محور الخلاطات"),
        ("مقتل ثلاثة جنود بهجوم في مديرية حريب جنوب مأرب.", "مديرية حريب جنوب مأرب"),
    ],
)
def test_a_place_reaches_as_far_as_its_words(text: str, place: str) -> None:
    found = only(text).place
    assert found is not None
    assert found.text == place


def test_where_somebody_spoke_is_not_where_it_happened() -> None:
    toll = only("قالت الوزيرة في مؤتمر صحفي في رام الله إن حصيلة القصف على قطاع غزة ارتفعت إلى 16420 شهيدا.")
    assert toll.place is not None
    assert toll.place.text == "قطاع غزة"


def test_short_names_go_on_with_a_list() -> None:
    found = only("اغتال مسلحون 4 أشخاص في أرياف إدلب وحلب وحماة.").place
    assert found is not None
    assert found.text == "أرياف إدلب وحلب وحماة"


def test_a_word_for_a_kind_of_place_may_be_part_of_a_name() -> None:
    southern = only("قصفت طائرات الضاحية الجنوبية لبيروت ما أدى إلى مقتل 5 أشخاص").place
    state = only("قتل 3 مدنيين بقصف على ولاية الخرطوم").place
    assert southern is not None
    assert state is not None
    assert (southern.id, state.id) == ("lb-southern-suburbs-of-beirut", "sd-khartoum")
