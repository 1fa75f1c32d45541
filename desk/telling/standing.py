"""Where a thing is and how it stands, in words; what answers about tolls and incidents share."""

from __future__ import annotations

from ledger.domain.values import Place, Status
from ledger.gazetteer import Gazetteer

STALE = "STALE: an entry behind this cannot be read; run: ledger status"


def status_words(status: Status) -> str:
    """A status as it is read: "under review"."""
    return status.value.replace("_", " ")


def place_words(place: Place | None, gazetteer: Gazetteer) -> str:
    """A place by its name, with what it lies in; the words of the report where it is in no list."""
    if place is None:
        return "place not given"
    if place.id is None:
        lies = f", {gazetteer.name(place.within, 'en')}" if place.within else ""
        return f"{place.text} (in no list){lies}"
    parents = gazetteer.ancestors(place.id)
    return ", ".join(gazetteer.name(it, "en") for it in (place.id, *parents[:1]))
