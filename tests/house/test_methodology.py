"""What is published of the method is whole, and speaks of what the code knows."""

from __future__ import annotations

import re
from enum import StrEnum

import pytest

from ledger.domain.values import ForgettingReason, ReasonCode, Status
from tests.house.tree import REPOSITORY

PAGE = (REPOSITORY / "docs" / "methodology.md").read_text(encoding="utf-8")


def section(title: str) -> str:
    """What stands below a heading."""
    found = re.search(rf"^## {re.escape(title)}\n(.*?)(?=^## |\Z)", PAGE, re.DOTALL | re.MULTILINE)
    assert found, f"docs/methodology.md has no section {title!r}"
    return found[1]


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("What is recorded", ("never counted", "never booked to the day on which it was published")),
        ("Definitions", ("civilian, combatant", "unspecified", "never assumed", "equal terms", "basis", "counted to")),
        ("Inclusion and exclusion", ("**Included**", "**Excluded**", "not guessed")),
        ("From a report to a figure", ("Nobody reviews their own", "ten\npeople or more", "a fifth or more")),
        ("Standard of proof", ("reasonable-grounds", "not a finding of guilt")),
        ("Corrections", ("Nothing is changed or removed", "If you find a mistake", "permanent")),
        ("Disagreement and sums", ("side by side", "disjoint")),
        ("What is withheld", ("names of the dead", "reviewed values only", "two admins")),
        ("What the figures are not", ("The true number may be higher",)),
        ("How to check it", ("ledger explain", "ledger replay", "ledger verify")),
    ],
)
def test_the_page_says_all_that_a_reader_outside_needs(title: str, words: tuple[str, ...]) -> None:
    said = section(title)
    assert [word for word in words if word not in said] == []


def rows(title: str) -> dict[str, str]:
    """The first two cells of each row of a section's table."""
    return dict(re.findall(r"^\| ([^|]+?) \| ([^|]+?) \|$", section(title), re.MULTILINE)[1:])


@pytest.mark.parametrize(("title", "kind"), [("Standard of proof", Status), ("Reasons for a change", ReasonCode)])
def test_every_status_and_reason_is_explained(title: str, kind: type[StrEnum]) -> None:
    told = {name: words for name, words in rows(title).items() if not name.startswith("---")}
    assert set(told) == {it.value.replace("_", " ") for it in kind}
    assert all(len(words) > 5 for words in told.values())


def test_the_reasons_for_erasing_somebody_are_those_of_the_code() -> None:
    listed = ", ".join(it.value.replace("_", " ") for it in ForgettingReason)
    assert listed in " ".join(section("What is withheld").split())
