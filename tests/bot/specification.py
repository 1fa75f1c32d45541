"""Calls and results held to the Bot API's own specification, type by type, as read from its documentation.

Stricter than aiogram's models: ``"5"`` is no Integer and ``1`` no Boolean. The file lies in ../shared, not here.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from bot.local import ApiError
from bot.local.chats import Fields
from tests.bot.schema import without_attachments

PLAIN: Mapping[str, tuple[type, ...]] = {
    "Integer": (int,),
    "Float": (int, float),
    "String": (str,),
    "Boolean": (bool,),
    "True": (bool,),
}


class Specification:
    """An observer of a server, as Schema is; ``path`` is the specification in JSON."""

    def __init__(self, path: Path) -> None:
        specification = json.loads(path.read_text(encoding="utf-8"))
        self.methods: dict[str, Any] = specification["methods"]
        self.types: dict[str, Any] = specification["types"]
        self.violations: list[str] = []
        self.checked: set[str] = set()

    def __call__(self, method: str, parameters: Fields, result: object) -> None:
        self.checked.add(method)
        documented = self.methods[method]
        sent = without_attachments(parameters)
        self.violations += [f"{method}: {it}" for it in self._object(documented, sent, "")]
        if not isinstance(result, ApiError):
            self.violations += [f"{method} gave {it}" for it in self._one_of(documented["returns"], result, "it")]

    def _object(self, documented: Any, value: Mapping[str, object], where: str) -> Iterator[str]:
        fields = {field["name"]: field for field in documented.get("fields", [])}
        yield from (f"{where}.{key} is not documented" for key in value.keys() - fields.keys())
        for name, field in fields.items():
            if name in value:
                yield from self._one_of(field["types"], value[name], f"{where}.{name}")
            elif field["required"]:
                yield f"{where}.{name} is missing"

    def _one_of(self, names: list[str], value: object, where: str) -> Iterator[str]:
        """Nothing if the value fits one of the types; else the complaints of the type it comes nearest to."""
        complaints = [list(self._fits(name, value, where)) for name in names]
        yield from min(complaints, key=len)

    def _fits(self, name: str, value: object, where: str) -> Iterator[str]:
        if name.startswith("Array of "):
            if not isinstance(value, list):
                yield f"{where} is no {name}"
                return
            for number, item in enumerate(value):
                yield from self._fits(name.removeprefix("Array of "), item, f"{where}[{number}]")
        elif name in PLAIN:
            right = isinstance(value, PLAIN[name]) and (isinstance(value, bool) == (bool in PLAIN[name]))
            yield from [] if right else [f"{where} is no {name} but {value!r}"]
        elif name == "InputFile":
            sent = isinstance(value, str) and value.startswith("attach://")
            yield from [] if sent else [f"{where} is no {name}"]
        elif not isinstance(value, dict):
            yield f"{where} is no {name} but {value!r}"
        elif subtypes := self.types[name].get("subtypes"):
            yield from self._one_of(subtypes, value, where)
        else:
            yield from self._constant(name, value, where)
            yield from self._object(self.types[name], value, where)

    def _constant(self, name: str, value: Mapping[str, object], where: str) -> Iterator[str]:
        """The field that tells the subtypes of a type apart, whose only value stands in its description."""
        for field in self.types[name].get("fields", []):
            words = field["description"].replace("“", '"').replace("”", '"')
            if field["name"] in {"type", "status", "source"} and ("must be" in words or "always" in words):
                only = words.rsplit("must be", 1)[-1].rsplit("always", 1)[-1].strip(' ".')
                if value.get(field["name"]) not in {only, None}:
                    yield f"{where}.{field['name']} is not {only!r}"
