"""Groups, supergroups and channels, with what happens to them as a whole."""

from __future__ import annotations

from dataclasses import replace

from bot.local.chats import ANONYMOUS_ADMIN, CHANNEL_AUTHOR, Chat, ChatKind, Standing, User
from bot.local.messages import Deed, Message
from bot.local.wording import plain
from bot.local.world import World


class Room:
    """A chat of more than two, and the bot's place in it."""

    def __init__(self, world: World, chat: Chat) -> None:
        self.chat = chat
        self._world = world
        world.open(chat)

    @property
    def id(self) -> int:
        return self.chat.id

    def transcript(self) -> str:
        """Everything in the chat in order, for a person to read."""
        return self._world.open(self.chat).transcript()

    def put_bot(self, standing: Standing, *, by: User) -> None:
        """Add the bot, make it an administrator, put it out: whatever ``standing`` says."""
        joins = self.chat.standing(self._world.bot) in {Standing.LEFT, Standing.KICKED}
        self._world.move(self.chat, self._world.bot, standing, by=by)
        if joins and self.chat.kind is not ChatKind.CHANNEL and standing is not Standing.KICKED:
            self._service(by, new_chat_members=[self._world.bot.fields()])

    def put(self, user: User, standing: Standing, *, by: User) -> None:
        """Add a person, promote or put them out."""
        self._world.move(self.chat, user, standing, by=by)

    def _service(self, sender: User, **content: object) -> Message:
        """One of the messages that Telegram writes when something happens to a chat."""
        talk = self._world.open(self.chat)
        return self._world.record(replace(self._world.blank(talk, sender), content=content))


class Group(Room):
    """A group or supergroup; people write there with ``say(…, chat=group)``."""

    async def say_anonymously(self, text: str) -> Message:
        """An administrator writes in the name of the group."""
        return self._in_the_name_of(ANONYMOUS_ADMIN, self.chat, text)

    async def say_as_channel(self, channel: Channel, text: str) -> Message:
        """The owner of a channel writes in its name."""
        return self._in_the_name_of(CHANNEL_AUTHOR, channel.chat, text)

    async def migrate(self, *, by: User) -> Group:
        """The group becomes a supergroup with another id; both sides say so, and the old id is refused from now on."""
        if self.chat.kind is not ChatKind.GROUP or self.chat.migrated_to is not None:
            raise ValueError("only a group can become a supergroup, and only once")
        world = self._world
        chat = Chat(self.chat.id - 1_002_000_000_000, ChatKind.SUPERGROUP, self.chat.title)
        chat.standings = dict(self.chat.standings)
        successor = Group(world, chat)
        self._service(by, migrate_to_chat_id=chat.id)
        self.chat.migrated_to = chat
        successor._service(by, migrate_from_chat_id=self.chat.id)
        return successor

    def joined(self, user: User) -> None:
        self._world.move(self.chat, user, Standing.MEMBER, by=user)
        self._service(user, new_chat_members=[user.fields()])

    def left(self, user: User) -> None:
        self._service(user, left_chat_member=user.fields())
        self._world.move(self.chat, user, Standing.LEFT, by=user)

    def _in_the_name_of(self, stand_in: User, name: Chat, text: str) -> Message:
        world = self._world
        words, marks = plain(text)
        begun = replace(world.blank(world.open(self.chat), stand_in), sender_chat=name)
        return world.record(replace(begun, text=words, entities=marks))


class Channel(Room):
    """A channel, where posts have no author but the channel itself."""

    async def post(self, text: str, *, signature: str | None = None) -> Message:
        words, marks = plain(text)
        begun = self._world.blank(self._world.open(self.chat), None)
        return self._world.record(replace(begun, text=words, entities=marks, signature=signature))

    async def edit(self, post: Message, text: str) -> Message:
        words, marks = plain(text)
        current = self._world.open(self.chat).messages[post.id]
        changed = replace(current, text=words, entities=marks, edited_at=self._world.now())
        return self._world.record(changed, revised=True)

    async def remove(self, post: Message) -> None:
        """Posts vanish without a word to the bot."""
        del self._world.open(self.chat).messages[post.id]
        self._world.note(self.chat, self.chat.name(), Deed.DELETED, post)
