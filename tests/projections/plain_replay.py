"""What was known at each moment of a file in the ``tolls`` format, by walking its lines with a dict: no product code.

python -m tests.projections.plain_replay changes.csv > oracle.jsonl
"""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

Line = dict[str, str]


def lines(path: Path, count: int | None = None) -> list[Line]:
    """The changes of a file, in its order; the first ``count`` of them if given."""
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))[:count]


def replay(changes: list[Line]) -> Iterator[dict[str, Any]]:
    """After each moment: by key, on how many days a value is known, and their sum."""
    known: dict[tuple[str, str, str], dict[str, int]] = {}
    for at, change in enumerate(changes):
        days = known.setdefault((change["group"], change["harm"], change["cause"]), {})
        if change["op"] == "withdraw":
            del days[change["counted_to"]]
        else:
            assert (change["op"] == "add") == (change["counted_to"] not in days), change
            days[change["counted_to"]] = int(change["value"])
        last_of_its_moment = at + 1 == len(changes) or changes[at + 1]["stated_at"] != change["stated_at"]
        if last_of_its_moment:
            yield {
                "stated_at": change["stated_at"],
                "keys": [
                    {"group": group, "harm": harm, "cause": cause, "days": len(days), "sum": sum(days.values())}
                    for (group, harm, cause), days in known.items()
                ],
            }


if __name__ == "__main__":
    for moment in replay(lines(Path(sys.argv[1]))):
        print(json.dumps(moment))
