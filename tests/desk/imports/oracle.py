"""What an oracle beside a file of changes says was known, against what the ledger answers."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from desk.desk import Desk
from ledger.domain.values import folded
from projections.moments import AsOf, Clock
from projections.tolls import KeyFilter

REPOSITORY = Path(__file__).resolve().parents[3]
GAZA = REPOSITORY / "tests" / "data" / "gaza"
MINISTRY = REPOSITORY / "tests" / "data" / "ministry" / "casualties_daily.json"


def told(path: Path) -> list[dict[str, Any]]:
    """The lines of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def days_and_sum(desk: Desk, key_id: str, as_of: AsOf) -> tuple[int, int]:
    """On how many counted days a value is known, and their sum."""
    known = [row.count.best or 0 for row in desk.queries.history(key_id, as_of) if row.known_until is None]
    return len(known), sum(known)


def differing(desk: Desk, oracle: Path) -> list[str]:
    """The moments of an oracle at which the ledger, on the stated clock, answers anything else for any key."""
    now = desk.queries.moment()
    keys = {
        (folded(kept.key.group), kept.key.harm.value, kept.key.cause or ""): kept.key_id
        for kept in desk.queries.toll_keys(KeyFilter(), now)
    }
    found = []
    for moment in told(oracle):
        as_of = desk.queries.moment(as_of=moment["stated_at"], clock=Clock.STATED)
        for parts in moment["keys"]:
            key_id = keys[folded(parts["group"]), parts["harm"], parts["cause"]]
            if days_and_sum(desk, key_id, as_of) != (parts["days"], parts["sum"]):
                found.append(f"{moment['stated_at']} {parts}")
    return found
