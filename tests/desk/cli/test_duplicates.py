"""A raid that two reports tell of, in either language: pointed out, listed, cited, merged or told apart."""

from __future__ import annotations

import pytest

from tests.desk.cli.terminal import STRIKE, Said, Terminal

ARABIC = "قتل 3 أشخاص وأصيب 7 آخرون في غارة جوية على بلدة جاسم صباح اليوم.\n"
WHY = ("--reason", "merged")


def told(terminal: Terminal, text: str, source: str, *more: str, by: str = "operator") -> Said:
    path = terminal.written(f"{source}.txt", text)
    asked = ("report", path, "--source", source, "--published", "2018-08-01", "--yes", "--json", *more)
    return terminal.done("--as", by, *asked)


@pytest.fixture
def strike(staffed: Terminal) -> str:
    return str(staffed.report(STRIKE).line["id"])


def pairs(terminal: Terminal, *more: str) -> list[list[str]]:
    return [row["incident_ids"] for row in terminal.done("review", "duplicates", *more, "--json").lines]


@pytest.mark.parametrize("text", [STRIKE.replace("killed 3", "killed 4"), ARABIC])
def test_a_report_of_the_same_raid_is_pointed_out_and_recorded_all_the_same(
    staffed: Terminal, strike: str, text: str
) -> None:
    said = told(staffed, text, "SANA", by="salma")
    assert f"already reported as {strike} (" in said.err
    assert "same place, same day, same kind" in said.err
    assert f"--same 1={strike}" in said.err
    (likely,) = said.line["likely_same"]
    assert (likely["incident_id"], likely["score"] >= 75) == (strike, True)
    other = said.line["id"]
    assert said.line["events"] == ["strike_reported"]
    item = staffed.done("review", "list", "--json").line
    assert (item["item_id"], [it["incident_id"] for it in item["likely_same"]]) == (other, [strike])
    assert f"; may be {strike} (" in staffed.done("review", "list").out
    assert pairs(staffed) == pairs(staffed, "Jasim") == [[strike, other]]
    assert "same place, same day" in staffed.done("review", "duplicates").out
    assert told(staffed, text, "SANA", by="salma").line["likely_same"] == []


@pytest.mark.parametrize(
    "text", ["Shelling on Hayt killed 2 people this morning.\n", "قصف مدفعي على بلدة حيط أدى لمقتل شخصين.\n"]
)
def test_another_raid_is_not_pointed_out(staffed: Terminal, strike: str, text: str) -> None:
    said = told(staffed, text, "SANA")
    assert (said.line["likely_same"], "already reported" in said.err) == ([], False)
    assert (pairs(staffed), staffed.done("review", "duplicates").out) == ([], "")
    assert strike


def test_the_same_is_cited_with_its_own_figures_and_the_report_behind_it(staffed: Terminal, strike: str) -> None:
    said = told(staffed, ARABIC.replace("3", "5"), "SANA", "--same", f"1={strike}").line
    assert (said["id"], said["events"], said["likely_same"]) == (strike, ["source_cited"], [])
    line = staffed.done("picture", strike, "--json").line
    assert [it["casualties"]["killed"]["best"] for it in line["by_source"]] == [3, 5]
    assert (line["independent"], line["by_source"][1]["report_ids"]) == (2, [said["report_id"]])
    assert staffed.done("explain", said["report_id"], "--json").line["leads_to"] == [strike]
    again = told(staffed, ARABIC.replace("3", "5"), "SANA", "--same", f"1={strike}").line
    assert again["outcome"] == "again"
    assert pairs(staffed) == []


def test_same_names_a_draft_and_an_incident_that_is_there(staffed: Terminal, strike: str) -> None:
    path = staffed.written("again.txt", ARABIC)
    asked = ("report", path, "--source", "SANA", "--published", "2018-08-01", "--yes")
    for unclear in ("1", "1=T-0000000000", "x=" + strike, "=" + strike):
        staffed.refused("E-USAGE-01", *asked, "--same", unclear)
    staffed.refused("E-FIND-01", *asked, "--same", "1=I-0000000000")
    staffed.refused("E-READ-06", *asked, "--same", f"9={strike}")


def test_pairs_go_when_they_are_merged_or_told_apart(staffed: Terminal, strike: str) -> None:
    other, third = (str(told(staffed, text, name).line["id"]) for text, name in ((ARABIC, "SANA"), (STRIKE, "Reuters")))
    assert len(pairs(staffed)) == 3
    staffed.done("--as", "yara", "review", "distinct", strike, other, "--reason", "none_given")
    assert sorted(map(sorted, pairs(staffed))) == sorted(map(sorted, ([strike, third], [other, third])))
    staffed.done("--as", "yara", "review", "merge", third, strike, *WHY)
    assert pairs(staffed) == []


def test_who_holds_no_role_is_not_shown_what_may_be_one(staffed: Terminal, strike: str) -> None:
    staffed.done("member", "invite", "visitor", "--role", "reader")
    staffed.refused("E-ACCESS-01", "--as", "visitor", "review", "duplicates")
    assert strike
