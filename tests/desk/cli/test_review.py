"""``review`` lists what waits and decides it, for reviewers who did not report it."""

from __future__ import annotations

import pytest

from tests.desk.cli.terminal import BULLETIN, FALLEN, STRIKE, Terminal

CANARY = "I stood at the wall and counted the names twice"
REASON = ("--reason", "entry_error")


def waiting(terminal: Terminal, *more: str) -> list[str]:
    return [row["item_id"] for row in terminal.done("review", "list", *more, "--json").lines]


def strike(terminal: Terminal) -> str:
    return str(terminal.report(STRIKE, by="salma").line["id"])


def status_of(terminal: Terminal, incident_id: str) -> str:
    rows = terminal.done("picture", "--json").lines
    return next((row["status"] for row in rows if row.get("incident_id") == incident_id), "not shown")


def test_what_waits_is_listed_with_all_a_reviewer_needs(staffed: Terminal) -> None:
    staffed.report(BULLETIN)
    staffed.report(FALLEN, "2018-08-03", by="salma")
    row = staffed.done("review", "list", "--json").line
    assert (row["waits"], row["old"]["low"], row["new"]["low"]) == ("fall", 62, 58)
    assert (row["needed"], row["agreed"], row["reasons"]) == (1, 0, [{"code": "found_alive", "amount": -4}])
    told = staffed.done("review", "list").out
    for words in (row["item_id"], "62 → 58", "found alive −4", "0 of 1 agreed", "Yarmouk Basin"):
        assert words in told


def test_who_holds_no_role_is_not_shown_what_waits(staffed: Terminal) -> None:
    staffed.report(STRIKE, by="salma")
    staffed.done("member", "invite", "visitor", "--role", "reader")
    behind = (
        ("review", "list"),
        ("explain", "T-0000000000"),
        ("diff", "@0", "@1"),
        ("replay", "--key", "T-0000000000"),
    )
    for command in behind:
        assert "reader" in staffed.refused("E-ACCESS-01", "--as", "visitor", *command)


def test_nothing_that_waits_is_said_in_words_and_is_no_line(terminal: Terminal) -> None:
    assert terminal.done("review", "list").out.strip() == "Nothing waits."
    assert terminal.done("review", "list", "--json").out == ""


def test_a_reviewer_may_list_only_what_is_theirs_to_decide(staffed: Terminal) -> None:
    incident_id = str(staffed.report(STRIKE, by="yara").line["id"])
    assert staffed.done("--as", "yara", "review", "list", "--mine", "--json").out == ""
    assert staffed.done("--as", "nadim", "review", "list", "--mine", "--json").line["item_id"] == incident_id


@pytest.mark.parametrize(
    ("verb", "becomes"),
    [
        ("accept", "uncorroborated"),
        ("confirm", "confirmed"),
        ("contest", "contested"),
        ("unverifiable", "unverifiable"),
        ("reject", "not shown"),
    ],
)
def test_a_verb_decides_an_incident(staffed: Terminal, verb: str, becomes: str) -> None:
    incident_id = strike(staffed)
    line = staffed.done("--as", "yara", "review", verb, incident_id, *REASON, "--json").line
    assert (line["item_id"], line["waits"], len(line["events"])) == (incident_id, False, 1)
    assert (status_of(staffed, incident_id), waiting(staffed)) == (becomes, [])
    assert waiting(staffed, "--all") == [incident_id]


@pytest.mark.parametrize("verb", ["contest", "reject", "retract"])
def test_a_no_needs_a_reason(staffed: Terminal, verb: str) -> None:
    staffed.refused("E-REASON-02", "--as", "yara", "review", verb, strike(staffed))


def test_a_reason_is_one_and_of_the_list(staffed: Terminal) -> None:
    incident_id = strike(staffed)
    staffed.refused("E-REASON-01", "--as", "yara", "review", "accept", incident_id, "--reason", "because")
    staffed.refused("E-USAGE-01", "--as", "yara", "review", "accept", incident_id, *REASON, "--reason", "merged")


def test_nobody_reviews_their_own_and_a_second_tap_is_told(staffed: Terminal) -> None:
    incident_id = str(staffed.report(STRIKE, by="yara").line["id"])
    staffed.refused("E-REVIEW-01", "--as", "yara", "review", "accept", incident_id)
    staffed.done("--as", "nadim", "review", "accept", incident_id)
    staffed.refused("E-REVIEW-02", "--as", "nadim", "review", "accept", incident_id)


def test_the_operator_reviews_as_anybody_but_not_what_they_entered(staffed: Terminal) -> None:
    staffed.done("review", "accept", strike(staffed))
    staffed.report(BULLETIN)
    staffed.report(FALLEN, "2018-08-03")
    staffed.refused("E-REVIEW-01", "review", "accept", waiting(staffed)[0])


