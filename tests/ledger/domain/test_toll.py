"""A toll's values by counted day: what is known, whoever spoke last, and what comes back when one goes."""

from __future__ import annotations

from datetime import date

from ledger.domain import events
from ledger.domain.commands import AnswerProposal, Outcome, ReinstateToll, ReviewToll, StateToll, WithdrawToll
from ledger.domain.toll import NoToll, Toll, evolve
from ledger.domain.values import Count, Quantifier, Reason, ReasonCode, Stated, Status, exactly
from tests.ledger.domain.samples import (
    AT_LEAST_62,
    AUGUST_1,
    AUGUST_2,
    ERROR,
    EVENTS,
    FOUND,
    JULY_31,
    KEY,
    OMAR,
    OTHER_REPORT,
    REPORT,
    SALMA,
    TOLL,
    YARA,
    command_id,
    said,
)
from tests.ledger.domain.scenario import Story, given

TENS = Count(qualifier=Quantifier.TENS)


def state(number: int | Count, day: date = AUGUST_1, stated: Stated | None = None, *reasons: Reason) -> StateToll:
    """SOHR gives a number of people for a day."""
    count = exactly(number) if isinstance(number, int) else number
    return StateToll(
        command_id=command_id("state"),
        key=KEY,
        counted_to=day,
        count=count,
        stated=stated or said(day),
        reasons=reasons,
    )


def answer(proposal: int, *, agree: bool = True) -> AnswerProposal:
    return AnswerProposal(command_id=command_id("answer"), toll_id=TOLL, proposal=proposal, agree=agree, reason=ERROR)


def review(version: int, outcome: Outcome) -> ReviewToll:
    return ReviewToll(command_id=command_id("review"), toll_id=TOLL, version=version, outcome=outcome, reason=ERROR)


def withdraw(day: date = AUGUST_1) -> WithdrawToll:
    return WithdrawToll(command_id=command_id("withdraw"), toll_id=TOLL, counted_to=day, reason=ERROR)


def reinstate(day: date = AUGUST_1, stated: Stated | None = None) -> ReinstateToll:
    return ReinstateToll(
        command_id=command_id("reinstate"), toll_id=TOLL, counted_to=day, reason=ERROR, stated=stated or said(AUGUST_2)
    )


def begun(number: int | Count = 62, day: date = AUGUST_1) -> Story:
    """Salma stated the first value: version 0 opened the toll, version 1 stated it."""
    return given().when(SALMA, state(number, day)).then(events.TollOpened, events.TollStated)


def test_a_first_value_opens_the_toll_and_waits_for_review() -> None:
    story = begun().then(events.TollOpened, events.TollStated, status=Status.RECEIVED, unexplained=None)
    assert story.known() == {"2018-08-01": 62}


def test_an_event_before_the_toll_was_opened_changes_nothing() -> None:
    assert evolve(NoToll(), EVENTS["toll_stated"], 0, SALMA) == NoToll()


def test_a_rise_on_the_same_day_takes_effect_with_what_it_leaves_unexplained() -> None:
    deaths = Reason(code=ReasonCode.NEW_DEATHS, amount=5)
    story = begun().when(OMAR, state(70, AUGUST_1, said(AUGUST_2), deaths))
    story.then(events.TollRevised, unexplained=3, old=exactly(62), new=exactly(70))
    assert story.known() == {"2018-08-01": 70}


def test_a_rise_without_amounts_leaves_unknown_what_is_unexplained() -> None:
    begun().when(OMAR, state(70, AUGUST_1, said(AUGUST_2), ERROR)).then(events.TollRevised, unexplained=None)


def test_a_rise_on_a_new_day_is_a_new_value() -> None:
    story = begun().when(SALMA, state(66, AUGUST_2)).then(events.TollStated, unexplained=4)
    assert story.known() == {"2018-08-01": 62, "2018-08-02": 66}
    assert story.toll.latest_day == AUGUST_2


