"""Keyboards under messages, held to Telegram's rules."""

from __future__ import annotations

from bot.local.chats import Fields
from bot.local.parameters import Parameters, is_object
from bot.local.refusals import bad_request

DATA_LIMIT = 64
"""Bytes of callback_data in UTF-8."""
_BUTTON_LIMIT = 100
_ACTIONS = frozenset(
    [
        "url",
        "callback_data",
        "web_app",
        "login_url",
        "switch_inline_query",
        "switch_inline_query_current_chat",
        "switch_inline_query_chosen_chat",
        "copy_text",
        "callback_game",
        "pay",
    ]
)


def markup(parameters: Parameters) -> tuple[Fields | None, Fields | None]:
    """The inline keyboard and the other markup of a call; at most one of them is there. Raises ApiError 400."""
    given = parameters.json_object("reply_markup", "reply markup")
    if given is None:
        return None, None
    if "inline_keyboard" in given:
        return _inline(given), None
    if "keyboard" in given:
        _rows(given["keyboard"], "reply keyboard")
        return None, given
    if given.get("remove_keyboard") is True or given.get("force_reply") is True:
        return None, given
    if not given:
        return None, None
    raise bad_request("can't parse reply keyboard markup JSON object")


def inline_only(parameters: Parameters) -> Fields | None:
    """The keyboard of an edit, which can only be an inline one."""
    inline, other = markup(parameters)
    if other is not None:
        raise bad_request("inline keyboard expected")
    return inline


def _inline(given: Fields) -> Fields | None:
    rows = _rows(given["inline_keyboard"], "inline keyboard")
    for button in (button for row in rows for button in row):
        _check(button)
    if sum(map(len, rows)) > _BUTTON_LIMIT:
        raise bad_request("REPLY_MARKUP_TOO_LONG")
    # Empty rows are dropped, and a keyboard without buttons is none.
    rows = [row for row in rows if row]
    return {"inline_keyboard": rows} if rows else None


def _check(shown: object) -> None:
    if not is_object(shown):
        raise bad_request("can't parse inline keyboard button: expected an Object")
    if not isinstance(shown.get("text"), str) or not str(shown["text"]).strip():
        raise bad_request('can\'t parse inline keyboard button: Field "text" must be of type String')
    actions = _ACTIONS & shown.keys()
    if not actions:
        raise bad_request("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        raise bad_request("can't parse inline keyboard button: exactly one action must be given")
    if "callback_data" in actions and not 1 <= len(str(shown["callback_data"]).encode()) <= DATA_LIMIT:
        raise bad_request("BUTTON_DATA_INVALID")
    if "url" in actions and not str(shown["url"]).startswith(("http://", "https://", "tg://")):
        raise bad_request("BUTTON_URL_INVALID")


def _rows(shown: object, called: str) -> list[list[object]]:
    if not isinstance(shown, list) or not all(isinstance(row, list) for row in shown):
        raise bad_request(f"can't parse {called}: expected an Array of Array")
    return shown
