"""A scene for each test of the read models."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.projections.scene import Scene


@pytest.fixture
def scene(tmp_path: Path) -> Iterator[Scene]:
    playing = Scene(tmp_path)
    yield playing
    playing.log.close()
