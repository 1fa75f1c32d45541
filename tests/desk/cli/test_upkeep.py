"""``replay``, ``rebuild`` and ``status`` say whether what is shown follows from what was recorded."""

from __future__ import annotations

from datetime import datetime

import pytest

from tests.desk.cli.terminal import BULLETIN, Terminal


def test_a_replay_equals_what_is_shown_and_says_where_it_stands(asked: Terminal) -> None:
    line = asked.done("replay", "--json").line
    status = asked.done("status", "--json").line
    assert line["agrees"] is True
    assert line["digest"] == line["live_digest"]
    assert (line["position"], line["root"]) == (status["position"], status["root"])
    told = asked.done("replay").out
    for words in (f"@{line['position']}", line["root"], line["digest"], "replay equals what is shown"):
        assert words in told


@pytest.mark.parametrize("until", ["@0", "@7", "7", "2018-08-01", "2018-08-02T10:00:00+00:00"])
@pytest.mark.parametrize("clock", ["recorded", "stated"])
def test_a_replay_up_to_any_moment_agrees(asked: Terminal, until: str, clock: str) -> None:
    said = asked("replay", "--until", until, "--clock", clock, "--json")
    if until == "7":  # a bare number is neither a day nor a position here
        assert (said.status, said.err.split()[0]) == (2, "E-TIME-01")
        return
    assert (said.status, said.line["agrees"]) == (0, True)


def test_the_root_of_a_position_stays_whatever_is_recorded_later(terminal: Terminal) -> None:
    terminal.report(BULLETIN)
    first = terminal.done("replay", "--json").line
    terminal.report(BULLETIN.replace("62", "71"), "2018-08-04")
    then = terminal.done("replay", "--until", f"@{first['position']}", "--json").line
    assert (then["root"], then["digest"]) == (first["root"], first["digest"])


def test_a_toll_is_stepped_through_entry_by_entry(asked: Terminal) -> None:
    key_id = asked.key_id(58)
    lines = asked.done("replay", "--key", key_id, "--json").lines
    assert [line["kind"] for line in lines] == [
        "toll_opened",
        "toll_stated",
        "toll_restated",
        "toll_revision_proposed",
        "toll_revised",
    ]
    assert [line["toll"]["low"] if line["toll"] else None for line in lines] == [None, 62, 62, 62, 58]
    told = asked.done("replay", "--key", key_id).out
    for words in ("not known → at least 62", "58 is asked for", "found alive −4", "by a reviewer"):
        assert words in told


def test_a_toll_that_is_not_there_cannot_be_stepped_through(asked: Terminal) -> None:
    for key_id in ("T-abcdefghjk", "foo", "I-abcdefghjk"):
        asked.refused("E-FIND-01", "replay", "--key", key_id)


def test_a_rebuild_changes_no_answer(terminal: Terminal) -> None:
    terminal.report(BULLETIN)
    before = [terminal.done(command, "--json").out for command in ("toll", "picture", "changes")]
    assert terminal.done("rebuild", "--json").line == {
        "position": terminal.done("status", "--json").line["position"],
        "stale": {},
    }
    assert [terminal.done(command, "--json").out for command in ("toll", "picture", "changes")] == before
    assert terminal.done("rebuild").out.startswith("rebuilt to @")


def test_the_status_says_position_root_lag_and_what_waits(asked: Terminal) -> None:
    line = asked.done("status", "--json").line
    assert (line["behind"], line["stale"], line["waiting"]) == (0, {}, 1)
    assert line["read_models"] == line["position"] > 20
    assert len(line["root"]) == 64
    assert datetime.fromisoformat(line["oldest_waiting_since"]) <= datetime.fromisoformat(line["recorded_at"])
    assert "1 waiting, the oldest for " in asked.done("status").out


def test_a_new_home_has_a_status_of_its_own(terminal: Terminal) -> None:
    line = terminal.done("status", "--json").line
    assert (line["position"], line["waiting"], line["oldest_waiting_since"]) == (1, 0, None)
    assert terminal.done("toll", "--json").out == ""
