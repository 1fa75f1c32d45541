"""``import ucdp``, ``itemised`` and ``export ucdp`` as typed: what comes in, what it adds up to, what comes back."""

from __future__ import annotations

import csv

import pytest

from desk.desk import opened
from desk.replaying import replay
from desk.settings import Settings
from tests.desk.cli.ged import (
    GED,
    ROWS,
    SAMPLE,
    changed,
    differences,
    given_back,
    imported,
    itemised,
    table,
    totals,
)
from tests.desk.cli.terminal import Terminal


def test_events_come_in_add_up_and_come_back(terminal: Terminal) -> None:
    said = terminal.done("import", "ucdp", SAMPLE, "--country", "Syria")
    assert f"{len(ROWS)} incidents, {len(ROWS)} recorded, 0 recorded before" in said.out
    assert itemised(terminal, "adm1") == totals(ROWS, lambda row: row["adm_1"] or None)
    assert itemised(terminal, "year") == totals(ROWS, lambda row: row["date_start"][:4])
    back = given_back(terminal)
    assert differences(ROWS, back) == []
    again = terminal.written("again.csv", (terminal.home.parent / "back.csv").read_bytes())
    assert imported(terminal, again, "--country", "Syria")["recorded"] == 0
    fresh = Terminal(terminal.home.parent / "fresh", terminal._monkeypatch)
    assert imported(fresh, again, "--country", "Syria")["recorded"] == len(ROWS)
    assert given_back(fresh) == back
    assert itemised(fresh, "adm1") == totals(ROWS, lambda row: row["adm_1"] or None)
    with opened(Settings(home=terminal.home), unsafe=True) as desk:
        assert replay(desk, desk.queries.moment()).agrees


def test_the_same_file_again_adds_nothing_and_a_longer_one_its_new_rows(terminal: Terminal) -> None:
    some = terminal.written("ged.csv", table(ROWS[:40]))
    first = imported(terminal, some)
    again = imported(terminal, some)
    assert (again["recorded"], again["again"], again["position"]) == (0, 40, first["position"])
    some.write_text(table(reversed(ROWS[:60])), encoding="utf-8")
    summary = imported(terminal, some)
    assert [summary[part] for part in ("recorded", "revised", "again")] == [20, 0, 40]


def test_a_row_that_its_publisher_changed_corrects_its_incident_and_back_again(terminal: Terminal) -> None:
    row = next(it for it in ROWS if it["low"] == it["best"] == it["high"] == "2" and it["where_prec"] == "1")
    file = terminal.written("ged.csv", table([row]))
    imported(terminal, file)
    other = changed(
        row, best="1", low="1", high="1", deaths_a="1", deaths_b="0", deaths_civilians="0", deaths_unknown="0",
        where_coordinates="Jasim town", adm_1="Daraa Governorate", adm_2="Izra district", latitude="32.99",
        longitude="36.06", date_end=row["date_start"][:8] + "28", date_prec="4", event_clarity="2",
    )  # fmt: skip
    file.write_text(table([other]), encoding="utf-8")
    summary = imported(terminal, file, "--published", "2020-06-01")
    assert (summary["recorded"], summary["revised"]) == (1, 1)
    (incident,) = terminal.done("picture", "--json").lines
    assert incident["casualties"]["killed"]["best"] == 1
    assert incident["place"]["id"] == "sy120301" or incident["place"]["text"] == "Jasim town"
    assert incident["flags"] == ["summary of several events"]
    moves = terminal.done("changes", "--json").lines
    assert {move["kind"] for move in moves} == {"casualties_revised", "place_corrected", "time_corrected"}
    assert {reason["code"] for move in moves for reason in move["reasons"]} == {"source_corrected"}
    before = terminal.done("picture", "--json", "--clock", "stated", "--as-of", "2020-01-01").line
    assert before["casualties"]["killed"]["best"] == 2
    assert given_back(terminal)[row["id"]]["date_end"] == other["date_end"]
    file.write_text(table([row]), encoding="utf-8")
    assert imported(terminal, file)["revised"] == 1
    assert differences([row], given_back(terminal)) == []
    assert imported(terminal, file)["revised"] == 0


