"""Brings an open database to the newest revision, within a transaction that somebody else began.

Apart from ``ledger.migrations``, because Alembic takes a quarter of a second to import and is needed once in years.
"""

from __future__ import annotations

from collections.abc import Sequence

from alembic.config import Config
from alembic.operations import MigrateOperation
from alembic.runtime.environment import EnvironmentContext
from alembic.runtime.migration import MigrationContext, RevisionStep
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from ledger.migrations import History

Steps = Sequence[MigrateOperation]


def scripts(history: History) -> ScriptDirectory:
    """The revisions in the folder of a history."""
    config = Config()
    config.set_main_option("script_location", str(history.folder).replace("%", "%%"))
    return ScriptDirectory.from_config(config)


def upgrade(connection: Connection, history: History) -> None:
    """Run what lies between where the database stands and the newest revision; the caller commits, or nothing stays.

    Raises what a statement of a revision raises.
    """
    found = scripts(history)

    def steps(at: tuple[str, ...], _context: MigrationContext) -> list[RevisionStep]:
        return list(found._upgrade_revs(history.newest, at))  # type: ignore[arg-type]  # Alembic passes what it gave

    with EnvironmentContext(Config(), found, fn=steps, destination_rev=history.newest) as environment:
        # SQLite cannot alter a column in place: batch mode copies the table.
        environment.configure(connection=connection, render_as_batch=connection.dialect.name == "sqlite")
        with environment.begin_transaction():
            environment.run_migrations()
