"""From a publisher's name for a party to an actor: an id only where the whole name is one of the list."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from pathlib import Path

import yaml

from ledger.actors import Actors
from ledger.actors.spelling import spelled_words
from ledger.domain.values import Actor

PARTIES = Path(__file__).with_name("parties.yaml")


class RowParties:
    """Resolves the parties of one file; a name of several joined ("A, B") is kept as written."""

    def __init__(self, actors: Actors) -> None:
        self._actors = actors
        self._ids: dict[str, str | None] = {}

    def party(self, words: str, on: date | None) -> Actor:
        """The party that the words name, whole, and that existed on the day."""
        if words not in self._ids:
            self._ids[words] = self._id(words)
        entry = self._actors.get(self._ids[words] or "")
        return Actor(id=entry.id if entry and (on is None or entry.existed(on)) else None, text=words)

    def _id(self, words: str) -> str | None:
        listed = _own_names().get(" ".join(words.casefold().split()))
        if listed is not None:
            return listed if self._actors.get(listed) else None
        found = self._actors.one(words)
        if found is None or spelled_words(words) not in {spelled_words(name) for name in found.names}:
            return None  # part of the words is a name, and the rest says something else
        return found.id


@lru_cache(maxsize=1)
def _own_names() -> dict[str, str]:
    """What publishers call parties of our list, from ``parties.yaml``."""
    named: dict[str, str] = yaml.safe_load(PARTIES.read_text(encoding="utf-8"))
    return {name.casefold(): actor_id for name, actor_id in named.items()}
