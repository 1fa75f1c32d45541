"""The states kept between commands: equal to what the log says, and no more of them than are allowed."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from ledger import kept_states
from ledger.application import Ledger
from ledger.domain.commands import Command, GrantRole
from ledger.domain.toll import Toll
from ledger.domain.values import Role, exactly
from ledger.errors import DayAlreadyKnown, DayUnknown
from ledger.kept_states import KeptStates
from ledger.log import Recorded
from tests.clock import Clock
from tests.ledger.domain.samples import AUGUST_1, AUGUST_2, KEY, OPERATOR, command_id
from tests.ledger.domain.test_toll_rules import ADD, REVISE, WITHDRAW, publish
from tests.ledger.memory_log import MemoryLog

OTHER = KEY.model_copy(update={"cause": "executions"})


class CountingLog(MemoryLog):
    """A log that counts the events read of streams."""

    read = 0

    def stream(self, stream_id: str, since: int = 0) -> list[Recorded]:
        found = super().stream(stream_id, since)
        self.read += len(found)
        return found


@pytest.fixture
def log(clock: Clock) -> CountingLog:
    return CountingLog(clock=clock)


@pytest.fixture
def ledger(log: CountingLog, clock: Clock) -> Ledger:
    ledger = Ledger(log, clock=clock)
    clock.tick(2 * 86_400)
    first = GrantRole(command_id=command_id("first"), member_id=OPERATOR, role=Role.ADMIN)
    ledger.execute([first], OPERATOR, by_operator=True)
    return ledger


def named(*commands: Command) -> list[Command]:
    return [it.model_copy(update={"command_id": command_id(f"{at}")}) for at, it in enumerate(commands)]


def test_what_was_just_recorded_is_not_read_back(ledger: Ledger, log: CountingLog) -> None:
    ledger.execute(named(publish(ADD, 62), publish(REVISE, 70)), OPERATOR)
    read = log.read
    kept = ledger.toll(KEY.id)
    assert log.read == read
    assert kept == KeptStates(log).load(KEY.id)[1]
    assert isinstance(kept, Toll)
    assert kept.days[AUGUST_1].count == exactly(70)


def test_what_another_ledger_recorded_is_seen(ledger: Ledger, log: CountingLog, clock: Clock) -> None:
    ledger.execute(named(publish(ADD, 62)), OPERATOR)
    Ledger(log, clock=clock).execute(named(publish(ADD, 62), publish(REVISE, 70)), OPERATOR)
    assert ledger.toll(KEY.id) == KeptStates(log).load(KEY.id)[1]


def test_states_are_let_go_when_their_streams_are_long(
    ledger: Ledger, log: CountingLog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept_states, "MOST_EVENTS", 4)
    both = [publish(ADD, 62), publish(REVISE, 70)]
    ledger.execute(named(*both, *(it.model_copy(update={"key": OTHER}) for it in both)), OPERATOR)
    before = log.read
    for key in (OTHER, KEY):
        assert ledger.toll(key.id) == KeptStates(log).load(key.id)[1]
    assert log.read - before == 3 + 3 + 3  # the two fresh ones read both, the ledger's own had let one go


def test_a_trial_says_what_would_be_refused_and_records_nothing(ledger: Ledger, log: CountingLog) -> None:
    ledger.execute(named(publish(ADD, 62)), OPERATOR)
    position = log.head().position
    asked: Sequence[Command] = [publish(ADD, 63), publish(WITHDRAW, None), publish(REVISE, 64), publish(ADD, 64),
                                publish(ADD, 1, AUGUST_2, AUGUST_2).model_copy(update={"key": OTHER})]  # fmt: skip
    found = [type(it) if it else None for it in ledger.trial(asked, OPERATOR)]
    assert found == [DayAlreadyKnown, None, DayUnknown, None, None]
    assert log.head().position == position
    assert isinstance(toll := ledger.toll(KEY.id), Toll)
    assert toll.days[AUGUST_1].count == exactly(62)
