"""``conformance``: the standards of casualty recording, one by one, with what is done for each and what proves it."""

from __future__ import annotations

import typer

from desk.cli.session import Json, emit, remark, say
from desk.conformance import Checked, State, checked, standards
from ledger.errors import ConformanceUnproved


def add_to(app: typer.Typer) -> None:
    app.command("conformance")(conformance)


def conformance(as_json: Json = False) -> None:
    """The standards this ledger is held to: what it does for each, what is missing, and the tests that prove it.

    Exit 1 when a test that is named is not there, or is skipped. docs/methodology.md says the same in plain words.

    Example: ledger conformance
    """
    found = checked(standards())
    for it in found:
        if as_json:
            emit(it.line())
        else:
            _tell(it)
    if not as_json:
        counts = {state: sum(it.standard.state is state for it in found) for state in State}
        say(f"{len(found)} standards: " + ", ".join(f"{count} {state.value}" for state, count in counts.items()))
    if any(it.proved is None for it in found):
        remark("The tests are not here (this is an installed ledger, not a clone), so nothing was checked.")
    absent = list(dict.fromkeys(test for it in found for test in it.absent))
    if absent:
        raise ConformanceUnproved(absent)


def _tell(it: Checked) -> None:
    standard = it.standard
    say(f"{standard.number:2}  {standard.state.value:7}  {standard.standard} [{standard.origin}]")
    say(f"             {standard.does}")
    if standard.missing is not None:
        say(f"             missing: {standard.missing}")
    for test in standard.tests:
        say(f"             {'ABSENT' if test in it.absent else 'test'}: {test}")
