"""How a number moved: whether it fell, by how much, what the reasons leave unexplained, who must agree."""

from __future__ import annotations

from ledger.domain.values import Count, Reason

LARGE_FALL, LARGE_SHARE = 10, 0.20
"""A fall of this many people, or of this share, needs two reviewers besides the reporter."""


def unexplained(old: Count, new: Count, reasons: tuple[Reason, ...]) -> int | None:
    """The part of a movement that the reasons leave over; null where a number or an amount is not given."""
    if old.measure is None or new.measure is None:
        return None
    explained = 0
    for reason in reasons:
        if reason.amount is None:
            return None
        explained += reason.amount
    return new.measure - old.measure - explained


def falls(old: Count, new: Count) -> bool:
    """Whether ``new`` is lower than ``old``; words such as "hundreds" have no number to fall from."""
    return old.measure is not None and new.measure is not None and new.measure < old.measure


def reviewers_needed(old: Count, new: Count) -> int:
    """How many members besides the reporter must agree to a fall: one, or two when it is large."""
    before, after = old.measure or 0, new.measure or 0
    return 2 if before - after >= LARGE_FALL or (before - after) >= LARGE_SHARE * before else 1
