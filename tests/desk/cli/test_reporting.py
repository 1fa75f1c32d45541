"""``report`` shows what it would record, asks, and records what is confirmed: all of it or nothing."""

from __future__ import annotations

import pytest

from tests.desk.cli.terminal import BULLETIN, FALLEN, FALLEN_WITHOUT_REASON, SAID_AGAIN, SINCE, SOHR, STRIKE, Terminal

LINE_KEYS = {
    "report_id", "draft", "kind", "outcome", "id", "ids", "item_id", "events", "likely_same", "positions", "position",
}  # fmt: skip
TWO = "An air strike on Jasim this morning killed 3 people. Shelling on Hayt killed 2 people.\n"
SAID = ("--source", "SOHR", "--published", "2018-08-01")


def position(terminal: Terminal) -> int:
    return int(terminal.done("status", "--json").line["position"])


def test_each_draft_is_answered_with_what_became_of_it(terminal: Terminal) -> None:
    lines = terminal.report(BULLETIN).lines
    assert all(set(line) == LINE_KEYS for line in lines)
    assert {line["outcome"] for line in lines} == {"recorded"}
    assert [line["kind"] for line in lines].count("toll_stated") == 4
    assert {line["position"] for line in lines} == {position(terminal)}
    assert len({line["report_id"] for line in lines}) == 1


def test_the_same_report_again_says_so_and_adds_nothing(terminal: Terminal) -> None:
    first = terminal.report(BULLETIN).lines
    again = terminal.report(BULLETIN).lines
    assert [line["outcome"] for line in again] == ["again"] * len(first)
    for name in ("report_id", "id", "ids", "events", "positions", "position"):
        assert [line[name] for line in again] == [line[name] for line in first]
    path = terminal.written("report.txt", BULLETIN)
    assert f"0 of {len(first)} drafts are new" in terminal.done("report", path, *SAID, "--yes").out


def test_a_report_without_its_day_is_one_report_however_often_it_is_sent(terminal: Terminal) -> None:
    path = terminal.written("report.txt", STRIKE)
    first = terminal.done("report", path, "--yes", "--json").line
    again = terminal.done("report", path, "--yes", "--json").line
    assert (again["outcome"], again["position"]) == ("again", first["position"])


def test_a_report_without_a_source_is_the_desks_own_and_its_authors_alone(staffed: Terminal) -> None:
    path = staffed.written("report.txt", STRIKE)
    arguments = ("report", path, "--published", "2018-08-01", "--yes", "--json")
    one = staffed.done("--as", "salma", *arguments).line
    other = staffed.done("--as", "yara", *arguments).line
    assert one["report_id"] != other["report_id"]
    sources = {row["source"] for row in staffed.done("picture", "--json").lines}
    assert sources == {"Field monitors"}


A_DAY_OFF = f"{SOHR}{SINCE.replace('19 July', '20 July')}has risen to at least 70.\n"
THE_DAY_AFTER = ("--source", "SOHR", "--published", "2018-08-02")


def test_a_near_toll_is_put_as_a_numbered_choice_with_what_differs(terminal: Terminal) -> None:
    terminal.report(BULLETIN)
    kept = terminal.key_id(62)
    path = terminal.written("next.txt", A_DAY_OFF)
    said = terminal.done("report", path, *THE_DAY_AFTER, typed="yes\n1=1\nyes\n")
    asked, _, answered = said.out.partition("a new toll\n")
    assert f"1=1  {kept}  people killed, Yarmouk Basin" in asked
    assert "counted from 20 July 2018, not 19 July 2018" in asked
    assert asked.rstrip().endswith("1=2")
    assert "E-TOLL-09 draft 1 may continue" in said.err  # "yes" leaves open which
    assert f"continues {kept}" in answered
    assert f"recorded  {kept}" in answered
    assert terminal.key_id(70) == kept


def test_a_new_toll_is_the_last_of_the_choices(terminal: Terminal) -> None:
    terminal.report(BULLETIN)
    kept = terminal.key_id(62)
    path = terminal.written("next.txt", A_DAY_OFF)
    said = terminal.done("report", path, *THE_DAY_AFTER, typed="1=3\n1=2\nyes\n")
    assert "E-USAGE-01 1=3 is none of the choices" in said.err
    assert "(a new toll)" in said.out
    assert terminal.key_id(62) == kept != terminal.key_id(70)


