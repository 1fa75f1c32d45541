"""Incidents that are one, or several: merged with all their sources, split, declared distinct; ids lead on for ever."""

from __future__ import annotations

import pytest

from ledger.domain import events
from ledger.domain.commands import (
    CiteSource,
    Command,
    DeclareDistinct,
    MergeIncident,
    Outcome,
    ReportIncident,
    RetractIncident,
    ReviewIncident,
    SplitIncident,
)
from ledger.domain.incident import Incident
from ledger.domain.incident_review import carried_over, everyone_behind
from ledger.domain.values import Status
from ledger.errors import IncidentClosed, IncidentWithItself, NoSuchStream, ReviewerIsReporter
from tests.ledger.domain.samples import COMMANDS, INCIDENT, NADIM, OMAR, OTHER_INCIDENT, SALMA, THIRD_INCIDENT, YARA
from tests.ledger.domain.scenario import Story, by, given

REPORT, RETRACT, MERGE = COMMANDS[ReportIncident], COMMANDS[RetractIncident], COMMANDS[MergeIncident]
SPLIT, DISTINCT = COMMANDS[SplitIncident], COMMANDS[DeclareDistinct]


def other(by: str = OMAR) -> Story:
    return given().when(by, REPORT.model_copy(update={"incident_id": OTHER_INCIDENT}))


def beside() -> Story:
    """Salma reported an incident, Omar two others."""
    return given().when(SALMA, REPORT).next_to({OTHER_INCIDENT: other(), THIRD_INCIDENT: other()})


def retracted() -> Story:
    gone = RETRACT.model_copy(update={"incident_id": OTHER_INCIDENT})
    return other().when(YARA, gone).when(NADIM, gone)


def test_a_merged_incident_is_closed_and_its_id_leads_on() -> None:
    merged = beside().when(YARA, MERGE).then(events.IncidentMerged, into=OTHER_INCIDENT)
    assert merged.incident.merged_into == OTHER_INCIDENT
    merged.when(YARA, RETRACT).refused(IncidentClosed, f"name {OTHER_INCIDENT} instead")


def test_a_split_incident_is_closed_and_says_what_stands_for_it() -> None:
    split = beside().when(YARA, SPLIT).then(events.IncidentSplit)
    split.when(YARA, RETRACT).refused(IncidentClosed, OTHER_INCIDENT, THIRD_INCIDENT)


@pytest.mark.parametrize("command", [MERGE, SPLIT, DISTINCT], ids=lambda it: type(it).__name__)
def test_the_other_incident_must_be_there_open_and_another(command: Command) -> None:
    alone = given().when(SALMA, REPORT)
    alone.when(YARA, command).refused(NoSuchStream, "I-")
    shut = alone.next_to({OTHER_INCIDENT: retracted(), THIRD_INCIDENT: retracted()})
    shut.when(YARA, command).refused(IncidentClosed, "retracted")


def test_no_incident_is_merged_into_split_into_or_distinct_from_itself() -> None:
    for command in (
        MERGE.model_copy(update={"into": INCIDENT}),
        DISTINCT.model_copy(update={"other": INCIDENT}),
        SPLIT.model_copy(update={"parts": (OTHER_INCIDENT, INCIDENT)}),
        SPLIT.model_copy(update={"parts": (OTHER_INCIDENT, OTHER_INCIDENT)}),
    ):
        beside().when(YARA, command).refused(IncidentWithItself)


def test_nobody_merges_or_tells_apart_what_they_reported_on_either_side() -> None:
    mine = given().when(SALMA, REPORT).next_to({OTHER_INCIDENT: other(by=YARA)})
    for command in (MERGE, DISTINCT):
        mine.when(YARA, command).refused(ReviewerIsReporter, OTHER_INCIDENT)


def test_two_incidents_are_declared_distinct_once_from_either_side() -> None:
    story = beside().when(YARA, DISTINCT).then(events.DeclaredDistinct)
    story.when(NADIM, DISTINCT).nothing()
    back = DISTINCT.model_copy(update={"incident_id": OTHER_INCIDENT, "other": INCIDENT})
    other().next_to({INCIDENT: story}).when(NADIM, back).nothing()


def test_a_merge_carries_every_source_over_with_how_far_it_was_reviewed() -> None:
    cited = given().when(SALMA, REPORT).when(OMAR, COMMANDS[CiteSource])
    received = carried_over(INCIDENT, cited.incident)
    assert [(it.merged_from, it.status) for it in received] == [(INCIDENT, Status.RECEIVED)] * 2
    accepted = cited.when(YARA, COMMANDS[ReviewIncident])
    assert [it.status for it in carried_over(INCIDENT, accepted.incident)] == [Status.UNCORROBORATED, Status.RECEIVED]
    rejected = cited.when(YARA, COMMANDS[ReviewIncident].model_copy(update={"outcome": Outcome.REJECT}))
    assert carried_over(INCIDENT, rejected.incident)[0].status is Status.REJECTED


def test_who_reported_a_merged_incident_does_not_review_the_one_it_went_into() -> None:
    merged, survivor = given().when(YARA, REPORT).incident, other(by=SALMA)
    for event in carried_over(INCIDENT, merged):
        survivor = Story((*survivor.told, *by(NADIM, event)))
    assert survivor.incident.reporters == {SALMA}
    known: dict[str, Incident] = {INCIDENT: merged}
    assert everyone_behind(survivor.incident, known) == {SALMA, YARA}
    review = COMMANDS[ReviewIncident].model_copy(update={"incident_id": OTHER_INCIDENT})
    Story(survivor.told, beside=dict(known)).when(YARA, review).refused(ReviewerIsReporter)
    Story(survivor.told, beside=dict(known)).when(NADIM, review).then(events.IncidentAccepted)
