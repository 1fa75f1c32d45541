"""Which figures of a passage an event takes as its killed, injured or affected."""

from __future__ import annotations

from collections.abc import Sequence

from ledger.intake.count.counts import IMPLAUSIBLE
from ledger.intake.count.figures import Figure
from ledger.intake.drafts import DraftKind
from ledger.intake.event.surroundings import Trigger
from ledger.intake.sketches import Sketch

TAKING = frozenset({DraftKind.ABDUCTION, DraftKind.DETENTION, DraftKind.RELEASE, DraftKind.DISPLACEMENT})
HARMLESS = frozenset(
    {DraftKind.CONTROL_CHANGE, DraftKind.NEGOTIATION_STARTED, DraftKind.NEGOTIATION_FAILED,
     DraftKind.NEGOTIATION_RESUMED, DraftKind.AGREEMENT, DraftKind.CALM_OBSERVED, DraftKind.NOTHING_HEARD}
)  # fmt: skip
"""Kinds that kill nobody: deaths told in another clause are not theirs."""

MISSING = "missing"
"""The rule for people of whom nothing is known."""

_TAKEN_REACH = 4  # tokens from "the release of" to a number without a noun


def take_people(sketch: Sketch, figures: Sequence[Figure], trigger: Trigger) -> None:
    """Enter the figures of the event's own passage."""
    concerns = trigger.kind in TAKING or trigger.rule == MISSING
    if trigger.kind in TAKING:
        figures = _objects_first(figures, trigger.at)
    for at, figure in enumerate(figures):
        if trigger.rule == MISSING and not figure.role and figure.unit == "person" and sketch.affected is None:
            sketch.add("affected", figure)
            continue
        take(sketch, figure, trigger.kind)
        before = figures[at - 1] if at else None
        if before and concerns and _counts_on(before, figure):
            sketch.add("affected", figure)  # "4 women and 7 children"
    if concerns and sketch.affected is None:
        bare = [f for f in figures if f.unit == "bare" and f.low and _is_near(f, trigger.at)]
        for figure in bare[:1] or _summed(figures, trigger):
            sketch.add("affected", figure)


def _objects_first(figures: Sequence[Figure], at: int) -> Sequence[Figure]:
    """ "An officer said that they kidnapped two men": who is taken stands behind the verb, one who speaks before it."""
    after = [f for f in figures if f.first >= at and f.unit == "person" and not f.role]
    spoke = [f for f in figures if f.is_article and f.first < at and f.low == 1]
    return [f for f in figures if all(f is not it for it in spoke)] if after else figures


def _summed(figures: Sequence[Figure], trigger: Trigger) -> Sequence[Figure]:
    """ "Arrests since October now exceed 10,400": the only number after the word, whatever stands between."""
    after = [figure for figure in figures if figure.unit == "bare" and figure.low and figure.first > trigger.at]
    return after if len(after) == 1 and len(figures) == 1 and trigger.kind is not DraftKind.DISPLACEMENT else ()


def take(sketch: Sketch, figure: Figure, kind: DraftKind) -> None:
    """Enter one figure under what it counts for an event of the kind."""
    if figure.is_negative:
        sketch.flags.append("negative_number")
    elif kind in HARMLESS and figure.role and figure.low == figure.high == 0:
        sketch.flags.append("no_casualties_reported")
    elif figure.role and kind not in TAKING:
        sketch.add(figure.role, figure)
    elif kind in TAKING and figure.unit == "person" and not figure.role and sketch.affected is None:
        sketch.add("affected", figure)
    elif kind is DraftKind.EXECUTION and (figure.unit == "person" or figure.is_subset) and sketch.killed is None:
        sketch.add("killed", figure)
    if figure.low is not None and figure.low > IMPLAUSIBLE:
        sketch.flags.append("implausible_number")


def _is_near(figure: Figure, at: int) -> bool:
    return min(abs(figure.first - at), abs(at - figure.last)) <= _TAKEN_REACH


def _counts_on(before: Figure, figure: Figure) -> bool:
    both = before.unit == figure.unit == "person" and not before.role and not figure.role
    return both and bool(figure.group) and figure.first - before.end <= 1
