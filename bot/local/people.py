"""People who talk to the bot: what they can do in Telegram, they can do here."""

from __future__ import annotations

from dataclasses import replace

from bot.local.chats import ADMINS, Fields, Standing
from bot.local.groups import Group, Room
from bot.local.messages import Button, Deed, Message
from bot.local.methods.profile import menu
from bot.local.methods.queries import content_parameters
from bot.local.parameters import is_object
from bot.local.queries import Inquiry, Press
from bot.local.wording import text_of
from bot.local.writing import Writer


class Person(Writer):
    """One person, and their private chat with the bot. They write (Writer), hear (Listener), tap, come and go."""

    @property
    def id(self) -> int:
        return self.user.id

    @property
    def name(self) -> str:
        return self.user.first_name

    async def press(self, message: Message, button: str) -> Press | Message:
        """Tap the button with this label or callback data; on a reply keyboard that sends the label as a message.

        The button may be one of the version given though an edit has since removed it: fingers are slower than edits.
        Raises LookupError when there is no such button or it only opens a link.
        """
        current = self._world.open(message.chat).messages.get(message.id, message)
        found = _button(current, button) or _button(message, button)
        if found is None:
            labels = ", ".join(f"[{it.text}]" for it in current.buttons) or "no buttons"
            raise LookupError(f"message {message.id} has no button {button!r}, but {labels}")
        if found.callback_data is not None:
            return self._tap(current, found)
        if found.url is not None or message.keyboard is None:
            raise LookupError(f"[{found.text}] opens {found.url}; the bot hears nothing of it")
        return await self.say(found.text, chat=None if message.chat is self.chat else Room(self._world, message.chat))

    async def tap(self, message: Message, button: str) -> Press:
        """Press an inline button, for those who want to see the answer. Raises LookupError for any other."""
        press = await self.press(message, button)
        if isinstance(press, Message):
            raise LookupError(f"[{button}] is no inline button")
        return press

    async def inline(self, query: str, *, offset: str = "") -> Inquiry:
        """Type ``@bot query`` in any chat; the answer comes with ``await inquiry.answered()``."""
        world = self._world
        inquiry = Inquiry(world.queries.next_id(), self.user, query, world.now(), world.bell)
        world.queries.inquiries[inquiry.id] = inquiry
        asked: Fields = {"id": inquiry.id, "from": self.user.fields(), "query": query, "offset": offset}
        world.updates.emit("inline_query", asked | {"chat_type": "sender"})
        return inquiry

    async def choose(self, inquiry: Inquiry, result_id: str, *, chat: Room | None = None) -> Message:
        """Send one of the results, which says that it came by way of the bot."""
        result = next((it for it in inquiry.results or [] if it.get("id") == result_id), None)
        if result is None:
            raise LookupError(f"the query {inquiry.query!r} has no result {result_id!r}")
        content = result.get("input_message_content")
        text, marks = text_of(content_parameters(content)) if is_object(content) else (str(result.get("title")), ())
        chosen: Fields = {"result_id": result_id, "from": self.user.fields(), "query": inquiry.query}
        self._world.updates.emit("chosen_inline_result", chosen)
        keyboard = result.get("reply_markup")
        begun = replace(self._begun(chat), text=text, entities=marks, via_bot=self._world.bot)
        return self._world.record(replace(begun, markup=keyboard if is_object(keyboard) else None))

    async def react(self, message: Message, emoji: str | None) -> None:
        """Put one's sign under a message, or take it off; in groups only an administrator bot hears of it."""
        chat = message.chat
        self._world.note(chat, self.name, Deed.NOTED, message, emoji or "no reaction")
        if chat is self.chat or chat.standing(self._world.bot) in ADMINS:
            shown: Fields = {"chat": chat.fields(), "message_id": message.id, "user": self.user.fields()}
            new = [{"type": "emoji", "emoji": emoji}] if emoji else []
            told: Fields = {"date": self._world.now(), "old_reaction": [], "new_reaction": new}
            self._world.updates.emit("message_reaction", shown | told)

    async def join(self, group: Group) -> None:
        group.joined(self.user)

    async def leave(self, group: Group) -> None:
        group.left(self.user)

    async def block(self) -> None:
        """Stop the bot: it can no longer write here."""
        self._world.move(self.chat, self._world.bot, Standing.KICKED, by=self.user)

    async def unblock(self) -> None:
        self._world.move(self.chat, self._world.bot, Standing.MEMBER, by=self.user)

    async def remove(self, message: Message) -> None:
        """Delete a message; no update says so."""
        del self._world.open(message.chat).messages[message.id]
        self._world.note(message.chat, self.name, Deed.DELETED, message)

    def commands(self, *, chat: Room | None = None) -> list[Fields]:
        """The command menu that this person sees."""
        return menu(self._world, self._place(chat), self.user)

    def _tap(self, message: Message, button: Button) -> Press:
        world = self._world
        press = Press(world.queries.next_id(), self.user, message, button.text, world.now(), world.bell)
        world.queries.presses[press.id] = press
        gone = message.id not in world.open(message.chat).messages
        inaccessible: Fields = {"chat": message.chat.fields(), "message_id": message.id, "date": 0}
        query: Fields = {"id": press.id, "from": self.user.fields(), "chat_instance": f"5{message.chat.id}"}
        query |= {"message": inaccessible if gone else message.fields(), "data": button.callback_data}
        world.note(message.chat, self.name, Deed.TAPPED, message, f"[{button.text}]")
        world.updates.emit("callback_query", query)
        return press


def _button(message: Message, wanted: str) -> Button | None:
    return next((it for it in message.buttons if wanted in {it.text, it.callback_data}), None)
