"""Each fault that is looked for would be found: planted in the reader or in its answer, it is named."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import pytest

from ledger.domain.values import Count
from ledger.intake import Draft, DraftKind, Occurred, Phrase, Reading, read
from tests.ledger.intake.fuzz import invariants, watch

DAY = date(2018, 8, 2)
TEXT = "Shelling on Hayt town killed 3 people."


def draft(**changed: object) -> Draft:
    known = {
        "number": 1,
        "kind": DraftKind.SHELLING,
        "quote": TEXT[:16],
        "span": (0, 16),
        "killed": Count(low=3, high=3),
    }
    return Draft.model_construct(**{**Draft(**known).__dict__, **changed})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("changed", "what"),
    [
        ({"quote": "Shelling on Jasi"}, "quote"),
        ({"span": (0, 17)}, "quote"),
        ({"span": (30, 99), "quote": TEXT[30:99]}, "span"),
        ({"killed": Count.model_construct(low=-1, high=3, breakdown=(), qualifier=None)}, "killed"),
        ({"injured": Count.model_construct(low=5, high=3, breakdown=(), qualifier=None)}, "injured"),
        ({"previous": -2}, "previous"),
        ({"occurred": Occurred(start=DAY, end=date(2018, 8, 1))}, "occurred"),
        ({"occurred": Occurred(start=date(2018, 8, 3))}, "publication"),
        ({"counted_to": date(2018, 8, 3)}, "publication"),
        ({"period_start": date(2018, 8, 3)}, "publication"),
        ({"place": Phrase(text="Hayt", id="sy-nowhere")}, "unknown"),
        ({"place": Phrase.model_construct(text="Hayt", id="sy120003", candidates=("a",))}, "ambiguous"),
        ({"flags": ("a", "a")}, "flag"),
        ({"number": 2}, "numbered"),
    ],
)  # fmt: skip
def test_a_wrong_draft_is_named(changed: dict[str, object], what: str) -> None:
    assert invariants.faults(TEXT, DAY, Reading.model_construct(drafts=(draft(),), notes=()), again=False) == []
    found = invariants.faults(TEXT, DAY, Reading.model_construct(drafts=(draft(**changed),), notes=()), again=False)
    assert [what in fault for fault in found] == [True]


def test_a_flagged_day_after_publication_is_right() -> None:
    late = draft(counted_to=date(2018, 8, 3), flags=("future_date",))
    assert invariants.faults(TEXT, DAY, Reading.model_construct(drafts=(late,), notes=()), again=False) == []


def test_a_draft_told_twice_and_an_answer_without_a_reason_are_named() -> None:
    twice = Reading.model_construct(drafts=(draft(), draft(number=2)), notes=())
    assert "one draft twice" in invariants.faults(TEXT, DAY, twice, again=False)
    assert "no draft, and no note" in invariants.faults(TEXT, DAY, Reading(), again=False)[0]


def forever() -> None:
    while True:
        pass


def planted(monkeypatch: pytest.MonkeyPatch, fault: Callable[[], object]) -> None:
    def reader(text: str, *, published: date | None, explain: bool = False) -> Reading:
        fault()
        return read(text, published=published, explain=explain)

    monkeypatch.setattr(watch, "read", reader)


def test_an_exception_is_named_with_its_text(monkeypatch: pytest.MonkeyPatch) -> None:
    planted(monkeypatch, lambda: [][1])
    fault = watch.fault_of(TEXT, DAY)
    assert fault is not None
    assert fault.what.startswith("IndexError")
    assert repr(TEXT) in str(fault)


@pytest.mark.parametrize(
    "hang",
    [lambda: re.match("(a|a)*b", "a" * 60), forever],
    ids=["a pattern that tries everything", "a loop without an end"],
)
def test_what_does_not_end_is_stopped_and_named(monkeypatch: pytest.MonkeyPatch, hang: Callable[[], object]) -> None:
    planted(monkeypatch, hang)
    fault = watch.fault_of(TEXT, DAY, seconds=0.05)
    assert fault is not None
    assert "took more than 0.05 s" in fault.what


def test_a_text_that_is_slow_once_is_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    slow = [lambda: re.match("(a|a)*b", "a" * 60), lambda: None]
    planted(monkeypatch, lambda: slow.pop(0)())
    assert watch.fault_of(TEXT, DAY, seconds=0.5, again=False) is None


def test_another_answer_to_the_same_text_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(invariants, "read", lambda text, **_: read("Nothing happened.", published=None))
    fault = watch.fault_of(TEXT, DAY)
    assert fault is not None
    assert "read again" in fault.what


@pytest.mark.parametrize("text", ["5٥५ killed", "ﻻ تحزن", "مقـ ـتل", "ﬁve\u0301 İ", "a\ud800b\u200fc", "﷽", "Ｆｕｌｌ"])
def test_every_letter_of_the_folded_text_leads_to_its_own(text: str) -> None:
    assert invariants.offset_faults(text) == []
