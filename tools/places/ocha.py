"""OCHA's lists: Syria's admin levels 0-3 and city neighbourhoods with Arabic names, other countries' levels 1 and 2."""

from __future__ import annotations

import csv
from pathlib import Path

from tools.places.row import Told

_KINDS = ("country", "governorate", "district", "subdistrict")
COUNTRIES = {"PSE": "ps", "LBN": "lb", "IRQ": "iq", "UKR": "ua"}
"""Countries known to their second level, as OCHA and as our ids name them."""

_CITIES = {
    "Damascus": "sy-damascus-city",
    "Yarmuk": "sy-yarmouk-camp",
    "Aleppo": "sy-aleppo-city",
    "Homs": "sy-homs-city",
    "Hama": "sy-hama-city",
    "Lattakia": "sy-latakia-city",
    "Idleb": "sy-idlib-city",
    "Al-Hasakeh": "sy-hasakah-city",
    "Deir-ez-Zor": "sy-deir-ezzor-city",
    "Tartous": "sy-tartus-city",
    "Ar-Raqqa": "sy-raqqa-city",
    "Dar'a": "sy-daraa-city",
    "As-Sweida": "sy-suwayda-city",
}
_SEAT = "مركز "


def levels(folder: Path) -> list[Told]:
    """Syria's 14 governorates, 62 districts and 272 subdistricts; points are the middle of the bounding box."""
    return [_level(row) for row in _rows(folder / "ocha_cod_ab_syr_adm0_3.csv") if row["level"] != "0"]


def _level(row: dict[str, str]) -> Told:
    box = [float(row[side]) for side in ("bbox_s", "bbox_n", "bbox_w", "bbox_e") if row[side]]
    lat, lon = (round(sum(box[:2]) / 2, 4), round(sum(box[2:]) / 2, 4)) if box else (None, None)
    seat = row["name_ar"].removeprefix(_SEAT)
    return Told(
        source=f"ocha:{row['pcode']}",
        name_en=row["name_en"],
        name_ar=row["name_ar"],
        kind=_KINDS[int(row["level"])],
        parent=row["parent_pcode"].lower(),
        pcode=row["pcode"],
        aliases=[seat] if seat != row["name_ar"] else [],
        lat=lat,
        lon=lon,
    )


def neighbourhoods(folder: Path) -> list[Told]:
    """Neighbourhoods of Syria's cities, each in its city; the larger area they lie in is another name for none."""
    found = []
    for row in _rows(folder / "ocha_city_neighbourhoods.csv"):
        name_en, name_ar = " ".join(row["name_en"].replace("_", " / ").split()), " ".join(row["name_ar"].split())
        found.append(
            Told(
                source=f"ocha:{row['pcode']}",
                name_en=name_en,
                name_ar=name_ar.replace("_", " / ").replace("  ", " "),
                kind="neighbourhood",
                parent=_CITIES[row["adm4_en"]],
                pcode=row["pcode"],
                lat=round(float(row["latitude"]), 5),
                lon=round(float(row["longitude"]), 5),
            )
        )
    return found


def second_levels(folder: Path) -> dict[str, list[Told]]:
    """Levels 1 and 2 of ``COUNTRIES`` by our name of the country, in English only: the list has no other names."""
    found: dict[str, list[Told]] = {name: [] for name in COUNTRIES.values()}
    for row in _rows(folder / "global_pcodes_adm_1_2.csv"):
        country = COUNTRIES.get(row["Location"])
        if country is None or row["Admin Level"] not in ("1", "2"):
            continue
        parent = row["Parent P-Code"]
        found[country].append(
            Told(
                source=f"ocha:{row['P-Code']}",
                name_en=row["Name"],
                kind=_KINDS[int(row["Admin Level"])],
                parent=country if parent in COUNTRIES else parent.lower(),
                pcode=row["P-Code"],
            )
        )
    return found


def _rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))
