"""Sending pictures, documents, albums and places, and copying messages."""

from __future__ import annotations

from dataclasses import replace

from bot.local.chats import Fields
from bot.local.files import PHOTO_LIMIT, StoredFile, picture_size
from bot.local.messages import Message
from bot.local.methods.texts import begun
from bot.local.parameters import Parameters, is_object
from bot.local.refusals import bad_request
from bot.local.wording import Words, caption_of, caption_within
from bot.local.world import World

ALBUM = range(2, 11)
_SIDES = 10_000
_RATIO = 20


async def send_photo(world: World, parameters: Parameters) -> object:
    return world.record(_with_file(world, parameters, begun(world, parameters), "photo")).fields()


async def send_document(world: World, parameters: Parameters) -> object:
    return world.record(_with_file(world, parameters, begun(world, parameters), "document")).fields()


async def send_media_group(world: World, parameters: Parameters) -> object:
    """Two to ten photos, or two to ten documents; nothing is sent if one of them is refused."""
    world.writable(parameters.text("chat_id"))
    items = [item for item in parameters.json_array("media", "media") or [] if is_object(item)]
    if len(items) not in ALBUM:
        raise bad_request("wrong number of media in the album: must be 2-10")
    kinds = {str(item.get("type")) for item in items}
    if not kinds <= {"photo", "document"}:
        raise bad_request("can't parse InputMedia: unknown type of media")
    if len(kinds) > 1:
        raise bad_request("document can't be mixed with other media types")
    album = world.next_album()
    files = [_file(world, parameters, str(item.get("media") or ""), str(item["type"])) for item in items]
    words = [caption_within(item) for item in items]
    messages = [
        _holding(replace(begun(world, parameters), media_group=album), sizes, caption)
        for sizes, caption in zip(files, words, strict=True)
    ]
    return [world.record(message).fields() for message in messages]


async def send_location(world: World, parameters: Parameters) -> object:
    latitude, longitude = parameters.number("latitude"), parameters.number("longitude")
    if latitude is None or longitude is None or abs(latitude) > 90 or abs(longitude) > 180:
        raise bad_request("wrong latitude or longitude" if latitude is not None else "latitude is empty")
    place: Fields = {"latitude": latitude, "longitude": longitude}
    return world.record(replace(begun(world, parameters), content={"location": place})).fields()


def _with_file(world: World, parameters: Parameters, message: Message, kind: str) -> Message:
    words = caption_of(parameters)
    return _holding(message, _file(world, parameters, parameters.text(kind) or "", kind), words)


def _holding(message: Message, sizes: list[StoredFile], words: Words) -> Message:
    caption, marks = words
    return replace(
        message, content=shown(sizes), file=sizes[-1], caption=caption or None, entities=marks if caption else ()
    )


def shown(sizes: list[StoredFile]) -> Fields:
    """The content of a message that holds a photo in these sizes, or this one document."""
    if sizes[-1].folder == "photos":
        return {"photo": [size.photo_fields() for size in sizes]}
    return {"document": sizes[-1].document_fields()}


def _file(world: World, parameters: Parameters, value: str, kind: str) -> list[StoredFile]:
    """A file sent along, or one known by its id; addresses are not fetched, since nothing here reaches the network."""
    upload = parameters.attached(value, kind)
    if upload is None:
        known = world.shelf.find(value)
        if not value:
            raise bad_request(f"there is no {kind} in the request")
        if known is None:
            words = "wrong HTTP URL specified" if "://" in value else "wrong remote file identifier specified"
            raise bad_request(words if not value.startswith("attach://") else f"there is no {kind} in the request")
        if known.folder != f"{kind}s":
            raise bad_request(f"type of file mismatch: can't use file of type {known.folder[:-1]} as {kind}")
        upload_content, name, mime = known.content, known.name, known.mime
    else:
        upload_content, name, mime = upload.content, upload.name, upload.mime
    if not upload_content:
        raise bad_request("file must be non-empty")
    if kind == "document":
        return [world.shelf.document(upload_content, name, mime)]
    if len(upload_content) > PHOTO_LIMIT:
        raise bad_request("file is too big")
    size = picture_size(upload_content)
    if size is None or not all(size):
        raise bad_request("IMAGE_PROCESS_FAILED")
    if sum(size) > _SIDES or max(size) > _RATIO * min(size):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    return world.shelf.photo(upload_content)


async def copy_message(world: World, parameters: Parameters) -> object:
    origin = world.conversation(parameters.text("from_chat_id"))
    number = parameters.integer("message_id")
    message = origin.messages.get(number) if number else None
    if message is None:
        raise bad_request("message to copy not found")
    begin = begun(world, parameters)
    copy = replace(
        begin,
        text=message.text,
        caption=message.caption,
        entities=message.entities,
        content=message.content,
        file=message.file,
    )
    if parameters.text("caption") is not None and message.file is not None:
        caption, marks = caption_of(parameters)
        copy = replace(copy, caption=caption or None, entities=marks)
    return {"message_id": world.record(copy).id}
