"""Who writes and where: users, and the four kinds of chat, as the Bot API shows them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

Fields = dict[str, object]
"""One JSON object in the Bot API's own names, as it goes over the wire."""


class ChatKind(StrEnum):
    PRIVATE = "private"
    GROUP = "group"
    SUPERGROUP = "supergroup"
    CHANNEL = "channel"


class Standing(StrEnum):
    """What a user is in a chat; ``KICKED`` in a private chat means that the person has blocked the bot."""

    CREATOR = "creator"
    ADMINISTRATOR = "administrator"
    MEMBER = "member"
    LEFT = "left"
    KICKED = "kicked"


INSIDE = frozenset({Standing.CREATOR, Standing.ADMINISTRATOR, Standing.MEMBER})
ADMINS = frozenset({Standing.CREATOR, Standing.ADMINISTRATOR})


def given(**fields: object) -> Fields:
    """The fields that have a value: Telegram leaves out what is not there."""
    return {name: value for name, value in fields.items() if value is not None}


@dataclass(frozen=True, slots=True)
class User:
    """A person or a bot; ``language`` is what their client reports, an IETF tag or None."""

    id: int
    first_name: str
    last_name: str | None = None
    username: str | None = None
    language: str | None = None
    is_bot: bool = False

    def fields(self) -> Fields:
        return {"id": self.id, "is_bot": self.is_bot, "first_name": self.first_name} | given(
            last_name=self.last_name, username=self.username, language_code=self.language
        )


# Telegram shows these in the place of people who write in the name of a group or a channel.
ANONYMOUS_ADMIN = User(1087968824, "Group", username="GroupAnonymousBot", is_bot=True)
CHANNEL_AUTHOR = User(136817688, "Channel", username="Channel_Bot", is_bot=True)


@dataclass(slots=True, eq=False)
class Chat:
    """One chat: private ones carry the person's names, the others a title; ids below zero are groups and channels."""

    id: int
    kind: ChatKind
    title: str | None = None
    first_name: str | None = None
    last_name: str | None = None
    username: str | None = None
    standings: dict[int, Standing] = field(default_factory=dict)
    migrated_to: Chat | None = None

    def standing(self, user: User) -> Standing:
        return self.standings.get(user.id, Standing.LEFT)

    def name(self) -> str:
        return self.title or self.first_name or str(self.id)

    def fields(self) -> Fields:
        return {"id": self.id, "type": self.kind.value} | given(
            title=self.title, username=self.username, first_name=self.first_name, last_name=self.last_name
        )

    def full_fields(self) -> Fields:
        """What getChat answers: ChatFullInfo with the fields that it must have."""
        gifts = dict.fromkeys(
            ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels"), True
        )
        return self.fields() | {
            "accent_color_id": abs(self.id) % 7,
            "max_reaction_count": 11,
            "accepted_gift_types": gifts,
        }


_RIGHTS = [
    "can_be_edited",
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
]


def member_fields(user: User, standing: Standing) -> Fields:
    """A ChatMember of the class that the standing asks for, with all the fields that class must have."""
    fields: Fields = {"status": standing.value, "user": user.fields()}
    if standing is Standing.CREATOR:
        return fields | {"is_anonymous": False}
    if standing is Standing.ADMINISTRATOR:
        return fields | {"is_anonymous": False} | dict.fromkeys(_RIGHTS, False) | {"can_manage_chat": True}
    if standing is Standing.KICKED:
        return fields | {"until_date": 0}
    return fields
