"""The user's own report against its hand-made drafts: every required one, and nothing on its negatives."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from ledger.intake import Draft, read

pytestmark = pytest.mark.shared
SEED = Path("corpus") / "dev" / "seed"
LEAST_SHARED = 0.2
"""Of the shorter of two passages; the scorer's own bound for telling the same thing."""


@dataclass(frozen=True)
class Expected:
    """A required draft of the gold: the kinds it may have, where it stands, and its figures."""

    kinds: frozenset[str]
    spans: tuple[tuple[int, int], ...]
    killed: tuple[int | None, int | None, str | None] | None
    entries: frozenset[tuple[str, int]]
    period: str | None


@pytest.fixture
def text(shared: Path) -> str:
    return (shared / SEED).with_suffix(".txt").read_bytes().decode("utf-8")


@pytest.fixture
def gold(shared: Path) -> dict[str, list[dict[str, object]]]:
    loaded: dict[str, list[dict[str, object]]] = json.loads(
        (shared / SEED).with_suffix(".gold.json").read_text("utf-8")
    )
    return loaded


def span(text: str, quote: object) -> tuple[int, int]:
    start = text.index(str(quote))
    return start, start + len(str(quote))


def expected(text: str, entry: dict[str, object]) -> Expected:
    others = entry.get("alt_types")
    evidence = entry.get("evidence")
    killed = entry.get("killed")
    counted = killed if isinstance(killed, dict) and (killed["low"] or killed["high"] or killed["qualifier"]) else None
    return Expected(
        kinds=frozenset([str(entry["type"]), *(others if isinstance(others, list) else [])]),
        spans=tuple(span(text, quote) for quote in [entry["quote"], *(evidence if isinstance(evidence, list) else [])]),
        killed=(counted["low"], counted["high"], counted["qualifier"]) if counted else None,
        entries=frozenset((e["group"], e["low"]) for e in counted["breakdown"]) if counted else frozenset(),
        period=str(entry["period_start"]) if entry["period_start"] else None,
    )


def shared_part(mine: tuple[int, int], theirs: tuple[int, int]) -> float:
    both = min(mine[1], theirs[1]) - max(mine[0], theirs[0])
    return both / min(mine[1] - mine[0], theirs[1] - theirs[0])


def tells(draft: Draft, wanted: Expected) -> bool:
    """Whether the draft has the kind, stands at the passage and states the same dead."""
    if str(draft.line()["kind"]) not in wanted.kinds:
        return False
    if all(shared_part(draft.span, passage) < LEAST_SHARED for passage in wanted.spans):
        return False
    if wanted.killed is None:
        return True
    count = draft.killed
    return count is not None and (count.low, count.high, count.qualifier) == wanted.killed


def test_every_required_draft_of_the_seed_is_read(text: str, gold: dict[str, list[dict[str, object]]]) -> None:
    found = read(text, published=date(2018, 8, 1)).drafts
    wanted = [expected(text, entry) for entry in gold["drafts"] if not entry.get("optional")]
    left = list(found)
    for draft in wanted:
        match = next((other for other in left if tells(other, draft)), None)
        assert match is not None, draft
        left.remove(match)
        assert draft.period == (match.period_start.isoformat() if match.period_start else None)
        entries = {(entry.group, entry.low) for entry in match.killed.breakdown} if match.killed else set()
        assert draft.entries <= entries
    assert left == []


def test_nothing_of_the_seed_is_read_on_a_passage_that_is_no_event(
    text: str, gold: dict[str, list[dict[str, object]]]
) -> None:
    required = [span(text, entry["quote"]) for entry in gold["drafts"]]
    for draft in read(text, published=date(2018, 8, 1)).drafts:
        for negative in gold["negatives"]:
            on_it = shared_part(draft.span, span(text, negative["quote"])) >= 0.5
            assert not on_it or any(shared_part(draft.span, passage) >= LEAST_SHARED for passage in required)


def test_no_release_no_517_and_no_41_men(text: str) -> None:
    drafts = read(text, published=date(2018, 8, 1)).drafts
    counted = {c.measure for d in drafts for c in (d.killed, d.injured, d.affected) if c is not None}
    assert not counted & {517, 41, 30, 100, 150}
    assert "release" not in {draft.kind.value for draft in drafts}


def test_one_party_under_five_spellings_is_one_id(text: str) -> None:
    drafts = read(text, published=date(2018, 8, 1)).drafts
    parties = {entry.affiliation for d in drafts if d.killed for entry in d.killed.breakdown if entry.affiliation}
    assert "jaysh-khalid" in parties
    assert not any("khal" in party.lower() and party != "jaysh-khalid" for party in parties)


@pytest.mark.parametrize("day", [1, 2, 3, 5, 9])
def test_no_toll_takes_its_window_or_reason_from_another_clause(text: str, day: int) -> None:
    published = date(2018, 8, day)
    tolls = [d for d in read(text, published=published).drafts if d.kind.value == "toll_stated"]
    assert [(d.killed.low if d.killed else None, d.period_start, len(d.reasons)) for d in tolls] == [
        (62, date(2018, 7, 19), 1), (48, None, 0), (297, date(2018, 7, 19), 0), (110, date(2018, 7, 19), 0),
        (None, None, 0),
    ]  # fmt: skip
    assert {d.counted_to for d in tolls} == {published}
    assert not any(d.occurred and "Wednesday" in (d.occurred.text or "") for d in tolls)


def test_shelling_that_went_with_strikes_has_means_of_its_own(text: str) -> None:
    last = read(text, published=date(2018, 8, 1)).drafts[-1]
    assert last.kind.value == "shelling"
    assert last.means is not None
    assert "shelling" in last.means.text
