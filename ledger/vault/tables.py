"""The tables of the vault. Times are microseconds since 1970 in UTC."""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, CheckConstraint, Column, Index, Integer, LargeBinary, MetaData, Table, Text

SCHEMA = 1

WIDE = BigInteger().with_variant(Integer, "sqlite")
"""Microseconds: too large for PostgreSQL's INTEGER, while SQLite knows one width only."""

metadata = MetaData()

key_check = Table(
    "key_check",
    metadata,
    Column("id", Integer, CheckConstraint("id = 1"), primary_key=True),
    Column("fingerprint", LargeBinary, nullable=False),
)

members = Table(
    "members",
    metadata,
    Column("member_id", Text, primary_key=True),
    Column("telegram_lookup", LargeBinary, unique=True),
    Column("name_lookup", LargeBinary, unique=True),
    # Null once the person was forgotten: then nothing of theirs opens any more.
    Column("wrapped_key", LargeBinary),
    Column("created_at", WIDE, nullable=False),
)

contacts = Table(
    "contacts",
    metadata,
    Column("member_id", Text, primary_key=True),
    Column("field", Text, primary_key=True),
    Column("version", Integer, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
)

words = Table(
    "words",
    metadata,
    Column("words_id", Text, primary_key=True),
    Column("member_id", Text),
    Column("kind", Text, nullable=False),
    Column("public", Boolean, nullable=False),
    Column("commitment", Text, nullable=False),
    # Salt and words: sealed, or plain where they are public; null once the person was forgotten.
    Column("content", LargeBinary),
    Column("kept_at", WIDE, nullable=False),
)
Index("words_by_member", words.c.member_id)

invites = Table(
    "invites",
    metadata,
    Column("code_hash", LargeBinary, primary_key=True),
    Column("member_id", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("expires_at", WIDE, nullable=False),
    Column("used_at", WIDE),
)
