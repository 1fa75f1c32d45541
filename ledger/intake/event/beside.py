"""Dead and injured told in one breath with people taken or driven out: "killed 5 people and abducted 3"."""

from __future__ import annotations

from dataclasses import replace

from ledger.intake.count.figures import Figure
from ledger.intake.event.aftermath import harm_only
from ledger.intake.event.surroundings import Surroundings, Trigger
from ledger.intake.event.taking import TAKING
from ledger.intake.event.triggers import find_trigger
from ledger.intake.event.vetoes import veto
from ledger.intake.page import Scene
from ledger.intake.sketches import Sketch
from ledger.intake.text.units import Unit

_WORDS = ("abduction", "detention", "release", "displacement")
_NEAR = 8  # tokens between the number and the word for what befell them


def harm_beside(scene: Scene, unit: Unit, trigger: Trigger, figures: list[Figure], sketch: Sketch) -> None:
    """Tell the dead and injured that an event of people taken leaves over, where it has people of its own."""
    people = [figure for role, figure in sketch.told if role == "affected"]
    harmed = [figure for figure in figures if figure.role and (figure.low or figure.qualifier)]
    if trigger.kind not in TAKING or not people or not harmed:
        return
    cut = min(trigger.at, people[0].first)
    before = [figure for figure in harmed if figure.end <= cut]
    after = [figure for figure in harmed if figure.first >= max(trigger.at, people[-1].end)]
    if before:
        harm_only(scene, unit, before, scene.sentence.tokens[unit.last - 1].end)
    if after:
        scene.open_harm.append((unit, after))


def taken_beside(scene: Scene, unit: Unit) -> tuple[Unit, Trigger, list[Figure]] | None:
    """The people taken or driven out whom a unit tells beside its toll: "62 people killed and 1,200 arrested"."""
    tolls = [frame.figure for frame in scene.frames if unit.first <= frame.figure.at < unit.last]
    if not tolls or not scene.sentence.has(*_WORDS, first=unit.first, last=unit.last):
        return None
    behind = _taken_in(scene, replace(unit, first=max(figure.end for figure in tolls)))
    cut = min(figure.first for figure in tolls)
    return behind or _taken_in(scene, replace(unit, main=cut, last=cut))


def _taken_in(scene: Scene, unit: Unit) -> tuple[Unit, Trigger, list[Figure]] | None:
    if unit.first >= unit.last:
        return None
    told = scene.sentence.named(*_WORDS, first=unit.first, last=unit.last)
    inside = [f for f in scene.mains if unit.first <= f.first < unit.last and f.unit in ("person", "bare")]
    people = [f for f in inside if not f.role and (f.low or 0) > 1]
    if not told or not people or abs(people[0].first - told[0].first) > _NEAR:
        return None
    rest = replace(unit, first=min(people[0].first, told[0].first))
    around = Surroundings(scene.sentence, rest.first, rest.last, scene.mains, scene.places, 0, scene.figures)
    trigger = find_trigger(around)
    if trigger is None or trigger.kind not in TAKING or veto(scene.sentence, trigger, unit.first, rest.last):
        return None
    return rest, trigger, people
