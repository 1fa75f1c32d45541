"""The command line in this process, as typed at a terminal; whatever is typed, no traceback comes back."""

from __future__ import annotations

import io
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import orjson
import pytest
import typer

from desk.cli import status_of

SOHR = "Daraa Province – Syrian Observatory for Human Rights: "
SINCE = "the number of people killed in the Yarmouk Basin since 19 July 2018 by bombardment and shelling "
BULLETIN = (
    "Barrel bombs on the Yarmouk Basin, and the talks have failed\n\n"
    f"{SOHR}a helicopter dropped barrel bombs on the Yarmouk Basin on Tuesday.\n\n"
    "The number of people killed in the Yarmouk Basin since 19 July 2018 by bombardment and shelling has risen to at "
    "least 62, among them 11 children and 10 women.\n\n"
    "The number of people executed by gunmen loyal to the regime rose to at least 48, including 8 women and boys.\n\n"
    "The Observatory documented the deaths of 297 members of Jaysh Khalid ibn al-Walid since 19 July 2018.\n\n"
    "It also documented the deaths of at least 110 members of the regime forces in the same period.\n\n"
    "A cautious calm prevails in the west of Daraa. The regime denied that its forces shelled Tasil.\n"
)
SAID_AGAIN = f"{SOHR}{SINCE}stands at 62 at least, the Observatory said again on Thursday.\n"
FALLEN = f"{SOHR}{SINCE}is 58 and not 62, as four people counted among the dead were found alive.\n"
FALLEN_WITHOUT_REASON = f"{SOHR}{SINCE}stands at 58.\n"
STRIKE = "An air strike on Jasim this morning killed 3 people and injured 7.\n"


_built_once = lru_cache(typer.main.get_command)
"""Typer builds all commands anew for each run, which takes as long as running one."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a command answered."""

    status: int
    out: str
    err: str

    @property
    def lines(self) -> list[dict[str, Any]]:
        """The JSON Lines of stdout."""
        return [orjson.loads(line) for line in self.out.splitlines()]

    @property
    def line(self) -> dict[str, Any]:
        (only,) = self.lines
        return only


class Terminal:
    """``terminal("toll", "--json")`` runs one command on one home."""

    def __init__(self, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.home = home
        self._monkeypatch = monkeypatch

    def __call__(self, *arguments: str | Path, typed: str = "") -> Said:
        self._monkeypatch.setenv("LEDGER_HOME", str(self.home))
        self._monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        self._monkeypatch.setattr("typer.main.get_command", _built_once)
        out, err = io.StringIO(), io.StringIO()
        with redirect_stdout(out), redirect_stderr(err):
            status = status_of([str(argument) for argument in arguments])
        said = Said(status, out.getvalue(), err.getvalue())
        assert "Traceback" not in said.err + said.out
        return said

    def done(self, *arguments: str | Path, typed: str = "") -> Said:
        """A command that succeeds."""
        said = self(*arguments, typed=typed)
        assert said.status == 0, said.err
        return said

    def refused(self, code: str, *arguments: str | Path, status: int = 2, typed: str = "") -> str:
        """A command that is refused with one line on stderr and nothing on stdout; the line."""
        said = self(*arguments, typed=typed)
        assert (said.status, said.out) == (status, ""), said
        (line,) = said.err.splitlines()
        assert line.startswith(f"{code} "), line
        return line

    def written(self, name: str, text: str | bytes) -> Path:
        """A file beside the home."""
        path = self.home.parent / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def report(self, text: str, day: str = "2018-08-01", *more: str, by: str = "operator") -> Said:
        """Record all of a report of SOHR; JSON Lines."""
        path = self.written("report.txt", text)
        return self.done("--as", by, "report", path, "--source", "SOHR", "--published", day, "--yes", "--json", *more)

    def people(self) -> None:
        """Salma monitors, Yara and Nadim review."""
        for name, role in (("salma", "monitor"), ("yara", "reviewer"), ("nadim", "reviewer")):
            self.done("member", "invite", name, "--role", role)
            self.done("--as", name, "status")

    def key_id(self, figure: int) -> str:
        """The toll that stands at a figure."""
        (found,) = [row["key_id"] for row in self.done("toll", "--json").lines if row["low"] == figure]
        return str(found)
