"""Things that a publisher counts as lost, by its own names for them, in English and Arabic; never people."""

from __future__ import annotations

THINGS: dict[str, tuple[str, str]] = {
    "aircraft": ("aircraft", "طائرات"),
    "helicopter": ("helicopters", "مروحيات"),
    "tank": ("tanks", "دبابات"),
    "APC": ("armoured personnel carriers", "ناقلات جند مدرعة"),
    "field artillery": ("artillery pieces", "قطع مدفعية"),
    "MRL": ("multiple rocket launchers", "راجمات صواريخ"),
    "military auto": ("military vehicles", "آليات عسكرية"),
    "fuel tank": ("fuel tankers", "صهاريج وقود"),
    "drone": ("drones", "طائرات مسيّرة"),
    "naval ship": ("naval ships", "سفن حربية"),
    "anti-aircraft warfare": ("anti-aircraft systems", "منظومات دفاع جوي"),
    "special equipment": ("pieces of special equipment", "قطع معدات خاصة"),
    "mobile SRBM system": ("mobile ballistic missile systems", "منظومات صواريخ باليستية متحركة"),
    "vehicles and fuel tanks": ("vehicles and fuel tankers", "آليات وصهاريج وقود"),
    "cruise missiles": ("cruise missiles", "صواريخ مجنّحة"),
    "submarines": ("submarines", "غواصات"),
    "ground robotic systems": ("ground robots", "روبوتات أرضية"),
}


def thing_words(group: str, language: str = "en") -> str:
    """Things of one sort, as many: "tanks"; what is in no list by its publisher's name, "all" as items."""
    arabic = language.startswith("ar")
    if group == "all":
        return "قطع من المعدات" if arabic else "items"
    return THINGS.get(group, (f"items ({group})", group))[arabic]
