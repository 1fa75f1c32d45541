"""The people harmed in an incident: more is anyone's to report, fewer takes others to agree."""

from __future__ import annotations

import pytest

from ledger.domain import events
from ledger.domain.values import Casualties, Count, Role, exactly
from ledger.errors import FallNeedsReviewer, FallWithoutReason, ImplausibleCount, SecondReviewerIsFirst
from tests.ledger.domain.samples import FOUND, NADIM, OMAR, SALMA, YARA
from tests.ledger.domain.test_incident import killed, reported, revise


def test_anyone_may_report_more_people_harmed() -> None:
    story = reported(casualties=killed(3)).when(OMAR, revise(killed(5))).then(events.CasualtiesRevised)
    assert story.figures() == killed(5)
    story.when(OMAR, revise(killed(5))).nothing()
    story.when(OMAR, revise(killed(10**9))).refused(ImplausibleCount)


@pytest.mark.parametrize("fewer", [killed(97), Casualties(), Casualties(killed=Count())])
def test_fewer_people_harmed_takes_a_reviewer_who_did_not_report_it(fewer: Casualties) -> None:
    story = reported(casualties=killed(100))
    story.when(SALMA, revise(fewer, FOUND)).refused(FallNeedsReviewer)
    story.when(OMAR, revise(fewer, FOUND)).refused(FallNeedsReviewer)
    story.when(SALMA, revise(fewer, FOUND), roles=[Role.REVIEWER]).refused(FallNeedsReviewer)
    story.when(YARA, revise(fewer)).refused(FallWithoutReason)


@pytest.mark.parametrize("part", ["killed", "injured", "affected"])
def test_a_small_fall_takes_one_reviewer_and_a_large_one_two(part: str) -> None:
    hundred, small, large = (Casualties.model_validate({part: exactly(number)}) for number in (100, 91, 90))
    story = reported(casualties=hundred)
    story.when(YARA, revise(small, FOUND)).then(events.CasualtiesRevised)
    story = story.when(YARA, revise(large, FOUND)).then(events.CasualtiesRevisionProposed, old=hundred, new=large)
    assert story.figures() == hundred
    story.when(YARA, revise(large, FOUND)).refused(SecondReviewerIsFirst)
    story.when(NADIM, revise(Casualties(), FOUND)).then(events.CasualtiesRevisionProposed)
    story.when(NADIM, revise(large, FOUND)).then(events.CasualtiesRevised, old=hundred, new=large)
