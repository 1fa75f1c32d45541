"""``import ministry`` as typed: a daily series, and the questions that it leaves open."""

from __future__ import annotations

from pathlib import Path

import orjson
import pytest

from tests.desk.cli.terminal import Terminal
from tests.desk.imports.oracle import MINISTRY


def asked(lines: list[dict[str, object]], rule: str) -> list[object]:
    return [line["id"] for line in lines if line["kind"] == "question" and line["rule"] == rule]


def test_a_ministrys_series_is_recorded_and_what_does_not_agree_is_asked(staffed: Terminal) -> None:
    *found, summary = staffed.done("import", "ministry", MINISTRY, "--json").lines
    assert (len(asked(found, "daily_differs")), len(asked(found, "fall"))) == (4, 2)
    assert summary["listed"] == 6
    waiting = staffed.done("--as", "yara", "review", "list", "--json").lines
    assert [it["counted_to"] for it in waiting] == [str(it["day"]) for it in found]
    (killed,) = staffed.done("toll", "Gaza Strip", "--group", "all", "--harm", "killed", "--json").lines
    assert (killed["best"], killed["counted_to"], killed["status"]) == (8525, "2023-10-31", "uncorroborated")
    *again, summary = staffed.done("import", "ministry", MINISTRY, "--json").lines
    assert (again, summary["recorded"]) == (found, 0)


def test_a_series_that_was_changed_is_what_its_publisher_did(terminal: Terminal) -> None:
    terminal.done("import", "ministry", MINISTRY)
    entries = orjson.loads(MINISTRY.read_bytes())
    entries[4]["killed_cum"] += 1
    del entries[5]["killed_women_cum"]
    later = terminal.written("later.json", orjson.dumps(entries))
    *_, summary = terminal.done("import", "ministry", later, "--published", "2023-11-02", "--json").lines
    assert (summary["recorded"], summary["listed"]) == (2, 1)
    moved = terminal.done("changes", "--json").lines[-2:]
    assert [(it["outcome"], it["stated_at"][:10]) for it in moved] == [
        ("recorded", "2023-11-02"),
        ("withdrawn", "2023-11-02"),
    ]
    said = terminal("import", "ministry", MINISTRY)
    assert said.err.startswith("E-TOLL-11 entry 5, column stated_at: this change of 2023-10-11")


def test_an_entry_of_a_series_that_is_bad_is_named(terminal: Terminal) -> None:
    bad = terminal.written("bad.json", '[{"report_date": "2023-10-07", "killed_cum": -5}]')
    first, whole = terminal("import", "ministry", bad).err.splitlines()
    assert first.startswith("E-IMPORT-03 entry 1, column killed_cum: '-5' is a number below zero")
    assert whole.startswith("E-IMPORT-04 1 of the 1 changes")


@pytest.mark.shared
def test_what_is_asked_of_the_ministry_is_what_its_publisher_lists(terminal: Terminal, shared: Path) -> None:
    folder = shared / "data" / "tfp_palestine"
    *found, summary = terminal.done("import", "ministry", folder / "casualties_daily.json", "--json").lines
    rules = orjson.loads((folder / "publisher_rules_oracle.json").read_bytes())["gaza"]
    assert sorted(map(str, asked(found, "daily_differs"))) == sorted(
        rules["daily_vs_cumulative_discrepancies_published"]
    )
    assert sorted(map(str, asked(found, "fall"))) == sorted(rules["cumulative_regressions_published"])
    assert len(found) == 25 + 2
    assert summary["listed"] == 25 + 2 + 1  # one more fall, of a count that the publisher does not hold to its rule


@pytest.mark.shared
def test_the_changes_of_gaza_come_to_the_ministrys_series(terminal: Terminal, shared: Path) -> None:
    terminal.done("import", "tolls", shared / "data" / "tolls" / "gaza.csv")
    series = shared / "data" / "tfp_palestine" / "casualties_daily.json"
    assert terminal.done("import", "ministry", series, "--json").lines[-1]["recorded"] == 0
