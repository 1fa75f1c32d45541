"""A report is received once, edited and withdrawn by its author alone, and its claims are kept beside it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from ledger.domain import events, report
from ledger.domain.commands import Command, EditReport, MergeIncident, NoteClaim, ReceiveReport, WithdrawReport
from ledger.domain.report import NoReport, Report
from ledger.domain.values import Certainty, Role
from ledger.errors import InTheFuture, NoSuchStream, NotYourReport
from tests.ledger.domain.samples import COMMANDS, EVENTS, NOW, OMAR, OPERATOR, SALMA, WORDS, acting
from tests.ledger.domain.scenario import given, state_after

RECEIVE, EDIT, TAKE_BACK, NOTE = (COMMANDS[kind] for kind in (ReceiveReport, EditReport, WithdrawReport, NoteClaim))


def test_a_report_is_received_as_it_came() -> None:
    given().when(SALMA, RECEIVE).then(events.ReportReceived, content=WORDS, source="SOHR", public=False)


def test_the_same_report_twice_is_one_report() -> None:
    given().when(SALMA, RECEIVE).when(SALMA, RECEIVE).nothing().when(OMAR, RECEIVE).nothing()


def test_a_report_from_the_future_is_refused_and_todays_is_not() -> None:
    for ahead, story in ((timedelta(hours=23), True), (timedelta(hours=25), False)):
        asked = given().when(SALMA, RECEIVE.model_copy(update={"stated_at": NOW + ahead}))
        if story:
            asked.then(events.ReportReceived)
        else:
            asked.refused(InTheFuture, "published", "2018-08-11")


def test_an_edit_is_a_new_revision_and_earlier_ones_stay() -> None:
    story = given().when(SALMA, RECEIVE).when(SALMA, EDIT).then(events.ReportEdited, revision=1)
    again = EDIT.model_copy(update={"content": "ef" * 32})
    story = story.when(SALMA, again).then(events.ReportEdited, revision=2)
    state = state_after(story.told, RECEIVE)
    assert isinstance(state, Report)
    assert state.contents == (WORDS, "cd" * 32, "ef" * 32)


def test_an_edit_that_changes_nothing_is_silent() -> None:
    given().when(SALMA, RECEIVE).when(SALMA, EDIT.model_copy(update={"content": WORDS})).nothing()


def test_an_edit_back_to_an_earlier_text_is_an_edit() -> None:
    story = given().when(SALMA, RECEIVE).when(SALMA, EDIT)
    story.when(SALMA, EDIT.model_copy(update={"content": WORDS})).then(events.ReportEdited, revision=2)


@pytest.mark.parametrize("command", [EDIT, TAKE_BACK])
def test_only_its_author_edits_or_withdraws_a_report(command: Command) -> None:
    given().when(SALMA, RECEIVE).when(OMAR, command).refused(NotYourReport)
    given().when(SALMA, RECEIVE).when(OPERATOR, command).refused(NotYourReport)


def test_a_report_is_withdrawn_once() -> None:
    given().when(SALMA, RECEIVE).when(SALMA, TAKE_BACK).then(events.ReportWithdrawn).when(SALMA, TAKE_BACK).nothing()


@pytest.mark.parametrize("command", [EDIT, TAKE_BACK, NOTE])
def test_there_must_be_a_report_to_edit_withdraw_or_note_a_claim_of(command: Command) -> None:
    given().when(SALMA, command).refused(NoSuchStream)


@pytest.mark.parametrize("certainty", list(Certainty))
def test_a_claim_is_kept_whatever_its_certainty_and_kept_once(certainty: Certainty) -> None:
    claim = NOTE.model_copy(update={"certainty": certainty})
    story = given().when(SALMA, RECEIVE).when(SALMA, claim).then(events.ClaimNoted, certainty=certainty)
    story.when(SALMA, claim).nothing()


def test_a_claim_from_the_future_is_refused() -> None:
    assert isinstance(NOTE, NoteClaim)
    later = NOTE.stated.model_copy(update={"stated_at": NOW + timedelta(days=2)})
    given().when(SALMA, RECEIVE).when(SALMA, NOTE.model_copy(update={"stated": later})).refused(InTheFuture)


def test_an_edit_before_its_report_changes_nothing() -> None:
    assert report.evolve(NoReport(), EVENTS["report_edited"], 0, SALMA) == NoReport()


def test_a_withdrawn_report_stays_readable() -> None:
    state = state_after(given().when(SALMA, RECEIVE).when(SALMA, TAKE_BACK).told, RECEIVE)
    assert state == Report(SALMA, (WORDS,), withdrawn=True)


def test_a_command_for_another_stream_is_a_mistake_of_ours() -> None:
    with pytest.raises(NotImplementedError):
        report.decide(NoReport(), COMMANDS[MergeIncident], acting(SALMA, Role.ADMIN))  # type: ignore[arg-type]
