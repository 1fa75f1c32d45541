"""The import contract of pyproject.toml is kept, and each of its contracts catches what it is there to catch."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.house.tree import PACKAGES, REPOSITORY, python_files, text

HOUSE = "the house: imports go only downwards"
LIBRARY = "only the store touches the eventsourcing library"
DOMAIN = "the domain is pure: no store, no vault, no application, no reading"
READING = "reading a report knows neither the store nor the vault"

# Contract, file in which the fault is planted, the fault.
PLANTED = [
    (HOUSE, "ledger/codec.py", "import projections.tables"),
    (HOUSE, "ledger/codec.py", "import desk"),
    (HOUSE, "ledger/domain/values.py", "import bot"),
    (HOUSE, "projections/tables.py", "import desk"),
    (HOUSE, "projections/tables.py", "import bot"),
    (HOUSE, "desk/__init__.py", "import bot"),
    (LIBRARY, "ledger/domain/toll.py", "from eventsourcing.domain import Aggregate"),
    (LIBRARY, "ledger/application.py", "import eventsourcing"),
    (LIBRARY, "projections/follower.py", "from eventsourcing.projection import Projection"),
    (LIBRARY, "desk/__init__.py", "import eventsourcing.system"),
    (LIBRARY, "bot/__init__.py", "import eventsourcing"),
    (DOMAIN, "ledger/domain/toll.py", "from ledger.vault import Vault"),
    (DOMAIN, "ledger/domain/toll.py", "import ledger.store"),
    (DOMAIN, "ledger/domain/report.py", "from ledger.application import Ledger"),
    (DOMAIN, "ledger/domain/report.py", "import ledger.intake.drafts"),
    (DOMAIN, "ledger/domain/values.py", "import ledger.gazetteer"),
    (DOMAIN, "ledger/domain/values.py", "import sqlalchemy"),
    (READING, "ledger/intake/drafts.py", "import ledger.store"),
    (READING, "ledger/intake/drafts.py", "from ledger.vault import Vault"),
    (READING, "ledger/intake/drafts.py", "from ledger.application import Ledger"),
    (READING, "ledger/gazetteer.py", "from sqlalchemy import select"),
]

# The store and what it is split into: the library's interfaces, implemented on SQLAlchemy Core.
LIBRARY_ROOF = ("ledger/store.py", "ledger/stock/")


def contracts() -> list[str]:
    settings = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))
    return [contract["name"] for contract in settings["tool"]["importlinter"]["contracts"]]


def lint(folder: Path) -> dict[str, bool]:
    """Each contract's name with whether it was kept, as ``lint-imports`` reports on the copy in ``folder``."""
    command = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run(
        [command, "--no-cache", "--no-logo"], cwd=folder, capture_output=True, text=True, check=False, timeout=60
    )
    verdicts = dict(re.findall(r"^(.+) (KEPT|BROKEN)(?: .*)?$", done.stdout, flags=re.MULTILINE))
    kept = {name: verdict == "KEPT" for name, verdict in verdicts.items()}
    if set(kept) != set(contracts()) or (done.returncode == 0) != all(kept.values()):
        raise AssertionError(f"lint-imports said neither yes nor no:\n{done.stdout}\n{done.stderr}")
    return kept


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    for package in PACKAGES:
        ignored = shutil.ignore_patterns("__pycache__", "data")
        shutil.copytree(REPOSITORY / package, tmp_path / package, ignore=ignored)
    shutil.copy(REPOSITORY / "pyproject.toml", tmp_path)
    return tmp_path


def test_the_contract_is_kept() -> None:
    assert lint(REPOSITORY) == dict.fromkeys(contracts(), True)


def test_every_contract_has_its_planted_violations() -> None:
    assert {name for name, _, _ in PLANTED} == set(contracts())


@pytest.mark.parametrize(("contract", "path", "fault"), PLANTED)
def test_a_planted_violation_is_caught(copied: Path, contract: str, path: str, fault: str) -> None:
    with (copied / path).open("a", encoding="utf-8") as file:
        file.write(f"\n{fault}\n")
    assert lint(copied)[contract] is False


def imports_library(source: str) -> bool:
    """Whether a source imports eventsourcing anywhere, inside functions too."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import) and any(name.name.split(".")[0] == "eventsourcing" for name in node.names):
            return True
        if isinstance(node, ast.ImportFrom) and not node.level and (node.module or "").split(".")[0] == "eventsourcing":
            return True
    return False


def test_the_library_stays_under_the_roof_of_the_store() -> None:
    """Stricter than the contract, which must list modules: a new module of ``ledger`` is covered here at once."""
    importing = [path.as_posix() for path in python_files(product_only=True) if imports_library(text(path) or "")]
    assert [path for path in importing if not path.startswith(LIBRARY_ROOF)] == []


@pytest.mark.parametrize(
    "source",
    [
        "import eventsourcing",
        "from eventsourcing.persistence import StoredEvent",
        "def f():\n    import eventsourcing.utils",
    ],
)
def test_the_library_is_seen_however_it_is_imported(source: str) -> None:
    assert imports_library(source)
    assert not imports_library("from ledger import eventsourcing_like\nimport ledger.store")
