"""The state of the server: who is there, what was said where, and what the bot may see and do."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from bot.local.bell import Bell
from bot.local.chats import ADMINS, INSIDE, Chat, ChatKind, Fields, Standing, User, given, member_fields
from bot.local.files import Shelf
from bot.local.messages import Conversation, Deed, Happening, Message
from bot.local.queries import Queries
from bot.local.refusals import ApiError, bad_request, forbidden
from bot.local.updates import UpdateQueue

_NUMBER = re.compile(r"-?[0-9]{1,19}")
START = datetime(2018, 8, 1, 12, tzinfo=UTC)


def running_clock() -> Callable[[], datetime]:
    """A clock that starts at noon of 1 August 2018 UTC and runs as fast as real time."""
    loop = asyncio.get_running_loop()
    begin = loop.time()
    return lambda: START + timedelta(seconds=loop.time() - begin)


@dataclass(frozen=True, slots=True)
class Webhook:
    """Where updates are sent instead of being fetched."""

    url: str
    secret: str | None = None
    max_connections: int = 40


class World:
    """All state of one server; it knows nothing of HTTP. ``clock`` gives aware datetimes.

    ``privacy`` is the bot's privacy mode in groups: then it sees commands, mentions of it and replies to it only.
    """

    def __init__(self, bot: User, clock: Callable[[], datetime], *, privacy: bool = True) -> None:
        self.bot = bot
        self.privacy = privacy
        self.bell = Bell()
        self.updates = UpdateQueue(self.bell)
        self.shelf = Shelf()
        self.queries = Queries()
        self.commands: dict[tuple[str, str], list[Fields]] = {}
        self.webhook: Webhook | None = None
        self.webhook_error: tuple[int, str] | None = None
        self.users: dict[int, User] = {bot.id: bot}
        self.conversations: dict[int, Conversation] = {}
        self.closed = False
        self._known: set[int] = set()
        self._albums = 0
        self._clock = clock

    def now(self) -> int:
        """Seconds since the epoch."""
        return int(self._clock().timestamp())

    def close(self) -> None:
        """End all waiting: the server stops."""
        self.closed = True
        self.updates.close()

    def next_album(self) -> str:
        """A media_group_id that was not there before."""
        self._albums += 1
        return str(13_000_000_000_000_000 + self._albums)

    def open(self, chat: Chat) -> Conversation:
        """Make a chat known; the same one again is itself."""
        return self.conversations.setdefault(chat.id, Conversation(chat))

    def conversation(self, chat_id: str | None) -> Conversation:
        """The chat that a call names by number or @username, if the bot can know of it."""
        if not chat_id:
            raise bad_request("chat_id is empty")
        if chat_id.startswith("@"):
            named = [it for it in self.conversations.values() if it.chat.username == chat_id[1:]]
            # Private chats cannot be addressed by name.
            talk = next((it for it in named if it.chat.kind is not ChatKind.PRIVATE), None)
        else:
            talk = self.conversations.get(int(chat_id)) if _NUMBER.fullmatch(chat_id) else None
        if talk is None or not self._bot_knows(talk.chat):
            raise bad_request("chat not found")
        if talk.chat.migrated_to is not None:
            raise ApiError(
                400,
                "Bad Request: group chat was upgraded to a supergroup chat",
                migrate_to_chat_id=talk.chat.migrated_to.id,
            )
        return talk

    def writable(self, chat_id: str | None) -> Conversation:
        """The chat that a call names, if the bot may write there; else Telegram's 400 or 403."""
        talk = self.conversation(chat_id)
        chat, standing = talk.chat, talk.chat.standing(self.bot)
        if chat.kind is ChatKind.PRIVATE:
            if standing is Standing.KICKED:
                raise forbidden("bot was blocked by the user")
            if standing is Standing.LEFT:
                raise forbidden("bot can't initiate conversation with a user")
            return talk
        if standing is Standing.KICKED:
            raise forbidden(f"bot was kicked from the {chat.kind} chat")
        if standing is Standing.LEFT:
            raise forbidden(f"bot is not a member of the {chat.kind} chat")
        if chat.kind is ChatKind.CHANNEL and standing not in ADMINS:
            raise bad_request("need administrator rights in the channel chat")
        return talk

    def blank(self, talk: Conversation, sender: User | None) -> Message:
        """A message with its id and time and nothing in it yet."""
        sender_chat = talk.chat if talk.chat.kind is ChatKind.CHANNEL else None
        return Message(
            talk.next_id(),
            talk.chat,
            self.now(),
            None if sender_chat else sender,
            sender_chat,
            by_bot=sender == self.bot,
        )

    def record(self, message: Message, *, revised: bool = False) -> Message:
        """Put a new message or a new version in its chat; what people wrote goes to the bot as far as it may see it."""
        talk = self.open(message.chat)
        talk.messages[message.id] = message
        by_bot = message.by_bot
        self.note(message.chat, _author(message), Deed.EDITED if revised else Deed.SENT, message, by_bot=by_bot)
        if not by_bot and self._bot_sees(message):
            if message.sender is not None:
                self._known.add(message.sender.id)
            noun = "channel_post" if message.chat.kind is ChatKind.CHANNEL else "message"
            self.updates.emit(f"edited_{noun}" if revised else noun, message.fields())
        return message

    def note(
        self,
        chat: Chat,
        who: str,
        deed: Deed,
        message: Message | None = None,
        note: str = "",
        *,
        by_bot: bool = False,
    ) -> None:
        """Write down what happened in a chat and wake whoever waits for it."""
        self.open(chat).happenings.append(Happening(self.now(), who, deed, by_bot, message, note))
        self.bell.ring()

    def move(self, chat: Chat, user: User, standing: Standing, *, by: User) -> None:
        """Change what ``user`` is in a chat, and tell the bot: always about itself, about others where it is admin."""
        before = chat.standing(user)
        chat.standings[user.id] = standing
        kind = "my_chat_member" if user == self.bot else "chat_member"
        told = user == self.bot or chat.standing(self.bot) in ADMINS
        if told and before is not standing:
            body: Fields = {"chat": chat.fields(), "from": by.fields(), "date": self.now()}
            body["old_chat_member"] = member_fields(user, before)
            body["new_chat_member"] = member_fields(user, standing)
            self.updates.emit(kind, body)
        if chat.kind is ChatKind.PRIVATE and before is not standing:
            words = {Standing.KICKED: "blocks the bot", Standing.MEMBER: "opens the chat"}
            self.note(chat, by.first_name, Deed.NOTED, note=words.get(standing, standing.value))

    def webhook_fields(self) -> Fields:
        """What getWebhookInfo answers."""
        fields: Fields = {"url": self.webhook.url if self.webhook else "", "has_custom_certificate": False}
        fields["pending_update_count"] = len(self.updates.pending)
        if self.webhook is not None:
            fields["max_connections"] = self.webhook.max_connections
        if self.webhook is not None and self.webhook_error is not None:
            fields["last_error_date"], fields["last_error_message"] = self.webhook_error
        return fields | given(allowed_updates=list(self.updates.allowed) or None)

    def _bot_knows(self, chat: Chat) -> bool:
        if chat.kind is ChatKind.PRIVATE:
            return chat.id in self._known or self.bot.id in chat.standings
        return self.bot.id in chat.standings

    def _bot_sees(self, message: Message) -> bool:
        standing = message.chat.standing(self.bot)
        if standing not in INSIDE:
            return False
        if message.chat.kind in {ChatKind.PRIVATE, ChatKind.CHANNEL} or standing in ADMINS or not self.privacy:
            return True
        if message.text is None and message.caption is None and message.file is None and message.content:
            return message.content.keys().isdisjoint({"location", "contact"})
        reply_to_bot = message.reply_to is not None and message.reply_to.sender == self.bot
        return reply_to_bot or message.via_bot == self.bot or any(self._calls_bot(message))

    def _calls_bot(self, message: Message) -> Iterator[bool]:
        """For each command or mention in a message, whether it is the bot that is meant."""
        units = message.words.encode("utf-16-le")
        for entity in message.entities:
            offset, length = entity["offset"], entity["length"]
            if isinstance(offset, int) and isinstance(length, int):
                words = units[offset * 2 : (offset + length) * 2].decode("utf-16-le")
                name = words.partition("@")[2].lower()
                meant = name == (self.bot.username or "").lower()
                yield (entity["type"] == "bot_command" and (meant or not name)) or (
                    entity["type"] == "mention" and meant
                )


def _author(message: Message) -> str:
    if message.sender is not None and message.sender_chat is None:
        return message.sender.first_name
    return message.sender_chat.name() if message.sender_chat else "?"
