"""docs/commands.md, written from the command line itself: ``python -m tests.house.commands_doc``."""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, cast

import typer

from tests.house.tree import REPOSITORY

PAGE = REPOSITORY / "docs" / "commands.md"

HEAD = """# Commands

Written from the code by `python -m tests.house.commands_doc`; a test fails when the two differ.

"""


class Parameter(Protocol):
    """What Typer tells of an argument or an option."""

    param_type_name: str
    name: str
    opts: Sequence[str]
    secondary_opts: Sequence[str]
    required: bool
    default: object
    envvar: str | Sequence[str] | None
    hidden: bool
    is_flag: bool
    nargs: int
    help: str | None


class Described(Protocol):
    """What Typer tells of a command; groups also have ``commands``."""

    help: str | None
    epilog: str | None
    hidden: bool
    params: Sequence[Parameter]


@dataclass(frozen=True)
class Command:
    """One command by its full name, as ``ledger review list``."""

    name: str
    help: str
    parameters: tuple[Parameter, ...]
    is_group: bool


def exists() -> bool:
    """Whether there is a command line yet."""
    spec = importlib.util.find_spec("desk.cli")
    return spec is not None and spec.origin is not None


def ledger_app() -> typer.Typer:
    app = importlib.import_module("desk.cli").app
    if not isinstance(app, typer.Typer):
        raise TypeError("desk.cli.app is not a Typer")
    return app


def commands(app: typer.Typer, name: str = "ledger") -> list[Command]:
    """Every command of the app that ``--help`` shows, the app itself first, groups before what is in them."""
    # Typer keeps its copy of click to itself, so its objects are described here by what is read from them.
    return list(_below(cast(Described, typer.main.get_command(app)), name))


def _below(described: Described, name: str) -> Iterator[Command]:
    inner = cast(Mapping[str, Described], getattr(described, "commands", {}))
    words = "\n\n".join(part.strip() for part in (described.help, described.epilog) if part)
    shown = tuple(p for p in described.params if not getattr(p, "hidden", False) and p.name != "help")
    yield Command(name, words, shown, bool(inner))
    for word, command in inner.items():
        if not command.hidden:
            yield from _below(command, f"{name} {word}")


def page(listed: Sequence[Command]) -> str:
    return HEAD + "\n".join(_section(command) for command in listed)


def _section(command: Command) -> str:
    level = "##" if " " not in command.name else "###"
    parts = [f"{level} {command.name}", _words(command.help)]
    rows = [_row(parameter) for parameter in command.parameters]
    if rows:
        parts.append("\n".join(["| given as | default | meaning |", "|---|---|---|", *rows]))
    return "\n\n".join(part for part in parts if part) + "\n"


def _words(help_text: str) -> str:
    """Help as paragraphs; click's ``\\b`` marks a paragraph whose lines stay as they are, so it becomes a block."""
    paragraphs = []
    for paragraph in help_text.replace("\f", "").split("\n\n"):
        if paragraph.startswith("\b"):
            paragraphs.append("```\n" + paragraph.lstrip("\b\n") + "\n```")
        else:
            paragraphs.append(paragraph.strip())
    return "\n\n".join(part for part in paragraphs if part)


def _row(parameter: Parameter) -> str:
    return f"| {spelling(parameter)} | {_default(parameter)} | {_cell(_meaning(parameter))} |"


def spelling(parameter: Parameter) -> str:
    """How the parameter is given: every name of an option, or an argument in capitals."""
    if parameter.param_type_name == "option":
        return ", ".join(f"`{option}`" for option in (*parameter.opts, *parameter.secondary_opts))
    several = "…" if parameter.nargs != 1 else ""
    word = parameter.name.upper() + several
    return f"`{word}`" if parameter.required else f"`[{word}]`"


def _default(parameter: Parameter) -> str:
    default = parameter.default
    if parameter.required:
        return "required"
    # A default that is computed, or typer's mark for "none given", would differ from one run to the next.
    if isinstance(default, str | int | float | Path) and not isinstance(default, bool):
        return f"`{getattr(default, 'value', default)}`" if str(default) else ""
    return "on" if default is True else ""


def _meaning(parameter: Parameter) -> str:
    names = [parameter.envvar] if isinstance(parameter.envvar, str) else list(parameter.envvar or ())
    words = (parameter.help or "").strip()
    return words + (" Or by " + ", ".join(f"`{name}`" for name in names) + "." if names else "")


def _cell(words: str) -> str:
    return " ".join(words.split()).replace("|", "\\|")


if __name__ == "__main__":
    PAGE.write_text(page(commands(ledger_app())), encoding="utf-8")
