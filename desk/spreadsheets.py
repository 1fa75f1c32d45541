"""Cells that a spreadsheet would run: written with an apostrophe before them, and read back without it."""

from __future__ import annotations

import re

_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def defused(cell: str) -> str:
    """A cell as a spreadsheet shows it and never runs it; plain numbers stay as they are [OWASP, CSV injection]."""
    return "'" + cell if cell.startswith(_FORMULA) and not _NUMBER.fullmatch(cell) else cell


def as_meant(cell: str) -> str:
    """Inverse of ``defused``."""
    return cell[1:] if cell.startswith("'") and defused(cell[1:]) == cell else cell
