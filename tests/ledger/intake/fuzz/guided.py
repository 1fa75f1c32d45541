"""Hostile texts that grow towards code not yet reached, by atheris: ``make fuzz-reading``, an environment of its own.

The texts are built from pieces, so that what libFuzzer changes is which piece of the reader's grammar stands where.
Stops at the first fault, names it and leaves the bytes in a file that is given back as an argument to replay it.
"""

from __future__ import annotations

import sys
from datetime import date

import atheris

with atheris.instrument_imports(include=["ledger"]):
    from tests.ledger.intake.fuzz import inputs
    from tests.ledger.intake.fuzz.watch import fault_of

DAY = date(2018, 8, 2)
PIECES = (
    *inputs.phrases(),
    *inputs.places()[:500],
    *inputs.MARKS,
    *inputs.SPACES,
    *inputs.CONTROLS,
    *inputs.COMBINING,
    *inputs.SHAPES,
    *inputs.ODD_NUMBERS,
    *inputs.MONTHS,
    *inputs.WEEKDAYS,
    *map(str, range(100)),
)
_LONGEST = 60  # pieces


class FaultFound(Exception):
    """Raised to tell libFuzzer that the text it made is what it looks for."""


def text_of(given: bytes) -> str:
    """The text that these bytes stand for: pieces by their number, now and then free letters."""
    chance = atheris.FuzzedDataProvider(given)
    parts: list[str] = []
    while chance.remaining_bytes() > 1 and len(parts) < _LONGEST:
        if chance.ConsumeIntInRange(0, 9):
            parts.append(PIECES[chance.ConsumeIntInRange(0, len(PIECES) - 1)])
        else:
            parts.append(chance.ConsumeUnicode(8))
        if chance.ConsumeBool():
            parts.append(" ")
    return "".join(parts)


def one_input(given: bytes) -> None:
    """Read one text. Raises ``FaultFound``."""
    fault = fault_of(text_of(given), DAY)
    if fault is not None:
        raise FaultFound(str(fault))


if __name__ == "__main__":
    atheris.Setup(sys.argv, one_input)
    atheris.Fuzz()
