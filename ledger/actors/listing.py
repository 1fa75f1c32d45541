"""Words to parties, ranked, with the reason for each; where several may be meant none is chosen in silence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from pydantic import BaseModel, ConfigDict

from ledger.actors.entries import ActorEntry
from ledger.actors.spelling import spelled_words

SURE = 0.6
"""The least score with which a party may be taken as meant."""

CLOSE = 0.1
"""Scores nearer than this are not told apart."""

LOCAL = "~"
"""Stands before the id of a party that bears a name in its own countries only."""

_LONGEST = 300  # code points of words that are looked at
_NAME, _HERE, _SOMEWHERE, _ELSEWHERE = 1.0, 0.9, 0.5, 0.2
_OTHER_TIME = 0.5
_NAMED_BEFORE = 0.4


@dataclass(frozen=True, slots=True)
class Situation:
    """What is known where words are to be understood: ``countries`` the text is about, the day it speaks of, and the
    parties that it has ``named`` already, the latest last."""

    countries: frozenset[str] = frozenset()
    on: date | None = None
    named: tuple[str, ...] = ()


ANYWHERE = Situation()


class ActorCandidate(BaseModel):
    """A party that words may mean: ``score`` from 0 to 1, ``reason`` in words."""

    model_config = ConfigDict(frozen=True)

    actor: ActorEntry
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Written:
    """A name in a text: its spelled ``words``, and the ids of all that bear it, joined by ``|``, each with ``LOCAL``
    before it where the name means that party in its countries only.

    ``capitals``: it is a name only in capitals ("US"); ``definite``: only with an article ("the army", "التنظيم").
    """

    words: tuple[str, ...]
    bearers: str
    capitals: bool
    definite: bool


class Actors:
    """All parties by id and by every name; frozen once made."""

    def __init__(self, entries: Iterable[ActorEntry]) -> None:
        self._entries = {entry.id: entry for entry in entries}
        self._names: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
        self._local: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
        for entry in self._entries.values():
            for names, index in ((entry.names, self._names), (entry.local_names, self._local)):
                for name in names:
                    words = spelled_words(name)
                    if words and entry.id not in index[words]:
                        index[words].append(entry.id)

    def __iter__(self) -> Iterator[ActorEntry]:
        return iter(self._entries.values())

    def get(self, actor_id: str) -> ActorEntry | None:
        """The party of an id, or ``None``."""
        return self._entries.get(actor_id)

    def name(self, actor_id: str, language: str) -> str:
        """The party's name in ``ar`` or, for any other language, English; an unknown id is shown as it is."""
        entry = self._entries.get(actor_id)
        if entry is None:
            return actor_id
        shown = (entry.name_ar, entry.name_en) if language.startswith("ar") else (entry.name_en, entry.name_ar)
        return shown[0] or shown[1]

    def lineage(self, actor_id: str) -> tuple[str, ...]:
        """The party and the ones it is part of, narrowest first."""
        found = [actor_id]
        entry = self._entries.get(actor_id)
        while entry is not None and entry.parent and entry.parent not in found:
            found.append(entry.parent)
            entry = self._entries.get(entry.parent)
        return tuple(found)

    def written(self) -> Iterator[Written]:
        """Every name as it is looked for in a text."""
        for entry in self._entries.values():
            for name in (*entry.names, *entry.local_names):
                words = spelled_words(name)
                if words:
                    yield Written(words, self._bearers(words), name.isupper(), _definite(name))

    def resolve(self, text: str, situation: Situation = ANYWHERE) -> tuple[ActorCandidate, ...]:
        """Parties that the words may mean, best first: by the longest name in them that comes first."""
        words = spelled_words(text[:_LONGEST])
        for start in range(len(words)):
            for stop in range(len(words), start, -1):
                bearers = self._bearers(words[start:stop])
                if bearers:
                    return self.ranked(bearers, situation)
        return ()

    def one(self, text: str, situation: Situation = ANYWHERE) -> ActorEntry | None:
        """The party meant, only where there is no doubt."""
        return sure(self.resolve(text, situation))

    def ranked(self, bearers: str, situation: Situation = ANYWHERE) -> tuple[ActorCandidate, ...]:
        """The parties that bear a name (``Written.bearers``), the one most likely meant first."""
        each = bearers.split("|")
        found = [self._score(bearer, len(each) > 1, situation) for bearer in each]
        return tuple(sorted(found, key=lambda it: (-it.score, it.actor.id)))

    def _bearers(self, words: tuple[str, ...]) -> str:
        anywhere = self._names.get(words, ())
        local = [it for it in self._local.get(words, ()) if it not in anywhere]
        return "|".join((*anywhere, *(LOCAL + it for it in local)))

    def _score(self, bearer: str, shared: bool, situation: Situation) -> ActorCandidate:
        entry = self._entries[bearer.removeprefix(LOCAL)]
        local = bearer.startswith(LOCAL)
        score, reasons = _by_country(entry, situation.countries) if local else (_NAME, ["its name"])
        if (local or shared) and situation.on is not None and not entry.existed(situation.on):
            score -= _OTHER_TIME
            reasons.append(f"but {_days_of(entry)}")
        if entry.id in situation.named:
            score += _NAMED_BEFORE
            reasons.append("named before in the text")
        return ActorCandidate(actor=entry, score=round(min(max(score, 0.0), 1.0), 3), reason=", ".join(reasons))


def _by_country(entry: ActorEntry, countries: frozenset[str]) -> tuple[float, list[str]]:
    where = ", ".join(sorted(entry.countries)).upper()
    if not countries:
        return _SOMEWHERE, [f"a name it bears in {where}, and no country is known"]
    if entry.countries & countries:
        return _HERE, [f"a name it bears in {', '.join(sorted(entry.countries & countries)).upper()}"]
    return _ELSEWHERE, [f"a name it bears in {where} only"]


def sure(found: Sequence[ActorCandidate]) -> ActorEntry | None:
    """The first of ranked candidates, only where it is likely and no other comes near."""
    if not found or found[0].score < SURE:
        return None
    return None if len(found) > 1 and found[0].score - found[1].score < CLOSE else found[0].actor


def _days_of(entry: ActorEntry) -> str:
    since = f"since {entry.since}" if entry.since else ""
    until = f"until {entry.until}" if entry.until else ""
    return " ".join(filter(None, (since, until)))


def _definite(name: str) -> bool:
    return name.startswith("the ") or (name.startswith("ال") and " " not in name)
