"""Given events, these rows: the folds alone, in memory, with no log and no application."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

import pytest
from sqlalchemy import Connection, Table, create_engine, select

from ledger.domain import events
from ledger.domain.events import CODEBOOK, KINDS, Event
from ledger.domain.values import ForgettingReason, Place, Role, Status, exactly
from ledger.log import Recorded
from projections import tables
from projections.follower import fold
from projections.rows import Rows, micros, place_path
from tests.ledger.domain.samples import (
    AUGUST_1,
    BASIN,
    EVENTS,
    INCIDENT,
    KEY,
    NOW,
    OPERATOR,
    REPORT,
    SALMA,
    TOLL,
    YARA,
    command_id,
    on,
    said,
)
from tests.projections.scene import TestPaths

STATED = EVENTS["toll_stated"]
OPENED = EVENTS["toll_opened"]
STRIKE = EVENTS["strike_reported"]
BEGINNINGS: dict[str, tuple[str, Sequence[Event]]] = {
    "toll": (TOLL, (OPENED, STATED, EVENTS["toll_revision_proposed"])),
    "incident": (INCIDENT, (STRIKE,)),
    "report": (REPORT, (EVENTS["report_received"],)),
    "member": (SALMA, (EVENTS["member_invited"], EVENTS["member_joined"])),
    "ledger": ("L-ledger", ()),
}


@pytest.fixture
def connection() -> Iterator[Connection]:
    engine = create_engine("sqlite://")
    tables.metadata.create_all(engine)
    with engine.begin() as connection:
        yield connection


PROPOSED = events.ForgettingProposed(reason=ForgettingReason.DANGER, by_operator=True)


def folded(connection: Connection, *told: tuple[str, str, Event]) -> None:
    """Fold events given as (stream, member, event), a second apart, from position 1 on."""
    rows = Rows(connection, TestPaths())
    versions: dict[str, int] = {}
    for position, (stream_id, member_id, event) in enumerate(told, start=1):
        version = versions.get(stream_id, 0)
        versions[stream_id] = version + 1
        recorded = Recorded(
            position=position,
            stream_id=stream_id,
            version=version,
            kind=event.kind,
            schema_version=1,
            codebook=CODEBOOK,
            recorded_at=NOW + timedelta(seconds=position),
            member_id=member_id,
            command_id=command_id(str(position)),
            correlation=REPORT,
            causation=None,
            event=event,
        )
        fold(recorded, rows)
    rows.flush()


def rows_of(connection: Connection, table: Table, *names: str) -> list[tuple[object, ...]]:
    query = select(*(table.c[name] for name in names)).order_by(table.c.position)
    return [tuple(row) for row in connection.execute(query)]


def stream_kind(kind: str) -> str:
    event = KINDS[kind]
    if kind.startswith("toll_") or event in (events.DeclaredDisjoint, events.DeclaredOverlapping):
        return "toll"
    if kind.startswith("report_") or kind == "claim_noted":
        return "report"
    if kind.startswith(("member_", "role_")):
        return "member"
    return "ledger" if kind == "restore_recorded" else "incident"


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_event_can_be_folded_where_it_belongs(connection: Connection, kind: str) -> None:
    stream_id, beginning = BEGINNINGS[stream_kind(kind)]
    begins = kind in ("toll_opened", "report_received") or issubclass(KINDS[kind], events.IncidentReported)
    told = (EVENTS[kind],) if begins else (*beginning, EVENTS[kind])
    folded(connection, *((stream_id, SALMA, event) for event in told))
    kept = any(connection.execute(select(table)).first() for table in tables.READ_MODELS)
    assert kept is (kind != "restore_recorded")


def test_a_stated_value_becomes_an_entry_with_both_clocks_and_the_role_of_who_brought_it(
    connection: Connection,
) -> None:
    granted = events.RoleGranted(role=Role.MONITOR, by_operator=True)
    folded(connection, (SALMA, OPERATOR, granted), (TOLL, SALMA, OPENED), (TOLL, SALMA, STATED))
    names = ("key_id", "position", "version", "counted_to", "low", "best", "high", "qualifier", "status", "member_role")
    assert rows_of(connection, tables.toll_entries, *names) == [
        (TOLL, 3, 1, AUGUST_1, 62, 62, None, "at_least", "received", "monitor")
    ]
    clocks = rows_of(connection, tables.toll_entries, "stated_at", "recorded_at")
    assert clocks == [(micros(on(AUGUST_1)), micros(NOW + timedelta(seconds=3)))]


def test_a_key_is_kept_in_comparable_parts_with_the_path_of_its_place(connection: Connection) -> None:
    folded(connection, (TOLL, SALMA, OPENED))
    names = ("source", "place", "place_path", "group", "harm", "cause", "period_start", "basis", "place_inferred")
    assert rows_of(connection, tables.toll_keys, *names) == [
        ("sohr", BASIN.id, f"syr/daraa/{BASIN.id}/", "all", "killed", "shelling", "2018-07-19", "counted", True)
    ]


def test_an_accepted_fall_is_entered_as_its_proposers_and_closes_the_queue(connection: Connection) -> None:
    proposed, revised = EVENTS["toll_revision_proposed"], EVENTS["toll_revised"]
    folded(
        connection,
        (TOLL, SALMA, OPENED),
        (TOLL, SALMA, STATED),
        (TOLL, SALMA, proposed),
        (TOLL, YARA, revised),
    )
    assert rows_of(connection, tables.toll_entries, "position", "reporter", "low") == [(2, SALMA, 62), (4, SALMA, 58)]
    queue = rows_of(connection, tables.review_queue, "item_id", "closed_position", "outcome")
    assert queue == [(f"{TOLL}/1", None, None), (f"{TOLL}/2", 4, "accepted")]
    trail = rows_of(connection, tables.revisions, "position", "outcome", "proposal")
    assert trail == [(3, "waiting", None), (4, "accepted", 2)]


def test_a_review_adds_a_status_and_changes_no_entry(connection: Connection) -> None:
    folded(connection, (TOLL, SALMA, OPENED), (TOLL, SALMA, STATED), (TOLL, YARA, EVENTS["toll_reviewed"]))
    assert rows_of(connection, tables.toll_entries, "status") == [("received",)]
    assert rows_of(connection, tables.toll_statuses, "version", "position", "status") == [(1, 3, "confirmed")]


def test_a_withdrawal_is_an_entry_without_a_number(connection: Connection) -> None:
    folded(connection, (TOLL, SALMA, OPENED), (TOLL, SALMA, STATED), (TOLL, YARA, EVENTS["toll_withdrawn"]))
    assert rows_of(connection, tables.toll_entries, "withdrawn", "low", "status") == [
        (False, 62, "received"),
        (True, None, "withdrawn"),
    ]


def test_each_event_that_touches_an_incident_adds_a_version_of_it(connection: Connection) -> None:
    cited = events.SourceCited(stated=said(AUGUST_1, hour=13))
    corrected = events.PlaceCorrected(old=BASIN, new=Place(text="Hayt"), reason=EVENTS["report_withdrawn"].reason)  # type: ignore[attr-defined]
    folded(
        connection,
        (INCIDENT, SALMA, STRIKE),
        (INCIDENT, YARA, cited),
        (INCIDENT, YARA, corrected),
        (INCIDENT, YARA, EVENTS["incident_confirmed"]),
        (INCIDENT, YARA, EVENTS["source_graded"]),
        (INCIDENT, YARA, EVENTS["incident_merged"]),
    )
    assert rows_of(connection, tables.incident_versions, "position", "status", "place_path", "closed") == [
        (1, "received", f"syr/daraa/{BASIN.id}/", None),
        (2, "received", f"syr/daraa/{BASIN.id}/", None),
        (3, "received", "~hayt/", None),
        (4, "confirmed", "~hayt/", None),
        (5, "confirmed", "~hayt/", None),
        (6, "confirmed", "~hayt/", "merged into I-abcdefghjk"),
    ]
    assert rows_of(connection, tables.incident_statements, "version", "source", "reporter") == [
        (0, "SOHR", SALMA),
        (1, "SOHR", YARA),
    ]
    assert rows_of(connection, tables.source_grades, "source", "reliability", "credibility") == [("sohr", "B", 2)]
    stated = rows_of(connection, tables.incident_versions, "stated_at")
    assert set(stated[1:]) == {(micros(on(AUGUST_1, 13)),)}


def test_an_event_of_an_incident_that_was_never_reported_is_poison(connection: Connection) -> None:
    with pytest.raises(Exception, match="No row was found"):
        folded(connection, (INCIDENT, YARA, EVENTS["incident_confirmed"]))


def test_the_strongest_role_held_is_kept_from_each_position_on(connection: Connection) -> None:
    folded(
        connection,
        (SALMA, OPERATOR, events.RoleGranted(role=Role.MONITOR, by_operator=True)),
        (SALMA, OPERATOR, events.RoleGranted(role=Role.REVIEWER, by_operator=True)),
        (SALMA, OPERATOR, events.RoleGranted(role=Role.AUDITOR, by_operator=True)),
        (SALMA, OPERATOR, events.RoleRevoked(role=Role.REVIEWER, by_operator=True)),
        (SALMA, OPERATOR, events.MemberForgotten(by_operator=True)),
    )
    assert rows_of(connection, tables.member_roles, "position", "role") == [
        (1, "monitor"),
        (2, "reviewer"),
        (3, "reviewer"),
        (4, "auditor"),
        (5, "reader"),
    ]


@pytest.mark.parametrize(
    ("then", "waits"),
    [
        ((), ("asked", None)),
        ((PROPOSED,), ("proposed", "danger")),
        ((PROPOSED, events.ForgettingAsked()), ("proposed", "danger")),
        ((PROPOSED, events.ForgettingDeclined(by_operator=False)), (None, None)),
        ((PROPOSED, events.MemberForgotten(by_operator=False)), (None, None)),
    ],
)
def test_what_was_asked_or_proposed_waits_until_it_is_done_or_off(
    connection: Connection, then: tuple[events.Event, ...], waits: tuple[str | None, str | None]
) -> None:
    folded(connection, *((SALMA, OPERATOR, event) for event in (events.ForgettingAsked(), *then)))
    assert rows_of(connection, tables.members, "forgetting", "forgetting_reason") == [waits]


def test_a_value_that_counts_at_once_does_not_wait(connection: Connection) -> None:
    at_once = events.TollStated(counted_to=AUGUST_1, count=exactly(62), stated=said(), status=Status.UNCORROBORATED)
    folded(connection, (KEY.id, OPERATOR, OPENED), (KEY.id, OPERATOR, at_once))
    assert rows_of(connection, tables.review_queue, "item_id") == []


@pytest.mark.parametrize(
    ("place", "path"),
    [
        (None, ""),
        (Place(text="  Hayt Town"), "~hayt town/"),
        (Place(id="syr.daraa", text="Daraa"), "syr/daraa/"),
        (Place(id="elsewhere"), "elsewhere/"),
    ],
)
def test_the_path_of_a_place_runs_from_the_widest_to_it(place: Place | None, path: str) -> None:
    assert place_path(place, TestPaths()) == path
