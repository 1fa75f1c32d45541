"""Times as the public is told them: to the hour, where the exact one could tell when somebody wrote.

Recorded times are ours and always rounded. What an organisation states of its own time is public as it is; a monitor's
own words, which are under the desk's field source, are stated when they were sent.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TypeVar

from projections.changes import ChangeRow
from projections.incidents import IncidentRow
from projections.moments import Clock
from projections.toll_rows import HistoryRow, TollRow

Timed = TypeVar("Timed", TollRow, HistoryRow, IncidentRow, ChangeRow)


def to_the_hour(row: Timed, *, by_monitor: bool, clock: Clock = Clock.RECORDED) -> Timed:
    """The row with the times that could give somebody away rounded down; ``clock`` is that of ``known_from``."""
    stated = _hour(row.stated_at) if by_monitor else row.stated_at
    told = replace(row, recorded_at=_hour(row.recorded_at), stated_at=stated)
    if isinstance(told, HistoryRow) and (by_monitor or clock is Clock.RECORDED):
        until = _hour(told.known_until) if told.known_until else None
        return replace(told, known_from=_hour(told.known_from), known_until=until)
    if isinstance(told, IncidentRow):
        said = told.facts.stated.model_copy(update={"stated_at": stated})
        facts = told.facts.model_copy(update={"stated": said}) if by_monitor else told.facts
        return replace(told, first_recorded_at=_hour(told.first_recorded_at), facts=facts)
    return told


def _hour(moment: datetime) -> datetime:
    return moment.replace(minute=0, second=0, microsecond=0)
