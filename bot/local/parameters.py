"""What a call brings: parameters from the query, a form, JSON or multipart, and the files sent along.

Telegram takes every value as text first: a number may come as digits, an object as JSON in a string.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeGuard

from aiohttp import web

from bot.local.chats import Fields
from bot.local.refusals import bad_request

_JSON = frozenset(
    [
        "allowed_updates",
        "button",
        "caption_entities",
        "commands",
        "entities",
        "link_preview_options",
        "media",
        "message_ids",
        "reaction",
        "reply_markup",
        "reply_parameters",
        "results",
        "scope",
    ]
)
_INTEGERS = frozenset(
    [
        "cache_time",
        "chat_id",
        "from_chat_id",
        "heading",
        "limit",
        "live_period",
        "max_connections",
        "message_id",
        "message_thread_id",
        "offset",
        "proximity_alert_radius",
        "timeout",
        "user_id",
    ]
)
_FLOATS = frozenset({"latitude", "longitude", "horizontal_accuracy"})
_BOOLEANS = frozenset(
    [
        "allow_paid_broadcast",
        "disable_content_type_detection",
        "disable_notification",
        "drop_pending_updates",
        "has_spoiler",
        "is_big",
        "is_personal",
        "protect_content",
        "show_alert",
        "show_caption_above_media",
    ]
)


@dataclass(frozen=True, slots=True)
class Upload:
    """A file sent in the request itself."""

    name: str | None
    mime: str | None
    content: bytes


class Parameters:
    """The parameters of one call; a missing one reads as None, a wrong one raises ApiError 400."""

    def __init__(self, values: Mapping[str, str], uploads: Mapping[str, Upload]) -> None:
        self.values = dict(values)
        self.uploads = dict(uploads)

    def text(self, key: str) -> str | None:
        return self.values.get(key)

    def integer(self, key: str) -> int | None:
        try:
            return int(self.values[key])
        except (KeyError, ValueError):
            return None

    def number(self, key: str) -> float | None:
        try:
            return float(self.values[key])
        except (KeyError, ValueError):
            return None

    def flag(self, key: str) -> bool:
        return self.values.get(key, "").strip().lower() in {"true", "yes", "1"}

    def json_object(self, key: str, called: str) -> Fields | None:
        """A JSON object, or None; ``called`` is Telegram's name of it in the complaint."""
        value = self._json(key, called)
        if value is not None and not is_object(value):
            raise bad_request(f"object expected as {called}")
        return value

    def json_array(self, key: str, called: str) -> list[object] | None:
        value = self._json(key, called)
        if value is not None and not isinstance(value, list):
            raise bad_request(f"can't parse {called}: expected an Array")
        return value

    def attached(self, value: str | None, key: str) -> Upload | None:
        """The file that ``attach://name`` or the part named ``key`` brings."""
        if value and value.startswith("attach://"):
            return self.uploads.get(value.removeprefix("attach://"))
        return self.uploads.get(key)

    def shown(self) -> Fields:
        """Each value as what it stands for, files as Upload: for the log of calls and for validation."""
        return {key: _typed(key, value) for key, value in self.values.items()} | self.uploads

    def _json(self, key: str, called: str) -> object:
        text = self.values.get(key)
        if not text:
            return None
        try:
            value: object = json.loads(text)
        except ValueError:
            raise bad_request(f"can't parse {called} JSON object") from None
        return value


def is_object(value: object) -> TypeGuard[Fields]:
    return isinstance(value, dict)


def _typed(key: str, value: str) -> object:
    try:
        if key in _INTEGERS:
            return int(value)
        if key in _FLOATS:
            return float(value)
        if key in _JSON:
            typed: object = json.loads(value)
            return typed
    except ValueError:
        return value
    if key in _BOOLEANS and value.lower() in {"true", "false"}:
        return value.lower() == "true"
    return value


async def read(request: web.Request) -> Parameters:
    """The parameters of a request of any verb; the body wins over the query."""
    values = dict(request.query)
    uploads: dict[str, Upload] = {}
    kind = request.content_type
    if kind == "application/json" and request.can_read_body:
        try:
            body: object = await request.json()
        except ValueError:
            raise bad_request("can't parse JSON object") from None
        if not is_object(body):
            raise bad_request("expected JSON object")
        values |= of_object(body).values
    elif kind in {"application/x-www-form-urlencoded", "multipart/form-data"}:
        for key, field in (await request.post()).items():
            if isinstance(field, web.FileField):
                uploads[key] = Upload(field.filename, field.content_type, field.file.read())
            elif isinstance(field, str):
                values[key] = field
            else:
                uploads[key] = Upload(None, None, bytes(field))
    return Parameters(values, uploads)


def of_object(body: Fields) -> Parameters:
    """The parameters of a call that came as one JSON object."""
    return Parameters({key: _text(value) for key, value in body.items() if value is not None}, {})


def _text(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
