"""How long reading takes: a report of 2 KB, texts up to a megabyte, and the first word after starting.

Times are processor time of this process, and the best of several readings, since what else the machine does can only
add to them; starting is wall time.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

from ledger.intake import read

DAY = date(2024, 5, 1)
REPORT = 2048  # bytes
MEDIAN_MS = 15.0
LENGTHS = {"10 KB": 10_240, "100 KB": 102_400, "1 MB": 1_048_576}
LIMIT = 10.0  # seconds for the longest
LINEAR = 1.5  # times the time per KB of the shortest that the longest may take
_ROUNDS = 7
_NEAR = 0.2
_STARTS = 5


@dataclass(frozen=True)
class ReportTimes:
    """Milliseconds for reports of about 2 KB, each the best of several readings."""

    reports: int
    middle: float
    low: float  # a tenth is faster
    high: float  # a tenth is slower


@dataclass(frozen=True)
class Growth:
    """Seconds for a text, and its time per KB over that of the shortest text of the same run."""

    length: str
    seconds: float
    ratio: float
    drafts: int


@dataclass(frozen=True)
class Speed:
    """All that was measured, by language; ``start`` as in ``start_ms``."""

    reports: dict[str, ReportTimes]
    growths: dict[str, list[Growth]]
    start: float

    @property
    def over_limit(self) -> list[str]:
        """Each language whose longest text took longer than the limit."""
        return [
            f"1 MB, {name}: {told[-1].seconds:.1f} s" for name, told in self.growths.items() if told[-1].seconds > LIMIT
        ]


def measured(reports: dict[str, list[str]], step: Callable[[], None]) -> Speed:
    """Measure with the reports of each language; ``step`` is called ``steps(reports)`` times."""
    return Speed(
        {name: report_times(texts, step) for name, texts in reports.items()},
        {name: growth(texts, step) for name, texts in reports.items()},
        start_ms(),
    )


def steps(reports: dict[str, list[str]]) -> int:
    """How many steps measuring takes."""
    return sum(len(list(of_about(texts, REPORT))) + len(LENGTHS) for texts in reports.values())


def texts(folder: Path) -> list[str]:
    """The reports of a folder, in the order of their names."""
    return [path.read_text(encoding="utf-8").strip() for path in sorted(folder.glob("*.txt"))]


def of_about(reports: Sequence[str], size: int) -> Iterator[str]:
    """Reports joined until they have about so many bytes; longer ones are left out."""
    joined = ""
    for report in reports:
        joined = f"{joined}\n\n{report}" if joined else report
        length = len(joined.encode())
        if length > size * (1 - _NEAR):
            if length < size * (1 + _NEAR):
                yield joined
            joined = ""


def report_times(reports: Sequence[str], step: Callable[[], None]) -> ReportTimes:
    """Times of reports of 2 KB made of the given ones."""
    times: list[float] = []
    for report in of_about(reports, REPORT):
        read(report, published=DAY)
        times.append(min(_seconds(report)[0] for _ in range(_ROUNDS)) * 1000)
        step()
    times.sort()
    return ReportTimes(len(times), median(times), times[len(times) // 10], times[-1 - len(times) // 10])


def growth(reports: Sequence[str], step: Callable[[], None]) -> list[Growth]:
    """Times of long texts: the reports one after another, as often as needed."""
    once = "\n\n".join(reports) + "\n\n"
    found: list[Growth] = []
    for length, size in LENGTHS.items():
        text = (once * (size // len(once.encode()) + 1)).encode()[:size].decode(errors="ignore")
        rounds = _ROUNDS if size < 50_000 else 1
        seconds, drafts = min(_seconds(text) for _ in range(rounds))
        first = found[0].seconds / LENGTHS[found[0].length] if found else seconds / size
        found.append(Growth(length, seconds, seconds / size / first, drafts))
        step()
    return found


def start_ms() -> float:
    """Milliseconds from starting Python to the first report read, the best of several starts."""
    program = "from ledger.intake import read; read('Shelling on Hayt killed 3 people.', published=None)"
    times: list[float] = []
    for _ in range(_STARTS):
        begun = perf_counter()
        subprocess.run([sys.executable, "-c", program], check=True)
        times.append((perf_counter() - begun) * 1000)
    return min(times)


def _seconds(text: str) -> tuple[float, int]:
    begun = process_time()
    drafts = read(text, published=DAY).drafts
    return process_time() - begun, len(drafts)
