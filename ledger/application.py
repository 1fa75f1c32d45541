"""The ledger: load a stream, decide, append, give a receipt. The one way anything gets written.

Commands given together are written together or not at all. A command repeated with the same ``command_id`` is
written once. When another writer was first, everything is decided again on what is true now.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from uuid import UUID

from ledger.domain import (
    incident,
    incident_review,
    incident_rules,
    membership,
    published_incident,
    report,
    toll,
    toll_rules,
)
from ledger.domain.commands import (
    Acting,
    Command,
    DeclareDistinct,
    DeclareTollsDisjoint,
    IncidentCommand,
    MemberCommand,
    MergeIncident,
    RecordPublishedIncident,
    ReportCommand,
    SplitIncident,
)
from ledger.domain.events import Event
from ledger.domain.incident import Incident, IncidentState
from ledger.domain.values import Role
from ledger.errors import Conflict, Forbidden, LedgerError, NoSuchStream, Refused
from ledger.kept_states import KeptStates, Standing, State, evolve, initial
from ledger.log import Entry, Fresh, Log, Receipt

ATTEMPTS = 8
"""How often a batch is decided anew when other writers were first; then ``Conflict`` reaches the caller."""


@dataclass(frozen=True, slots=True)
class Preview:
    """What a command would record now, without recording it."""

    command: Command
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class _Decided:
    """What is to be appended; which commands were recorded before; how their streams stand after it."""

    entries: list[Entry]
    known: frozenset[UUID]
    working: dict[str, Standing]


class Ledger:
    """Executes commands on a log. Thread-safe; ``clock`` gives aware datetimes and is the only clock."""

    def __init__(self, log: Log, *, clock: Callable[[], datetime]) -> None:
        self._log = log
        self._clock = clock
        self._states = KeptStates(log)

    def execute(self, commands: Sequence[Command], member_id: str, *, by_operator: bool = False) -> tuple[Receipt, ...]:
        """Record what the commands ask, in one transaction; one receipt each, in order.

        Raises ``Refused`` with the rule broken, ``Forbidden`` for a role that may not, ``Conflict`` or
        ``Unavailable`` when nothing could be written; in each case nothing is recorded.
        """
        for attempt in range(ATTEMPTS):
            decided = self._decide(commands, member_id, by_operator)
            try:
                receipts = self._log.append(decided.entries)
            except Conflict:
                if attempt == ATTEMPTS - 1:
                    raise
            else:
                # What was just recorded need not be read back, unless another writer recorded some of it before us.
                if all(receipt.command_id in decided.known for receipt in receipts if receipt.again):
                    self._states.keep(decided.working)
                return receipts
        raise AssertionError("unreachable: the last attempt returns or raises")

    def preview(self, commands: Sequence[Command], member_id: str, *, by_operator: bool = False) -> tuple[Preview, ...]:
        """What the commands would record now. Raises as ``execute`` does; records nothing."""
        decided = self._decide(commands, member_id, by_operator)
        return tuple(
            Preview(command, tuple(fresh.event for fresh in entry.events))
            for command, entry in zip(commands, decided.entries, strict=True)
        )

    def trial(
        self, commands: Iterable[Command], member_id: str, *, by_operator: bool = False
    ) -> Iterator[LedgerError | None]:
        """For each command whether it would be refused, were those before it recorded that are not; records nothing.

        Commands come stream by stream; one stream at a time is held, so that a million need no more memory than one.
        """
        acting = self._acting(member_id, by_operator)
        at, stood = "", (0, initial("R-"))
        for command in commands:
            if command.stream_id != at:
                at = command.stream_id
                stood = self._states.load(at)
            try:
                membership.authorize(command, acting)
                _, stood = _made(command, acting, stood)
            except LedgerError as refusal:
                yield refusal
            else:
                yield None

    def recorded(self, command_id: UUID) -> Receipt | None:
        """Where a command was recorded, or None."""
        return self._log.receipt(command_id)

    def member(self, member_id: str) -> membership.MemberState:
        """A member as they stand now: joined, roles, forgotten."""
        state = self._states.load(member_id)[1]
        return state if isinstance(state, membership.NoMember | membership.Member) else membership.NoMember()

    def roles(self, member_id: str) -> frozenset[Role]:
        """The roles a member holds now; empty for strangers and the forgotten."""
        member = self.member(member_id)
        return member.roles if isinstance(member, membership.Member) else frozenset()

    def toll(self, toll_id: str) -> toll.TollState:
        """A toll as it stands now."""
        state = self._states.load(toll_id)[1]
        return state if isinstance(state, toll.NoToll | toll.Toll) else toll.NoToll()

    def incident(self, incident_id: str) -> incident.IncidentState:
        """An incident as it stands now."""
        state = self._states.load(incident_id)[1]
        return state if isinstance(state, incident.NoIncident | incident.Incident) else incident.NoIncident()

    def _acting(self, member_id: str, by_operator: bool) -> Acting:
        return Acting(member_id=member_id, roles=self.roles(member_id), at=self._clock(), by_operator=by_operator)

    def _decide(self, commands: Sequence[Command], member_id: str, by_operator: bool) -> _Decided:
        acting = self._acting(member_id, by_operator)
        known = self._log.receipts([command.command_id for command in commands])
        working: dict[str, Standing] = {}
        entries = []
        for command in commands:
            made: tuple[Fresh, ...] = ()  # for one recorded before; the log checks that it is the same command
            if command.command_id not in known:
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
        return _Decided(entries, frozenset(known), working)

    def _decide_one(self, command: Command, acting: Acting, working: dict[str, Standing]) -> tuple[Fresh, ...]:
        stream_id = command.stream_id
        if isinstance(command, DeclareTollsDisjoint) and isinstance(self.toll(command.other), toll.NoToll):
            raise NoSuchStream(f"toll {command.other}")
        standing = working.get(stream_id) or self._states.load(stream_id)
        beside = self._beside(command, standing[1], working)
        made, working[stream_id] = _made(command, acting, standing, beside)
        if made and isinstance(command, MergeIncident) and isinstance(standing[1], Incident):
            survivor = working.get(command.into) or self._states.load(command.into)
            carried = incident_review.carried_over(stream_id, standing[1])
            moved, working[command.into] = _onto(command.into, survivor, carried, acting.member_id)
            made += moved
        return made

    def _beside(self, command: Command, state: State, working: dict[str, Standing]) -> dict[str, IncidentState]:
        """The incidents that a command names beside its own, and all that were merged into any of them."""
        ahead = [*_named(command), *(state.absorbed if isinstance(state, Incident) else ())]
        found: dict[str, IncidentState] = {}
        while ahead:
            named = ahead.pop()
            if named not in found:
                other = (working.get(named) or self._states.load(named))[1]
                if isinstance(other, Incident):
                    ahead.extend(other.absorbed)
                    found[named] = other
        return found


def _named(command: Command) -> tuple[str, ...]:
    match command:
        case MergeIncident():
            return (command.into,)
        case DeclareDistinct():
            return (command.other,)
        case SplitIncident():
            return command.parts
        case _:
            return ()


def _made(
    command: Command, acting: Acting, standing: Standing, beside: Mapping[str, IncidentState] = MappingProxyType({})
) -> tuple[tuple[Fresh, ...], Standing]:
    """The events of a command on a stream as it stands, and how it stands then."""
    return _onto(command.stream_id, standing, _decide(standing[1], command, acting, beside), acting.member_id)


def _onto(
    stream_id: str, standing: Standing, events: Sequence[Event], member_id: str
) -> tuple[tuple[Fresh, ...], Standing]:
    """Events at the end of a stream, and how it stands then."""
    version, state = standing
    made = []
    for event in events:
        made.append(Fresh(stream_id, version, event))
        state = evolve(state, event, version, member_id)
        version += 1
    return tuple(made), (version, state)


def _decide(state: State, command: Command, acting: Acting, beside: Mapping[str, IncidentState]) -> tuple[Event, ...]:
    match state, command:
        case ((report.NoReport() | report.Report()), ReportCommand()):
            return report.decide(state, command, acting)
        case ((incident.NoIncident() | incident.Incident()), RecordPublishedIncident()):
            return published_incident.decide(state, command, acting)
        case ((incident.NoIncident() | incident.Incident()), IncidentCommand()):
            return incident_rules.decide(state, command, acting, beside)
        case ((toll.NoToll() | toll.Toll()), _):
            return toll_rules.decide(state, command, acting)
        case ((membership.NoMember() | membership.Member()), MemberCommand()):
            return membership.decide(state, command, acting)
        case _:
            raise NoSuchStream(f"{command.stream_id} for {type(command).__name__}")
