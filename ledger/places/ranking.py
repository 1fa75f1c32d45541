"""Which of the places that words may name is meant: by the kind told, the area around, their spelling and renown."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from pydantic import BaseModel, ConfigDict

from ledger.place_words import misfit
from ledger.places.entry import RANKS, PlaceEntry

CLOSE = 0.1
"""Scores nearer than this are not told apart."""

UNKNOWN_AREA = "?"
"""Stands for an area that the words name and no list knows."""

_SPELT_OTHERWISE = 0.11
_LESS_KNOWN = 0.12
_NESTED = 0.7  # of its score keeps a place that lies in, or around, the one usually meant by the name
_WIDER, _OUTSIDE, _FAR_OUTSIDE = 0.05, 0.3, 0.42
_USUALLY_MEANT = [
    "moved",
    "site",
    "neighbourhood",
    "district",
    "subdistrict",
    "village",
    "camp",
    "valley",
    "area",
    "town",
    "city",
    "governorate",
    "country",
]


class Candidate(BaseModel):
    """A place that words may mean: ``score`` from 0 to 1, ``reason`` in words."""

    model_config = ConfigDict(frozen=True)

    place: PlaceEntry
    score: float
    reason: str


class Containment(Protocol):
    """The part of the gazetteer that ranking needs."""

    def contains(self, ancestor: str, place_id: str, /) -> bool: ...

    def path(self, place_id: str, /) -> str: ...


@dataclass(slots=True)
class Claim:
    """A place whose name the words may be; ``spelt`` = written as the words are, and not merely heard alike."""

    place: PlaceEntry
    score: float
    reasons: list[str]
    spelt: bool = True
    nested: bool = field(default=False)

    @property
    def rank(self) -> int:
        return RANKS.get(self.place.kind, 1)

    def lose(self, by: float, reason: str) -> None:
        self.score -= by
        self.reasons.append(reason)

    def candidate(self) -> Candidate:
        return Candidate(place=self.place, score=round(max(self.score, 0.0), 3), reason=", ".join(self.reasons))


def ranked(
    claims: Sequence[Claim], hint: frozenset[str], around: Collection[str], within: Containment
) -> tuple[Candidate, ...]:
    """The candidates, best first; ``hint`` are the kinds told, ``around`` ids of the area named."""
    for claim in claims:
        _weigh_kind(claim, hint)
        if around:
            _weigh_area(claim, around, within)
    _weigh_nested(claims, within)
    for claim in claims:
        if not claim.spelt and not claim.nested:
            claim.lose(_SPELT_OTHERWISE, "spelt otherwise")
    _weigh_renown(claims, told=bool(hint))
    return tuple(sorted((claim.candidate() for claim in claims), key=lambda it: (-it.score, it.place.id)))


def _weigh_kind(claim: Claim, hint: frozenset[str]) -> None:
    lost = misfit(claim.place.kind, hint)
    if lost:
        claim.lose(lost, f"but a {claim.place.kind}")


def _weigh_area(claim: Claim, around: Iterable[str], within: Containment) -> None:
    """A little place outside the area named is another of its name, which no list knows; so is any one abroad."""
    place_id = claim.place.id
    if any(within.contains(wide, place_id) for wide in around):
        claim.reasons.append("in the area named")
    elif any(within.contains(place_id, wide) for wide in around):
        claim.lose(_WIDER, "around the area named")
    else:
        countries = {within.path(wide).partition("/")[0] for wide in around}
        abroad = within.path(place_id).partition("/")[0] not in countries
        claim.lose(_FAR_OUTSIDE if abroad or claim.rank < RANKS["town"] else _OUTSIDE, "outside the area named")


def _weigh_nested(claims: Iterable[Claim], within: Containment) -> None:
    """Of places that lie in one another and bear one name, only the one usually meant keeps its score."""
    kept: list[Claim] = []
    for claim in sorted(claims, key=lambda it: (-it.score, -_width(it.place.kind), it.place.id)):
        for better in kept:
            if within.contains(better.place.id, claim.place.id) or within.contains(claim.place.id, better.place.id):
                claim.nested = True
                better.spelt = better.spelt or claim.spelt  # one place, whichever of its levels is written so
                claim.lose(
                    claim.score * (1 - _NESTED), f"{better.place.name_en} ({better.place.kind}) is usually meant"
                )
                break
        kept.append(claim)


def _width(kind: str) -> int:
    return _USUALLY_MEANT.index(kind) if kind in _USUALLY_MEANT else 0


def _weigh_renown(claims: Iterable[Claim], *, told: bool) -> None:
    """Of homonyms in different places, the better known is meant, unless a word for its kind tells."""
    best = max((claim.score for claim in claims), default=0.0)
    rivals = [it for it in claims if best - it.score <= (CLOSE / 2 if told else _SPELT_OTHERWISE + 0.001)]
    known = max((it.rank for it in rivals), default=0)
    for rival in rivals:
        if rival.rank < known:
            rival.lose(_LESS_KNOWN, "less known")