def test_without_asking_a_new_toll_is_opened_beside_a_near_one_and_the_way_to_go_on_is_said(terminal: Terminal) -> None:
    terminal.report(BULLETIN)
    kept = terminal.key_id(62)
    path = terminal.written("next.txt", A_DAY_OFF)
    said = terminal.done("report", path, *THE_DAY_AFTER, "--yes")
    assert f"counted from 20 July 2018, not 19 July 2018 ({kept}); else --continues 1={kept}" in said.err
    assert terminal.key_id(70) != kept
    other = terminal.written("later.txt", A_DAY_OFF.replace("70", "71").replace("20 July", "18 July"))
    terminal.done("report", other, *THE_DAY_AFTER, "--yes", "--continues", f"1={kept}")
    assert terminal.key_id(71) == kept


@pytest.mark.parametrize("answer", ["yes", "y", "YES", "نعم", "1 2", "2,1", "١ ٢"])
def test_yes_or_all_numbers_record_all(terminal: Terminal, answer: str) -> None:
    path = terminal.written("report.txt", TWO)
    said = terminal.done("report", path, *SAID, typed=f"{answer}\n")
    assert "2 of 2 drafts are new" in said.out


@pytest.mark.parametrize(("answer", "draft"), [("1", 1), ("2", 2)])
def test_a_number_records_that_draft_alone(terminal: Terminal, answer: str, draft: int) -> None:
    path = terminal.written("report.txt", TWO)
    lines = terminal.done("report", path, *SAID, "--json", typed=f"{answer}\n").lines
    assert [line["draft"] for line in lines] == [draft]


@pytest.mark.parametrize("typed", ["no\n", "لا\n", "\n", ""])
def test_no_or_no_answer_at_all_records_nothing(terminal: Terminal, typed: str) -> None:
    path = terminal.written("report.txt", TWO)
    before = position(terminal)
    said = terminal("report", path, *SAID, typed=typed)
    assert said.status == 2
    assert "E-READ-08 nothing was confirmed; not recorded" in said.err
    assert position(terminal) == before


@pytest.mark.parametrize("typed", ["1 to 2\n", "1-2\n", "maybe\n", "99\n", "0\n", "-1\n", "1 99\n"])
def test_an_unclear_answer_records_nothing(terminal: Terminal, typed: str) -> None:
    path = terminal.written("report.txt", TWO)
    before = position(terminal)
    said = terminal("report", path, *SAID, typed=typed)
    assert said.status == 2
    assert position(terminal) == before


def test_a_draft_is_corrected_at_the_question_and_shown_again(terminal: Terminal) -> None:
    path = terminal.written("report.txt", STRIKE)
    said = terminal.done("report", path, *SAID, typed="1 place Hayt\nyes\n")
    assert said.out.count("air strike on Jasim") == 2
    assert [row["what"] for row in terminal.done("picture", "Hayt", "--json").lines] == ["incident"]


def test_a_draft_is_corrected_beforehand(terminal: Terminal) -> None:
    path = terminal.written("report.txt", STRIKE)
    terminal.done("report", path, *SAID, "--correct", "1 killed at least 5", "--yes")
    row = terminal.done("picture", "Jasim", "--json").line
    assert (row["casualties"]["killed"]["low"], row["casualties"]["injured"]["low"]) == (5, 7)


def test_with_json_the_question_is_asked_on_stderr(terminal: Terminal) -> None:
    path = terminal.written("report.txt", STRIKE)
    said = terminal.done("report", path, *SAID, "--json", typed="yes\n")
    assert said.line["outcome"] == "recorded"
    assert "air strike on Jasim" in said.err


def test_drafts_are_left_out_by_number(terminal: Terminal) -> None:
    path = terminal.written("report.txt", TWO)
    lines = terminal.done("report", path, *SAID, "--without", "1", "--yes", "--json").lines
    assert [line["draft"] for line in lines] == [2]
    terminal.refused("E-READ-05", "report", path, *SAID, "--without", "1", "--without", "2", "--yes")
    terminal.refused("E-READ-06", "report", path, *SAID, "--without", "9", "--yes")
    terminal.refused("E-READ-06", "report", path, *SAID, "--continues", "9=new", "--yes")


def test_the_same_number_again_cites_one_more_report(terminal: Terminal) -> None:
    terminal.report(BULLETIN)
    key_id = terminal.key_id(62)
    line = terminal.report(SAID_AGAIN, "2018-08-02").line
    assert (line["id"], line["outcome"], line["events"]) == (key_id, "recorded", ["toll_restated"])
    assert terminal.key_id(62) == key_id


