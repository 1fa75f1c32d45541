"""Places that UCDP's events of 2016-2019 name in Syria, put into their subdistrict by point in polygon."""

from __future__ import annotations

import csv
import re
from pathlib import Path

from tools.places.row import Told, plain

_SETTLED = re.compile(r"\s+(town|villa?g?e?|village|villge|villae|city|suburb|neighbou?rhood|locality)$", re.IGNORECASE)
_ADMIN = re.compile(r"\b(district|subdistrict|sub-district|governorate)\b", re.IGNORECASE)
_BETWEEN = re.compile(r"\b(road|highway|border|between|triangle|axis|countryside)\b", re.IGNORECASE)
_CAMP = re.compile(r"\bcamp\b", re.IGNORECASE)
_SITE = re.compile(
    r"\b(field|fields|oilfield|base|airbase|airport|heliport|checkpoint|dam|plant|complex|station|brigade|division|silos|"
    r"factory|mills|prison|castle|company|center|reservoir|junction|farm|farms|crossroad|crossing|project|ruin|ruins|"
    r"tower|pan|springs)\b",
    re.IGNORECASE,
)
_LAND = re.compile(
    r"\b(area|mountain|hill|hills|plain|plains|desert|island|sector|pocket|enclave|ghouta|qalamoun|river|mount|tulul|jabal|"
    r"tall|wadi)\b",
    re.IGNORECASE,
)
_SAYS_KIND = re.compile(r"\s+(area|mountain|mount|hill|hills)$", re.IGNORECASE)
_KINDS = {"town": "town", "city": "town", "suburb": "town"}
_PRECISE = 3
"""Beyond this precision a point stands for a region or the whole country (UCDP codebook, where_prec)."""


def places(folder: Path) -> list[Told]:
    """Settlements, camps, sites and land, with the words of the list as an alias where they say more than the name."""
    with (folder / "ged_places_with_pcodes.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    return [_place(row) for row in rows if row["where_coordinates"] and _is_place(row)]


def _is_place(row: dict[str, str]) -> bool:
    words = row["where_coordinates"]
    admin = words == "Syria" or (_ADMIN.search(words) and not _BETWEEN.search(words))
    return int(row["where_prec"]) <= _PRECISE and not admin


def _place(row: dict[str, str]) -> Told:
    words = " ".join(row["where_coordinates"].split())
    settled = _SETTLED.search(words)
    name = words[: settled.start()] if settled else _SAYS_KIND.sub("", words)
    kind = _KINDS.get(settled[1].lower(), "village") if settled else _kind(words)
    return Told(
        source=f"ged:{words}@{float(row['latitude']):.6f},{float(row['longitude']):.6f}",
        name_en=plain(name),
        kind=kind,
        aliases=[plain(words)] if name != words and not settled else [],
        parent=(row["adm3_pcode_pip"] or row["adm1_pcode_from_ged_name"] or "sy").lower(),
        lat=round(float(row["latitude"]), 6),
        lon=round(float(row["longitude"]), 6),
    )


def _kind(words: str) -> str:
    if _BETWEEN.search(words):
        return "area"
    for pattern, kind in ((_CAMP, "camp"), (_SITE, "site"), (_LAND, "area")):
        if pattern.search(words):
            return kind
    return "village"
