"""What is said of whole incidents: one more source, one and the same, several, two that are alike, a source's grade."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

from desk.people import Caller
from desk.reviewing import Decided, Reviewing
from ledger.domain.commands import (
    CiteSource,
    DeclareDistinct,
    GradeSource,
    IncidentCommand,
    MergeIncident,
    SplitIncident,
)
from ledger.domain.values import Casualties, Reason, SourceGrade, Stated
from ledger.errors import NothingToReview

Made = Callable[[UUID, str | None], IncidentCommand]


@dataclass(frozen=True, slots=True)
class Citation:
    """One more source of an incident: what it says and when, whom it repeats, and its own figures."""

    stated: Stated
    origin: str | None = None
    casualties: Casualties | None = None
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Incidents:
    """Records what somebody says of incidents. Raises ``Refused`` and ``Forbidden`` as the ledger's rules say."""

    reviewing: Reviewing

    def cite(self, incident_id: str, citation: Citation, caller: Caller) -> Decided:
        """One more source says so, with figures of its own; of a merged incident, the one that stands for it."""
        named = self.reviewing.standing(incident_id)

        def made(command_id: UUID, _kept: str | None) -> IncidentCommand:
            return CiteSource(
                command_id=command_id,
                incident_id=named,
                stated=citation.stated,
                origin=citation.origin,
                casualties=citation.casualties,
                reasons=citation.reasons,
            )

        return self._record(("cite", named, citation.stated.source), named, made, caller)

    def merge(self, incident_id: str, into: str, reason: Reason, caller: Caller, words: str | None = None) -> Decided:
        """State that an incident is the same as another; its id leads there, and its sources are told there."""

        def made(command_id: UUID, kept: str | None) -> IncidentCommand:
            return MergeIncident(command_id=command_id, incident_id=incident_id, into=into, reason=reason, words=kept)

        return self._record(("merge", incident_id, into), incident_id, made, caller, words, others=(into,))

    def split(
        self, incident_id: str, parts: Sequence[str], reason: Reason, caller: Caller, words: str | None = None
    ) -> Decided:
        """State that one entry covered several incidents, which are recorded already and stand for it now."""

        def made(command_id: UUID, kept: str | None) -> IncidentCommand:
            return SplitIncident(
                command_id=command_id, incident_id=incident_id, parts=tuple(parts), reason=reason, words=kept
            )

        return self._record(("split", incident_id), incident_id, made, caller, words, others=parts)

    def distinct(self, one: str, other: str, reason: Reason, caller: Caller, words: str | None = None) -> Decided:
        """State that two incidents are two, however alike: they are shown as a likely duplicate no more."""

        def made(command_id: UUID, kept: str | None) -> IncidentCommand:
            return DeclareDistinct(command_id=command_id, incident_id=one, other=other, reason=reason, words=kept)

        return self._record(("distinct", one, other), one, made, caller, words, others=(other,))

    def grade(self, incident_id: str, source: str, grade: SourceGrade, caller: Caller) -> Decided:
        """How reliable a source is, and how credible what it says of this incident: two judgements."""
        named = self.reviewing.standing(incident_id)

        def made(command_id: UUID, _kept: str | None) -> IncidentCommand:
            return GradeSource(command_id=command_id, incident_id=named, source=source, grade=grade)

        return self._record(("grade", named, source), named, made, caller)

    def _record(
        self,
        about: tuple[str, ...],
        incident_id: str,
        made: Made,
        caller: Caller,
        words: str | None = None,
        *,
        others: Sequence[str] = (),
    ) -> Decided:
        for named in (incident_id, *others):
            if not self.reviewing.is_incident(named):
                raise NothingToReview(named)
        return self.reviewing.on_incident(about, made, caller, words)
