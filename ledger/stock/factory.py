"""What the eventsourcing library asks for when its ``PERSISTENCE_MODULE`` is ``ledger.stock``."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TypeVar

from eventsourcing.persistence import (
    AggregateRecorder,
    ApplicationRecorder,
    InfrastructureFactory,
    InfrastructureFactoryError,
    ProcessRecorder,
)
from eventsourcing.utils import Environment, EnvType, resolve_topic, strtobool

from ledger import schema
from ledger.database import open_database
from ledger.errors import StoreUnreachable
from ledger.migrations import LOG
from ledger.stock.recorders import (
    SqlAggregateRecorder,
    SqlApplicationRecorder,
    SqlProcessRecorder,
    SqlRecorder,
    SqlSnapshotRecorder,
    SqlTrackingRecorder,
)
from ledger.tail import prepare

R = TypeVar("R", bound=SqlRecorder)


class LedgerFactory(InfrastructureFactory[SqlTrackingRecorder]):
    """Opens the ledger's file and makes recorders over it; ``CREATE_TABLE=n`` leaves out the tables beside the log."""

    DATABASE_URL = "LEDGER_DATABASE_URL"
    CREATE_TABLE = "CREATE_TABLE"

    def __init__(self, env: Environment | EnvType | None) -> None:
        super().__init__(env)
        url = self.env.get(self.DATABASE_URL)
        if not url:
            names = ", ".join(self.env.create_keys(self.DATABASE_URL))
            raise StoreUnreachable("the ledger", f"none of these is set: {names}")
        self.database = open_database(url, tables=schema.metadata, schema=schema.SCHEMA, history=LOG)
        with self.database.write() as connection:
            prepare(connection)

    def aggregate_recorder(self, purpose: str = "events") -> AggregateRecorder:
        """A recorder of events, or of what is kept for another purpose, such as snapshots."""
        if purpose == "events":
            return self._made(SqlAggregateRecorder(self.database, _now))
        return self._made(SqlSnapshotRecorder(self.database, _now, purpose))

    def application_recorder(self) -> ApplicationRecorder:
        """A recorder of the whole sequence."""
        return self._made(self._named(self.APPLICATION_RECORDER_TOPIC, SqlApplicationRecorder)(self.database, _now))

    def tracking_recorder(
        self, tracking_recorder_class: type[SqlTrackingRecorder] | None = None
    ) -> SqlTrackingRecorder:
        """A recorder of positions, or the view derived from it that is given or named in the environment."""
        view = tracking_recorder_class or self._named(self.TRACKING_RECORDER_TOPIC, SqlTrackingRecorder)
        return self._made(view(self.database, _now))

    def process_recorder(self) -> ProcessRecorder:
        """A recorder of events together with positions."""
        return self._made(self._named(self.PROCESS_RECORDER_TOPIC, SqlProcessRecorder)(self.database, _now))

    def close(self) -> None:
        """Close the file's connections."""
        self.database.close()

    def _named(self, key: str, usual: type[R]) -> type[R]:
        """The class that the environment names under ``key``, which must derive from the usual one."""
        topic = self.env.get(key)
        named = resolve_topic(topic) if topic else usual
        if not (isinstance(named, type) and issubclass(named, usual)):
            raise InfrastructureFactoryError(f"{topic} is not a {usual.__name__}")
        return named

    def _made(self, recorder: R) -> R:
        if strtobool(self.env.get(self.CREATE_TABLE) or "yes"):
            recorder.create_table()
        return recorder


def _now() -> datetime:
    return datetime.now(UTC)
