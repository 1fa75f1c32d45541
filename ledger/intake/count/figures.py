"""A number of people or things in a sentence, as a figure that other figures may be part of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ledger.domain.values import Count, GroupCount, Quantifier
from ledger.intake.text.tokens import Token


@dataclass(slots=True)
class Figure:
    """A count in a sentence: tokens [first, last), ``at`` its number; ``unit`` person, thing, other or bare."""

    first: int
    at: int
    last: int
    low: int | None
    high: int | None
    qualifier: Quantifier | None
    unit: str = "bare"
    group: str | None = None
    affiliation: str | None = None
    is_subset: bool = False
    is_article: bool = False
    is_negative: bool = False
    is_unclear: bool = False  # written as no whole number: "2.5", "10^9"
    is_dual: bool = False
    role: str = ""  # killed, injured, or "" while not known
    parts: list[Figure] = field(default_factory=list)
    is_part: bool = False
    start: int = 0  # where its words stand in the folded text, up to ``stop``
    stop: int = 0
    until: int = 0  # the token after the number, where that has several words
    is_lumped: bool = False  # counts dead and injured in one number, or people counted already

    def stand(self, tokens: Sequence[Token]) -> None:
        """Note where the words of the figure and its parts stand in the text."""
        self.start, self.stop = tokens[self.first].start, tokens[max(self.last, self.at + 1) - 1].end
        for part in self.parts:
            part.stand(tokens)

    def count(self, breakdown: tuple[GroupCount, ...] = ()) -> Count:
        return Count(low=self.low, high=self.high, qualifier=self.qualifier, breakdown=breakdown)

    @property
    def behind(self) -> int:
        """The token after the number."""
        return self.until or self.at + 1

    @property
    def end(self) -> int:
        """The token after the figure and the parts named with it."""
        return max([self.last, *(part.end for part in self.parts)])

    def entry(self, group: str | None = None) -> GroupCount:
        """The figure as part of a larger one."""
        return GroupCount(
            group=group or self.group or "people",
            low=self.low,
            high=self.high,
            qualifier=self.qualifier,
            affiliation=self.affiliation or None,
        )
