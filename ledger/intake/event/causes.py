"""Deaths of several causes at once: "31 قتلوا إثر اشتباكات واستهداف حواجز وتفجير عبوات" is a sum, and no one event."""

from __future__ import annotations

from itertools import pairwise

from ledger.intake.count.figures import Figure
from ledger.intake.text.clauses import Sentence
from ledger.intake.text.lexicon import Tag
from ledger.intake.text.units import Unit

_FAMILIES = {
    "bombing": "fire", "air_means": "fire", "ground_means": "fire", "clash": "fight", "attack": "fight",
    "blast_means": "blast", "shot": "shooting", "torture": "torture",
}  # fmt: skip
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
