"""Parts told before their whole: "the toll, including 42 women, has reached 300"; and wholes that open a sentence."""

from __future__ import annotations

from ledger.intake.count.figures import Figure
from ledger.intake.text.clauses import Sentence
from ledger.names import word_set

_JOINTS = frozenset({"and", ",", "و"})
_HEADS = (["of"], ["of", "the"], ["among"], ["among", "the"], ["من", "بين"], ["من", "اصل"], ["من", "بين", "ال"])
_SUMS = word_set("total altogether all totalling totaling مجموع بمجموع مجموعه اجمالي باجمالي ليصبح")
_HEAD = 4  # tokens that may open a sentence before its whole
_KILLED = 3  # tokens from a number to "killed"
_SUM_REACH = 14  # tokens from the groups to their sum


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


def opens_with_whole(sentence: Sentence, figure: Figure) -> bool:
    """ "Of the 156 killed since 19 July, …": some of them are told of next."""
    before = [token.word for token in sentence.tokens[: figure.first]]
    killed = figure.role == "killed" or sentence.has("killed", first=figure.behind, last=figure.last + _KILLED)
    return figure.first <= _HEAD and before in _HEADS and killed and not sentence.has("reason")


def take_behind_whole(sentence: Sentence, mains: list[Figure]) -> list[Figure]:
    """The figures that are parts of none; "62 were civilians" is a part of the 156 that open the sentence."""
    if len(mains) < 2 or not opens_with_whole(sentence, mains[0]):
        return mains
    whole, parts = mains[0], []
    for figure in mains[1:]:
        small = (figure.low or 0) < (whole.low or 0) and figure.low is not None
        if not (small and figure.group and figure.role in ("", "killed")):
            break
        figure.role, figure.is_part = "", True
        parts.append(figure)
    whole.parts += parts
    return [whole, *mains[1 + len(parts) :]]


def take_summed(sentence: Sentence, mains: list[Figure]) -> list[Figure]:
    """ "62 civilians and 94 fighters were killed, a total of 156": the groups are parts of the sum told behind them."""
    for at in range(2, len(mains)):
        whole, first = mains[at], at
        while first and mains[first - 1].group and mains[first - 1].role in ("", "killed"):
            first -= 1
        parts = mains[first:at]
        gap = sentence.tokens[parts[-1].last : whole.first] if parts else []
        behind = sentence.tokens[whole.last : whole.last + 3]
        said = len(gap) <= _SUM_REACH and any(form in _SUMS for token in [*gap, *behind] for form in token.forms)
        adds_up = whole.low is not None and whole.low == sum(part.low or 0 for part in parts)
        if len(parts) > 1 and said and adds_up and any(part.role for part in parts):
            for part in parts:
                part.role, part.is_part = "", True
            whole.role, whole.parts = "killed", [*parts, *whole.parts]
            return [*mains[:first], *mains[at:]]
    return mains
