"""``ledger export``: what leaves is reviewed, whole, and says where it was read."""

from __future__ import annotations

import csv
import io
from pathlib import Path

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
