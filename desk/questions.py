"""A question about tolls, as given in words: its parts become what keys are compared by."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from ledger.domain.values import Basis, Harm
from ledger.errors import NoSuchStream, NoTollFits, PartUnclear, TollsAmbiguous
from projections.moments import AsOf, Audience
from projections.tolls import KEY_PARTS, NOT_GIVEN, KeptKey, KeyFilter

if TYPE_CHECKING:
    from desk.desk import Desk


@dataclass(frozen=True, slots=True)
class KeyParts:
    """The nine parts of a key as a person names them; null matches anything, ``none`` what is not given."""

    source: str | None = None
    place: str | None = None
    group: str | None = None
    affiliation: str | None = None
    harm: str | None = None
    cause: str | None = None
    perpetrator: str | None = None
    period_start: str | None = None
    basis: str | None = None

    def filter(self, desk: Desk) -> KeyFilter:
        """What keys are compared by. Raises ``PlaceAmbiguous``, ``PlaceUnknown`` or ``PartUnclear``."""
        if self.harm:
            _listed("harm", self.harm, [harm.value for harm in Harm])
        if self.basis:
            _listed("basis", self.basis, [basis.value for basis in Basis])
        if self.period_start and self.period_start != NOT_GIVEN:
            _day("period_start", self.period_start)
        given = {part: getattr(self, part) for part in KEY_PARTS if part != "place" and getattr(self, part)}
        return KeyFilter(parts=given, place_path=self._path(desk), actors=desk.actors)

    def _path(self, desk: Desk) -> str | None:
        if self.place is None:
            return None
        return "" if self.place == NOT_GIVEN else desk.place(self.place).path


def one_key(
    desk: Desk, key_id: str | None, parts: KeyParts, as_of: AsOf, audience: Audience = Audience.MEMBERS
) -> KeptKey:
    """The one toll that a question is about. Raises ``NoSuchStream``, ``NoTollFits`` or ``TollsAmbiguous``."""
    wanted = parts.filter(desk) if key_id is None else KeyFilter(key_id=key_id)
    found = desk.queries.toll_keys(wanted, as_of, audience)
    if len(found) > 1 and wanted.place_path:
        # A place named is first of all itself; what lies in it comes into question only where it has no toll.
        found = desk.queries.toll_keys(replace(wanted, exact_place=True), as_of, audience) or found
    if not found:
        raise NoTollFits if key_id is None else NoSuchStream(f"toll {key_id}")
    if len(found) > 1:
        raise TollsAmbiguous([kept.key_id for kept in found])
    return found[0]


def _listed(part: str, words: str, known: list[str]) -> None:
    if words.strip().casefold() not in (*known, NOT_GIVEN):
        raise PartUnclear(part, words, ", ".join(known))


def _day(part: str, words: str) -> None:
    try:
        date.fromisoformat(words)
    except ValueError as unclear:
        raise PartUnclear(part, words, "a day, as 2018-07-19") from unclear
