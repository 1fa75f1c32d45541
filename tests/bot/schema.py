"""Every call and result of a local server, held to the Bot API as aiogram models it.

aiogram's models let unknown keys pass and fill in a missing ``type``; here both are violations. Put it on a server with
``Schema.watching(server)`` and ask at the end that ``violations`` is empty.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Mapping
from typing import Literal, get_origin

import aiogram.methods
import aiogram.types
from pydantic import BaseModel, TypeAdapter, ValidationError

from bot.local import ApiError, LocalServer
from bot.local.chats import Fields
from bot.local.parameters import Upload

METHODS = {
    model.__api_method__: model
    for _, model in inspect.getmembers(aiogram.methods, inspect.isclass)
    if issubclass(model, aiogram.methods.TelegramMethod) and model is not aiogram.methods.TelegramMethod
}
MARKUPS: Mapping[str, type[BaseModel]] = {
    "inline_keyboard": aiogram.types.InlineKeyboardMarkup,
    "keyboard": aiogram.types.ReplyKeyboardMarkup,
    "remove_keyboard": aiogram.types.ReplyKeyboardRemove,
    "force_reply": aiogram.types.ForceReply,
}
LATER: Mapping[str, Fields] = {"administrator": {"can_send_welcome_messages": False}}
"""What aiogram's models, of a later Bot API than 10.0, ask for by status, and python-telegram-bot does not know."""


class Schema:
    """An observer of a server; ``violations`` grows by one line for each thing that is not as documented."""

    def __init__(self) -> None:
        self.violations: list[str] = []
        self.checked: set[str] = set()

    @classmethod
    def watching(cls, server: LocalServer) -> Schema:
        schema = cls()
        server.observers.append(schema)
        return schema

    def taken(self) -> list[str]:
        """The violations so far, which a test expected and which no longer count."""
        taken, self.violations = self.violations, []
        return taken

    def __call__(self, method: str, parameters: Fields, result: object) -> None:
        self.checked.add(method)
        self.violations += [f"{method}: {fault}" for fault in call_faults(method, parameters)]
        if not isinstance(result, ApiError):
            self.violations += [f"{method} gave {fault}" for fault in result_faults(method, result)]


def call_faults(method: str, parameters: Fields) -> Iterator[str]:
    """What is wrong with the parameters of one call."""
    model = METHODS.get(method)
    if model is None:
        yield "no such method"
        return
    parameters = without_attachments(parameters)
    markup = parameters.get("reply_markup")
    if isinstance(markup, dict):
        keys = [key for key in MARKUPS if key in markup]
        if len(keys) != 1:
            yield f"reply_markup: {len(keys)} kinds of markup in one"
        else:
            yield from _faults(MARKUPS[keys[0]], markup, "reply_markup")
    yield from _faults(model, parameters, "")


def result_faults(method: str, result: object) -> Iterator[str]:
    model = METHODS.get(method)
    if model is not None:
        yield from _faults(model.__returning__, _of_later_days(result), "")


def _of_later_days(value: object) -> object:
    if isinstance(value, list):
        return [_of_later_days(item) for item in value]
    if not isinstance(value, dict):
        return value
    status = value.get("status")
    added = LATER.get(status, {}) if isinstance(status, str) else {}
    return dict(added) | {key: _of_later_days(item) for key, item in value.items()}


def without_attachments(parameters: Fields) -> Fields:
    """Files as the text that stands for them; parts that ``attach://`` refers to belong to no parameter."""
    sent = {key: value for key, value in parameters.items() if not isinstance(value, Upload)}
    referred = str(sent)
    files = [key for key, value in parameters.items() if isinstance(value, Upload)]
    return sent | {key: f"attach://{key}" for key in files if f"attach://{key}" not in referred}


def _faults(model: object, value: object, where: str) -> Iterator[str]:
    try:
        read: object = TypeAdapter(model).validate_python(value)
    except ValidationError as error:
        for it in error.errors(include_url=False):
            yield f"{'.'.join(map(str, filter(None, (where, *it['loc']))))}: {it['msg']}"
    else:
        yield from _unsaid(read, where or "it")


def _unsaid(read: object, where: str) -> Iterator[str]:
    """Keys that the models do not know, and kinds that they filled in themselves."""
    if isinstance(read, list | tuple):
        for number, item in enumerate(read):
            yield from _unsaid(item, f"{where}[{number}]")
    if not isinstance(read, BaseModel):
        return
    yield from (f"{where}: {type(read).__name__} has no {key!r}" for key in read.model_extra or {})
    for name, field in type(read).model_fields.items():
        if get_origin(field.annotation) is Literal and name not in read.model_fields_set:
            yield f"{where}: {type(read).__name__} needs {name!r}"
        yield from _unsaid(getattr(read, name), f"{where}.{name}")
