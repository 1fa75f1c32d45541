"""Names of months and weekdays in English and in the Levantine and Egyptian Arabic sets."""

from __future__ import annotations

from ledger.intake.text.normalise import fold

_MONTHS = {
    1: "january jan|كانون الثاني|يناير", 2: "february feb|شباط|فبراير", 3: "march mar|آذار|مارس",
    4: "april apr|نيسان|أبريل|ابريل", 5: "may|أيار|مايو|ايار", 6: "june jun|حزيران|يونيو", 7: "july jul|تموز|يوليو",
    8: "august aug|آب|أغسطس", 9: "september sept sep|أيلول|سبتمبر", 10: "october oct|تشرين الأول|أكتوبر",
    11: "november nov|تشرين الثاني|نوفمبر", 12: "december dec|كانون الأول|ديسمبر",
}  # fmt: skip
_WEEKDAYS = (
    "monday|الاثنين|الإثنين", "tuesday|الثلاثاء", "wednesday|الأربعاء", "thursday|الخميس", "friday|الجمعة",
    "saturday|السبت", "sunday|الأحد",
)  # fmt: skip
_ORDINALS = (
    "الأول|الثاني|الثالث|الرابع|الخامس|السادس|السابع|الثامن|التاسع|العاشر|الحادي عشر|الثاني عشر|الثالث عشر|"
    "الرابع عشر|الخامس عشر|السادس عشر|السابع عشر|الثامن عشر|التاسع عشر|العشرين"
)


def _names(names: str) -> list[str]:
    english, *arabic = names.split("|")
    return [*english.split(), *(fold(name).lower for name in arabic)]


MONTHS = {name: number for number, names in _MONTHS.items() for name in _names(names)}
WEEKDAYS = {name: number for number, names in enumerate(_WEEKDAYS) for name in _names(names)}
ARABIC_ORDINALS = {fold(word).lower.removeprefix("ال"): n for n, word in enumerate(_ORDINALS.split("|"), 1)}
ARABIC_ORDINALS |= {fold(word).lower: n for n, word in enumerate(_ORDINALS.split("|"), 1)}