def test_bounds_out_of_order_are_kept_and_flagged(terminal: Terminal) -> None:
    crossed = [row for row in ROWS if not int(row["low"]) <= int(row["best"]) <= int(row["high"])]
    assert len(crossed) >= 10
    imported(terminal, SAMPLE)
    found = {line["record"]["id"]: line for line in terminal.done("picture", "--json").lines}
    flagged = {row_id for row_id, line in found.items() if "bounds out of order" in line["flags"]}
    assert flagged == {row["id"] for row in crossed}
    for row in crossed:
        killed = found[row["id"]]["casualties"]["killed"]
        assert [killed[bound] for bound in ("low", "best", "high")] == [int(row[it]) for it in ("low", "best", "high")]
    assert "flagged: bounds out of order" in terminal.done("picture").out


def test_sides_are_parties_and_only_one_sided_violence_has_a_perpetrator(terminal: Terminal) -> None:
    imported(terminal, SAMPLE)
    found = {line["record"]["id"]: line for line in terminal.done("picture", "--json").lines}
    for row in ROWS:
        line = found[row["id"]]
        sides = [line["perpetrator"], line["target"]] if row["type_of_violence"] == "3" else line["parties"]
        assert [side["text"] for side in sides] == [row["side_a"], row["side_b"]]
        assert (line["perpetrator"] is None) is (row["type_of_violence"] != "3")


def test_a_place_is_taken_only_where_it_lies_where_the_row_says(terminal: Terminal) -> None:
    imported(terminal, SAMPLE, "--country", "Syria")
    found = {line["record"]["id"]: line["place"] for line in terminal.done("picture", "Syria", "--json").lines}
    assert len(found) == len(ROWS)
    for row in ROWS:
        place = found[row["id"]]
        assert place["text"] == row["where_coordinates"]
        if row["where_coordinates"] == "Tulul as Safa":  # the list has it in As Suwayda, UCDP in Rif Dimashq
            assert place["id"] is None
            assert place["within"].startswith("sy03")
        if row["where_prec"] == "4":
            assert len(place["id"]) == len("sy04")


def test_totals_are_of_one_source(terminal: Terminal) -> None:
    assert "record incidents first" in terminal.refused("E-SUM-05", "itemised")
    imported(terminal, SAMPLE)
    assert "name one of: UCDP" in terminal.refused("E-SUM-05", "itemised", "--source", "nobody")
    terminal.report("An air strike on Jasim this morning killed 3 people and injured 7.\n", "2018-08-03")
    terminal.refused("E-SUM-05", "itemised")
    (jasim,) = terminal.done(
        "itemised", "--source", "Syrian Observatory for Human Rights", "--by", "adm1", "--harm", "injured", "--json"
    ).lines
    assert (jasim["adm1"], jasim["place_id"], jasim["best"], jasim["deaths_a"]) == ("Daraa", "sy12", 7, None)
    told = terminal.done("itemised", "--source", "UCDP", "--by", "month").out
    assert f"{len(ROWS)} incidents of UCDP" in told


@pytest.mark.shared
@pytest.mark.release
@pytest.mark.timeout(900)
def test_all_of_syria_adds_up_as_its_oracle_says_and_comes_back(terminal: Terminal) -> None:
    whole = GED / "ged_syria_2016_2019.csv"
    assert imported(terminal, whole, "--country", "Syria")["recorded"] == 16_566
    for by, column in (("adm1", "adm_1"), ("year", "year")):
        found = {line[by] or "": line for line in terminal.done("itemised", "--by", by, "--json").lines}
        with (GED / f"expected_totals_by_{by}.csv").open(encoding="utf-8") as oracle:
            for expected in csv.DictReader(oracle):
                name = expected.pop(column)
                assert {part: found[name][part] for part in expected} == {it: int(n) for it, n in expected.items()}
    back = given_back(terminal)
    with whole.open(encoding="utf-8") as given:
        rows = list(csv.DictReader(given))
    assert differences(rows, back) == []
    lines = terminal.done("itemised", "--by", "all", "--json").line
    assert lines["bounds_out_of_order"] == 101
    fresh = Terminal(terminal.home.parent / "fresh", terminal._monkeypatch)
    assert imported(fresh, terminal.home.parent / "back.csv", "--country", "Syria")["recorded"] == 16_566
    assert given_back(fresh) == back
