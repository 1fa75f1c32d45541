"""Names that a person types in a correction: a place or a party by its words or its id, as a phrase of a draft."""

from __future__ import annotations

from ledger.actors import Actors, Situation, sure
from ledger.gazetteer import Gazetteer
from ledger.intake.drafts import Phrase
from ledger.intake.place.places import resolve_place


def gazetteer_phrase(value: str, gazetteer: Gazetteer) -> Phrase:
    """Words, or the id of a place, as a phrase of a draft."""
    if gazetteer.get(value) is not None:
        return Phrase(text=gazetteer.name(value, "en"), id=value)
    return resolve_place(value, gazetteer, None)


def actor_phrase(value: str, actors: Actors, situation: Situation) -> Phrase:
    """Words, or the id of a party, as a phrase of a draft; with all that are meant where several may be."""
    known = actors.get(value)
    if known is not None:
        return Phrase(text=actors.name(value, "en"), id=value)
    found = actors.resolve(value, situation)
    meant = sure(found)
    doubtful = () if meant else tuple(it.actor.id for it in found)
    return Phrase(text=value, id=meant.id if meant else None, candidates=doubtful)
