"""``import ucdp`` of files that are wrong, hostile, doubled or of another release."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.desk.cli.ged import (
    ROWS,
    changed,
    differences,
    given_back,
    imported,
    table,
)
from tests.desk.cli.terminal import Terminal


@pytest.mark.parametrize(
    ("column", "cell", "told"),
    [
        ("id", "", "is empty"),
        ("id", "0933123456", "is no id of a row"),
        ("type_of_violence", "4", "is no code of this column"),
        ("where_prec", "", "is empty"),
        ("date_prec", "9", "is no code of this column"),
        ("event_clarity", "x", "is no code of this column"),
        ("date_start", "2016-13-01", "is no day"),
        ("date_end", "2015-01-01", "is before date_start"),
        ("best", "-1", "is a number below zero"),
        ("deaths_a", "many", "is no whole number"),
        ("latitude", "123.4", "is no number of degrees"),
        ("longitude", "NaN", "is no number of degrees"),
        ("side_a", "", "is empty"),
        ("side_b", "call +963 933 123 456", "holds a phone number"),
        ("where_coordinates", "x" * 400, "is too long"),
    ],
)
def test_a_bad_line_is_named_and_nothing_is_recorded(terminal: Terminal, column: str, cell: str, told: str) -> None:
    rows = [ROWS[0], changed(ROWS[1], **{column: cell}), ROWS[2]]
    file = terminal.written("ged.csv", table(rows))
    said = terminal("import", "ucdp", file)
    assert (said.status, said.out) == (2, "")
    line, whole = said.err.splitlines()
    assert line.startswith(f"E-IMPORT-03 line 3, column {column}: ")
    assert told in line
    assert whole.startswith("E-IMPORT-04 1 of the 3 ")
    assert terminal.done("picture", "--json").lines == []
    *_, summary = terminal.done("import", "ucdp", file, "--skip-bad", "--json").lines
    assert (summary["recorded"], summary["bad"]) == (2, 1)
    assert Path(str(summary["rejects"])).exists()


def test_a_year_that_has_not_come_is_a_bad_line(terminal: Terminal) -> None:
    row = changed(ROWS[0], date_start="2999-01-01", date_end="2999-01-02")
    said = terminal("import", "ucdp", terminal.written("ged.csv", table([row])), "--published", "2020-01-01")
    assert said.status == 2
    assert "line 2, column occurred" in said.err


def test_one_id_twice_is_one_event_or_a_bad_line(terminal: Terminal) -> None:
    same = terminal.written("same.csv", table([ROWS[0], ROWS[0]]))
    summary = imported(terminal, same)
    assert [summary[part] for part in ("lines", "recorded", "again")] == [2, 1, 1]
    other = terminal.written("other.csv", table([ROWS[1], changed(ROWS[1], high="999")]))
    said = terminal("import", "ucdp", other)
    assert said.status == 2
    assert "line 3, column id" in said.err
    assert "stands in this file before, with other values" in said.err


def test_newer_releases_write_days_with_a_time_and_more_columns(terminal: Terminal) -> None:
    row = changed(
        ROWS[0],
        date_start=ROWS[0]["date_start"] + " 00:00:00.000",
        date_end=ROWS[0]["date_end"] + " 00:00:00.000",
        relid="SYR-2016-1-1",
        country="Syria",
        where_description="words that are not ours",
        source_article='"SOHR,2016-01-01,' + "x" * 5000 + '"',
        source_original="SOHR, somebody",
        year=ROWS[0]["date_start"][:4],
    )
    imported(terminal, terminal.written("ged.csv", table([row], row)))
    back = given_back(terminal)[row["id"]]
    assert (back["country"], back["relid"], back["source_original"]) == ("Syria", "SYR-2016-1-1", "")
    assert differences([ROWS[0]], {row["id"]: back}) == []


def test_hostile_cells_come_back_as_they_were_and_run_nowhere(terminal: Terminal) -> None:
    row = changed(
        ROWS[0], side_a="=HYPERLINK(1)", where_coordinates="+Hayt", dyad_name="=HYPERLINK(1) - x", adm_1="حوران"
    )
    imported(terminal, terminal.written("ged.csv", table([row])))
    back = given_back(terminal)[row["id"]]
    assert (back["side_a"], back["where_coordinates"], back["adm_1"]) == ("'=HYPERLINK(1)", "'+Hayt", "حوران")
    again = terminal.written("again.csv", (terminal.home.parent / "back.csv").read_bytes())
    assert imported(terminal, again)["recorded"] == 0
