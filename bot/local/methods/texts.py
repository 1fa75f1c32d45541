"""Sending text, and what every message of the bot begins with."""

from __future__ import annotations

from dataclasses import replace

from bot.local.markup import markup
from bot.local.messages import Conversation, Message
from bot.local.parameters import Parameters
from bot.local.refusals import bad_request
from bot.local.wording import text_of
from bot.local.world import World


async def send_message(world: World, parameters: Parameters) -> object:
    text, marks = text_of(parameters)
    return world.record(replace(begun(world, parameters), text=text, entities=marks)).fields()


def begun(world: World, parameters: Parameters) -> Message:
    """A message of the bot with its keyboard and what it replies to; refused before anything is changed."""
    talk = world.writable(parameters.text("chat_id"))
    inline, other = markup(parameters)
    reply = _replied(talk, parameters)
    return replace(world.blank(talk, world.bot), markup=inline, keyboard=other, reply_to=reply)


def _replied(talk: Conversation, parameters: Parameters) -> Message | None:
    given = parameters.json_object("reply_parameters", "reply parameters")
    if given is None:
        return None
    number = given.get("message_id")
    message = talk.messages.get(number) if isinstance(number, int) else None
    if message is None and given.get("allow_sending_without_reply") is not True:
        raise bad_request("message to be replied not found")
    quote = given.get("quote")
    if message is not None and isinstance(quote, str) and quote not in message.words:
        raise bad_request("QUOTE_TEXT_INVALID")
    return message
