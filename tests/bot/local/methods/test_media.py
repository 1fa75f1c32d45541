"""Pictures, documents, albums, places and copies, as the bot sends them and fetches them."""

from __future__ import annotations

import json

import pytest

from bot.local import Person
from tests.bot.local.pictures import PNG, png
from tests.bot.local.raw import Raw
from tests.bot.schema import Schema
from tests.clock import Clock

GIF = b"GIF89a" + (30).to_bytes(2, "little") + (20).to_bytes(2, "little") + b"\0" * 20
JPEG = b"\xff\xd8\xff\xe0\x00\x04\0\0\xff\xc0\x00\x0b\x08\x00\x14\x00\x1e\x01\x11\x00" + b"\0" * 20


async def test_a_picture_sent_is_the_picture_received(ada: Person, api: Raw) -> None:
    body = await api.send("sendPhoto", ("photo", PNG), chat_id=ada.id, caption="<i>Chart</i>", parse_mode="HTML")
    sizes = body["result"]["photo"]
    assert [(size["width"], size["height"]) for size in sizes] == [(90, 45), (120, 60)]
    heard = await ada.heard()
    assert heard.file is not None
    assert (heard.caption, heard.file.content) == ("Chart", PNG)


async def test_a_file_may_come_as_an_attachment(ada: Person, api: Raw) -> None:
    body = await api.send("sendPhoto", ("chart7", PNG), chat_id=ada.id, photo="attach://chart7")
    assert body["ok"]


@pytest.mark.parametrize(("content", "size"), [(GIF, (30, 20)), (JPEG, (30, 20)), (png(1, 1), (1, 1))])
async def test_sizes_are_read_from_the_picture(ada: Person, api: Raw, content: bytes, size: tuple[int, int]) -> None:
    body = await api.send("sendPhoto", ("photo", content), chat_id=ada.id)
    assert [(it["width"], it["height"]) for it in body["result"]["photo"]] == [size]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"%PDF-1.7", "IMAGE_PROCESS_FAILED"),
        (b"", "file must be non-empty"),
        (png(21, 1), "PHOTO_INVALID_DIMENSIONS"),
        (png(10_000, 1_000)[:100], "PHOTO_INVALID_DIMENSIONS"),
        (PNG + b"\0" * 10 * 1024 * 1024, "file is too big"),
    ],
)
async def test_what_telegram_cannot_show_is_no_photo(ada: Person, api: Raw, content: bytes, words: str) -> None:
    body = await api.send("sendPhoto", ("photo", content), chat_id=ada.id)
    assert (body["error_code"], body["description"]) == (400, f"Bad Request: {words}")


async def test_a_document_keeps_its_name_and_bytes(ada: Person, api: Raw) -> None:
    body = await api.send("sendDocument", ("document", b"a,b\n"), chat_id=ada.id)
    assert body["result"]["document"]["file_name"] == "document.bin"
    assert body["result"]["document"]["file_size"] == 4
    heard = await ada.heard()
    assert heard.file is not None
    assert heard.file.content == b"a,b\n"


async def test_a_caption_may_be_1024_units_long_and_no_longer(ada: Person, api: Raw) -> None:
    assert (await api.send("sendPhoto", ("photo", PNG), chat_id=ada.id, caption="x" * 1024))["ok"]
    body = await api.send("sendPhoto", ("photo", PNG), chat_id=ada.id, caption="x" * 1025)
    assert body["description"] == "Bad Request: message caption is too long"


async def test_a_file_is_sent_again_by_its_id_and_keeps_its_unique_id(ada: Person, api: Raw) -> None:
    first = (await api.send("sendPhoto", ("photo", PNG), chat_id=ada.id))["result"]["photo"][-1]
    again = (await api("sendPhoto", chat_id=ada.id, photo=first["file_id"]))["photo"][-1]
    assert again["file_unique_id"] == first["file_unique_id"]
    assert again["file_id"] != first["file_id"]
    refused = await api.refused("sendDocument", chat_id=ada.id, document=first["file_id"])
    assert refused[1] == "Bad Request: type of file mismatch: can't use file of type photo as document"


