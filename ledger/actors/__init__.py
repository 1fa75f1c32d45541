"""Who did it: one id for the many names of a party in English and Arabic, the one it is part of, whom it follows."""

from ledger.actors.entries import ActorEntry, ActorKind, Allegiance
from ledger.actors.listing import ANYWHERE, ActorCandidate, Actors, Situation, Written, sure
from ledger.actors.rows import actors_with, default_actors

__all__ = [
    "ANYWHERE",
    "ActorCandidate",
    "ActorEntry",
    "ActorKind",
    "Actors",
    "Allegiance",
    "Situation",
    "Written",
    "actors_with",
    "default_actors",
    "sure",
]
