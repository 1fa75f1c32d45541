"""Tolls as charts see them: the quiet ones and the ones that break charts."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TypedDict

from desk.charts import ChartValue

FIRST = date(2018, 7, 19)
NOON = datetime(2018, 8, 1, 12, tzinfo=UTC)


class Texts(TypedDict):
    title: str
    subtitle: str
    caption: str
    language: str


ENGLISH = Texts(
    title="Killed, Yarmouk Basin",
    subtitle="Syrian Observatory for Human Rights · since 19 July 2018 · at least",
    caption="As known at position 1,204. The true number may be higher.",
    language="en",
)
ARABIC = Texts(
    title="القتلى، حوض اليرموك",
    subtitle="المرصد السوري لحقوق الإنسان (SOHR) · منذ 19 تموز/يوليو 2018 · على الأقل",
    caption="كما عُرف عند الموضع 1,204. قد يكون العدد الحقيقي أعلى.",
    language="ar",
)
LANGUAGES = (ENGLISH, ARABIC)


def exact(day: int, count: int, **more: int | bool) -> ChartValue:
    return value(day, count, count, "exact", **more)


def at_least(day: int, count: int, **more: int | bool) -> ChartValue:
    return value(day, count, None, "at_least", **more)


def value(
    day: int,
    low: int | None,
    high: int | None,
    qualifier: str | None,
    *,
    best: int | None = None,
    hours: int = 0,
    revised_from: int | None = None,
    superseded: bool = False,
    withdrawn: bool = False,
) -> ChartValue:
    """A value counted to so many days after ``FIRST``, known so many hours after ``NOON``."""
    return ChartValue(
        FIRST + timedelta(days=day),
        low,
        low if best is None else best,
        high,
        qualifier,
        NOON + timedelta(hours=hours),
        revised_from,
        superseded,
        withdrawn,
    )


def withdrawal(day: int, **more: int) -> ChartValue:
    return value(day, None, None, None, withdrawn=True, **more)


def in_words(day: int, word: str, **more: int) -> ChartValue:
    return value(day, None, None, word, **more)


def many(count: int) -> list[ChartValue]:
    """A rising count over ``count`` days, with a fall, its replaced figure and a withdrawal now and then."""
    values = []
    for day in range(count):
        killed = day * 60 + day % 7
        if day % 97 == 50:
            values += [exact(day, killed, superseded=True)]
            values += [exact(day, killed - 400, hours=1, revised_from=killed)]
        elif day % 211 == 100:
            values.append(withdrawal(day))
        else:
            values.append(exact(day, killed))
    return values


FALL = [at_least(3, 11), at_least(9, 41), at_least(13, 62, superseded=True), at_least(13, 58, hours=9, revised_from=62)]
CASES: dict[str, list[ChartValue]] = {
    "nothing": [],
    "a fall": FALL,
    "a lone bound": [at_least(13, 62)],
    "a lone range": [value(13, 55, 70, "between", best=62)],
    "a lone zero": [exact(0, 0)],
    "ranges": [value(2, 10, 14, "between"), value(9, 30, None, "about"), value(11, None, 44, "up_to")],
    "zeros": [exact(0, 0), exact(3, 0)],
    "words only": [in_words(5, "hundreds")],
    "words among numbers": [exact(2, 10), in_words(5, "tens"), exact(9, 30)],
    "withdrawals": [exact(1, 10), exact(5, 25), withdrawal(5, hours=1), exact(8, 31), withdrawal(13)],
    "a withdrawal only": [withdrawal(3)],
    "the largest count": [exact(0, 5), exact(4, 2**53 - 1)],
    "an absurd figure replaced": [exact(0, 5), exact(4, 10**9, superseded=True), exact(4, 12, hours=1), exact(8, 20)],
    "long months": [at_least(123 + 4 * step, 10 + 7 * step) for step in range(8)],
    "years": [exact(400 * step, 5000 * step) for step in range(9)],
    "fifteen falls": [exact(day, 100 + day * 3, revised_from=110 + day * 3) for day in range(0, 30, 2)],
    "a thousand days": many(1200),
}
