"""The tour of README.md: its commands are run and what they print stands below them; ``python -m tests.house.tour``."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.house.tree import REPOSITORY

PAGE = REPOSITORY / "README.md"
PICTURE = REPOSITORY / "docs" / "pictures" / "toll-en.png"
HEADING, END = "## Three minutes\n", "\n## What publishers did\n"

_BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)
_VARYING = (
    (re.compile(r"\b[RIM]-[0-9a-z]{10,26}\b"), "‹id›"),  # made with the pepper of each home
    (re.compile(r"\b\d{1,2} [A-Z][a-z]+ 20(?!18)\d\d \d\d:\d\d UTC"), "‹now›"),
    (re.compile(r"\b20(?!18)\d\d-\d\d-\d\d \d\d:\d\d\b"), "‹now›"),
    (re.compile(r"\b[0-9a-f]{64}\b"), "‹hash›"),
    (re.compile(r"\b[0-9a-z]{26}\b"), "‹code›"),
)


def commands(block: str) -> list[str]:
    """The lines of a block that are typed."""
    return [line[2:] for line in block.splitlines() if line.startswith("$ ")]


def steady(printed: str) -> str:
    """Output without what differs from one home, or one minute, to the next."""
    for pattern, word in _VARYING:
        printed = pattern.sub(word, printed)
    return printed


def rewritten(page: str, run: Callable[[str], str]) -> str:
    """The page with each command of the tour followed by what ``run`` gives for it."""
    start, end = page.index(HEADING), page.index(END)
    return page[:start] + _BLOCK.sub(lambda found: _block(found[1], run), page[start:end]) + page[end:]


def _block(block: str, run: Callable[[str], str]) -> str:
    parts = [f"$ {command}\n{run(command)}" for command in commands(block)]
    return "```console\n" + "\n".join(part.rstrip("\n") + "\n" for part in parts) + "```"


def runner(home: Path) -> Callable[[str], str]:
    """Runs ``ledger …`` from the repository, in a home of its own; what it draws lands beside the home."""
    program = Path(sys.executable).parent / "ledger"
    environment = {**os.environ, "LEDGER_HOME": str(home / "home"), "PYTHONUTF8": "1"}

    def run(command: str) -> str:
        words = [str(home / word) if word.endswith(".png") else word for word in shlex.split(command)[1:]]
        ended = subprocess.run(
            [program, *words], cwd=REPOSITORY, env=environment, capture_output=True, text=True, check=False, timeout=60
        )
        if ended.returncode:
            raise AssertionError(f"{command}: exit {ended.returncode}: {ended.stderr}")
        return (ended.stdout + ended.stderr).replace(f"{home}/", "")

    return run


if __name__ == "__main__":
    with TemporaryDirectory() as folder:
        PAGE.write_text(rewritten(PAGE.read_text(encoding="utf-8"), runner(Path(folder))), encoding="utf-8")
        PICTURE.parent.mkdir(exist_ok=True)
        PICTURE.write_bytes((Path(folder) / "basin.png").read_bytes())
