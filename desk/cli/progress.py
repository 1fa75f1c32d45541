"""A bar on stderr for work of more than a second; none where stderr is no terminal."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TaskProgressColumn, TextColumn, TimeRemainingColumn

PATIENCE = 1.0
"""Seconds of work before anything is shown."""


class Bar:
    """Told how far the work is; draws from ``PATIENCE`` on."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._begun = time.monotonic()
        self._task: TaskID | None = None

    def __call__(self, what: str, done: int, total: int) -> None:
        if time.monotonic() - self._begun < PATIENCE:
            return
        if self._task is None:
            self._progress.start()
            self._task = self._progress.add_task(what)
        self._progress.update(self._task, description=what, completed=done, total=total)


@contextmanager
def bar() -> Iterator[Bar]:
    """A bar for as long as the block runs; it leaves nothing behind on the screen."""
    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeRemainingColumn())
    off = not sys.stderr.isatty()
    progress = Progress(*columns, console=Console(stderr=True), transient=True, disable=off)
    try:
        yield Bar(progress)
    finally:
        progress.stop()
