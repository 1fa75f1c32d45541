"""The schema lets through what is right and catches each way of being wrong."""

from __future__ import annotations

import pytest

from bot.local.chats import Fields
from bot.local.parameters import Upload
from tests.bot.schema import Schema

SENDER: Fields = {"id": 1, "is_bot": True, "first_name": "Bot"}
CHAT: Fields = {"id": 5, "type": "private", "first_name": "Ada"}
SENT: Fields = {"message_id": 1, "date": 1533124800, "chat": CHAT, "from": SENDER, "text": "x"}
BUTTON: Fields = {"text": "Go", "callback_data": "1"}


def faults(method: str, parameters: Fields, result: object) -> list[str]:
    schema = Schema()
    schema(method, parameters, result)
    return schema.violations


def test_what_is_as_documented_passes() -> None:
    markup = {"inline_keyboard": [[BUTTON]]}
    assert faults("sendMessage", {"chat_id": 5, "text": "x", "reply_markup": markup}, SENT) == []
    assert faults("sendPhoto", {"chat_id": 5, "photo": Upload("x.png", None, b"x")}, SENT) == []
    photo = {"chat_id": 5, "photo": "attach://k", "k": Upload("x.png", None, b"x")}
    assert faults("sendPhoto", photo, SENT) == []


@pytest.mark.parametrize(
    ("parameters", "words"),
    [
        ({"chat_id": 5}, "sendMessage: text: Field required"),
        ({"chat_id": 5, "text": "x", "parsemode": "HTML"}, "SendMessage has no 'parsemode'"),
        ({"chat_id": 5, "text": "x", "reply_markup": {}}, "0 kinds of markup"),
        ({"chat_id": 5, "text": "x", "reply_markup": {"keyboards": []}}, "0 kinds of markup"),
        (
            {"chat_id": 5, "text": "x", "reply_markup": {"inline_keyboard": [[BUTTON | {"data": "1"}]]}},
            "InlineKeyboardButton has no 'data'",
        ),
        (
            {"chat_id": 5, "text": "x", "reply_markup": {"inline_keyboard": [], "force_reply": True}},
            "2 kinds of markup",
        ),
        (
            {"chat_id": 5, "text": "x", "reply_markup": {"inline_keyboard": [BUTTON]}},
            "reply_markup.inline_keyboard: Input should be a valid list",
        ),
        ({"chat_id": 5, "text": "x", "stray": Upload(None, None, b"x")}, "SendMessage has no 'stray'"),
    ],
)
def test_a_wrong_call_is_caught(parameters: Fields, words: str) -> None:
    assert words in "\n".join(faults("sendMessage", parameters, SENT))


@pytest.mark.parametrize(
    ("result", "words"),
    [
        ({key: SENT[key] for key in SENT if key != "date"}, "date: Field required"),
        (SENT | {"when": 1}, "Message has no 'when'"),
        (SENT | {"chat": CHAT | {"name": "Ada"}}, "it.chat: Chat has no 'name'"),
        (SENT | {"entities": [{"type": "bold", "offset": 0}]}, "length"),
        (SENT | {"forward_origin": {"date": 1, "sender_user": SENDER}}, "forward_origin"),
        (True, "sendMessage gave"),
    ],
)
def test_a_wrong_result_is_caught(result: object, words: str) -> None:
    assert words in "\n".join(faults("sendMessage", {"chat_id": 5, "text": "x"}, result))


def test_a_kind_that_the_models_would_fill_in_must_be_said() -> None:
    member: Fields = {"user": SENDER, "status": "left"}
    assert faults("getChatMember", {"chat_id": 5, "user_id": 1}, member) == []
    assert faults("getChatMember", {"chat_id": 5, "user_id": 1}, {"user": SENDER}) != []


def test_a_method_that_is_not_there_is_caught() -> None:
    assert faults("sendTelegram", {}, True) == ["sendTelegram: no such method"]
