"""The parts of a stated toll's key: whose dead, of what, by whom, since when; and why it moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.domain.values import Harm
from ledger.intake.count.counts import IMPLAUSIBLE
from ledger.intake.count.figures import Figure
from ledger.intake.drafts import DraftKind
from ledger.intake.event.agents import agent_of
from ledger.intake.event.meanings import party_phrase
from ledger.intake.event.means import cause_of, means_phrase
from ledger.intake.people.other_harm import other_harm
from ledger.intake.people.victims import add_counted_people
from ledger.intake.toll.frames import TollFrame
from ledger.intake.toll.periods import set_period

if TYPE_CHECKING:
    from ledger.intake.page import Scene
    from ledger.intake.sketches import Sketch

_KEY_GROUPS = frozenset(
    {"combatants", "civilians", "children", "women", "men", "medical", "press", "elderly", "refugees", "detainees"}
)


def describe_toll(scene: Scene, sketch: Sketch, frame: TollFrame) -> None:
    """Fill in the parts of the toll's key from the words that state it."""
    sentence, page = scene.sentence, scene.page
    sketch.cumulative = True
    sketch.word = (frame.figure.start, frame.figure.stop)
    sketch.harm = other_harm(sentence, frame) if frame.role not in ("killed", "injured") else Harm(frame.role)
    set_period(scene, sketch, frame)
    _people(scene, sketch, frame)
    sketch.cause = cause_of(sentence, frame.first, frame.last)
    sketch.means = means_phrase(page, sentence, frame.first, frame.last)
    unit = next((u for u in scene.parts if u.first <= frame.figure.at < u.last), None)
    last = max(frame.last, unit.last) if unit else frame.last
    agent = agent_of(sentence, frame.first, last, scene.mains, frame.figure.at, DraftKind.TOLL_STATED)
    if agent:
        sketch.actor, sketch.actor_rule = party_phrase(page, sentence, agent.party), agent.rule
    _inherit(scene, sketch)
    _move(sketch, frame)
    if frame.figure.low is not None and frame.figure.low > IMPLAUSIBLE:
        sketch.flags.append("implausible_number")
    if frame.rule == "share of the dead":
        sketch.flags.append("subset_of_total")
    if sentence.has("may_rise"):
        sketch.flags.append("toll_expected_to_rise")


def _move(sketch: Sketch, frame: TollFrame) -> None:
    """What the toll was before, why it moved, or that it was taken back."""
    move = frame.move
    if frame.moves or move.is_correction or move.reasons:
        sketch.flags.append("updates_earlier_toll")
    elif move.is_restated and not move.is_withdrawal:
        sketch.flags.append("restates_earlier_toll")
    sketch.previous = move.previous.low if move.previous else None
    sketch.reasons = move.coded(frame.moves)
    if move.is_withdrawal and not move.is_correction:
        sketch.flags.append("toll_withdrawn")
        sketch.previous, sketch.killed, sketch.injured = frame.figure.low, None, None


def _inherit(scene: Scene, sketch: Sketch) -> None:
    """ ", where it rose to N …" goes on about the executions just told: same place, cause and party."""
    before = scene.page.sketches[-1] if scene.page.sketches else None
    if before is None or before.kind is not DraftKind.EXECUTION:
        return
    if before.sentence != sketch.sentence and (sketch.cause != "execution" or before.sentence < sketch.sentence - 1):
        return
    if sketch.actor is None and sketch.cause in (None, "execution"):
        sketch.actor, sketch.cause = before.actor, "execution"
        if not sketch.place_given and before.place:
            sketch.place = before.place
            sketch.flags = [flag for flag in sketch.flags if flag != "place_not_given"] + ["place_by_reference"]


def _people(scene: Scene, sketch: Sketch, frame: TollFrame) -> None:
    """Whose dead: fighters of one side, civilians only, or everyone."""
    figure: Figure = frame.figure
    add_counted_people(scene, sketch, figure, frame.role, frame.first, frame.last)
    if figure.group == "combatants":
        near = scene.sentence.named("actor", first=figure.at, last=figure.end + 12)
        party = figure.affiliation or (near[0].value if near else None)
        sketch.affiliation = scene.page.actors.name(party, "en") if party else None
    if figure.group in _KEY_GROUPS:
        sketch.group = figure.group or "all"
