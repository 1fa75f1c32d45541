"""Acts that Hypothesis draws: people stating, answering, reviewing, withdrawing, publishing, in any order."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from ledger.domain import commands
from ledger.domain.commands import Outcome
from ledger.domain.values import Casualties, Count, GroupCount, Place, Quantifier, Stated, TollKey, exactly
from ledger.errors import LedgerError
from tests.ledger.domain.samples import AUGUST_1, KEY, NADIM, OMAR, OPERATOR, SALMA, YARA, on
from tests.projections.scene import ERROR, FOUR_FOUND, NEW_DEATHS, Scene

LAW = settings(max_examples=20, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck), database=None)

Act = Callable[[Scene], object]

OTHER_KEY = KEY.model_copy(update={"group": "children"})
KEYS = (KEY, OTHER_KEY)
DAYS = [AUGUST_1 + timedelta(days=number) for number in range(3)]
STRIKES = ("first", "second")

people = st.sampled_from([SALMA, OMAR, YARA, NADIM, OPERATOR])
days, keys = st.sampled_from(DAYS), st.sampled_from(KEYS)
moments = st.builds(on, days, st.integers(8, 14))
versions = st.integers(0, 8)
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


@st.composite
def tolls(draw: st.DrawFn) -> Act:
    """Something done to a toll."""
    who, key, day, at, version = draw(people), draw(keys), draw(days), draw(moments), draw(versions)
    match draw(st.sampled_from(["state"] * 4 + ["publish", "answer", "answer", "review", "withdraw", "reinstate"])):
        case "state":
            count, reasons = draw(counts), draw(st.sampled_from([(), (NEW_DEATHS,), (FOUR_FOUND,)]))
            return lambda scene: scene.state(who, count, day, key=key, said_at=at, reasons=reasons)
        case "publish":
            change, number = draw(st.sampled_from(["add", "revise", "withdraw"])), draw(st.integers(55, 66))
            given = None if change == "withdraw" else number
            return lambda scene: scene.publish(change, given, day, at, key=key)
        case "answer":
            agree = draw(st.booleans())
            return lambda scene: _answer(scene, who, key, agree=agree)
        case "review":
            outcome = draw(st.sampled_from(list(Outcome)))
            return lambda scene: scene.review(who, version, outcome, key=key)
        case "withdraw":
            return lambda scene: scene.withdraw(who, day, key=key)
        case _:
            return lambda scene: scene.reinstate(who, at, day)


def _answer(scene: Scene, who: str, key: TollKey, *, agree: bool) -> None:
    """The oldest fall of a toll is answered, if one waits."""
    falls = [item for item in scene.queries.queue() if item.waits == "fall" and item.stream_id == key.id]
    if falls:
        scene.answer(who, falls[0].version, agree=agree, key=key)


@st.composite
def incidents(draw: st.DrawFn) -> Act:
    """Something done to an incident."""
    who, name, at = draw(people), draw(st.sampled_from(STRIKES)), draw(moments)
    stated = Stated(source="SOHR", stated_at=at)
    harmed = Casualties(killed=draw(counts))
    fields: dict[type[commands.IncidentCommand], dict[str, object]] = {
        commands.CiteSource: {"stated": stated},
        commands.ReviseCasualties: {"new": harmed, "reasons": (ERROR,), "stated": stated},
        commands.CorrectPlace: {"new": draw(st.sampled_from([Place(id="syr.daraa"), Place(text="Hayt")]))},
        commands.ReviewIncident: {"outcome": draw(st.sampled_from(list(Outcome)))},
        commands.RetractIncident: {},
    }
    kind = draw(st.sampled_from([None, *fields]))
    if kind is None:
        return lambda scene: scene.incident(who, name, stated=stated, casualties=harmed)
    return lambda scene: scene.about(who, kind, scene.incident_id(name), **fields[kind])


acts = st.lists(st.one_of(tolls(), tolls(), tolls(), incidents()), min_size=8, max_size=25)


def play(scene: Scene, act: Act) -> None:
    """Do it; where a rule of the ledger says no, nothing is recorded."""
    with suppress(LedgerError):
        act(scene)
