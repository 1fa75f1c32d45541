"""What a statement becomes: which figures are refused, which falls wait, and what imports may do."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from ledger.domain import events, toll_rules
from ledger.domain.commands import PublishedChange, RecordPublished, StateToll
from ledger.domain.toll import Toll
from ledger.domain.values import Count, GroupCount, Quantifier, Reason, ReasonCode, Status, exactly
from ledger.errors import (
    DayAlreadyKnown,
    DayUnknown,
    EmptyToll,
    FallWithoutReason,
    ImplausibleCount,
    InTheFuture,
    KeyOfAnotherToll,
    NoSuchStream,
    WindowAfterDay,
)
from tests.ledger.domain.samples import (
    AUGUST_1,
    AUGUST_2,
    COMMANDS,
    ERROR,
    FOUND,
    KEY,
    NOW,
    OMAR,
    OPERATOR,
    REPORT,
    SALMA,
    YARA,
    acting,
    command_id,
    said,
)
from tests.ledger.domain.scenario import given
from tests.ledger.domain.test_toll import TENS, answer, begun, state

NONE_GIVEN = Reason(code=ReasonCode.NONE_GIVEN)


def publish(
    change: PublishedChange, number: int | None, day: date = AUGUST_1, stated_on: date = AUGUST_1
) -> RecordPublished:
    return RecordPublished(
        command_id=command_id("publish"),
        key=KEY,
        counted_to=day,
        change=change,
        count=None if number is None else exactly(number),
        stated=said(stated_on),
        reason=NONE_GIVEN,
    )


ADD, REVISE, WITHDRAW = PublishedChange.ADD, PublishedChange.REVISE, PublishedChange.WITHDRAW


def test_a_fall_without_a_reason_is_refused() -> None:
    story = begun().when(SALMA, state(58, AUGUST_1, said(AUGUST_2)))
    assert story.refused(FallWithoutReason, "from 62 to 58").known() == {"2018-08-01": 62}


def test_none_given_is_no_reason_for_a_member_to_give() -> None:
    begun().when(SALMA, state(58, AUGUST_1, said(AUGUST_2), NONE_GIVEN)).refused(FallWithoutReason)


def test_a_fall_with_a_reason_waits_and_the_value_stays() -> None:
    story = begun().when(SALMA, state(58, AUGUST_1, said(AUGUST_2), FOUND))
    story.then(events.TollRevisionProposed, needed=1, unexplained=0, old=exactly(62), new=exactly(58))
    assert story.known() == {"2018-08-01": 62}


def test_a_lower_value_for_a_later_day_is_a_fall() -> None:
    begun().when(SALMA, state(58, AUGUST_2)).refused(FallWithoutReason)
    begun().when(SALMA, state(58, AUGUST_2, None, FOUND)).then(events.TollRevisionProposed, counted_to=AUGUST_2)


def test_a_lower_value_for_a_known_day_is_a_fall_though_later_days_are_known() -> None:
    story = begun().when(SALMA, state(70, AUGUST_2))
    story.when(SALMA, state(58, AUGUST_1, said(AUGUST_2))).refused(FallWithoutReason)


def test_the_operators_fall_waits_as_anyones() -> None:
    story = begun().when(OPERATOR, state(58, AUGUST_1, said(AUGUST_2), FOUND))
    story.then(events.TollRevisionProposed)


@pytest.mark.parametrize(
    ("old", "new", "needed"),
    [
        (100, 91, 1),  # nine people, nine per cent
        (100, 90, 2),  # ten people
        (45, 37, 1),  # eight of 45: 17.8 %
        (45, 36, 2),  # nine of 45: 20 %
        (46, 37, 1),  # nine of 46: 19.6 %
        (5, 4, 2),  # one of five: 20 %
        (6, 5, 1),  # one of six: 16.7 %
        (1, 0, 2),
        (1000, 991, 1),
    ],
)
def test_a_fall_of_ten_people_or_a_fifth_needs_two_reviewers(old: int, new: int, needed: int) -> None:
    story = begun(old).when(SALMA, state(new, AUGUST_1, said(AUGUST_2), ERROR))
    story.then(events.TollRevisionProposed, needed=needed)


def test_words_in_between_do_not_hide_a_fall() -> None:
    story = begun().when(SALMA, state(TENS, AUGUST_2)).then(events.TollStated)
    story.when(SALMA, state(10, AUGUST_2, said(AUGUST_2, hour=20))).refused(FallWithoutReason, "from 62 to 10")


def test_a_word_far_below_the_number_is_a_fall() -> None:
    begun(297).when(SALMA, state(TENS, AUGUST_2)).refused(FallWithoutReason, "from 297 to tens")
    begun(297).when(SALMA, state(TENS, AUGUST_2, None, ERROR)).then(events.TollRevisionProposed, needed=2)


def test_hundreds_after_sixty_two_is_no_fall() -> None:
    hundreds = Count(qualifier=Quantifier.HUNDREDS)
    begun().when(SALMA, state(hundreds, AUGUST_2)).then(events.TollStated, unexplained=None)


def test_a_number_after_hundreds_has_nothing_to_fall_from() -> None:
    hundreds = Count(qualifier=Quantifier.HUNDREDS)
    begun(hundreds).when(SALMA, state(62, AUGUST_2)).then(events.TollStated)


def test_what_the_operator_enters_counts_at_once() -> None:
    given().when(OPERATOR, state(62)).then(events.TollOpened, events.TollStated, status=Status.UNCORROBORATED)


@pytest.mark.parametrize(
    "count",
    [Count(), Count(qualifier=Quantifier.AT_LEAST), Count(breakdown=(GroupCount(group="children", low=3),))],
    ids=["nothing", "a qualifier without a number", "a part without a whole"],
)
def test_a_toll_without_a_number_or_word_states_nothing(count: Count) -> None:
    given().when(SALMA, state(count)).refused(EmptyToll)


def test_zero_is_a_number() -> None:
    given().when(SALMA, state(0)).then(events.TollOpened, events.TollStated, count=exactly(0))


@pytest.mark.parametrize(
    "count",
    [
        exactly(10**9),
        Count(high=10_000_001, qualifier=Quantifier.UP_TO),
        Count(low=62, breakdown=(GroupCount(group="children", low=10**9),)),
    ],
)
def test_a_number_no_war_has_is_refused(count: Count) -> None:
    given().when(SALMA, state(count)).refused(ImplausibleCount)


def test_ten_million_is_still_taken() -> None:
    given().when(SALMA, state(10_000_000)).then(events.TollOpened, events.TollStated)


def test_a_statement_from_the_future_is_refused() -> None:
    later = said().model_copy(update={"stated_at": NOW + timedelta(days=1, seconds=1)})
    given().when(SALMA, state(62, AUGUST_1, later)).refused(InTheFuture, "published")


def test_a_counted_day_in_the_future_is_refused_and_tomorrow_somewhere_is_not() -> None:
    tomorrow = NOW.date() + timedelta(days=1)
    given().when(SALMA, state(62, tomorrow + timedelta(days=1), said())).refused(InTheFuture, "counted_to")
    given().when(SALMA, state(62, tomorrow, said())).then(events.TollOpened, events.TollStated)


def test_a_window_that_begins_after_the_day_it_counts_to_is_refused() -> None:
    given().when(SALMA, state(62, date(2018, 7, 18), said())).refused(WindowAfterDay)
    given().when(SALMA, state(62, date(2018, 7, 19), said())).then(events.TollOpened, events.TollStated)


def test_a_key_that_shares_an_id_by_chance_is_refused() -> None:
    other = Toll(KEY.model_copy(update={"cause": "executions"}))
    with pytest.raises(KeyOfAnotherToll):
        toll_rules.decide(other, state(62), acting(SALMA))


def test_another_spelling_of_the_key_is_the_same_toll() -> None:
    spelled = KEY.model_copy(update={"source": "  sohr "})
    again = state(62, AUGUST_1, said(AUGUST_2)).model_copy(update={"key": spelled})
    begun().when(OMAR, again).then(events.TollRestated)


def test_a_toll_that_was_never_opened_cannot_be_reviewed() -> None:
    given().when(YARA, answer(2)).refused(NoSuchStream)


def test_a_place_taken_from_the_report_is_marked() -> None:
    inferred = state(62).model_copy(update={"place_inferred": True})
    opened = given().when(SALMA, inferred).made
    assert opened is not None
    assert isinstance(opened[0], events.TollOpened)
    assert opened[0].place_inferred


def test_an_import_records_what_a_publisher_did_falls_and_withdrawals_included() -> None:
    story = given().when(OPERATOR, publish(ADD, 62)).then(events.TollOpened, events.TollStated)
    story = story.when(OPERATOR, publish(REVISE, 8, stated_on=AUGUST_2))
    story.then(events.TollRevised, old=exactly(62), new=exactly(8), reasons=(NONE_GIVEN,), status=Status.UNCORROBORATED)
    story = story.when(OPERATOR, publish(WITHDRAW, None, stated_on=AUGUST_2)).then(events.TollWithdrawn, old=exactly(8))
    assert story.known() == {}
    assert story.when(OPERATOR, publish(ADD, 9, stated_on=AUGUST_2)).known() == {"2018-08-01": 9}


def test_an_import_adds_no_day_twice() -> None:
    given().when(OPERATOR, publish(ADD, 62)).when(OPERATOR, publish(ADD, 63)).refused(DayAlreadyKnown)


@pytest.mark.parametrize("change", [REVISE, WITHDRAW])
def test_an_import_changes_no_unknown_day(change: PublishedChange) -> None:
    number = None if change is WITHDRAW else 3
    given().when(OPERATOR, publish(change, number)).refused(DayUnknown)
    given().when(OPERATOR, publish(ADD, 62)).when(OPERATOR, publish(change, number, AUGUST_2)).refused(DayUnknown)


@pytest.mark.parametrize("change", [ADD, REVISE])
def test_an_import_without_a_number_is_refused(change: PublishedChange) -> None:
    given().when(OPERATOR, publish(change, None)).refused(EmptyToll)


@pytest.mark.parametrize("change", list(PublishedChange))
def test_an_import_from_the_future_is_refused(change: PublishedChange) -> None:
    later = said().model_copy(update={"stated_at": NOW + timedelta(days=3)})
    published = publish(change, 3).model_copy(update={"stated": later})
    given().when(OPERATOR, publish(ADD, 62)).when(OPERATOR, published).refused(InTheFuture)


def test_the_same_passage_twice_adds_nothing_even_while_its_fall_waits() -> None:
    fall = state(58, AUGUST_1, said(AUGUST_2, report=REPORT), FOUND)
    begun().when(SALMA, fall).then(events.TollRevisionProposed).when(SALMA, fall).nothing()


def test_a_command_for_another_stream_is_a_mistake_of_ours() -> None:
    with pytest.raises(NotImplementedError):
        toll_rules.decide(Toll(KEY), next(iter(COMMANDS.values())), acting(SALMA))


def test_state_toll_is_what_the_samples_say() -> None:
    given().when(SALMA, COMMANDS[StateToll]).then(events.TollOpened, events.TollStated)
