"""A toll replayed entry by entry from the log: what was known of a day before and after each."""

from __future__ import annotations

import pytest

from ledger.domain.commands import Outcome
from ledger.domain.values import exactly
from ledger.errors import NoSuchStream
from projections.lines import count_line
from projections.steps import Step
from tests.ledger.domain.samples import AUGUST_1, AUGUST_2, KEY, NADIM, OPERATOR, SALMA, YARA, on
from tests.projections.scene import FOUR_FOUND, NEW_DEATHS, Scene


def moves(steps: list[Step]) -> list[tuple[str, int | None, int | None, int | None]]:
    """Kind, old, new, and the toll after each step."""
    return [
        (
            step.entry.kind,
            step.old.measure if step.old else None,
            step.new.measure if step.new else None,
            step.toll.measure if step.toll else None,
        )
        for step in steps
    ]


def test_each_entry_tells_what_it_moved(scene: Scene) -> None:
    scene.state(OPERATOR, 62)
    scene.state(SALMA, 58, reasons=(FOUR_FOUND,), said_at=on(AUGUST_2))
    scene.answer(YARA, 2)
    scene.state(SALMA, 70, AUGUST_2, reasons=(NEW_DEATHS,))
    scene.review(YARA, 4, Outcome.REJECT)
    scene.withdraw(YARA)
    scene.withdraw(NADIM)
    assert moves(scene.queries.steps(KEY.id, scene.now)) == [
        ("toll_opened", None, None, None),
        ("toll_stated", None, 62, 62),
        ("toll_revision_proposed", 62, 62, 62),
        ("toll_revised", 62, 58, 58),
        ("toll_stated", 58, 70, 70),
        ("toll_reviewed", 70, None, 58),
        ("toll_withdrawal_proposed", 58, 58, 58),
        ("toll_withdrawn", 58, None, None),
    ]


def test_a_step_tells_why_who_and_what_was_asked(scene: Scene) -> None:
    scene.state(OPERATOR, 62)
    scene.state(SALMA, 58, reasons=(FOUR_FOUND,), said_at=on(AUGUST_2))
    line = scene.queries.steps(KEY.id, scene.now)[-1].line()
    assert (line["who"], line["asked"]) == ("monitor", count_line(exactly(58)))
    assert (line["reasons"], line["unexplained"]) == ([{"code": "found_alive", "amount": -4}], 0)
    assert (line["old"], line["new"], line["latest_day"]) == (line["toll"], line["toll"], AUGUST_1.isoformat())


def test_steps_end_at_the_moment_asked_for(scene: Scene) -> None:
    first = scene.state(OPERATOR, 62).last
    scene.publish("revise", 58, AUGUST_1, on(AUGUST_2))
    assert len(scene.queries.steps(KEY.id, scene.at(first))) == 2
    assert moves(scene.queries.steps(KEY.id, scene.stated_by(on(AUGUST_1))))[-1] == ("toll_stated", None, 62, 62)


@pytest.mark.parametrize("nothing", ["T-0000000000", "I-0000000000", SALMA])
def test_what_is_no_toll_has_no_steps(scene: Scene, nothing: str) -> None:
    with pytest.raises(NoSuchStream):
        scene.queries.steps(nothing, scene.now)
