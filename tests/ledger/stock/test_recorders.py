"""The test classes that the eventsourcing library ships (9.5), run on our recorders over SQLite files.

Run: from ``eventsourcing.tests.persistence`` the cases of the aggregate, application (with UUID ids and with string
ids, and its optional subscription test), tracking and process recorders, of notification ids that do not interleave
and of the infrastructure factory; from ``.projection`` the counters view, the aggregate projection and the
event-sourced projection; from ``.application`` both cases.

Not run, and why:

- ``persistence``: ``TranscoderTestCase``, ``MapperTestCase`` and the cipher's and compressor's tests have no recorder
  in them. Events of ours do not go through the library's transcoder or mapper (``ledger.codec`` does that), and a
  stock application brings the library's own.
- ``projection.TaggedDecisionCountersProjectionTestCase``: needs a DCB recorder, another kind of store (events found
  by tags); the library's own one for SQL lets a tailing reader miss events, and the ledger has no use for it.
- ``postgres_utils``: for PostgreSQL only, and it cannot be imported from the wheel.

A few cases have another meaning here: our log gives positions itself, so ids are contiguous even after a refusal.
"""

from __future__ import annotations

import shutil
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from unittest import TestCase
from unittest.mock import patch
from uuid import UUID, uuid4

from eventsourcing.persistence import (
    AggregateRecorder,
    ApplicationRecorder,
    ProcessRecorder,
    Tracking,
    TrackingRecorder,
)
from eventsourcing.tests import application, persistence, projection
from eventsourcing.utils import Environment
from sqlalchemy import Column, Integer, MetaData, String, Table, insert, select, update

from ledger import schema
from ledger.database import Database, open_database
from ledger.stock import (
    LedgerFactory,
    SqlAggregateRecorder,
    SqlApplicationRecorder,
    SqlProcessRecorder,
    SqlSnapshotRecorder,
    SqlTrackingRecorder,
)
from ledger.tail import prepare


def now() -> datetime:
    return datetime.now(UTC)


class OnFile(TestCase):
    """A folder with a ledger's file, made before a test and gone after it."""

    def setUp(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="ledger-stock-"))
        self.addCleanup(shutil.rmtree, self.folder)
        self.path = self.folder / "ledger.db"
        super().setUp()

    def database(self) -> Database:
        database = open_database(self.path, tables=schema.metadata, schema=schema.SCHEMA)
        self.addCleanup(database.close)
        with database.write() as connection:
            prepare(connection)
        return database


class TestAggregateRecorder(OnFile, persistence.AggregateRecorderTestCase):
    def create_recorder(self) -> AggregateRecorder:
        return SqlAggregateRecorder(self.database(), now)


class TestSnapshotRecorder(OnFile, persistence.AggregateRecorderTestCase):
    def create_recorder(self) -> AggregateRecorder:
        recorder = SqlSnapshotRecorder(self.database(), now, "snapshots")
        recorder.create_table()
        return recorder


class TestApplicationRecorder(OnFile, persistence.ApplicationRecorderTestCase[SqlApplicationRecorder]):
    def create_recorder(self) -> SqlApplicationRecorder:
        return SqlApplicationRecorder(self.database(), now)

    def test_insert_subscribe(self) -> None:
        self.optional_test_insert_subscribe()


class TestApplicationRecorderWithStringIds(TestApplicationRecorder):
    def new_originator_id(self) -> UUID | str:
        return f"thing-{uuid4()}"


class TestTrackingRecorder(OnFile, persistence.TrackingRecorderTestCase):
    def create_recorder(self) -> TrackingRecorder:
        recorder = SqlTrackingRecorder(self.database(), now)
        recorder.create_table()
        return recorder


class TestProcessRecorder(OnFile, persistence.ProcessRecorderTestCase):
    def create_recorder(self) -> ProcessRecorder:
        recorder = SqlProcessRecorder(self.database(), now)
        recorder.create_table()
        return recorder


