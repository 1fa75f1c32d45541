"""An incident: reported, cited, corrected, reviewed by others, retracted by two."""

from __future__ import annotations

from datetime import timedelta

import pytest

from ledger.domain import events
from ledger.domain.commands import (
    CiteSource,
    Command,
    CorrectActor,
    CorrectPlace,
    CorrectTime,
    DeclareDistinct,
    GradeSource,
    IncidentCommand,
    IncidentTold,
    MergeIncident,
    Outcome,
    ReportIncident,
    RetractIncident,
    ReviewIncident,
    ReviseCasualties,
    SplitIncident,
)
from ledger.domain.values import Actor, Casualties, Certainty, Count, Reason, Status, When, exactly
from ledger.errors import (
    AlreadyDecided,
    IdTaken,
    ImplausibleCount,
    IncidentClosed,
    InTheFuture,
    NoSuchStream,
    NotAnIncident,
    ReviewerIsReporter,
    SecondReviewerIsFirst,
    UnknownIncidentKind,
)
from tests.ledger.domain.samples import (
    COMMANDS,
    INCIDENT,
    NADIM,
    NOW,
    OMAR,
    OPERATOR,
    OTHER_REPORT,
    SALMA,
    YARA,
    command_id,
    said,
)
from tests.ledger.domain.scenario import Story, given

REPORT, RETRACT = COMMANDS[ReportIncident], COMMANDS[RetractIncident]
REVIEWS = [COMMANDS[kind] for kind in (ReviewIncident, RetractIncident, MergeIncident, SplitIncident, DeclareDistinct)]


def reported(**fields: object) -> Story:
    """Salma reported a strike."""
    return given().when(SALMA, REPORT.model_copy(update=fields))


def review(outcome: Outcome) -> Command:
    return COMMANDS[ReviewIncident].model_copy(update={"outcome": outcome})


def revise(casualties: Casualties, *reasons: Reason) -> ReviseCasualties:
    return ReviseCasualties(
        command_id=command_id("revise"), incident_id=INCIDENT, new=casualties, reasons=reasons, stated=said()
    )


def killed(number: int) -> Casualties:
    return Casualties(killed=exactly(number))


@pytest.mark.parametrize("kind", [kind.kind for kind in events.INCIDENT_KINDS])
def test_every_kind_of_incident_can_be_reported(kind: str) -> None:
    reported(kind=kind).then(events.KINDS[kind], status=Status.RECEIVED, casualties=Casualties())


def test_there_are_seventeen_kinds_of_incident() -> None:
    assert len(events.INCIDENT_KINDS) == 17


@pytest.mark.parametrize("kind", ["rumour_reported", "toll_stated", "incident_accepted", ""])
def test_what_is_no_kind_of_incident_is_refused(kind: str) -> None:
    reported(kind=kind).refused(UnknownIncidentKind)


@pytest.mark.parametrize("certainty", [Certainty.FEARED, Certainty.DENIED, Certainty.CLAIMED])
def test_what_is_feared_denied_or_claimed_is_no_incident(certainty: Certainty) -> None:
    reported(certainty=certainty).refused(NotAnIncident, certainty.value)


@pytest.mark.parametrize("certainty", [Certainty.ASSERTED, Certainty.REPORTED])
def test_what_is_asserted_or_reported_is_an_incident(certainty: Certainty) -> None:
    reported(certainty=certainty).then(events.StrikeReported, certainty=certainty)


def test_unknown_zero_and_not_said_are_three_things() -> None:
    unknown, zero = Casualties(killed=Count()), Casualties(killed=exactly(0))
    made = [reported(casualties=harm).incident.facts.casualties for harm in (Casualties(), unknown, zero)]
    assert made == [Casualties(), unknown, zero]
    assert len(set(made)) == 3


@pytest.mark.parametrize("part", ["killed", "injured", "affected"])
def test_a_number_no_war_has_is_refused(part: str) -> None:
    reported(casualties=Casualties.model_validate({part: exactly(10**9)})).refused(ImplausibleCount)


def test_what_has_not_happened_yet_is_refused() -> None:
    day_after_tomorrow = NOW.date() + timedelta(days=2)
    reported(occurred=When(start=day_after_tomorrow)).refused(InTheFuture, "occurred")
    reported(occurred=When(start=NOW.date(), end=day_after_tomorrow)).refused(InTheFuture, "occurred")
    later = said().model_copy(update={"stated_at": NOW + timedelta(days=2)})
    reported(stated=later).refused(InTheFuture, "published")
    reported().when(OMAR, COMMANDS[CiteSource].model_copy(update={"stated": later})).refused(InTheFuture)
    corrected = COMMANDS[CorrectTime].model_copy(update={"new": When(end=day_after_tomorrow)})
    reported().when(YARA, corrected).refused(InTheFuture)


