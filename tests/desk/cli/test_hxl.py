"""Tolls as tables with HXL hashtags: valid by our schema, the same tolls in another home, other people's tables too."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import hxl
import pytest
from hxl.input import InputOptions

from tests.desk.cli.terminal import Terminal
from tests.house import hxl_schema

OF_THE_HOME = {"position", "recorded_at", "entry_position", "change_position", "report_id", "version", "place_inferred"}
"""What an answer says of the home it is from, and not of the toll."""


@pytest.fixture
def table(asked: Terminal, tmp_path: Path) -> Path:
    out = tmp_path / "tolls.csv"
    asked.done("export", "hxl", out)
    return out


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    return Terminal(tmp_path / "elsewhere", monkeypatch)


def unfit(content: bytes) -> list[str]:
    """What libhxl finds wrong with a table by our schema."""
    found: list[str] = []
    schema = hxl.schema(json.loads(hxl_schema.PAGE.read_text()), callback=lambda wrong: found.append(str(wrong)))
    schema.validate(hxl.data(io.BytesIO(content), InputOptions(encoding="utf-8")))
    return found


def told(terminal: Terminal, *more: str) -> list[dict[str, Any]]:
    rows = [
        {name: row[name] for name in row if name not in OF_THE_HOME} for row in terminal.done(*more, "--json").lines
    ]
    for row in rows:
        if row.get("previous"):
            del row["previous"]["entry_position"]
    return sorted(rows, key=lambda row: str(row["key_id"]))


def test_the_schema_that_is_shipped_is_that_of_the_columns() -> None:
    assert hxl_schema.PAGE.read_text(encoding="utf-8") == hxl_schema.page()


def test_a_table_is_valid_and_what_is_not_is_caught(table: Path) -> None:
    content = table.read_bytes()
    assert unfit(content) == []
    for good, bad in ((b",add,", b",added,"), (b",58,58,", b",-58,58,"), (b"2018-08-03,", b"3.8.2018,")):
        assert good in content
        assert unfit(content.replace(good, bad)) != [], bad


def test_figures_places_and_position_stand_beside_their_tags(table: Path, asked: Terminal) -> None:
    rows = list(hxl.data(io.BytesIO(table.read_bytes()), InputOptions(encoding="utf-8")))
    by_day = {row.get("#date+end"): row for row in rows if row.get("#cause") == "bombardment and shelling"}
    row = by_day["2018-08-03"]
    assert (row.get("#affected+killed"), row.get("#meta+reasons")) == ("58", "found_alive=-4")
    assert (row.get("#adm1+code"), row.get("#country+code"), row.get("#loc+name")) == (
        "SY12",
        "SY",
        "the Yarmouk Basin",
    )
    assert {row.get("#meta+position") for row in rows} == {str(asked.done("status", "--json").line["position"])}
    assert "true number may be higher" in table.read_text().splitlines()[0]


def test_the_same_tolls_stand_in_another_home(table: Path, asked: Terminal, elsewhere: Terminal) -> None:
    said = elsewhere.done("import", "hxl", table, "--json").line
    assert said["recorded"] == said["lines"] == len(list(csv.reader(io.StringIO(table.read_text())))) - 3
    assert told(elsewhere, "toll") == told(asked, "toll") != []
    again = elsewhere.done("import", "hxl", table, "--json").line
    assert (again["recorded"], again["again"]) == (0, said["recorded"])
    for row in told(asked, "toll"):
        history = ("history", str(row["key_id"]), "--clock", "stated", "--as-of", "2018-08-02")
        figures = [
            [(it["counted_to"], it["low"], it["qualifier"]) for it in told(home, *history)]
            for home in (asked, elsewhere)
        ]
        assert figures[0] == figures[1]


def test_revisions_withdrawals_and_returns_travel(terminal: Terminal, elsewhere: Terminal, tmp_path: Path) -> None:
    header = "stated_at,source,place,group,harm,cause,period_start,counted_to,op,value,reason\n"
    key = "=Ministry,Gaza Strip,all,killed,,2023-10-07,2023-10-08"
    day = "2024-01-0{}T00:00:00+00:00,"
    lines = [f"{day.format(n)}{key},{op},{value},{why}" for n, op, value, why in (
        (1, "add", 256, ""), (2, "revise", 250, "duplicate_removed=6"), (3, "withdraw", "", "entry_error"),
        (4, "add", 251, ""),
    )]  # fmt: skip
    terminal.done("import", "tolls", terminal.written("changes.csv", header + "\n".join(lines) + "\n"))
    terminal.done("export", "hxl", tmp_path / "t.csv")
    assert "'=Ministry" in (tmp_path / "t.csv").read_text()
    assert elsewhere.done("import", "hxl", tmp_path / "t.csv", "--json").line["recorded"] == 4
    assert told(elsewhere, "toll") == told(terminal, "toll")
    (row,) = told(terminal, "toll")
    assert row["key"]["source"] == "=Ministry"
    for moment in ("2024-01-01", "2024-01-02", "2024-01-03", "2024-01-04"):
        asking = ("history", str(row["key_id"]), "--clock", "stated", "--as-of", moment)
        assert [it["low"] for it in told(elsewhere, *asking)] == [it["low"] for it in told(terminal, *asking)]


OTHERS = """Casualties of the week,,,,,
Day,Who says,Where,P-code,Dead,Dead children,Hurt
#date,#meta+source,#adm1+name,#adm1+code,#affected+killed,#affected+killed+children,#affected+injured
2018-08-01,SOHR,Dar'a governorate,SY12,62,11,
2018-08-02,SOHR,Dar'a governorate,SY12,٦٦,11,120
2018-08-02,SOHR,Nowhere at all,,5,,
"""


def test_another_organisations_table_is_read_by_its_tags(terminal: Terminal) -> None:
    path = terminal.written("others.csv", OTHERS)
    said = terminal.done("import", "hxl", path, "--period-start", "2018-07-19", "--json").line
    assert (said["recorded"], said["tolls"], said["bad"]) == (6, 4, 0)
    rows = {(row["key"]["group"], row["key"]["harm"], row["key"]["place"]["id"]): row for row in told(terminal, "toll")}
    whole = rows["all", "killed", "sy12"]
    assert (whole["low"], whole["counted_to"], whole["previous"]["low"]) == (66, "2018-08-02", 62)
    assert whole["key"]["source"] == "Syrian Observatory for Human Rights"
    assert (whole["key"]["place"]["text"], whole["key"]["period_start"]) == ("Dar'a governorate", "2018-07-19")
    assert rows["children", "killed", "sy12"]["low"] == 11
    assert rows["all", "injured", "sy12"]["low"] == 120
    assert rows["all", "killed", None]["key"]["place"]["text"] == "Nowhere at all"
    again = terminal.done("import", "hxl", path, "--period-start", "2018-07-19", "--json").line
    assert again["recorded"] == 0
    grown = terminal.written("grown.csv", OTHERS.replace(",62,11,", ",61,11,"))
    assert terminal.done("import", "hxl", grown, "--period-start", "2018-07-19", "--json").line["recorded"] == 1


def test_bad_rows_are_named_and_may_be_left_out(terminal: Terminal, tmp_path: Path) -> None:
    text = OTHERS.replace(",62,", ",many,").replace("2018-08-02,SOHR,Nowhere", "2.8.2018,SOHR,Nowhere")
    path = terminal.written("bad.csv", text.encode() + b"2018-08-03,SOHR,\xff\xfe,,5,,\n2018-08-03,SOHR,x\n")
    said = terminal("import", "hxl", path)
    assert said.status == 2
    for row, column in ((4, "#affected+killed"), (6, "#date"), (7, "#adm1+name"), (8, "")):
        assert f"row {row}{', column ' + column if column else ''}:" in said.err, said.err
    assert terminal.done("status", "--json").line["position"] == 1
    left = terminal.done("import", "hxl", path, "--skip-bad", "--json").lines[-1]
    assert (left["bad"], left["recorded"]) == (4, 3)
    assert (tmp_path / "bad.rejects.csv").read_text(errors="replace").count("E-IMPORT-03") == 4


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("", "E-IMPORT-01"),
        ("a,b\n1,2\n", "E-IMPORT-02"),
        ("#date,#meta+source\n2018-08-01,SOHR\n", "E-IMPORT-02"),
        ("#affected+killed,#meta+source\n1,SOHR\n", "E-IMPORT-02"),
        ("#date,#affected+killed\n2018-08-01,1\n", "E-IMPORT-02"),
        ("<html></html>", "E-IMPORT-01"),
        ("{", "E-IMPORT-01"),
        (b"PK\x03\x04nothing", "E-IMPORT-01"),
    ],
)
def test_what_is_no_such_table_is_one_refusal(terminal: Terminal, content: str | bytes, code: str) -> None:
    terminal.refused(code, "import", "hxl", terminal.written("x.csv", content))


def test_a_table_that_is_not_there_is_refused(terminal: Terminal, tmp_path: Path) -> None:
    terminal.refused("E-IMPORT-01", "import", "hxl", tmp_path / "none.csv")
    terminal.refused("E-IMPORT-01", "import", "hxl", tmp_path)


def test_things_are_no_people_for_whoever_adds_up_what_was_affected(
    terminal: Terminal, elsewhere: Terminal, tmp_path: Path
) -> None:
    header = "stated_at,source,place,group,harm,cause,period_start,counted_to,op,value,reason"
    line = (
        "2022-02-26T00:00:00+00:00,Ukrainian General Staff,Ukraine,tank,equipment_lost,,2022-02-24,2022-02-26,add,146,"
    )
    terminal.done("import", "tolls", terminal.written("things.csv", f"{header}\n{line}\n"))
    terminal.done("export", "hxl", tmp_path / "things-hxl.csv")
    (row,) = hxl.data(io.BytesIO((tmp_path / "things-hxl.csv").read_bytes()), InputOptions(encoding="utf-8"))
    assert row.get("#item+equipment_lost+best") == "146"
    assert not any(value for column, value in zip(row.columns, row.values, strict=False) if column.tag == "#affected")
    elsewhere.done("import", "hxl", tmp_path / "things-hxl.csv")
    assert elsewhere.done("toll", "--group", "tank", "--json").line["low"] == 146
