"""Laws of answers, for whatever people do: the past never changes; read models, domain and a plain walk agree."""

from __future__ import annotations

from datetime import date, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.domain import events
from ledger.domain.toll import Toll
from ledger.domain.values import COUNTING, Status
from ledger.log import Recorded
from projections.moments import AsOf, Audience
from projections.moments import Clock as WhichClock
from projections.toll_rows import HistoryRow
from projections.tolls import KeyFilter
from tests.ledger.domain.samples import AUGUST_1, on
from tests.projections.chance import KEYS, LAW, Act, acts, play
from tests.projections.scene import MEMBERS, PUBLIC, RECORDED, STATED, Scene, scene

STATED_BY = [on(AUGUST_1, 10), on(AUGUST_1, 23), on(date(2018, 8, 2), 12)]


def everything(playing: Scene, as_of: AsOf) -> list[object]:
    """All that is answered at a moment, to both audiences, but for who waits for review."""
    queries, said = playing.queries, []
    for audience in (MEMBERS, PUBLIC):
        said += [row.line() for row in queries.tolls(KeyFilter(), as_of, audience)]
        said += [queries.picture(None, as_of, audience).line()]
        said += [row.line() for row in queries.changes(0, as_of, audience)]
        for kept in queries.toll_keys(KeyFilter(), as_of, audience):
            said += [row.line() for row in queries.history(kept.key_id, as_of, audience)]
    keys = queries.toll_keys(KeyFilter(), as_of.model_copy(update={"stated_until": None}))
    said += [queries.explain(kept.key_id, as_of).line() for kept in keys]
    said += [step.line() for kept in keys for step in queries.steps(kept.key_id, as_of)]
    said += [item.line() for item in queries.queue(as_of.position, include_closed=True)]
    return [*said, queries.digest(as_of)]


@settings(LAW, max_examples=12)  # everything is asked at every moment, twice
@given(acts)
def test_an_answer_about_the_past_is_the_same_whatever_comes_later(drawn: list[Act]) -> None:
    with scene() as playing:
        asked: list[tuple[dict[str, str], WhichClock, list[object]]] = []
        for number, act in enumerate(drawn):
            play(playing, act)
            if number % 5 == 4:
                at = f"@{playing.queries.position()}"
                stated = {"as_of": STATED_BY[number % 3].isoformat(), "at": at}
                recorded = {"as_of": playing.clock.now.isoformat()}
                for moment, clock in (({"at": at}, RECORDED), (recorded, RECORDED), (stated, STATED)):
                    as_of = playing.queries.moment(**moment, clock=clock)
                    asked.append((moment, clock, everything(playing, as_of)))
                playing.clock.tick(60)  # the recorded moment asked about is over
        for moment, clock, answered in asked:
            assert everything(playing, playing.queries.moment(**moment, clock=clock)) == answered, (moment, clock)


@LAW
@given(acts)
def test_known_days_are_those_of_the_domain_and_the_current_figure_is_that_of_the_latest(drawn: list[Act]) -> None:
    with scene() as playing:
        for act in drawn:
            play(playing, act)
            for key in KEYS:
                state = playing.ledger.toll(key.id)
                if isinstance(state, Toll):
                    known = {day: value.count.measure for day, value in sorted(state.days.items())}
                    now = playing.at(playing.queries.position())
                    assert playing.days(now, key=key) == known
                    latest = state.latest_day
                    assert playing.toll(key=key) == (None if latest is None else known[latest])


def walked(recorded: list[Recorded], by: datetime, *, public: bool) -> dict[date, int | None]:
    """What sources had said by then: the last stated of each day that was not rejected, with no product code."""
    standing: dict[int, Status] = {}
    said: list[tuple[datetime, int, date, int | None, bool]] = []
    for it in recorded:
        match it.event:
            case events.TollReviewed() as reviewed:
                standing[reviewed.version] = reviewed.status
            case events.TollWithdrawn() as withdrawn:
                said.append((withdrawn.stated_at, it.version, withdrawn.counted_to, None, True))
            case (events.TollStated() | events.TollRestated() | events.TollReinstated()) as stated:
                standing[it.version] = stated.status
                said.append((stated.stated.stated_at, it.version, stated.counted_to, stated.count.measure, False))
            case events.TollRevised() as revised:
                standing[it.version] = revised.status
                said.append((revised.stated.stated_at, it.version, revised.counted_to, revised.new.measure, False))
            case _:
                pass
    days: dict[date, tuple[int | None, bool]] = {}
    for at, version, day, measure, gone in sorted(said):
        status = standing.get(version)
        counts = status in COUNTING if public and not gone else status is not Status.REJECTED
        if at <= by and counts:
            days[day] = (measure, gone)
    return {day: measure for day, (measure, gone) in sorted(days.items()) if not gone}


@LAW
@given(acts, st.sampled_from(STATED_BY), st.booleans())
def test_the_stated_clock_answers_as_a_plain_walk_does(drawn: list[Act], by: datetime, public: bool) -> None:
    with scene() as playing:
        for act in drawn:
            play(playing, act)
        for kept in playing.queries.toll_keys(KeyFilter(), playing.now, PUBLIC if public else MEMBERS):
            audience = PUBLIC if public else MEMBERS
            expected = walked(playing.log.stream(kept.key_id), by, public=public)
            as_of = playing.stated_by(by)
            assert playing.days(as_of, audience, key=kept.key) == expected
            current = expected[max(expected)] if expected else None
            assert playing.toll(as_of, audience, key=kept.key) == current


def covering(rows: list[HistoryRow], position: int) -> dict[date, int | None]:
    """By day, the values whose spans in the full history cover a position; two for one day would be a fault."""
    open_then = [
        row
        for row in rows
        if row.from_position <= position and (row.until_position is None or position < row.until_position)
    ]
    assert len({row.counted_to for row in open_then}) == len(open_then)
    return {row.counted_to: row.count.measure for row in open_then}


@LAW
@given(acts, st.sampled_from([MEMBERS, PUBLIC]))
def test_the_full_history_tells_what_was_known_at_every_position(drawn: list[Act], audience: Audience) -> None:
    with scene() as playing:
        for act in drawn:
            play(playing, act)
        for kept in playing.queries.toll_keys(KeyFilter(), playing.now, audience):
            rows = playing.queries.history(kept.key_id, playing.now, audience)
            for position in range(playing.queries.position() + 1):
                known = playing.queries.toll_keys(KeyFilter(key_id=kept.key_id), playing.at(position), audience)
                then = playing.days(playing.at(position), audience, key=kept.key) if known else {}
                assert covering(rows, position) == then, position


@LAW
@given(acts)
def test_followed_rows_rebuilt_rows_and_rows_folded_at_once_are_equal(drawn: list[Act]) -> None:
    with scene() as playing:
        for act in drawn:
            play(playing, act)
        followed = playing.queries.digest(playing.now)
        assert playing.folded_at_once().digest(playing.now) == followed
        playing.follower.rebuild()
        assert playing.queries.digest(playing.now) == followed
