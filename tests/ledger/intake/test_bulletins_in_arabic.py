"""A health office's daily list in Arabic, in the office's layout and our own figures."""

from __future__ import annotations

from datetime import date

from tests.ledger.intake.reader import drafts

BULLETIN = """التقرير اليومي لعدد الشهداء والجرحى في قطاع غزة
بلغ إجمالي ما وصل إلى المستشفيات خلال الـ 24 ساعة الماضية:
• عدد الشهداء 9 شهداء
(7 شهداء جدد + 2 شهيد انتشال)
• عدد الإصابات: 21 إصابة.
منذ الهدنة (11 أكتوبر):
• إجمالي عدد الشهداء: 812
• إجمالي عدد الإصابات: 2,417
• إجمالي حالات الانتشال: 601
الإحصائية التراكمية منذ بداية العدوان في 7 أكتوبر 2023:
• العدد التراكمي للشهداء: 70,911
• العدد التراكمي للإصابات:
170,322
"""


def test_a_daily_list_gives_its_three_tolls_with_their_periods_and_no_bodies_as_dead() -> None:
    found = drafts(BULLETIN, date(2026, 1, 20))
    told = [(d.killed.low if d.killed else None, d.injured.low if d.injured else None, d.period_start) for d in found]
    assert told == [
        (9, 21, None),
        (812, 2_417, date(2025, 10, 11)),
        (70_911, 170_322, date(2023, 10, 7)),
    ]
