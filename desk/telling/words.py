"""Values in English words, for lines on a terminal: counts with their bound, reasons with amounts, days, moments."""

from __future__ import annotations

from calendar import month_name
from collections.abc import Sequence
from datetime import UTC, date, datetime

from ledger.domain.values import Casualties, Count, GroupCount, Harm, Quantifier, Reason

_LED_BY = {
    Quantifier.AT_LEAST: "at least",
    Quantifier.MORE_THAN: "more than",
    Quantifier.ABOUT: "about",
    Quantifier.UP_TO: "up to",
}
_VAGUE = {Quantifier.TENS: "tens", Quantifier.HUNDREDS: "hundreds", Quantifier.THOUSANDS: "thousands"}


def bound_words(low: int | None, high: int | None, qualifier: Quantifier | None) -> str:
    """A figure with its bound as the source put it: "at least 62", "between 4 and 6", "hundreds"."""
    if qualifier in _VAGUE:
        return _VAGUE[qualifier]
    if low is None and high is None:
        return "a number not given"
    if low is not None and high is not None and low != high:
        return f"between {low:,} and {high:,}"
    number = low if low is not None else high
    led = _LED_BY.get(qualifier, "") if qualifier else ""
    if not led and low is None:
        led = "up to"
    if not led and high is None:
        led = "at least"
    return f"{led} {number:,}".strip()


def count_words(count: Count) -> str:
    """A count with its breakdown: "at least 62 (11 children, 10 women)"."""
    figure, parts = bound_words(count.low, count.high, count.qualifier), breakdown_words(count)
    return f"{figure} ({parts})" if parts else figure


def breakdown_words(count: Count) -> str:
    """The parts of a count: "11 children, 10 women"; empty where there are none but the whole told again."""
    parts = [part for part in count.breakdown if len(count.breakdown) > 1 or part.low != count.low]
    return ", ".join(_part_words(part) for part in parts)


def _part_words(part: GroupCount) -> str:
    if part.low is None and part.high is None and part.qualifier is None:
        return part.group
    whose = f" of {part.affiliation}" if part.affiliation else ""
    return f"{bound_words(part.low, part.high, part.qualifier)} {part.group}{whose}"


def casualties_words(harm: Casualties) -> str:
    """Everyone harmed, in one line; empty where the source says nothing."""
    given = (("killed", harm.killed), ("injured", harm.injured), ("affected", harm.affected))
    return ", ".join(f"{count_words(count)} {word}" for word, count in given if count is not None)


def harm_word(harm: Harm) -> str:
    """What became of those who are counted, as it stands behind them: "killed", "killed or injured", "lost"."""
    return {Harm.CASUALTIES: "killed or injured", Harm.EQUIPMENT_LOST: "lost"}.get(harm, harm.value)


def harm_words(harm: Harm) -> str:
    """Who or what is counted, whichever they are: "people killed", "items lost"."""
    return f"{'people' if harm.of_people else 'items'} {harm_word(harm)}"


def reasons_words(reasons: Sequence[Reason]) -> str:
    """Reasons with the people they explain: "found alive −4, new deaths"."""
    return ", ".join(_reason_words(reason.code.value, reason.amount) for reason in reasons)


def _reason_words(code: str, amount: int | None) -> str:
    words = code.replace("_", " ")
    return words if amount is None else f"{words} {signed(amount)}"


def signed(amount: int) -> str:
    """A movement with its sign: +3, −4."""
    return f"+{amount:,}" if amount > 0 else f"−{-amount:,}" if amount < 0 else "0"


def day_words(day: date | None) -> str:
    """19 July 2018; "an unknown day" for none."""
    return f"{day.day} {month_name[day.month]} {day.year}" if day else "an unknown day"


def moment_words(moment: datetime) -> str:
    """A moment to the minute in UTC; midnight exactly is a day that is known no better."""
    moment = moment.astimezone(UTC)
    if (moment.hour, moment.minute, moment.second, moment.microsecond) == (0, 0, 0, 0):
        return day_words(moment.date())
    return f"{day_words(moment.date())} {moment:%H:%M} UTC"
