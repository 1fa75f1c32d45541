"""Maker and checker: who may agree to a fall, judge a value, take a day back; and that a second tap loses."""

from __future__ import annotations

import pytest

from ledger.domain import events
from ledger.domain.commands import Outcome, PublishedChange
from ledger.domain.values import Role, Status, exactly
from ledger.errors import (
    AlreadyDecided,
    DayNotWithdrawn,
    DayUnknown,
    NothingToReview,
    ReviewerIsReporter,
    SecondReviewerIsFirst,
)
from tests.ledger.domain.samples import (
    AUGUST_1,
    AUGUST_2,
    ERROR,
    FOUND,
    NADIM,
    OMAR,
    OPERATOR,
    SALMA,
    YARA,
    said,
)
from tests.ledger.domain.scenario import Story, given
from tests.ledger.domain.test_toll import answer, begun, reinstate, review, state, withdraw
from tests.ledger.domain.test_toll_rules import ADD, publish

ZAHRA = "M-" + "zahra".ljust(26, "0")


def fallen(old: int = 62, new: int = 58) -> Story:
    """Salma proposed a fall; it waits as version 2."""
    return begun(old).when(SALMA, state(new, AUGUST_1, said(AUGUST_2), FOUND)).then(events.TollRevisionProposed)


def test_a_small_fall_takes_effect_when_one_reviewer_agrees() -> None:
    story = fallen().when(YARA, answer(2))
    story.then(events.TollRevised, old=exactly(62), new=exactly(58), proposal=2, reasons=(FOUND,), unexplained=0)
    assert story.known() == {"2018-08-01": 58}


def test_an_accepted_fall_counts_as_reviewed() -> None:
    story = fallen().when(YARA, answer(2)).then(events.TollRevised, status=Status.UNCORROBORATED)
    story.when(NADIM, review(3, Outcome.REJECT)).refused(AlreadyDecided)


@pytest.mark.parametrize("agree", [True, False])
def test_nobody_answers_their_own_proposal(agree: bool) -> None:
    story = begun().when(YARA, state(58, AUGUST_1, said(AUGUST_2), FOUND)).then(events.TollRevisionProposed)
    story.when(YARA, answer(2, agree=agree)).refused(ReviewerIsReporter)


def test_a_large_fall_needs_two_people() -> None:
    story = fallen(62, 40).when(YARA, answer(2)).then(events.TollRevisionSeconded)
    assert story.known() == {"2018-08-01": 62}
    story.when(YARA, answer(2)).refused(SecondReviewerIsFirst)
    assert story.when(NADIM, answer(2)).then(events.TollRevised).known() == {"2018-08-01": 40}


def test_either_of_two_reviewers_may_say_no() -> None:
    story = fallen(62, 40).when(YARA, answer(2)).when(NADIM, answer(2, agree=False))
    assert story.then(events.TollRevisionRejected).known() == {"2018-08-01": 62}


@pytest.mark.parametrize("first", [True, False])
@pytest.mark.parametrize("second", [True, False])
def test_a_second_tap_loses(first: bool, second: bool) -> None:
    fallen().when(YARA, answer(2, agree=first)).when(NADIM, answer(2, agree=second)).refused(AlreadyDecided)


def test_there_must_be_a_proposal_to_answer() -> None:
    begun().when(YARA, answer(1)).refused(NothingToReview)


def test_a_reviewer_who_reported_the_same_fall_may_not_agree_to_it() -> None:
    story = fallen().when(YARA, state(58, AUGUST_1, said(AUGUST_2, hour=20), FOUND)).then(events.TollRevisionProposed)
    story.when(YARA, answer(2)).refused(ReviewerIsReporter)
    story.when(SALMA, answer(3), roles=[Role.REVIEWER]).refused(ReviewerIsReporter)


def test_the_same_fall_reported_twice_takes_effect_once_and_then_cites_the_other() -> None:
    story = fallen().when(OMAR, state(58, AUGUST_1, said(AUGUST_2, hour=20), FOUND))
    story = story.when(YARA, answer(2)).then(events.TollRevised)
    story = story.when(YARA, answer(3)).then(events.TollRestated, proposal=3, status=Status.UNCORROBORATED)
    assert story.known() == {"2018-08-01": 58}
    story.when(NADIM, answer(3)).refused(AlreadyDecided)


