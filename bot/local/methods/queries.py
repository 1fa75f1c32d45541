"""Answering taps on buttons and inline queries, and getting files."""

from __future__ import annotations

import json

from bot.local.chats import Fields
from bot.local.entities import units
from bot.local.markup import inline_only
from bot.local.messages import Deed
from bot.local.parameters import Parameters, is_object
from bot.local.queries import Toast
from bot.local.refusals import bad_request
from bot.local.wording import caption_within, text_of
from bot.local.world import World

_TOAST_LIMIT = 200
_RESULTS_LIMIT = 50


async def answer_callback_query(world: World, parameters: Parameters) -> object:
    press = world.queries.press(parameters.text("callback_query_id"), world.now())
    text = parameters.text("text") or ""
    if units(text) > _TOAST_LIMIT:
        raise bad_request("MESSAGE_TOO_LONG")
    press.answer = Toast(text, parameters.flag("show_alert"), parameters.text("url"))
    shown = f"{'alert' if press.answer.show_alert else 'toast'} “{text}”" if text else ""
    world.note(press.message.chat, world.bot.first_name, Deed.ANSWERED, press.message, shown, by_bot=True)
    return True


async def answer_inline_query(world: World, parameters: Parameters) -> object:
    """Up to fifty results with ids of their own; each text is read as if it were sent."""
    inquiry = world.queries.inquiry(parameters.text("inline_query_id"), world.now())
    results = parameters.json_array("results", "inline query results")
    if results is None:
        raise bad_request("can't parse inline query results: expected an Array")
    if len(results) > _RESULTS_LIMIT:
        raise bad_request("RESULTS_TOO_MUCH")
    read = [_result(it) for it in results]
    ids = [str(it.get("id") or "") for it in read]
    if any(not 1 <= len(it.encode()) <= 64 for it in ids):
        raise bad_request("RESULT_ID_INVALID")
    if len(set(ids)) < len(ids):
        raise bad_request("RESULT_ID_DUPLICATE")
    inquiry.button = parameters.json_object("button", "InlineQueryResultsButton")
    inquiry.is_personal = parameters.flag("is_personal")
    inquiry.results = read
    world.bell.ring()
    return True


async def get_file(world: World, parameters: Parameters) -> object:
    return world.shelf.path(parameters.text("file_id") or "", world.now())


def _result(given: object) -> Fields:
    if not is_object(given):
        raise bad_request("can't parse inline query result: expected an Object")
    if given.get("type") == "article" and not given.get("title"):
        raise bad_request("can't parse inline query result: Can't find field \"title\"")
    content = given.get("input_message_content")
    if is_object(content) and "message_text" in content:
        text_of(content_parameters(content))
    elif given.get("type") == "article":
        raise bad_request("can't parse inline query result: Can't find field \"input_message_content\"")
    caption_within(given)
    if "reply_markup" in given:
        inline_only(Parameters({"reply_markup": _json(given["reply_markup"])}, {}))
    return given


def content_parameters(content: Fields) -> Parameters:
    """The text of an inline result as if it came with sendMessage."""
    values = {"text": str(content.get("message_text") or "")}
    if content.get("parse_mode") is not None:
        values["parse_mode"] = str(content["parse_mode"])
    if content.get("entities") is not None:
        values["entities"] = _json(content["entities"])
    return Parameters(values, {})


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