def test_a_fall_without_a_reason_is_refused_and_the_report_with_it(terminal: Terminal) -> None:
    terminal.report(BULLETIN)
    before = position(terminal)
    path = terminal.written("fall.txt", FALLEN_WITHOUT_REASON)
    arguments = ("report", path, "--source", "SOHR", "--published", "2018-08-03", "--yes", "--json")
    line = terminal.refused("E-TOLL-01", *arguments)
    assert "from 62 to 58" in line
    assert "--reason found_alive=4" in line
    assert position(terminal) == before
    assert terminal.done(*arguments, "--reason", "found_alive=4").line["outcome"] == "waiting"


def test_a_fall_with_its_reason_waits_for_a_reviewer_and_names_the_item(terminal: Terminal) -> None:
    terminal.report(BULLETIN)
    key_id = terminal.key_id(62)
    line = terminal.report(FALLEN, "2018-08-03").line
    assert (line["outcome"], line["id"], line["item_id"]) == ("waiting", key_id, f"{key_id}/2")
    assert terminal.key_id(62) == key_id
    path = terminal.written("fall.txt", FALLEN)
    again = terminal.done("report", path, "--source", "SOHR", "--published", "2018-08-03", "--yes").out
    assert f"review accept {key_id}/2" in again


def test_a_toll_to_continue_is_named_or_refused(terminal: Terminal) -> None:
    terminal.report(BULLETIN)
    path = terminal.written("more.txt", f"{SOHR}{SINCE}rose to 70.\n")
    arguments = ("report", path, "--source", "SOHR", "--published", "2018-08-04", "--yes")
    terminal.refused("E-TOLL-10", *arguments, "--continues", f"1={terminal.key_id(297)}")
    terminal.refused("E-TOLL-10", *arguments, "--continues", "1=T-abcdefghjk")
    terminal.refused("E-USAGE-01", *arguments, "--continues", "1")
    terminal.done(*arguments, "--continues", f"1={terminal.key_id(62)}")
    assert terminal.key_id(70)


def test_where_several_tolls_fit_a_person_says_which_at_the_question(terminal: Terminal) -> None:
    terminal.report(BULLETIN)
    terminal.report(f"{SOHR}the number of people executed in the Yarmouk Basin rose to at least 49.\n")
    path = terminal.written("more.txt", "The death toll in the Yarmouk Basin has risen to 70.\n")
    arguments = ("report", path, "--source", "SOHR", "--published", "2018-08-04")
    assert terminal.key_id(62) in terminal.refused("E-TOLL-09", *arguments, "--yes")
    terminal.done(*arguments, typed=f"{terminal.key_id(62)}\nyes\n")
    assert terminal.key_id(70)


def test_a_toll_opened_beside_another_is_pointed_out(terminal: Terminal) -> None:
    terminal.report(BULLETIN)
    words = "the number of people killed in the Yarmouk Basin since 1 August 2018 by mines has risen to 5.\n"
    said = terminal.done(
        "report", terminal.written("mines.txt", SOHR + words), "--source", "SOHR", "--published", "2018-08-04", "--yes"
    )
    assert "(a new toll)" in said.out
    assert f"beside {terminal.key_id(62)}" in said.err


@pytest.mark.parametrize(
    ("code", "reason"),
    [("E-REASON-01", "because"), ("E-REASON-01", "found_alive=four"), ("E-REASON-01", "found_alive=" + "9" * 20)],
)
def test_a_reason_is_one_of_the_list(terminal: Terminal, code: str, reason: str) -> None:
    path = terminal.written("report.txt", STRIKE)
    terminal.refused(code, "report", path, *SAID, "--yes", "--reason", reason)


def test_a_claim_is_said_to_count_nobody(terminal: Terminal) -> None:
    path = terminal.written("report.txt", "IS said that it killed 4 soldiers in an attack on a checkpoint in Jasim.\n")
    told = terminal.done("report", path, *SAID, "--yes").out
    assert "4 killed" in told
    assert "noted as a claim, no incident: its figures are not counted" in told


def test_a_monitor_reports_and_an_auditor_does_not(staffed: Terminal) -> None:
    staffed.done("member", "invite", "rami", "--role", "auditor")
    assert staffed.report(STRIKE, by="salma").line["outcome"] == "recorded"
    path = staffed.written("other.txt", TWO)
    staffed.refused("E-ACCESS-01", "--as", "rami", "report", path, *SAID, "--yes")
