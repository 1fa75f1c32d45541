"""``explain``, ``diff`` and ``changes`` lead from a number to all that is behind it, with people by role only."""

from __future__ import annotations

import pytest

from tests.desk.cli.terminal import Terminal


def test_a_toll_is_explained_entry_by_entry_to_its_reports(asked: Terminal) -> None:
    key_id = asked.key_id(58)
    line = asked.done("explain", key_id, "--json").line
    kinds = [entry["kind"] for entry in line["entries"]]
    assert kinds == ["toll_opened", "toll_stated", "toll_restated", "toll_revision_proposed", "toll_revised"]
    assert len(line["report_ids"]) == 3
    told = asked.done("explain", key_id).out
    for words in ("by a monitor", "by a reviewer", "found alive −4", "code book", *line["report_ids"]):
        assert words in told


def test_nobody_is_named_behind_a_number(asked: Terminal) -> None:
    members = [row["member_id"] for row in asked.done("member", "list", "--json").lines]
    told = "".join(
        asked.done(*arguments, *form).out
        for arguments in (("explain", asked.key_id(58)), ("changes",), ("diff", "@0", "@20"), ("picture",), ("toll",))
        for form in ((), ("--json",))
    )
    for name in (*members, "salma", "yara"):
        assert name not in told


def test_values_incidents_and_reports_are_explained_too(asked: Terminal) -> None:
    key_id = asked.key_id(58)
    assert asked.done("explain", f"{key_id}/1", "--json").line["entries"]
    report_id = asked.done("explain", key_id, "--json").line["report_ids"][0]
    found = asked.done("explain", report_id, "--json").line
    assert key_id in found["leads_to"]
    incident = next(row for row in asked.done("picture", "--json").lines if row["what"] == "incident")
    assert asked.done("explain", incident["incident_id"], "--json").line["entries"]
    assert "see " in asked.done("explain", report_id).out


@pytest.mark.parametrize("named", ["T-abcdefghjk", "I-abcdefghjk", "R-abcdefghjk", "T-abcdefghjk/1", "foo", "M-x", "'"])
def test_what_is_not_there_is_said_so(asked: Terminal, named: str) -> None:
    asked.refused("E-FIND-01", "explain", named)


def test_an_explanation_as_of_the_past_knows_nothing_later(asked: Terminal) -> None:
    key_id = asked.key_id(58)
    stated = asked.done("explain", key_id, "--json").line["entries"][1]["position"]
    then = asked.done("explain", key_id, "--at", f"@{stated}", "--json").line
    assert [entry["kind"] for entry in then["entries"]] == ["toll_opened", "toll_stated"]
    asked.refused("E-FIND-01", "explain", key_id, "--at", "@1")


def test_what_two_moments_put_differently_is_listed_with_why(asked: Terminal) -> None:
    head = asked.done("status", "--json").line["position"]
    lines = asked.done("diff", "@0", f"@{head}", "--json").lines
    assert {line["change"] for line in lines} == {"added"}
    fell = asked.done(
        "diff", "2018-08-02", "2018-08-03", "--clock", "stated", "--place", "Yarmouk Basin", "--json"
    ).line
    assert (fell["old"]["low"], fell["new"]["low"], fell["change"]) == (62, 58, "changed")
    assert fell["why"]["reasons"] == [{"code": "found_alive", "amount": -4}]
    told = asked.done("diff", "2018-08-02", "2018-08-03", "--clock", "stated", "--place", "Yarmouk Basin").out
    assert "62" in told
    assert "58" in told
    assert "found alive" in told


def test_moments_that_say_the_same_differ_in_nothing(asked: Terminal) -> None:
    said = asked.done("diff", "@5", "@5", "--json")
    assert (said.out, said.err.strip()) == ("", "nothing differs between @5 and @5")


def test_corrections_are_fed_in_order_with_what_waited_and_who_agreed(asked: Terminal) -> None:
    lines = asked.done("changes", "--json").lines
    assert [line["outcome"] for line in lines][-2:] == ["waiting", "accepted"]
    assert lines == sorted(lines, key=lambda line: line["position"])
    assert (lines[-1]["old"]["low"], lines[-1]["new"]["low"]) == (62, 58)
    assert "62 → 58; found alive −4; accepted by a reviewer, reported by a monitor" in asked.done("changes").out
    assert asked.done("changes", "--since", f"@{lines[-1]['position']}", "--json").out == ""


@pytest.mark.parametrize(
    ("code", "arguments"),
    [
        ("E-TIME-01", ("diff", "then", "now")),
        ("E-TIME-02", ("diff", "@0", "@99999")),
        ("E-TIME-02", ("changes", "--since", "@99999")),
        ("E-TIME-01", ("changes", "--since", "then")),
        ("E-PLACE-02", ("diff", "@0", "@1", "--place", "Nowhere at all")),
    ],
)
def test_a_moment_or_place_that_is_none_is_refused(asked: Terminal, code: str, arguments: tuple[str, ...]) -> None:
    asked.refused(code, *arguments)
