"""What is read to measure speed; how long it took is told, and never tested."""

from __future__ import annotations

import pytest

from bench.reading import speed
from bench.reading.speed import LENGTHS, LIMIT, Growth, Speed, growth, of_about, report_times, steps

REPORTS = ["Shelling on Hayt killed 3 people. " * 20] * 9


def test_reports_are_joined_to_about_the_size_and_long_ones_left_out() -> None:
    made = list(of_about([*REPORTS, "x" * 9000, *REPORTS], 2048))
    assert made
    assert all(1600 < len(report.encode()) < 2500 for report in made)


def test_every_length_is_read_and_counted() -> None:
    counted: list[int] = []
    reports = {"English": REPORTS}
    times = report_times(REPORTS, lambda: counted.append(1))
    assert times.reports == len(counted)
    assert steps(reports) == len(counted) + len(LENGTHS)


def test_growth_is_told_by_the_shortest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(speed, "LENGTHS", {"1 KB": 1024, "4 KB": 4096})
    grown = growth(REPORTS, lambda: None)
    assert [told.length for told in grown] == ["1 KB", "4 KB"]
    assert grown[0].ratio == 1.0
    assert grown[1].drafts >= grown[0].drafts


def test_only_a_language_over_the_limit_is_named() -> None:
    slow, fast = Growth("1 MB", LIMIT + 1, 1.0, 0), Growth("1 MB", LIMIT, 1.0, 0)
    assert Speed({}, {"English": [fast], "Arabic": [slow]}, 0.0).over_limit == ["1 MB, Arabic: 11.0 s"]
