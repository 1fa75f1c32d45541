"""The command line: ``ledger``. One file for each group of commands; refusals leave as one line and a status."""

from __future__ import annotations

import io
import logging
import os
import sys
from typing import Annotated

import typer
from sqlalchemy.exc import SQLAlchemyError
from typer.exceptions import Abort, Exit, TyperException

from desk.cli import (
    answers,
    auditing,
    conflicts,
    conforming,
    demonstration,
    explaining,
    exporting,
    exporting_incidents,
    importing,
    importing_events,
    importing_hxl,
    importing_incidents,
    importing_losses,
    incident_review,
    itemising,
    members,
    proving,
    publishing,
    reading,
    reporting,
    review,
    review_list,
    toll_review,
    upkeep,
    witness,
)
from desk.cli.session import Session
from ledger.database import cause_of
from ledger.errors import AnswerUnprinted, LedgerError, NotConfirmed, StoreUnreachable, UsageUnclear

app = typer.Typer(
    name="ledger",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback()
def ledger(
    context: typer.Context,
    member: Annotated[
        str | None, typer.Option("--as", metavar="MEMBER", help="Who acts: a member's name; else LEDGER_MEMBER.")
    ] = None,
    unsafe: Annotated[
        bool, typer.Option("--unsafe", help="Go on where the disk may lose what it acknowledged.")
    ] = False,
) -> None:
    """An event-sourced ledger of incidents and war tolls: what was known when, on whose word, and why it changed.

    Example: ledger toll "Yarmouk Basin"
    """
    context.obj = Session(member=member, unsafe=unsafe)


reading.add_to(app)
reporting.add_to(app)
answers.add_to(app)
itemising.add_to(app)
explaining.add_to(app)
conflicts.add_to(app)
upkeep.add_to(app)
conforming.add_to(app)
proving.add_to(app)
auditing.add_to(app)
publishing.add_to(app)
witness.add_to(app)
demonstration.add_to(app)
review_list.add_to(review.app)
toll_review.add_to(app, review.app)
incident_review.add_to(app, review.app)
app.add_typer(review.app, name="review")
app.add_typer(members.app, name="member")
exporting_incidents.add_to(exporting.app)
importing_incidents.add_to(importing.app)
importing_losses.add_to(importing.app)
importing_events.add_to(importing.app)
importing_hxl.add_to(importing.app)
app.add_typer(importing.app, name="import")
app.add_typer(exporting.app, name="export")


def main(arguments: list[str] | None = None) -> None:
    """Run one command; exit 0, 2 for bad input, 1 for a check that failed, 3 when nothing was recorded."""
    logging.basicConfig(format="%(levelname)s %(message)s", level=logging.WARNING)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # a terminal that has no Arabic letters shows their numbers
    status = status_of(arguments)
    _close_quietly()
    sys.exit(status)


def status_of(arguments: list[str] | None = None) -> int:
    """Run one command and give its exit status."""
    try:
        status = app(arguments, standalone_mode=False, prog_name="ledger")
    except LedgerError as refusal:
        return _refused(refusal)
    except TyperException as unclear:
        return _unclear(unclear)
    except (Abort, KeyboardInterrupt) as stopped:
        return _stopped(stopped)
    except SQLAlchemyError as error:
        return _refused(StoreUnreachable("the ledger", cause_of(error)))
    except OSError as error:
        return _refused(AnswerUnprinted(error.strerror or type(error).__name__))
    except Exit as end:
        return end.exit_code
    return status if isinstance(status, int) else 0


def _close_quietly() -> None:
    """Give up what stdout could not take, as ``status_of`` has told; Python would complain of it once more."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _refused(refusal: LedgerError) -> int:
    typer.echo(str(refusal), err=True)
    return refusal.exit_status


def _stopped(stopped: BaseException) -> int:
    """A question left open was not confirmed; whoever pressed Ctrl-C elsewhere may have been too late to stop it."""
    if isinstance(stopped, KeyboardInterrupt) or isinstance(stopped.__cause__, KeyboardInterrupt):
        typer.echo("stopped; see what was recorded: ledger status", err=True)
        return 130
    return _refused(NotConfirmed())


def _unclear(unclear: TyperException) -> int:
    context = getattr(unclear, "ctx", None)
    command = context.command_path if context is not None else "ledger"
    words = unclear.format_message().strip()
    if not words or type(unclear).__name__ == "NoArgsIsHelpError":
        typer.echo(words or "see: ledger --help", err=True)
        return 2
    typer.echo(str(UsageUnclear(" ".join(words.split()).rstrip("."), command)), err=True)
    return 2
