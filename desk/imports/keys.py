"""From a publisher's words for a toll's key to the key: one place, one party, or the words as they stand.

Two names of one file that would be one place to the gazetteer are two series to their publisher ("Bahamas" and
"Bahamas, The"): then only the place's own name stands for the place. What was recorded of a source before keeps the
place it was recorded under, whatever has been added to the lists since.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from desk.imports.change import KeyWords
from desk.places import asked_place
from ledger.actors import Actors
from ledger.domain.values import Actor, Place, TollKey, folded
from ledger.errors import PlaceAmbiguous, PlaceUnknown
from ledger.gazetteer import Gazetteer

PlaceNames = Mapping[tuple[str, str], Place]
"""Places by the folded words for source and place."""


def places_of(keys: Iterable[KeyWords], known: PlaceNames, gazetteer: Gazetteer) -> dict[tuple[str, str], Place]:
    """The place of each source's name for one; ``known`` are those recorded before."""
    named: dict[tuple[str, str], str] = {}
    for key in keys:
        if key.place is not None and key.place_id is None:
            named.setdefault((folded(key.source), folded(key.place)), key.place)
    ids: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for (source, name), words in named.items():
        place_id = _place_id(words, gazetteer)
        if place_id is not None and (source, name) not in known:
            ids[source, place_id].append((source, name))
    found = {at: known.get(at) or Place(text=words) for at, words in named.items()}
    taken = {(at[0], place.id) for at, place in known.items() if at in named}
    for (source, place_id), sharing in ids.items():
        own = sharing if len(sharing) == 1 else [at for at in sharing if _is_own_name(at[1], place_id, gazetteer)]
        if len(own) == 1 and (source, place_id) not in taken:
            found[own[0]] = Place(id=place_id, text=named[own[0]])
    return found


def toll_key(words: KeyWords, places: PlaceNames, actors: Actors) -> TollKey:
    """The key that a publisher's words name."""
    return TollKey(
        source=words.source,
        place=_place(words, places),
        group=words.group,
        affiliation=words.affiliation,
        harm=words.harm,
        cause=words.cause,
        perpetrator=_perpetrator(words, actors),
        period_start=words.period_start,
        basis=words.basis,
    )


def _place(words: KeyWords, places: PlaceNames) -> Place | None:
    if words.place_id is not None:
        return Place(id=words.place_id, text=words.place)
    return places[folded(words.source), folded(words.place)] if words.place else None


def _perpetrator(words: KeyWords, actors: Actors) -> Actor | None:
    if words.perpetrator_id is not None:
        return Actor(id=words.perpetrator_id, text=words.perpetrator)
    return _actor(words.perpetrator, actors) if words.perpetrator else None


def _place_id(words: str, gazetteer: Gazetteer) -> str | None:
    try:
        return asked_place(words, gazetteer).place_id
    except (PlaceAmbiguous, PlaceUnknown):
        return None  # kept as written: an import asks nobody


def _is_own_name(name: str, place_id: str, gazetteer: Gazetteer) -> bool:
    place = gazetteer.get(place_id)
    return place is not None and name in (folded(place.name_en), folded(place_id))


def _actor(words: str, actors: Actors) -> Actor:
    known = actors.get(words) or actors.one(words)
    return Actor(id=known.id if known else None, text=words)
