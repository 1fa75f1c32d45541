"""Rows stand for the places as they lay when they were folded; when those lie elsewhere, the rows are made anew."""

from __future__ import annotations

from projections.follower import Follower
from projections.tolls import KeyFilter
from tests.ledger.domain.samples import OPERATOR
from tests.projections.scene import Scene, TestPaths


def test_rows_whose_places_lie_elsewhere_by_now_are_rebuilt_when_the_read_models_are_opened(scene: Scene) -> None:
    scene.state(OPERATOR, 62)

    class Moved(TestPaths):
        tree = 7

        def path(self, place_id: str, /) -> str:
            return f"elsewhere/{super().path(place_id)}"

    before = scene.queries.toll_keys(KeyFilter(place_path="elsewhere/syr/daraa/"), scene.queries.moment())
    Follower(scene.log, scene.log.engine, Moved()).prepare()
    after = scene.queries.toll_keys(KeyFilter(place_path="elsewhere/syr/daraa/"), scene.queries.moment())
    assert (before, bool(after)) == ([], True)
