"""What the ledger does for each standard of casualty recording, and whether the tests that prove it are there."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, JsonValue, TypeAdapter, model_validator

ROOT = Path(__file__).resolve().parent.parent
"""Where ``tests`` lies beside the packages, in a clone; an installed ledger comes without it."""

_SKIPS = frozenset({"skip", "skipif", "xfail", "importorskip"})


class State(StrEnum):
    """How far a standard is met."""

    YES = "yes"
    PARTLY = "partly"
    NOT_YET = "not yet"


class Standard(BaseModel):
    """One line of the checklist: what is asked, by whom, what is done, what is missing, which tests prove it."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    number: int
    standard: str
    origin: str
    state: State
    does: str
    missing: str | None = None
    tests: tuple[str, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _from(cls, given: dict[str, object]) -> dict[str, object]:
        return {("origin" if name == "from" else name): value for name, value in given.items()}

    @model_validator(mode="after")
    def _is_honest(self) -> Standard:
        if (self.missing is None) != (self.state is State.YES):
            raise ValueError(f"{self.number}: what is missing is said where something is, and only there")
        if self.state is not State.NOT_YET and not self.tests:
            raise ValueError(f"{self.number}: a claim needs a test")
        return self


@dataclass(frozen=True, slots=True)
class Checked:
    """A standard with the tests of it that are missing or skipped; ``proved`` is None where no tests are here."""

    standard: Standard
    absent: tuple[str, ...]
    proved: bool | None

    def line(self) -> dict[str, JsonValue]:
        it = self.standard
        return {
            "number": it.number,
            "standard": it.standard,
            "from": it.origin,
            "state": it.state.value,
            "does": it.does,
            "missing": it.missing,
            "tests": list(it.tests),
            "absent": list(self.absent),
            "proved": self.proved,
        }


@cache
def standards() -> tuple[Standard, ...]:
    """The checklist, in order."""
    text = files("ledger").joinpath("data", "conformance.yaml").read_text("utf-8")
    return TypeAdapter(tuple[Standard, ...]).validate_python(yaml.safe_load(text))


def checked(listed: Iterable[Standard], root: Path = ROOT) -> list[Checked]:
    """Each standard with the tests it names that ``root`` does not have, or has switched off."""
    here = (root / "tests").is_dir()
    found = []
    for standard in listed:
        absent = tuple(test for test in standard.tests if here and not runs(root, test))
        # What is not met at all is proved by nothing, whatever else is tested.
        proved = None if not here else not absent and standard.state is not State.NOT_YET
        found.append(Checked(standard, absent, proved))
    return found


def runs(root: Path, test: str) -> bool:
    """Whether ``path::function`` is there and neither it nor its file is marked to be skipped or to fail."""
    path, _, name = test.partition("::")
    try:
        tree = ast.parse((root / path).read_text("utf-8"))
    except (OSError, SyntaxError):
        return False
    for node in tree.body:
        marks = isinstance(node, ast.Assign) and any(_name(target) == "pytestmark" for target in node.targets)
        if marks and _skips(node):
            return False
    return any(
        isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.name == name
        and not any(_skips(part) for part in [*node.decorator_list, *node.body])
        for node in tree.body
    )


def _skips(part: ast.AST) -> bool:
    """Whether something in this part of a test calls or names a way to skip it."""
    return any(
        isinstance(node, ast.Attribute) and node.attr in _SKIPS and _name(node.value) in {"pytest", "mark"}
        for node in ast.walk(part)
    )


def _name(node: ast.AST) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""
