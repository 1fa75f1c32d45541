"""Names of months and weekdays in English and Arabic: those of the Levant, Egypt and the Maghreb."""

from __future__ import annotations

from ledger.intake.text.normalise import fold

_MONTHS = {
    1: "january jan|كانون الثاني|كانون ثاني|يناير|جانفي", 2: "february feb|شباط|فبراير|فيفري",
    3: "march mar|آذار|مارس", 4: "april apr|نيسان|أبريل|أفريل", 5: "may|أيار|مايو|ماي",
    6: "june jun|حزيران|يونيو|جوان", 7: "july jul|تموز|يوليو|يوليوز|جويلية", 8: "august aug|آب|أغسطس|غشت|أغشت|أوت",
    9: "september sept sep|أيلول|سبتمبر|شتنبر|شتمبر", 10: "october oct|تشرين الأول|تشرين أول|أكتوبر",
    11: "november nov|تشرين الثاني|تشرين ثاني|نوفمبر|نونبر",
    12: "december dec|كانون الأول|كانون أول|ديسمبر|دجنبر|دجمبر",
}  # fmt: skip
_WEEKDAYS = (
    "monday mon|الاثنين|الإثنين", "tuesday tues tue|الثلاثاء", "wednesday|الأربعاء", "thursday thurs thur thu|الخميس",
    "friday fri|الجمعة", "saturday|السبت", "sunday|الأحد",
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
