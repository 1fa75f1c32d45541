"""Which running toll a stated figure continues: the same source, place, harm and group; what it leaves out may match.

A report rarely repeats the whole key ("the toll has risen to 70"). Parts the text does not give match anything; parts
it does give must be the same. One toll that fits is continued; where several fit, the figure the text says it had
before decides; else a person is asked. Nothing is guessed silently: what is continued is shown before it is confirmed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ledger.domain.commands import StateToll
from ledger.domain.values import Count, TollKey

_ALWAYS = ("source", "harm", "group")
_WHERE_GIVEN = ("affiliation", "cause", "perpetrator", "period_start", "basis")


@dataclass(frozen=True, slots=True)
class RunningToll:
    """A toll that is kept, with the value of its latest counted day."""

    key: TollKey
    current: Count


@dataclass(frozen=True, slots=True)
class Continuation:
    """The key to record under; ``continues`` when it is a running one, ``choices`` the ids of all that fit as well."""

    key: TollKey
    continues: bool
    choices: tuple[str, ...] = ()


def continuation(
    statement: StateToll, running: Sequence[RunningToll], previous: int | None, chosen: str | None = None
) -> Continuation:
    """Match a statement to the tolls that are kept. ``chosen`` is a key id that a person picked, or ``new``."""
    key = statement.key
    fitting = {toll.key.id: toll for toll in running if _fits(key, toll.key, statement.place_inferred)}
    if chosen == "new":
        return Continuation(key, continues=key.id in fitting)
    if chosen is not None and chosen in fitting:
        return Continuation(fitting[chosen].key, continues=True)
    found = _one(statement, fitting, previous)
    if found is not None:
        return Continuation(found.key, continues=True)
    return Continuation(key, continues=False, choices=tuple(fitting))


def _one(statement: StateToll, fitting: Mapping[str, RunningToll], previous: int | None) -> RunningToll | None:
    key = statement.key
    before = [toll for toll in fitting.values() if previous is not None and toll.current.measure == previous]
    if len(before) == 1:
        return before[0]
    if key.id in fitting and not before:
        return fitting[key.id]
    if statement.place_inferred:
        return None  # a total without a place may well be wider than any one that is kept
    if len(fitting) == 1:
        return next(iter(fitting.values()))
    same = [toll for toll in fitting.values() if toll.current.same_figure(statement.count)]
    return same[0] if len(same) == 1 and statement.count.measure is not None else None


def _fits(stated: TollKey, kept: TollKey, place_open: bool) -> bool:
    mine, theirs = stated.parts, kept.parts
    if any(mine[part] != theirs[part] for part in _ALWAYS):
        return False
    if mine["place"] != theirs["place"] and not (place_open or mine["place"] is None):
        return False
    return all(mine[part] is None or mine[part] == theirs[part] for part in _WHERE_GIVEN)
