"""What an import records: a publisher's changes as they were done, its falls and withdrawals listed for a reviewer."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from ledger.domain import events
from ledger.domain.commands import Outcome, RecordPublished
from ledger.domain.values import Status, exactly
from ledger.errors import AlreadyDecided, NothingToReview, PublishedBackwards, ReviewerIsReporter
from tests.ledger.domain.samples import AUGUST_1, AUGUST_2, OPERATOR, SALMA, YARA, said
from tests.ledger.domain.scenario import Story, given
from tests.ledger.domain.test_toll import begun, review, state
from tests.ledger.domain.test_toll_rules import ADD, REVISE, WITHDRAW, publish

JULY_30 = AUGUST_1 - timedelta(days=2)


def published(number: int = 62) -> Story:
    """The publisher gave a value for 1 August; it is version 1."""
    return given().when(OPERATOR, publish(ADD, number))


def daily(number: int, of_day: int, day: date = AUGUST_2) -> RecordPublished:
    return publish(ADD, number, day, AUGUST_2).model_copy(update={"daily": of_day})


def test_a_published_fall_counts_at_once_and_is_listed() -> None:
    story = published().when(OPERATOR, publish(REVISE, 58, stated_on=AUGUST_2))
    story.then(events.TollRevised, to_review=True, status=Status.UNCORROBORATED)
    assert story.known() == {"2018-08-01": 58}


def test_a_published_rise_is_not_listed() -> None:
    published().when(OPERATOR, publish(REVISE, 70, stated_on=AUGUST_2)).then(events.TollRevised, to_review=False)
    published().when(OPERATOR, publish(ADD, 70, AUGUST_2, AUGUST_2)).then(events.TollStated, to_review=False)


def test_a_lower_value_of_a_later_day_is_a_fall_and_of_an_earlier_day_is_not() -> None:
    published().when(OPERATOR, publish(ADD, 58, AUGUST_2, AUGUST_2)).then(events.TollStated, to_review=True)
    published().when(OPERATOR, publish(ADD, 58, JULY_30, AUGUST_2)).then(events.TollStated, to_review=False)


def test_a_day_of_which_the_number_was_taken_back_falls_from_the_day_before() -> None:
    story = published().when(OPERATOR, publish(ADD, 70, AUGUST_2, AUGUST_2))
    story = story.when(OPERATOR, publish(WITHDRAW, None, AUGUST_2, AUGUST_2))
    story.when(OPERATOR, publish(ADD, 61, AUGUST_2, AUGUST_2)).then(events.TollStated, to_review=True)


def test_the_same_figure_again_is_said_again() -> None:
    published().when(OPERATOR, publish(REVISE, 62, stated_on=AUGUST_2)).then(events.TollRestated)


def test_a_change_stated_before_what_is_known_of_the_day_is_refused() -> None:
    story = published().when(OPERATOR, publish(REVISE, 70, stated_on=AUGUST_2))
    story.when(OPERATOR, publish(REVISE, 65)).refused(PublishedBackwards, "2018-08-01")
    taken_back = story.when(OPERATOR, publish(WITHDRAW, None, stated_on=AUGUST_2))
    taken_back.when(OPERATOR, publish(ADD, 65)).refused(PublishedBackwards)


def test_two_changes_of_one_moment_follow_each_other() -> None:
    story = published().when(OPERATOR, publish(REVISE, 70)).when(OPERATOR, publish(REVISE, 65))
    assert story.known() == {"2018-08-01": 65}


def test_a_movement_that_the_days_own_count_does_not_explain_is_listed() -> None:
    published().when(OPERATOR, daily(70, 8)).then(events.TollStated, to_review=False, unexplained=None, daily=8)
    published().when(OPERATOR, daily(70, 6)).then(events.TollStated, to_review=True, unexplained=2, daily=6)
    published().when(OPERATOR, daily(62, 3)).then(events.TollStated, to_review=True, unexplained=-3, daily=3)


def test_the_first_value_of_a_toll_moves_from_nothing() -> None:
    given().when(OPERATOR, daily(232, 1)).then(events.TollOpened, events.TollStated, to_review=False)


def test_a_reviewer_lets_a_published_fall_stand_or_does_not() -> None:
    fallen = published().when(OPERATOR, publish(REVISE, 58, stated_on=AUGUST_2))
    stands = fallen.when(YARA, review(2, Outcome.ACCEPT)).then(events.TollReviewed, status=Status.UNCORROBORATED)
    assert stands.known() == {"2018-08-01": 58}
    stands.when(YARA, review(2, Outcome.ACCEPT)).refused(AlreadyDecided)
    rejected = fallen.when(YARA, review(2, Outcome.REJECT)).then(events.TollReviewed)
    assert rejected.known() == {"2018-08-01": 62}


def test_a_reviewer_lets_a_published_withdrawal_stand_or_does_not() -> None:
    gone = published().when(OPERATOR, publish(WITHDRAW, None, stated_on=AUGUST_2))
    gone.then(events.TollWithdrawn, to_review=True)
    stands = gone.when(YARA, review(2, Outcome.ACCEPT)).then(events.TollReviewed, status=Status.WITHDRAWN)
    assert stands.known() == {}
    stands.when(YARA, review(2, Outcome.REJECT)).refused(AlreadyDecided)
    rejected = gone.when(YARA, review(2, Outcome.REJECT)).then(events.TollReviewed, status=Status.REJECTED)
    assert rejected.known() == {"2018-08-01": 62}


@pytest.mark.parametrize("outcome", [Outcome.CONFIRM, Outcome.CONTEST, Outcome.UNVERIFIABLE])
def test_a_withdrawal_is_accepted_or_rejected_and_nothing_else(outcome: Outcome) -> None:
    gone = published().when(OPERATOR, publish(WITHDRAW, None, stated_on=AUGUST_2))
    gone.when(YARA, review(2, outcome)).refused(NothingToReview)


def test_whoever_imported_it_does_not_review_it() -> None:
    gone = published().when(OPERATOR, publish(WITHDRAW, None, stated_on=AUGUST_2))
    gone.when(OPERATOR, review(2, Outcome.ACCEPT)).refused(ReviewerIsReporter)
    fallen = published().when(OPERATOR, publish(REVISE, 58, stated_on=AUGUST_2))
    fallen.when(OPERATOR, review(2, Outcome.ACCEPT)).refused(ReviewerIsReporter)


def test_what_is_not_listed_is_accepted_once_only() -> None:
    published().when(YARA, review(1, Outcome.ACCEPT)).refused(AlreadyDecided)
    story = begun().when(SALMA, state(70, AUGUST_2, said(AUGUST_2)))
    story.when(YARA, review(2, Outcome.ACCEPT)).then(events.TollReviewed)


def test_the_latest_day_is_the_one_before_when_it_is_taken_back() -> None:
    story = published().when(OPERATOR, publish(ADD, 70, AUGUST_2, AUGUST_2))
    assert story.toll.latest_day == AUGUST_2
    story = story.when(OPERATOR, publish(WITHDRAW, None, AUGUST_2, AUGUST_2))
    assert story.toll.latest_day == AUGUST_1
    assert story.when(OPERATOR, publish(WITHDRAW, None)).toll.latest_day is None
    assert published(0).toll.days[AUGUST_1].count == exactly(0)
