"""Names in English and Arabic to place ids, with parents and homonyms; never guesses between two places.

Ids are OCHA P-codes in lower case (``sy120003``) or slugs (``sy-yarmouk-basin``). The names lie in
``ledger/data/places.csv``; where they come from is told in ``ledger/data/PROVENANCE.md``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache

from pydantic import BaseModel, ConfigDict

from ledger.names import name_words, table
from ledger.near_names import NearNames
from ledger.place_words import KINDS, NOT_NAMES, hints_of, sound, unglued

LONGEST_NAME = 5  # words
CLOSE = 0.1  # scores nearer than this are not told apart
_LEAST_ALIKE = 86.0
_SHORTEST_ALIKE = 5  # letters
_ONLY_AROUND = 0.5  # the words name a place that is not in the list, in one that is
_COUNTRYSIDE = frozenset({"countryside", "rural", "rif", "reef", "ريف"})  # part of a name: "Rif Dimashq"
_HEARD = 0.9
_GLUED = frozenset("بلوف")  # "in", "for", "and" at the head of an Arabic word
_HOW = {1.0: "the name", 0.95: "the name, near or in", _ONLY_AROUND: "only what lies around it is known"}
_WIDTH = {"country": 6, "governorate": 5, "town": 4, "area": 3, "valley": 3, "camp": 3, "subdistrict": 2, "district": 1}


class PlaceEntry(BaseModel):
    """A place of the list; ``parent`` is the next wider one."""

    model_config = ConfigDict(frozen=True)

    id: str
    name_en: str
    name_ar: str
    kind: str
    parent: str | None = None
    pcode: str | None = None
    aliases: tuple[str, ...] = ()
    lat: float | None = None
    lon: float | None = None


class Candidate(BaseModel):
    """A place that words may mean: ``score`` from 0 to 1, ``reason`` in words."""

    model_config = ConfigDict(frozen=True)

    place: PlaceEntry
    score: float
    reason: str


_Head = tuple[list[str], float, frozenset[str], list[str]]


class Gazetteer:
    """All places by id and by comparable name."""

    def __init__(self, places: Iterable[PlaceEntry]) -> None:
        self._places = {place.id: place for place in places}
        self._by_name: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
        self._starts: set[str] = set()
        self._plain: set[tuple[tuple[str, ...], str]] = set()  # names that need no "countryside" beside them
        for place in self._places.values():
            for name in (place.name_en, place.name_ar, *place.aliases):
                self._enter(name, place.id)
        self._joined = {" ".join(words): words for words in self._by_name}
        self._near = NearNames(self._joined, _LEAST_ALIKE)
        self._sounds: defaultdict[str, list[str]] = defaultdict(list)
        for words, ids in self._by_name.items():
            self._sounds[sound(" ".join(words))] += [i for i in ids if i not in self._sounds[sound(" ".join(words))]]

    def _enter(self, name: str, place_id: str) -> None:
        words = bare_words(name)
        if not _COUNTRYSIDE & set(name_words(name)):
            self._plain.add((words, place_id))
        if words and place_id not in self._by_name[words]:
            self._by_name[words].append(place_id)
            self._starts.add(words[0])

    def get(self, place_id: str) -> PlaceEntry | None:
        """The place of an id, or ``None``."""
        return self._places.get(place_id)

    def ancestors(self, place_id: str) -> tuple[str, ...]:
        """Ids of the wider places, nearest first."""
        found: list[str] = []
        place = self._places.get(place_id)
        while place is not None and place.parent and place.parent not in found:
            found.append(place.parent)
            place = self._places.get(place.parent)
        return tuple(found)

    def path(self, place_id: str) -> str:
        """The ids from the country down to the place, joined by ``/``."""
        return "/".join((*reversed(self.ancestors(place_id)), place_id))

    def contains(self, ancestor: str, place_id: str) -> bool:
        """Whether the place is, or lies in, ``ancestor``."""
        return ancestor == place_id or ancestor in self.ancestors(place_id)

    def name(self, place_id: str, language: str) -> str:
        """The place's name in ``ar`` or, for any other language and where there is no Arabic one, English."""
        place = self._places.get(place_id)
        if place is None:
            return place_id
        return (place.name_ar if language.startswith("ar") else "") or place.name_en

    def begins(self, word: str) -> bool:
        """Whether a name begins with the comparable word."""
        return word in self._starts

    def longest(self, words: Sequence[str], start: int) -> int:
        """How many of ``words`` (comparable words) from ``start`` make the longest name known; 0 = none."""
        if words[start] not in self._starts:
            return 0
        for length in range(min(LONGEST_NAME, len(words) - start), 0, -1):
            if tuple(words[start : start + length]) in self._by_name:
                return length
        return 0

    def resolve(self, text: str, *, context: str | None = None) -> tuple[Candidate, ...]:
        """Places that the words may mean, best first; several with close scores = ambiguous.

        ``context`` is the id or the name of a place around (the report's province).
        """
        words = [unglued(word) for word in name_words(text[:300].replace("'s ", " ").replace("’s ", " ")) if word]
        if (
            words
            and words[0][:1] in _GLUED
            and not self.longest(words, 0)
            and self.longest([words[0][1:], *words[1:]], 0)
        ):
            words[0] = words[0][1:]
        ids, alike, hint, rest = self._head(words) or self._similar(words)
        around = self._around(rest, context)
        scored = [self._score(self._places[i], alike, hint, around) for i in ids]
        return tuple(sorted(self._one_of_nested(scored), key=lambda c: (-c.score, c.place.id)))

    def one(self, text: str, context: str | None = None) -> PlaceEntry | None:
        """The place meant, only where there is no doubt."""
        return self.surest(self.resolve(text, context=context))

    @staticmethod
    def surest(found: Sequence[Candidate]) -> PlaceEntry | None:
        """The first of the candidates, only where there is no doubt."""
        doubted = not found or found[0].score < 0.6
        if doubted or (len(found) > 1 and found[0].score - found[1].score < CLOSE):
            return None
        return found[0].place

    def _head(self, words: list[str]) -> _Head | None:
        """The first name in the words: its places, how sure, the kinds it may be of, and the words after it."""
        for start in range(len(words)):
            length = self.longest(words, start)
            if not length:
                continue
            after = words[start + length :]
            if after and not (after[0] in NOT_NAMES or self.longest(after, 0)):
                continue
            if after and self.longest(after, 0) and self._is_country(words[start : start + length]):
                continue  # "Syria's Idlib province"
            before = [word for word in words[:start] if not self.longest([word], 0)]
            stranger = any(word not in NOT_NAMES for word in before)
            hint = hints_of([*reversed(words[max(0, start - 2) : start]), *after[:1]])
            alike = _ONLY_AROUND if stranger else 0.95 if start else 1.0
            name = tuple(words[start : start + length])
            around = bool(set(words) & _COUNTRYSIDE)
            ids = [i for i in self._by_name[name] if ((name, i) in self._plain) != around] or self._by_name[name]
            return ids, alike, hint, after
        return None

    def _is_country(self, words: list[str]) -> bool:
        return all(self._places[i].kind == "country" for i in self._by_name[tuple(words)])

    def _similar(self, words: list[str]) -> _Head:
        bare = " ".join(word for word in words if word not in NOT_NAMES)
        heard = self._sounds.get(sound(bare)) if len(bare) >= _SHORTEST_ALIKE else None
        if heard:
            return heard, _HEARD, hints_of(words), []
        nearest = self._near.nearest(bare) if len(bare) >= _SHORTEST_ALIKE else None
        if nearest is None:
            return [], 0.0, frozenset(), []
        return self._by_name[self._joined[nearest[0]]], nearest[1] / 100 * 0.9, hints_of(words), []

    def _around(self, rest: list[str], context: str | None) -> set[str]:
        """Ids of the places that the words after the name, or else the context, put it in."""
        for start in range(len(rest)):
            length = self.longest(rest, start)
            if length:
                return set(self._by_name[tuple(rest[start : start + length])])
        if context is None:
            return set()
        if context in self._places:
            return {context}
        return set(self._by_name.get(bare_words(context), ()))

    def _score(self, place: PlaceEntry, alike: float, hint: frozenset[str], around: set[str]) -> Candidate:
        score, reasons = alike, [_HOW.get(alike, "a similar name")]
        if hint and place.kind not in hint:
            score -= 0.3
            reasons.append(f"but a {place.kind}")
        if around:
            inside = any(self.contains(wide, place.id) for wide in around)
            wider = any(self.contains(place.id, wide) for wide in around)
            score -= 0 if inside else 0.05 if wider else 0.3
            reasons.append("in the area named" if inside or wider else "outside the area named")
        return Candidate(place=place, score=round(max(score, 0.0), 3), reason=", ".join(reasons))

    def _one_of_nested(self, found: list[Candidate]) -> list[Candidate]:
        """Of places that lie in one another and bear one name, only the one usually meant keeps its score."""
        kept: list[Candidate] = []
        for candidate in sorted(found, key=lambda c: (-c.score, -_WIDTH.get(c.place.kind, 0), c.place.id)):
            nested = any(
                self.contains(better.place.id, candidate.place.id) or self.contains(candidate.place.id, better.place.id)
                for better in kept
            )
            kept.append(candidate.model_copy(update={"score": candidate.score * 0.7}) if nested else candidate)
        return kept


def bare_words(name: str) -> tuple[str, ...]:
    """Comparable words without words for kinds of places ("city of"), unless nothing else is left."""
    words = name_words(name)
    bare = tuple(word for word in words if word not in KINDS)
    return bare or words


@lru_cache(maxsize=1)
def default_gazetteer() -> Gazetteer:
    """The places under ``ledger/data``, read once."""
    return Gazetteer(_entry(row) for row in table("places.csv"))


def _entry(row: dict[str, str]) -> PlaceEntry:
    return PlaceEntry(
        id=row["id"],
        name_en=row["name_en"],
        name_ar=row["name_ar"],
        kind=row["kind"],
        parent=row["parent"] or None,
        pcode=row["pcode"] or None,
        aliases=tuple(filter(None, row["aliases"].split("|"))),
        lat=float(row["lat"]) if row["lat"] else None,
        lon=float(row["lon"]) if row["lon"] else None,
    )
