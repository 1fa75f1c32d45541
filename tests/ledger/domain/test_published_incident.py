"""Rows that an organisation publishes: recorded once, changed as it changed them, and nothing of ours undone."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from ledger.domain import events
from ledger.domain.access import check_command
from ledger.domain.commands import (
    CorrectPlace,
    MergeIncident,
    RecordPublishedIncident,
    ReportIncident,
)
from ledger.domain.events import IncidentReported
from ledger.domain.facts import amended
from ledger.domain.values import (
    Actor,
    Casualties,
    Count,
    Place,
    PlacePrecision,
    Precision,
    PublishedRecord,
    Role,
    Status,
    When,
    exactly,
)
from ledger.errors import (
    IdTaken,
    ImplausibleCount,
    IncidentClosed,
    InTheFuture,
    PublishedBackwards,
    RoleForbids,
    UnknownIncidentKind,
)
from tests.ledger.domain.samples import AUGUST_1, COMMANDS, ERROR, NOW, OPERATOR, OTHER_INCIDENT, YARA, on, said
from tests.ledger.domain.scenario import Story, given
from tests.ledger.domain.test_incident import reported

ROW = COMMANDS[RecordPublishedIncident]


def row(number: int = 1, **fields: Any) -> RecordPublishedIncident:
    """The row as its publisher put it the ``number``-th time."""
    assert isinstance(ROW, RecordPublishedIncident)
    digest = f"{number:064x}"
    record = ROW.record.model_copy(update={"digest": digest} | fields.pop("record", {}))
    return ROW.model_copy(update={"record": record} | fields)


def recorded() -> Story:
    return given().when(OPERATOR, row())


def test_a_row_is_an_incident_that_counts_at_once() -> None:
    story = recorded().then(events.ViolenceReported, status=Status.UNCORROBORATED)
    assert story.incident.published == story.incident.facts


def test_the_same_row_again_is_nothing_new() -> None:
    recorded().when(OPERATOR, row(stated=said(AUGUST_1, hour=20))).nothing()


def test_a_fall_by_the_publisher_counts_at_once() -> None:
    fewer = Casualties(killed=exactly(1))
    story = recorded().when(OPERATOR, row(2, casualties=fewer))
    story.then(events.CasualtiesRevised, events.RecordRevised)
    assert story.incident.facts.casualties == fewer
    revised, _ = story.made or ()
    assert isinstance(revised, events.CasualtiesRevised)
    assert (revised.by_publisher, revised.old) == (True, row().casualties)


def test_every_part_that_moved_is_told_and_the_incident_is_the_new_row() -> None:
    moved = row(
        2,
        kind="shelling_reported",
        place=Place(text="Hayt", precision=PlacePrecision.NEAR),
        occurred=When(start=AUGUST_1, end=AUGUST_1),
        perpetrator=Actor(text="IS"),
        target=Actor(text="Civilians"),
        parties=(),
        flags=("summary",),
    )
    story = recorded().when(OPERATOR, moved)
    story.then(events.PlaceCorrected, events.TimeCorrected, events.ActorCorrected, events.RecordRevised)
    facts = story.incident.facts
    assert isinstance(facts, events.ShellingReported)
    for part in ("place", "occurred", "perpetrator", "target", "parties", "flags", "record"):
        assert getattr(facts, part) == getattr(moved, part), part
    assert facts.stated == row().stated


def test_what_a_reviewer_corrected_stays_where_the_publisher_changed_something_else() -> None:
    place = Place(text="Jamlah")
    correct = CorrectPlace(command_id=ROW.command_id, incident_id=row().incident_id, new=place, reason=ERROR)
    story = recorded().when(YARA, correct).when(OPERATOR, row(2, casualties=Casualties(killed=exactly(9))))
    story.then(events.CasualtiesRevised, events.RecordRevised)
    assert story.incident.facts.place == place
    assert story.incident.published is not None
    assert story.incident.published.place == row().place


def test_a_list_of_places_that_grew_is_no_correction_of_the_publishers() -> None:
    before = row().place
    assert before is not None
    found = before.model_copy(update={"id": "sy120003", "within": None})
    recorded().when(OPERATOR, row(2, place=found)).then(events.RecordRevised)


def test_a_row_that_goes_back_to_what_it_was_is_a_change_too() -> None:
    first, other = row(), row(2, casualties=Casualties(killed=exactly(9)))
    story = recorded().when(OPERATOR, other).when(OPERATOR, first).then(events.CasualtiesRevised, events.RecordRevised)
    assert story.incident.facts.casualties == first.casualties


def test_an_older_release_after_a_newer_one_is_refused_and_one_of_unknown_day_follows() -> None:
    early, late = said(AUGUST_1), said(AUGUST_1, hour=20)
    story = given().when(OPERATOR, row(stated=early)).when(OPERATOR, row(2, stated=late))
    story.when(OPERATOR, row(stated=early)).refused(PublishedBackwards, "row 214797")
    unknown = early.model_copy(update={"precision": Precision.UNKNOWN})
    story.when(OPERATOR, row(stated=unknown)).then(events.RecordRevised)
    followed = story.when(OPERATOR, row(stated=unknown)).incident.published
    assert followed is not None
    assert followed.stated.stated_at == late.stated_at


def test_a_changed_row_of_a_merged_incident_is_refused_and_the_same_row_is_not() -> None:
    merge = MergeIncident(command_id=ROW.command_id, incident_id=row().incident_id, into=OTHER_INCIDENT, reason=ERROR)
    story = recorded().next_to({OTHER_INCIDENT: reported()}).when(YARA, merge)
    story.when(OPERATOR, row()).nothing()
    story.when(OPERATOR, row(2)).refused(IncidentClosed, "merged into")


def test_an_id_that_stands_for_something_else_is_refused() -> None:
    recorded().when(OPERATOR, row(2, record={"id": "7"})).refused(IdTaken)
    given().when(OPERATOR, COMMANDS[ReportIncident]).when(OPERATOR, row()).refused(IdTaken)


@pytest.mark.parametrize(
    ("fields", "refusal"),
    [
        ({"kind": "toll_stated"}, UnknownIncidentKind),
        ({"occurred": When(start=on(AUGUST_1).replace(year=2030).date())}, InTheFuture),
        ({"stated": said().model_copy(update={"stated_at": NOW.replace(year=2030)})}, InTheFuture),
        ({"casualties": Casualties(killed=exactly(10**9))}, ImplausibleCount),
    ],
)
def test_what_cannot_be_is_refused(fields: dict[str, Any], refusal: type[Exception]) -> None:
    given().when(OPERATOR, row(**fields)).refused(refusal)  # type: ignore[arg-type]


def test_only_admins_import() -> None:
    for role in Role:
        if role is not Role.ADMIN:
            with pytest.raises(RoleForbids):
                check_command(row(), {role})
    check_command(row(), {Role.ADMIN})


def test_bounds_out_of_order_are_kept_where_marked_and_refused_where_not() -> None:
    kept = Count(low=177, best_given=142, high=177, out_of_order=True)
    assert (kept.low, kept.best, kept.high) == (177, 142, 177)
    with pytest.raises(ValidationError):
        Count(low=177, best_given=142, high=177)
    with pytest.raises(ValidationError):
        Count(low=1, high=2, out_of_order=True)


def test_an_event_of_another_kind_leaves_the_facts_alone() -> None:
    facts = recorded().incident.facts
    assert isinstance(facts, IncidentReported)
    assert amended(facts, events.MemberJoined()) is facts


def test_a_record_gives_its_cells() -> None:
    record = PublishedRecord(dataset="UCDP GED", id="1", digest="0" * 64, cells=(("adm_1", "Daraa"),))
    assert (record.cell("adm_1"), record.cell("adm_2")) == ("Daraa", "")
