"""Lines right below a toll that say how its dead came about: "(2 new, 1 recovered)", and no further dead."""

from __future__ import annotations

from ledger.domain.values import Reason, ReasonCode
from ledger.intake.count.counts import find_figures
from ledger.intake.count.figures import Figure
from ledger.intake.drafts import DraftKind
from ledger.intake.page import Page
from ledger.intake.people.victims import enter
from ledger.intake.sketches import Sketch
from ledger.intake.text.clauses import Sentence

_LONGEST = 30  # tokens of such a line
_PARTS = frozenset(",+;()")


def explains_toll(page: Page, sentence: Sentence) -> bool:
    """Whether the line divides the toll right above it: in brackets, or by figures that add up to it."""
    last = page.sketches[-1] if page.sketches else None
    if last is None or last.kind is not DraftKind.TOLL_STATED or last.sentence < page.sentence - 1 or last.is_entry:
        return False
    if len(sentence.tokens) > _LONGEST or last.killed is None or last.injured is not None:
        return _in_brackets(sentence)
    figures = find_figures(sentence, set())
    reasons, totals = _reasons(sentence, figures)
    adds_up = last.killed.low in totals
    if not (adds_up or _in_brackets(sentence)):
        return False
    if adds_up:
        _enter(last, reasons)
        groups = _groups(figures)
        if groups and not last.killed.breakdown:
            enter(last, groups)
    return True


def _groups(found: list[Figure]) -> list[Figure]:
    """The men, women and children of "of those killed, 224 were men, 168 women and 103 children"; else none."""
    figures = [figure for figure in found if not figure.is_article]
    return figures if all(figure.unit == "person" and figure.group for figure in figures) else []


def _in_brackets(sentence: Sentence) -> bool:
    closing = [token.text for token in sentence.tokens[-2:]]
    return sentence.tokens[0].text == "(" and ")" in closing and len(sentence.tokens) <= _LONGEST


def _reasons(sentence: Sentence, counted_in_it: list[Figure]) -> tuple[list[Reason], set[int]]:
    """The reasons with the people each covers, and the sums of at least two figures, with and without single nouns."""
    found = [figure for figure in counted_in_it if figure.low is not None and not figure.is_negative]
    numbered = {figure.first for figure in found if not figure.is_article}
    figures = [figure for figure in found if not (figure.is_article and figure.last in numbered)]  # "شهيد 1" is one
    tags = sentence.named("reason")
    reasons: list[Reason] = []
    for figure in figures:
        start = max((at + 1 for at in range(figure.first) if sentence.tokens[at].text in _PARTS), default=0)
        ends = (at for at in range(figure.at + 1, len(sentence.tokens)) if sentence.tokens[at].text in _PARTS)
        end = next(ends, len(sentence.tokens))
        why = next((tag for tag in tags if start <= tag.first < end), None)
        if why is not None and all(reason.code != why.value for reason in reasons):
            reasons.append(Reason(code=ReasonCode(why.value), amount=figure.low))
    counted = [figure for figure in figures if not figure.is_article]
    return reasons, {sum(figure.low or 0 for figure in some) for some in (figures, counted) if len(some) > 1}


def _enter(toll: Sketch, reasons: list[Reason]) -> None:
    if reasons:
        told = {reason.code for reason in reasons}
        toll.reasons = (*(reason for reason in toll.reasons if reason.code not in told), *reasons)
        toll.flags.append("updates_earlier_toll")
