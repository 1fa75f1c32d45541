"""A place as one source tells it, before it is matched with what the other sources tell."""

from __future__ import annotations

import math
import re
import unicodedata
from dataclasses import dataclass, field

from ledger.names import name_words
from ledger.place_words import COUNTRYSIDE, KINDS
from ledger.places.sounds import heard

_ARABIC = re.compile("[\u0621-\u064a\u0670]")
_APOSTROPHES = str.maketrans(dict.fromkeys("‘’ʿʾʼ`´", "'"))
_KM = 111.2


@dataclass
class Told:
    """One source's word on a place. ``source`` is where it says so, by which the place's id is found again."""

    source: str
    name_en: str
    name_ar: str = ""
    kind: str = "village"
    parent: str = ""
    pcode: str = ""
    aliases: list[str] = field(default_factory=list)
    lat: float | None = None
    lon: float | None = None
    people: int = 0

    @property
    def sounds(self) -> set[str]:
        """How its names in Latin letters are heard."""
        return {sounding(name) for name in (self.name_en, *self.aliases) if not is_arabic(name)} - {""}


def sounding(name: str) -> str:
    """A name as it is heard, without words for its kind."""
    words = [word for word in name_words(name) if word in COUNTRYSIDE or word not in KINDS]
    return heard(" ".join(words or name_words(name)))


def is_arabic(name: str) -> bool:
    return bool(_ARABIC.search(name))


def plain(name: str) -> str:
    """A name in plain Latin letters: "Khān Yūnis" is "Khan Yunis"; the letters ayn and hamza are left out."""
    marked = unicodedata.normalize("NFKD", name.translate(_APOSTROPHES))
    letters = "".join(letter for letter in marked if not unicodedata.combining(letter))
    letters = letters.replace("ı", "i").replace("ə", "a").replace("Ə", "A").replace("ł", "l").replace("ø", "o")
    return " ".join(letters.replace("'", "").split())


def slug(name: str) -> str:
    """A name as the tail of an id."""
    return re.sub("[^a-z0-9]+", "-", plain(name).lower()).strip("-")


def apart(one: Told, other: Told) -> float:
    """Kilometres between two places; infinity where one has no point."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return math.inf
    wide = math.cos(math.radians((one.lat + other.lat) / 2))
    return math.hypot((one.lat - other.lat) * _KM, (one.lon - other.lon) * _KM * wide)


def comparable(name: str) -> str:
    """Comparable words, parted by spaces."""
    return " ".join(name_words(name))
