"""Each user's first day goes as its page shows, from an empty home."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.walkthroughs import playing
from tests.walkthroughs.playing import Play, in_a_new_folder, steady

WHO = ("admin", "auditor", "monitor", "reader", "reviewer")


def test_each_user_has_a_page() -> None:
    assert tuple(page.stem for page in playing.PAGES) == WHO


@pytest.mark.parametrize("who", WHO)
def test_a_first_day_goes_as_its_page_shows(who: str, tmp_path: Path) -> None:
    page = (playing.REPOSITORY / "docs" / "walkthroughs" / f"{who}.md").read_text(encoding="utf-8")
    with in_a_new_folder(tmp_path):
        played = Play().page(page)
    assert steady(played) == steady(page), "run python -m tests.walkthroughs.playing"


def test_an_id_that_an_answer_gave_is_typed_as_this_home_has_it(monkeypatch: pytest.MonkeyPatch) -> None:
    typed = []

    def run(command: str) -> str:
        typed.append(command)
        return "recorded I-2222222222\n"

    monkeypatch.setattr(playing, "_run", run)
    page = "```console\n$ ledger report\nrecorded I-1111111111\n\n$ ledger explain I-1111111111 T-9cc04y22ay\n```\n"
    assert "$ ledger explain I-2222222222 T-9cc04y22ay\n" in Play().page(page)
    assert typed == ["ledger report", "ledger explain I-2222222222 T-9cc04y22ay"]


def test_in_a_chat_what_people_say_is_typed_and_all_else_is_written_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[list[str]] = []

    def chat(lines: list[str]) -> str:
        heard.append(lines)
        return "Ada> /help\n  bot:\n    new words\n"

    monkeypatch.setattr(playing, "_chat", chat)
    written = Play().page("```console\n$ ledger-bot --local\nAda> /help\n  bot:\n    old > words\n```\n")
    assert heard == [["/help"]]
    assert "new words" in written
    assert "old" not in written


def test_an_exit_status_is_part_of_the_page(tmp_path: Path) -> None:
    with in_a_new_folder(tmp_path):
        written = Play().page("```console\n$ ledger toll Nowhere-at-all\n```\n")
    assert "E-PLACE-" in written
    assert written.endswith("(exit 2)\n```\n")


@pytest.mark.parametrize("command", ["rm -rf x", "cat ledger", "ledgerx toll"])
def test_a_page_runs_nothing_but_the_ledger(command: str) -> None:
    with pytest.raises(ValueError, match="ledger and ledger-bot alone"):
        Play().page(f"```console\n$ {command}\n```\n")


def test_only_what_varies_is_left_out_of_the_comparison() -> None:
    line = "62 → 58 on 1 August 2018, T-9cc04y22ay/3 at @33"
    assert steady(line) == line
    assert steady("R-0123456789 at 24 November 2026 23:34 UTC, 2026-11-25 14:19") == "‹id› at ‹now›, ‹now›"