def test_the_same_number_again_cites_one_more_report_and_adds_no_deaths() -> None:
    story = begun().when(OMAR, state(62, AUGUST_1, said(AUGUST_2))).then(events.TollRestated)
    assert story.known() == {"2018-08-01": 62}
    assert len(story.toll.days[AUGUST_1].claims) == 2


def test_the_same_number_for_a_later_day_is_a_later_counted_day() -> None:
    story = begun().when(OMAR, state(62, AUGUST_2)).then(events.TollRestated, counted_to=AUGUST_2)
    assert story.known() == {"2018-08-01": 62, "2018-08-02": 62}


def test_the_same_number_with_another_breakdown_is_the_same_number() -> None:
    sample = EVENTS["toll_stated"]
    assert isinstance(sample, events.TollStated)
    bare = sample.count.model_copy(update={"breakdown": ()})
    begun(sample.count).when(OMAR, state(bare, AUGUST_1, said(AUGUST_2))).then(events.TollRestated)


def test_a_number_told_again_keeps_its_bound_and_breakdown() -> None:
    bare = Count(low=62, qualifier=Quantifier.AT_LEAST)
    story = begun(AT_LEAST_62)
    story.when(OMAR, state(exactly(62), AUGUST_2, said(AUGUST_2))).then(events.TollRestated, count=AT_LEAST_62)
    story.when(OMAR, state(bare, AUGUST_2, said(AUGUST_2))).then(events.TollRestated, count=AT_LEAST_62)
    story.when(OMAR, state(exactly(63), AUGUST_2, said(AUGUST_2))).then(events.TollStated)


def test_another_wording_of_the_same_number_is_another_figure() -> None:
    at_least = Count(low=62, qualifier=Quantifier.AT_LEAST)
    begun().when(OMAR, state(at_least, AUGUST_1, said(AUGUST_2))).then(events.TollRevised)


def test_a_best_figure_that_moved_is_no_restatement() -> None:
    low, lower = (Count(low=10, best_given=best, high=20) for best in (15, 14))
    story = begun(low).when(OMAR, state(lower, AUGUST_1, said(AUGUST_2), ERROR))
    story.then(events.TollRevisionProposed, needed=1)


def test_the_same_passage_twice_is_recorded_once() -> None:
    cited = state(62, AUGUST_1, said(report=REPORT))
    given().when(SALMA, cited).when(SALMA, cited).nothing()
    given().when(SALMA, cited).when(OMAR, cited).nothing()


def test_the_same_passage_stays_out_after_it_was_rejected() -> None:
    cited = state(62, AUGUST_1, said(report=REPORT))
    given().when(SALMA, cited).when(YARA, review(1, Outcome.REJECT)).when(SALMA, cited).nothing()


def test_a_passage_read_anew_with_another_number_is_not_swallowed() -> None:
    story = given().when(SALMA, state(62, AUGUST_1, said(report=REPORT)))
    story.when(SALMA, state(64, AUGUST_1, said(report=REPORT))).then(events.TollRevised)


def test_a_value_for_an_earlier_day_is_a_backfill_and_never_a_fall() -> None:
    story = begun(62, AUGUST_2).when(SALMA, state(10, AUGUST_1, said(AUGUST_2))).then(events.TollStated)
    assert story.known() == {"2018-08-01": 10, "2018-08-02": 62}


def test_a_day_between_two_known_days_is_a_backfill_even_if_lower_than_the_day_before() -> None:
    story = begun(62, JULY_31).when(SALMA, state(70, AUGUST_2))
    story.when(OMAR, state(50, AUGUST_1, said(AUGUST_2))).then(events.TollStated)


def test_late_news_of_an_earlier_statement_lands_at_its_true_time() -> None:
    story = begun().when(SALMA, state(70, AUGUST_1, said(AUGUST_2)))
    story = story.when(OMAR, state(66, AUGUST_1, said(AUGUST_1, hour=20)))
    story.then(events.TollRevised, old=exactly(62), new=exactly(66))
    assert story.known() == {"2018-08-01": 70}


