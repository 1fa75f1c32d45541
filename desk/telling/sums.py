"""A sum in words: what it comes to, how sure, and every part of it."""

from __future__ import annotations

from collections.abc import Iterator

from desk.telling.answers import key_words
from desk.telling.standing import STALE, status_words
from desk.telling.words import bound_words, count_words, day_words, harm_words
from ledger.actors import Actors
from ledger.gazetteer import Gazetteer
from projections.sums import Sum

UNDERCOUNT = "Figures are what each source documented; the true number may be higher."


def sum_lines(found: Sum, gazetteer: Gazetteer, actors: Actors) -> Iterator[str]:
    """The figure first, then its parts, then what it rests on."""
    figure = bound_words(found.count.low, found.count.high, found.count.qualifier)
    yield f"{figure} {harm_words(found.parts[0].key.harm)}, the sum of {len(found.parts)} tolls"
    for part in found.parts:
        yield f"    {part.key_id}  {count_words(part.count)}  {key_words(part.key, gazetteer, actors)}"
        told = f"{part.key.source}, counted to {day_words(part.counted_to)}; {status_words(part.status)}"
        yield f"                  {told}{'; ' + STALE if part.stale else ''}"
    first, last = found.counted_to
    if first != last:
        yield f"    the parts are not counted to one day: from {day_words(first)} to {day_words(last)}"
    if found.in_words:
        yield f"    {', '.join(found.in_words)}: given in words, which add no number; the sum is a lower bound"
    elif found.lower_bound:
        yield "    at least one part has no upper bound: the sum is a lower bound"
    at = ", ".join(f"@{position}" for position in sorted(set(found.declared.values())))
    yield f"    declared disjoint at {at}; read at @{found.position}. {UNDERCOUNT}"
