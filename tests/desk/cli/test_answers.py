"""``toll``, ``history`` and ``picture`` answer now and as of any moment, in words and in JSON Lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.desk.cli.terminal import BULLETIN, Terminal

KEY_PARTS = {
    "source", "place", "group", "affiliation", "harm", "cause", "perpetrator", "period_start", "basis",
}  # fmt: skip
TOLL_KEYS = {
    "key_id", "key", "counted_to", "low", "best", "high", "qualifier", "breakdown", "status", "stated_at",
    "recorded_at", "position", "previous", "reasons",
}  # fmt: skip
HISTORY_KEYS = {
    "key_id", "counted_to", "low", "best", "high", "qualifier", "known_from", "known_until", "from_position",
    "until_position", "reasons", "status",
}  # fmt: skip
BASIN = ("--place", "Yarmouk Basin", "--harm", "killed")
PNG = b"\x89PNG\r\n\x1a\n"


def figures(terminal: Terminal, *arguments: str) -> list[int | None]:
    return sorted(row["low"] for row in terminal.done("toll", *arguments, "--json").lines)


def basin(terminal: Terminal, *arguments: str) -> int | None:
    return terminal.done("toll", "Yarmouk Basin", "--harm", "killed", *arguments, "--json").line["low"]


def test_rows_of_tolls_have_the_keys_that_are_promised(asked: Terminal) -> None:
    rows = asked.done("toll", "--json").lines
    assert len(rows) == 4
    for row in rows:
        assert set(row) >= TOLL_KEYS
        assert set(row["key"]) == KEY_PARTS
    row = asked.done("toll", "Yarmouk Basin", "--json").line
    assert (row["low"], row["qualifier"], row["counted_to"]) == (58, "exact", "2018-08-03")
    assert row["reasons"] == [{"code": "found_alive", "amount": -4}]
    assert (row["previous"]["low"], row["previous"]["qualifier"]) == (62, "at_least")


def test_rows_of_a_history_have_the_keys_that_are_promised(asked: Terminal) -> None:
    rows = asked.done("history", *BASIN, "--json").lines
    assert all(set(row) >= HISTORY_KEYS for row in rows)
    assert [(row["counted_to"], row["low"]) for row in rows] == [
        ("2018-08-01", 62),
        ("2018-08-02", 62),
        ("2018-08-03", 58),
    ]
    assert all(row["known_until"] is None for row in rows)


def test_every_row_of_one_answer_carries_its_one_position(asked: Terminal) -> None:
    head = asked.done("status", "--json").line["position"]
    for arguments in (("toll",), ("history", *BASIN), ("picture",)):
        assert {row["position"] for row in asked.done(*arguments, "--json").lines} == {head}


def test_words_carry_figure_bound_source_clocks_and_position(asked: Terminal) -> None:
    told = asked.done("toll", "Yarmouk Basin").out
    head = asked.done("status", "--json").line["position"]
    for words in ("58 people killed", "62 → 58", "found alive −4", "Syrian Observatory", f"read at @{head}"):
        assert words in told
    assert "at least 62" in asked.done("history", *BASIN).out


@pytest.mark.parametrize(
    "command", [("toll",), ("toll", "Yarmouk Basin", "--at", "@12"), ("history", *BASIN), ("picture",)]
)
def test_every_answer_in_words_says_that_the_true_number_may_be_higher(
    asked: Terminal, command: tuple[str, ...]
) -> None:
    said = asked.done(*command).out
    assert said.count("the true number may be higher.") == 1
    assert "caveat" not in asked.done(*command, "--json").out


@pytest.mark.parametrize(("as_of", "figure"), [("2018-08-01", 62), ("2018-08-02", 62), ("2018-08-03", 58)])
def test_on_the_stated_clock_a_day_gives_what_sources_had_said_by_its_end(
    asked: Terminal, as_of: str, figure: int
) -> None:
    assert basin(asked, "--as-of", as_of, "--clock", "stated") == figure


def test_before_anything_was_stated_nothing_is_known(asked: Terminal) -> None:
    said = asked.done("toll", "--as-of", "2018-07-31", "--clock", "stated", "--json")
    assert (said.out, said.err.strip()[:28]) == ("", "no toll is known that fits, ")
    assert asked.done("toll", "--as-of", "2018-08-01", "--json").out == ""


def test_a_time_with_its_offset_is_a_moment_too(asked: Terminal) -> None:
    assert basin(asked, "--as-of", "2018-08-02T23:59:59+00:00", "--clock", "stated") == 62
    assert basin(asked, "--as-of", "2018-08-03T01:00:00+03:00", "--clock", "stated") == 62


def test_a_position_gives_what_was_known_there(asked: Terminal) -> None:
    head = asked.done("status", "--json").line["position"]
    known = [basin(asked, "--at", f"@{at}") for at in range(head - 4, head + 1)]
    assert (known[0], known[-1]) == (62, 58)
    assert basin(asked, "--at", str(head)) == 58


def test_position_and_stated_clock_combine(asked: Terminal) -> None:
    rows = asked.done("history", *BASIN, "--json").lines
    before_agreed = rows[-1]["from_position"] - 1
    together = ("--as-of", "2018-08-03", "--clock", "stated", "--at", f"@{before_agreed}")
    assert basin(asked, *together) == 62


def test_a_history_as_of_a_moment_has_one_row_for_each_day_known_then(asked: Terminal) -> None:
    rows = asked.done("history", *BASIN, "--as-of", "2018-08-02", "--clock", "stated", "--json").lines
    assert [(row["counted_to"], row["low"]) for row in rows] == [("2018-08-01", 62), ("2018-08-02", 62)]


def test_an_old_answer_does_not_change_when_more_is_recorded(terminal: Terminal) -> None:
    terminal.report(BULLETIN)
    at = str(terminal.done("status", "--json").line["position"])
    asking = [("toll", "--at", at, "--json"), ("picture", "--at", at, "--json")]
    before = [terminal.done(*arguments).out for arguments in asking]
    terminal.report(BULLETIN.replace("62", "71").replace("48", "50"), "2018-08-04")
    assert [terminal.done(*arguments).out for arguments in asking] == before
    assert 71 in figures(terminal)


def test_parts_of_a_key_narrow_the_answer(asked: Terminal) -> None:
    assert figures(asked) == [48, 58, 110, 297]
    assert figures(asked, "Daraa Province", "--group", "combatants") == [110, 297]
    assert figures(asked, "--cause", "execution") == [48]
    assert figures(asked, "--period-start", "none") == [48]
    assert figures(asked, "--source", "SOHR") == [48, 58, 110, 297]
    assert figures(asked, "--harm", "injured") == []


def test_a_group_named_inside_a_toll_is_found_as_part_of_it(asked: Terminal) -> None:
    rows = asked.done("toll", "--group", "children", "--as-of", "2018-08-01", "--clock", "stated", "--json").lines
    assert [(row["of_which"], row["low"]) for row in rows] == [(True, 11)]
    assert rows[0]["key_id"] == asked.key_id(58)


def test_a_picture_tells_incidents_claims_and_tolls(asked: Terminal) -> None:
    rows = asked.done("picture", "--json").lines
    assert {row["what"] for row in rows} == {"incident", "claim", "toll"}
    there = asked.done("picture", "Jasim", "--json").lines
    assert [(row["what"], row["status"]) for row in there] == [("incident", "received")]
    assert "strike, Jasim" in asked.done("picture", "Jasim").out


def test_who_holds_no_role_is_shown_reviewed_things_only(staffed: Terminal) -> None:
    staffed.done("member", "invite", "visitor", "--role", "reader")
    staffed.report(BULLETIN, by="salma")
    assert staffed.done("--as", "visitor", "toll", "--json").out == ""
    assert staffed.done("--as", "visitor", "picture", "--json").out == ""
    assert len(staffed.done("--as", "yara", "toll", "--json").lines) == 4


def test_a_chart_is_written_as_a_picture(asked: Terminal, tmp_path: Path) -> None:
    said = asked.done("history", *BASIN, "--chart", tmp_path / "basin.png")
    assert (tmp_path / "basin.png").read_bytes().startswith(PNG)
    assert str(tmp_path / "basin.png") in said.err


def test_a_chart_that_cannot_be_written_is_an_error_with_its_path(asked: Terminal, tmp_path: Path) -> None:
    said = asked("history", *BASIN, "--chart", tmp_path / "no" / "such" / "folder.png")
    assert said.status == 3
    assert "folder.png" in said.err


@pytest.mark.parametrize(
    ("code", "arguments"),
    [
        ("E-TIME-01", ("toll", "--as-of", "yesterday")),
        ("E-TIME-01", ("toll", "--as-of", "2018-08-01T10:00:00")),
        ("E-TIME-02", ("toll", "--at", "@999999")),
        ("E-TIME-02", ("toll", "--at", "-1")),
        ("E-TIME-02", ("picture", "--at", "@" + "9" * 40)),
        ("E-TOLL-08", ("toll", "--harm", "murdered")),
        ("E-TOLL-08", ("toll", "--period-start", "July")),
        ("E-PLACE-02", ("toll", "Nowhere at all")),
        ("E-PLACE-02", ("picture", "Nowhere at all")),
        ("E-FIND-01", ("history", "T-abcdefghjk")),
        ("E-FIND-01", ("history", "'; drop table events; --")),
        ("E-FIND-03", ("history", "--harm", "displaced")),
        ("E-TOLL-07", ("history", "--group", "combatants")),
        ("E-USAGE-01", ("toll", "--clock", "sideways")),
    ],
)
def test_an_unclear_question_is_asked_back(asked: Terminal, code: str, arguments: tuple[str, ...]) -> None:
    asked.refused(code, *arguments)


def test_an_ambiguous_question_lists_the_tolls_that_fit(asked: Terminal) -> None:
    line = asked.refused("E-TOLL-07", "history", "--group", "combatants")
    assert asked.key_id(297) in line
    assert asked.key_id(110) in line
