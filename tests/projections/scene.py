"""A ledger on a real file with its read models, and the people of the samples at work in it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import create_engine, insert
from sqlalchemy.pool import StaticPool

from ledger.application import Ledger
from ledger.domain import commands
from ledger.domain.commands import Command, Outcome, PublishedChange
from ledger.domain.values import (
    ClaimRef,
    Count,
    Place,
    Reason,
    ReasonCode,
    Role,
    Stated,
    TollKey,
    exactly,
    short_id,
)
from ledger.log import Receipt, Recorded
from ledger.store import SqlLog
from projections import tables
from projections.follower import NAME, Follower, fold
from projections.moments import AsOf, Audience
from projections.moments import Clock as WhichClock
from projections.queries import Queries
from projections.rows import Rows
from projections.tolls import KeyFilter
from tests.clock import Clock
from tests.ledger.domain.samples import AUGUST_1, KEY, NADIM, NOW, OMAR, OPERATOR, SALMA, YARA, command_id, on

PUBLIC, MEMBERS = Audience.PUBLIC, Audience.MEMBERS
STATED, RECORDED = WhichClock.STATED, WhichClock.RECORDED
NEW_DEATHS = Reason(code=ReasonCode.NEW_DEATHS)
FOUR_FOUND = Reason(code=ReasonCode.FOUND_ALIVE, amount=-4)
ERROR = Reason(code=ReasonCode.ENTRY_ERROR)
NO_REASON = Reason(code=ReasonCode.NONE_GIVEN)


class TestPaths:
    """A gazetteer of three places, one in the other."""

    __test__, tree = False, 0

    def path(self, place_id: str, /) -> str:
        known = {"syr.daraa.yarmouk-basin": "syr/daraa/syr.daraa.yarmouk-basin", "syr.daraa": "syr/daraa"}
        return known.get(place_id, place_id)


class Scene:
    """Each act moves the clock on by a minute, so that every entry has a moment of its own."""

    def __init__(self, folder: Path) -> None:
        self.clock = Clock(NOW)
        self.log = SqlLog.open(folder / "ledger.db", clock=self.clock, unsafe=True)
        self.ledger = Ledger(self.log, clock=self.clock)
        self.follower = Follower(self.log, self.log.engine, TestPaths())
        self.follower.prepare()
        self.queries = Queries(self.log.reading, self.log, TestPaths())
        self._acts = 0
        roles = {
            OPERATOR: Role.ADMIN,
            SALMA: Role.MONITOR,
            OMAR: Role.MONITOR,
            YARA: Role.REVIEWER,
            NADIM: Role.REVIEWER,
        }
        for member_id, role in roles.items():
            self.do(OPERATOR, commands.GrantRole(command_id=self.next_id(), member_id=member_id, role=role))

    def next_id(self) -> object:
        """An id for the next command, the same in every run."""
        self._acts += 1
        return command_id(f"act {self._acts}")

    def do(self, member_id: str, *asked: Command) -> Receipt:
        """Record commands as one member and let the read models follow; the receipt of the last."""
        self.clock.tick(60)
        receipts = self.ledger.execute(asked, member_id, by_operator=member_id == OPERATOR)
        self.follower.catch_up()
        return receipts[-1]

    def report(self, member_id: str, name: str, *, when: datetime | None = None) -> str:
        """A report comes in; its id."""
        report_id = short_id("R", name.encode())
        received = commands.ReceiveReport(
            command_id=self.next_id(),
            report_id=report_id,
            source="SOHR",
            stated_at=when or on(AUGUST_1),
            language="en",
            length=100,
            content="ab" * 32,
        )
        self.do(member_id, received)
        return report_id

    def note(self, report_id: str, **fields: object) -> Receipt:
        """A monitor keeps on record what a report fears."""
        noted = {
            "command_id": self.next_id(),
            "report_id": report_id,
            "stated": Stated(source="SOHR", stated_at=on(AUGUST_1)),
            "certainty": "feared",
            "about": "more raids",
            **fields,
        }
        return self.do(SALMA, commands.NoteClaim.model_validate(noted))

    def statement(
        self,
        count: Count | int,
        day: date = AUGUST_1,
        *,
        key: TollKey = KEY,
        said_at: datetime | None = None,
        reasons: tuple[Reason, ...] = (),
        report_id: str | None = None,
    ) -> Command:
        """That the key's source gave this value for the days up to ``day``."""
        claim = ClaimRef(report_id=report_id, start=self._acts, end=self._acts + 9) if report_id else None
        return commands.StateToll(
            command_id=self.next_id(),
            key=key,
            counted_to=day,
            count=exactly(count) if isinstance(count, int) else count,
            stated=Stated(source=key.source, stated_at=said_at or on(day), claim=claim),
            reasons=reasons,
        )

    def state(self, member_id: str, count: Count | int, day: date = AUGUST_1, **more: Any) -> Receipt:
        """A member says it; see ``statement``."""
        return self.do(member_id, self.statement(count, day, **more))

    def publish(self, change: str, number: int | None, day: date, said_at: datetime, *, key: TollKey = KEY) -> Receipt:
        """An import records what a publisher did."""
        published = commands.RecordPublished(
            command_id=self.next_id(),
            key=key,
            counted_to=day,
            change=PublishedChange(change),
            count=None if number is None else exactly(number),
            stated=Stated(source=key.source, stated_at=said_at),
            reason=NO_REASON,
        )
        return self.do(OPERATOR, published)

    def answer(self, member_id: str, proposal: int, *, agree: bool = True, key: TollKey = KEY) -> Receipt:
        answered = commands.AnswerProposal(
            command_id=self.next_id(), toll_id=key.id, proposal=proposal, agree=agree, reason=ERROR
        )
        return self.do(member_id, answered)

    def review(self, member_id: str, version: int, outcome: Outcome, *, key: TollKey = KEY) -> Receipt:
        reviewed = commands.ReviewToll(
            command_id=self.next_id(), toll_id=key.id, version=version, outcome=outcome, reason=ERROR
        )
        return self.do(member_id, reviewed)

    def withdraw(self, member_id: str, day: date = AUGUST_1, *, key: TollKey = KEY) -> Receipt:
        withdrawn = commands.WithdrawToll(command_id=self.next_id(), toll_id=key.id, counted_to=day, reason=ERROR)
        return self.do(member_id, withdrawn)

    def reinstate(self, member_id: str, said_at: datetime, day: date = AUGUST_1) -> Receipt:
        stated = Stated(source=KEY.source, stated_at=said_at)
        again = commands.ReinstateToll(
            command_id=self.next_id(), toll_id=KEY.id, counted_to=day, reason=ERROR, stated=stated
        )
        return self.do(member_id, again)

    def incident_id(self, name: str) -> str:
        return short_id("I", name.encode())

    def incident(self, member_id: str, name: str, **fields: object) -> str:
        """A strike is reported, unless ``kind`` says otherwise; its id."""
        incident_id = self.incident_id(name)
        reported = {
            "command_id": self.next_id(),
            "incident_id": incident_id,
            "kind": "strike_reported",
            "stated": Stated(source="SOHR", stated_at=on(AUGUST_1)),
            "place": Place(id="syr.daraa.yarmouk-basin", text="Yarmouk Basin"),
            **fields,
        }
        self.do(member_id, commands.ReportIncident.model_validate(reported))
        return incident_id

    def about(
        self, member_id: str, kind: type[commands.IncidentCommand], incident_id: str, **fields: object
    ) -> Receipt:
        """Any other command on an incident; the reason is an entry error unless given."""
        given = {"command_id": self.next_id(), "incident_id": incident_id, "reason": ERROR, **fields}
        known = {name: value for name, value in given.items() if name in kind.model_fields}
        return self.do(member_id, kind.model_validate(known))

    def folded_at_once(self) -> Queries:
        """Queries on read models of their own, in memory, that hold one plain fold of the whole log."""
        engine = create_engine("sqlite://", poolclass=StaticPool)
        tables.metadata.create_all(engine)
        at = self.log.head().position
        with engine.begin() as connection:
            connection.execute(insert(tables.follower).values(name=NAME, version=tables.version_with(0), position=at))
            rows = Rows(connection, TestPaths())
            for recorded in self.log.after(0):
                if isinstance(recorded, Recorded):
                    fold(recorded, rows)
            rows.flush()
        return Queries(engine, self.log, TestPaths())

    @property
    def now(self) -> AsOf:
        return self.queries.moment()

    def at(self, position: int) -> AsOf:
        return self.queries.moment(at=f"@{position}")

    def stated_by(self, said_at: datetime, position: int | None = None) -> AsOf:
        """What sources had said by then, as known at a position (null = now)."""
        at = None if position is None else f"@{position}"
        return self.queries.moment(as_of=said_at.isoformat(), at=at, clock=STATED)

    def toll(self, as_of: AsOf | None = None, audience: Audience = MEMBERS, *, key: TollKey = KEY) -> int | None:
        """The current figure of a toll; null where there is none."""
        rows = self.queries.tolls(KeyFilter(key_id=key.id), as_of or self.now, audience)
        return rows[0].count.measure if rows else None

    def days(self, as_of: AsOf, audience: Audience = MEMBERS, *, key: TollKey = KEY) -> dict[date, int | None]:
        """Value by counted day as known at a moment asked for."""
        return {row.counted_to: row.count.measure for row in self.queries.history(key.id, as_of, audience)}


@contextmanager
def scene() -> Iterator[Scene]:
    """A scene in a folder of its own, for tests that play many."""
    with TemporaryDirectory() as folder:
        playing = Scene(Path(folder))
        try:
            yield playing
        finally:
            playing.log.close()
