"""Files of an earlier program open in this one, whole or not at all; files of a later one are refused."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest
from alembic.autogenerate import produce_migrations, render_python_code
from alembic.migration import MigrationContext
from sqlalchemy import MetaData, create_engine
from sqlalchemy.schema import CreateIndex, CreateTable

from ledger import schema
from ledger.database import Database, open_database
from ledger.errors import MigrationFailed, SchemaMismatch
from ledger.migrations import LOG, VAULT, History
from ledger.migrations.upgrading import scripts, upgrade
from ledger.vault import tables
from tests.house.tree import REPOSITORY

OLD = REPOSITORY / "tests" / "data" / "old_home"
"""What sqlite_master held of a home that was made before there were revisions, read models left out."""

SCHEMAS = [
    pytest.param(LOG, schema.metadata, schema.SCHEMA, "ledger", id="log"),
    pytest.param(VAULT, tables.metadata, tables.SCHEMA, "vault", id="vault"),
]

NEXT = """
import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade():
    op.add_column("meta", sa.Column("made_by", sa.Text()))
    op.execute("UPDATE meta SET made_by = 'an older program'")
    {more}
"""


def schema_of(path: Path) -> dict[str, str]:
    """Everything a file is made of, by name, in one spelling."""
    with sqlite3.connect(path) as connection:
        rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    return {name: " ".join(sql.replace('"', "").replace("IF NOT EXISTS ", "").split()) for name, sql in rows}


def revision_of(path: Path) -> str:
    with sqlite3.connect(path) as connection:
        (revision,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    return str(revision)


def old_file(path: Path, name: str) -> Path:
    with sqlite3.connect(path) as connection:
        connection.executescript((OLD / f"{name}.sql").read_text())
    return path


def opened(path: Path, metadata: MetaData, number: int, history: History) -> None:
    open_database(path, tables=metadata, schema=number, history=history, unsafe=True).close()


def with_next(folder: Path, history: History, more: str = "") -> History:
    """The history with one more revision, in a folder of its own."""
    versions = folder / "history" / "versions"
    versions.mkdir(parents=True)
    for script in sorted((history.folder / "versions").glob("r*.py")):
        (versions / script.name).write_text(script.read_text())
    (versions / "r0002_next.py").write_text(NEXT.format(more=more))
    return History(folder / "history", (*history.revisions, "0002"))


@pytest.mark.parametrize(("history", "metadata", "number", "name"), SCHEMAS)
def test_the_revisions_end_where_the_code_stands(
    history: History, metadata: MetaData, number: int, name: str, tmp_path: Path
) -> None:
    opened(tmp_path / "made.db", metadata, number, history)
    database = Database(create_engine(f"sqlite:///{tmp_path / 'migrated.db'}").url, unsafe=True)
    with database.write() as connection:
        upgrade(connection, history)
    mine = {table.name for table in metadata.sorted_tables} | {"alembic_version"}
    with database.read() as connection:
        options = {"include_name": lambda name, kind, _parents: kind != "table" or name in mine, "compare_type": True}
        missing = produce_migrations(MigrationContext.configure(connection, opts=options), metadata)
    assert missing.upgrade_ops is not None
    assert missing.upgrade_ops.is_empty(), "a new revision is needed:\n" + render_python_code(missing.upgrade_ops)
    database.close()
    assert set(schema_of(tmp_path / "migrated.db")) == set(schema_of(tmp_path / "made.db"))
    assert revision_of(tmp_path / "migrated.db") == revision_of(tmp_path / "made.db") == history.newest


@pytest.mark.parametrize(("history", "metadata", "number", "name"), SCHEMAS)
def test_the_list_of_revisions_is_that_of_the_folder(
    history: History, metadata: MetaData, number: int, name: str
) -> None:
    found = [script.revision for script in scripts(history).walk_revisions()]
    assert tuple(reversed(found)) == history.revisions


@pytest.mark.parametrize(("history", "metadata", "number", "name"), SCHEMAS)
def test_a_file_from_before_there_were_revisions_is_known_and_marked(
    history: History, metadata: MetaData, number: int, name: str, tmp_path: Path
) -> None:
    path = old_file(tmp_path / "old.db", name)
    before = schema_of(path)
    opened(path, metadata, number, history)
    assert revision_of(path) == history.newest
    opened(tmp_path / "new.db", metadata, number, history)
    assert {**before, "alembic_version": schema_of(path)["alembic_version"]} == schema_of(tmp_path / "new.db")


@pytest.mark.parametrize(("history", "metadata", "number", "name"), SCHEMAS)
@pytest.mark.parametrize("start", ["old", "made"])
def test_an_older_file_is_brought_forward(
    history: History, metadata: MetaData, number: int, name: str, start: str, tmp_path: Path
) -> None:
    path = tmp_path / "some.db"
    if start == "old":
        old_file(path, name)
    else:
        opened(path, metadata, number, history)
    opened(path, MetaData(), number, with_next(tmp_path, history))
    assert revision_of(path) == "0002"
    with sqlite3.connect(path) as connection:
        assert connection.execute("SELECT made_by FROM meta").fetchall() == [("an older program",)]


@pytest.mark.parametrize(("history", "metadata", "number", "name"), SCHEMAS)
@pytest.mark.parametrize("fault", ['op.execute("UPDATE nothing SET x = 1")', "raise ValueError(1)", "import nothing"])
def test_a_migration_that_fails_half_way_leaves_the_file_as_it_was(
    history: History, metadata: MetaData, number: int, name: str, fault: str, tmp_path: Path
) -> None:
    path = tmp_path / "some.db"
    opened(path, metadata, number, history)
    before = schema_of(path)
    with pytest.raises(MigrationFailed, match="from schema 0001 to 0002"):
        opened(path, MetaData(), number, with_next(tmp_path, history, fault))
    assert (schema_of(path), revision_of(path)) == (before, "0001")
    opened(path, metadata, number, history)


@pytest.mark.parametrize(("history", "metadata", "number", "name"), SCHEMAS)
def test_a_file_of_a_later_program_is_refused_and_left_alone(
    history: History, metadata: MetaData, number: int, name: str, tmp_path: Path
) -> None:
    path = tmp_path / "some.db"
    opened(path, metadata, number, history)
    opened(path, MetaData(), number, with_next(tmp_path, history))
    before = path.read_bytes()
    with pytest.raises(SchemaMismatch, match="has schema 0002 and this program knows 0001"):
        opened(path, metadata, number, history)
    assert path.read_bytes() == before


def _open_log(path: Path) -> str:
    opened(path, schema.metadata, schema.SCHEMA, LOG)
    return revision_of(path)


@pytest.mark.parametrize("start", ["old", "new"])
def test_many_processes_may_open_a_file_at_once(start: str, tmp_path: Path) -> None:
    path = tmp_path / "some.db"
    if start == "old":
        old_file(path, "ledger")
    with ProcessPoolExecutor(4) as pool:
        assert list(pool.map(_open_log, [path] * 12)) == [LOG.newest] * 12


def test_alembic_is_not_imported_where_a_file_stands_at_the_newest_revision(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from ledger.store import SqlLog; from desk.desk import utc_now\n"
        "for _ in range(2): SqlLog.open(Path(sys.argv[1]), clock=utc_now, unsafe=True).close()\n"
        "sys.exit('alembic' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code, tmp_path / "some.db"], cwd=REPOSITORY, check=True, timeout=60)


@pytest.mark.parametrize("metadata", [schema.metadata, tables.metadata], ids=["log", "vault"])
def test_the_tables_can_be_made_on_postgresql_with_room_for_positions_and_times(metadata: MetaData) -> None:
    from sqlalchemy.dialects import postgresql

    made = [str(CreateTable(table).compile(dialect=postgresql.dialect())) for table in metadata.sorted_tables]
    made += [str(CreateIndex(index).compile(dialect=postgresql.dialect()))
             for table in metadata.sorted_tables for index in table.indexes]  # fmt: skip
    text = "\n".join(made)
    for column in ("recorded_at", "created_at", "kept_at", "expires_at", "used_at"):
        assert f"{column} INTEGER" not in text
