"""The follower: catches up, waits, holds poison back by its own stream, rebuilds, shares the work with another."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select, text, update
from sqlalchemy.exc import OperationalError

from ledger.database import open_database
from ledger.domain.values import exactly
from ledger.log import Log, Recorded, Unreadable
from projections import follower, tables
from projections.follower import Follower
from projections.rows import Rows
from projections.tolls import KeyFilter
from tests.ledger.domain.samples import AUGUST_2, KEY, OPERATOR, SALMA
from tests.projections.scene import Scene, TestPaths

OTHER_KEY = KEY.model_copy(update={"group": "children"})


class Tampered:
    """The log of a scene, in which one position cannot be read or cannot be folded."""

    def __init__(self, log: Log, position: int, *, unreadable: bool) -> None:
        self.log = log
        self.position = position
        self.unreadable = unreadable
        self.mended = False

    def after(
        self, position: int, limit: int | None = None, until: int | None = None
    ) -> Iterator[Recorded | Unreadable]:
        for it in self.log.after(position, limit, until):
            if it.position != self.position or self.mended or isinstance(it, Unreadable):
                yield it
            elif self.unreadable:
                yield Unreadable(it.position, it.stream_id, it.version, it.kind, it.recorded_at, "unknown kind")
            else:  # no row takes a day that is none
                yield replace(it, event=it.event.model_copy(update={"counted_to": "never"}))

    def __getattr__(self, name: str) -> object:
        return getattr(self.log, name)


@pytest.fixture
def busy(scene: Scene) -> Scene:
    """Two tolls with two values each, an incident, none of it folded yet by the followers made in the tests."""
    scene.state(OPERATOR, 62)
    scene.state(OPERATOR, 9, key=OTHER_KEY)
    scene.state(OPERATOR, 70, AUGUST_2)
    scene.state(OPERATOR, 11, AUGUST_2, key=OTHER_KEY)
    scene.incident(SALMA, "strike")
    return scene


def empty(scene: Scene) -> None:
    """As if nothing had been folded yet."""
    with scene.log.engine.begin() as connection:
        for table in tables.READ_MODELS:
            connection.execute(table.delete())
    scene.follower.prepare()


def tampered(scene: Scene, position: int, *, unreadable: bool = True) -> tuple[Tampered, Follower]:
    empty(scene)
    log = Tampered(scene.log, position, unreadable=unreadable)
    return log, Follower(log, scene.log.engine, TestPaths())  # type: ignore[arg-type]


def test_catching_up_reaches_the_head_and_lag_says_how_far_behind_it_was(busy: Scene) -> None:
    digest, head = busy.queries.digest(busy.now), busy.log.head().position
    empty(busy)
    assert (busy.follower.lag().position, busy.follower.lag().behind) == (0, head)
    assert busy.follower.catch_up() == head
    assert busy.follower.lag().behind == 0
    assert busy.queries.digest(busy.now) == digest


def test_catching_up_may_stop_at_a_position(busy: Scene) -> None:
    empty(busy)
    assert busy.follower.catch_up(until=7) == 7
    assert [row.count for row in busy.queries.tolls(KeyFilter(), busy.now)] == [exactly(62)]


@pytest.mark.parametrize("size", [1, 2, 3, 7])
def test_batches_of_any_size_give_the_same_rows(busy: Scene, size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    digest = busy.queries.digest(busy.now)
    empty(busy)
    monkeypatch.setattr(follower, "BATCH", size)
    busy.follower.catch_up()
    assert busy.queries.digest(busy.now) == digest


def test_waiting_ends_when_the_position_is_reached_and_gives_up_in_time(busy: Scene) -> None:
    head = busy.log.head().position
    empty(busy)
    assert busy.follower.wait(head)
    assert not busy.follower.wait(head + 1, seconds=0.05)


@pytest.mark.parametrize("unreadable", [True, False])
def test_poison_holds_back_its_own_stream_and_says_so_and_the_others_go_on(busy: Scene, unreadable: bool) -> None:
    poison = next(it.position for it in busy.log.stream(KEY.id) if it.version == 2)
    _, follower = tampered(busy, poison, unreadable=unreadable)
    assert follower.catch_up() == busy.log.head().position
    rows = {row.key_id: row for row in busy.queries.tolls(KeyFilter(), busy.now)}
    assert (rows[KEY.id].count, rows[KEY.id].stale) == (exactly(62), True)
    assert (rows[OTHER_KEY.id].count, rows[OTHER_KEY.id].stale) == (exactly(11), False)
    assert all(row.line()["stale"] for row in busy.queries.history(KEY.id, busy.now))
    assert list(busy.queries.stale()) == list(follower.lag().stale) == [KEY.id]
    cause = busy.queries.stale()[KEY.id]
    assert cause == "unknown kind" if unreadable else "in toll_stated" in cause
    (before,) = busy.queries.tolls(KeyFilter(key_id=KEY.id), busy.at(poison - 1))
    assert not before.stale


def test_a_failing_disk_is_no_poison(busy: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(recorded: Recorded, rows: Rows) -> None:
        raise OperationalError("INSERT", {}, sqlite_full)

    sqlite_full = Exception("database or disk is full")
    before = busy.queries.position()
    busy.ledger.execute([busy.statement(99, AUGUST_2)], OPERATOR, by_operator=True)
    with monkeypatch.context() as failing:
        failing.setattr(follower, "fold", full)
        with pytest.raises(OperationalError):
            busy.follower.catch_up()
    assert (busy.queries.position(), busy.queries.stale()) == (before, {})
    busy.follower.catch_up()
    assert busy.toll() == 99


def test_what_follows_poison_in_its_stream_is_held_back_too(busy: Scene) -> None:
    poison = next(it.position for it in busy.log.stream(KEY.id) if it.version == 1)
    _, follower = tampered(busy, poison)
    follower.catch_up()
    assert busy.toll() is None
    assert busy.toll(key=OTHER_KEY) == 11
    assert list(busy.queries.stale()) == [KEY.id]
    busy.state(OPERATOR, 75, AUGUST_2.replace(day=3))
    busy.state(OPERATOR, 12, AUGUST_2.replace(day=3), key=OTHER_KEY)
    assert (busy.toll(), busy.toll(key=OTHER_KEY)) == (None, 12)


def test_after_the_fix_a_rebuild_reads_what_was_poison(busy: Scene) -> None:
    digest = busy.queries.digest(busy.now)
    log, follower = tampered(busy, 7)
    follower.catch_up()
    assert busy.queries.digest(busy.now) != digest
    follower.rebuild()
    assert busy.queries.stale() != {}
    log.mended = True
    follower.rebuild()
    assert busy.queries.stale() == {}
    assert busy.queries.digest(busy.now) == digest


def test_a_real_unknown_kind_in_the_file_is_poison(busy: Scene) -> None:
    empty(busy)
    with busy.log.engine.begin() as connection:
        connection.execute(text("DROP TRIGGER no_update_of_events"))
        connection.execute(text("UPDATE events SET kind = 'os:system' WHERE position = 7"))
    busy.follower.catch_up()
    assert busy.queries.stale() == {KEY.id: "unknown kind"}


def test_rows_of_another_version_are_rebuilt_when_the_read_models_are_opened(busy: Scene) -> None:
    digest = busy.queries.digest(busy.now)
    with busy.log.engine.begin() as connection:
        connection.execute(update(tables.follower).values(version=tables.version_with(0) - 1))
        connection.execute(update(tables.toll_entries).values(low=0, best=0))
    assert busy.queries.digest(busy.now) != digest
    Follower(busy.log, busy.log.engine, TestPaths()).prepare()
    assert busy.queries.digest(busy.now) == digest
    with busy.log.engine.begin() as connection:
        assert connection.execute(select(tables.follower.c.version)).scalar_one() == tables.version_with(0)


def test_opening_rows_of_this_version_keeps_them(busy: Scene) -> None:
    before = busy.queries.position()
    Follower(busy.log, busy.log.engine, TestPaths()).prepare()
    assert busy.queries.position() == before


def test_a_rebuild_puts_wrong_rows_right(busy: Scene) -> None:
    digest = busy.queries.digest(busy.now)
    with busy.log.engine.begin() as connection:
        connection.execute(update(tables.toll_entries).values(best=1))
    assert busy.queries.digest(busy.now) != digest
    assert busy.follower.rebuild() == busy.log.head().position
    assert busy.queries.digest(busy.now) == digest


def test_a_rebuild_touches_no_table_but_the_read_models(busy: Scene, tmp_path: Path) -> None:
    def others() -> list[tuple[object, ...]]:
        mine = "SELECT name, rootpage FROM sqlite_master WHERE name IN ('events', 'commands', 'head', 'meta')"
        with busy.log.reading.connect() as connection:
            return [*connection.execute(text(mine)).all(), *connection.execute(text("SELECT * FROM meta")).all()]

    before = others()
    assert len(before) == 5
    # Whoever opens a scratch file with these tables adds one that the log's file has under the same name.
    open_database(tmp_path / "scratch.db", tables=tables.metadata, schema=1, unsafe=True).close()
    busy.follower.rebuild()
    assert others() == before


def test_writers_go_on_while_everything_is_rebuilt_and_nothing_of_theirs_is_lost(busy: Scene) -> None:
    class Interrupted(Tampered):
        """When the first batch has been read, somebody writes, and the live rows follow."""

        def after(
            self, position: int, limit: int | None = None, until: int | None = None
        ) -> Iterator[Recorded | Unreadable]:
            yield from self.log.after(position, limit, until)
            if not self.mended:
                self.mended = True
                busy.state(OPERATOR, 75, AUGUST_2.replace(day=3))

    log = Interrupted(busy.log, 0, unreadable=False)
    rebuilding = Follower(log, busy.log.engine, TestPaths())  # type: ignore[arg-type]
    assert rebuilding.rebuild() == busy.log.head().position == busy.queries.position()
    assert (log.mended, busy.toll()) == (True, 75)


def test_two_followers_at_once_fold_everything_once(busy: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    digest = busy.queries.digest(busy.now)
    empty(busy)
    monkeypatch.setattr(follower, "BATCH", 1)
    followers = [Follower(busy.log, busy.log.engine, TestPaths()) for _ in range(2)]
    with ThreadPoolExecutor(2) as pool:
        reached = list(pool.map(lambda one: one.catch_up(), followers))
    assert reached == [busy.log.head().position] * 2
    assert busy.queries.digest(busy.now) == digest


def test_queries_before_anything_was_followed_stand_at_position_0(tmp_path: Path) -> None:
    scene = Scene(tmp_path)
    empty(scene)
    assert scene.queries.position() == 0
    assert scene.queries.tolls(KeyFilter(), scene.now) == []
    scene.log.close()
