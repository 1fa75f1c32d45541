"""Real revisions of real tolls: as-of answers on the stated clock equal a plain walk over the published changes."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from ledger.domain.commands import Command, PublishedChange, RecordPublished
from ledger.domain.values import Place, Stated, TollKey, exactly
from projections.moments import AsOf
from tests.ledger.domain.samples import OPERATOR, command_id
from tests.projections.plain_replay import Line, lines, replay
from tests.projections.scene import NO_REASON, STATED, Scene

FOLDER = Path(__file__).resolve().parents[1] / "data" / "gaza"
TOGETHER = 500  # commands recorded in one transaction


def key_of(line: Line) -> TollKey:
    return TollKey(
        source=line["source"],
        place=Place(text=line["place"]),
        group=line["group"],
        harm=line["harm"],
        cause=line["cause"] or None,
        period_start=date.fromisoformat(line["period_start"]),
    )


def command_of(number: int, line: Line) -> Command:
    return RecordPublished(
        command_id=command_id(f"line {number}"),
        key=key_of(line),
        counted_to=date.fromisoformat(line["counted_to"]),
        change=PublishedChange(line["op"]),
        count=exactly(int(line["value"])) if line["value"] else None,
        stated=Stated(source=line["source"], stated_at=datetime.fromisoformat(line["stated_at"])),
        reason=NO_REASON,
    )


def record(scene: Scene, changes: list[Line]) -> None:
    """Import the changes as a publisher's, long after they were made."""
    scene.clock.to(datetime.fromisoformat("2026-11-01T00:00:00+00:00"))
    commands = [command_of(number, line) for number, line in enumerate(changes)]
    for first in range(0, len(commands), TOGETHER):
        scene.do(OPERATOR, *commands[first : first + TOGETHER])


def answer(scene: Scene, keys: dict[tuple[str, str, str], str], as_of: AsOf, parts: dict[str, Any]) -> dict[str, Any]:
    """Days known and the sum of their values of one key of the oracle, as the queries give them."""
    key_id = keys[parts["group"], parts["harm"], parts["cause"]]
    known = [row.count.best or 0 for row in scene.queries.history(key_id, as_of)]
    return {**parts, "days": len(known), "sum": sum(known)}


def assert_equal_at_every_moment(scene: Scene, changes: list[Line], oracle: list[dict[str, Any]]) -> None:
    keys = {(line["group"], line["harm"], line["cause"]): key_of(line).id for line in changes}
    for moment in oracle:
        as_of = scene.queries.moment(as_of=moment["stated_at"], clock=STATED)
        assert [answer(scene, keys, as_of, parts) for parts in moment["keys"]] == moment["keys"], moment["stated_at"]


def told(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_the_first_500_changes_are_known_as_a_plain_walk_knows_them(scene: Scene) -> None:
    changes = lines(FOLDER / "changes.csv")
    assert len(changes) == 500
    record(scene, changes)
    assert_equal_at_every_moment(scene, changes, told(FOLDER / "oracle.jsonl"))


def test_the_oracle_beside_them_is_what_the_walk_gives() -> None:
    assert told(FOLDER / "oracle.jsonl") == list(replay(lines(FOLDER / "changes.csv")))


def test_an_oracle_that_is_one_off_would_be_noticed(scene: Scene) -> None:
    changes = lines(FOLDER / "changes.csv", 300)
    record(scene, changes)
    oracle = list(replay(changes))
    oracle[-1]["keys"][0]["sum"] += 1
    with pytest.raises(AssertionError, match=oracle[-1]["stated_at"][:10]):
        assert_equal_at_every_moment(scene, changes, oracle)


def test_rebuilt_real_tolls_are_the_followed_ones(scene: Scene) -> None:
    record(scene, lines(FOLDER / "changes.csv"))
    followed = scene.queries.digest(scene.now)
    scene.follower.rebuild()
    assert scene.queries.digest(scene.now) == followed


@pytest.mark.shared
def test_the_whole_of_gaza_is_known_as_its_oracle_says(scene: Scene, shared: Path) -> None:
    changes = lines(shared / "data" / "tolls" / "gaza.csv")
    record(scene, changes)
    assert_equal_at_every_moment(scene, changes, told(shared / "data" / "tolls" / "gaza.oracle.jsonl"))
