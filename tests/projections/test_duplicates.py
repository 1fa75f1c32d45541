"""Likely duplicates are looked for by day and place: as known then, without those told apart, however many."""

from __future__ import annotations

from itertools import pairwise

import pytest

from ledger.domain import commands
from ledger.domain.commands import Outcome
from ledger.domain.values import Casualties, ClaimRef, Place, Precision, Stated, When, exactly
from projections import duplicates
from projections.duplicates import sighting_of
from projections.moments import AsOf
from tests.ledger.domain.samples import AUGUST_1, AUGUST_2, OPERATOR, SALMA, YARA, on
from tests.projections.scene import Scene

BASIN = "syr/daraa/syr.daraa.yarmouk-basin/"


def strike(scene: Scene, name: str, number: int = 3, **fields: object) -> str:
    """A strike of which another report tells."""
    stated = Stated(
        source=name, stated_at=on(AUGUST_1), claim=ClaimRef(report_id=scene.report(SALMA, name), start=0, end=9)
    )
    when = fields.pop("occurred", When(start=AUGUST_1, end=AUGUST_1, precision=Precision.DAY))
    return scene.incident(
        OPERATOR, name, stated=stated, casualties=Casualties(killed=exactly(number)), occurred=when, **fields
    )


def pairs(scene: Scene, as_of: AsOf | None = None, place: str | None = None) -> list[tuple[str, str]]:
    found = scene.queries.likely_pairs(as_of or scene.now, place)
    return [(it.first.incident_id, it.second.incident_id) for it in found]


def test_two_reports_of_one_raid_are_a_pair_and_told_at_a_moment(scene: Scene) -> None:
    one = strike(scene, "one")
    alone = scene.now
    two = strike(scene, "two", 4)
    strike(scene, "elsewhere", place=Place(text="Hayt"))
    (pair,) = scene.queries.likely_pairs(scene.now)
    assert (pair.first.incident_id, pair.second.incident_id, pair.likeness.score) == (one, two, 92)
    assert (pairs(scene, alone), pairs(scene, place=BASIN), pairs(scene, place="~hayt/")) == ([], [(one, two)], [])
    (likely,) = scene.queries.likely_same(sighting_of(scene.queries.incident(two, scene.now)), scene.now)
    assert likely.row.incident_id == one


def test_a_pair_one_day_apart_is_found_across_the_days(scene: Scene) -> None:
    one, two = strike(scene, "one"), strike(scene, "two", occurred=When(start=AUGUST_2, end=AUGUST_2))
    assert pairs(scene) == [(one, two)]


def test_what_was_merged_rejected_or_declared_distinct_is_no_pair_any_more(scene: Scene) -> None:
    one, two, three = strike(scene, "one"), strike(scene, "two"), strike(scene, "three")
    assert len(pairs(scene)) == 3
    before = scene.now
    scene.about(YARA, commands.DeclareDistinct, two, other=one)
    assert sorted(pairs(scene)) == sorted([(one, three), (two, three)])
    mine = sighting_of(scene.queries.incident(one, scene.now))
    assert [it.row.incident_id for it in scene.queries.likely_same(mine, scene.now)] == [three]
    scene.about(YARA, commands.MergeIncident, three, into=one)
    assert pairs(scene) == []
    scene.about(YARA, commands.ReviewIncident, one, outcome=Outcome.REJECT)
    assert (pairs(scene), len(pairs(scene, before))) == ([], 3)


def test_a_corrected_day_makes_a_pair_and_unmakes_it(scene: Scene) -> None:
    one, two = strike(scene, "one"), strike(scene, "two", occurred=When(start=on(AUGUST_1, 0).date().replace(day=9)))
    assert pairs(scene) == []
    scene.about(YARA, commands.CorrectTime, two, new=When(start=AUGUST_1, end=AUGUST_1))
    assert pairs(scene) == [(one, two)]
    scene.about(YARA, commands.CorrectPlace, two, new=Place(text="Hayt"))
    assert pairs(scene) == []


def test_a_crowded_day_is_compared_with_its_neighbours_only(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(duplicates, "MOST", 2)
    told = [strike(scene, f"report {number}") for number in range(5)]
    found = pairs(scene)
    assert set(pairwise(told)) <= set(found)
    assert len(found) == 7
