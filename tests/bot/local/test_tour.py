"""Everything the server does, once through, held to both descriptions of the Bot API."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.local import LocalServer
from bot.local.methods import METHODS
from tests.bot.local.raw import Raw
from tests.bot.local.tour import EVERYTHING, tour
from tests.bot.schema import Schema
from tests.bot.specification import Specification


async def test_every_method_and_update_is_as_aiogram_models_it(server: LocalServer, api: Raw, schema: Schema) -> None:
    await tour(server, api)
    assert schema.checked == set(METHODS)
    assert kinds_seen(server) == set(EVERYTHING)


@pytest.mark.shared
async def test_every_method_and_update_is_as_the_bot_api_specifies_it(
    server: LocalServer, api: Raw, shared: Path
) -> None:
    specification = Specification(shared / "botapi" / "api-10.0.json")
    server.observers.append(specification)
    await tour(server, api)
    assert specification.violations == []
    assert specification.checked == set(METHODS)


def kinds_seen(server: LocalServer) -> set[str]:
    answers = [call.result for call in server.called("getUpdates") if isinstance(call.result, list)]
    return {kind for updates in answers for update in updates for kind in update} - {"update_id"}


@pytest.mark.shared
@pytest.mark.parametrize(
    ("method", "parameters", "result", "words"),
    [
        ("getMe", {}, True, "getMe gave it is no User"),
        ("getMe", {"x": 1}, {"id": 1, "is_bot": True, "first_name": "x"}, "getMe: .x is not documented"),
        ("getMe", {}, {"id": "1", "is_bot": True, "first_name": "x"}, "it.id is no Integer but '1'"),
        ("getMe", {}, {"id": 1, "is_bot": 1, "first_name": "x"}, "it.is_bot is no Boolean but 1"),
        ("getMe", {}, {"id": 1, "is_bot": True}, "it.first_name is missing"),
        ("deleteMessage", {"chat_id": 1}, True, "deleteMessage: .message_id is missing"),
        ("getChatMember", {"chat_id": 1, "user_id": 1}, {"status": "left"}, "it.user is missing"),
    ],
)
def test_the_specification_catches_what_is_wrong(
    shared: Path, method: str, parameters: dict[str, object], result: object, words: str
) -> None:
    specification = Specification(shared / "botapi" / "api-10.0.json")
    specification(method, parameters, result)
    assert words in "\n".join(specification.violations)
