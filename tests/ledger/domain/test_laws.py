"""Laws that hold for any sequence of commands and any events: the same ones each run, chosen by Hypothesis."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ledger.domain import events, incident, membership, report, toll, toll_rules
from ledger.domain.commands import (
    AnswerProposal,
    Command,
    Outcome,
    ReceiveReport,
    ReportIncident,
    ReviewToll,
    StateToll,
    WithdrawToll,
)
from ledger.domain.events import Event
from ledger.domain.values import Count, Quantifier, Reason, ReasonCode, Role, Status, exactly
from ledger.errors import LedgerError
from tests.ledger.domain.samples import AUGUST_1, COMMANDS, ERROR, EVENTS, KEY, SALMA, TOLL, acting, command_id, said
from tests.ledger.domain.scenario import Told, decide, state_after, toll_after

LAW = settings(
    max_examples=100, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck), database=None
)
FEWEST, STEPS = 20, 50  # some 35 steps in each of 100 examples, for each law

PEOPLE = tuple("M-" + name.ljust(26, "0") for name in ("ada", "ben", "cem", "dua"))
DAYS = [AUGUST_1 + timedelta(days=number) for number in range(3)]

people, days, versions = st.sampled_from(PEOPLE), st.sampled_from(DAYS), st.integers(0, 12)
counts = st.one_of(
    st.integers(0, 120).map(exactly),
    st.integers(0, 120).map(lambda low: Count(low=low, qualifier=Quantifier.AT_LEAST)),
    st.sampled_from([Count(qualifier=Quantifier.TENS), Count(qualifier=Quantifier.HUNDREDS)]),
)


@st.composite
def statements(draw: st.DrawFn) -> StateToll:
    report_id = draw(st.sampled_from([None, "R-0000000001", "R-0000000002"]))
    reasons = draw(st.sampled_from([(), (ERROR,), (Reason(code=ReasonCode.FOUND_ALIVE, amount=-4),)]))
    stated = said(draw(days), hour=draw(st.integers(0, 23)), report=report_id)
    return StateToll(
        command_id=command_id("law"),
        key=KEY,
        counted_to=draw(days),
        count=draw(counts),
        stated=stated,
        reasons=reasons,
    )


answers = st.builds(
    AnswerProposal,
    command_id=st.just(command_id("law")),
    toll_id=st.just(TOLL),
    proposal=versions,
    agree=st.sampled_from([True, True, True, False]),
    reason=st.just(ERROR),
)
reviews = st.builds(
    ReviewToll,
    command_id=st.just(command_id("law")),
    toll_id=st.just(TOLL),
    version=versions,
    outcome=st.sampled_from(Outcome),
    reason=st.just(ERROR),
)
withdrawals = st.builds(
    WithdrawToll,
    command_id=st.just(command_id("law")),
    toll_id=st.just(TOLL),
    counted_to=days,
    reason=st.just(ERROR),
)
toll_commands = st.one_of(statements(), statements(), answers, answers, reviews, withdrawals)
steps = st.lists(st.tuples(people, toll_commands), min_size=FEWEST, max_size=STEPS)


@dataclass
class Live:
    """A toll as its members make it, command by command; what is refused leaves no trace."""

    told: list[Told] = field(default_factory=list)
    state: toll.TollState = field(default_factory=toll.NoToll)

    def ask(self, member_id: str, command: Command) -> tuple[Event, ...]:
        try:
            made = toll_rules.decide(self.state, command, acting(member_id, Role.REVIEWER))
        except LedgerError:
            return ()
        for event in made:
            self.state = toll.evolve(self.state, event, len(self.told), member_id)
            self.told.append(Told(member_id, event))
        return made


any_event = st.sampled_from(list(EVENTS.values()))
histories = st.lists(st.tuples(people, any_event), min_size=FEWEST, max_size=STEPS)


@LAW
@given(histories)
def test_no_event_in_any_order_makes_evolve_raise(history: list[tuple[str, Event]]) -> None:
    reported: report.ReportState = report.NoReport()
    happened: incident.IncidentState = incident.NoIncident()
    counted: toll.TollState = toll.NoToll()
    member: membership.MemberState = membership.NoMember()
    for version, (member_id, event) in enumerate(history):
        reported = report.evolve(reported, event, version, member_id)
        happened = incident.evolve(happened, event, version, member_id)
        counted = toll.evolve(counted, event, version, member_id)
        member = membership.evolve(member, event, version, member_id)


@LAW
@given(st.lists(st.tuples(people, any_event), max_size=8), st.sampled_from(list(COMMANDS.values())), people)
def test_whatever_was_recorded_a_command_is_decided_or_refused(
    history: list[tuple[str, Event]], command: Command, member_id: str
) -> None:
    state = state_after([Told(who, event) for who, event in history], command)
    with suppress(LedgerError):
        decide(state, command, acting(member_id, *Role))


def large(old: Count, new: Count) -> bool:
    """By the letter of DESIGN 3, reckoned here anew: ten people or a fifth, the number or the word's most."""
    most = {Quantifier.TENS: 99, Quantifier.HUNDREDS: 999}
    after = new.low if new.low is not None else most[new.qualifier or Quantifier.TENS]
    drop = (old.low or 0) - after
    return drop >= 10 or drop / (old.low or 1) >= 0.2