def test_the_same_incident_twice_is_one_and_another_under_its_id_is_refused() -> None:
    reported().when(OMAR, REPORT).nothing()
    reported().when(SALMA, REPORT.model_copy(update={"stated": said(report=OTHER_REPORT)})).refused(IdTaken)
    bare = REPORT.model_copy(update={"stated": said()})
    given().when(SALMA, bare).when(SALMA, bare).nothing()
    given().when(SALMA, bare).when(SALMA, bare.model_copy(update={"stated": said(hour=13)})).refused(IdTaken)


def test_what_the_operator_enters_counts_at_once() -> None:
    given().when(OPERATOR, REPORT).then(events.StrikeReported, status=Status.UNCORROBORATED)


def test_another_source_is_cited_once() -> None:
    cite = COMMANDS[CiteSource]
    story = reported().when(OMAR, cite).then(events.SourceCited)
    story.when(OMAR, cite).nothing()
    assert story.incident.reporters == {SALMA, OMAR}


NOT_REPORTS = [
    command
    for kind, command in COMMANDS.items()
    if issubclass(kind, IncidentCommand) and not issubclass(kind, IncidentTold)
]


@pytest.mark.parametrize("command", NOT_REPORTS, ids=lambda command: type(command).__name__)
def test_there_must_be_an_incident_first_and_it_must_be_open(command: Command) -> None:
    given().when(YARA, command).refused(NoSuchStream)
    story = reported().when(YARA, RETRACT).when(NADIM, RETRACT)
    story.when(YARA, command).refused(IncidentClosed, "retracted")


@pytest.mark.parametrize("command", REVIEWS, ids=lambda command: type(command).__name__)
def test_nobody_reviews_what_they_reported_cited_or_revised(command: Command) -> None:
    given().when(YARA, REPORT).when(YARA, command).refused(ReviewerIsReporter)
    reported().when(YARA, COMMANDS[CiteSource]).when(YARA, command).refused(ReviewerIsReporter)
    reported().when(YARA, revise(killed(3))).when(YARA, command).refused(ReviewerIsReporter)


@pytest.mark.parametrize(
    ("outcome", "event", "status"),
    [
        (Outcome.ACCEPT, events.IncidentAccepted, Status.UNCORROBORATED),
        (Outcome.CONFIRM, events.IncidentConfirmed, Status.CONFIRMED),
        (Outcome.CONTEST, events.IncidentContested, Status.CONTESTED),
        (Outcome.REJECT, events.IncidentRejected, Status.REJECTED),
        (Outcome.UNVERIFIABLE, events.IncidentMarkedUnverifiable, Status.UNVERIFIABLE),
    ],
)
def test_a_reviewers_word_sets_the_status_and_the_same_word_again_loses(
    outcome: Outcome, event: type[events.Event], status: Status
) -> None:
    story = reported().when(YARA, review(outcome)).then(event)
    assert story.incident.status is status
    story.when(NADIM, review(outcome)).refused(AlreadyDecided, status.value)


@pytest.mark.parametrize("late", [Outcome.ACCEPT, Outcome.REJECT])
def test_accepting_or_rejecting_what_is_decided_is_too_late(late: Outcome) -> None:
    reported().when(YARA, review(Outcome.CONFIRM)).when(NADIM, review(late)).refused(AlreadyDecided)


def test_an_accepted_incident_may_later_be_confirmed() -> None:
    story = reported().when(YARA, review(Outcome.ACCEPT)).when(YARA, review(Outcome.CONFIRM))
    assert story.then(events.IncidentConfirmed).incident.status is Status.CONFIRMED


def test_a_retraction_needs_two_people_besides_the_reporters() -> None:
    story = reported().when(YARA, RETRACT).then(events.IncidentRetractionProposed)
    story.when(YARA, RETRACT).refused(SecondReviewerIsFirst)
    story = story.when(NADIM, RETRACT).then(events.IncidentRetracted)
    assert story.incident.status is Status.WITHDRAWN


def test_a_retractor_who_then_cited_the_incident_no_longer_counts() -> None:
    story = reported().when(YARA, RETRACT).when(YARA, COMMANDS[CiteSource])
    story.when(NADIM, RETRACT).then(events.IncidentRetractionProposed)


@pytest.mark.parametrize("kind", [CorrectPlace, CorrectTime, GradeSource])
def test_a_correction_is_recorded_once(kind: type[Command]) -> None:
    story = reported().when(YARA, COMMANDS[kind])
    assert story.made
    story.when(NADIM, COMMANDS[kind]).nothing()


def test_an_actor_can_be_corrected_to_unknown() -> None:
    named = Actor(text="regime forces")
    story = reported().when(YARA, COMMANDS[CorrectActor]).nothing()
    story = story.when(YARA, COMMANDS[CorrectActor].model_copy(update={"new": named}))
    story = story.then(events.ActorCorrected, old=None, new=named)
    story.when(YARA, COMMANDS[CorrectActor]).then(events.ActorCorrected, old=named, new=None)
