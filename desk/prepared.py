"""What lies between reading a report and recording it: prepared drafts, shown and confirmed; then what they became."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from desk.reports import IncomingReport
from desk.running_tolls import NearToll
from ledger.domain.commands import Command
from ledger.domain.events import Event
from ledger.errors import LedgerError
from ledger.intake.drafts import Draft, Reading
from ledger.log import Recorded


@dataclass(frozen=True, slots=True)
class PreparedDraft:
    """A draft with what it would record now: ``events``, or the rule that refuses it.

    ``continues`` is the running toll it goes on with, ``choices`` the tolls it might be meant for instead,
    ``near`` all of which a person should say whether one is meant, those that it misses by one part of the key too,
    ``beside`` those of the same place and people that it opens a new one beside, for another cause or window.
    ``again``: every command of it was recorded before.
    """

    draft: Draft
    commands: tuple[Command, ...]
    events: tuple[Event, ...]
    refusal: LedgerError | None
    continues: str | None
    choices: tuple[str, ...]
    beside: tuple[str, ...]
    again: bool
    near: tuple[NearToll, ...] = ()

    @property
    def options(self) -> tuple[str, ...]:
        """The ids of all tolls that may be meant, in the order in which they are put to a person."""
        return tuple(it.kept.id for it in self.near)

    @property
    def is_undecided(self) -> bool:
        """Whether a person should say which toll is meant, or that it is a new one."""
        return bool(self.near) and self.continues is None


@dataclass(frozen=True, slots=True)
class Prepared:
    """A report ready to be confirmed; nothing of it is recorded yet."""

    report_id: str
    report: IncomingReport
    reading: Reading
    drafts: tuple[PreparedDraft, ...]


@dataclass(frozen=True, slots=True)
class RecordedDraft:
    """What one confirmed draft became; ``entries`` is empty where the ledger had nothing to add."""

    draft: Draft
    entries: tuple[Recorded, ...]
    again: bool
    stream_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Submitted:
    """A report that is recorded; ``position`` is the newest one of it, and the answer's."""

    report_id: str
    position: int
    recorded_at: datetime | None
    drafts: tuple[RecordedDraft, ...]
