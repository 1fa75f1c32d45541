"""Commands: each names its stream, and a fingerprint that a repeated id is compared by."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from ledger.domain.commands import Command, SplitIncident, StateToll
from ledger.domain.values import exactly
from tests.ledger.domain.samples import COMMANDS, INCIDENT, KEY, REPORT, SALMA, TOLL, command_id

everyone = pytest.mark.parametrize("command", COMMANDS.values(), ids=lambda command: type(command).__name__)


@everyone
def test_a_command_names_its_stream(command: Command) -> None:
    assert command.stream_id in (REPORT, INCIDENT, TOLL, SALMA)


@everyone
def test_the_fingerprint_is_of_what_is_asked_and_not_of_the_id(command: Command) -> None:
    assert command.model_copy(update={"command_id": command_id("another")}).fingerprint == command.fingerprint
    assert len(command.fingerprint) == 32


def test_no_two_commands_have_the_same_fingerprint() -> None:
    fingerprints = {command.fingerprint for command in COMMANDS.values()}
    stated = COMMANDS[StateToll].model_copy(update={"count": exactly(63)})
    assert len(fingerprints | {stated.fingerprint}) == len(COMMANDS) + 1


@everyone
def test_a_command_survives_writing_down(command: Command) -> None:
    assert type(command).model_validate_json(command.model_dump_json()) == command


@everyone
def test_a_command_refuses_unknown_fields(command: Command) -> None:
    with pytest.raises(ValidationError):
        type(command).model_validate({**command.model_dump(), "colour": "red"})


def test_what_came_from_a_report_belongs_to_it() -> None:
    assert {type(command).__name__ for command in COMMANDS.values() if command.correlation == REPORT} == {
        "ReceiveReport",
        "EditReport",
        "WithdrawReport",
        "NoteClaim",
        "ReportIncident",
        "StateToll",
    }


def test_a_toll_statement_goes_to_the_stream_of_its_key() -> None:
    assert COMMANDS[StateToll].stream_id == KEY.id


def test_the_base_of_commands_has_no_stream() -> None:
    with pytest.raises(NotImplementedError):
        _ = Command(command_id=command_id("bare")).stream_id


def test_an_incident_splits_into_two_or_more() -> None:
    split = COMMANDS[SplitIncident].model_dump()
    with pytest.raises(ValidationError):
        SplitIncident.model_validate({**split, "parts": (INCIDENT,)})
