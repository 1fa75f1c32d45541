"""No text makes the reader fail, hang, or answer with what cannot be: 10,000 on each change, a million at release.

A fault names its seed and its text; ``fault_of(hostile(SEED), DAY)`` replays it.
"""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ledger.intake.fuzz import inputs
from tests.ledger.intake.fuzz.run import DAY, faults_of, shown
from tests.ledger.intake.fuzz.watch import SECONDS, fault_of

ON_EACH_CHANGE = 10_000
AT_RELEASE = 1_000_000
PARTS = 20

ALPHABET = st.one_of(
    *(st.characters(min_codepoint=ord(first), max_codepoint=ord(last)) for first, last in inputs.SCRIPTS.values()),
    st.sampled_from("".join(inputs.DIGITS)),
    st.sampled_from([*inputs.CONTROLS, *inputs.COMBINING]),
    st.characters(codec=None),
)
PIECES = st.one_of(
    st.sampled_from(inputs.phrases()),
    st.sampled_from(inputs.places()[:2000]),
    st.sampled_from([*inputs.MARKS, *inputs.SHAPES, *inputs.ODD_NUMBERS]),
    st.integers(0, 10**6).map(str),
    st.text(ALPHABET, min_size=1, max_size=8),
    st.randoms(use_true_random=False).map(inputs.sentence),
)
TEXTS = st.lists(st.tuples(PIECES, st.sampled_from(inputs.SPACES)), max_size=12).map(
    lambda pairs: "".join(piece + space for piece, space in pairs)
)


@pytest.mark.parametrize("part", range(PARTS))
def test_ten_thousand_hostile_texts_are_read(part: int) -> None:
    size = ON_EACH_CHANGE // PARTS
    found = faults_of(range(part * size, (part + 1) * size))
    assert not found, "\n".join(f"seed {seed}: {fault}" for seed, fault in found[:5])


@given(TEXTS, st.sampled_from([DAY, None, date(1, 1, 1), date(9999, 12, 31)]))
@settings(max_examples=400, deadline=None, derandomize=True)
def test_pieces_of_reports_in_any_order_are_read(text: str, published: date | None) -> None:
    fault = fault_of(text, published)
    assert fault is None, str(fault)


@given(st.text(ALPHABET, max_size=200))
@settings(max_examples=300, deadline=None, derandomize=True)
def test_letters_of_any_script_are_read(text: str) -> None:
    fault = fault_of(text, DAY)
    assert fault is None, str(fault)


@given(st.tuples(st.sampled_from(inputs.phrases()), st.sampled_from(inputs.phrases())), st.integers(1, 60))
@settings(max_examples=200, deadline=None, derandomize=True)
def test_two_phrases_over_and_over_are_read(pair: tuple[str, str], times: int) -> None:
    fault = fault_of(f"{pair[0]} 5 {pair[1]} " * times, DAY, again=False)
    assert fault is None, str(fault)


@pytest.mark.parametrize("unit", inputs.UNITS, ids=ascii)
def test_one_piece_over_and_over_is_read(unit: str) -> None:
    fault = fault_of(unit * (3000 // len(unit)) + "\u0640x", DAY, again=False, seconds=10 * SECONDS)
    assert fault is None, str(fault)[:500]


@pytest.mark.release
@pytest.mark.timeout(0)
def test_a_million_hostile_texts_are_read(capsys: pytest.CaptureFixture[str]) -> None:
    with capsys.disabled():
        found = shown(AT_RELEASE)
    assert not found, "\n".join(f"seed {seed}: {fault}" for seed, fault in found[:20])
