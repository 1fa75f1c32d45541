"""A state machine: members do anything in any order, beside a plain model; no answer about the past ever changes.

2,000 steps on each change, 50,000 before a release.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule, run_state_machine_as_test

from ledger.domain import commands
from ledger.domain.commands import Outcome, PublishedChange
from ledger.domain.values import Casualties, Place, Reason, ReasonCode, Stated, TollKey, exactly
from ledger.errors import LedgerError
from tests.ledger.domain.samples import AUGUST_1, KEY, NADIM, OMAR, OPERATOR, SALMA, YARA, on
from tests.projections.machine import ADMIN, DAYS, KEYS, STRIKES, ZAHRA, Playing
from tests.projections.scene import ERROR, FOUR_FOUND, NEW_DEATHS, RECORDED, STATED
from tests.projections.test_laws import everything

STEPS = 50
people = st.sampled_from([SALMA, OMAR, SALMA, OMAR, YARA, NADIM, ZAHRA, OPERATOR])
judges = st.sampled_from([YARA, NADIM, ZAHRA, YARA, NADIM, ZAHRA, YARA, NADIM, SALMA, OPERATOR])
keys, days = st.sampled_from([*KEYS, KEY]), st.sampled_from(DAYS)
moments = st.builds(on, days, st.integers(8, 14))
values = st.one_of(st.integers(58, 64), st.integers(55, 66), st.integers(20, 90))
versions = st.integers(0, 11)
explaining = st.sampled_from([ERROR, FOUR_FOUND])


class Ledgers(Playing):
    """What members do."""

    @rule(
        who=people, key=keys, day=days, value=values, at=moments, why=st.sampled_from([NEW_DEATHS, ERROR, FOUR_FOUND])
    )
    def state(self, who: str, key: TollKey, day: date, value: int, at: datetime, why: Reason) -> None:
        plain, expected = self.told(key), None
        if self.may(who, judge=False):
            lowers, operator = why is not NEW_DEATHS, who == OPERATOR
            expected = plain.state(who, value, day, at, explains_fall=lowers, operator=operator)
        command = self.scene.statement(value, day, key=key, said_at=at, reasons=(why,))
        self.compare(key, self.does(who, command), expected)

    @precondition(lambda self: any(it.days for it in self.plain.values()))
    @rule(who=people, which=st.integers(0, 9), by=st.integers(-13, 6), at=moments, why=explaining)
    def move(self, who: str, which: int, by: int, at: datetime, why: Reason) -> None:
        """What is known of a day is put a little higher or lower, or said again."""
        known = [(key, day) for key in KEYS for day in self.plain[key.id].days]
        key, day = known[which % len(known)]
        self.state(who=who, key=key, day=day, value=max(0, (self.plain[key.id].days[day] or 0) + by), at=at, why=why)

    @precondition(lambda self: self.with_falls())
    @rule(one=judges, other=judges, which=st.integers(0, 9), agree=st.sampled_from([True, True, True, True, False]))
    def answer(self, one: str, other: str, which: int, agree: bool) -> None:
        """Two members answer a fall that waits, or now and then one that does not."""
        falls = self.with_falls() if which else [(key, at) for key in KEYS for at in self.plain[key.id].falls]
        key, at = falls[which % len(falls)]
        for who in (one, other):
            plain = self.told(key)
            expected = plain.answer(who, at, agree=agree) if self.may(who) else None
            asked = self.about(key)
            self.compare(key, self.does(who, commands.AnswerProposal(**asked, proposal=at, agree=agree)), expected)

    @rule(who=judges, key=keys, which=versions, outcome=st.sampled_from([*Outcome, Outcome.ACCEPT, Outcome.REJECT]))
    def review(self, who: str, key: TollKey, which: int, outcome: Outcome) -> None:
        plain = self.told(key)
        said = [it.version for it in plain.said] or [which]
        at = said[which % len(said)]
        expected = plain.review(who, at, outcome.value) if self.may(who) else None
        self.compare(key, self.does(who, commands.ReviewToll(**self.about(key), version=at, outcome=outcome)), expected)

    @precondition(lambda self: any(it.days for it in self.plain.values()))
    @rule(one=judges, other=judges, which=st.integers(0, 9))
    def withdraw(self, one: str, other: str, which: int) -> None:
        known = [(key, day) for key in KEYS for day in self.plain[key.id].days]
        key, day = known[which % len(known)]
        for who in (one, other):
            plain = self.told(key)
            expected = plain.withdraw(who, day) if self.may(who) else None
            self.compare(key, self.does(who, commands.WithdrawToll(**self.about(key), counted_to=day)), expected)

    @precondition(lambda self: self.withdrawn())
    @rule(who=judges, key=keys, day=days, at=moments, which=st.integers(0, 9))
    def reinstate(self, who: str, key: TollKey, day: date, at: datetime, which: int) -> None:
        if which:
            key, day = self.withdrawn()[which % len(self.withdrawn())]
        plain = self.told(key)
        expected = plain.reinstate(who, day, at) if self.may(who) else None
        stated = Stated(source=key.source, stated_at=at)
        again = commands.ReinstateToll(**self.about(key), counted_to=day, stated=stated)
        self.compare(key, self.does(who, again), expected)

    @rule(key=keys, day=days, value=values, at=moments, change=st.sampled_from(PublishedChange), amount=st.booleans())
    def publish(self, key: TollKey, day: date, value: int, at: datetime, change: PublishedChange, amount: bool) -> None:
        plain = self.told(key)
        given = None if change is PublishedChange.WITHDRAW else value
        expected = plain.publish(change.value, given, day, at, OPERATOR)
        reason = Reason(code=ReasonCode.SOURCE_CORRECTED, amount=-4 if amount else None)
        published = commands.RecordPublished(
            command_id=self.scene.next_id(),
            key=key,
            counted_to=day,
            change=change,
            count=None if given is None else exactly(given),
            stated=Stated(source=key.source, stated_at=at),
            reason=reason,
        )
        self.compare(key, self.does(OPERATOR, published), expected)

    @rule(
        who=people, name=st.sampled_from(STRIKES), into=st.sampled_from(STRIKES), value=values, which=st.integers(0, 7)
    )
    def incident(self, who: str, name: str, into: str, value: int, which: int) -> None:
        stated = Stated(source="SOHR", stated_at=on(AUGUST_1))
        harmed = Casualties(killed=exactly(value))
        asked: list[tuple[type[commands.IncidentCommand], dict[str, Any]]] = [
            (commands.CiteSource, {"stated": stated}),
            (commands.ReviseCasualties, {"new": harmed, "reasons": (ERROR,), "stated": stated}),
            (commands.CorrectPlace, {"new": Place(id="syr.daraa")}),
            (commands.ReviewIncident, {"outcome": list(Outcome)[value % len(Outcome)]}),
            (commands.RetractIncident, {}),
            (commands.MergeIncident, {"into": self.scene.incident_id(into)}),
        ]
        with suppress(LedgerError):
            if which >= len(asked):
                self.scene.incident(who, name, stated=stated, casualties=harmed)
            else:
                kind, fields = asked[which]
                self.scene.about(who, kind, self.scene.incident_id(name), **fields)

    @rule(who=judges, overlapping=st.booleans())
    def declare(self, who: str, overlapping: bool) -> None:
        kind = commands.DeclareTollsOverlapping if overlapping else commands.DeclareTollsDisjoint
        made = self.does(who, kind(command_id=self.scene.next_id(), toll_id=KEYS[0].id, other=KEYS[1].id, reason=ERROR))
        for key in KEYS[:1] if made else ():
            self.plain[key.id].events += 1

    @rule(which=st.integers(0, 99))
    def repeat(self, which: int) -> None:
        """A command that was recorded comes again: the same receipt, and nothing more."""
        if self.done:
            who, command = self.done[which % len(self.done)]
            before = self.scene.log.head().position
            (receipt,) = self.scene.ledger.execute([command], who, by_operator=who == OPERATOR)
            assert self.scene.log.head().position == before
            assert receipt.again or receipt.first == 0

    @rule(chance=st.integers(0, 9), who=st.sampled_from([OMAR, ZAHRA]))
    def forget(self, chance: int, who: str) -> None:
        """Seldom: two admins erase a member, who may do nothing from then on."""
        if chance == 0 and who not in self.forgotten:
            for admin in (OPERATOR, ADMIN):
                self.does(admin, commands.ForgetMember(command_id=self.scene.next_id(), member_id=who))
            assert self.scene.ledger.roles(who) == frozenset()
            self.forgotten.add(who)

    @rule(chance=st.integers(0, 1), at=moments)
    def ask(self, chance: int, at: datetime) -> None:
        """Everything is asked at this moment, to be asked again when more has happened."""
        if chance or len(self.asked) >= 6:
            return
        position = f"@{self.scene.queries.position()}"
        now = self.scene.clock.now.isoformat()
        for moment, clock in (({"at": position}, RECORDED), ({"as_of": now}, RECORDED),
                              ({"as_of": at.isoformat(), "at": position}, STATED)):  # fmt: skip
            as_of = self.scene.queries.moment(**moment, clock=clock)
            self.asked.append((moment, clock, everything(self.scene, as_of)))
            if clock is STATED:
                self.agrees_with_a_walk(as_of, at)
        self.scene.clock.tick(60)


def run(steps: int, *, derandomize: bool) -> None:
    """Plays at least so many steps: some runs end early, where nothing is left that may be done."""
    Ledgers.steps = 0
    chosen = settings(
        max_examples=steps * 13 // (STEPS * 10), stateful_step_count=STEPS, derandomize=derandomize, deadline=None,
        suppress_health_check=list(HealthCheck), database=None,
    )  # fmt: skip
    run_state_machine_as_test(Ledgers, settings=chosen)  # type: ignore[no-untyped-call]


@pytest.mark.timeout(900)  # half a minute, where nobody else is at work
def test_whatever_members_do_in_any_order_the_ledger_does_as_its_rules_say() -> None:
    run(2_000, derandomize=True)
    assert Ledgers.steps >= 2_000


@pytest.mark.release
@pytest.mark.timeout(7_200)
def test_fifty_thousand_steps_and_still_so() -> None:
    run(50_000, derandomize=False)
    assert Ledgers.steps >= 50_000


def test_a_publishers_withdrawal_that_a_reviewer_rejects_takes_nothing_back() -> None:
    """Found by fifty thousand steps: the walk that answers are held against had believed such a withdrawal."""
    ledgers, key, day = Ledgers(), KEYS[0], DAYS[1]
    ledgers.people_arrive()
    told, later = on(DAYS[0], 8), on(day, 13)
    ledgers.state(OPERATOR, key, day, 57, told, Reason(code=ReasonCode.ENTRY_ERROR))
    ledgers.publish(key, day, 57, later, PublishedChange.WITHDRAW, amount=False)
    ledgers.review(NADIM, key, 1, Outcome.REJECT)
    ledgers.ask(on(DAYS[2], 14), 0)
    ledgers.teardown()