def test_a_fall_is_recorded_from_what_is_known_when_it_is_accepted() -> None:
    story = fallen().when(OMAR, state(63, AUGUST_1, said(AUGUST_1, hour=20))).when(YARA, answer(2))
    story.then(events.TollRevised, old=exactly(63), new=exactly(58), unexplained=-1)


def test_a_fall_that_has_grown_large_meanwhile_needs_two() -> None:
    story = fallen().when(OMAR, state(90, AUGUST_1, said(AUGUST_1, hour=20)))
    story = story.when(YARA, answer(2)).then(events.TollRevisionSeconded)
    story.when(NADIM, answer(2)).then(events.TollRevised, old=exactly(90), new=exactly(58))


def test_a_fall_accepted_after_a_later_statement_lands_at_its_own_time() -> None:
    story = fallen().when(OMAR, state(64, AUGUST_1, said(AUGUST_2, hour=20))).then(events.TollRevised)
    story = story.when(YARA, answer(2)).then(events.TollRevised, old=exactly(62), new=exactly(58))
    assert story.known() == {"2018-08-01": 64}


def test_a_fall_whose_first_value_was_rejected_keeps_what_it_was_proposed_against() -> None:
    story = fallen().when(NADIM, review(1, Outcome.REJECT)).when(YARA, answer(2))
    story.then(events.TollRevised, old=exactly(62), new=exactly(58))


def test_a_reviewer_who_agreed_and_then_reported_the_same_no_longer_counts() -> None:
    story = fallen(62, 40).when(YARA, answer(2)).then(events.TollRevisionSeconded)
    story = story.when(YARA, state(40, AUGUST_1, said(AUGUST_2, hour=20), FOUND))
    story = story.when(NADIM, answer(2)).then(events.TollRevisionSeconded)
    story.when(ZAHRA, answer(2), roles=[Role.REVIEWER]).then(events.TollRevised)


@pytest.mark.parametrize(
    ("outcome", "status"),
    [
        (Outcome.ACCEPT, Status.UNCORROBORATED),
        (Outcome.CORROBORATE, Status.CORROBORATED),
        (Outcome.CONFIRM, Status.CONFIRMED),
        (Outcome.CONTEST, Status.CONTESTED),
        (Outcome.REJECT, Status.REJECTED),
        (Outcome.UNVERIFIABLE, Status.UNVERIFIABLE),
    ],
)
def test_a_value_is_reviewed_once_with_each_word(outcome: Outcome, status: Status) -> None:
    story = begun().when(YARA, review(1, outcome)).then(events.TollReviewed, status=status, version=1)
    story.when(NADIM, review(1, outcome)).refused(AlreadyDecided)


@pytest.mark.parametrize("first", [Outcome.ACCEPT, Outcome.CONFIRM, Outcome.CONTEST])
@pytest.mark.parametrize("second", [Outcome.ACCEPT, Outcome.REJECT])
def test_accepting_or_rejecting_what_is_decided_is_too_late(first: Outcome, second: Outcome) -> None:
    begun().when(YARA, review(1, first)).when(NADIM, review(1, second)).refused(AlreadyDecided)


def test_a_rejected_value_is_not_taken_up_again() -> None:
    story = begun().when(YARA, review(1, Outcome.REJECT))
    story.when(NADIM, review(1, Outcome.CONFIRM)).refused(AlreadyDecided, "rejected")


def test_an_accepted_value_may_later_be_confirmed_or_contested() -> None:
    story = begun().when(YARA, review(1, Outcome.ACCEPT)).when(NADIM, review(1, Outcome.CONFIRM))
    story = story.then(events.TollReviewed).when(YARA, review(1, Outcome.CONTEST)).then(events.TollReviewed)
    assert story.toll.days[AUGUST_1].status is Status.CONTESTED


def test_nobody_reviews_a_value_they_stated() -> None:
    given().when(YARA, state(62)).when(YARA, review(1, Outcome.ACCEPT)).refused(ReviewerIsReporter)


