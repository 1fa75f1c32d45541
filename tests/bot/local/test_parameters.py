"""A call is understood whichever way it comes, and refused in Telegram's words when it cannot be."""

from __future__ import annotations

import pytest

from bot.local import LocalServer, Person
from tests.bot.local.raw import Raw
from tests.bot.schema import Schema

TEXT = "62 قتيلاً & more"


@pytest.mark.parametrize("verb", ["GET", "POST", "PUT"])
@pytest.mark.parametrize("name", ["sendMessage", "sendmessage", "SENDMESSAGE"])
async def test_any_verb_and_any_case_will_do(server: LocalServer, ada: Person, api: Raw, verb: str, name: str) -> None:
    asked = {"chat_id": str(ada.id), "text": TEXT}
    response = await api.client.request(verb, f"{api.base}/{name}", params=asked)
    assert response.json()["result"]["text"] == TEXT
    assert server.calls[-1].method == "sendMessage"


@pytest.mark.parametrize("way", ["query", "form", "json", "multipart"])
async def test_parameters_come_by_query_form_json_or_multipart(ada: Person, api: Raw, way: str) -> None:
    url = f"{api.base}/sendMessage"
    keyboard = '{"inline_keyboard": [[{"text": "Ok", "callback_data": "1"}]]}'
    asked = {"chat_id": str(ada.id), "text": TEXT, "reply_markup": keyboard}
    match way:
        case "query":
            response = await api.client.get(url, params=asked)
        case "form":
            response = await api.client.post(url, data=asked)
        case "json":
            response = await api.client.post(url, json=asked)
        case _:
            response = await api.client.post(url, files={key: (None, value) for key, value in asked.items()})
    assert response.json()["result"]["text"] == TEXT
    assert [button.text for button in (await ada.heard()).buttons] == ["Ok"]


async def test_json_may_hold_objects_and_numbers_as_they_are(ada: Person, api: Raw) -> None:
    markup = {"inline_keyboard": [[{"text": "Ok", "callback_data": "1"}]]}
    sent = await api("sendMessage", chat_id=ada.id, text=TEXT, reply_markup=markup)
    assert sent["reply_markup"] == markup


async def test_the_log_shows_parameters_as_what_they_stand_for(server: LocalServer, ada: Person, api: Raw) -> None:
    asked = {
        "chat_id": str(ada.id),
        "text": "62",
        "disable_notification": "true",
        "reply_markup": '{"force_reply":true}',
    }
    await api.client.post(f"{api.base}/sendMessage", data=asked)
    assert server.called("sendMessage")[0].parameters == {
        "chat_id": ada.id,
        "text": "62",
        "disable_notification": True,
        "reply_markup": {"force_reply": True},
    }


@pytest.mark.parametrize(
    ("token", "status", "words"),
    [("123:other", 401, "Unauthorized"), ("124:abc", 401, "Unauthorized"), ("nonsense", 404, "Not Found")],
)
async def test_another_token_is_turned_away(server: LocalServer, token: str, status: int, words: str) -> None:
    async with Raw(server, token) as stranger:
        assert await stranger.refused("getMe") == (status, words)
        response = await stranger.client.get(f"{stranger.files}/photos/file_0.jpg")
        assert response.status_code == status


async def test_a_method_that_is_not_there_is_not_found(api: Raw) -> None:
    assert await api.refused("sendMesage") == (404, "Not Found: method not found")


async def test_what_is_no_json_is_refused(api: Raw) -> None:
    response = await api.client.post(f"{api.base}/getMe", content=b"{", headers={"Content-Type": "application/json"})
    assert response.json()["description"] == "Bad Request: can't parse JSON object"


async def test_a_keyboard_that_is_no_json_is_refused(ada: Person, api: Raw, schema: Schema) -> None:
    refused = await api.refused("sendMessage", chat_id=ada.id, text="x", reply_markup="{")
    assert refused == (400, "Bad Request: can't parse reply markup JSON object")
    assert schema.taken()
