"""The bot's tables, in the file of the vault. Times are microseconds since 1970 in UTC.

Bodies are sealed, a member's under the member's own key. A chat is known by an HMAC of its id and by nothing else.
"""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, LargeBinary, MetaData, Table, Text, UniqueConstraint

SCHEMA = 1

metadata = MetaData()

bot_schema = Table("bot_schema", metadata, Column("schema", Integer, primary_key=True))

inbox = Table(
    "bot_inbox",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("bot_id", Integer, nullable=False),
    Column("update_id", Integer, nullable=False),
    # Telegram's ids start anew after a quiet week, so that the same id may come with another body.
    Column("body_hash", Text, nullable=False),
    Column("lane", Text, nullable=False),
    Column("state", Text, nullable=False),
    # Null once it is done with.
    Column("body", LargeBinary),
    Column("kept_at", Integer, nullable=False),
    UniqueConstraint("bot_id", "update_id", "body_hash"),
)
Index("bot_inbox_waiting", inbox.c.state, inbox.c.id)

outbox = Table(
    "bot_outbox",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("chat", Text, nullable=False),
    Column("member_id", Text),
    # The sheet or item that the message shows, by which it is found again.
    Column("about", Text),
    Column("state", Text, nullable=False),
    Column("message_id", Integer),
    # Null once it is sent or dropped.
    Column("body", LargeBinary),
    Column("kept_at", Integer, nullable=False),
)
Index("bot_outbox_waiting", outbox.c.state, outbox.c.chat, outbox.c.id)
Index("bot_outbox_about", outbox.c.chat, outbox.c.about)
Index("bot_outbox_message", outbox.c.chat, outbox.c.message_id)

sheets = Table(
    "bot_sheets",
    metadata,
    Column("sheet_id", Text, primary_key=True),
    Column("chat", Text, nullable=False),
    Column("message_id", Integer, nullable=False),
    Column("member_id", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("state", Text, nullable=False),
    Column("made_at", Integer, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
)
Index("bot_sheets_by_message", sheets.c.chat, sheets.c.message_id)
Index("bot_sheets_by_member", sheets.c.member_id, sheets.c.made_at)

chats = Table(
    "bot_chats",
    metadata,
    Column("chat", Text, primary_key=True),
    Column("language", Text),
    # 1 when the person has blocked the bot; nothing is sent until they write again.
    Column("dormant", Integer, nullable=False),
)

knocks = Table(
    "bot_knocks",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("chat", Text, nullable=False),
    Column("what", Text, nullable=False),
    Column("at", Integer, nullable=False),
)
Index("bot_knocks_by_chat", knocks.c.chat, knocks.c.what, knocks.c.at)
