"""Who did it and to whom, entered into the draft of an event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.domain.values import Certainty
from ledger.intake.drafts import DraftKind
from ledger.intake.event.agents import SURE_RULES, Agent, agent_of, carried_agent, opponent_of
from ledger.intake.event.meanings import party_phrase

if TYPE_CHECKING:
    from ledger.intake.event.surroundings import Trigger
    from ledger.intake.page import Scene
    from ledger.intake.sketches import Sketch
    from ledger.intake.text.units import Unit

_TOLD = frozenset({Certainty.ASSERTED, Certainty.REPORTED})
_BY_SAYING = frozenset({DraftKind.AGREEMENT, DraftKind.NEGOTIATION_STARTED, DraftKind.NEGOTIATION_FAILED,
                        DraftKind.NEGOTIATION_RESUMED})  # fmt: skip
"""What comes about when a party says so; its word about its own deeds is a claim."""


def set_parties(scene: Scene, sketch: Sketch, unit: Unit, last: int, trigger: Trigger) -> None:
    """Enter who acts in the unit up to token ``last``, and in a clash against whom."""
    page, sentence = scene.page, scene.sentence
    sketch.word = (sentence.tokens[trigger.at].start, sentence.tokens[trigger.at].end)
    agent = agent_of(sentence, unit.first, last, scene.mains, trigger.at, trigger.kind)
    if agent is None or agent.rule not in SURE_RULES:
        agent = _of_unit_before(scene, unit, trigger) or agent
    if agent is not None:
        sketch.actor, sketch.actor_rule = party_phrase(page, sentence, agent.party), agent.rule
        sketch.flags += [] if agent.rule in SURE_RULES else ["actor_unclear"]
        if agent.rule == "says of itself" and trigger.kind not in _BY_SAYING and sketch.certainty in _TOLD:
            sketch.certainty = Certainty.CLAIMED
    against = opponent_of(sentence, unit.first, last, agent) if trigger.kind is DraftKind.CLASH else None
    if against is not None:
        sketch.target = party_phrase(page, sentence, against)


def _of_unit_before(scene: Scene, unit: Unit, trigger: Trigger) -> Agent | None:
    before = [other for other in scene.parts if other.last <= unit.first + 1 and other.first < unit.first]
    if not before:
        return None
    return carried_agent(scene.sentence, unit.first, trigger.at, (before[-1].first, before[-1].last), trigger.kind)
