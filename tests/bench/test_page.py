"""The figures stand between two marks of a page, and nothing else of it is touched."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.reading.judge import Verdict
from bench.reading.page import BEGIN, END, NoPlaceForFigures, write
from bench.reading.speed import Growth, ReportTimes, Speed
from bench.reading.targets import DEVELOPMENT, OVERLAP

SCORES = {target.score: target.bound for target in DEVELOPMENT if target.score != OVERLAP}
FOUND = {"dev": Verdict("the corpus", "", SCORES, 0.61, 50, ())}
SPEED = Speed({"English": ReportTimes(9, 11.2, 8.4, 14.6)}, {"English": [Growth("1 MB", 7.04, 1.0, 9)]}, 700.0)


def test_the_figures_are_written_and_written_anew(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"before\n{BEGIN}\nold\n{END}\nafter\n", encoding="utf-8")
    write(page, FOUND, SPEED)
    once = page.read_text(encoding="utf-8")
    write(page, FOUND, SPEED)
    assert page.read_text(encoding="utf-8") == once
    assert once.startswith("before\n")
    assert once.endswith("after\n")
    assert "old" not in once
    assert "| drafts, F1 | 0.88 |" in once
    assert "| drafts on passages that are no event | 3 of 50 |" in once
    assert "| report of 2 KB, median (10–90 %) | 11 ms (8–15) |" in once
    assert "| 1 MB | 7.0 s |" in once


def test_a_page_without_the_marks_is_left_alone(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("words\n", encoding="utf-8")
    with pytest.raises(NoPlaceForFigures):
        write(page, FOUND, SPEED)
    assert page.read_text(encoding="utf-8") == "words\n"


def test_the_page_of_reading_has_a_place_for_them() -> None:
    page = Path(__file__).resolve().parents[2] / "docs" / "reading.md"
    text = page.read_text(encoding="utf-8")
    assert text.count(BEGIN) == text.count(END) == 1