def test_late_news_from_before_the_first_value_is_no_fall() -> None:
    story = begun().when(OMAR, state(10, AUGUST_1, said(AUGUST_1, hour=3))).then(events.TollStated)
    assert story.known() == {"2018-08-01": 62}


def test_late_news_lower_than_what_had_been_said_by_then_is_a_fall() -> None:
    story = begun().when(SALMA, state(70, AUGUST_1, said(AUGUST_2)))
    story = story.when(OMAR, state(60, AUGUST_1, said(AUGUST_1, hour=20), FOUND))
    story = story.then(events.TollRevisionProposed, old=exactly(62)).when(YARA, answer(3))
    story.then(events.TollRevised, old=exactly(62), new=exactly(60))
    assert story.known() == {"2018-08-01": 70}


def test_of_two_values_for_one_day_the_later_stated_counts_whichever_came_first() -> None:
    first, second = state(62, AUGUST_1, said(AUGUST_1)), state(70, AUGUST_1, said(AUGUST_2))
    for order in ((first, second), (second, first)):
        story = given().when(SALMA, order[0]).when(OMAR, order[1])
        assert story.known() == {"2018-08-01": 70}


def test_of_two_values_stated_at_the_same_moment_the_later_recorded_counts() -> None:
    assert begun().when(OMAR, state(63)).known() == {"2018-08-01": 63}


def test_a_rejected_value_brings_back_what_was_known_before() -> None:
    story = begun().when(SALMA, state(70, AUGUST_1, said(AUGUST_2)))
    story = story.when(YARA, review(2, Outcome.REJECT)).then(events.TollReviewed, status=Status.REJECTED)
    assert story.known() == {"2018-08-01": 62}
    assert story.toll.days[AUGUST_1].version == 1


def test_a_rejected_only_value_leaves_nothing_known() -> None:
    assert begun().when(YARA, review(1, Outcome.REJECT)).known() == {}


def test_a_rejected_restatement_leaves_the_value_it_restated() -> None:
    story = begun().when(OMAR, state(62, AUGUST_1, said(AUGUST_2)))
    assert story.when(YARA, review(2, Outcome.REJECT)).known() == {"2018-08-01": 62}


def test_an_accepted_restatement_has_its_own_status() -> None:
    story = begun().when(OMAR, state(62, AUGUST_1, said(AUGUST_2))).when(YARA, review(2, Outcome.CONFIRM))
    assert story.toll.days[AUGUST_1].status is Status.CONFIRMED
    first = story.toll.statement(1)
    assert first is not None
    assert first.status is Status.RECEIVED


def test_rejecting_the_earlier_of_two_values_leaves_the_later() -> None:
    story = begun().when(SALMA, state(70, AUGUST_1, said(AUGUST_2))).when(YARA, review(1, Outcome.REJECT))
    assert story.known() == {"2018-08-01": 70}


def test_a_number_is_looked_for_behind_mere_words() -> None:
    story = begun().when(SALMA, state(TENS, AUGUST_2))
    known, number = story.toll.known_for(AUGUST_2), story.toll.number_for(AUGUST_2)
    assert known is not None
    assert known.count == TENS
    assert number is not None
    assert number.count == exactly(62)


def test_nothing_is_known_before_the_first_day() -> None:
    toll = begun().toll
    assert toll.known_for(JULY_31) is None
    assert toll.statement(0) is None


def test_a_toll_knows_which_it_is_disjoint_from() -> None:
    toll = evolve(Toll(KEY), EVENTS["declared_disjoint"], 3, YARA)
    assert isinstance(toll, Toll)
    assert toll.disjoint_from == {"T-abcdefghjk"}


def test_two_reports_that_say_the_same_are_both_cited() -> None:
    story = given().when(SALMA, state(62, AUGUST_1, said(report=REPORT)))
    story = story.when(OMAR, state(62, AUGUST_1, said(report=OTHER_REPORT))).then(events.TollRestated)
    cited = {stated.claim.report_id for stated in story.toll.days[AUGUST_1].claims if stated.claim}
    assert cited == {REPORT, OTHER_REPORT}
