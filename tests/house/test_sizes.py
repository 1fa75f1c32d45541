"""A file fits on a few screens and a function on one. What is larger is named here, with why, and may not grow."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.house.tree import python_files, text

FILE_LINES = 250
FUNCTION_LINES = 50


@dataclass(frozen=True)
class Allowance:
    lines: int
    reason: str


# A ratchet: lower a number when its file shrinks, never raise one. A new entry needs a better reason than haste.
FILES = {
    "ledger/domain/commands.py": Allowance(402, "one page lists every imperative, in the order of events.py"),
    "ledger/domain/events.py": Allowance(645, "one page lists every event; newcomers read it first, whole"),
    "ledger/domain/values.py": Allowance(505, "the closed vocabulary that commands and events are made of"),
    "ledger/errors.py": Allowance(1255, "the catalogue: the only place where codes are made"),
    "projections/tables.py": Allowance(300, "one page lists every row that can be thrown away"),
    "tests/ledger/domain/samples.py": Allowance(258, "one sample of every event and of every command"),
}
FUNCTIONS: dict[str, Allowance] = {}


def file_lines(source: str) -> int:
    return len(source.splitlines())


def functions(source: str) -> Iterator[tuple[str, int]]:
    """Name and length in lines of every function, nested ones and methods too, decorators not counted."""

    def inside(node: ast.AST, prefix: str) -> Iterator[tuple[str, int]]:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef):
                yield prefix + child.name, (child.end_lineno or child.lineno) - child.lineno + 1
                yield from inside(child, f"{prefix}{child.name}.")
            elif isinstance(child, ast.ClassDef):
                yield from inside(child, f"{prefix}{child.name}.")
            else:
                yield from inside(child, prefix)

    yield from inside(ast.parse(source), "")


def too_long(sizes: dict[str, int], limit: int, allowed: dict[str, Allowance]) -> list[str]:
    """One line for each thing over its limit or allowance."""
    return [
        f"{name} has {lines} lines, allowed are {ceiling}: split it by what it speaks of"
        for name, lines in sorted(sizes.items())
        if lines > (ceiling := allowed[name].lines if name in allowed else limit)
    ]


def stale(sizes: dict[str, int], limit: int, allowed: dict[str, Allowance]) -> list[str]:
    """One line for each allowance that its file no longer needs."""
    return [f"{name} no longer needs its allowance: take it out" for name in allowed if sizes.get(name, 0) <= limit]


def sources() -> dict[Path, str]:
    return {path: text(path) or "" for path in python_files()}


def all_files() -> dict[str, int]:
    return {path.as_posix(): file_lines(source) for path, source in sources().items()}


def all_functions() -> dict[str, int]:
    return {
        f"{path.as_posix()}:{name}": lines for path, source in sources().items() for name, lines in functions(source)
    }


def test_no_file_is_too_long() -> None:
    assert too_long(all_files(), FILE_LINES, FILES) == []


def test_no_function_is_too_long() -> None:
    assert too_long(all_functions(), FUNCTION_LINES, FUNCTIONS) == []


def test_no_allowance_outlives_its_need() -> None:
    assert stale(all_files(), FILE_LINES, FILES) + stale(all_functions(), FUNCTION_LINES, FUNCTIONS) == []


@pytest.mark.parametrize(("lines", "found"), [(FILE_LINES, 0), (FILE_LINES + 1, 1)])
def test_a_file_one_line_over_is_caught(lines: int, found: int) -> None:
    assert len(too_long({"new.py": file_lines("x = 1\n" * lines)}, FILE_LINES, {})) == found


@pytest.mark.parametrize(("lines", "found"), [(FUNCTION_LINES, 0), (FUNCTION_LINES + 1, 1)])
@pytest.mark.parametrize("heading", ["def f():\n", "async def f():\n"])
def test_a_method_one_line_over_is_caught(heading: str, lines: int, found: int) -> None:
    body = "        x = 1\n" * (lines - 1)
    sizes = dict(functions(f"class C:\n    {heading}{body}"))
    assert sizes == {"C.f": lines}
    assert len(too_long(sizes, FUNCTION_LINES, {})) == found


def test_an_allowance_is_a_ceiling_and_is_given_back() -> None:
    allowed = {"old.py": Allowance(300, "because")}
    assert too_long({"old.py": 300}, FILE_LINES, allowed) == []
    assert len(too_long({"old.py": 301}, FILE_LINES, allowed)) == 1
    assert stale({"old.py": 300}, FILE_LINES, allowed) == []
    assert len(stale({"old.py": 250}, FILE_LINES, allowed)) == 1
    assert len(stale({}, FILE_LINES, allowed)) == 1
