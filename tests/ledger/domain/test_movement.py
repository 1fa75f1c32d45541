"""Which reasons can explain that a number of people falls, and of whom."""

from __future__ import annotations

import pytest

from ledger.domain.movement import explains_fall
from ledger.domain.values import Harm, Reason, ReasonCode
from ledger.errors import FallWithoutReason
from tests.ledger.domain.samples import AUGUST_2, OMAR, said
from tests.ledger.domain.test_toll import begun, state


@pytest.mark.parametrize("code", [ReasonCode.NEW_DEATHS, ReasonCode.LATE_REPORT, ReasonCode.MISSING_TO_DEAD])
def test_what_can_only_add_people_explains_no_fall_of_the_dead(code: ReasonCode) -> None:
    begun().when(OMAR, state(60, AUGUST_2, said(AUGUST_2), Reason(code=code))).refused(FallWithoutReason)
    more = Reason(code=ReasonCode.RECLASSIFIED, amount=2)
    begun().when(OMAR, state(60, AUGUST_2, said(AUGUST_2), more)).refused(FallWithoutReason)


def test_who_died_of_wounds_is_one_less_among_the_injured() -> None:
    died, found = Reason(code=ReasonCode.DIED_OF_WOUNDS), Reason(code=ReasonCode.BODY_RECOVERED)
    assert (explains_fall((died,), Harm.KILLED), explains_fall((died,), Harm.INJURED)) == (False, True)
    assert (explains_fall((found,), Harm.INJURED), explains_fall((found,), Harm.MISSING)) == (False, True)


def test_one_reason_that_lowers_is_enough() -> None:
    both = (Reason(code=ReasonCode.NEW_DEATHS, amount=2), Reason(code=ReasonCode.FOUND_ALIVE, amount=-4))
    assert explains_fall(both, Harm.KILLED)
    assert not explains_fall((Reason(code=ReasonCode.NONE_GIVEN),), Harm.KILLED)
