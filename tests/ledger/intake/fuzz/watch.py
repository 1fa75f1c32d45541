"""Reads under a watch: a text that takes longer than a second is a fault, as is any exception.

The one place of the tests that looks at time. It is processor time of this process, a text is read a second time before
it is called slow, and a second is a hundred times what such texts take: a busy machine does not trip it, while a
pattern that tries everything is stopped instead of holding up the run.
"""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from types import FrameType

from ledger.intake import read
from tests.ledger.intake.fuzz.invariants import faults, offset_faults

SECONDS = 1.0


class TooSlow(Exception):
    """Raised inside whatever is running when its processor time is over."""


@dataclass(frozen=True)
class Fault:
    """A text that broke the reader, and how."""

    text: str
    published: date | None
    what: str

    def __str__(self) -> str:
        return f"{self.what}\n  read({self.text!r}, published={self.published!r})"


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Raises ``TooSlow`` in the block after so much processor time; works in the main thread only."""

    def ring(_number: int, _frame: FrameType | None) -> None:
        raise TooSlow

    before = signal.signal(signal.SIGPROF, ring)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def fault_of(text: str, published: date | None, *, again: bool = True, seconds: float = SECONDS) -> Fault | None:
    """What reading the text broke, or ``None``; ``again`` as in ``faults``."""
    try:
        for chance in (1, 2):
            try:
                with within(seconds):
                    found = read(text, published=published)
                break
            except TooSlow:
                if chance == 2:
                    return Fault(text, published, f"took more than {seconds} s of processor time, twice")
        told = [*faults(text, published, found, again=again), *offset_faults(text)]
    except Exception as error:  # noqa: BLE001 whatever it is, it is what is looked for
        return Fault(text, published, f"{type(error).__name__}: {str(error)[:300]}")
    return Fault(text, published, "; ".join(told)) if told else None
