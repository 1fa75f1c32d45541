"""``review list``: a page at a time, each item with its age and why it is listed."""

from __future__ import annotations

from pathlib import Path
from time import perf_counter

import orjson
import pytest

from tests.desk.cli.terminal import BULLETIN, FALLEN, STRIKE, Terminal
from tests.desk.imports.oracle import MINISTRY

HEAD = "stated_at,source,place,group,harm,cause,period_start,counted_to,op,value,reason"


def falling(terminal: Terminal, days: int) -> list[str]:
    """A publisher lowers one count every day; the items of the queue, the oldest first."""
    lines = [
        f"2018-08-{day:02}T10:00:00Z,SOHR,Daraa,,killed,,,2018-08-{day:02},add,{100 - day},"
        for day in range(1, days + 2)
    ]
    terminal.done("import", "tolls", terminal.written("falling.csv", "\n".join([HEAD, *lines])))
    return [row["item_id"] for row in terminal.done("review", "list", "--json").lines]


def test_a_page_says_how_many_more_there_are_and_how_to_go_on(terminal: Terminal) -> None:
    items = falling(terminal, 7)
    assert len(items) == 7
    first = terminal.done("review", "list", "--limit", "3")
    assert [line.split()[0] for line in first.out.splitlines()] == items[:3]
    assert first.err.strip() == f"4 more; go on with: ledger review list --after {items[2]}"
    rest = terminal.done("review", "list", "--after", items[2], "--json")
    assert ([row["item_id"] for row in rest.lines], rest.err) == (items[3:], "")
    whole = terminal.done("review", "list", "--limit", "0")
    assert (len(whole.out.splitlines()), whole.err) == (7, "")
    assert terminal.done("review", "list", "--after", items[-1]).out.strip() == "Nothing waits."


def test_only_what_one_may_decide_is_counted_as_more(staffed: Terminal) -> None:
    items = falling(staffed, 4)
    staffed.report(STRIKE, by="yara")
    page = staffed.done("--as", "yara", "review", "list", "--mine", "--limit", "1")
    assert page.err.startswith("3 more; ")
    assert staffed.done("--as", "yara", "review", "list", "--limit", "1").err.startswith("4 more; ")
    assert staffed.done("review", "list", "--mine", "--json", "--limit", "9").lines[0]["why"] == "received"
    assert items


def test_an_item_that_never_waited_is_no_place_to_go_on_from(terminal: Terminal) -> None:
    for unknown in ("T-0000000000/1", "x", "", "T-0000000000"):
        terminal.refused("E-REVIEW-04", "review", "list", "--after", unknown)
    terminal.refused("E-USAGE-01", "review", "list", "--limit", "-1")


def test_why_each_is_listed_is_said(staffed: Terminal) -> None:
    staffed.report(BULLETIN)
    staffed.report(FALLEN, "2018-08-03", by="salma")
    staffed.report(STRIKE, by="salma")
    falling(staffed, 1)
    withdrawn = "2018-08-03T10:00:00Z,SOHR,Daraa,,killed,,,2018-08-01,withdraw,,"
    staffed.done("import", "tolls", staffed.written("gone.csv", f"{HEAD}\n{withdrawn}"))
    staffed.done("import", "ministry", MINISTRY)
    rows = staffed.done("review", "list", "--json").lines
    assert [row["why"] for row in rows[:4]] == ["fall", "received", "published_fall", "published_withdrawal"]
    assert {row["why"] for row in rows[4:]} == {"daily_differs", "published_fall"}
    assert all(row["age_seconds"] >= 0 for row in rows)
    daily = next(row for row in rows if row["why"] == "daily_differs")
    assert daily["moved"] - daily["daily"] == daily["unexplained"]
    told = staffed.done("review", "list").out
    for words in (
        "a fall waits until it is agreed to",
        "reported, and not reviewed yet",
        "its publisher lowered the figure, 99 → 98",
        "its publisher took the day back",
        f"its publisher's count of the day is {daily['daily']:,}, and the running count moved by",
    ):
        assert words in told


def test_a_publishers_fall_to_a_new_day_is_a_change_with_what_nobody_explained(terminal: Terminal) -> None:
    falling(terminal, 1)
    (change,) = terminal.done("changes", "--json").lines
    assert (change["old"]["best"], change["new"]["best"], change["unexplained"]) == (99, 98, -1)


def test_the_parts_of_a_days_count_are_reasons_with_amounts(terminal: Terminal) -> None:
    entries = [
        {"report_date": "2025-01-22", "killed_cum": 47161},
        {
            "report_date": "2025-01-23",
            "killed": 122,
            "killed_cum": 47283,
            "killed_recovered": 120,
            "killed_truce_new": 2,
        },
        {"report_date": "2025-01-24", "killed": 9, "killed_cum": 47293, "killed_succumbed": 9, "killed_committee": 0},
    ]
    file = terminal.written("parts.json", orjson.dumps(entries))
    *asked, summary = terminal.done("import", "ministry", file, "--json").lines
    assert (len(asked), summary["listed"]) == (1, 1)
    first, second = terminal.done("changes", "--json").lines
    assert first["reasons"] == [{"code": "body_recovered", "amount": 120}, {"code": "new_deaths", "amount": 2}]
    assert (first["unexplained"], second["unexplained"]) == (0, 1)
    row = terminal.done("toll", "Gaza Strip", "--json").line
    assert row["reasons"] == [{"code": "died_of_wounds", "amount": 9}]
    assert "died of wounds +9, unexplained +1" in terminal.done("toll", "Gaza Strip").out
    assert terminal.done("import", "ministry", file, "--json").lines[-1]["recorded"] == 0
    waits = terminal.done("review", "list", "--json").line
    assert (waits["why"], waits["daily"], waits["moved"]) == ("daily_differs", 9, 10)


@pytest.mark.shared
def test_thousands_are_listed_in_a_second_or_two(terminal: Terminal, shared: Path) -> None:
    """Twelve seconds before; the bound is loose, since other work may share the machine."""
    source = shared / "data" / "tolls" / "gaza.csv"
    terminal.done("import", "tolls", source)
    began = perf_counter()
    rows = terminal.done("review", "list", "--json").lines
    assert len(rows) > 400
    assert perf_counter() - began < 10
