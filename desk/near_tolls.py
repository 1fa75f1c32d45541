"""Tolls that a stated figure misses by one part of the key: a window that starts a day off, the place around, a cause
in other words. Whether it is the same toll is for a person to say; here is what differs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

from rapidfuzz import fuzz

from desk.running_tolls import EVERYBODY, NearToll, RunningToll
from ledger.actors import Actors
from ledger.domain.values import Actor, Place, TollKey, folded
from ledger.gazetteer import Gazetteer

DAYS_OFF = timedelta(days=3)
_PARTS = ("place", "group", "affiliation", "cause", "perpetrator", "period_start", "basis")
_FIRE = frozenset({"airstrikes", "shelling", "bombardment", "bombardment and shelling"})
_ALIKE = 80.0  # of 100, for causes in free words
_TOO_WIDE = "country"


def near_tolls(
    stated: TollKey, running: Sequence[RunningToll], gazetteer: Gazetteer, actors: Actors, *, place_inferred: bool
) -> tuple[NearToll, ...]:
    """The running tolls of the same source and harm that ``stated`` misses by one part, which is close to theirs.

    A part that the text does not give is no difference; one that the kept toll does not give is.
    """
    found: list[NearToll] = []
    for toll in running:
        differing = list(_differing(stated, toll.key, place_inferred))
        same = (stated.parts["source"], stated.harm) == (toll.key.parts["source"], toll.key.harm)
        if same and toll.current is not None and len(differing) == 1:
            (part,) = differing
            if _is_close(part, stated, toll.key, gazetteer, actors):
                found.append(NearToll(stated, toll.key, toll.current, part))
    return tuple(found)


def _differing(stated: TollKey, kept: TollKey, place_inferred: bool) -> Iterator[str]:
    for part in _PARTS:
        given = stated.parts[part]
        if part == "place" and place_inferred:
            continue
        if part == "group":
            if given != kept.parts[part]:
                yield part
        elif given is not None and given != kept.parts[part]:
            yield part


def _is_close(part: str, stated: TollKey, kept: TollKey, gazetteer: Gazetteer, actors: Actors) -> bool:
    if kept.parts[part] is None:
        return True
    match part:
        case "period_start":
            return _days_off(stated, kept) <= DAYS_OFF
        case "place":
            return _lies_in(stated.place, kept.place, gazetteer) or _lies_in(kept.place, stated.place, gazetteer)
        case "cause":
            return _same_kind(stated.cause or "", kept.cause or "")
        case "perpetrator":
            return _akin(stated.perpetrator, kept.perpetrator, actors)
        case "group":
            return folded(stated.group) == EVERYBODY  # the text says of nobody in particular that they died
        case _:
            return False


def _days_off(stated: TollKey, kept: TollKey) -> timedelta:
    if stated.period_start is None or kept.period_start is None:
        return timedelta.max
    return abs(stated.period_start - kept.period_start)


def _lies_in(inner: Place | None, outer: Place | None, gazetteer: Gazetteer) -> bool:
    if inner is None or outer is None or inner.id is None or outer.id is None:
        return False
    around = gazetteer.get(outer.id)
    return around is not None and around.kind != _TOO_WIDE and gazetteer.contains(outer.id, inner.id)


def _same_kind(one: str, other: str) -> bool:
    """ "Airstrikes" and "bombardment and shelling", "shelling and execution" and "shelling", "mine" and "landmines"."""
    if {one, other} <= _FIRE or set(one.split(" and ")) & set(other.split(" and ")):
        return True
    return fuzz.partial_ratio(folded(one), folded(other)) >= _ALIKE


def _akin(one: Actor | None, other: Actor | None, actors: Actors) -> bool:
    """Whether one party is part of the other, or only one of the two is in the list."""
    if one is None or other is None:
        return False
    if one.id is None or other.id is None:
        return True
    return one.id in actors.lineage(other.id) or other.id in actors.lineage(one.id)
