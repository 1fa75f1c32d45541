"""``conflicts`` shows what disagrees side by side; ``reconcile`` a stated toll beside the incidents recorded."""

from __future__ import annotations

import pytest

from tests.desk.cli.terminal import SINCE, SOHR, STRIKE, Terminal

HEAD = "stated_at,source,place,group,harm,cause,period_start,counted_to,op,value,reason\n"


def imported(terminal: Terminal, *lines: str) -> None:
    terminal.done("import", "tolls", terminal.written("tolls.csv", HEAD + "\n".join(lines) + "\n"))


def toll(source: str, value: int, day: str = "2018-08-01", at: str = "10:00", window: str = "2018-07-19") -> str:
    return f"{day}T{at}:00Z,{source},Daraa,,killed,,{window},{day},add,{value},"


def board(terminal: Terminal, *more: str) -> list[dict[str, object]]:
    return terminal.done("conflicts", *more, "--json").lines


def test_sources_that_count_one_thing_otherwise_stand_side_by_side(staffed: Terminal) -> None:
    imported(staffed, toll("SOHR", 62), toll("SANA", 40, "2018-08-02"), toll("Reuters", 62, window="2018-07-01"))
    (line,) = board(staffed)
    assert (line["what"], line["harm"], line["gap"], line["same_day"]) == ("sources", "killed", 22, False)
    assert line["key"]["source"] is None  # type: ignore[index]
    values = line["values"]
    assert isinstance(values, list)
    assert [(it["source"], it["best"], it["counted_to"]) for it in values] == [
        ("Syrian Observatory for Human Rights", 62, "2018-08-01"),
        ("SANA", 40, "2018-08-02"),
    ]
    assert {"status", "stated_at", "recorded_at", "entry_position", "id"} <= set(values[0])
    told = staffed.done("conflicts", "Daraa", "--harm", "killed").out
    assert "gap 22; not counted to one day" in told
    assert board(staffed, "--harm", "injured") == board(staffed, "Homs") == []
    assert board(staffed, "--as-of", "2018-08-01", "--clock", "stated") == []
    staffed.refused("E-USAGE-01", "conflicts", "--harm", "nonsense")


def test_sources_that_agree_are_no_conflict(staffed: Terminal) -> None:
    imported(staffed, toll("SOHR", 62), toll("SANA", 62))
    said = staffed.done("conflicts")
    assert (said.out, "no two values disagree, as of @" in said.err) == ("", True)


def test_one_source_with_two_values_for_one_day_is_flagged(staffed: Terminal) -> None:
    for number, by in ((62, "operator"), (66, "operator")):
        staffed.report(f"{SOHR}{SINCE}has risen to at least {number}.\n", by=by)
    (line,) = board(staffed)
    assert (line["what"], line["gap"], line["same_day"]) == ("one_source", 4, True)
    assert [it["best"] for it in line["values"]] == [62, 66]  # type: ignore[index, union-attr]
    assert "two values of one source for one day" in staffed.done("conflicts").out


def test_incidents_with_other_figures_by_source_are_on_the_board_for_whoever_may_see_them(staffed: Terminal) -> None:
    strike = str(staffed.report(STRIKE).line["id"])
    staffed.done("member", "invite", "visitor", "--role", "reader")
    staffed.done("--as", "salma", "cite", strike, "--source", "Reuters", "--killed", "9", "--injured", "7")
    (line,) = board(staffed, "Jasim")
    assert (line["what"], line["incident_id"], line["harm"], line["gap"]) == ("incident", strike, "killed", 6)
    assert board(staffed, "--harm", "injured") == []
    assert staffed.done("--as", "visitor", "conflicts", "--json").out == ""
    staffed.done("--as", "yara", "review", "accept", f"{strike}/1")
    assert staffed.done("--as", "visitor", "conflicts", "--json").line["gap"] == 6
    assert "sources differ" in staffed.done("conflicts").out


