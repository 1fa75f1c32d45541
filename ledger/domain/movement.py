"""How a number moved: whether it fell, by how much, what the reasons leave unexplained, who must agree."""

from __future__ import annotations

from ledger.domain.values import Casualties, Count, Harm, Quantifier, Reason, ReasonCode

LARGE_FALL, LARGE_SHARE_PERCENT = 10, 20
"""A fall of this many people, or of this share, needs two reviewers besides the reporter."""

_MOST_IN_WORDS = {Quantifier.TENS: 99, Quantifier.HUNDREDS: 999}
"""Beyond these a writer takes the next word; "thousands" has no bound."""


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


def has_number(count: Count) -> bool:
    """Whether a count gives any number; "hundreds" does not."""
    return count.measure is not None


def falls(old: Count, new: Count) -> bool:
    """Whether ``new`` is lower than ``old``, in its bound or in the figure readers quote."""
    return bool(_drops(old, new))


def reviewers_needed(old: Count, new: Count) -> int:
    """How many members besides the reporter must agree to a fall: one, or two when it is large."""
    large = any(
        before - after >= LARGE_FALL or (before - after) * 100 >= LARGE_SHARE_PERCENT * before
        for before, after in _drops(old, new)
    )
    return 2 if large else 1


def harm_falls(old: Casualties, new: Casualties) -> list[tuple[Count, Count]]:
    """(old, new) of each figure of an incident that falls; a figure taken away falls to nothing."""
    pairs = [(old.killed, new.killed), (old.injured, new.injured), (old.affected, new.affected)]
    nothing = Count(low=0, high=0)
    known = [(was, nothing if now is None or now.states_nothing else now) for was, now in pairs if was is not None]
    return [(was, now) for was, now in known if falls(was, now)]


_RAISES: dict[Harm, frozenset[ReasonCode]] = {
    Harm.KILLED: frozenset({ReasonCode.MISSING_TO_DEAD, ReasonCode.DIED_OF_WOUNDS, ReasonCode.BODY_RECOVERED}),
    Harm.INJURED: frozenset({ReasonCode.MISSING_TO_DEAD, ReasonCode.BODY_RECOVERED}),
}
_ALWAYS_RAISES = frozenset({ReasonCode.NEW_DEATHS, ReasonCode.LATE_REPORT})


def explains_fall(reasons: tuple[Reason, ...], harm: Harm) -> bool:
    """Whether one of the reasons can lower a number: new deaths explain no fall, nor does any reason that adds people.

    Somebody who died of wounds is one less among the injured, a body recovered one less among the missing.
    """
    raises = _ALWAYS_RAISES | _RAISES.get(harm, frozenset())
    lowering = (it for it in reasons if it.code not in raises and (it.amount is None or it.amount < 0))
    return gives_reason(tuple(lowering))


def gives_reason(reasons: tuple[Reason, ...]) -> bool:
    """Whether a reason from the list is given; ``none_given`` is what imports say where a publisher gave none."""
    return any(reason.code is not ReasonCode.NONE_GIVEN for reason in reasons)


def _drops(old: Count, new: Count) -> list[tuple[int, int]]:
    """(before, after) of each figure that is lower; a number replaced by a word fell if the word is below it."""
    after = new.measure if new.measure is not None or new.qualifier is None else _MOST_IN_WORDS.get(new.qualifier)
    pairs = [(old.measure, after), (old.best, new.best)]
    return [(was, now) for was, now in pairs if was is not None and now is not None and now < was]
