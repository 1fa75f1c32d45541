"""The digest: one number that any wrong row of the picture or of a toll changes."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from tests.ledger.domain.samples import AUGUST_1, AUGUST_2, OPERATOR, SALMA, on
from tests.projections.scene import Scene


@pytest.fixture
def told(scene: Scene) -> Scene:
    scene.state(OPERATOR, 62)
    scene.publish("revise", 58, AUGUST_1, on(AUGUST_2))
    scene.note(scene.report(SALMA, "one"))
    scene.incident(OPERATOR, "strike")
    return scene


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE toll_entries SET best = best + 1",
        "UPDATE toll_entries SET counted = replace(counted, '58', '57')",
        "UPDATE toll_entries SET status = 'rejected' WHERE version = 2",
        "UPDATE toll_entries SET stated_at = stated_at + 1",
        "UPDATE toll_entries SET recorded_at = recorded_at + 1",
        "DELETE FROM toll_entries WHERE version = 2",
        "UPDATE toll_keys SET source = 'nobody'",
        "UPDATE toll_keys SET place_path = 'elsewhere/'",
        "DELETE FROM toll_keys",
        "INSERT INTO toll_statuses (key_id, version, position, recorded_at, status) "
        "SELECT key_id, 2, 9, 0, 'rejected' FROM toll_keys",
        "UPDATE incident_versions SET status = 'confirmed'",
        "UPDATE incident_versions SET place_path = 'elsewhere/'",
        "DELETE FROM incident_versions",
        "DELETE FROM claims",
    ],
)
def test_a_wrong_row_changes_the_digest(told: Scene, change: str) -> None:
    before = told.queries.digest(told.now)
    with told.log.engine.begin() as connection:
        assert connection.execute(text(change)).rowcount > 0
    assert told.queries.digest(told.now) != before
    told.follower.rebuild()
    assert told.queries.digest(told.now) == before


def test_the_digest_of_a_position_stays_and_that_of_another_differs(told: Scene) -> None:
    then = told.now
    before = told.queries.digest(then)
    told.incident(SALMA, "another")
    assert told.queries.digest(then) == before
    assert told.queries.digest(told.now) != before
    assert len(before) == 64