@pytest.mark.parametrize(
    ("photo", "words"),
    [
        ("AgACnothing", "wrong remote file identifier specified"),
        ("https://example.org/x.jpg", "wrong HTTP URL specified"),
        ("attach://nothing", "there is no photo in the request"),
    ],
)
async def test_a_file_that_is_not_there_is_refused(ada: Person, api: Raw, photo: str, words: str) -> None:
    assert await api.refused("sendPhoto", chat_id=ada.id, photo=photo) == (400, f"Bad Request: {words}")


async def test_what_a_person_sent_is_fetched_by_its_id_for_an_hour(ada: Person, api: Raw, clock: Clock) -> None:
    await ada.document(b"62 killed", name="report.txt", caption="today")
    [update] = await api("getUpdates")
    document = update["message"]["document"]
    assert (document["file_name"], document["mime_type"], update["message"]["caption"]) == (
        "report.txt",
        "text/plain",
        "today",
    )
    found = await api("getFile", file_id=document["file_id"])
    assert found["file_unique_id"] == document["file_unique_id"]
    url = f"{api.files}/{found['file_path']}"
    assert (await api.client.get(url)).content == b"62 killed"
    clock.tick(3600)
    assert (await api.client.get(url)).status_code == 404


async def test_an_unknown_or_too_large_file_cannot_be_fetched(ada: Person, api: Raw) -> None:
    assert await api.refused("getFile", file_id="x") == (400, "Bad Request: invalid file_id")
    large = await ada.document(b"\0" * (20 * 1024 * 1024 + 1))
    assert large.file is not None
    assert await api.refused("getFile", file_id=large.file.file_id) == (400, "Bad Request: file is too big")


def album(*kinds: str) -> str:
    return json.dumps([{"type": kind, "media": "attach://one", "caption": f"{n}"} for n, kind in enumerate(kinds)])


async def test_an_album_comes_as_messages_of_one_group(ada: Person, api: Raw) -> None:
    body = await api.send("sendMediaGroup", ("one", PNG), chat_id=ada.id, media=album("photo", "photo"))
    assert [it["caption"] for it in body["result"]] == ["0", "1"]
    assert len({it["media_group_id"] for it in body["result"]}) == 1


@pytest.mark.parametrize(
    ("kinds", "words"),
    [
        (["photo"], "wrong number of media in the album: must be 2-10"),
        (["photo"] * 11, "wrong number of media in the album: must be 2-10"),
        (["photo", "document"], "document can't be mixed with other media types"),
        (["sticker", "sticker"], "can't parse InputMedia: unknown type of media"),
    ],
)
async def test_a_wrong_album_is_refused_whole(
    ada: Person, api: Raw, kinds: list[str], words: str, schema: Schema
) -> None:
    body = await api.send("sendMediaGroup", ("one", PNG), chat_id=ada.id, media=album(*kinds))
    assert body["description"] == f"Bad Request: {words}"
    assert ada.unheard() == []
    assert bool(schema.taken()) == ("sticker" in kinds)


async def test_a_place_is_sent(ada: Person, api: Raw) -> None:
    await api("sendLocation", chat_id=ada.id, latitude=32.62, longitude=36.1)
    assert (await ada.heard()).content == {"location": {"latitude": 32.62, "longitude": 36.1}}
    assert (await api.refused("sendLocation", chat_id=ada.id, latitude=91, longitude=0))[0] == 400


async def test_a_copy_shows_no_origin(ada: Person, api: Raw) -> None:
    said = await ada.photo(PNG, caption="Hayt")
    copy = await api("copyMessage", chat_id=ada.id, from_chat_id=ada.id, message_id=said.id, caption="place")
    heard = await ada.heard()
    assert copy == {"message_id": heard.id}
    assert (heard.caption, heard.origin) == ("place", None)
    refused = await api.refused("copyMessage", chat_id=ada.id, from_chat_id=ada.id, message_id=99)
    assert refused == (400, "Bad Request: message to copy not found")
