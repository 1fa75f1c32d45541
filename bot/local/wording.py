"""The words of a call: text or caption with its formatting, within Telegram's limits."""

from __future__ import annotations

from bot.local import entities
from bot.local.chats import Fields
from bot.local.parameters import Parameters, is_object
from bot.local.refusals import bad_request

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024

Words = tuple[str, tuple[Fields, ...]]
"""Plain text and its entities."""


def text_of(parameters: Parameters, *, edit: bool = False) -> Words:
    """The text of a message, which must not be empty. Lengths count UTF-16 units after the formatting is read."""
    text, marks = _formatted(parameters, "text", "entities")
    if not text:
        raise bad_request("message text is empty")
    if entities.units(text) > TEXT_LIMIT:
        raise bad_request("MESSAGE_TOO_LONG" if edit else "message is too long")
    return text, marks


def caption_of(parameters: Parameters) -> Words:
    """The caption of a call, empty if there is none."""
    text, marks = _formatted(parameters, "caption", "caption_entities")
    if entities.units(text) > CAPTION_LIMIT:
        raise bad_request("message caption is too long")
    return text, marks


def caption_within(media: Fields) -> Words:
    """The caption of one item of an album or of the content of an inline result."""
    values = {key: str(media[key]) for key in ("caption", "parse_mode") if media.get(key) is not None}
    return caption_of(Parameters(values, {}))


def plain(text: str, limit: int = TEXT_LIMIT) -> Words:
    """What a person typed: trimmed, with the entities that Telegram finds by itself.

    Raises ValueError above ``limit`` UTF-16 units, since no client sends that in one message.
    """
    text = text.strip()
    if entities.units(text) > limit:
        raise ValueError(f"a client sends at most {limit} units in one message, and splits what is longer")
    return text, tuple(entities.found(text, []))


def _formatted(parameters: Parameters, key: str, entities_key: str) -> Words:
    text = parameters.text(key) or ""
    marks: list[Fields] = []
    match (parameters.text("parse_mode") or "").lower():
        case "":
            given = parameters.json_array(entities_key, "message entities") or []
            marks = [dict(entity) for entity in given if is_object(entity)]
        case "html":
            text, marks = entities.from_html(text)
        case _:
            # Telegram has Markdown too; the ledger writes HTML only, and anything else is a slip.
            raise bad_request("unsupported parse_mode")
    text, marks = entities.trimmed(text, marks)
    return text, tuple(entities.found(text, marks))
