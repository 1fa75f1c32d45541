"""Who did it: one id for the many names of a party, in English and Arabic, with its parent."""

from __future__ import annotations

from functools import lru_cache

from pydantic import BaseModel, ConfigDict

from ledger.names import name_words, table


class ActorEntry(BaseModel):
    """A party of the list; ``parent`` is the one it belongs to or swore allegiance to."""

    model_config = ConfigDict(frozen=True)

    id: str
    name_en: str
    name_ar: str
    parent: str | None = None
    kind: str = "armed_group"
    aliases: tuple[str, ...] = ()


@lru_cache(maxsize=1)
def actors() -> dict[str, ActorEntry]:
    """All parties by id."""
    return {row["id"]: _entry(row) for row in table("actors.csv")}


@lru_cache(maxsize=1)
def actor_names() -> dict[tuple[str, ...], str]:
    """Comparable words of every name to the party's id."""
    names: dict[tuple[str, ...], str] = {}
    for actor in actors().values():
        for name in (actor.name_en, actor.name_ar, *actor.aliases):
            names.setdefault(name_words(name), actor.id)
    return names


def resolve_actor(text: str) -> ActorEntry | None:
    """The party that the words name, by the longest name in them that comes first; ``None`` = not in the list."""
    words = name_words(text[:300])
    names = actor_names()
    for start in range(len(words)):
        for stop in range(len(words), start, -1):
            found = names.get(words[start:stop])
            if found is not None:
                return actors()[found]
    return None


def actor_name(actor_id: str, language: str) -> str:
    """The party's name in ``ar`` or English; an unknown id is shown as it is."""
    actor = actors().get(actor_id)
    if actor is None:
        return actor_id
    return actor.name_ar if language.startswith("ar") and actor.name_ar else actor.name_en


def _entry(row: dict[str, str]) -> ActorEntry:
    return ActorEntry(
        id=row["id"],
        name_en=row["name_en"],
        name_ar=row["name_ar"],
        parent=row["parent"] or None,
        kind=row["kind"],
        aliases=tuple(filter(None, row["aliases"].split("|"))),
    )
