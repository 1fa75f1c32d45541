"""What is ordered to go wrong goes wrong: on that method, so often, and with or without effect."""

from __future__ import annotations

import asyncio

import httpx
import pytest

from bot.local import Fault, LocalServer, Person
from tests.bot.local.pictures import PNG
from tests.bot.local.raw import Raw

ANSWERED = [
    (Fault.TOO_MANY, 429, "Too Many Requests: retry after 3"),
    (Fault.BAD_REQUEST, 400, "Bad Request: wrong parameter in request"),
    (Fault.UNAUTHORIZED, 401, "Unauthorized"),
    (Fault.FORBIDDEN, 403, "Forbidden: bot was blocked by the user"),
    (Fault.NOT_FOUND, 404, "Not Found"),
    (Fault.CONFLICT, 409, "Conflict: terminated by other getUpdates request"),
    (Fault.SERVER_ERROR, 500, "Internal Server Error"),
]


@pytest.mark.parametrize(("kind", "status", "words"), ANSWERED)
async def test_an_error_comes_as_often_as_ordered_and_does_nothing(
    server: LocalServer, ada: Person, api: Raw, kind: Fault, status: int, words: str
) -> None:
    plan = server.fail("sendMessage", times=2, kind=kind, retry_after=3)
    for _ in range(2):
        assert await api.refused("sendMessage", chat_id=ada.id, text="x") == (status, words)
    assert ada.unheard() == []
    await api("sendMessage", chat_id=ada.id, text="x")
    assert (await ada.heard()).text == "x"
    assert [call.fault for call in server.called("sendMessage")] == [kind, kind, None]
    assert plan.used == 2


async def test_retry_after_is_said_to_machines_too(server: LocalServer, ada: Person, api: Raw) -> None:
    server.fail("sendMessage", kind=Fault.TOO_MANY, retry_after=7)
    assert (await api.body("sendMessage", chat_id=ada.id, text="x"))["parameters"] == {"retry_after": 7}


async def test_a_gateway_answers_with_a_page(server: LocalServer, api: Raw) -> None:
    server.fail("getMe", kind=Fault.BAD_GATEWAY)
    response = await api.client.post(f"{api.base}/getMe")
    assert response.status_code == 502
    assert response.headers["content-type"].startswith("text/html")


async def test_a_fault_may_wait_for_the_right_call(server: LocalServer, ada: Person, api: Raw) -> None:
    server.fail("sendMessage", kind=Fault.FORBIDDEN, when=lambda parameters: "62" in str(parameters["text"]))
    await api("sendMessage", chat_id=ada.id, text="61")
    assert (await api.refused("sendMessage", chat_id=ada.id, text="62"))[0] == 403
    await api("sendMessage", chat_id=ada.id, text="62")


async def test_a_fault_without_end_lasts_until_it_is_lifted(server: LocalServer, api: Raw) -> None:
    plan = server.fail(times=None, kind=Fault.SERVER_ERROR)
    assert [(await api.refused("getMe"))[0] for _ in range(3)] == [500, 500, 500]
    plan.lift()
    assert (await api("getMe"))["username"] == "ledger_bot"


@pytest.mark.parametrize(("kind", "sent"), [(Fault.RESET, 0), (Fault.RESET_AFTER, 1)])
async def test_a_reset_comes_before_or_after_the_effect(
    server: LocalServer, ada: Person, api: Raw, kind: Fault, sent: int
) -> None:
    server.fail("sendMessage", kind=kind)
    with pytest.raises(httpx.TransportError):
        await api("sendMessage", chat_id=ada.id, text="x")
    assert len(ada.unheard()) == sent
    await api("sendMessage", chat_id=ada.id, text="again")


@pytest.mark.parametrize(("kind", "sent"), [(Fault.HANG, 0), (Fault.HANG_AFTER, 1)])
async def test_a_hanging_answer_comes_before_or_after_the_effect(
    server: LocalServer, ada: Person, api: Raw, kind: Fault, sent: int
) -> None:
    server.fail("sendMessage", kind=kind)
    with pytest.raises(httpx.ReadTimeout):
        await api.client.post(f"{api.base}/sendMessage", json={"chat_id": ada.id, "text": "x"}, timeout=0.05)
    assert len(ada.unheard()) == sent


async def test_a_hanging_server_still_stops_at_once() -> None:
    server = await LocalServer.start()
    server.fail("getMe", kind=Fault.HANG)
    async with Raw(server) as api:
        hanging = asyncio.create_task(api("getMe"))
        await server.until(lambda: bool(server.calls))
        await asyncio.wait_for(server.stop(), 2)
        with pytest.raises(httpx.TransportError):
            await hanging


async def test_a_fault_on_a_method_that_is_not_there_cannot_be_ordered(server: LocalServer) -> None:
    with pytest.raises(ValueError, match="sendMesage"):
        server.fail("sendMesage")


async def numbers(api: Raw, **parameters: object) -> list[int]:
    return [update["update_id"] for update in await api("getUpdates", **parameters)]


async def test_updates_may_come_twice_in_one_answer(server: LocalServer, ada: Person, api: Raw) -> None:
    server.fail(kind=Fault.DUPLICATE_UPDATE)
    await ada.say("one")
    await ada.say("two")
    first, *rest = await numbers(api)
    assert rest == [first, first + 1, first + 1]
    assert await numbers(api, offset=1) == [first, first + 1]


async def test_confirmed_updates_may_come_again(server: LocalServer, ada: Person, api: Raw) -> None:
    await ada.say("one")
    [first] = await numbers(api)
    server.fail(kind=Fault.REDELIVERED)
    await ada.say("two")
    assert await numbers(api, offset=first + 1) == [first, first + 1]


async def test_updates_may_come_backwards(server: LocalServer, ada: Person, api: Raw) -> None:
    server.fail(kind=Fault.OUT_OF_ORDER)
    await ada.say("one")
    await ada.say("two")
    first, second = await numbers(api)
    assert first == second + 1


async def test_a_poisoned_update_stays_poisoned_until_it_is_confirmed(
    server: LocalServer, ada: Person, api: Raw
) -> None:
    server.fail(kind=Fault.POISON_UPDATE, when=lambda update: "two" in str(update))
    await ada.say("one")
    await ada.say("two")
    for offset in (1, 2):
        good, bad = await api("getUpdates", offset=offset)
        assert good["message"]["text"] == "one"
        assert bad["message"]["chat"] == 7
    assert await api("getUpdates", offset=bad["update_id"] + 1) == []


async def path_of(ada: Person, api: Raw) -> str:
    message = await ada.photo(PNG)
    assert message.file is not None
    found = await api("getFile", file_id=message.file.file_id)
    return f"{api.files}/{found['file_path']}"


async def test_a_file_may_break_off_half_way(server: LocalServer, ada: Person, api: Raw) -> None:
    server.fail("file", kind=Fault.CUT_FILE)
    path = await path_of(ada, api)
    with pytest.raises(httpx.TransportError):
        await api.client.get(path)
    assert (await api.client.get(path)).content == PNG


async def test_a_file_may_be_slow(server: LocalServer, ada: Person, api: Raw) -> None:
    server.fail("file", kind=Fault.SLOW_FILE, pause=0.03)
    path = await path_of(ada, api)
    with pytest.raises(httpx.ReadTimeout):
        await api.client.get(path, timeout=0.01)
    server.fail("file", kind=Fault.SLOW_FILE, pause=0)
    assert (await api.client.get(path)).content == PNG
