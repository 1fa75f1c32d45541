"""An update as Telegram sends it, to what the bot understands of it; what does not fit raises ``ValueError``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from hashlib import sha256

import orjson
from telegram import (
    CallbackQuery,
    Message,
    MessageOriginChannel,
    MessageOriginChat,
    MessageOriginHiddenUser,
    MessageOriginUser,
    Update,
)
from telegram.error import TelegramError

ALLOWED = ("message", "edited_message", "callback_query", "my_chat_member")
"""Kinds of updates that are asked for."""

_NOBODY = frozenset({1087968824, 136817688, 777000})
"""Telegram's stand-ins for anonymous admins, channels and itself: never a person with a role."""

_MALFORMED = (
    LookupError,
    TypeError,
    ValueError,
    AttributeError,
    ArithmeticError,
    OSError,
    RecursionError,
    TelegramError,
)

_OTHER = ("photo", "voice", "video", "video_note", "audio", "document", "sticker", "animation", "location", "contact",
          "poll", "dice", "venue", "story", "paid_media", "game")  # fmt: skip


class Kind(StrEnum):
    MESSAGE = "message"
    EDIT = "edit"
    TAP = "tap"
    MEMBERSHIP = "membership"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Forwarded:
    """Where a forward comes from: a channel by title (``public`` when it has a name of its own), or hidden."""

    title: str | None
    public: bool
    said_at: datetime


@dataclass(frozen=True, slots=True)
class Incoming:
    """One update. ``content`` names what a message holds besides text: voice, sticker, …; "" for text.

    ``identity`` is a digest of the whole update: Telegram's ids alone start anew after a quiet week.
    """

    update_id: int
    kind: Kind
    chat_id: int
    private: bool
    user_id: int | None
    language: str | None
    message_id: int
    sent_at: datetime
    text: str = ""
    content: str = ""
    replied_to: int | None = None
    forwarded: Forwarded | None = None
    tap_id: str | None = None
    carried: str = ""
    blocked: bool = False
    album: str | None = None
    identity: str = ""


def update_id_of(raw: object) -> int:
    """The id of an update. Raises ``ValueError`` for what is none."""
    found = raw.get("update_id") if isinstance(raw, Mapping) else None
    if not isinstance(found, int) or isinstance(found, bool) or not 0 <= found < 2**63:
        raise ValueError("no update_id")
    return found


def lane_of(raw: Mapping[str, object]) -> int:
    """The chat an update belongs to, 0 for none: what must be handled in order."""
    for name, body in raw.items():
        if name == "update_id" or not isinstance(body, Mapping):
            continue
        holder = body.get("message") if name == "callback_query" else body
        chat = holder.get("chat") if isinstance(holder, Mapping) else None
        found = chat.get("id") if isinstance(chat, Mapping) else None
        if isinstance(found, int):
            return found
    return 0


def incoming(raw: dict[str, object]) -> Incoming:
    """What an update says. Raises ``ValueError`` for a malformed one."""
    try:
        update = Update.de_json(raw, None)
    except _MALFORMED as error:
        # The library raises whatever its constructors meet, and its words may hold the body.
        raise ValueError(f"malformed update ({type(error).__name__})") from None
    identity = sha256(orjson.dumps(raw, option=orjson.OPT_SORT_KEYS, default=repr)).hexdigest()[:16]
    return replace(_parsed(update), identity=identity)


def _parsed(update: Update) -> Incoming:
    if update.message is not None:
        return _of_message(update.update_id, Kind.MESSAGE, update.message)
    if update.edited_message is not None:
        return _of_message(update.update_id, Kind.EDIT, update.edited_message)
    if update.callback_query is not None:
        return _of_tap(update.update_id, update.callback_query)
    if update.my_chat_member is not None:
        moved = update.my_chat_member
        gone = moved.new_chat_member.status in ("kicked", "left")
        return Incoming(
            update.update_id, Kind.MEMBERSHIP, moved.chat.id, moved.chat.type == "private", moved.from_user.id,
            moved.from_user.language_code, 0, moved.date, blocked=gone,
        )  # fmt: skip
    return Incoming(update.update_id, Kind.OTHER, 0, False, None, None, 0, datetime.fromtimestamp(0, UTC))


def _of_message(update_id: int, kind: Kind, message: Message) -> Incoming:
    sender = message.from_user
    person = sender is not None and message.sender_chat is None and not sender.is_bot and sender.id not in _NOBODY
    held = next((name for name in _OTHER if getattr(message, name, None)), "")
    text = message.text or message.caption or ""
    return Incoming(
        update_id=update_id,
        kind=kind,
        chat_id=message.chat.id,
        private=message.chat.type == "private",
        user_id=sender.id if sender is not None and person else None,
        language=sender.language_code if sender is not None else None,
        message_id=message.message_id,
        sent_at=message.date,
        text=text,
        content=held or ("" if text else "service"),
        replied_to=message.reply_to_message.message_id if message.reply_to_message else None,
        forwarded=_forwarded(message),
        album=message.media_group_id,
    )


def _forwarded(message: Message) -> Forwarded | None:
    match message.forward_origin:
        case None:
            return None
        case MessageOriginChannel() as origin:
            return Forwarded(origin.chat.title, bool(origin.chat.username), origin.date)
        case MessageOriginChat() as origin:
            return Forwarded(None, False, origin.date)
        case MessageOriginUser() | MessageOriginHiddenUser() as origin:
            return Forwarded(None, False, origin.date)  # a private person's origin is dropped
        case origin:
            return Forwarded(None, False, origin.date)


def _of_tap(update_id: int, tap: CallbackQuery) -> Incoming:
    if tap.message is None:
        raise ValueError("a tap without its message")
    person = not tap.from_user.is_bot and tap.from_user.id not in _NOBODY
    return Incoming(
        update_id=update_id,
        kind=Kind.TAP,
        chat_id=tap.message.chat.id,
        private=tap.message.chat.type == "private",
        user_id=tap.from_user.id if person else None,
        language=tap.from_user.language_code,
        message_id=tap.message.message_id,
        sent_at=datetime.fromtimestamp(0, UTC),
        tap_id=tap.id,
        carried=tap.data or "",
    )
