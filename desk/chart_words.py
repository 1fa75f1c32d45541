"""What stands around a toll's chart, in English and Arabic: what is counted, who says so, what to keep in mind."""

from __future__ import annotations

from datetime import date

from desk.telling.words import day_words
from desk.things import thing_words
from ledger.domain.values import Harm, TollKey
from ledger.gazetteer import Gazetteer
from ledger.sources import source_name
from projections.moments import AsOf

_HARM = {
    Harm.KILLED: ("Killed", "قتلى"),
    Harm.INJURED: ("Injured", "جرحى"),
    Harm.CASUALTIES: ("Killed or injured", "قتلى وجرحى"),
    Harm.MISSING: ("Missing", "مفقودون"),
    Harm.ABDUCTED: ("Abducted", "مختطفون"),
    Harm.DETAINED: ("Detained", "معتقلون"),
    Harm.DISPLACED: ("Displaced", "نازحون"),
    Harm.RELEASED: ("Released", "مفرج عنهم"),
    Harm.EQUIPMENT_LOST: ("Equipment lost, no people", "خسائر المعدات، لا أشخاص"),
}
_GROUPS = {
    "civilians": "مدنيون",
    "combatants": "مقاتلون",
    "children": "أطفال",
    "women": "نساء",
    "men": "رجال",
    "boys": "فتيان",
    "girls": "فتيات",
    "medics": "مسعفون",
    "press": "صحفيون",
}


_CAUSES = {
    "bombardment and shelling": "القصف الجوي والمدفعي",
    "airstrikes": "غارات جوية",
    "shelling": "قصف مدفعي",
    "execution": "إعدام ميداني",
    "explosion": "انفجار",
    "clashes": "اشتباكات",
}


_OWN_SOURCE = {"Field monitors": "راصدون ميدانيون"}
"""The desk's own source as the settings name it by default."""


def title_words(key: TollKey, language: str, gazetteer: Gazetteer) -> str:
    """What is counted and where: "Killed, children, Yarmouk Basin"."""
    arabic = language.startswith("ar")
    parts = [_HARM[key.harm][arabic]]
    if not key.harm.of_people:
        parts.append(thing_words(key.group, language))
    elif key.group != "all":
        parts.append(group_words(key.group, language))
    if key.affiliation:
        parts.append(key.affiliation)
    if key.place:
        parts.append(gazetteer.name(key.place.id, language) if key.place.id else key.place.text or "")
    return ("، " if arabic else ", ").join(parts)


def group_words(group: str, language: str) -> str:
    """Who is counted: "children"; a group that has no Arabic name here keeps its own."""
    return _GROUPS.get(group, group) if language.startswith("ar") else group


def subtitle_words(key: TollKey, language: str) -> str:
    """Who says so, since when, from what."""
    arabic = language.startswith("ar")
    parts = [("المصدر: " if arabic else "Source: ") + _source(key.source, language)]
    if key.period_start:
        parts.append(("منذ " if arabic else "since ") + _day(key.period_start, arabic))
    if key.cause:
        parts.append(f"السبب: {_CAUSES.get(key.cause, key.cause)}" if arabic else f"cause: {key.cause}")
    return " · ".join(parts)


def caption_words(as_of: AsOf, language: str, harm: Harm = Harm.KILLED) -> str:
    """Where it was read, and that a count of the dead is never all of them; a claim of things may be any way off."""
    if not harm.of_people:
        return _things_caption(as_of, language)
    if language.startswith("ar"):
        return f"كما في المدخل رقم {as_of.position} من السجل. الأرقام هي ما وثّقه المصدر، والعدد الفعلي قد يكون أعلى."
    return f"As of position {as_of.position}. Figures are what the source documented; the true number may be higher."


def _things_caption(as_of: AsOf, language: str) -> str:
    if language.startswith("ar"):
        return (
            f"كما في المدخل رقم {as_of.position} من السجل. ادعاء طرف عن خسائر عدوه، والعدد الفعلي قد يكون أعلى أو أدنى."
        )
    return f"As of position {as_of.position}. One party's claim of its enemy's losses; they may be higher or lower."


def _source(name: str, language: str) -> str:
    own = _OWN_SOURCE.get(name) if language.startswith("ar") else None
    return own or source_name(name, language)


def _day(day: date, arabic: bool) -> str:
    # Slashes keep digits in their order between words that run from the right; hyphens turn them round.
    return f"{day.day}/{day.month}/{day.year}" if arabic else day_words(day)
