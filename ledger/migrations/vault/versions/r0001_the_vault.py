"""The vault as it was before there were revisions: the check of its keys, members, contacts, words, invitations."""

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
        "key_check",
        sa.Column("id", sa.Integer(), sa.CheckConstraint("id = 1"), primary_key=True),
        sa.Column("fingerprint", sa.LargeBinary(), nullable=False),
    )
    op.create_table(
        "members",
        sa.Column("member_id", sa.Text(), primary_key=True),
        sa.Column("telegram_lookup", sa.LargeBinary(), unique=True),
        sa.Column("name_lookup", sa.LargeBinary(), unique=True),
        sa.Column("wrapped_key", sa.LargeBinary()),
        sa.Column("created_at", WIDE, nullable=False),
    )
    op.create_table(
        "contacts",
        sa.Column("member_id", sa.Text(), primary_key=True),
        sa.Column("field", sa.Text(), primary_key=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
    )
    op.create_table(
        "words",
        sa.Column("words_id", sa.Text(), primary_key=True),
        sa.Column("member_id", sa.Text()),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("public", sa.Boolean(), nullable=False),
        sa.Column("commitment", sa.Text(), nullable=False),
        sa.Column("content", sa.LargeBinary()),
        sa.Column("kept_at", WIDE, nullable=False),
    )
    op.create_index("words_by_member", "words", ["member_id"])
    op.create_table(
        "invites",
        sa.Column("code_hash", sa.LargeBinary(), primary_key=True),
        sa.Column("member_id", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("expires_at", WIDE, nullable=False),
        sa.Column("used_at", WIDE),
    )


def downgrade() -> None:
    raise NotImplementedError("the vault is never taken down: restore a backup instead")
