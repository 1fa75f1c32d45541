"""``import`` as typed: what is recorded, what is said of it, and that the same file again adds nothing."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from desk.desk import opened
from desk.replaying import replay
from desk.settings import Settings
from projections.tolls import KeyFilter
from tests.desk.cli.terminal import Terminal
from tests.desk.cli.test_killed import KILLED_AT_COMMIT
from tests.desk.imports.oracle import GAZA, REPOSITORY, days_and_sum, differing, told

CHANGES = GAZA / "changes.csv"
LINES = CHANGES.read_text(encoding="utf-8").splitlines(keepends=True)


def differs(terminal: Terminal, oracle: Path) -> list[str]:
    with opened(Settings(home=terminal.home), unsafe=True) as desk:
        assert replay(desk, desk.queries.moment()).agrees
        return differing(desk, oracle)


def imported(terminal: Terminal, *arguments: str | Path) -> dict[str, object]:
    *_, summary = terminal.done("import", "tolls", *arguments, "--json").lines
    return summary


def test_a_publishers_changes_are_known_as_its_oracle_says(terminal: Terminal) -> None:
    said = terminal.done("import", "tolls", CHANGES)
    assert "500 changes of 7 tolls, 500 recorded, 0 recorded before" in said.out
    assert said.err == ""
    assert differs(terminal, GAZA / "oracle.jsonl") == []


def test_the_same_file_again_adds_nothing(terminal: Terminal) -> None:
    first = imported(terminal, CHANGES)
    again = imported(terminal, CHANGES)
    assert (again["recorded"], again["again"], again["position"]) == (0, 500, first["position"])
    assert again["listed"] == 0


def test_a_file_that_grew_adds_its_new_lines(terminal: Terminal) -> None:
    grown = terminal.written("grown.csv", "".join(LINES[:301]))
    assert imported(terminal, grown)["recorded"] == 300
    grown.write_text("".join(LINES), encoding="utf-8")
    summary = imported(terminal, grown)
    assert [summary[part] for part in ("lines", "recorded", "again")] == [500, 200, 300]
    assert differs(terminal, GAZA / "oracle.jsonl") == []


def test_falls_and_withdrawals_are_listed_for_somebody_else_to_review(staffed: Terminal) -> None:
    listed = imported(staffed, CHANGES)["listed"]
    waiting = staffed.done("--as", "yara", "review", "list", "--json").lines
    assert len(waiting) == listed
    assert listed == _falls() > 2
    assert staffed.done("review", "list", "--mine", "--json").lines == []
    item = next(it for it in waiting if it["waits"] == "withdrawal")
    staffed.refused("E-REVIEW-01", "review", "accept", item["item_id"])
    staffed.done("--as", "yara", "review", "accept", item["item_id"])
    assert len(staffed.done("review", "list", "--json").lines) == len(waiting) - 1
    assert staffed.done("status", "--json").line["waiting"] == len(waiting) - 1


def _falls() -> int:
    """Values lowered, days taken back, and later days with lower values, by walking the lines."""
    known: dict[tuple[str, ...], dict[str, int]] = {}
    found = 0
    for row in csv.DictReader(LINES):
        days, day = known.setdefault((row["group"], row["harm"], row["cause"]), {}), row["counted_to"]
        if row["op"] == "withdraw":
            found += 1
            del days[day]
            continue
        before = days[max(days)] if days and row["op"] == "add" and day > max(days) else days.get(day, 0)
        found += int(row["value"]) < before
        days[day] = int(row["value"])
    return found


def test_a_bad_line_is_named_and_nothing_is_recorded(terminal: Terminal) -> None:
    before = terminal.done("status", "--json").line["position"]
    bad = [*LINES[:3], LINES[3].replace(",6,", ",-6,"), LINES[1], *LINES[4:6]]
    said = terminal("import", "tolls", terminal.written("bad.csv", "".join(bad)))
    assert (said.status, said.out) == (2, "")
    below, twice, whole = said.err.splitlines()
    assert below.startswith("E-IMPORT-03 line 4, column value: '-6' is a number below zero")
    assert twice.startswith("E-TOLL-03 line 5, column counted_to: a value for 2023-10-07 is already known; use revise")
    assert whole.startswith("E-IMPORT-04 2 of the 6 changes in ")
    assert "nothing was recorded" in whole
    assert terminal.done("status", "--json").line["position"] == before


def test_bad_lines_are_left_out_when_asked_and_can_be_mended(terminal: Terminal) -> None:
    bad = terminal.written("bad.csv", "".join([*LINES[:3], LINES[3].replace(",6,", ",-6,"), *LINES[4:]]))
    said = terminal.done("import", "tolls", bad, "--skip-bad", "--json")
    told_bad, summary = said.lines
    assert (told_bad["kind"], told_bad["line"], told_bad["column"], told_bad["value"]) == ("bad_line", 4, "value", "-6")
    rejects = Path(str(summary["rejects"]))
    assert (summary["bad"], summary["recorded"], rejects.name) == (1, 499, "bad.rejects.csv")
    mended = rejects.read_text(encoding="utf-8").replace(",-6,", ",6,")
    rejects.write_text(mended, encoding="utf-8")
    assert imported(terminal, rejects)["recorded"] == 1
    assert differs(terminal, GAZA / "oracle.jsonl") == []


@pytest.mark.parametrize(
    ("wrong", "code", "column"),
    [
        ((1, 1), "E-TOLL-03", "counted_to"),  # added twice
        ((-1,), "E-TOLL-04", "counted_to"),  # revised, and never added
    ],
    ids=["twice", "unknown"],
)
def test_the_ledgers_own_rules_name_the_line(terminal: Terminal, wrong: Sequence[int], code: str, column: str) -> None:
    revised = next(line for line in LINES if ",revise," in line)
    rows = "".join([LINES[0], *(LINES[at] if at > 0 else revised for at in wrong)])
    line, _ = terminal("import", "tolls", terminal.written("wrong.csv", rows)).err.splitlines()
    assert line.startswith(f"{code} line {len(wrong) + 1}, column {column}: ")


def test_lines_out_of_order_are_refused_where_a_day_would_go_back_in_time(terminal: Terminal) -> None:
    first = LINES[1]
    later = first.replace("2024-01-15T12:11:40", "2024-01-20T00:00:00").replace(",add,", ",revise,")
    between = first.replace("2024-01-15T12:11:40", "2024-01-18T00:00:00").replace(",add,", ",revise,")
    said = terminal("import", "tolls", terminal.written("back.csv", "".join([LINES[0], first, later, between])))
    assert said.err.splitlines()[0].startswith("E-TOLL-11 line 4, column stated_at: this change of 2023-10-07")


def test_more_bad_lines_than_anybody_reads_are_counted(terminal: Terminal) -> None:
    many = terminal.written("many.csv", LINES[0] + LINES[1].replace(",add,", ",drop,") * 150)
    said = terminal("import", "tolls", many, "--json")
    assert (said.status, len(said.lines), len(said.err.splitlines())) == (2, 150, 102)
    assert said.err.splitlines()[-2] == "… and 50 more"


def test_only_admins_import(staffed: Terminal) -> None:
    said = staffed("--as", "yara", "import", "tolls", CHANGES)
    assert said.status == 2
    assert said.err.startswith("E-ACCESS-01 ")


def test_rejects_that_cannot_be_written_stop_the_import(terminal: Terminal) -> None:
    bad = terminal.written("bad.csv", "".join([*LINES[:3], LINES[1]]))
    bad.with_name("bad.rejects.csv").mkdir()
    terminal("import", "tolls", bad, "--skip-bad")
    said = terminal("import", "tolls", bad, "--skip-bad")
    assert said.status == 2
    assert said.err.splitlines()[-1].startswith("E-IMPORT-05 the rejects cannot be written to ")
    assert terminal.done("toll", "--json").lines == []


def test_what_a_spreadsheet_would_run_is_defused_in_the_rejects(terminal: Terminal) -> None:
    bad = LINES[1].replace("Gaza Strip", "=HYPERLINK(1)").replace(",1610,", ",-1610,")
    said = imported(terminal, terminal.written("bad.csv", LINES[0] + bad), "--skip-bad")
    (row,) = csv.DictReader(Path(str(said["rejects"])).read_text(encoding="utf-8").splitlines())
    assert (row["place"], row["value"], row["rejected_line"]) == ("'=HYPERLINK(1)", "-1610", "2")


SMALL_PAGES = "import desk.imports.staging as staging; staging.PAGE = 60\n"


def killed(home: Path, at_commit: int) -> int:
    """Import in another process that is killed as it begins a commit; its exit status, or how many commits it made."""
    home.parent.mkdir(exist_ok=True)
    environment = {"PATH": os.environ["PATH"], "LEDGER_HOME": str(home), "PYTHONPATH": str(REPOSITORY)}
    program = [sys.executable, "-c", SMALL_PAGES + KILLED_AT_COMMIT, str(at_commit), "import", "tolls", str(CHANGES)]
    done = subprocess.run(program, env=environment, cwd=home.parent, capture_output=True, text=True, check=False)
    return int(done.stdout.splitlines()[-1]) if done.returncode == 0 else done.returncode


def test_an_import_killed_anywhere_is_finished_by_the_next_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commits = killed(tmp_path / "whole" / "home", 0)
    points = range(8, commits, 6)
    assert len(points) > 1
    for at in points:
        terminal = Terminal(tmp_path / str(at) / "home", monkeypatch)
        assert killed(terminal.home, at) < 0
        summary = imported(terminal, CHANGES)
        assert summary["recorded"] + summary["again"] == 500  # type: ignore[operator]
        assert summary["position"] == 1 + 500 + 7  # the operator, every change once, every toll opened once
        assert differs(terminal, GAZA / "oracle.jsonl") == []


@pytest.mark.shared
def test_the_whole_of_gaza_is_imported_as_its_oracle_says_and_once(terminal: Terminal, shared: Path) -> None:
    file = shared / "data" / "tolls" / "gaza.csv"
    first = imported(terminal, file)
    assert (first["recorded"], first["tolls"]) == (5344, 11)
    assert len(told(file.with_name("gaza.oracle.jsonl"))) == 61
    assert differs(terminal, file.with_name("gaza.oracle.jsonl")) == []
    assert imported(terminal, file)["position"] == first["position"]


@pytest.mark.shared
@pytest.mark.release
@pytest.mark.timeout(900)
def test_a_hundred_and_fifty_thousand_changes_come_to_what_their_oracle_says(terminal: Terminal, shared: Path) -> None:
    file = shared / "data" / "tolls" / "covid_deaths.csv"
    assert imported(terminal, file)["recorded"] == 152_134
    oracle = told(file.with_name("covid_deaths.oracle.jsonl"))
    with opened(Settings(home=terminal.home), unsafe=True) as desk:
        now = desk.queries.moment()
        rows = {row.key.place.text: row for row in desk.queries.tolls(KeyFilter(), now) if row.key.place}
        found = [
            {
                "place": place,
                "days": (known := days_and_sum(desk, row.key_id, now))[0],
                "sum": known[1],
                "last": row.count.best,
                "last_date": row.counted_to.isoformat(),
            }
            for place, row in rows.items()
        ]
    assert len(oracle) == 195
    assert sorted(found, key=lambda it: str(it["place"])) == sorted(oracle, key=lambda it: str(it["place"]))
