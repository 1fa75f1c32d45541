"""Whether the ledger kept its own rules: read from the events alone, by other code than the one that decided them.

Nobody reviews what they reported (rule 4); a fall of a toll takes effect at the word of as many others as it needs; an
incident or a counted day is taken back by two; who decides holds a role for it at that moment.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from ledger.domain import events
from ledger.domain.values import Role
from ledger.log import Recorded, Unreadable

DECIDES = frozenset({Role.REVIEWER, Role.ADMIN})

_DECISIONS = (
    events.Reviewed,
    events.TollReviewed,
    events.TollRevisionRejected,
    events.TollRevisionSeconded,
    events.TollWithdrawalProposed,
)


@dataclass(frozen=True, slots=True)
class Breach:
    """A rule that an entry does not keep."""

    position: int
    rule: str
    what: str


@dataclass(slots=True)
class Audit:
    """What was read, and what of it breaks a rule."""

    kinds: Counter[str] = field(default_factory=Counter)
    decisions: int = 0
    falls: int = 0
    withdrawals: int = 0
    breaches: list[Breach] = field(default_factory=list)


@dataclass(slots=True)
class _Fall:
    reporter: str
    needed: int
    agreed: set[str] = field(default_factory=set)


@dataclass(slots=True)
class _Stream:
    """Who said what in a toll or an incident."""

    reporters: set[str] = field(default_factory=set)
    said_by: dict[int, str] = field(default_factory=dict)
    falls: dict[int, _Fall] = field(default_factory=dict)
    asked_back: dict[object, set[str]] = field(default_factory=lambda: defaultdict(set))


def audit(recorded: Iterable[Recorded | Unreadable]) -> Audit:
    """Read the events of a log in order. What cannot be read is for ``verify`` to say."""
    auditor = _Auditor()
    for each in recorded:
        if isinstance(each, Recorded):
            auditor.read(each)
    return auditor.audit


class _Auditor:
    def __init__(self) -> None:
        self.audit = Audit()
        self._roles: dict[str, set[Role]] = defaultdict(set)
        self._invited: dict[str, set[Role]] = defaultdict(set)
        self._streams: dict[str, _Stream] = defaultdict(_Stream)

    def read(self, it: Recorded) -> None:
        self.audit.kinds[it.kind] += 1
        match it.event:
            case events.MemberInvited():
                self._invited[it.stream_id].add(it.event.role)
            case events.MemberJoined():
                self._roles[it.stream_id] |= self._invited.pop(it.stream_id, set())
            case events.RoleGranted():
                self._roles[it.stream_id].add(it.event.role)
            case events.RoleRevoked():
                self._roles[it.stream_id].discard(it.event.role)
            case events.MemberForgotten():
                self._roles.pop(it.stream_id, None)
            case _:
                self._about_record(it, self._streams[it.stream_id])

    def _about_record(self, it: Recorded, stream: _Stream) -> None:
        if isinstance(it.event, _DECISIONS):
            self.audit.decisions += 1
            self._holds_role(it)
        match it.event:
            case events.IncidentRetractionProposed() | events.TollWithdrawalProposed():
                day = it.event.counted_to if isinstance(it.event, events.TollWithdrawalProposed) else None
                stream.asked_back[day].add(it.member_id)
                self._is_another(it, stream.reporters if day is None else set())
            case events.IncidentRetracted():
                self._by_two(it, stream.asked_back.pop(None, set()))
                self._is_another(it, stream.reporters)
            case events.Reviewed():
                self._is_another(it, stream.reporters)
            case events.IncidentReported() | events.SourceCited() | events.CasualtiesRevised():
                stream.reporters.add(it.member_id)
            case _:
                self._about_toll(it, stream)

    def _about_toll(self, it: Recorded, stream: _Stream) -> None:
        match it.event:
            case events.TollRevisionProposed():
                stream.falls[it.version] = _Fall(it.member_id, it.event.needed)
            case events.TollRevisionSeconded():
                fall = stream.falls.get(it.event.proposal)
                self._is_another(it, {fall.reporter} if fall else set())
                if fall:
                    fall.agreed.add(it.member_id)
            case events.TollRevisionRejected():
                fall = stream.falls.pop(it.event.proposal, None)
                self._is_another(it, {fall.reporter} if fall else set())
            case events.TollReviewed():
                said = stream.said_by.get(it.event.version)
                self._is_another(it, {said} if said else set())
            case events.TollWithdrawn() if not it.event.to_review:
                self.audit.withdrawals += 1
                self._by_two(it, stream.asked_back.pop(it.event.counted_to, set()))
            case events.TollRevised() | events.TollRestated() if it.event.proposal is not None:
                self._accepted(it, stream, it.event.proposal)
            case events.TollStated() | events.TollRestated() | events.TollRevised() | events.TollWithdrawn():
                stream.said_by[it.version] = it.member_id
            case _:
                return

    def _accepted(self, it: Recorded, stream: _Stream, proposal: int) -> None:
        self.audit.decisions += 1
        self.audit.falls += 1
        self._holds_role(it)
        fall = stream.falls.pop(proposal, None)
        if fall is None:
            self._breach(it, "a fall is accepted once, and only if it was asked for", f"nothing waited as {proposal}")
            return
        self._is_another(it, {fall.reporter})
        agreed = (fall.agreed | {it.member_id}) - {fall.reporter}
        if len(agreed) < fall.needed:
            what = f"{len(agreed)} of {fall.needed} had agreed"
            self._breach(it, "a fall needs the word of as many others as its size asks for", what)
        stream.said_by[it.version] = fall.reporter

    def _is_another(self, it: Recorded, reporters: set[str]) -> None:
        if it.member_id in reporters:
            self._breach(it, "nobody reviews what they reported", f"its reporter decided {it.kind}")

    def _by_two(self, it: Recorded, asked: set[str]) -> None:
        if not asked - {it.member_id}:
            self._breach(it, "what is taken back is taken back by two", f"nobody else had asked for {it.kind}")

    def _holds_role(self, it: Recorded) -> None:
        if not self._roles[it.member_id] & DECIDES:
            self._breach(it, "who decides holds a role for it", f"no such role was held for {it.kind}")

    def _breach(self, it: Recorded, rule: str, what: str) -> None:
        self.audit.breaches.append(Breach(it.position, rule, f"{it.stream_id}/{it.version}: {what}"))
