"""``ledger export``: what leaves is reviewed, whole, and says where it was read."""

from __future__ import annotations

import csv
import io
import re
from datetime import datetime
from pathlib import Path
from xml.etree import ElementTree

import orjson
import pytest

from tests.desk.cli.terminal import Terminal


def test_an_export_says_what_it_came_to(asked: Terminal, tmp_path: Path) -> None:
    out = tmp_path / "corrections.jsonl"
    said = asked.done("export", "corrections", out, "--json").line
    status = asked.done("status", "--json").line
    assert (said["kind"], said["format"], said["file"]) == ("export", "corrections", str(out))
    assert (said["position"], said["root"]) == (status["position"], status["root"])
    assert said["rows"] == len(out.read_text().splitlines()) > 0
    assert said["bytes"] == len(out.read_bytes())
    assert "true number may be higher" in said["caveat"]
    assert said["codebook"]
    words = asked.done("export", "corrections", out).out
    assert f"@{said['position']}" in words
    assert said["caveat"] in words


def test_corrections_leave_as_the_public_is_told_of_them(asked: Terminal, tmp_path: Path) -> None:
    told = asked.done("export", "corrections", "-", "--format", "jsonl")
    asked.done("export", "corrections", tmp_path / "c.csv")
    lines = told.lines
    assert [(it["old"]["low"], it["new"]["low"], it["who"]) for it in lines] == [(62, 58, "reviewer")]
    (row,) = csv.DictReader(io.StringIO((tmp_path / "c.csv").read_text(encoding="utf-8")))
    assert orjson.loads(row["old"])["low"] == 62
    assert row["recorded_at"] == lines[0]["recorded_at"]
    assert "rows to stdout" in told.err


def test_an_earlier_moment_gives_what_was_known_then(asked: Terminal) -> None:
    assert asked.done("export", "corrections", "-", "--format", "jsonl", "--at", "@5").lines == []


@pytest.mark.parametrize("out", ["c.txt", "c", "-"])
def test_a_form_that_is_not_said_is_asked_for(asked: Terminal, out: str) -> None:
    assert "--format csv" in asked.refused("E-EXPORT-03", "export", "corrections", out)


def test_what_cannot_be_written_is_refused(asked: Terminal, tmp_path: Path) -> None:
    asked.refused("E-EXPORT-01", "export", "corrections", tmp_path / "no" / "c.csv")
    asked.refused("E-EXPORT-02", "export", "corrections", asked.home / "ledger.db", "--format", "csv")


ATOM = "{http://www.w3.org/2005/Atom}"


def test_corrections_as_a_json_feed(asked: Terminal, tmp_path: Path) -> None:
    out = tmp_path / "feed.json"
    asked.done("export", "corrections", out)
    feed = orjson.loads(out.read_bytes())
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["_ledger"]["position"] == asked.done("status", "--json").line["position"]
    assert "true number may be higher" in feed["description"]
    assert [item["_ledger"] for item in feed["items"]] == asked.done(
        "export", "corrections", "-", "--format", "jsonl"
    ).lines[::-1]
    for item in feed["items"]:
        assert item["id"].startswith("urn:incident-ledger:")
        assert (item["title"], item["content_text"], item["date_published"]) > ("", "", "")
    assert "62 → 58" in feed["items"][0]["content_text"]
    assert feed["items"][0]["authors"] == [{"name": "reviewer"}]
    asked.done("export", "corrections", out)
    assert orjson.loads(out.read_bytes())["items"] == feed["items"]


@pytest.mark.parametrize("ending", ["xml", "atom"])
def test_corrections_as_an_atom_feed(asked: Terminal, tmp_path: Path, ending: str) -> None:
    out = tmp_path / f"feed.{ending}"
    asked.done("export", "corrections", out)
    feed = ElementTree.parse(out).getroot()
    assert feed.tag == f"{ATOM}feed"
    entries = feed.findall(f"{ATOM}entry")
    for part in (feed, *entries):
        for needed in ("id", "title", "updated"):
            assert part.findtext(f"{ATOM}{needed}"), needed
        assert part.findtext(f"{ATOM}author/{ATOM}name")
        assert datetime.fromisoformat(part.findtext(f"{ATOM}updated") or "").tzinfo
    assert len({entry.findtext(f"{ATOM}id") for entry in entries}) == len(entries) == 1
    assert "62 → 58" in (entries[0].findtext(f"{ATOM}content") or "")
    assert {it.get("term") for it in entries[0].findall(f"{ATOM}category")} >= {"found_alive", "accepted"}


@pytest.mark.parametrize("form", ["json", "atom", "csv", "jsonl"])
def test_nothing_corrected_is_an_empty_export_and_no_broken_one(terminal: Terminal, tmp_path: Path, form: str) -> None:
    out = tmp_path / f"none.{form}"
    assert terminal.done("export", "corrections", out, "--json").line["rows"] == 0
    if form == "json":
        assert orjson.loads(out.read_bytes())["items"] == []
    elif form == "atom":
        assert ElementTree.parse(out).getroot().findall(f"{ATOM}entry") == []


TIME = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)?(?:\.\d+)?")


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("corrections", "c.csv"),
        ("corrections", "c.jsonl"),
        ("corrections", "c.json"),
        ("corrections", "c.atom"),
        ("hxl", "h.csv"),
        ("geojson", "g.geojson"),
        ("datapackage", "package"),
    ],
)
def test_the_public_is_told_the_hour_and_no_more(asked: Terminal, tmp_path: Path, form: str, name: str) -> None:
    year = asked.done("status", "--json").line["recorded_at"][:4]
    asked.done("export", form, tmp_path / name)
    files = [path for path in (tmp_path / name, *(tmp_path / name).rglob("*")) if path.is_file()]
    times = [it for path in files for it in TIME.findall(path.read_text(encoding="utf-8")) if it.startswith(year)]
    assert times
    assert [it for it in times if not re.search(r"\d\d:00(?::00)?$", it)] == []
