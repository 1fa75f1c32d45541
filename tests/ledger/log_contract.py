"""What every implementation of the log's port must do; each one's test class inherits ``LogContract``."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from uuid import UUID, uuid5

import pytest

from ledger.domain.events import Event, MemberJoined, RestoreRecorded, RoleGranted
from ledger.domain.values import Role
from ledger.errors import Conflict, Refused
from ledger.log import Entry, Fresh, Log, Recorded

MEMBER = "M-" + "7" * 26
NOON = datetime(2018, 8, 1, 12, tzinfo=UTC)


class TurnableClock:
    """Shows ``now``; a test turns it."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now


def command_id(name: str) -> UUID:
    return uuid5(UUID(int=6962), name)


def entry(name: str, stream_id: str, version: int, *events: Event, member_id: str = MEMBER) -> Entry:
    """A command called ``name`` that adds ``events`` (a member joined, if none) to a stream."""
    fresh = tuple(Fresh(stream_id, version + at, event) for at, event in enumerate(events or (MemberJoined(),)))
    return Entry(command_id(name), sha256(name.encode()).digest(), member_id, fresh)


class LogContract:
    @abstractmethod
    def opened(self, folder: Path, clock: Callable[[], datetime]) -> Log: ...

    @pytest.fixture
    def clock(self) -> TurnableClock:
        return TurnableClock()

    @pytest.fixture
    def log(self, tmp_path: Path, clock: TurnableClock) -> Iterator[Log]:
        log = self.opened(tmp_path, clock)
        yield log
        log.close()

    def test_an_empty_log_has_the_root_of_nothing(self, log: Log) -> None:
        head = log.head()
        assert (head.position, head.recorded_at, head.root) == (0, None, sha256(b"").digest())
        assert log.root_at(0) == sha256(b"").digest()
        assert list(log.after(0)) == []
        assert log.stream("M-nobody") == []
        assert log.receipt(command_id("none")) is None
        assert log.position_at(NOON) == 0

    def test_what_is_appended_is_read_back_with_its_envelope(self, log: Log) -> None:
        granted = RoleGranted(role=Role.REVIEWER, by_operator=True)
        given = replace(entry("grant", "M-1", 0, MemberJoined(), granted), correlation="R-1", causation="7")
        (receipt,) = log.append([given])
        assert (receipt.first, receipt.last, receipt.again) == (1, 2, False)
        first, second = log.stream("M-1")
        assert (first.event, second.event) == (MemberJoined(), granted)
        assert (second.position, second.version, second.kind) == (2, 1, "role_granted")
        assert (second.member_id, second.command_id) == (MEMBER, given.command_id)
        assert (second.correlation, second.causation) == ("R-1", "7")
        assert second.recorded_at == receipt.recorded_at
        assert list(log.after(0)) == [first, second]
        assert log.stream("M-1", since=1) == [second]

    def test_a_command_repeated_is_written_once(self, log: Log) -> None:
        (before,) = log.append([entry("join", "M-1", 0)])
        (again,) = log.append([entry("join", "M-1", 0)])
        assert again == replace(before, again=True)
        assert log.receipt(command_id("join")) == again
        assert log.head().position == 1

    def test_a_command_repeated_within_a_batch_is_written_once(self, log: Log) -> None:
        first, second = log.append([entry("join", "M-1", 0), entry("join", "M-1", 0)])
        assert (first.again, second.again, second.first, second.last) == (False, True, 1, 1)
        assert log.head().position == 1

    def test_a_command_id_with_other_content_is_refused_and_nothing_recorded(self, log: Log) -> None:
        log.append([entry("join", "M-1", 0)])
        other = replace(entry("join", "M-1", 1), fingerprint=b"\0" * 32)
        with pytest.raises(Refused, match="E-CMD-01"):
            log.append([entry("before", "M-2", 0), other])
        assert log.head().position == 1
        assert log.receipt(command_id("before")) is None

    def test_a_command_with_nothing_to_add_is_known_afterwards(self, log: Log) -> None:
        idle = replace(entry("idle", "M-1", 0), events=())
        (receipt,) = log.append([idle])
        assert (receipt.first, receipt.last, receipt.recorded_at, receipt.again) == (0, 0, None, False)
        assert log.receipt(idle.command_id) == replace(receipt, again=True)
        assert log.head().position == 0

    def test_many_receipts_are_asked_for_at_once(self, log: Log) -> None:
        first, second = log.append([entry("one", "S-1", 0), entry("two", "S-2", 0)])
        asked = [command_id(name) for name in ("two", "three", "one")]
        assert log.receipts(asked) == {it.command_id: replace(it, again=True) for it in (first, second)}
        assert log.receipts([]) == {}

    def test_an_expected_version_that_is_taken_is_a_conflict(self, log: Log) -> None:
        log.append([entry("first", "M-1", 0)])
        with pytest.raises(Conflict, match="E-STORE-06"):
            log.append([entry("second", "M-1", 0)])
        assert log.head().position == 1

    def test_a_version_that_leaves_a_gap_is_a_conflict(self, log: Log) -> None:
        with pytest.raises(Conflict):
            log.append([entry("far", "M-1", 3)])
        assert log.head().position == 0

    def test_a_batch_is_written_whole_or_not_at_all(self, log: Log) -> None:
        log.append([entry("zero", "M-1", 0)])
        root = log.head().root
        with pytest.raises(Conflict):
            log.append([entry("one", "M-2", 0), entry("two", "M-1", 1), entry("three", "M-1", 1)])
        assert (log.head().position, log.head().root) == (1, root)
        assert log.stream("M-2") == []
        assert log.receipt(command_id("one")) is None
        log.append([entry("one", "M-2", 0), entry("two", "M-1", 1), entry("three", "M-1", 2)])
        assert [recorded.position for recorded in log.after(0)] == [1, 2, 3, 4]

    def test_an_empty_batch_changes_nothing(self, log: Log) -> None:
        assert log.append([]) == ()
        assert log.head().position == 0

    def test_positions_are_dense_and_reading_on_streams_from_any_of_them(self, log: Log) -> None:
        log.append([entry(f"c{at}", f"M-{at % 7}", at // 7) for at in range(2_500)])
        assert [each.position for each in log.after(0)] == list(range(1, 2_501))
        assert [each.position for each in log.after(2_498)] == [2_499, 2_500]
        assert [each.position for each in log.after(1_998, limit=3)] == [1_999, 2_000, 2_001]
        assert [each.position for each in log.after(5, until=8)] == [6, 7, 8]
        assert [each.position for each in log.after(5, limit=2, until=8)] == [6, 7]
        assert list(log.after(2_500)) == []
        assert list(log.after(5, limit=0)) == []

    def test_recorded_time_never_goes_back_when_the_clock_does(self, log: Log, clock: TurnableClock) -> None:
        log.append([entry("a", "M-1", 0)])
        clock.now = NOON - timedelta(hours=3)
        log.append([entry("b", "M-1", 1), entry("c", "M-1", 2)])
        clock.now = NOON + timedelta(hours=1)
        log.append([entry("d", "M-1", 3)])
        moments = [recorded.recorded_at for recorded in log.stream("M-1")]
        tick = timedelta(microseconds=1)
        assert moments == [NOON, NOON + tick, NOON + 2 * tick, NOON + timedelta(hours=1)]
        assert log.head().recorded_at == moments[-1]

    def test_the_position_at_a_moment_includes_that_moment(self, log: Log, clock: TurnableClock) -> None:
        log.append([entry("a", "M-1", 0)])
        clock.now = NOON + timedelta(seconds=10)
        log.append([entry("b", "M-1", 1), entry("c", "M-1", 2)])
        tick = timedelta(microseconds=1)
        assert log.position_at(NOON - tick) == 0
        assert log.position_at(NOON) == 1
        assert log.position_at(clock.now - tick) == 1
        assert log.position_at(clock.now) == 2
        assert log.position_at(clock.now + tick) == 3
        assert log.position_at(datetime(9999, 1, 1, tzinfo=UTC)) == 3

    def test_the_root_kept_is_the_root_recomputed_at_every_position(self, log: Log) -> None:
        roots = [log.head().root]
        for at in range(20):
            log.append([entry(f"c{at}", "M-1", at)])
            roots.append(log.head().root)
        assert [log.root_at(position) for position in range(21)] == roots
        assert len(set(roots)) == 21

    def test_an_event_that_is_not_in_the_registry_is_not_taken(self, log: Log) -> None:
        class MadeUp(RestoreRecorded):
            pass

        with pytest.raises(ValueError, match="MadeUp"):
            log.append([entry("made up", "M-1", 0, MadeUp(lost_from=1, lost_to=2))])
        assert log.head().position == 0

    def test_eight_writers_at_once_lose_nothing(self, log: Log) -> None:
        def write(writer: int) -> list[int]:
            return [log.append([entry(f"w{writer}-{at}", f"M-{writer}", at)])[0].last for at in range(50)]

        with ThreadPoolExecutor(8) as pool:
            positions = [position for written in pool.map(write, range(8)) for position in written]
        assert sorted(positions) == list(range(1, 401))
        entries = list(log.after(0))
        assert [recorded.position for recorded in entries] == list(range(1, 401))
        moments = [recorded.recorded_at for recorded in entries]
        assert all(before < after for before, after in pairwise(moments))
        assert log.root_at(400) == log.head().root
        for writer in range(8):
            assert [recorded.version for recorded in log.stream(f"M-{writer}")] == list(range(50))

    def test_writers_of_one_stream_win_in_turns(self, log: Log) -> None:
        def write(writer: int) -> int:
            conflicts = 0
            for at in range(20):
                while True:
                    try:
                        log.append([entry(f"w{writer}-{at}", "M-1", len(log.stream("M-1")))])
                    except Conflict:
                        conflicts += 1
                    else:
                        break
            return conflicts

        with ThreadPoolExecutor(4) as pool:
            list(pool.map(write, range(4)))
        versions = [recorded.version for recorded in log.after(0) if isinstance(recorded, Recorded)]
        assert versions == list(range(80))
