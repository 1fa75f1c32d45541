"""Reading never gets worse unseen: drafts and death counts on the kept reports stay above a floor.

A plain measure of our own, so that it stands without the judge beside the repository: a draft is found where one of the
same kind overlaps its passage; a death count is right where both bounds are. ``make bench-reading`` tells the scores
that count. Raise a floor when reading got better; lowering one needs a reason in the commit.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from ledger.intake import read

KEPT = Path(__file__).resolve().parents[2] / "data" / "reading"
# About 0.02 under what was reached on 25 November 2026.
FLOORS = {
    ("dev_en", "drafts"): 0.86,
    ("dev_en", "tolls"): 0.89,
    ("dev_ar", "drafts"): 0.92,
    ("dev_ar", "tolls"): 0.92,
}


@dataclass
class Score:
    """What was right of what is in the gold and of what was drafted."""

    right: int = 0
    gold: int = 0
    drafted: int = 0

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.gold + self.drafted)


@dataclass
class Scores:
    drafts: Score = field(default_factory=Score)
    tolls: Score = field(default_factory=Score)


def overlap(first: tuple[int, int], second: tuple[int, int]) -> int:
    return max(0, min(first[1], second[1]) - max(first[0], second[0]))


def bounds(draft: dict[str, Any]) -> tuple[int | None, int | None] | None:
    """Low and high of the dead; an exact number given once is both."""
    killed = draft.get("killed") or {}
    low, high = killed.get("low"), killed.get("high")
    if killed.get("qualifier") == "exact":
        low, high = (low if low is not None else high), (high if high is not None else low)
    return None if low is None and high is None else (low, high)


def judge(text: str, gold: list[dict[str, Any]], drafted: list[dict[str, Any]], scores: Scores) -> None:
    """Add one report: each gold draft takes the free draft of its kind that overlaps it most."""
    free = list(drafted)
    for expected in gold:
        start = text.index(expected["quote"])
        span = (start, start + len(expected["quote"]))
        kinds = {expected["type"], *(expected.get("alt_types") or [])}
        fitting = [draft for draft in free if draft["kind"] in kinds and overlap(draft["span"], span)]
        found = max(fitting, key=lambda draft: overlap(draft["span"], span), default=None)
        if found is not None:
            free.remove(found)
        if expected.get("optional"):
            continue
        scores.drafts.gold += 1
        scores.drafts.right += found is not None
        scores.drafts.drafted += found is not None
        if expected["type"] == "toll_stated" and bounds(expected):
            scores.tolls.gold += 1
            scores.tolls.right += found is not None and bounds(found) == bounds(expected)
            scores.tolls.drafted += found is not None and bounds(found) is not None
    scores.drafts.drafted += len(free)
    scores.tolls.drafted += sum(draft["kind"] == "toll_stated" and bounds(draft) is not None for draft in free)


@cache
def measured(folder: str) -> Scores:
    scores = Scores()
    for path in sorted((KEPT / folder).glob("*.gold.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        text = path.with_name(path.name.removesuffix(".gold.json") + ".txt").read_bytes().decode("utf-8")
        published = date.fromisoformat(gold["published"]) if gold["published"] else None
        judge(text, gold["drafts"], [draft.line() for draft in read(text, published=published).drafts], scores)
    return scores


@pytest.mark.parametrize(("folder", "what"), FLOORS)
def test_no_change_makes_reading_worse_than_it_was(folder: str, what: str) -> None:
    score: Score = getattr(measured(folder), what)
    assert score.gold > 30
    assert score.f1 >= FLOORS[folder, what]


STRIKE = {"type": "strike", "quote": "struck Hayt", "killed": {"low": 3, "high": 3, "qualifier": "exact"}}
TOLL = {"type": "toll_stated", "quote": "62 were killed", "killed": {"low": 62, "high": None, "qualifier": "at_least"}}
TEXT = "They struck Hayt. Since May 62 were killed."


def drafted(kind: str, quote: str, low: int | None, high: int | None) -> dict[str, Any]:
    start = TEXT.index(quote)
    return {"kind": kind, "span": (start, start + len(quote)), "killed": {"low": low, "high": high}}


def test_all_right_is_one() -> None:
    scores = Scores()
    judge(
        TEXT, [STRIKE, TOLL], [drafted("strike", "struck", 3, 3), drafted("toll_stated", "62 were", 62, None)], scores
    )
    assert (scores.drafts.f1, scores.tolls.f1) == (1.0, 1.0)


@pytest.mark.parametrize(
    ("found", "drafts", "tolls"),
    [
        ([], 0.0, 0.0),
        ([drafted("toll_stated", "62 were", 62, 62)], 1.0, 0.0),
        ([drafted("strike", "62 were", 62, None)], 0.0, 0.0),
        ([drafted("toll_stated", "They struck", 62, None)], 0.0, 0.0),
        ([drafted("toll_stated", "62 were", 62, None), drafted("toll_stated", "They", 5, 5)], 2 / 3, 2 / 3),
    ],
    ids=["nothing", "another bound", "another kind", "another passage", "one too many"],
)
def test_what_is_missing_wrong_or_invented_costs(found: list[dict[str, Any]], drafts: float, tolls: float) -> None:
    scores = Scores()
    judge(TEXT, [TOLL], found, scores)
    assert (scores.drafts.f1, scores.tolls.f1) == (pytest.approx(drafts), pytest.approx(tolls))
