"""Parts told before their whole: "the death toll, including 42 women and 58 children, has reached 300"."""

from __future__ import annotations

from ledger.intake.count.figures import Figure
from ledger.intake.text.clauses import Sentence

_JOINTS = frozenset({"and", ",", "و"})


def take_fronted(sentence: Sentence, mains: list[Figure]) -> list[Figure]:
    """The figures that are parts of none; those between the word for a total and its number become its parts."""
    if len(mains) < 2 or not sentence.has("counted"):
        return mains
    for at in range(1, len(mains)):
        whole, parts = mains[at], _led_before(sentence, mains, at)
        if parts and _is_number_of_total(sentence, parts, whole):
            for part in parts:
                part.role, part.is_part = "", True
            whole.parts[:0] = parts
            return [figure for figure in mains if all(figure is not part for part in parts)]
    return mains


def _led_before(sentence: Sentence, mains: list[Figure], at: int) -> list[Figure]:
    """The groups right before a number that "including" and the like lead to, where nobody else is counted before."""
    whole, first = mains[at], at
    while first and _may_be_part(mains[first - 1], whole):
        first -= 1
        if _is_led(sentence, mains[first]):
            break
        between = {token.text for token in sentence.tokens[mains[first - 1].last : mains[first].first]}
        if not first or not between <= _JOINTS:
            return []
    parts = mains[first:at]
    told_for = any(figure.role and not figure.is_article for figure in mains[:first])
    return parts if parts and _is_led(sentence, parts[0]) and not told_for else []


def _may_be_part(figure: Figure, whole: Figure) -> bool:
    small = figure.low is not None and whole.low is not None and figure.low < whole.low
    return small and figure.role != "injured" and (figure.group is not None or figure.is_subset)


def _is_led(sentence: Sentence, figure: Figure) -> bool:
    return figure.is_subset or any(
        tag.last == figure.first for tag in sentence.named("include", first=max(0, figure.first - 4), last=figure.first)
    )


def _is_number_of_total(sentence: Sentence, parts: list[Figure], whole: Figure) -> bool:
    """Whether a word for a total stands before the parts, and one that states it between them and the number."""
    states = sentence.has("rise", "fall", "state", "to", first=parts[-1].last, last=whole.first)
    return states and whole.unit in ("bare", "person") and sentence.has("counted", last=parts[0].first)
