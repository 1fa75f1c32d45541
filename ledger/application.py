"""The ledger: load a stream, decide, append, give a receipt. The one way anything gets written.

Commands given together are written together or not at all. A command repeated with the same ``command_id`` is
written once. When another writer was first, everything is decided again on what is true now.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from ledger.domain import incident, membership, report, toll, toll_rules
from ledger.domain.commands import (
    Acting,
    Command,
    IncidentCommand,
    MemberCommand,
    MergeIncident,
    ReportCommand,
)
from ledger.domain.events import Event
from ledger.domain.values import Role
from ledger.errors import Conflict, Forbidden, NoSuchStream, Refused
from ledger.log import Entry, Fresh, Log, Receipt

State = report.ReportState | incident.IncidentState | toll.TollState | membership.MemberState

ATTEMPTS = 8
"""How often a batch is decided anew when other writers were first; then ``Conflict`` reaches the caller."""

_KEPT_STATES = 4096


@dataclass(frozen=True, slots=True)
class Preview:
    """What a command would record now, without recording it."""

    command: Command
    events: tuple[Event, ...]


class Ledger:
    """Executes commands on a log. Thread-safe; ``clock`` gives aware datetimes and is the only clock."""

    def __init__(self, log: Log, *, clock: Callable[[], datetime]) -> None:
        self._log = log
        self._clock = clock
        self._states: OrderedDict[str, tuple[int, State]] = OrderedDict()
        self._lock = threading.Lock()

    def execute(self, commands: Sequence[Command], member_id: str, *, by_operator: bool = False) -> tuple[Receipt, ...]:
        """Record what the commands ask, in one transaction; one receipt each, in order.

        Raises ``Refused`` with the rule broken, ``Forbidden`` for a role that may not, ``Conflict`` or
        ``Unavailable`` when nothing could be written; in each case nothing is recorded.
        """
        for attempt in range(ATTEMPTS):
            entries, _ = self._decide(commands, member_id, by_operator)
            try:
                return self._log.append(entries)
            except Conflict:
                if attempt == ATTEMPTS - 1:
                    raise
        raise AssertionError("unreachable: the last attempt returns or raises")

    def preview(self, commands: Sequence[Command], member_id: str, *, by_operator: bool = False) -> tuple[Preview, ...]:
        """What the commands would record now. Raises as ``execute`` does; records nothing."""
        return self._decide(commands, member_id, by_operator)[1]

    def recorded(self, command_id: UUID) -> Receipt | None:
        """Where a command was recorded, or None."""
        return self._log.receipt(command_id)

    def member(self, member_id: str) -> membership.MemberState:
        """A member as they stand now: joined, roles, forgotten."""
        state = self._load(member_id)[1]
        return state if isinstance(state, membership.NoMember | membership.Member) else membership.NoMember()

    def roles(self, member_id: str) -> frozenset[Role]:
        """The roles a member holds now; empty for strangers and the forgotten."""
        member = self.member(member_id)
        return member.roles if isinstance(member, membership.Member) else frozenset()

    def toll(self, toll_id: str) -> toll.TollState:
        """A toll as it stands now."""
        state = self._load(toll_id)[1]
        return state if isinstance(state, toll.NoToll | toll.Toll) else toll.NoToll()

    def incident(self, incident_id: str) -> incident.IncidentState:
        """An incident as it stands now."""
        state = self._load(incident_id)[1]
        return state if isinstance(state, incident.NoIncident | incident.Incident) else incident.NoIncident()

    def _decide(
        self, commands: Sequence[Command], member_id: str, by_operator: bool
    ) -> tuple[list[Entry], tuple[Preview, ...]]:
        acting = Acting(member_id=member_id, roles=self.roles(member_id), at=self._clock(), by_operator=by_operator)
        working: dict[str, tuple[int, State]] = {}
        entries, previews = [], []
        for command in commands:
            made: tuple[Fresh, ...] = ()  # for one recorded before; the log checks that it is the same command
            if self._log.receipt(command.command_id) is None:
                try:
                    membership.authorize(command, acting)
                    made = self._decide_one(command, acting, working)
                except (Refused, Forbidden):
                    # Somebody may have recorded this very command since we looked, and its own effect refuses it.
                    if self._log.receipt(command.command_id) is None:
                        raise
            entries.append(
                Entry(
                    command_id=command.command_id,
                    fingerprint=command.fingerprint,
                    member_id=member_id,
                    events=made,
                    correlation=command.correlation,
                )
            )
            previews.append(Preview(command, tuple(fresh.event for fresh in made)))
        return entries, tuple(previews)

    def _decide_one(self, command: Command, acting: Acting, working: dict[str, tuple[int, State]]) -> tuple[Fresh, ...]:
        stream_id = command.stream_id
        if isinstance(command, MergeIncident) and isinstance(self.incident(command.into), incident.NoIncident):
            raise NoSuchStream(f"incident {command.into}")
        version, state = working.get(stream_id) or self._load(stream_id)
        made = []
        for event in _decide(state, command, acting):
            made.append(Fresh(stream_id, version, event))
            state = _evolve(state, event, version, acting.member_id)
            version += 1
        working[stream_id] = (version, state)
        return tuple(made)

    def _load(self, stream_id: str) -> tuple[int, State]:
        """Next version and state of a stream: the kept state, brought up to date."""
        with self._lock:
            version, state = self._states.get(stream_id) or (0, _initial(stream_id))
        for recorded in self._log.stream(stream_id, since=version):
            state = _evolve(state, recorded.event, recorded.version, recorded.member_id)
            version = recorded.version + 1
        with self._lock:
            self._states[stream_id] = (version, state)
            self._states.move_to_end(stream_id)
            if len(self._states) > _KEPT_STATES:
                self._states.popitem(last=False)
        return version, state


def _initial(stream_id: str) -> State:
    match stream_id[:2]:
        case "R-":
            return report.NoReport()
        case "I-":
            return incident.NoIncident()
        case "T-":
            return toll.NoToll()
        case "M-":
            return membership.NoMember()
        case _:
            raise NoSuchStream(f"stream {stream_id}")


def _evolve(state: State, event: Event, version: int, member_id: str) -> State:
    match state:
        case report.NoReport() | report.Report():
            return report.evolve(state, event, version, member_id)
        case incident.NoIncident() | incident.Incident():
            return incident.evolve(state, event, version, member_id)
        case toll.NoToll() | toll.Toll():
            return toll.evolve(state, event, version, member_id)
        case membership.NoMember() | membership.Member():
            return membership.evolve(state, event, version, member_id)


def _decide(state: State, command: Command, acting: Acting) -> tuple[Event, ...]:
    match state, command:
        case ((report.NoReport() | report.Report()), ReportCommand()):
            return report.decide(state, command, acting)
        case ((incident.NoIncident() | incident.Incident()), IncidentCommand()):
            return incident.decide(state, command, acting)
        case ((toll.NoToll() | toll.Toll()), _):
            return toll_rules.decide(state, command, acting)
        case ((membership.NoMember() | membership.Member()), MemberCommand()):
            return membership.decide(state, command, acting)
        case _:
            raise NoSuchStream(f"{command.stream_id} for {type(command).__name__}")
