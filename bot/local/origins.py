"""Where a forwarded message came from, in the four forms that Telegram knows; times in seconds since the epoch."""

from __future__ import annotations

from bot.local.chats import Chat, ChatKind, Fields, User, given
from bot.local.messages import Message


def of_user(user: User, at: int) -> Fields:
    return {"type": "user", "date": at, "sender_user": user.fields()}


def of_hidden(name: str, at: int) -> Fields:
    """Somebody whose settings hide who they are: only a name is shown."""
    return {"type": "hidden_user", "date": at, "sender_user_name": name}


def of_chat(chat: Chat, at: int, signature: str | None = None) -> Fields:
    return {"type": "chat", "date": at, "sender_chat": chat.fields()} | given(author_signature=signature)


def of_channel(chat: Chat, at: int, message_id: int, signature: str | None = None) -> Fields:
    place: Fields = {"type": "channel", "date": at, "chat": chat.fields(), "message_id": message_id}
    return place | given(author_signature=signature)


def of_message(message: Message, *, hidden: bool = False) -> Fields:
    """The origin that a forward of ``message`` shows: a forward of a forward keeps the first one."""
    if message.origin is not None:
        return message.origin
    if message.sender_chat is not None and message.sender_chat.kind is ChatKind.CHANNEL:
        return of_channel(message.sender_chat, message.sent_at, message.id, message.signature)
    if message.sender_chat is not None:
        return of_chat(message.sender_chat, message.sent_at, message.signature)
    if message.sender is None:
        raise ValueError("a message without a sender has no origin")
    if hidden:
        return of_hidden(message.sender.first_name, message.sent_at)
    return of_user(message.sender, message.sent_at)
