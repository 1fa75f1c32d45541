"""The log as it was before there were revisions: head, events, commands, and triggers that make them append-only."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

WIDE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "meta",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("schema", sa.Integer(), nullable=False),
    )
    op.create_table(
        "head",
        sa.Column("id", sa.Integer(), sa.CheckConstraint("id = 1"), primary_key=True),
        sa.Column("position", WIDE, nullable=False),
        sa.Column("recorded_at", WIDE, nullable=False),
        sa.Column("frontier", sa.LargeBinary(), nullable=False),
        sa.Column("root", sa.LargeBinary(), nullable=False),
    )
    op.create_table(
        "events",
        sa.Column("position", WIDE, primary_key=True, autoincrement=False),
        sa.Column("stream_id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("schema_version", sa.Integer(), nullable=False),
        sa.Column("codebook", sa.Text(), nullable=False),
        sa.Column("recorded_at", WIDE, nullable=False),
        sa.Column("member_id", sa.Text()),
        sa.Column("command_id", sa.Text()),
        sa.Column("correlation", sa.Text()),
        sa.Column("causation", sa.Text()),
        sa.Column("payload", sa.LargeBinary(), nullable=False),
        sa.Column("payload_hash", sa.LargeBinary(), nullable=False),
        sa.Column("salt", sa.LargeBinary(), nullable=False),
        sa.Column("leaf_hash", sa.LargeBinary(), nullable=False),
        sa.UniqueConstraint("stream_id", "version", name="one_event_a_version"),
    )
    op.create_index("events_by_time", "events", ["recorded_at"])
    op.create_table(
        "commands",
        sa.Column("command_id", sa.Text(), primary_key=True),
        sa.Column("fingerprint", sa.LargeBinary(), nullable=False),
        sa.Column("first", WIDE, nullable=False),
        sa.Column("last", WIDE, nullable=False),
        sa.Column("recorded_at", WIDE, nullable=False),
    )
    if op.get_bind().dialect.name == "sqlite":
        for table in ("events", "commands"):
            for act in ("UPDATE", "DELETE"):
                op.execute(
                    f"CREATE TRIGGER no_{act.lower()}_of_{table} BEFORE {act} ON {table} "
                    f"BEGIN SELECT RAISE(ABORT, '{table} are append-only'); END"
                )


def downgrade() -> None:
    raise NotImplementedError("the log is never taken down: restore a backup instead")
