"""What the list lacks: places without a name in Arabic, by country and kind."""

from __future__ import annotations

from collections import Counter

from ledger.gazetteer import Gazetteer

_LEVELS = {
    "level 1": ("governorate",),
    "level 2": ("district",),
    "level 3": ("subdistrict",),
    "towns, villages": ("city", "town", "village"),
    "quarters": ("neighbourhood",),
    "camps, areas, sites": ("camp", "area", "valley", "site"),
}
_COUNTRIES = ("sy", "ps", "lb", "iq", "ua")
_ELSEWHERE = "elsewhere"


def table(gazetteer: Gazetteer) -> list[str]:
    """Lines of a Markdown table: of each kind how many places there are and how many lack Arabic ("1,700 of 2,000")."""
    have: Counter[tuple[str, str]] = Counter()
    lack: Counter[tuple[str, str]] = Counter()
    level_of = {kind: level for level, kinds in _LEVELS.items() for kind in kinds}
    for place_id in gazetteer:
        place = gazetteer.get(place_id)
        if place is None or place.kind not in level_of:
            continue
        root = gazetteer.path(place_id).partition("/")[0]
        key = (root if root in _COUNTRIES else _ELSEWHERE, level_of[place.kind])
        have[key] += 1
        lack[key] += not any(name >= "\u0600" for name in place.names)
    lines = [f"| country | {' | '.join(_LEVELS)} |", f"|---|{'---:|' * len(_LEVELS)}"]
    for country in (*_COUNTRIES, _ELSEWHERE):
        name = _ELSEWHERE if country == _ELSEWHERE else gazetteer.name(country, "en")
        cells = [_cell(lack[country, level], have[country, level]) for level in _LEVELS]
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return lines


def _cell(lacking: int, having: int) -> str:
    return f"{lacking:,} of {having:,}" if having else "–"
