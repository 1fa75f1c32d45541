"""Matches a stated toll to the tolls that are kept: the running one it continues, and those it misses by one part."""

from __future__ import annotations

from dataclasses import dataclass, replace

from desk.lists import Lists
from desk.near_tolls import near_tolls
from desk.running_tolls import NEW, Continuation, NearToll, RunningToll, continuation
from ledger.application import Ledger
from ledger.domain.commands import StateToll
from ledger.domain.toll import Toll
from ledger.domain.values import TollKey
from ledger.log import Log
from projections.moments import AsOf
from projections.queries import Queries
from projections.tolls import KeyFilter


@dataclass(frozen=True, slots=True)
class Continuing:
    """Looks up what is kept of a source and harm, and compares."""

    _ledger: Ledger
    _log: Log
    _queries: Queries
    _lists: Lists

    def match(self, command: StateToll, previous: int | None, chosen: str | None) -> Continuation:
        """Under which key to record the statement, or between which tolls a person must decide.

        ``previous`` is the figure that the text says the toll had before, ``chosen`` a key id that was picked, or
        ``new``. What was recorded under a near toll before goes there again.
        """
        parts = command.key.parts
        wanted = KeyFilter(parts={part: parts[part] or "" for part in ("source", "harm")})
        head = AsOf(position=self._log.head().position)
        kept_keys = [kept.key for kept in self._queries.toll_keys(wanted, head)]
        running = [self._running(key, toll, command) for key in kept_keys if (toll := self._toll(key)) is not None]
        match = continuation(command, running, previous, chosen)
        if match.continues:
            return match
        if match.choices:
            fitting = [NearToll(command.key, it.key, it.current, "") for it in running if it.key.id in match.choices]
            return replace(match, near=() if chosen else tuple(fitting))
        near = near_tolls(
            command.key, running, self._lists.gazetteer, self._lists.actors, place_inferred=command.place_inferred
        )
        picked, told = self._picked(chosen, command), {it.key.id for it in running if it.told}
        meant = next((it.kept for it in near if it.kept.id in told or (picked and it.kept.id == picked.id)), None)
        if meant is not None:
            return Continuation(meant, continues=True)
        ids = {it.kept.id for it in near}
        return replace(match, near=() if chosen else near, beside=tuple(it for it in match.beside if it not in ids))

    def _picked(self, chosen: str | None, command: StateToll) -> TollKey | None:
        """The toll that a person picked, or where the draft states several harms the one of this harm beside it."""
        toll = None if chosen in (None, NEW) else self._ledger.toll(chosen or "")
        return toll.key.model_copy(update={"harm": command.key.harm}) if isinstance(toll, Toll) else None

    def _toll(self, key: TollKey) -> Toll | None:
        toll = self._ledger.toll(key.id)
        return toll if isinstance(toll, Toll) else None

    def _running(self, key: TollKey, toll: Toll, command: StateToll) -> RunningToll:
        said = [it.stated for spoken in toll.statements.values() for it in spoken]
        said += [it.stated for it in toll.proposals.values()]
        told = any(stated is not None and stated.claim == command.stated.claim for stated in said)
        day = toll.latest_day
        return RunningToll(key, None if day is None else toll.days[day].count, told)
