"""``import losses`` as typed: things are things in every answer, and signed corrections are revisions."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import orjson
import pytest

from tests.desk.cli.terminal import Terminal
from tests.house.tree import REPOSITORY

DATA = REPOSITORY / "tests" / "data" / "losses"
SERIES = (DATA / "equipment.json", DATA / "personnel.json")
CORRECTED = ("--corrections", DATA / "correction.json")


def imported(terminal: Terminal, *more: str | Path) -> dict[str, Any]:
    lines: list[dict[str, Any]] = terminal.done("import", "losses", *SERIES, *more, "--json").lines
    return lines[-1]


def corrections(terminal: Terminal) -> dict[tuple[str, str], int]:
    """By the day of the correction and the item: how much it moved the toll, as the changes tell."""
    items = {row["key_id"]: row["key"]["group"] for row in terminal.done("toll", "--json").lines}
    found = {}
    for change in terminal.done("changes", "--json").lines:
        if not change["reasons"]:  # a value of a new day below what was known: a fall that nobody explained
            assert (change["kind"], change["unexplained"] < 0) == ("toll_stated", True)
            continue
        (reason,) = change["reasons"]
        assert (reason["code"], change["unexplained"]) == ("source_corrected", 0)
        assert change["new"]["best"] - change["old"]["best"] == reason["amount"]
        found[change["stated_at"][:10], items[change["id"]]] = reason["amount"]
    return found


def signed(file: Path) -> dict[tuple[str, str], int]:
    """The same as its publisher signed them; of personnel the group is everyone."""
    return {
        (entry["date"], "all" if item == "personnel" else item): by
        for entry in orjson.loads(file.read_bytes())
        for item, by in entry.items()
        if item not in ("date", "day") and by
    }


def test_signed_corrections_come_in_as_revisions_once(terminal: Terminal) -> None:
    first = imported(terminal, *CORRECTED)
    assert (first["recorded"], first["bad"]) == (6 * 13 + 4, 0)
    assert corrections(terminal) == signed(DATA / "correction.json")
    assert len(corrections(terminal)) == 4
    assert imported(terminal, *CORRECTED)["recorded"] == 0
    assert imported(terminal)["recorded"] == 0


def test_corrections_may_come_after_the_series(terminal: Terminal) -> None:
    imported(terminal)
    assert imported(terminal, *CORRECTED)["recorded"] == 4
    assert corrections(terminal) == signed(DATA / "correction.json")


def test_what_was_known_before_the_correction_and_after_it(terminal: Terminal) -> None:
    imported(terminal, *CORRECTED)
    carriers = ("toll", "Ukraine", "--group", "APC", "--clock", "stated", "--json", "--as-of")
    assert [terminal.done(*carriers, f"2022-10-{day}").line["best"] for day in (12, 13)] == [5181, 5167]
    key_id = terminal.done(*carriers, "2022-10-13").line["key_id"]
    day = [
        row
        for row in terminal.done("history", key_id, "--clock", "stated", "--json").lines
        if row["counted_to"] == "2022-10-12"
    ]
    assert [(row["best"], row["known_from"][:10], (row["known_until"] or "")[:10]) for row in day] == [
        (5181, "2022-10-12", "2022-10-13"), (5156, "2022-10-13", ""),
    ]  # fmt: skip


def test_things_are_nowhere_shown_as_people(terminal: Terminal) -> None:
    imported(terminal, *CORRECTED)
    told = terminal.done("toll", "Ukraine", "--harm", "equipment_lost").out
    assert "2,524 tanks of Russian forces lost, Ukraine" in told
    assert not any(word in told for word in ("people", "killed", "injured"))
    assert "One party's claim of what its enemy lost" in told
    key_id = terminal.done("toll", "--group", "tank", "--json").line["key_id"]
    told = terminal.done("history", key_id).out
    assert "tanks of Russian forces lost" in told
    assert "may be higher or lower" in told
    assert "people" not in told
    assert "armoured personnel carriers lost" in terminal.done("review", "list").out
    assert terminal.done("toll", "Ukraine", "--harm", "killed", "--json").out == ""


def test_personnel_lost_are_killed_and_injured_and_about_so_many(terminal: Terminal) -> None:
    imported(terminal)
    row = terminal.done("toll", "Ukraine", "--harm", "casualties", "--json").line
    assert (row["low"], row["high"], row["qualifier"], row["key"]["basis"]) == (64700, None, "about", "estimated")
    assert (
        "about 64,700 people of Russian forces killed or injured" in terminal.done("toll", "--harm", "casualties").out
    )


def test_things_and_people_have_no_sum(staffed: Terminal) -> None:
    imported(staffed)
    rows = staffed.done("toll", "--json").lines
    ids = [next(row["key_id"] for row in rows if row["key"]["group"] == group) for group in ("all", "tank")]
    staffed.done("--as", "yara", "review", "disjoint", *ids, "--reason", "none_given")
    assert "casualties, equipment_lost" in staffed.refused("E-SUM-02", "sum", *ids)


def test_a_file_that_is_none_or_has_a_bad_entry_is_refused_and_nothing_recorded(terminal: Terminal) -> None:
    ministry = REPOSITORY / "tests" / "data" / "ministry" / "casualties_daily.json"
    assert "has fields not known" in terminal("import", "losses", ministry).err
    bad = terminal.written("bad.json", '[{"date": "2022-10-12", "tank": -4}]')
    first, whole = terminal("import", "losses", bad).err.splitlines()
    assert first.startswith("E-IMPORT-03 entry 1, column tank: bad.json: '-4' is a number below zero")
    assert whole.startswith("E-IMPORT-04 1 of the 1 changes")
    assert terminal.done("toll", "--json").out == ""


@pytest.mark.shared
def test_all_28_signed_corrections_come_in_as_revisions(terminal: Terminal, shared: Path) -> None:
    folder = shared / "data" / "ukraine_losses"
    correction = folder / "russia_losses_equipment_correction.json"
    series = [folder / f"russia_losses_{name}.json" for name in ("equipment", "personnel")]
    *_, summary = terminal.done("import", "losses", *series, "--corrections", correction, "--json").lines
    assert (summary["bad"], summary["tolls"]) == (0, 18)
    expected = signed(correction)
    assert corrections(terminal) == expected
    assert (len({day for day, _ in expected}), len(expected)) == (28, 86)
    last = {row["key"]["group"]: row["best"] for row in terminal.done("toll", "--json").lines}
    entries = orjson.loads(series[0].read_bytes()) + orjson.loads(series[1].read_bytes())
    assert last == {name if name != "personnel" else "all": entry[name] for entry in entries for name in entry
                    if name not in ("date", "day", "personnel*", "POW", "greatest losses direction")}  # fmt: skip
