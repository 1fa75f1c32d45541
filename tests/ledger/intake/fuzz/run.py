"""Many hostile texts over all processors: ``python -m tests.ledger.intake.fuzz.run 1000000``."""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections.abc import Callable
from datetime import date

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from tests.ledger.intake.fuzz.inputs import hostile
from tests.ledger.intake.fuzz.watch import Fault, fault_of

DAY = date(2018, 8, 2)
CHUNK = 500
_UNDATED = 5  # each fifth text has no day of publication
_AGAIN = 4  # each fourth is read once more


def faults_of(seeds: range) -> list[tuple[int, Fault]]:
    """The faults of the texts of these seeds."""
    found: list[tuple[int, Fault]] = []
    for seed in seeds:
        fault = fault_of(hostile(seed), DAY if seed % _UNDATED else None, again=seed % _AGAIN == 0)
        if fault is not None:
            found.append((seed, fault))
    return found


def search(
    first: int, count: int, step: Callable[[int, int], None], processes: int | None = None
) -> list[tuple[int, Fault]]:
    """Faults of so many seeds; ``step`` is told how many more texts were read and how many faults there were."""
    chunks = [range(at, min(at + CHUNK, first + count)) for at in range(first, first + count, CHUNK)]
    found: list[tuple[int, Fault]] = []
    with multiprocessing.get_context("spawn").Pool(processes or os.cpu_count()) as pool:
        for chunk, faults in zip(chunks, pool.imap(faults_of, chunks), strict=True):
            found += faults
            step(len(chunk), len(faults))
    return found


def shown(count: int, first: int = 0) -> list[tuple[int, Fault]]:
    """Search with progress on the terminal's error stream; faults are shown as they are found."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True)) as progress:
        task = progress.add_task("hostile texts, no fault", total=count)
        seen = 0

        def step(read: int, faults: int) -> None:
            nonlocal seen
            seen += faults
            progress.update(task, advance=read, description=f"hostile texts, {seen or 'no'} faults")

        return search(first, count, step)


if __name__ == "__main__":
    wrong = shown(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0)
    for seed, fault in wrong[:20]:
        print(f"seed {seed}: {fault}")
    print(f"{len(wrong)} faults")
    sys.exit(bool(wrong))