def test_a_monitor_may_not_review(staffed: Terminal) -> None:
    line = staffed.refused("E-ACCESS-01", "--as", "salma", "review", "accept", strike(staffed))
    assert "monitor" in line


def test_a_large_fall_waits_for_a_second_reviewer(staffed: Terminal) -> None:
    staffed.report(BULLETIN)
    staffed.report(FALLEN.replace("58", "42").replace("four", "20"), "2018-08-03", by="salma")
    (item,) = waiting(staffed)
    assert "another reviewer must agree" in staffed.done("--as", "yara", "review", "accept", item).out
    staffed.refused("E-REVIEW-03", "--as", "yara", "review", "accept", item)
    assert staffed.key_id(62)
    staffed.done("--as", "nadim", "review", "accept", item)
    assert staffed.key_id(42)


def test_all_of_a_report_is_decided_by_its_id(staffed: Terminal) -> None:
    report_id = staffed.report(BULLETIN, by="salma").lines[0]["report_id"]
    decided = staffed.done("--as", "yara", "review", "accept", report_id, "--json").lines
    assert len(decided) > 5
    assert waiting(staffed) == []


def test_an_incident_is_corrected_and_what_was_known_stays(staffed: Terminal) -> None:
    incident_id = strike(staffed)
    before = staffed.done("status", "--json").line["position"]
    better = ("--place", "Hayt", "--date", "2018-07-30", "--actor", "regime forces", "--killed", "5")
    lines = staffed.done("--as", "yara", "review", "correct", incident_id, *better, *REASON, "--json").lines
    assert [event for line in lines for event in line["events"]] == [
        "place_corrected",
        "time_corrected",
        "actor_corrected",
        "casualties_revised",
    ]
    (row,) = (row for row in staffed.done("picture", "Hayt", "--json").lines)
    assert (row["occurred"]["start"], row["perpetrator"]["id"]) == ("2018-07-30", "regime-forces")
    assert (row["casualties"]["killed"]["low"], row["casualties"]["injured"]["low"]) == (5, 7)
    (then,) = (row for row in staffed.done("picture", "Jasim", "--at", f"@{before}", "--json").lines)
    assert then["casualties"]["killed"]["low"] == 3


@pytest.mark.parametrize(
    ("code", "better"),
    [
        ("E-USAGE-01", ()),
        ("E-WORDS-01", ("--place", "call 0944 123 456")),
        ("E-WORDS-01", ("--actor", "@somebody")),
        ("E-TIME-03", ("--date", "nonsense")),
        ("E-DATE-01", ("--date", "2099-01-01")),
        ("E-COUNT-01", ("--killed", "1000000000")),
        ("E-TOLL-01", ("--killed", "0", "--reason", "none_given")),
    ],
)
def test_a_correction_that_cannot_be_is_refused(staffed: Terminal, code: str, better: tuple[str, ...]) -> None:
    reason = () if "--reason" in better else REASON
    staffed.refused(code, "--as", "yara", "review", "correct", strike(staffed), *better, *reason)


def test_two_incidents_are_merged_and_the_first_leads_to_the_second(staffed: Terminal) -> None:
    one, other = strike(staffed), str(staffed.report("Shelling on Hayt killed 2 people.\n", by="salma").line["id"])
    line = staffed.done("--as", "yara", "review", "merge", one, other, "--reason", "merged", "--json").line
    assert line["events"] == ["incident_merged"]
    assert status_of(staffed, one) == "not shown"
    assert other in staffed.done("explain", one).out
    staffed.refused("E-INCIDENT-06", "--as", "yara", "review", "merge", other, other, "--reason", "merged")
    staffed.refused("E-REVIEW-04", "--as", "yara", "review", "merge", other, "foo", "--reason", "merged")


@pytest.mark.parametrize("item", ["I-abcdefghjk", "T-abcdefghjk/3", "R-abcdefghjk", "foo", "''", "I-x/" + "9" * 40])
def test_an_id_of_nothing_is_said_so(terminal: Terminal, item: str) -> None:
    terminal.refused("E-REVIEW-04", "review", "accept", item)


def test_words_of_a_reviewer_are_shown_nowhere(staffed: Terminal) -> None:
    incident_id = strike(staffed)
    said = staffed.done("--as", "yara", "review", "contest", incident_id, *REASON, "--words", CANARY)
    told = said.out + said.err
    for command in (("explain", incident_id), ("changes",), ("review", "list", "--all"), ("picture",)):
        for form in ((), ("--json",)):
            told += staffed.done(*command, *form).out
    assert CANARY not in told
