"""docs/errors.md, written from the catalogue of refusals: ``python -m tests.house.errors_doc``."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from ledger import errors
from tests.house.tree import REPOSITORY

SOURCE = REPOSITORY / "ledger" / "errors.py"
PAGE = REPOSITORY / "docs" / "errors.md"

HEAD = """# Errors

Every refusal, by its code. Written from `ledger/errors.py` by `python -m tests.house.errors_doc`; a test fails when the
two differ. On the command line a refusal is one line on stderr, `CODE message; what to do`, and the exit status says
what kind it is: 2 for what cannot be accepted, 1 for a check that did not agree, 3 when nothing was recorded and the
same may be tried again. What is filled in stands in ‹angles›.

| code | exit | message | what to do |
|---|---|---|---|
"""

_ORDER = ("code", "message", "fix")


@dataclass(frozen=True)
class Refusal:
    code: str
    name: str
    exit_status: int
    message: str
    fix: str


def refusals(source: str) -> Iterator[Refusal]:
    """Each class of ``ledger.errors`` that gives a code, in the order of the file."""
    for node in ast.parse(source).body:
        if isinstance(node, ast.ClassDef):
            for call in ast.walk(node):
                if isinstance(call, ast.Call) and _starts_an_error(call):
                    yield _refusal(node.name, call)


def _starts_an_error(call: ast.Call) -> bool:
    return (
        isinstance(call.func, ast.Attribute)
        and call.func.attr == "__init__"
        and bool(call.args)
        and isinstance(call.args[0], ast.Constant)
    )


def _refusal(name: str, call: ast.Call) -> Refusal:
    given = dict(zip(_ORDER, call.args, strict=False))
    given |= {keyword.arg: keyword.value for keyword in call.keywords if keyword.arg in _ORDER}
    words = {part: _words(given[part]) if part in given else "" for part in _ORDER}
    status = getattr(errors, name).exit_status
    return Refusal(words["code"], name, status, words["message"], words["fix"])


def _words(expression: ast.expr) -> str:
    """The text of a literal; what is filled in shows by its name, or as an ellipsis."""
    match expression:
        case ast.Constant(value=str(text)):
            return text
        case ast.JoinedStr(values=parts):
            return "".join(_words(part) for part in parts)
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            return _words(left) + _words(right)
        case ast.FormattedValue(value=ast.Name(id=name)):
            return f"‹{name}›"
        case _:
            return "…"


def page(listed: list[Refusal]) -> str:
    rows = (f"| `{it.code}` | {it.exit_status} | {_cell(it.message)} | {_cell(it.fix)} |\n" for it in listed)
    return HEAD + "".join(rows)


def _cell(words: str) -> str:
    return " ".join(words.split()).replace("|", "\\|")


if __name__ == "__main__":
    PAGE.write_text(
        page(sorted(refusals(SOURCE.read_text(encoding="utf-8")), key=lambda it: it.code)), encoding="utf-8"
    )
