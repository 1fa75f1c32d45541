"""What the state machine stands on: the ledger and its read models beside plain tolls, and what must hold of them."""

from __future__ import annotations

from contextlib import ExitStack
from datetime import date, datetime, timedelta
from typing import Any, ClassVar

from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant

from ledger.domain import commands
from ledger.domain.commands import Command
from ledger.domain.toll import Toll
from ledger.domain.values import Role, TollKey
from ledger.errors import LedgerError
from ledger.log import Recorded
from projections.moments import AsOf
from projections.moments import Clock as WhichClock
from projections.tolls import KeyFilter
from tests.ledger.domain.samples import AUGUST_1, KEY, NADIM, OPERATOR, YARA
from tests.projections.audit import nobody_reviewed_themselves, nothing_was_applied_twice
from tests.projections.plain_toll import Made, PlainToll
from tests.projections.scene import ERROR, MEMBERS, PUBLIC, scene
from tests.projections.test_laws import everything, walked

ZAHRA, ADMIN = ("M-" + name.ljust(26, "0") for name in ("zahra", "admin"))
KEYS = (KEY, KEY.model_copy(update={"group": "children"}))
DAYS = [AUGUST_1 + timedelta(days=number) for number in range(3)]
STRIKES = ("first", "second", "third")
REVIEWERS = {YARA, NADIM, ZAHRA, OPERATOR, ADMIN}


class Playing(RuleBasedStateMachine):
    """The ledger with its read models, and a plain toll for each key."""

    steps: ClassVar[int] = 0

    def __init__(self) -> None:
        super().__init__()
        self.stack = ExitStack()
        self.scene = self.stack.enter_context(scene())
        self.plain = {key.id: PlainToll(self.scene.clock.now) for key in KEYS}
        self.asked: list[tuple[dict[str, str], WhichClock, list[object]]] = []
        self.done: list[tuple[str, Command]] = []
        self.forgotten: set[str] = set()

    @initialize()
    def people_arrive(self) -> None:
        for member_id, role in ((ZAHRA, Role.REVIEWER), (ADMIN, Role.ADMIN)):
            command_id = self.scene.next_id()
            grant = commands.GrantRole(command_id=command_id, member_id=member_id, role=role)
            self.scene.do(OPERATOR, grant)

    def does(self, member_id: str, command: Command) -> Made:
        """What a command records, or that it is refused; refused leaves no trace."""
        before = self.scene.log.head().position
        try:
            receipt = self.scene.do(member_id, command)
        except LedgerError:
            assert self.scene.log.head().position == before
            return None
        self.done.append((member_id, command))
        found = self.scene.log.after(receipt.first - 1, until=receipt.last) if receipt.first else ()
        return tuple(it.kind for it in found)

    def compare(self, key: TollKey, made: Made, expected: Made) -> None:
        assert made == expected
        state = self.scene.ledger.toll(key.id)
        known = {day: it.count.measure for day, it in sorted(state.days.items())} if isinstance(state, Toll) else {}
        assert known == self.plain[key.id].days

    def may(self, member_id: str, *, judge: bool = True) -> bool:
        return member_id not in self.forgotten and (not judge or member_id in REVIEWERS)

    def about(self, key: TollKey) -> dict[str, Any]:
        """What every command on a toll that is kept has."""
        return {"command_id": self.scene.next_id(), "toll_id": key.id, "reason": ERROR}

    def with_falls(self) -> list[tuple[TollKey, int]]:
        """The falls that wait."""
        return [(key, at) for key in KEYS for at, fall in self.plain[key.id].falls.items() if fall.open]

    def withdrawn(self) -> list[tuple[TollKey, date]]:
        """The days that were known and are not."""
        told = [(key, day, self.plain[key.id]) for key in KEYS for day in DAYS]
        return [(key, day) for key, day, plain in told if plain.standing(day) and day not in plain.days]

    def told(self, key: TollKey) -> PlainToll:
        """The plain toll, at the moment at which the next act will happen."""
        plain = self.plain[key.id]
        plain.now = self.scene.clock.now + timedelta(seconds=60)
        return plain

    @invariant()
    def another_step(self) -> None:
        type(self).steps += 1

    def agrees_with_a_walk(self, as_of: AsOf, by: datetime) -> None:
        for key in KEYS:
            for audience in (MEMBERS, PUBLIC):
                if self.scene.queries.toll_keys(KeyFilter(key_id=key.id), as_of, audience):
                    stream = self.scene.log.stream(key.id)
                    assert self.scene.days(as_of, audience, key=key) == walked(stream, by, public=audience is PUBLIC)

    def teardown(self) -> None:
        try:
            self.holds()
        finally:
            self.stack.close()

    def holds(self) -> None:
        """What must hold at the end, whatever was done."""
        playing = self.scene
        for key in KEYS:
            now = playing.at(playing.queries.position())
            if playing.queries.toll_keys(KeyFilter(key_id=key.id), now):
                assert playing.days(now, key=key) == self.plain[key.id].days
        for moment, clock, answered in self.asked:
            assert everything(playing, playing.queries.moment(**moment, clock=clock)) == answered, (moment, clock)
        log = [it for it in playing.log.after(0) if isinstance(it, Recorded)]
        nobody_reviewed_themselves(log)
        nothing_was_applied_twice(log)
        followed = playing.queries.digest(playing.now)
        assert playing.folded_at_once().digest(playing.now) == followed
        playing.follower.rebuild()
        assert playing.queries.digest(playing.now) == followed
