"""A log from elsewhere is taken over whole and unchanged, or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from ledger import adopting
from ledger.adopting import Discontinuous, Foreign, adopt
from ledger.errors import LogNotEmpty
from ledger.store import SqlLog
from ledger.tail import Tail
from tests.clock import Clock
from tests.ledger.domain.samples import NOW, OPERATOR
from tests.projections.scene import scene


@pytest.fixture(scope="module")
def theirs() -> Iterator[SqlLog]:
    """A log in which a few things happened."""
    with scene() as playing:
        for day, number in ((1, 62), (2, 66), (3, 70)):
            playing.state(OPERATOR, number, date(2018, 8, day))
        yield playing.log


@pytest.fixture
def entries(theirs: SqlLog) -> list[Foreign]:
    rows = list(theirs.rows())
    known = theirs.fingerprints([row.command_id or "" for row in rows])
    return [Foreign(row, known[row.command_id or ""]) for row in rows]


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[SqlLog]:
    log = SqlLog.open(tmp_path / "other.db", clock=Clock(NOW), unsafe=True)
    yield log
    log.close()


def nothing(end: Tail) -> None:
    """Nothing to settle."""


@pytest.mark.parametrize("page", [1, 2, 500])
def test_everything_stands_as_it_stood(
    entries: list[Foreign], empty: SqlLog, theirs: SqlLog, page: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(adopting, "PAGE", page)
    end = adopt(empty, entries, nothing)
    ours = empty
    assert (end.position, end.frontier.root) == (ours.head().position, ours.head().root)
    assert ours.head() == theirs.head()
    assert list(ours.rows()) == list(theirs.rows())
    assert list(ours.leaves()) == list(theirs.leaves())
    for entry in entries:
        command_id = next(it.command_id for it in ours.after(entry.row.position - 1, limit=1))
        assert ours.receipt(command_id) == theirs.receipt(command_id)
    assert ours.fingerprints([it.row.command_id or "" for it in entries]) == theirs.fingerprints(
        [it.row.command_id or "" for it in entries]
    )


def test_only_an_empty_log_takes_another(entries: list[Foreign], empty: SqlLog) -> None:
    adopt(empty, entries, nothing)
    before = empty.head()
    with pytest.raises(LogNotEmpty):
        adopt(empty, entries, nothing)
    assert empty.head() == before


def test_what_is_no_log_is_refused_and_nothing_kept(entries: list[Foreign], empty: SqlLog) -> None:
    third = entries[2].row
    spoilt = {
        "a gap": [*entries[:2], *entries[3:]],
        "another order": [entries[1], entries[0], *entries[2:]],
        "twice": [*entries[:2], entries[1], *entries[2:]],
        "back in time": [*entries[:2], replace(entries[2], row=replace(third, recorded_at=entries[1].row.recorded_at))],
        "a version twice": [*entries[:2], replace(entries[2], row=replace(third, stream_id=entries[0].row.stream_id))],
        "a version missing": [*entries[:2], replace(entries[2], row=replace(third, stream_id="T-new", version=1))],
        "a command in two places": [
            *entries[:3],
            replace(entries[0], row=replace(entries[0].row, position=4, version=9, recorded_at=2**52)),
        ],
    }
    for what, given in spoilt.items():
        with pytest.raises(Discontinuous):
            adopt(empty, given, nothing)
        assert (empty.head().position, list(empty.rows()), list(empty.leaves())) == (0, [], []), what


def test_whoever_is_asked_at_the_end_may_still_refuse(entries: list[Foreign], empty: SqlLog) -> None:
    def refuse(end: Tail) -> None:
        raise RuntimeError(f"not these {end.position}")

    with pytest.raises(RuntimeError, match=f"not these {len(entries)}"):
        adopt(empty, entries, refuse)
    assert empty.head().position == 0
