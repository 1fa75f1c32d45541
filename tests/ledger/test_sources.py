"""One name for the many spellings of a source."""

from __future__ import annotations

import pytest

from ledger.sources import canonical_source


@pytest.mark.parametrize(
    "text",
    [
        "SOHR",
        "the SOHR",
        "The Syrian Observatory",
        "the Observatory",
        "المرصد السوري لحقوق الإنسان",
        "المرصد",
        " sohr  sources ",
    ],
)
def test_spellings_of_one_source_are_one_name(text: str) -> None:
    assert canonical_source(text) == "Syrian Observatory for Human Rights"


def test_an_unknown_source_keeps_its_words() -> None:
    assert canonical_source("  Our   town council ") == "Our town council"


def test_a_canonical_name_stays_as_it_is() -> None:
    assert canonical_source(canonical_source("moh gaza")) == "Gaza Ministry of Health"
