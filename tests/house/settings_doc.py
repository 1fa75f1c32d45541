"""docs/settings.md, written from ``desk.settings.Settings``: ``python -m tests.house.settings_doc``."""

from __future__ import annotations

import importlib
import importlib.util
from pathlib import Path

from pydantic import AliasChoices, SecretStr
from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined
from pydantic_settings import BaseSettings

from tests.house.tree import REPOSITORY

PAGE = REPOSITORY / "docs" / "settings.md"

HEAD = """# Settings

Written from the code by `python -m tests.house.settings_doc`; a test fails when the two differ.

| environment variable | default | meaning |
|---|---|---|
"""


def exists() -> bool:
    """Whether there are settings yet."""
    return importlib.util.find_spec("desk.settings") is not None


def ledger_settings() -> type[BaseSettings]:
    settings = importlib.import_module("desk.settings").Settings
    if not (isinstance(settings, type) and issubclass(settings, BaseSettings)):
        raise TypeError("desk.settings.Settings is not a BaseSettings")
    return settings


def variables(settings: type[BaseSettings], name: str) -> list[str]:
    """The environment variables by which a field may be set, in capitals."""
    field = settings.model_fields[name]
    alias = field.validation_alias
    if isinstance(alias, str):
        return [alias.upper()]
    if isinstance(alias, AliasChoices):
        return [choice.upper() for choice in alias.choices if isinstance(choice, str)]
    return [f"{settings.model_config.get('env_prefix', '')}{name}".upper()]


def page(settings: type[BaseSettings]) -> str:
    return HEAD + "".join(_row(settings, name, field) for name, field in settings.model_fields.items())


def _row(settings: type[BaseSettings], name: str, field: FieldInfo) -> str:
    names = ", ".join(f"`{variable}`" for variable in variables(settings, name))
    words = " ".join((field.description or "").split()).replace("|", "\\|")
    return f"| {names} | {_default(field)} | {words} |\n"


def _default(field: FieldInfo) -> str:
    default = field.default
    if field.is_required():
        return "required"
    if default is PydanticUndefined or default is None or isinstance(default, SecretStr):
        return ""
    if isinstance(default, Path):
        return f"`{default.as_posix()}`"
    shown = getattr(default, "value", default)
    return f"`{shown}`" if str(shown) else ""


if __name__ == "__main__":
    PAGE.write_text(page(ledger_settings()), encoding="utf-8")
