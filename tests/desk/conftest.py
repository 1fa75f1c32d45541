"""A scene at the desk for each test, or for all tests of a file that only ask."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desk.scene import Scene, settle, staged


@pytest.fixture(scope="session")
def settled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with everybody in it, made once."""
    folder = tmp_path_factory.mktemp("settled")
    settle(folder)
    return folder


@pytest.fixture
def scene(tmp_path: Path, settled: Path) -> Iterator[Scene]:
    with staged(tmp_path, settled) as playing:
        yield playing
