"""A replay of the log agrees with what is shown, at every moment, and a changed read model is seen and healed."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import text

from desk.cli import status_of
from desk.decisions import Verb
from desk.replaying import replay
from projections.moments import AsOf, Clock
from tests.desk.decided import decide, waiting
from tests.desk.scene import FOUR_ALIVE, Scene, feared, strike, toll

PLANTED = [
    "update toll_entries set low = 9999, high = 9999 where position = (select max(position) from toll_entries)",
    "delete from toll_entries where position = (select max(position) from toll_entries)",
    "update toll_statuses set status = 'contested'",
    "update incident_versions set status = 'confirmed'",
    "delete from incident_versions",
    "delete from toll_keys",
    "delete from claims",
]


@pytest.fixture
def told(scene: Scene) -> Scene:
    scene.submit(strike(1), toll(62, 2), feared(3))
    scene.submit(toll(66), by=scene.salma, day="2018-08-02", text="more")
    decide(scene, Verb.CORROBORATE, waiting(scene)[0])
    scene.submit(toll(62, reasons=(FOUR_ALIVE,)), by=scene.salma, day="2018-08-03", text="four alive")
    return scene


def test_a_replay_agrees_at_every_position(told: Scene) -> None:
    found = [replay(told.desk, told.desk.queries.moment(at=f"@{at}")) for at in range(told.position + 1)]
    assert [it.position for it in found] == list(range(told.position + 1))
    assert all(it.agrees for it in found)
    assert len({it.root for it in found}) == told.position + 1
    assert len({it.digest for it in found}) > 5


def test_a_replay_agrees_on_the_stated_clock(told: Scene) -> None:
    for day in ("2018-07-31", "2018-08-01", "2018-08-02", "2018-08-03"):
        assert replay(told.desk, told.desk.queries.moment(day, None, Clock.STATED)).agrees


def test_a_replay_of_the_past_says_what_it_said_then(told: Scene) -> None:
    then = AsOf(position=told.position)
    before = replay(told.desk, then)
    told.submit(toll(90), day="2018-08-04", text="and more")
    assert replay(told.desk, then) == before


def test_a_replay_leaves_no_file_behind(told: Scene, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path / "scratch"))
    (tmp_path / "scratch").mkdir()
    monkeypatch.setattr("tempfile.tempdir", None)
    replay(told.desk, told.desk.queries.moment())
    assert list((tmp_path / "scratch").iterdir()) == []


@pytest.mark.parametrize("fault", PLANTED)
def test_a_changed_row_is_seen_and_healed_by_a_rebuild(
    told: Scene, fault: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LEDGER_HOME", str(told.settings.home))
    with told.desk.log.engine.begin() as connection:
        assert connection.execute(text(fault)).rowcount > 0
    assert status_of(["replay"]) == 1
    said = capsys.readouterr()
    assert said.err.startswith("E-CHECK-01 ")
    assert "replay equals" not in said.out
    assert status_of(["replay", "--json"]) == 1
    assert '"agrees":false' in capsys.readouterr().out
    assert status_of(["rebuild"]) == 0
    assert status_of(["replay"]) == 0
    assert "replay equals what is shown" in capsys.readouterr().out
