"""What every command shares: who asks, the open desk, how answers and refusals are printed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Annotated

import orjson
import typer
from pydantic import JsonValue

from desk.desk import Desk
from desk.people import Caller
from desk.settings import Settings, load_settings
from projections.moments import AsOf, Clock

Json = Annotated[bool, typer.Option("--json", help="Print JSON Lines: one object a line.")]
AsOfTime = Annotated[
    str | None,
    typer.Option("--as-of", metavar="TIME", help="As known then: a day (its end, in UTC) or a time with its offset."),
]
AtPosition = Annotated[
    str | None, typer.Option("--at", metavar="@POSITION", help="As this ledger knew it at a position.")
]
ClockChoice = Annotated[
    Clock,
    typer.Option("--clock", help="Which clock --as-of means: when it was recorded, or when its source stated it."),
]


LAGGING = "STALE: recorded, but the read models cannot follow yet; see: ledger status"


@dataclass
class Session:
    """One run of the command line: settings, the name of the member who asks, and the door they knock at."""

    member: str | None = None
    unsafe: bool = False
    door: str = "ledger"
    settings: Settings = field(default_factory=load_settings)

    @contextmanager
    def desk(self) -> Iterator[Desk]:
        """The home, open for this member, with read models up to the log. Raises ``RoleForbids``."""
        desk = Desk.open(self.settings, unsafe=self.unsafe)
        try:
            desk.permit(self.door, self.caller(desk))
            desk.catch_up()  # who was invited and speaks for the first time has joined by that
            yield desk
        finally:
            desk.close()

    def caller(self, desk: Desk) -> Caller:
        """The member who asks. Raises ``NoSuchMember``."""
        return desk.people.named(self.member or self.settings.member)


def session_of(context: typer.Context) -> Session:
    """The session of this run."""
    session = context.obj
    if not isinstance(session, Session):
        raise TypeError("the command line was entered without its own callback")
    session.door = context.command_path
    return session


def moment_of(desk: Desk, as_of: str | None, at: str | None, clock: Clock) -> AsOf:
    """The moment that the options name. Raises ``LedgerError`` for what is none."""
    return desk.queries.moment(as_of, at, clock)


def one_moment(desk: Desk, text: str, clock: Clock) -> AsOf:
    """``@123``, a day or a time, as one argument."""
    return moment_of(desk, None, text, clock) if text.startswith("@") else moment_of(desk, text, None, clock)


def emit(line: Mapping[str, JsonValue]) -> None:
    """One JSON object on one line of stdout."""
    typer.echo(orjson.dumps(line).decode())


def say(text: str = "") -> None:
    """One line for a person."""
    typer.echo(text)


def remark(text: str) -> None:
    """One line beside the answer, on stderr."""
    typer.echo(text, err=True)
