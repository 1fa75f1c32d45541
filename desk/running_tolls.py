"""Which running toll a stated figure continues: the same source, place, harm and group; what it leaves out may match.

A report rarely repeats the whole key ("the toll has risen to 70"). Parts the text does not give match anything; parts
it does give must be the same. "62 → 58" after "62 civilians" names no group: then the figure it had before leads to a
toll of one. One toll that fits is continued; where several fit, the figure that the text says it had
before decides, or that it says the same again; else a person is asked. Nothing is guessed silently: what is continued
is shown before it is confirmed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ledger.domain.commands import StateToll
from ledger.domain.values import Count, TollKey

_ALWAYS = ("source", "harm")
EVERYBODY = "all"
_WHERE_GIVEN = ("affiliation", "cause", "perpetrator", "period_start", "basis")
NEW = "new"
"""Chosen in place of a toll's id: the figure opens a toll of its own."""


@dataclass(frozen=True, slots=True)
class RunningToll:
    """A toll that is kept, with the value of its latest counted day; null where nothing of it counts any more.

    ``told``: this very passage was recorded in it before, whatever became of it.
    """

    key: TollKey
    current: Count | None
    told: bool = False


@dataclass(frozen=True, slots=True)
class NearToll:
    """A kept toll that may be meant: it differs from what is stated in one ``part`` of the key, or in none ("")."""

    stated: TollKey
    kept: TollKey
    current: Count | None
    part: str


@dataclass(frozen=True, slots=True)
class Continuation:
    """The key to record under; ``continues`` when it is a running one, ``choices`` the ids of all that fit as well.

    With ``choices`` a person must say which, or that it is a new one. ``beside`` are tolls of the same source, place,
    harm and group that differ in a part the text gives: a person should see that a new one is opened beside them.
    ``near`` are tolls that it misses by one part of the key, of which a person should say whether one is meant.
    """

    key: TollKey
    continues: bool
    choices: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    near: tuple[NearToll, ...] = ()


def continuation(
    statement: StateToll, running: Sequence[RunningToll], previous: int | None, chosen: str | None = None
) -> Continuation:
    """Match a statement to the tolls that are kept. ``chosen`` is a key id that a person picked, or ``new``.

    ``previous`` is the figure that the text itself says the toll had before. What was recorded before goes where it
    went then, so that a report sent twice is one report. A chosen toll that does not fit is not continued.
    """
    key = statement.key
    alike = [toll for toll in running if _fits(key, toll.key, statement.place_inferred)]
    told = next((toll for toll in alike if toll.told), None)
    if told is not None:
        return Continuation(told.key, continues=True)
    of_groups = {toll.key.id: toll for toll in alike if toll.current is not None}
    fitting = {key_id: toll for key_id, toll in of_groups.items() if _same(key, toll.key, "group")}
    if chosen == NEW:
        return Continuation(key, continues=key.id in fitting)
    if chosen is not None and chosen in of_groups:
        return Continuation(of_groups[chosen].key, continues=True)
    found = _one(statement, fitting, of_groups, _before(statement, previous))
    if found is not None:
        return Continuation(found.key, continues=True)
    if statement.place_inferred and statement.key.place is not None:
        return Continuation(key, continues=False)  # a total of the report's whole area may be wider than any part's
    return Continuation(key, continues=False, choices=tuple(fitting), beside=() if fitting else _beside(key, running))


def _beside(key: TollKey, running: Sequence[RunningToll]) -> tuple[str, ...]:
    same = (*_ALWAYS, "place", "group")
    kept = (toll.key for toll in running if toll.current is not None)
    return tuple(other.id for other in kept if all(_same(key, other, part) for part in same))


def _before(statement: StateToll, previous: int | None) -> int | None:
    """The figure before: as the text says, or as its reasons imply ("58, four found alive" was 62)."""
    amounts = [reason.amount for reason in statement.reasons]
    if previous is not None or statement.count.measure is None or not amounts or None in amounts:
        return previous
    return statement.count.measure - sum(amount or 0 for amount in amounts)


def _one(
    statement: StateToll,
    fitting: Mapping[str, RunningToll],
    of_groups: Mapping[str, RunningToll],
    before: int | None,
) -> RunningToll | None:
    found = _with_figure(fitting, before) or _with_figure(of_groups, before) or fitting.get(statement.key.id)
    if found is not None or statement.place_inferred:
        return found
    if len(fitting) == 1 and statement.key.place is not None:
        return next(iter(fitting.values()))
    return _with_figure(fitting, statement.count.measure)


def _with_figure(fitting: Mapping[str, RunningToll], figure: int | None) -> RunningToll | None:
    """The one toll that stands at a figure; None where none does, or several do."""
    alike = [toll for toll in fitting.values() if figure is not None and _measure(toll) == figure]
    return alike[0] if len(alike) == 1 else None


def _measure(toll: RunningToll) -> int | None:
    return None if toll.current is None else toll.current.measure


def _fits(stated: TollKey, kept: TollKey, place_open: bool) -> bool:
    if not all(_same(stated, kept, part) for part in _ALWAYS):
        return False
    if not _same(stated, kept, "group") and stated.group != EVERYBODY:
        return False
    if not _same(stated, kept, "place") and not (place_open or stated.place is None):
        return False
    return all(stated.parts[part] is None or _same(stated, kept, part) for part in _WHERE_GIVEN)


def _same(stated: TollKey, kept: TollKey, part: str) -> bool:
    return stated.parts[part] == kept.parts[part]
