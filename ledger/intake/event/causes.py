"""Deaths of several causes at once: "31 قتلوا إثر اشتباكات واستهداف حواجز وتفجير عبوات" is a sum, and no one event."""

from __future__ import annotations

from itertools import pairwise

from ledger.domain.values import Certainty
from ledger.intake.count.figures import Figure
from ledger.intake.event.surroundings import Surroundings, Trigger
from ledger.intake.page import Scene
from ledger.intake.text.clauses import Sentence
from ledger.intake.text.lexicon import Tag
from ledger.intake.text.units import Unit

_FAMILIES = {
    "bombing": "fire", "air_means": "fire", "ground_means": "fire", "clash": "fight", "attack": "fight",
    "blast_means": "blast", "shot": "shooting", "torture": "torture",
}  # fmt: skip
_MANY = 2  # dead; one is told as an event
_BESIDE = 3  # tokens from the weapon to a place
_WEAPONS = ("air_means", "ground_means", "bombing", "attack")
_SUM = 4  # dead; fewer are told as an event
_APART = 12  # tokens from one cause to the next


def of_many_causes(sentence: Sentence, unit: Unit, figures: list[Figure]) -> bool:
    """Whether the unit counts dead and names, joined by "and", causes of different kinds for them."""
    dead = [figure for figure in figures if figure.role == "killed" and (figure.low or 0) >= _SUM]
    if not dead:
        return False
    causes = sentence.named(*_FAMILIES, first=dead[0].last, last=unit.last)
    joined = (
        _FAMILIES[first.name] != _FAMILIES[second.name]
        for first, second in pairwise(causes)
        if second.first - first.last <= _APART and _is_joined(sentence, first, second)
    )
    return any(joined)


def _is_joined(sentence: Sentence, first: Tag, second: Tag) -> bool:
    """ "In shelling and clashes", "قصف واشتباكات": both are what people died of."""
    token = sentence.tokens[second.first]
    if token.text[0] == "و" and len(token.forms) > 1:
        between = sentence.tokens[first.last : second.first]
        return not any(it.text in ",;" for it in between)
    words = [it.word for it in sentence.tokens[first.last : second.first]]
    return words in (["and"], ["and", "in"], ["and", "by"])


def _is_of_report(scene: Scene) -> bool:
    """ "Nine people died under torture", with no place or day, in a report that counts a month: a total of it."""
    counts = scene.page.window is not None and not scene.sentence.is_headline
    return counts and not scene.places and not scene.moments


def is_sum(scene: Scene, unit: Unit, trigger: Trigger, figures: list[Figure]) -> bool:
    """ "Six civilians died in strikes by X": deaths by weapons in general, with no place or strike of their own."""
    dead = [figure for figure in figures if figure.role == "killed" and (figure.low or 0) >= _MANY]
    around = Surroundings(scene.sentence, unit.first, unit.main, scene.mains, scene.places)
    if dead and _is_of_report(scene):
        return True
    if trigger.rule not in ("fire", "attack") or not dead or around.placed or dead[0].at > trigger.at:
        return False
    if any(trigger.at < place.first <= trigger.at + _BESIDE and not place.is_described for place in scene.places):
        return False
    if any(figure.unit == "thing" and unit.first <= figure.at < unit.last for figure in scene.figures):
        return False  # "in three air strikes on Sunday": strikes that somebody counted
    weapons = around.sentence.named(*_WEAPONS, first=trigger.at, last=trigger.at + 3)
    weapon = scene.sentence.tokens[weapons[0].last - 1 if weapons else trigger.at]
    lead = {token.word for token in scene.sentence.tokens[max(0, trigger.at - 4) : trigger.at]}
    plural = weapon.word.endswith("s") and bool(lead & {"by", "in", "from"})
    near = [sketch for sketch in scene.page.told_within(1) if sketch.kind is trigger.kind]
    told = [s for s in near if s.certainty is not Certainty.DENIED]
    return plural and not any(sketch.killed is None and not sketch.is_headline for sketch in told)
