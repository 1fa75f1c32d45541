"""A stock eventsourcing application and its projection runner beside ours on one file."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from eventsourcing.application import Application
from eventsourcing.domain import Aggregate, event
from eventsourcing.persistence import InfrastructureFactory, ProgrammingError, StoredEvent, Tracking
from eventsourcing.projection import Projection, ProjectionRunner
from eventsourcing.utils import get_topic

from ledger.domain.events import MemberJoined
from ledger.errors import StoreUnreachable
from ledger.log import Recorded, Unreadable
from ledger.stock import LedgerFactory, SqlApplicationRecorder, SqlTrackingRecorder
from ledger.store import SqlLog
from tests.ledger.log_contract import entry
from tests.ledger.naive_tree import naive_root


class Dog(Aggregate):
    @event("Registered")
    def __init__(self, name: str) -> None:
        self.name = name
        self.tricks: list[str] = []

    @event("TrickAdded")
    def add_trick(self, trick: str) -> None:
        self.tricks.append(trick)


class Tricks(SqlTrackingRecorder):
    """Counts events of dogs, by the positions that it was given."""

    seen: tuple[int, ...] = ()


class TrickProjection(Projection[Tricks]):
    name = "tricks"
    topics = (get_topic(Dog.Registered), get_topic(Dog.TrickAdded))  # type: ignore[attr-defined]

    def process_event(self, domain_event: object, tracking: Tracking) -> None:
        self.view.insert_tracking(tracking)
        self.view.seen += (tracking.notification_id,)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ledger.db"


@pytest.fixture
def env(path: Path) -> dict[str, str]:
    return {"PERSISTENCE_MODULE": "ledger.stock", "LEDGER_DATABASE_URL": str(path)}


@pytest.fixture
def log(path: Path) -> Iterator[SqlLog]:
    log = SqlLog.open(path, clock=lambda: datetime.now(UTC))
    yield log
    log.close()


@pytest.fixture
def recorder(path: Path, log: SqlLog) -> SqlApplicationRecorder:
    return SqlApplicationRecorder(log.database, lambda: datetime.now(UTC))


def test_a_stock_application_appends_to_our_log_and_reads_its_own_back(log: SqlLog, env: dict[str, str]) -> None:
    log.append([entry("before", "M-1", 0)])
    with Application[UUID](env=env) as app:
        dog = Dog("Fido")
        dog.add_trick("roll over")
        recordings = app.save(dog)
        assert [recording.notification.id for recording in recordings] == [2, 3]
        copy: Dog = app.repository.get(dog.id)
        assert (copy.name, copy.tricks) == ("Fido", ["roll over"])
    log.append([entry("after", "M-1", 1)])
    first, second, third, fourth = log.after(0)
    assert isinstance(first, Recorded)
    assert isinstance(fourth, Recorded)
    assert isinstance(second, Unreadable)
    assert isinstance(third, Unreadable)
    assert second.kind.startswith("stock:tests.ledger.stock.")
    assert second.stream_id == f"urn:uuid:{dog.id}"
    assert second.cause == "recorded by another application"
    moments = [each.recorded_at for each in (first, second, third, fourth)]
    assert moments == sorted(set(moments))
    assert naive_root([row.leaf for row in log.rows()]) == log.head().root == log.root_at(4)


def test_a_stock_projection_runner_follows_our_log_past_our_events(log: SqlLog, env: dict[str, str]) -> None:
    runner = ProjectionRunner(
        application_class=Application[UUID], projection_class=TrickProjection, view_class=Tricks, env=env
    )
    with runner:
        log.append([entry("before", "M-1", 0)])
        dog = Dog("Fido")
        runner.app.save(dog)
        log.append([entry("after", "M-1", 1)])
        dog.add_trick("roll over")
        (recording,) = runner.app.save(dog)
        runner.wait(recording.notification.id, timeout=20)
        assert runner.projection.view.seen == (2, 4)


def test_our_events_are_notifications_with_their_kind_as_topic(log: SqlLog, recorder: SqlApplicationRecorder) -> None:
    log.append([entry("join", "M-1", 0)])
    recorder.insert_events([StoredEvent("thing", 0, "member_joined", b"{}")])
    (ours, theirs) = recorder.select_notifications(1, 10, topics=["member_joined"])
    assert (ours.id, ours.originator_id, ours.topic) == (1, "M-1", "member_joined")
    assert MemberJoined.model_validate_json(ours.state) == MemberJoined()
    assert recorder.select_events("M-1")[0].state == ours.state
    assert theirs.originator_id == "thing"
    stored = list(log.after(1))
    assert isinstance(stored[0], Unreadable)  # a stock topic that is called like our kind is still not ours
    assert stored[0].kind == "stock:member_joined"


def test_a_stock_topic_is_never_imported_by_our_side(log: SqlLog, recorder: SqlApplicationRecorder) -> None:
    recorder.insert_events([StoredEvent(uuid4(), 0, "antigravity:fly", b"{}")])
    assert isinstance(next(log.after(0)), Unreadable)
    assert "antigravity" not in sys.modules


def test_ids_keep_their_type(recorder: SqlApplicationRecorder) -> None:
    by_uuid = uuid4()
    recorder.insert_events([StoredEvent(by_uuid, 0, "t", b""), StoredEvent(str(by_uuid), 0, "t", b"")])
    assert [each.originator_id for each in recorder.select_notifications(1, 9)] == [by_uuid, str(by_uuid)]
    assert [each.originator_id for each in recorder.select_events(by_uuid)] == [by_uuid]
    assert [each.originator_id for each in recorder.select_events(str(by_uuid))] == [str(by_uuid)]


@pytest.mark.parametrize("taken", ["T-8m2k4q9xwe", f"urn:uuid:{UUID(int=7)}"])
def test_ids_that_would_pass_for_others_are_refused(recorder: SqlApplicationRecorder, taken: str) -> None:
    with pytest.raises(ProgrammingError):
        recorder.insert_events([StoredEvent(taken, 0, "t", b"")])
    assert recorder.max_notification_id() is None


def test_tracking_needs_a_process_recorder(recorder: SqlApplicationRecorder) -> None:
    with pytest.raises(ProgrammingError):
        recorder.insert_events([], tracking=Tracking("upstream", 1))


def test_a_subscription_wakes_for_another_process_and_when_it_is_stopped(
    path: Path, recorder: SqlApplicationRecorder
) -> None:
    other = SqlLog.open(path, clock=lambda: datetime.now(UTC))  # an own engine: seen as another process is
    seen: list[int] = []
    one_seen = threading.Event()
    subscription = recorder.subscribe()

    def follow() -> None:
        for notification in subscription:
            seen.append(notification.id)
            one_seen.set()

    thread = threading.Thread(target=follow)
    thread.start()
    other.append([entry("join", "M-1", 0)])
    assert one_seen.wait(20)
    subscription.stop()
    thread.join(20)
    assert not thread.is_alive()
    assert seen == [1]
    other.close()


def test_a_subscription_by_topic_goes_on_behind_what_it_skipped(log: SqlLog, recorder: SqlApplicationRecorder) -> None:
    log.append([entry(f"c{at}", "M-1", at) for at in range(1_200)])
    recorder.insert_events([StoredEvent("thing", version, "bark", b"") for version in range(600)])
    with recorder.subscribe(topics=["bark"]) as subscription:
        assert [next(subscription).id for _ in range(600)] == list(range(1_201, 1_801))


def test_an_environment_without_the_ledgers_place_is_refused() -> None:
    with pytest.raises(StoreUnreachable, match="LEDGER_DATABASE_URL"):
        InfrastructureFactory.construct({"PERSISTENCE_MODULE": "ledger.stock"})


def test_a_recorder_named_in_the_environment_must_be_one_of_ours(env: dict[str, str]) -> None:
    factory = LedgerFactory({**env, "TRACKING_RECORDER_TOPIC": "eventsourcing.popo:POPOTrackingRecorder"})
    with pytest.raises(Exception, match="is not a SqlTrackingRecorder"):
        factory.tracking_recorder()
    factory.close()
