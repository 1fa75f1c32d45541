"""Parts told group first: "Children made up 292 of the killed and 611 of the injured"."""

from __future__ import annotations

from ledger.intake.count.figures import Figure
from ledger.intake.count.nouns import group_of, starting
from ledger.intake.page import Scene
from ledger.intake.sketches import Sketch
from ledger.intake.text.clauses import Sentence

_MAKE_UP = (("made", "up"), ("make", "up"), ("accounted", "for"), ("account", "for"), ("constituted",), ("comprised",))
_REACH = 3  # tokens from the group to its verb


def add_made_up(scene: Scene) -> bool:
    """Enter the figures as parts of the dead and the injured told before; true where the sentence tells such parts."""
    group = _group_first(scene.sentence)
    toll = scene.page.sketches[-1] if scene.page.sketches else None
    if group is None or toll is None:
        return False
    found = [(figure, role) for figure in scene.mains if (role := _of_the(scene.sentence, figure))]
    for figure, _ in found:
        figure.unit, figure.group = "person", group
    if found and not scene.places and not scene.moments:  # "…, and 117 women died as well"
        found += [(f, f.role) for f in scene.mains if f.role and f.group and all(f is not part for part, _ in found)]
    for figure, role in found:
        _enter(toll, figure, role)
    scene.mains = [figure for figure in scene.mains if all(figure is not part for part, _ in found)]
    return bool(found)


def _group_first(sentence: Sentence) -> str | None:
    """The group that the sentence begins with, before "made up" and the like."""
    for tag in starting(sentence, 0, "person"):
        words = [token.word for token in sentence.tokens[tag.last : tag.last + _REACH]]
        if any(tuple(words[: len(verb)]) == verb for verb in _MAKE_UP):
            return group_of(tag.value)
    return None


def _of_the(sentence: Sentence, figure: Figure) -> str:
    """ "292 of the killed": the harm that the number is a share of."""
    words = [token.word for token in sentence.tokens[figure.behind : figure.behind + 2]]
    if words not in (["of", "the"], ["of", "those"]):
        return ""
    found = sentence.named("killed", "injured", first=figure.behind + 2, last=figure.behind + 4)
    return found[0].name if found else ""


def _enter(toll: Sketch, figure: Figure, role: str) -> None:
    known = toll.killed if role == "killed" else toll.injured
    if known is None or known.measure is None or (figure.low or 0) > known.measure:
        return
    entered = known.model_copy(update={"breakdown": (*known.breakdown, figure.entry())})
    toll.killed, toll.injured = (entered, toll.injured) if role == "killed" else (toll.killed, entered)
