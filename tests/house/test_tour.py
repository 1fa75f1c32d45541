"""The commands of the README do what it shows, from an empty home, in the order in which it shows them."""

from __future__ import annotations

from pathlib import Path

from tests.house import tour


def test_the_tour_prints_what_the_readme_shows(tmp_path: Path) -> None:
    page = tour.PAGE.read_text(encoding="utf-8")
    played = tour.rewritten(page, tour.runner(tmp_path))
    assert tour.steady(played) == tour.steady(page), "run python -m tests.house.tour"
    assert (tmp_path / "basin.png").read_bytes().startswith(b"\x89PNG")


def test_what_a_command_prints_stands_below_it_and_replaces_what_stood_there() -> None:
    page = f"{tour.HEADING}```console\n$ ledger toll\nold\n$ ledger replay\n```\n{tour.END}```console\n$ left\n```\n"
    told = tour.rewritten(page, lambda command: f"answer to {command}\n")
    assert "$ ledger toll\nanswer to ledger toll\n\n$ ledger replay\nanswer to ledger replay\n```" in told
    assert "old" not in told
    assert told.endswith("$ left\n```\n")


def test_only_what_varies_is_left_out_of_the_comparison() -> None:
    assert tour.steady("R-0123456789 at 24 November 2026 23:34 UTC") == "‹id› at ‹now›"
    assert tour.steady("62 → 58, T-9cc04y22ay, 1 August 2018, @33") == "62 → 58, T-9cc04y22ay, 1 August 2018, @33"
