"""Names that are ordinary words as well, told by how often people write them (wordfreq)."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from ledger.places.entry import RANKS, PlaceEntry
from ledger.places.names import NameIndex, bare_words
from ledger.places.sounds import heard

WORDS, SOUNDS = "ordinary_words.csv", "ordinary_sounds.csv"
A_PLACE = "a place"
_OFTEN = {"en": 2.8, "ar": 3.4}
"""Zipf frequency (log10 per thousand million words) from which a small place's name is taken to be a word first."""

_OFTEN_GLUED = 4.2
_SHORT, _OFTEN_SHORT = 3, 4.1  # letters; the reader takes so short a name only where a place stands
_GLUED = "وبلفك"  # "and", "in", "for", "so", "as": one word with what follows
_PERSONS = ("abu ", "um ", "umm ", "ابو ", "ام ")
_CITY = RANKS["city"]
_KEPT = ("by hand", A_PLACE)


def ordinary_words(
    places: Mapping[str, PlaceEntry], names: NameIndex, before: Iterable[dict[str, str]]
) -> dict[str, str]:
    """Name to the reason why it is a word too, or ``a place`` for those that a person took off the list."""
    kept = {row["name"]: row["why"] for row in before if row["why"] in _KEPT}
    written = _as_written(places)
    found = dict(kept)
    for name in names:
        if name not in found and (why := _why(name, [places[it] for it in names.ids(name)], written[name])):
            found[name] = why
    return found


def ordinary_sounds(names: NameIndex) -> set[str]:
    """How those words are heard that many people write and no place is named by: "Deal" is no Dial."""
    from wordfreq import iter_wordlist, zipf_frequency

    sounds = {heard(name) for name in names if name < "\u0600"}
    common: set[str] = set()
    for word in iter_wordlist("en", "large"):
        if zipf_frequency(word, "en") < _OFTEN["en"]:
            break
        if word.isascii() and word.isalpha() and word not in names and heard(word) in sounds:
            common.add(heard(word))
    return common


def _why(name: str, bearers: list[PlaceEntry], written: set[str]) -> str:
    if any(RANKS.get(place.kind, 1) >= _CITY for place in bearers):
        return ""
    if all(place.kind == "neighbourhood" for place in bearers):
        return "a neighbourhood only"
    if name.startswith(_PERSONS) and all(RANKS[place.kind] < RANKS["town"] for place in bearers):
        return "may be a person"
    if " " in name:
        return ""
    if name < "\u0600":
        return "often a word" if _often(name, "en") >= _OFTEN["en"] else ""
    stems = {word.removeprefix("ال") for word in written | {name}}
    often = _OFTEN["ar"] if len(name) > _SHORT else _OFTEN_SHORT
    if max(_often(form, "ar") for stem in stems for form in (stem, f"ال{stem}")) >= often:
        return "often a word"
    if len(name) <= _SHORT:
        return ""
    glued = max(_often(letter + stem, "ar") for stem in stems for letter in _GLUED)
    return "the end of another word" if glued >= _OFTEN_GLUED else ""


def _often(word: str, language: str) -> float:
    from wordfreq import zipf_frequency

    return float(zipf_frequency(word, language))


def _as_written(places: Mapping[str, PlaceEntry]) -> defaultdict[str, set[str]]:
    """Names of one Arabic word as they are written: a comparable one has lost its hamza."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for place in places.values():
        for name in place.names:
            words = name.split()
            if name >= "\u0600" and len(words) == 1:
                found[" ".join(bare_words(name))].add(name)
    return found


def read(file: Path) -> list[dict[str, str]]:
    if not file.exists():
        return []
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def write(file: Path, words: Mapping[str, str]) -> None:
    with file.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines, lineterminator="\n")
        writer.writerow(("name", "why"))
        writer.writerows(sorted(words.items()))
