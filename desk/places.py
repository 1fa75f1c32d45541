"""The place a question is about: words or an id to one place, or a menu where several bear the name."""

from __future__ import annotations

from dataclasses import dataclass

from ledger.domain.values import folded
from ledger.errors import PlaceAmbiguous, PlaceUnknown
from ledger.gazetteer import Gazetteer

AS_WRITTEN = "~"
"""Leads words that are asked for as reports wrote them, whatever places bear the name."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A place asked for: ``path`` is what tolls and incidents are found by, ``place_id`` null for mere words."""

    path: str
    place_id: str | None
    words: str


def asked_place(words: str, gazetteer: Gazetteer) -> Asked:
    """The one place that words or an id name. Words of a report that no gazetteer knows are found as they stand.

    ``~Yarmouk`` asks for what was recorded of "Yarmouk" while nobody said which. Raises ``PlaceAmbiguous`` with the
    places that share the name, or ``PlaceUnknown`` for empty words.
    """
    plain = " ".join(words.split())
    if plain.startswith(AS_WRITTEN) and folded(plain):
        return Asked(f"~{folded(plain)}/", None, plain[1:])
    if not folded(plain):
        raise PlaceUnknown(words)
    if gazetteer.get(plain) is not None:
        return Asked(gazetteer.path(plain) + "/", plain, plain)
    one = gazetteer.one(plain)
    if one is not None:
        return Asked(gazetteer.path(one.id) + "/", one.id, plain)
    several = [it.place for it in gazetteer.resolve(plain) if it.score >= 0.6]
    if len(several) > 1:
        raise PlaceAmbiguous(plain, [f"{place.id} ({place.name_en}, {place.kind})" for place in several[:8]])
    return Asked(f"~{folded(plain)}/", None, plain)
