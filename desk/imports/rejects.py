"""What an import leaves out, written beside its input so that it can be mended and imported by itself."""

from __future__ import annotations

import csv
import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from desk.imports.bad_lines import BadLine
from desk.imports.lines import REJECTED
from desk.spreadsheets import defused
from ledger.errors import RejectsUnwritable


def rejects_path(file: Path) -> Path:
    """``gaza.csv`` to ``gaza.rejects.csv``."""
    return file.with_name(f"{file.stem}.rejects.csv")


def rejects_of(file: Path, header: Sequence[str], bad: Iterable[BadLine]) -> Path:
    """Write each bad line, its cells as they stood behind where and why it was left out. Raises ``RejectsUnwritable``.

    What a spreadsheet would run as a formula gets an apostrophe before it. A line that stood in such a file before
    loses what was said of it then.
    """
    own = [at for at, name in enumerate(header) if not name.startswith(REJECTED)]
    path = rejects_path(file)
    beside = path.with_name(path.name + ".part")
    try:
        with beside.open("w", encoding="utf-8", errors="surrogateescape", newline="") as written:
            writer = csv.writer(written)
            writer.writerow([*(REJECTED + name for name in ("line", "column", "why")), *(header[at] for at in own)])
            for line in bad:
                cells = [line.raw[at] for at in own] if len(line.raw) == len(header) else line.raw
                writer.writerow([line.line, line.column, line.told, *map(defused, cells)])
        os.replace(beside, path)
    except OSError as error:
        raise RejectsUnwritable(str(path), error.strerror or type(error).__name__) from error
    return path
