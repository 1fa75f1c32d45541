"""No cell of ours is run by a spreadsheet, and none is changed by being written and read back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.spreadsheets import as_meant, defused


@pytest.mark.parametrize("cell", ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "=", "-", "+1x"])
def test_what_would_be_run_is_defused(cell: str) -> None:
    assert defused(cell) == "'" + cell
    assert as_meant(defused(cell)) == cell


@pytest.mark.parametrize("cell", ["", "62", "-62", "+4", "-12.5", "Daraa", "حوض اليرموك", "'quoted'", "a=b"])
def test_words_and_numbers_stay(cell: str) -> None:
    assert defused(cell) == cell == as_meant(cell)


@given(st.text())
def test_nothing_written_begins_as_a_formula(cell: str) -> None:
    written = defused(cell)
    assert written == cell or written[0] == "'"
    assert as_meant(written) == cell or cell.startswith("'")
