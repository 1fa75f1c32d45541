"""The lists that reports are read by: those that come with us, and what the settings add to them."""

from __future__ import annotations

from dataclasses import dataclass

from desk.settings import Settings
from ledger.actors import Actors, actors_with
from ledger.gazetteer import Gazetteer, gazetteer_with


@dataclass(frozen=True, slots=True)
class Lists:
    """Places and parties by their names."""

    gazetteer: Gazetteer
    actors: Actors


def lists_of(settings: Settings) -> Lists:
    """Ours with those of one's own. Raises ``SettingUnusable`` or ``OwnListUnfit``."""
    return Lists(gazetteer_with(settings.places_file), actors_with(settings.actors_file))
