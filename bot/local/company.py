"""Who is there by name: people, groups and channels."""

from __future__ import annotations

from bot.local.chats import Chat, ChatKind, Standing, User
from bot.local.groups import Channel, Group
from bot.local.people import Person
from bot.local.world import World

_FIRST_PERSON = 5_000_001


class Company:
    """People, groups and channels are made when first named; the same name again is the same one."""

    def __init__(self, world: World) -> None:
        self.world = world
        self._people: dict[str, Person] = {}
        self._groups: dict[str, Group] = {}
        self._channels: dict[str, Channel] = {}

    def person(self, name: str, language: str | None = "en", *, username: str | None = None) -> Person:
        """The person of this name, made if new; ``language`` is their client's."""
        if name not in self._people:
            user = User(_FIRST_PERSON + len(self._people), name, username=username, language=language)
            self.world.users[user.id] = user
            self._people[name] = Person(self.world, user)
        return self._people[name]

    def group(self, title: str, *people: Person, bot: Standing = Standing.MEMBER, upgraded: bool = True) -> Group:
        """The group of this title with these people in it, the first its creator; ``upgraded`` is a supergroup."""
        if title not in self._groups:
            kind = ChatKind.SUPERGROUP if upgraded else ChatKind.GROUP
            group = self._groups[title] = Group(self.world, self._new(kind, title, None))
            for number, person in enumerate(people):
                group.chat.standings[person.id] = Standing.MEMBER if number else Standing.CREATOR
            if bot is not Standing.LEFT:
                group.put_bot(bot, by=people[0].user if people else self.world.bot)
        return self._groups[title]

    def channel(self, title: str, *, username: str | None = None, bot: Standing = Standing.LEFT) -> Channel:
        """The channel of this title; the bot hears of its posts only as a member."""
        if title not in self._channels:
            channel = self._channels[title] = Channel(self.world, self._new(ChatKind.CHANNEL, title, username))
            if bot is not Standing.LEFT:
                channel.chat.standings[self.world.bot.id] = bot
        return self._channels[title]

    def _new(self, kind: ChatKind, title: str, username: str | None) -> Chat:
        """A chat with an id of the shape that Telegram gives its kind."""
        base = -4_000_000_000 if kind is ChatKind.GROUP else -1_002_000_000_000
        return Chat(base - len(self._groups) - len(self._channels), kind, title, username=username)
