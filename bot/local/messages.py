"""Messages, and what happened in a chat in order: the source of transcripts and of what a person hears."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum

from bot.local.chats import Chat, Fields, User, given
from bot.local.files import StoredFile


@dataclass(frozen=True, slots=True)
class Button:
    """One button under a message: its label, and what it sends (``callback_data``), opens (``url``), or neither."""

    text: str
    callback_data: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Message:
    """One version of one message; an edit makes another with the same id.

    ``sent_at`` and ``edited_at`` are seconds since the epoch. ``content`` holds what is neither text nor caption
    (photo, document, location, contact, service notes) in Telegram's names; ``keyboard`` any markup but an inline one.
    """

    id: int
    chat: Chat = field(repr=False)
    sent_at: int
    sender: User | None = None
    sender_chat: Chat | None = field(default=None, repr=False)
    text: str | None = None
    caption: str | None = None
    entities: tuple[Fields, ...] = ()
    content: Fields = field(default_factory=dict)
    file: StoredFile | None = None
    markup: Fields | None = None
    keyboard: Fields | None = None
    reply_to: Message | None = field(default=None, repr=False)
    origin: Fields | None = None
    via_bot: User | None = None
    signature: str | None = None
    media_group: str | None = None
    edited_at: int | None = None
    by_bot: bool = False

    @property
    def words(self) -> str:
        """Text or caption, whichever there is."""
        return self.text or self.caption or ""

    @property
    def buttons(self) -> tuple[Button, ...]:
        """All buttons in reading order, of the inline keyboard or of the reply keyboard sent with the message."""
        return tuple(button for row in self.rows for button in row)

    @property
    def rows(self) -> tuple[tuple[Button, ...], ...]:
        return tuple(tuple(row) for row in (*_rows(self.markup, "inline_keyboard"), *_rows(self.keyboard, "keyboard")))

    def fields(self) -> Fields:
        """As a bot sees it."""
        shown: Fields = {"message_id": self.id, "date": self.sent_at, "chat": self.chat.fields()}
        shown |= given(
            sender_chat=self.sender_chat and self.sender_chat.fields(),
            edit_date=self.edited_at,
            text=self.text,
            caption=self.caption,
            reply_markup=self.markup,
            forward_origin=self.origin,
            via_bot=self.via_bot and self.via_bot.fields(),
            author_signature=self.signature,
            media_group_id=self.media_group,
        )
        if self.sender is not None:
            shown["from"] = self.sender.fields()
        if self.entities:
            shown["caption_entities" if self.text is None else "entities"] = list(self.entities)
        if self.reply_to is not None:
            # Telegram nests replies one level deep.
            shown["reply_to_message"] = {k: v for k, v in self.reply_to.fields().items() if k != "reply_to_message"}
        return shown | self.content


def _rows(markup: Fields | None, key: str) -> Iterator[list[Button]]:
    rows = (markup or {}).get(key)
    for row in rows if isinstance(rows, list) else []:
        yield [_button(shown) for shown in row]


def _button(shown: object) -> Button:
    if not isinstance(shown, dict):
        return Button(str(shown))
    sends, opens = shown.get("callback_data"), shown.get("url")
    return Button(str(shown["text"]), None if sends is None else str(sends), None if opens is None else str(opens))


class Deed(StrEnum):
    SENT = "sent"
    EDITED = "edited"
    DELETED = "deleted"
    TAPPED = "tapped"
    ANSWERED = "answered"
    NOTED = "noted"


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing done in a chat, by whom, at which second; ``note`` where the message does not say it."""

    at: int
    who: str
    deed: Deed
    by_bot: bool = False
    message: Message | None = None
    note: str = ""


@dataclass(slots=True, eq=False)
class Conversation:
    """A chat with its messages by id, in their latest version, and all that happened in it."""

    chat: Chat
    messages: dict[int, Message] = field(default_factory=dict)
    happenings: list[Happening] = field(default_factory=list)
    last_id: int = 0

    def next_id(self) -> int:
        self.last_id += 1
        return self.last_id

    def transcript(self) -> str:
        """Everything in order, both sides, one line or more each, with the rows of buttons, for a person to read."""
        return "\n".join(line for happening in self.happenings for line in _lines(happening))


def _lines(happening: Happening) -> Iterator[str]:
    message = happening.message
    number = f" #{message.id}" if message else ""
    moment = datetime.fromtimestamp(happening.at, UTC).strftime("%H:%M:%S")
    heading = f"{moment} {happening.who}"
    if message is None or happening.deed not in {Deed.SENT, Deed.EDITED}:
        yield f"{heading} {happening.deed}{number} {happening.note}".rstrip()
        return
    kinds = ", ".join(name for name in message.content)
    words = message.words.splitlines() or [""]
    edit = " edits" if happening.deed is Deed.EDITED else ""
    yield f"{heading}{edit}{number}: {f'<{kinds}> ' if kinds else ''}{words[0]}".rstrip()
    yield from (f"    {line}" for line in words[1:])
    yield from ("    " + " ".join(f"[{button.text}]" for button in row) for row in message.rows)
