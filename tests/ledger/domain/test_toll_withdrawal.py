"""Counted days taken back and counted again: what is known then, on the clock of the source."""

from __future__ import annotations

from ledger.domain import events
from ledger.domain.commands import Outcome
from ledger.domain.values import Role, Status, exactly
from ledger.errors import DayNotWithdrawn, ReinstatedFall, ReviewerIsReporter
from tests.ledger.domain.samples import AUGUST_1, AUGUST_2, JULY_31, NADIM, OMAR, SALMA, YARA, said
from tests.ledger.domain.scenario import Story, given
from tests.ledger.domain.test_toll import begun, reinstate, review, state, withdraw


def test_a_withdrawn_day_counts_no_more_and_an_earlier_statement_does_not_bring_it_back() -> None:
    story = begun().when(YARA, withdraw()).when(NADIM, withdraw()).then(events.TollWithdrawn, old=exactly(62))
    assert story.known() == {}
    assert story.when(OMAR, state(60)).known() == {}


def test_a_withdrawn_day_counts_again_when_its_source_speaks_again() -> None:
    story = begun().when(YARA, withdraw()).when(NADIM, withdraw())
    again = said().model_copy(update={"stated_at": story.at})
    assert story.when(OMAR, state(60, AUGUST_1, again)).known() == {"2018-08-01": 60}


def test_a_reinstated_day_has_the_value_it_had_though_its_source_spoke_before_the_withdrawal() -> None:
    story = begun().when(YARA, withdraw()).when(NADIM, withdraw())
    story = story.when(YARA, reinstate()).then(events.TollReinstated, count=exactly(62))
    assert story.known() == {"2018-08-01": 62}


def test_a_reinstated_day_has_the_last_value_that_was_not_rejected() -> None:
    story = begun().when(SALMA, state(70, AUGUST_1, said(AUGUST_2)))
    story = story.when(YARA, withdraw()).when(NADIM, withdraw()).when(YARA, review(2, Outcome.REJECT))
    story.when(YARA, reinstate()).then(events.TollReinstated, count=exactly(62))


def test_a_reinstatement_that_is_rejected_leaves_the_day_withdrawn() -> None:
    story = begun().when(YARA, withdraw()).when(NADIM, withdraw()).when(YARA, reinstate())
    version = story.toll.days[AUGUST_1].version
    assert story.when(OMAR, review(version, Outcome.REJECT)).known() == {}


def test_a_value_stated_ahead_of_our_clock_is_withdrawn_after_it() -> None:
    ahead = said().model_copy(update={"stated_at": given().at.replace(hour=20)})
    story = given().when(SALMA, state(62, AUGUST_1, ahead)).when(YARA, withdraw()).when(NADIM, withdraw())
    assert story.known() == {}


def taken_back(number: int = 62) -> Story:
    return begun(number).when(YARA, withdraw()).when(NADIM, withdraw())


def test_a_day_that_was_not_taken_back_cannot_count_again() -> None:
    begun().when(YARA, reinstate()).refused(DayNotWithdrawn)
    taken_back().when(YARA, reinstate(AUGUST_2)).refused(DayNotWithdrawn)


def test_nobody_reinstates_their_own_figure() -> None:
    taken_back().when(SALMA, reinstate(), roles=[Role.REVIEWER]).refused(ReviewerIsReporter)


def test_a_reinstatement_that_would_be_a_fall_is_refused_and_must_wait_like_any_fall() -> None:
    story = begun(70, JULY_31).when(OMAR, state(80, AUGUST_1)).when(YARA, withdraw()).when(NADIM, withdraw())
    higher = said(AUGUST_1).model_copy(update={"stated_at": story.at})
    story = story.when(OMAR, state(90, JULY_31, higher)).then(events.TollRevised)
    story.when(YARA, reinstate()).refused(ReinstatedFall)
    assert story.known() == {"2018-07-31": 90}


def test_a_backfill_is_reinstated_though_an_earlier_day_stands_higher() -> None:
    story = begun(70, JULY_31).when(OMAR, state(95, AUGUST_2)).when(OMAR, state(60, AUGUST_1))
    story = story.when(YARA, withdraw()).when(NADIM, withdraw()).when(YARA, reinstate())
    assert story.then(events.TollReinstated).known() == {"2018-07-31": 70, "2018-08-01": 60, "2018-08-02": 95}


def test_the_figure_reported_again_after_a_withdrawal_is_a_new_value_that_waits_for_review() -> None:
    story = taken_back()
    again = said().model_copy(update={"stated_at": story.at})
    story = story.when(OMAR, state(62, AUGUST_1, again)).then(events.TollStated, status=Status.RECEIVED)
    assert story.known() == {"2018-08-01": 62}


def test_the_figure_reported_again_as_said_before_the_withdrawal_does_not_undo_it() -> None:
    assert taken_back().when(OMAR, state(62, AUGUST_1, said(AUGUST_2))).known() == {}
