"""The data package is valid to Frictionless, holds what is answered, and is there whole or not at all."""

from __future__ import annotations

import csv
from pathlib import Path

import frictionless
import orjson
import pytest

from desk import codebook
from tests.desk.cli.terminal import Terminal


def read(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table))


def problems(folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    monkeypatch.chdir(folder)
    report = frictionless.validate("datapackage.json", type="package")
    return [str(row) for row in report.flatten(["type", "message"])]


@pytest.fixture
def package(asked: Terminal, tmp_path: Path) -> Path:
    asked.done("export", "datapackage", tmp_path / "package")
    return tmp_path / "package"


def test_a_package_is_valid_and_a_spoilt_one_is_not(package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert problems(package, monkeypatch) == []
    spoilt = (package / "tolls.csv").read_text(encoding="utf-8").replace(",killed,", ",kild,", 1)
    (package / "tolls.csv").write_text(spoilt, encoding="utf-8")
    assert problems(package, monkeypatch) != []


def test_its_tables_hold_what_is_answered(package: Path, asked: Terminal) -> None:
    tolls = {row["key_id"]: row for row in asked.done("toll", "--json").lines}
    rows = read(package, "tolls")
    assert {row["key_id"] for row in rows} == set(tolls)
    for row in rows:
        toll = tolls[row["key_id"]]
        shown = [
            "" if toll[name] is None else str(toll[name])
            for name in ("low", "high", "qualifier", "counted_to", "status")
        ]
        assert [row[name] for name in ("low", "high", "qualifier", "counted_to", "status")] == shown
        assert row["source"] == toll["key"]["source"]
    histories = [asked.done("history", key_id, "--json").lines for key_id in tolls]
    assert len(read(package, "history")) == sum(map(len, histories))
    said = asked.done("picture", "--json").lines
    public = [it for it in said if it["what"] == "incident" and it["status"] not in ("received", "under_review")]
    assert {row["incident_id"] for row in read(package, "incidents")} == {it["incident_id"] for it in public}
    assert len(read(package, "corrections")) == 1


def test_it_says_where_it_was_read_and_whose_figures_it_holds(package: Path, asked: Terminal) -> None:
    written = orjson.loads((package / "datapackage.json").read_bytes())
    status = asked.done("status", "--json").line
    assert (written["ledger"]["position"], written["ledger"]["root"]) == (status["position"], status["root"])
    assert "true number may be higher" in written["description"]
    assert written["licenses"]
    assert {"title": "Syrian Observatory for Human Rights"} in written["sources"]
    assert (package / "LICENCE.md").exists()


def test_every_coded_word_has_its_meaning(package: Path) -> None:
    assert [row for row in codebook.rows() if not row[2]] == []
    assert all(set(meanings) == {code.value for code in codes} for codes, meanings in codebook.MEANINGS.items())
    assert len(read(package, "codebook")) == len(list(codebook.rows()))


def test_an_empty_ledger_makes_an_empty_package(
    terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal.done("export", "datapackage", tmp_path / "p")
    assert read(tmp_path / "p", "tolls") == []


def test_what_is_in_the_way_stays(asked: Terminal, tmp_path: Path) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine.txt").write_text("mine")
    (tmp_path / "file").touch()
    (tmp_path / "empty").mkdir()
    for name in ("full", "file", "nowhere/package", "-"):
        asked.refused("E-EXPORT-01", "export", "datapackage", name if name == "-" else tmp_path / name)
    assert [it.name for it in (tmp_path / "full").iterdir()] == ["mine.txt"]
    asked.done("export", "datapackage", tmp_path / "empty")
    assert (tmp_path / "empty" / "datapackage.json").exists()
    assert not list(tmp_path.glob(".*"))
