"""``conformance`` prints the checklist, and fails where a claim has lost its test."""

from __future__ import annotations

import pytest

from desk import conformance
from desk.cli import conforming
from tests.desk.cli.terminal import Terminal


def test_each_standard_is_a_line_with_what_is_done_and_what_proves_it(terminal: Terminal) -> None:
    lines = terminal.done("conformance", "--json").lines
    assert [line["number"] for line in lines] == list(range(1, 37))
    keys = {"number", "standard", "from", "state", "does", "missing", "tests", "absent", "proved"}
    assert all(set(line) == keys for line in lines)
    assert {line["state"] for line in lines} <= {"yes", "partly", "not yet"}
    assert all(line["proved"] == (line["state"] != "not yet") for line in lines)
    assert not terminal.home.exists()


def test_for_a_person_it_says_what_is_missing_too(terminal: Terminal) -> None:
    said = terminal.done("conformance").out
    first = conformance.standards()[0]
    assert f" 1  partly   {first.standard} [ECW]" in said
    assert f"missing: {first.missing}" in said
    assert f"test: {first.tests[0]}" in said
    assert said.splitlines()[-1].startswith("36 standards: ")


def test_a_claim_that_lost_its_test_fails(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    first, *others = conformance.standards()
    gone = first.model_copy(update={"tests": (*first.tests, "tests/test_gone.py::test_it")})
    monkeypatch.setattr(conforming, "standards", lambda: (gone, *others))
    said = terminal("conformance", "--json")
    assert said.status == 1
    assert "E-CHECK-02" in said.err
    assert "tests/test_gone.py::test_it" in said.err
    assert (said.lines[0]["absent"], said.lines[0]["proved"]) == (["tests/test_gone.py::test_it"], False)
    assert "ABSENT: tests/test_gone.py::test_it" in terminal("conformance").out


def test_an_installed_ledger_says_that_it_cannot_check(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(conforming, "checked", lambda listed: conformance.checked(listed, terminal.home))
    said = terminal.done("conformance", "--json")
    assert "nothing was checked" in said.err
    assert {line["proved"] for line in said.lines} == {None}
