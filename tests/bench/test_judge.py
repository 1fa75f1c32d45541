"""The drafts of a folder of reports get the scores that the judge of the corpus itself prints."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bench.reading.judge import ScoreDiffers, judge_of, verdict
from bench.reading.targets import OVERLAP, figures

TEXT = "Shelling on Hayt town killed 3 people on Monday. A plan to shell Tafas was feared."
GOLD = {
    "id": "001",
    "language": "en",
    "published": "2018-08-02",
    "drafts": [
        {
            "type": "shelling",
            "quote": "Shelling on Hayt town killed 3 people",
            "place": "Hayt town",
            "killed": {"low": 3, "high": 3, "qualifier": "exact", "breakdown": []},
        }
    ],
    "negatives": [{"quote": "A plan to shell Tafas", "reason": "a plan"}],
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "001.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "001.gold.json").write_text(json.dumps(GOLD), encoding="utf-8")
    return tmp_path


@pytest.mark.shared
def test_a_report_read_right_gets_full_scores(shared: Path, folder: Path) -> None:
    found = verdict(shared / "corpus" / "score.py", folder, "one report")
    scores = figures(found)
    assert (scores["draft_f1"], scores["event_count_f1"], scores["place_f1"]) == (1.0, 1.0, 1.0)
    assert (found.negatives, [language for language, _ in found.documents]) == (1, ["en"])
    assert scores[OVERLAP] > 0.5
    assert found.line.startswith("draft_f1=1.00")


@pytest.mark.shared
def test_a_judge_that_adds_up_otherwise_is_noticed(shared: Path, folder: Path, tmp_path: Path) -> None:
    script = tmp_path / "score.py"
    source = (shared / "corpus" / "score.py").read_text(encoding="utf-8")
    script.write_text(source.replace("2 * hit, gold + pred", "2 * hit, gold + pred + (__name__ == '__main__')"))
    with pytest.raises(ScoreDiffers):
        verdict(script, folder, "one report")


def test_a_judge_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        judge_of(tmp_path / "score.py")
