"""Parts of a day without the day: "at dawn", "overnight", "later in the day", "فجراً". Of the day told before, else of
the day of publication, and always flagged, since the text does not say which."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from ledger.domain.values import Precision
from ledger.intake.time.cued import Passage, cued
from ledger.intake.time.days import shifted
from ledger.intake.time.moment import Moment

_FLAGS = ("relative_date", "date_ambiguous")
_WEEK = "mon|tues|wednes|thurs|fri|satur|sun"
_NOT_OF_A_DAY = rf"(?! (?:of|yesterday|today|\d|prayer|(?:on )?(?:the )?(?:\d|(?:{_WEEK})day)))"
_LIGHT = cued(
    (
        "dawn",
        "morning",
        "noon",
        "midday",
        "sunrise",
        "sunset",
        "dusk",
        "in the day",
        "same day",
        "that day",
        "daybreak",
    ),
    r"\b(?:at|before|around|shortly after|about) (?:the )?"
    rf"(?:dawn|daybreak|sunrise|noon|midday|sunset|dusk|first light)\b{_NOT_OF_A_DAY}|"
    rf"\b(?:early |late |later |earlier )?in the (?:early |late )?(?:morning|afternoon|day)\b{_NOT_OF_A_DAY}|"
    r"\b(?:earlier |later )(?:that|the same) day\b",
)
_NOT_NAMED = r"(?!\w)(?! (?:يوم|ال|امس|اول))"
_LIGHT_ARABIC = cued(
    ("فجر", "صباح", "ظهر", "عصر", "ضحي"),
    rf"(?<!\w)(?:فجرا|صباحا|ظهرا|عصرا|عند (?:ال)?(?:فجر|صباح|ظهر)|مع (?:ال)?فجر|في (?:ال)?صباح){_NOT_NAMED}",
)
_DARK = cued(
    ("night", "evening"),
    rf"\b(?:at|during the|in the|by) (?:night|evening)\b{_NOT_OF_A_DAY}|"
    rf"\b(?:after|at|around|past) midnight\b{_NOT_OF_A_DAY}",
)
_DARK_ARABIC = cued(
    ("ليل", "مساء"),
    rf"(?<!\w)(?:ليلا|مساء|بعد منتصف الليل|عند منتصف الليل|في (?:ال)?مساء|خلال الليل){_NOT_NAMED}",
)


def day_parts(passage: Passage, published: date | None) -> Iterator[Moment]:
    """Parts of a day in the passage; a night lies in two days."""
    for pattern in (_LIGHT, _LIGHT_ARABIC):
        for found in passage.matches(pattern):
            yield _part(found, published, 0)
    for pattern in (_DARK, _DARK_ARABIC):
        for found in passage.matches(pattern):
            yield _part(found, published, -1)


def _part(found: re.Match[str], published: date | None, back: int) -> Moment:
    if published is None:
        return Moment(*found.span(), flags=_FLAGS)
    precision = Precision.FEW_DAYS if back else Precision.DAY
    first = shifted(published, back) if back else published
    return Moment(*found.span(), first, published, precision, flags=_FLAGS, offset=None if back else 0)