def test_nobody_reviews_a_value_they_restated() -> None:
    story = begun().when(YARA, state(62, AUGUST_1, said(AUGUST_2))).then(events.TollRestated)
    story.when(YARA, review(1, Outcome.ACCEPT)).refused(ReviewerIsReporter)
    story.when(SALMA, review(2, Outcome.ACCEPT), roles=[Role.REVIEWER]).refused(ReviewerIsReporter)
    story.when(NADIM, review(2, Outcome.ACCEPT)).then(events.TollReviewed)


def test_who_reported_another_figure_may_review_this_one() -> None:
    story = begun().when(YARA, state(70, AUGUST_1, said(AUGUST_2)))
    story.when(YARA, review(1, Outcome.ACCEPT)).then(events.TollReviewed)


def test_who_accepted_a_fall_did_not_report_it_and_who_proposed_it_did() -> None:
    story = fallen().when(YARA, answer(2)).then(events.TollRevised)
    story.when(SALMA, review(3, Outcome.CONFIRM), roles=[Role.REVIEWER]).refused(ReviewerIsReporter)
    story.when(YARA, review(3, Outcome.CONFIRM)).then(events.TollReviewed)


@pytest.mark.parametrize("version", [0, 9])
def test_what_states_no_value_has_nothing_to_review(version: int) -> None:
    begun().when(YARA, review(version, Outcome.ACCEPT)).refused(NothingToReview)


def test_an_imported_value_is_reviewed_by_another_than_its_importer() -> None:
    story = given().when(OPERATOR, publish(ADD, 62))
    story.when(OPERATOR, review(1, Outcome.CONFIRM)).refused(ReviewerIsReporter)
    story.when(YARA, review(1, Outcome.REJECT)).then(events.TollReviewed)


def test_a_withdrawal_needs_two_people_besides_the_reporter() -> None:
    story = begun().when(YARA, withdraw()).then(events.TollWithdrawalProposed)
    assert story.known() == {"2018-08-01": 62}
    story.when(YARA, withdraw()).refused(SecondReviewerIsFirst)
    story.when(SALMA, withdraw(), roles=[Role.REVIEWER]).refused(ReviewerIsReporter)
    assert story.when(NADIM, withdraw()).then(events.TollWithdrawn, old=exactly(62)).known() == {}


def test_who_restated_a_value_may_not_withdraw_it() -> None:
    story = begun().when(YARA, state(62, AUGUST_1, said(AUGUST_2)))
    story.when(YARA, withdraw()).refused(ReviewerIsReporter)


def test_a_withdrawal_asked_for_an_older_figure_is_void() -> None:
    story = begun().when(YARA, withdraw()).when(SALMA, state(70, AUGUST_1, said(AUGUST_2)))
    story.when(NADIM, withdraw()).then(events.TollWithdrawalProposed)


def test_a_restatement_does_not_void_a_withdrawal() -> None:
    story = begun().when(YARA, withdraw()).when(OMAR, state(62, AUGUST_1, said(AUGUST_2)))
    story.when(NADIM, withdraw()).then(events.TollWithdrawn)


def test_a_withdrawer_who_then_restated_the_value_no_longer_counts() -> None:
    story = begun().when(YARA, withdraw()).when(YARA, state(62, AUGUST_1, said(AUGUST_2)))
    story.when(NADIM, withdraw()).then(events.TollWithdrawalProposed)


def test_an_unknown_day_is_not_withdrawn() -> None:
    begun().when(YARA, withdraw(AUGUST_2)).refused(DayUnknown)


def test_a_day_is_reinstated_once() -> None:
    story = begun().when(YARA, withdraw()).when(NADIM, withdraw()).when(YARA, reinstate())
    story.then(events.TollReinstated, reason=ERROR).when(NADIM, reinstate()).refused(DayNotWithdrawn)


def test_an_imported_withdrawal_can_be_reinstated() -> None:
    story = given().when(OPERATOR, publish(ADD, 62)).when(OPERATOR, publish(PublishedChange.WITHDRAW, None))
    assert story.when(YARA, reinstate()).known() == {"2018-08-01": 62}