class TestIdsDoNotInterleave(OnFile, persistence.NonInterleavingNotificationIDsBaseCase):
    def create_recorder(self) -> ApplicationRecorder:
        return SqlApplicationRecorder(self.database(), now)


class ViewOfOurs(SqlTrackingRecorder):
    """A view as a stock application would derive one."""


class TestFactory(OnFile, persistence.InfrastructureFactoryTestCase[LedgerFactory]):
    def setUp(self) -> None:
        folder = Path(tempfile.mkdtemp(prefix="ledger-stock-"))
        self.addCleanup(shutil.rmtree, folder)
        self.env = Environment("App", {"PERSISTENCE_MODULE": "ledger.stock"})
        self.env["LEDGER_DATABASE_URL"] = str(folder / "ledger.db")
        super().setUp()

    def expected_factory_class(self) -> type[LedgerFactory]:
        return LedgerFactory

    def expected_aggregate_recorder_class(self) -> type[AggregateRecorder]:
        return SqlAggregateRecorder

    def expected_application_recorder_class(self) -> type[ApplicationRecorder]:
        return SqlApplicationRecorder

    def expected_tracking_recorder_class(self) -> type[TrackingRecorder]:
        return SqlTrackingRecorder

    def tracking_recorder_subclass(self) -> type[TrackingRecorder]:
        return ViewOfOurs

    def expected_process_recorder_class(self) -> type[ProcessRecorder]:
        return SqlProcessRecorder


counters = Table(
    "event_counters",
    MetaData(),
    Column("name", String, primary_key=True),
    Column("count", Integer, nullable=False),
)


class SqlEventCounters(SqlTrackingRecorder, projection.EventCountersView):
    """A view whose rows and position are written in one transaction."""

    def create_table(self) -> None:
        super().create_table()
        with self.writing() as connection:
            counters.create(connection, checkfirst=True)
            if connection.execute(select(counters)).first() is None:
                connection.execute(insert(counters), [{"name": "created", "count": 0}, {"name": "later", "count": 0}])

    def get_created_event_counter(self) -> int:
        return self._count("created")

    def get_subsequent_event_counter(self) -> int:
        return self._count("later")

    def incr_created_event_counter(self, tracking: Tracking) -> None:
        self._increase("created", tracking)

    def incr_subsequent_event_counter(self, tracking: Tracking) -> None:
        self._increase("later", tracking)

    def _count(self, name: str) -> int:
        with self.reading() as connection:
            count: int = connection.execute(select(counters.c.count).where(counters.c.name == name)).scalar_one()
        return count

    def _increase(self, name: str, tracking: Tracking) -> None:
        with self.writing() as connection:
            connection.execute(update(counters).where(counters.c.name == name).values(count=counters.c.count + 1))
            self.track(connection, tracking)


class TestCountersView(OnFile, projection.EventCountersViewTestCase):
    def construct_event_counters_view(self) -> projection.EventCountersView:
        view = SqlEventCounters(self.database(), now)
        view.create_table()
        return view


class InEnvironment(OnFile):
    """Stock applications find the file by environment variables, as they would in real use."""

    def setUp(self) -> None:
        super().setUp()
        environment = {"PERSISTENCE_MODULE": "ledger.stock", "LEDGER_DATABASE_URL": str(self.path)}
        patched = patch.dict("os.environ", environment)
        patched.start()
        self.addCleanup(patched.stop)


class TestAggregateProjection(InEnvironment, projection.AggregateEventCountersProjectionTestCase):
    view_class = SqlEventCounters


class TestEventSourcedProjection(InEnvironment, projection.EventSourcedProjectionTestCase):
    def setUp(self) -> None:
        # The projection records events of its own: as a log of its own, or it would follow itself for ever.
        super().setUp()
        type(self).env = {"COUNTERS_LEDGER_DATABASE_URL": str(self.folder / "counters.db")}


class TestExampleApplication(InEnvironment, application.ExampleApplicationTestCase):
    expected_factory_topic = "ledger.stock.factory:LedgerFactory"


class TestApplication(InEnvironment, application.ApplicationTestCase):
    pass
