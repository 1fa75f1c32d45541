"""Names in English and Arabic to place ids, with parents and homonyms; never guesses between two places.

Ids are OCHA P-codes in lower case (``sy120003``) or slugs (``sy-yarmouk-basin``). The places lie under
``ledger/data/places``; where they come from is told in ``ledger/data/PROVENANCE.md``, what they hold in docs/places.md.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from zlib import crc32

from ledger.place_words import NOT_NAMES
from ledger.places.alike import Alike, Sounds
from ledger.places.entry import PlaceEntry
from ledger.places.finding import LONGEST_TEXT, Finder
from ledger.places.lists import NAMES, SOUNDS, shipped_rows, text_of
from ledger.places.names import NameIndex, index_of
from ledger.places.own import Extended, own_places
from ledger.places.ranking import CLOSE, UNKNOWN_AREA, Candidate, Claim, ranked

__all__ = [
    "CLOSE",
    "OFFERED",
    "SURE",
    "Candidate",
    "Gazetteer",
    "PlaceEntry",
    "default_gazetteer",
    "gazetteer_with",
]

SURE = 0.6
"""A place that scores less is offered, and never taken."""

OFFERED = 0.5
"""A place that scores less is not even offered to a person who must say which place is meant."""

_INTO = frozenset({"of", "in", "at", "في"})
_TREES = 1_000_000
_MOST_KEPT = 5_000  # answers kept at hand: one report, and one publisher, names the same places again and again


class Gazetteer:
    """All places by id and by comparable name."""

    def __init__(self, places: Iterable[PlaceEntry]) -> None:
        by_id = {place.id: place for place in places}
        names = index_of(by_id.values())
        self._hold(by_id, names, lambda: Sounds.of(names), _tree(by_id.values()))

    @classmethod
    def of(
        cls, places: Mapping[str, PlaceEntry], names: NameIndex, sounds: Callable[[], Sounds], tree: int
    ) -> Gazetteer:
        """A gazetteer of places whose names are indexed already; ``tree`` as the attribute of that name."""
        made = cls.__new__(cls)
        made._hold(places, names, sounds, tree)
        return made

    def _hold(
        self, places: Mapping[str, PlaceEntry], names: NameIndex, sounds: Callable[[], Sounds], tree: int
    ) -> None:
        self._places = places
        self.names = names
        self._alike = Alike(sounds)
        self._finder = Finder(places, names, self._alike)
        self._kept = lru_cache(maxsize=_MOST_KEPT)(self._resolved)
        self.tree = tree
        """A number below 10^6 that is another one where any place lies elsewhere: what was found by paths is stale."""

    def with_own(self, path: Path | None) -> Gazetteer:
        """These places with those of a file of one's own. Raises ``SettingUnusable`` or ``OwnListUnfit``."""
        if path is None:
            return self
        own = own_places(path, self._places)
        names, own_names = self.names.copy(), index_of(own.values())
        for place in own.values():
            names.enter(place)
        sounds = lambda: self._alike.sounds.with_those(Sounds.of(own_names))  # noqa: E731
        return Gazetteer.of(Extended(self._places, own), names, sounds, (self.tree + _tree(own.values())) % _TREES)

    def get(self, place_id: str) -> PlaceEntry | None:
        """The place of an id, or ``None``."""
        return self._places.get(place_id)

    def __iter__(self) -> Iterator[str]:
        """Every id."""
        return iter(self._places)

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
        """The place's name in ``ar`` or, for any other language, English; in the other one where it has but that."""
        place = self._places.get(place_id)
        if place is None:
            return place_id
        shown = (place.name_ar, place.name_en) if language.startswith("ar") else (place.name_en, place.name_ar)
        return shown[0] or shown[1]

    def begins(self, word: str) -> bool:
        """Whether a name begins with the comparable word."""
        return self.names.begins(word)

    def longest(self, words: Sequence[str], start: int, words_too: bool = True) -> int:
        """How many of ``words`` (comparable words) from ``start`` make the longest name known; 0 = none.

        Without ``words_too``, names that are ordinary words as well ("The Gate") do not count.
        """
        return self.names.longest(words, start, words_too)

    def longest_heard(self, words: Sequence[str], start: int) -> int:
        """The same for words that sound as a name, however it is spelt, and as no ordinary word."""
        return self._alike.longest(words, start)

    def resolve(self, text: str, *, context: str | None = None) -> tuple[Candidate, ...]:
        """Places that the words may mean, best first; several with close scores = ambiguous.

        ``context`` is the id or the name of a place around (the report's province). Scores below ``SURE`` are mere
        proposals: a name heard alike in the other script, one of which only what lies around it is known.
        """
        return self._kept(text[:LONGEST_TEXT], context)

    def _resolved(self, text: str, context: str | None) -> tuple[Candidate, ...]:
        found = self._finder.find(text)
        if found is None:
            return ()
        claims = [Claim(self._places[i], found.score, [found.reason]) for i in found.ids]
        claims += [
            Claim(self._places[i], found.score, [found.reason], spelt=False) for i in self._finder.heard_too(found)
        ]
        return ranked(claims, found.hint, self._around(found.rest, context), self)

    def one(self, text: str, context: str | None = None) -> PlaceEntry | None:
        """The place meant, only where there is no doubt."""
        return self.surest(self.resolve(text, context=context))

    @staticmethod
    def surest(found: Sequence[Candidate]) -> PlaceEntry | None:
        """The first of the candidates, only where there is no doubt."""
        doubted = not found or found[0].score < SURE
        if doubted or (len(found) > 1 and found[0].score - found[1].score < CLOSE):
            return None
        return found[0].place

    def _around(self, rest: Sequence[str], context: str | None) -> set[str]:
        """Ids of the places that the words after the name, or else the context, put it in."""
        for start, word in enumerate(rest):
            length = self.longest(rest, start)
            if length:
                return set(self.names.ids(" ".join(rest[start : start + length])))
            if word in _INTO and set(rest[start + 1 : start + 2]) - NOT_NAMES:
                known = any(self.longest(rest, later) for later in range(start + 1, len(rest)))
                return {UNKNOWN_AREA} if not known else self._around(rest[start + 1 :], context)
        if context is None:
            return set()
        if context in self._places:
            return {context}
        meant = self.resolve(context)
        return {c.place.id for c in meant if c.score >= SURE and meant[0].score - c.score < CLOSE}


def _tree(places: Iterable[PlaceEntry]) -> int:
    lies = sorted(f"{place.id}/{place.parent}" for place in places)
    return crc32("\n".join(lies).encode()) % _TREES


@lru_cache(maxsize=1)
def default_gazetteer() -> Gazetteer:
    """The places under ``ledger/data/places``, read once."""
    rows = shipped_rows()
    names = NameIndex.read(text_of(NAMES))
    return Gazetteer.of(rows, names, lambda: Sounds.read(text_of(SOUNDS)), rows.checksum % _TREES)


def gazetteer_with(path: Path | None) -> Gazetteer:
    """The places that come with us and those of a file of one's own; raises as ``with_own``."""
    return default_gazetteer().with_own(path)
