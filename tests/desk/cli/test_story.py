"""The main job as its user tells it: a bulletin, told twice, said again, and corrected when four were found alive."""

from __future__ import annotations

import pytest

from tests.desk.cli.terminal import BULLETIN, FALLEN, SAID_AGAIN, Terminal

STATED = ("--clock", "stated", "--json")


def dead(terminal: Terminal, *arguments: str) -> list[int | None]:
    return sorted(row["low"] for row in terminal.done("toll", "--harm", "killed", *arguments).lines)


def basin(terminal: Terminal, *arguments: str) -> int | None:
    return terminal.done("toll", "Yarmouk Basin", "--harm", "killed", *arguments).line["low"]


def position(terminal: Terminal) -> int:
    return int(terminal.done("status", "--json").line["position"])


@pytest.mark.parametrize("reporter", ["operator", "omar", "nadim"])
def test_sixty_two_becomes_fifty_eight_because_four_were_found_alive(staffed: Terminal, reporter: str) -> None:
    # The bulletin gives four tolls of dead, the incidents, and a denial that is no incident.
    first = staffed.report(BULLETIN, by=reporter).lines
    assert dead(staffed, "--json") == [48, 62, 110, 297]
    kinds = {line["kind"] for line in first}
    assert kinds >= {"strike", "calm_observed", "toll_stated"}
    assert "release" not in kinds
    waiting = [row["item_id"] for row in staffed.done("review", "list", "--json").lines]
    assert bool(waiting) == (reporter != "operator")
    if waiting:
        staffed.done("--as", "yara", "review", "accept", first[0]["report_id"])

    # Asked again, nothing changes.
    before = position(staffed)
    assert {line["outcome"] for line in staffed.report(BULLETIN, by=reporter).lines} == {"again"}
    assert position(staffed) == before

    # The follow-up that says 62 again cites one more report and adds no deaths.
    again = staffed.report(SAID_AGAIN, "2018-08-02", by=reporter).line
    assert again["events"] == ["toll_restated"]
    assert dead(staffed, "--json") == [48, 62, 110, 297]
    rows = staffed.done("history", again["id"], "--json").lines
    assert len({report for row in rows for report in row["report_ids"]}) == 2

    # 58, four found alive: it asks for a reviewer, and until then 62 stands.
    fallen = staffed.report(FALLEN, "2018-08-03", by=reporter).line
    assert (fallen["outcome"], fallen["events"]) == ("waiting", ["toll_revision_proposed"])
    assert basin(staffed, "--json") == 62
    never = "E-ACCESS-01" if reporter == "omar" else "E-REVIEW-01"
    staffed.refused(never, "--as", reporter, "review", "accept", fallen["item_id"])

    # Then it shows 62 → 58, with why, to whoever asks.
    staffed.done("--as", "yara", "review", "accept", fallen["item_id"], "--reason", "found_alive")
    row = staffed.done("toll", "Yarmouk Basin", "--harm", "killed", "--json").line
    assert (row["previous"]["low"], row["low"]) == (62, 58)
    assert row["reasons"] == [{"code": "found_alive", "amount": -4}]
    assert row["position"] == position(staffed)
    assert "62 → 58" in staffed.done("toll", "Yarmouk Basin").out

    # What was known before is answered as it was known, on either clock, and a replay equals what is shown.
    assert basin(staffed, "--as-of", "2018-08-02", *STATED) == 62
    assert basin(staffed, "--as-of", "2018-08-03", *STATED) == 58
    assert basin(staffed, "--at", f"@{position(staffed) - 1}", "--json") == 62
    assert dead(staffed, "--as-of", "2018-07-31", *STATED) == []
    assert staffed.done("replay", "--json").line["agrees"] is True


def test_a_monitors_own_words_are_enough(staffed: Terminal) -> None:
    staffed.report(BULLETIN)
    line = staffed.report("58, four found alive\n", "2018-08-03", by="salma").line
    assert (line["outcome"], line["id"]) == ("waiting", staffed.key_id(62))