@pytest.fixture
def basin(staffed: Terminal) -> tuple[Terminal, str]:
    """SOHR's 62 in Daraa since 19 July by bombardment; incidents in it, around it and elsewhere."""
    imported(staffed, toll("SOHR", 62).replace("killed,,", "killed,bombardment and shelling,"))
    for text, day, source in (
        ("An air strike on Hayt killed 5 people on 30 July 2018.\n", "2018-07-31", "SOHR"),
        ("Shelling on Tasil killed 4 people on 28 July 2018.\n", "2018-07-31", "SANA"),
        ("An air strike on Hayt killed tens of people on 25 July 2018.\n", "2018-07-31", "SOHR"),
        ("An air strike on Hayt injured 5 people on 24 July 2018.\n", "2018-07-31", "SOHR"),
        ("An air strike on Hayt killed 9 people on 2 July 2018.\n", "2018-07-31", "SOHR"),
        ("An air strike in Syria killed 9 people on 27 July 2018.\n", "2018-07-31", "SOHR"),
        ("Gunmen executed 7 people in Hayt on 26 July 2018.\n", "2018-07-31", "SOHR"),
        ("An air strike on Homs killed 11 people on 26 July 2018.\n", "2018-07-31", "SOHR"),
    ):
        path = staffed.written(f"{source}-{abs(hash(text))}.txt", text)
        staffed.done("report", path, "--source", source, "--published", day, "--yes")
    return staffed, staffed.key_id(62)


def test_a_stated_toll_is_shown_beside_what_is_itemised_of_it(basin: tuple[Terminal, str]) -> None:
    terminal, key_id = basin
    line = terminal.done("reconcile", key_id, "--json").line
    assert (line["what"], line["stated"]["low"], line["window"]["start"]) == ("reconciliation", 62, "2018-07-19")
    assert [(it["source"], it["best"]) for it in line["included"]] == [
        ("Syrian Observatory for Human Rights", 5),
        ("SANA", 4),
    ]
    assert (line["itemised"]["low"], line["itemised"]["incidents"], line["gap"]) == (9, 2, 53)
    assert (line["own_source"]["low"], line["gap_own_source"]) == (5, 57)
    assert line["not_included_because"] == {"in_words": 1, "no_figure": 1, "wider_place": 1}
    told = terminal.done("reconcile", key_id).out
    assert "9 in 2 incidents; 53 fewer than stated" in told
    assert "not counted: 3" in told
    assert terminal.done("toll", "--json").lines[0]["low"] == 62


def test_a_second_source_and_a_merge_count_nobody_twice(basin: tuple[Terminal, str]) -> None:
    terminal, key_id = basin
    counted = terminal.done("reconcile", key_id, "--json").line["included"]
    hayt = next(it["incident_id"] for it in counted if it["best"] == 5)
    terminal.done("cite", hayt, "--source", "Reuters", "--killed", "8")
    path = terminal.written("again.txt", "An air strike on Hayt killed 5 people on 30 July 2018.\n")
    again = terminal.done("report", path, "--source", "Enab", "--published", "2018-07-31", "--yes", "--json").line["id"]
    line = terminal.done("reconcile", key_id, "--json").line
    assert (line["itemised"]["low"], [it["incident_ids"] for it in line["may_be_one"]]) == (14, [sorted([hayt, again])])
    assert "may be one" in terminal.done("reconcile", key_id).out
    terminal.done("--as", "yara", "review", "merge", again, hayt, "--reason", "merged")
    line = terminal.done("reconcile", key_id, "--json").line
    assert (line["itemised"]["low"], line["itemised"]["incidents"], line["may_be_one"]) == (9, 2, [])


def test_nothing_itemised_is_not_zero_and_what_is_no_toll_is_said_so(staffed: Terminal) -> None:
    imported(staffed, toll("SOHR", 62))
    key_id = staffed.key_id(62)
    line = staffed.done("reconcile", key_id, "--json").line
    assert (line["itemised"], line["gap"], line["included"]) == (None, None, [])
    assert "nothing, which is not zero" in staffed.done("reconcile", key_id).out
    staffed.refused("E-FIND-01", "reconcile", "T-0000000000")
    staffed.refused("E-FIND-01", "reconcile", "I-0000000000")


def test_strangers_reconcile_with_reviewed_incidents_only(staffed: Terminal) -> None:
    staffed.report(f"{SOHR}{SINCE}has risen to at least 62.\n")
    key_id = staffed.key_id(62)
    staffed.done("member", "invite", "visitor", "--role", "reader")
    staffed.report("An air strike on the Yarmouk Basin killed 5 people on 30 July 2018.\n", "2018-07-31", by="salma")
    assert staffed.done("reconcile", key_id, "--json").line["itemised"]["low"] == 5
    assert staffed.done("--as", "visitor", "reconcile", key_id, "--json").line["itemised"] is None


def test_towns_around_an_informal_area_are_named_as_what_may_lie_in_it(staffed: Terminal) -> None:
    staffed.report(f"{SOHR}{SINCE}has risen to at least 62.\n")
    staffed.report("An air strike on Hayt killed 5 people on 30 July 2018.\n", "2018-07-31")
    line = staffed.done("reconcile", staffed.key_id(62), "--json").line
    assert (line["itemised"], line["not_included_because"]) == (None, {"around_the_area": 1})
