"""``import acled`` and ``export acled`` as typed, with rows of our own in ACLED's form: no data of ACLED's is here."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import Any

import pytest

from desk.published import acled
from tests.desk.cli.terminal import STRIKE, Terminal

Row = dict[str, str]
STRIKE_ROW: Row = {
    "event_id_cnty": "SYR90001", "event_date": "2018-08-01", "year": "2018", "time_precision": "1",
    "disorder_type": "Political violence", "event_type": "Explosions/Remote violence",
    "sub_event_type": "Air/drone strike", "actor1": "Military Forces of Nowhere", "assoc_actor_1": "", "inter1": "1",
    "actor2": "Civilians (Syria)", "assoc_actor_2": "", "inter2": "7", "interaction": "17",
    "civilian_targeting": "Civilian targeting", "iso": "760", "region": "Middle East", "country": "Syria",
    "admin1": "Daraa", "admin2": "", "admin3": "", "location": "Jasim", "latitude": "32.99", "longitude": "36.06",
    "geo_precision": "1", "source": "SOHR; @somebody", "source_scale": "Local partner-Other",
    "notes": "Our own words, with somebody's name in them.", "fatalities": "3", "tags": "", "timestamp": "1533200000",
}  # fmt: skip
CLASH_ROW = STRIKE_ROW | {
    "event_id_cnty": "SYR90002", "event_date": "02 August 2018", "event_type": "Battles",
    "sub_event_type": "Armed clash", "actor1": "IS", "actor2": "Unidentified Armed Group (Syria)",
    "inter2": "3", "fatalities": "0", "source": "SOHR",
    "time_precision": "2", "geo_precision": "2",
}  # fmt: skip
PROTEST_ROW = STRIKE_ROW | {
    "event_id_cnty": "SYR90003", "event_type": "Protests", "sub_event_type": "Peaceful protest", "fatalities": "0",
}  # fmt: skip
ROWS = [STRIKE_ROW, CLASH_ROW, PROTEST_ROW]


def table(rows: Iterable[Row]) -> str:
    written = io.StringIO()
    writer = csv.DictWriter(written, acled.COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return written.getvalue()


def imported(terminal: Terminal, rows: Iterable[Row]) -> dict[str, Any]:
    *_, summary = terminal.done("import", "acled", terminal.written("acled.csv", table(rows)), "--json").lines
    return summary


def exported(terminal: Terminal, *arguments: str) -> list[Row]:
    out = terminal.home.parent / "out.csv"
    terminal.done("export", "acled", out, *arguments)
    return list(csv.DictReader(out.read_text(encoding="utf-8").splitlines()))


def incidents(terminal: Terminal) -> dict[str, dict[str, Any]]:
    return {line["record"]["id"]: line for line in terminal.done("picture", "--json").lines}


def test_events_are_incidents_of_our_kinds_and_protests_are_passed_over(terminal: Terminal) -> None:
    said = terminal.done("import", "acled", terminal.written("acled.csv", table(ROWS)))
    assert "2 incidents, 2 recorded" in said.out
    assert "passed over: 1 rows" in said.err
    found = incidents(terminal)
    strike, clash = found["SYR90001"], found["SYR90002"]
    assert (strike["kind"], strike["casualties"]["killed"]["best"]) == ("strike_reported", 3)
    assert (strike["perpetrator"]["text"], strike["target"]["text"]) == (
        "Military Forces of Nowhere",
        "Civilians (Syria)",
    )
    assert (strike["place"]["text"], strike["place"]["precision"]) == ("Jasim", "exact")
    assert strike["stated_at"] == "2018-08-02T08:53:20+00:00"
    assert (clash["kind"], clash["perpetrator"], clash["occurred"]["precision"]) == ("clash_reported", None, "week")
    assert [it["id"] for it in clash["parties"]] == ["islamic-state", None]


def test_no_deaths_told_is_not_zero_and_comes_back_as_acled_writes_it(terminal: Terminal) -> None:
    imported(terminal, ROWS)
    clash = incidents(terminal)["SYR90002"]
    assert (clash["casualties"]["killed"], clash["flags"]) == (None, ["ACLED: 0 deaths, or none known"])
    back = {row["event_id_cnty"]: row for row in exported(terminal, "--with-restricted")}
    assert back["SYR90002"]["fatalities"] == "0"


def test_what_came_from_acled_goes_out_with_leave_only_and_then_as_it_came(terminal: Terminal) -> None:
    imported(terminal, ROWS)
    terminal.report(STRIKE, "2018-08-03")
    (own,) = exported(terminal)
    assert own["event_id_cnty"].startswith("I-")
    assert (own["sub_event_type"], own["event_type"]) == ("Air/drone strike", "Explosions/Remote violence")
    assert (own["country"], own["admin1"], own["fatalities"]) == ("Syria", "Daraa", "3")
    said = terminal.done("export", "acled", terminal.home.parent / "out.csv")
    assert "Left out for their publisher's terms: 2 incidents" in said.out
    terminal.done("export", "geojson", terminal.home.parent / "out.geojson")
    assert b"SYR9" not in (terminal.home.parent / "out.geojson").read_bytes()
    back = {row["event_id_cnty"]: row for row in exported(terminal, "--with-restricted")}
    for row in (STRIKE_ROW, CLASH_ROW | {"event_date": "2018-08-02"}):
        given = row | {"notes": "", "source": row["source"].replace(" @somebody", "withheld")}
        assert back[row["event_id_cnty"]] == given


def test_corrections_of_what_came_from_acled_stay_here_too(terminal: Terminal) -> None:
    imported(terminal, [STRIKE_ROW])
    imported(terminal, [STRIKE_ROW | {"fatalities": "2", "timestamp": "1533300000"}])
    assert terminal.done("changes", "--json").lines
    out = terminal.home.parent / "out.jsonl"
    said = terminal.done("export", "corrections", out)
    assert (out.read_text(encoding="utf-8"), "terms: 1 incidents" in said.out) == ("", True)


def test_notes_and_accounts_enter_nothing(terminal: Terminal) -> None:
    imported(terminal, ROWS)
    stored = b"".join(path.read_bytes() for path in terminal.home.iterdir() if path.is_file())
    assert b"Our own words" not in stored
    assert b"@somebody" not in stored


def test_again_adds_nothing_and_a_changed_row_corrects(terminal: Terminal) -> None:
    imported(terminal, ROWS)
    assert [imported(terminal, ROWS)[part] for part in ("recorded",)] == [0]
    shelled = STRIKE_ROW | {
        "sub_event_type": "Shelling/artillery/missile attack", "fatalities": "2", "timestamp": "1533300000",
    }  # fmt: skip
    summary = imported(terminal, [shelled])
    assert (summary["recorded"], summary["revised"]) == (1, 1)
    strike = incidents(terminal)["SYR90001"]
    assert (strike["kind"], strike["casualties"]["killed"]["best"]) == ("shelling_reported", 2)
    older = terminal("import", "acled", terminal.written("acled.csv", table([STRIKE_ROW])))
    assert (older.status, "E-TOLL-11" in older.err) == (2, True)


@pytest.mark.parametrize(
    ("column", "cell", "told"),
    [
        ("event_id_cnty", "", "is empty"),
        ("event_date", "31 Foo 2018", "is no day"),
        ("sub_event_type", "Something new", "is no sub-event type"),
        ("fatalities", "-1", "below zero"),
        ("time_precision", "4", "is no code"),
        ("geo_precision", "", "is empty"),
        ("latitude", "91", "is no number of degrees"),
        ("timestamp", "soon", "is no whole number"),
        ("actor1", "write to @somebody", "holds a phone number"),
    ],
)
def test_a_bad_line_is_named(terminal: Terminal, column: str, cell: str, told: str) -> None:
    said = terminal("import", "acled", terminal.written("acled.csv", table([CLASH_ROW, STRIKE_ROW | {column: cell}])))
    assert said.status == 2
    assert said.err.startswith(f"E-IMPORT-03 line 3, column {column}: ")
    assert told in said.err
    assert incidents(terminal) == {}


def test_every_kind_of_the_list_is_one_of_ours_and_belongs_to_a_type_of_acled() -> None:
    listed = [*acled.kinds(), *acled.sub_types().values()]
    assert len(listed) > 15
    assert [name for name in listed if not acled.event_type(name)] == []