@LAW
@given(steps)
def test_no_fall_is_accepted_without_enough_people_besides_who_reported_it(
    asked: list[tuple[str, StateToll | AnswerProposal]],
) -> None:
    live = Live()
    agreed: dict[int, set[str]] = {}
    for member_id, command in asked:
        for event in live.ask(member_id, command):
            match event:
                case events.TollRevisionSeconded():
                    agreed.setdefault(event.proposal, set()).add(member_id)
                case events.TollRevised() if event.proposal is not None:
                    proposed = live.told[event.proposal]
                    people_agreed = agreed.get(event.proposal, set()) | {member_id}
                    fell = (event.old.low or 0) > (event.new.low if event.new.low is not None else -1)
                    assert proposed.member_id not in people_agreed
                    assert len(people_agreed) >= (2 if fell and large(event.old, event.new) else 1)
                case events.TollRevised():
                    assert event.old.low is None or event.new.low is None or event.new.low >= event.old.low
                case _:
                    pass


def numbered(state: toll.TollState, day: date) -> int | None:
    """The last number known for a day, words passed over."""
    known = state.number_for(day) if isinstance(state, toll.Toll) else None
    return known.count.low if known and known.counted_to == day else None


@LAW
@given(st.lists(st.tuples(people, st.one_of(statements(), statements(), answers)), min_size=FEWEST, max_size=STEPS))
def test_the_number_of_a_day_falls_by_an_accepted_proposal_and_nothing_else(
    asked: list[tuple[str, StateToll | AnswerProposal]],
) -> None:
    live = Live()
    for member_id, command in asked:
        before = {day: numbered(live.state, day) for day in DAYS}
        made = live.ask(member_id, command)
        for day in DAYS:
            was, now = before[day], numbered(live.state, day)
            if was is not None and now is not None and now < was:
                (event,) = made
                assert isinstance(event, events.TollRevised | events.TollRestated)
                assert event.proposal is not None


@LAW
@given(steps)
def test_replaying_the_events_gives_the_state_as_lived(asked: list[tuple[str, Command]]) -> None:
    live = Live()
    for member_id, command in asked:
        live.ask(member_id, command)
    assert toll_after(live.told) == live.state
    written = [
        Told(told.member_id, type(told.event).model_validate_json(told.event.model_dump_json())) for told in live.told
    ]
    assert toll_after(written) == live.state


@LAW
@given(steps)
def test_what_counts_is_the_last_stated_that_was_not_rejected(asked: list[tuple[str, Command]]) -> None:
    live = Live()
    for member_id, command in asked:
        live.ask(member_id, command)
    rejected = {
        told.event.version
        for told in live.told
        if isinstance(told.event, events.TollReviewed) and told.event.status is Status.REJECTED
    }
    last: dict[date, tuple[tuple[datetime, int], Count | None]] = {}
    for version, told in enumerate(live.told):
        match told.event:
            case events.TollStated() | events.TollRestated() | events.TollRevised() as event:
                said_at = event.stated.stated_at
                count: Count | None = event.new if isinstance(event, events.TollRevised) else event.count
            case events.TollWithdrawn() as event:
                said_at, count = event.stated_at, None
            case _:
                continue
        spoken = ((said_at, version), count)
        if version not in rejected:
            last[event.counted_to] = max(last.get(event.counted_to, spoken), spoken, key=lambda pair: pair[0])
    expected = {day: count for day, (_, count) in last.items() if count is not None}
    state = live.state
    assert {day: value.count for day, value in state.days.items()} == expected if isinstance(state, toll.Toll) else True


@LAW
@given(steps, statements(), people, people)
def test_the_same_passage_stated_again_adds_nothing(
    asked: list[tuple[str, Command]], command: StateToll, first: str, second: str
) -> None:
    live = Live()
    for member_id, earlier in asked:
        live.ask(member_id, earlier)
    cited = command.model_copy(update={"stated": said(AUGUST_1, report="R-0000000009")})
    if live.ask(first, cited):
        assert live.ask(second, cited) == ()


@pytest.mark.parametrize("kind", [ReceiveReport, ReportIncident, StateToll])
def test_the_same_report_again_adds_nothing(kind: type[Command]) -> None:
    command, who = COMMANDS[kind], acting(SALMA)
    made = decide(state_after([], command), command, who)
    assert made
    assert decide(state_after([Told(SALMA, event) for event in made], command), command, who) == ()
