"""The table of stages in docs/reading.md names every module of the reader, and none that is gone."""

from __future__ import annotations

import re

from tests.house.tree import REPOSITORY

INTAKE = REPOSITORY / "ledger" / "intake"
_ROW = re.compile(r"^\| (?:`(?P<folder>\w+)/`|\(itself\)) \| (?P<modules>[^|]+) \|", re.MULTILINE)
_NAME = re.compile(r"`(\w+)`")


def named() -> set[str]:
    page = (REPOSITORY / "docs" / "reading.md").read_text(encoding="utf-8")
    folders = ((row["folder"] or ".", _NAME.findall(row["modules"])) for row in _ROW.finditer(page))
    return {f"{folder}/{module}" for folder, modules in folders for module in modules}


def kept() -> set[str]:
    files = (path.relative_to(INTAKE) for path in INTAKE.rglob("*.py") if path.stem != "__init__")
    return {f"{path.parent.name or '.'}/{path.stem}" for path in files}


def test_the_table_of_stages_is_whole() -> None:
    assert named() == kept()
