"""Given what was recorded, when somebody asks for something, then this is recorded, or it is refused.

    given(opened, by(SALMA, stated(62))).when(SALMA, state(58)).refused(FallWithoutReason)
    given(...).when(...).then(TollRestated).when(...).nothing()

No database: ``decide`` and ``evolve`` of the stream alone. What ``when`` records is true for the next ``when``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from types import MappingProxyType
from typing import Any

from ledger.domain import incident, incident_rules, membership, published_incident, report, toll, toll_rules
from ledger.domain.commands import Command, IncidentCommand, MemberCommand, RecordPublishedIncident, ReportCommand
from ledger.domain.events import Event
from ledger.domain.values import Casualties, Role, folded
from ledger.errors import LedgerError
from tests.ledger.domain.samples import NADIM, NOW, OMAR, OPERATOR, SALMA, YARA, acting

ROLES = {
    SALMA: Role.MONITOR,
    OMAR: Role.MONITOR,
    YARA: Role.REVIEWER,
    NADIM: Role.REVIEWER,
    OPERATOR: Role.ADMIN,
}

State = report.ReportState | incident.IncidentState | toll.TollState | membership.MemberState


@dataclass(frozen=True)
class Told:
    """An event and who recorded it."""

    member_id: str
    event: Event


def by(member_id: str, *events: Event) -> list[Told]:
    """Events as one member recorded them."""
    return [Told(member_id, event) for event in events]


@dataclass(frozen=True)
class Story:
    """What has been recorded so far, and what the last asking came to."""

    told: tuple[Told, ...] = ()
    made: tuple[Event, ...] | None = None
    refusal: LedgerError | None = None
    at: datetime = NOW
    beside: dict[str, incident.IncidentState] = field(default_factory=dict)
    roles: dict[str, Role] = field(default_factory=lambda: dict(ROLES))

    def when(self, member_id: str, command: Command, *, roles: Sequence[Role] | None = None) -> Story:
        """Somebody asks; at the command line if it is the operator."""
        if self.refusal is not None:
            raise AssertionError(f"refused before: {self.refusal}")
        held = tuple(roles) if roles is not None else (self.roles[member_id],)
        who = acting(member_id, *held, at=self.at, by_operator=member_id == OPERATOR)
        try:
            made = decide(state_after(self.told, command), command, who, self.beside)
        except LedgerError as refusal:
            return replace(self, made=None, refusal=refusal)
        return replace(self, told=(*self.told, *by(member_id, *made)), made=made)

    def next_to(self, others: Mapping[str, Story]) -> Story:
        """With other incidents beside it, by id."""
        return replace(self, beside={name: story.incident for name, story in others.items()})

    def then(self, *kinds: type[Event], **fields: Any) -> Story:
        """Events of these kinds were recorded, in this order; ``fields`` are those of the last."""
        if self.refusal is not None:
            raise AssertionError(f"refused: {self.refusal}")
        assert tuple(type(event) for event in self.made or ()) == kinds
        for name, expected in fields.items():
            assert getattr((self.made or ())[-1], name) == expected, name
        return self

    def nothing(self) -> Story:
        """There was nothing to add."""
        return self.then()

    def refused(self, refusal: type[LedgerError], *parts: str) -> Story:
        """Refused for this rule and nothing recorded; ``parts`` are words of the message."""
        assert type(self.refusal) is refusal, f"{self.refusal or self.made}"
        for part in parts:
            assert part in str(self.refusal)
        return replace(self, refusal=None)

    @property
    def toll(self) -> toll.Toll:
        """The toll as it stands."""
        state = toll_after(self.told)
        assert isinstance(state, toll.Toll)
        return state

    def figures(self, source: str = "SOHR") -> Casualties | None:
        """What a source says of the people harmed in the incident, as it stands."""
        said = self.incident.figures_of(folded(source))
        return said.casualties if said else None

    @property
    def incident(self) -> incident.Incident:
        state: incident.IncidentState = incident.NoIncident()
        for version, told in enumerate(self.told):
            state = incident.evolve(state, told.event, version, told.member_id)
        assert isinstance(state, incident.Incident)
        return state

    def known(self) -> dict[str, int | None]:
        """What is known of each counted day, by its date."""
        return {day.isoformat(): value.count.measure for day, value in sorted(self.toll.days.items())}


def given(*told: Sequence[Told] | Told) -> Story:
    """A story with these events recorded."""
    flat: list[Told] = []
    for part in told:
        flat.extend([part] if isinstance(part, Told) else part)
    return Story(tuple(flat))


def toll_after(told: Sequence[Told]) -> toll.TollState:
    state: toll.TollState = toll.NoToll()
    for version, one in enumerate(told):
        state = toll.evolve(state, one.event, version, one.member_id)
    return state


def state_after(told: Sequence[Told], command: Command) -> State:
    """The state of the command's kind of stream after these events."""
    match command:
        case ReportCommand():
            reported: report.ReportState = report.NoReport()
            for version, one in enumerate(told):
                reported = report.evolve(reported, one.event, version, one.member_id)
            return reported
        case IncidentCommand():
            happened: incident.IncidentState = incident.NoIncident()
            for version, one in enumerate(told):
                happened = incident.evolve(happened, one.event, version, one.member_id)
            return happened
        case MemberCommand():
            member: membership.MemberState = membership.NoMember()
            for version, one in enumerate(told):
                member = membership.evolve(member, one.event, version, one.member_id)
            return member
        case _:
            return toll_after(told)


def decide(
    state: State, command: Command, who: Any, beside: Mapping[str, incident.IncidentState] = MappingProxyType({})
) -> tuple[Event, ...]:
    """The one ``decide`` that the command belongs to."""
    match state, command:
        case ((report.NoReport() | report.Report()), ReportCommand()):
            return report.decide(state, command, who)
        case ((incident.NoIncident() | incident.Incident()), RecordPublishedIncident()):
            return published_incident.decide(state, command, who)
        case ((incident.NoIncident() | incident.Incident()), IncidentCommand()):
            return incident_rules.decide(state, command, who, beside)
        case ((membership.NoMember() | membership.Member()), MemberCommand()):
            return membership.decide(state, command, who)
        case ((toll.NoToll() | toll.Toll()), _):
            return toll_rules.decide(state, command, who)
        case _:
            raise AssertionError((state, command))
