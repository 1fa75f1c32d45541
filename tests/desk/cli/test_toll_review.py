"""A reviewer's word on whole tolls: days counted again, tolls declared disjoint; and the sum that rests on it."""

from __future__ import annotations

import pytest

from tests.desk.cli.terminal import SINCE, SOHR, Terminal

WHY = ("--reason", "source_corrected")
NONE = ("--reason", "none_given")
FIRST = f"{SOHR}{SINCE}has risen to at least 62.\n"
EXECUTED = f"{SOHR}the number of people executed by gunmen loyal to the regime rose to at least 48.\n"


@pytest.fixture
def retracted(staffed: Terminal) -> Terminal:
    """A wire's 62, by Salma, accepted, and then taken back by both reviewers."""
    staffed.report(FIRST, by="salma")
    key_id = staffed.key_id(62)
    staffed.done("--as", "yara", "review", "accept", key_id)
    for name in ("yara", "nadim"):
        staffed.done("--as", name, "review", "retract", f"{key_id}/1", "--reason", "source_withdrew")
    return staffed


def key_of(terminal: Terminal) -> str:
    changes = terminal.done("changes", "--json").lines
    return str(next(it["id"] for it in changes if it["outcome"] == "withdrawn"))


def test_a_wire_that_retracts_and_returns_to_its_figure_is_reinstated(retracted: Terminal) -> None:
    key_id = key_of(retracted)
    assert retracted.done("toll", "--json").out == ""
    said = retracted.done("--as", "yara", "review", "reinstate", key_id, *WHY, "--json").line
    assert said["events"] == ["toll_reinstated"]
    row = retracted.done("toll", "--json").line
    assert (row["low"], row["qualifier"], row["status"]) == (62, "at_least", "uncorroborated")
    assert row["reasons"] == [{"code": "source_corrected", "amount": None}]
    first, again = retracted.done("history", key_id, "--json").lines
    assert (first["withdrawn"], first["known_until"] is not None) == (True, True)
    assert (again["entry_kind"], again["known_until"]) == ("toll_reinstated", None)
    assert retracted.done("changes", "--json").lines[-1]["outcome"] == "reinstated"
    retracted.refused("E-REVIEW-04", "--as", "yara", "review", "reinstate", key_id, *WHY)


def test_who_reported_a_figure_does_not_reinstate_it_and_a_reason_is_needed(retracted: Terminal) -> None:
    key_id = key_of(retracted)
    retracted.done("member", "grant", "salma", "--role", "reviewer")
    retracted.refused("E-REVIEW-01", "--as", "salma", "review", "reinstate", key_id, *WHY)
    retracted.refused("E-REASON-02", "--as", "yara", "review", "reinstate", key_id)
    retracted.refused("E-TOLL-12", "--as", "yara", "review", "reinstate", key_id, "--date", "2018-08-02", *WHY)
    retracted.refused("E-REVIEW-04", "--as", "yara", "review", "reinstate", "T-0000000000", *WHY)
    retracted.refused("E-REVIEW-04", "--as", "yara", "review", "reinstate", "gaza", *WHY)


def test_of_several_days_taken_back_one_is_named(staffed: Terminal) -> None:
    head = "stated_at,source,place,group,harm,cause,period_start,counted_to,op,value,reason"
    lines = [f"2018-08-0{day}T10:00:00Z,SOHR,Daraa,,killed,,,2018-08-0{day},add,{60 + day}," for day in (1, 2)]
    lines += [f"2018-08-03T1{day}:00:00Z,SOHR,Daraa,,killed,,,2018-08-0{day},withdraw,," for day in (1, 2)]
    staffed.done("import", "tolls", staffed.written("days.csv", "\n".join([head, *lines])))
    key_id = staffed.done("changes", "--json").lines[0]["id"]
    told = staffed.refused("E-TOLL-14", "--as", "yara", "review", "reinstate", key_id, *WHY)
    assert "2018-08-01, 2018-08-02" in told
    staffed.done("--as", "yara", "review", "reinstate", key_id, "--date", "2018-08-02", *WHY)
    assert [row["low"] for row in staffed.done("toll", "--json").lines] == [62]


@pytest.fixture
def two(staffed: Terminal) -> tuple[Terminal, str, str]:
    """Two tolls of dead, at least 62 and at least 48."""
    staffed.report(FIRST)
    staffed.report(EXECUTED)
    return staffed, staffed.key_id(62), staffed.key_id(48)


def test_a_sum_is_refused_until_a_reviewer_declares_the_tolls_disjoint(two: tuple[Terminal, str, str]) -> None:
    terminal, one, other = two
    told = terminal.refused("E-SUM-01", "sum", one, other)
    assert f"{one} and {other}" in told
    position = terminal.done("toll", "--json").lines[0]["position"]
    terminal.refused("E-ACCESS-01", "--as", "salma", "review", "disjoint", one, other, *NONE)
    terminal.done("--as", "yara", "review", "disjoint", one, other, *NONE, "--words", "executed, not shelled")
    line = terminal.done("sum", other, one, "--json").line
    assert (line["low"], line["high"], line["qualifier"], line["lower_bound"]) == (110, None, "at_least", True)
    assert [part["key_id"] for part in line["parts"]] == [other, one]
    assert line["disjoint"] == [{"keys": sorted([one, other]), "declared_at": line["position"]}]
    told = terminal.done("sum", one, other).out
    for words in (
        "at least 110 people killed",
        one,
        other,
        "lower bound",
        f"read at @{line['position']}",
        "may be higher",
    ):
        assert words in told
    terminal.refused("E-SUM-01", "sum", one, other, "--at", f"@{position}")
    entries = terminal.done("explain", one, "--json").line["entries"]
    assert entries[-1]["refers_to"] == [other]


def test_a_declaration_is_taken_back_by_naming_the_tolls_in_any_order(two: tuple[Terminal, str, str]) -> None:
    terminal, one, other = two
    terminal.refused("E-REVIEW-04", "--as", "yara", "review", "overlapping", one, other, *NONE)
    terminal.done("--as", "yara", "review", "disjoint", one, other, *NONE)
    said = terminal.done("--as", "nadim", "review", "overlapping", other, one, *NONE, "--json").line
    assert said["events"] == ["declared_overlapping"]
    terminal.refused("E-SUM-01", "sum", one, other)


def test_a_sum_of_one_toll_of_itself_or_of_what_is_not_kept_is_refused(two: tuple[Terminal, str, str]) -> None:
    terminal, one, _ = two
    terminal.refused("E-USAGE-01", "sum", one)
    terminal.refused("E-USAGE-01", "sum", one, one)
    terminal.refused("E-SUM-03", "sum", one, "T-0000000000")
    terminal.refused("E-SUM-04", "--as", "yara", "review", "disjoint", one, one, *NONE)
    terminal.refused("E-REVIEW-04", "--as", "yara", "review", "disjoint", one, "T-0000000000", *NONE)


def test_killed_and_injured_have_no_sum(staffed: Terminal) -> None:
    staffed.report(FIRST)
    staffed.report(f"{SOHR}{SINCE.replace('killed', 'injured')}stands at 100.\n")
    ids = [row["key_id"] for row in staffed.done("toll", "--json").lines]
    assert len(ids) == 2
    staffed.done("--as", "yara", "review", "disjoint", *ids, *NONE)
    assert "injured, killed" in staffed.refused("E-SUM-02", "sum", *ids)
