"""Plays the pages of docs/walkthroughs as on day one; ``python -m tests.walkthroughs.playing`` writes them.

What is typed stands behind ``$``; in a chat with the bot, behind a name and ``>``. All else is written by the play. Ids
and codes differ from one home to the next: where a page types one that an earlier answer gave, the play types its own.
"""

from __future__ import annotations

import io
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from contextlib import chdir, contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from desk.cli import status_of
from tests.house.tree import REPOSITORY

PAGES = sorted((REPOSITORY / "docs" / "walkthroughs").glob("*.md"))
CHAT = "ledger-bot --local"

_BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)
_SAID = re.compile(r"^[^\s>$]+> (.*)$", re.MULTILINE)
_NAMES = re.compile(r"\b(?:[RIM]-[0-9a-z]{10,26}|[0-9a-z]{26})\b")
_MONTH = r"(?:[A-Z][a-z]+|[\u0600-\u06ff]+(?: [\u0600-\u06ff]+)?)"
_VARYING = (
    (re.compile(r"[0-9A-Za-z+/]{43}=|\b[0-9a-f]{64}\b"), "‹hash›"),
    (re.compile(r"^— .*$", re.MULTILINE), "‹signature›"),
    (re.compile(r"\bincident-ledger/[0-9a-f]{8}\b"), "‹key›"),
    (_NAMES, "‹id›"),
    (re.compile(rf"\b\d{{1,2}} {_MONTH} 20(?!18)\d\d(?:,? \d\d:\d\d UTC)?"), "‹now›"),
    (re.compile(r"\b20(?!18)\d\d-\d\d-\d\d(?:[T ]\d\d(?::\d\d)?(?::\d\d(?:\.\d+)?)?(?:\+00:00|Z)?)?"), "‹now›"),
    (re.compile(r"\b\d+(?:\.\d+)? (?:s|ms|min)\b"), "‹while›"),
    (re.compile(r"\b\d+ bytes\b"), "‹size›"),
)


def steady(page: str) -> str:
    """A page without what differs from one home, or one day, to the next."""
    for pattern, word in _VARYING:
        page = pattern.sub(word, page)
    return page


@dataclass
class Play:
    """One page on a home of its own, in the folder that is current; ``known`` leads from its ids to the play's."""

    known: dict[str, str] = field(default_factory=dict)

    def page(self, written: str) -> str:
        """The page with what each command prints now."""
        return _BLOCK.sub(lambda found: self._block(found[1]), written)

    def _block(self, block: str) -> str:
        parts = []
        for part in re.split(r"^(?=\$ )", block, flags=re.MULTILINE):
            if part.strip():
                command, _, before = part.partition("\n")
                parts.append(self._command(command.removeprefix("$ "), before))
        return "```console\n" + "\n".join(part.rstrip("\n") + "\n" for part in parts) + "```"

    def _command(self, command: str, before: str) -> str:
        typed = self._renamed(command)
        if command.startswith(CHAT):
            lines = [self._renamed(line) for line in _SAID.findall(before)]
            printed = _chat(lines)
        else:
            printed = _run(typed)
        for old, new in zip(_NAMES.findall(before), _NAMES.findall(printed), strict=False):
            self.known.setdefault(old, new)
        return f"$ {typed}\n{printed}"

    def _renamed(self, words: str) -> str:
        return _NAMES.sub(lambda found: self.known.get(found[0], found[0]), words)


def _run(command: str) -> str:
    """What ``ledger …`` prints, with its exit status where it is not 0; ``> FILE`` takes what it answers."""
    words = shlex.split(command)
    target = None
    if ">" in words:
        target = Path(words[words.index(">") + 1])
        words = words[: words.index(">")]
    if words.pop(0) != "ledger":
        raise ValueError(f"a walkthrough runs ledger and ledger-bot alone: {command}")
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        status = status_of(words)
    if target is not None:
        target.write_text(out.getvalue(), encoding="utf-8")
        out = io.StringIO()
    here = f"{Path.cwd()}/"
    printed = (out.getvalue() + err.getvalue()).replace("\r\n", "\n")
    return printed.replace(here, "") + (f"(exit {status})\n" if status else "")


def _chat(lines: list[str]) -> str:
    """What a chat in the terminal shows to whoever types these lines."""
    environment = {**os.environ, "PYTHONUTF8": "1", "PYTHONPATH": str(REPOSITORY)}
    ended = subprocess.run(
        [sys.executable, "-m", "bot", "--local"], input="".join(f"{line}\n" for line in lines), env=environment,
        capture_output=True, text=True, check=True, timeout=120,
    )  # fmt: skip
    return ended.stdout.replace(f"{Path.cwd()}/", "").partition("\n\n")[2]  # without what every chat begins with


@contextmanager
def in_a_new_folder(folder: Path) -> Iterator[None]:
    """An empty folder with the examples in it, and nothing set: ``ledger-home`` is made by the first command."""
    (folder / "examples").symlink_to(REPOSITORY / "examples")
    with chdir(folder):
        yield


if __name__ == "__main__":
    for path in PAGES:
        if not sys.argv[1:] or path.stem in sys.argv[1:]:
            with TemporaryDirectory() as empty, in_a_new_folder(Path(empty).resolve()):
                path.write_text(Play().page(path.read_text(encoding="utf-8")), encoding="utf-8")
