"""What a person can write: everything that goes into a message."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.local import origins
from bot.local.chats import Chat, ChatKind, Fields, Standing, User, given
from bot.local.groups import Room
from bot.local.hearing import Listener
from bot.local.messages import Message
from bot.local.methods.media import shown
from bot.local.wording import CAPTION_LIMIT, Words, plain
from bot.local.world import World

SILENT: Words = ("", ())


class Writer(Listener):
    """A person with a private chat with the bot. ``chat`` of a method is where they write: there, or in a group."""

    def __init__(self, world: World, user: User) -> None:
        chat = Chat(user.id, ChatKind.PRIVATE, None, user.first_name, user.last_name, user.username)
        super().__init__(world, chat)
        world.open(chat)
        self.user = user

    async def say(self, text: str, *, reply_to: Message | None = None, chat: Room | None = None) -> Message:
        """Send a text; commands, mentions and the like are marked as Telegram marks them.

        Raises ValueError if it is empty, or longer than a client would send.
        """
        words, marks = plain(text)
        if not words:
            raise ValueError("a client sends no empty message")
        return self._world.record(replace(self._begun(chat, reply_to), text=words, entities=marks))

    async def start(self, payload: str = "") -> Message:
        """Follow a deep link, or press Start."""
        return await self.say(f"/start {payload}")

    async def edit(self, message: Message, text: str) -> Message:
        """Change one's own text, or the caption of one's own photo or document; also to what it already was."""
        current = self._current(message)
        if current.text is None:
            words, marks = plain(text, CAPTION_LIMIT)
            return self._revise(replace(current, caption=words or None, entities=marks))
        words, marks = plain(text)
        return self._revise(replace(current, text=words, entities=marks))

    async def photo(
        self, content: bytes, *, caption: str = "", reply_to: Message | None = None, chat: Room | None = None
    ) -> Message:
        return self._world.record(self._photo(self._begun(chat, reply_to), content, plain(caption, CAPTION_LIMIT)))

    async def document(
        self,
        content: bytes,
        *,
        name: str = "report.txt",
        mime: str | None = None,
        caption: str = "",
        reply_to: Message | None = None,
        chat: Room | None = None,
    ) -> Message:
        file = self._world.shelf.document(content, name, mime)
        words, marks = plain(caption, CAPTION_LIMIT)
        begun = replace(self._begun(chat, reply_to), content=shown([file]), file=file)
        return self._world.record(replace(begun, caption=words or None, entities=marks))

    async def album(
        self, contents: Sequence[bytes], *, caption: str = "", group: str | None = None, chat: Room | None = None
    ) -> list[Message]:
        """Pictures sent together: one update each, with one media_group_id; ``group`` adds to an earlier album."""
        album = group or self._world.next_album()
        messages = []
        for number, content in enumerate(contents):
            words = plain(caption, CAPTION_LIMIT) if number == 0 else SILENT
            begun = replace(self._begun(chat), media_group=album)
            messages.append(self._world.record(self._photo(begun, content, words)))
        return messages

    async def location(
        self, latitude: float, longitude: float, *, live_period: int | None = None, chat: Room | None = None
    ) -> Message:
        place: Fields = {"latitude": latitude, "longitude": longitude} | given(live_period=live_period)
        return await self.show({"location": place}, chat=chat)

    async def move(self, message: Message, latitude: float, longitude: float) -> Message:
        """A live location goes on: it comes to the bot as an edit."""
        current = self._current(message)
        place = current.content["location"]
        moved: Fields = dict(place) if isinstance(place, dict) else {}
        moved |= {"latitude": latitude, "longitude": longitude}
        return self._revise(replace(current, content={"location": moved}))

    async def contact(self, phone_number: str, first_name: str, *, user_id: int | None = None) -> Message:
        card: Fields = {"phone_number": phone_number, "first_name": first_name} | given(user_id=user_id)
        return await self.show({"contact": card})

    async def show(self, content: Fields, *, chat: Room | None = None) -> Message:
        """Send anything else, in Telegram's own fields: a sticker, a voice message, a poll."""
        return self._world.record(replace(self._begun(chat), content=content))

    async def forward(
        self,
        what: Message | str,
        *,
        origin: Fields | None = None,
        hidden: bool = False,
        chat: Room | None = None,
    ) -> Message:
        """Pass on a message, or a text said to come from ``origin`` (see origins.py).

        ``hidden``: the author's settings hide who they are.
        """
        begun = self._begun(chat)
        if isinstance(what, Message):
            begun = replace(
                begun,
                text=what.text,
                caption=what.caption,
                entities=what.entities,
                content=what.content,
                file=what.file,
                origin=origin or origins.of_message(what, hidden=hidden),
            )
        else:
            words, marks = plain(what)
            origin = origin or origins.of_hidden("Somebody", self._world.now())
            begun = replace(begun, text=words, entities=marks, origin=origin)
        return self._world.record(begun)

    def _begun(self, chat: Room | None, reply_to: Message | None = None) -> Message:
        """An empty message of this person; writing to the bot opens the private chat, and opens it again."""
        place = self._place(chat)
        bot = self._world.bot
        if place is self.chat and place.standing(bot) is not Standing.MEMBER:
            if place.standing(bot) is Standing.KICKED:
                raise ValueError(f"{self.user.first_name} has blocked the bot: unblock() first")
            place.standings[bot.id] = Standing.MEMBER
        talk = self._world.open(place)
        return replace(self._world.blank(talk, self.user), reply_to=reply_to and talk.messages.get(reply_to.id))

    def _photo(self, begun: Message, content: bytes, words: Words) -> Message:
        sizes = self._world.shelf.photo(content)
        caption, marks = words
        return replace(begun, content=shown(sizes), file=sizes[-1], caption=caption or None, entities=marks)

    def _current(self, message: Message) -> Message:
        """The latest version of one's own message; raises ValueError for another's or one that is gone."""
        current = self._world.open(message.chat).messages.get(message.id)
        if current is None or current.sender != self.user:
            raise ValueError(f"message {message.id} is not there, or not {self.user.first_name}'s")
        return current

    def _revise(self, message: Message) -> Message:
        return self._world.record(replace(message, edited_at=self._world.now()), revised=True)
