"""Acts that Hypothesis draws: people stating, answering, reviewing, withdrawing, publishing, in any order."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from ledger.domain import commands
from ledger.domain.commands import Outcome
from ledger.domain.values import Casualties, Count, GroupCount, Place, Quantifier, Stated, TollKey, exactly, short_id
from ledger.errors import LedgerError
from tests.ledger.domain.samples import AUGUST_1, KEY, NADIM, OMAR, OPERATOR, SALMA, YARA, on
from tests.projections.scene import ERROR, FOUR_FOUND, NEW_DEATHS, Scene

LAW = settings(max_examples=20, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck), database=None)

Act = Callable[[Scene], object]

OTHER_KEY = KEY.model_copy(update={"group": "children"})
KEYS = (KEY, OTHER_KEY)
DAYS = [AUGUST_1 + timedelta(days=number) for number in range(3)]
STRIKES = ("first", "second")

monitors, reviewers = st.sampled_from([SALMA, OMAR, OPERATOR]), st.sampled_from([YARA, NADIM])
days, keys = st.sampled_from(DAYS), st.sampled_from([KEY, KEY, OTHER_KEY])
outcomes = st.sampled_from([*Outcome, Outcome.REJECT, Outcome.REJECT, Outcome.ACCEPT])
moments = st.builds(on, days, st.integers(8, 14))
counts = st.one_of(
    st.integers(55, 66).map(exactly),
    st.sampled_from(
        [
            Count(low=60, qualifier=Quantifier.AT_LEAST),
            Count(low=60, high=60, breakdown=(GroupCount(group="women", low=5),)),
            Count(qualifier=Quantifier.TENS),
        ]
    ),
)


DONE = ["state"] * 5 + ["publish", "answer", "answer", "review", "review", "withdraw", "withdraw", "reinstate"]


@st.composite
def tolls(draw: st.DrawFn) -> Act:
    """Something done to a toll."""
    who, reviewer, key, day, at = draw(monitors), draw(reviewers), draw(keys), draw(days), draw(moments)
    match draw(st.sampled_from(DONE)):
        case "state":
            count, reasons = draw(counts), draw(st.sampled_from([(NEW_DEATHS,), (ERROR,), (FOUR_FOUND,)]))
            return lambda scene: scene.state(who, count, day, key=key, said_at=at, reasons=reasons)
        case "publish":
            change, number = draw(st.sampled_from(["add", "revise", "withdraw"])), draw(st.integers(55, 66))
            given = None if change == "withdraw" else number
            return lambda scene: scene.publish(change, given, day, at, key=key)
        case "answer":
            agree = draw(st.sampled_from([True, True, False]))
            return lambda scene: _answer(scene, reviewer, agree=agree)
        case "review":
            outcome, which = draw(outcomes), draw(st.integers(0, 9))
            return lambda scene: _review(scene, reviewer, outcome, which, key)
        case "withdraw":
            which = draw(st.integers(0, 2))
            return lambda scene: _withdraw(scene, which, key)
        case _:
            return lambda scene: scene.reinstate(reviewer, at, day)


def _answer(scene: Scene, who: str, *, agree: bool) -> None:
    """The oldest fall that this reviewer may decide is answered, if one waits."""
    for item in scene.queries.queue(excluding=who):
        if item.waits == "fall" and item.key is not None:
            scene.answer(who, item.version, agree=agree, key=item.key)
            return


def _review(scene: Scene, who: str, outcome: Outcome, which: int, key: TollKey) -> None:
    """One of the values stated of a toll is reviewed, if there are any."""
    stated = [it.version for it in scene.log.stream(key.id) if it.kind in ("toll_stated", "toll_restated")]
    if stated:
        scene.review(who, stated[which % len(stated)], outcome, key=key)


def _withdraw(scene: Scene, which: int, key: TollKey) -> None:
    """One of the days known of a toll is taken back by both reviewers."""
    known = sorted(scene.days(scene.at(scene.queries.position()), key=key))
    for who in (YARA, NADIM) if known else ():
        scene.withdraw(who, known[which % len(known)], key=key)


@st.composite
def incidents(draw: st.DrawFn) -> Act:
    """Something done to an incident."""
    who, name, at = draw(st.one_of(monitors, reviewers)), draw(st.sampled_from(STRIKES)), draw(moments)
    stated = Stated(source="SOHR", stated_at=at)
    harmed = Casualties(killed=draw(counts))
    fields: dict[type[commands.IncidentCommand], dict[str, object]] = {
        commands.CiteSource: {
            "stated": Stated(source=draw(st.sampled_from(["SOHR", "SANA"])), stated_at=at),
            "origin": draw(st.sampled_from([None, "Reuters"])),
            "casualties": draw(st.sampled_from([None, harmed])),
        },
        commands.ReviewStatement: {"version": draw(st.integers(1, 4)), "outcome": draw(st.sampled_from(list(Outcome)))},
        commands.MergeIncident: {"into": short_id("I", draw(st.sampled_from(STRIKES)).encode())},
        commands.DeclareDistinct: {"other": short_id("I", draw(st.sampled_from(STRIKES)).encode())},
        commands.ReviseCasualties: {"new": harmed, "reasons": (ERROR,), "stated": stated},
        commands.CorrectPlace: {"new": draw(st.sampled_from([Place(id="syr.daraa"), Place(text="Hayt")]))},
        commands.ReviewIncident: {"outcome": draw(st.sampled_from(list(Outcome)))},
        commands.RetractIncident: {},
    }
    kind = draw(st.sampled_from([None, *fields]))
    if kind is None:
        return lambda scene: scene.incident(who, name, stated=stated, casualties=harmed)
    return lambda scene: scene.about(who, kind, scene.incident_id(name), **fields[kind])


acts = st.lists(st.one_of(tolls(), tolls(), tolls(), incidents()), min_size=15, max_size=30)


def play(scene: Scene, act: Act) -> None:
    """Do it; where a rule of the ledger says no, nothing is recorded."""
    with suppress(LedgerError):
        act(scene)
