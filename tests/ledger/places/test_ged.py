"""The places that UCDP's events name in Syria are known, each in its governorate."""

from __future__ import annotations

from pathlib import Path

import pytest

from ledger.gazetteer import default_gazetteer
from tests.ledger.places.governorates import Named, of_file, shares, verdict

SAMPLE = Path(__file__).parents[2] / "data" / "places" / "ged_sample.csv"
LEAST = 0.95
LEAST_ALONE = 0.93
"""Without the governorate beside it, one name in twenty is that of villages in several."""


def test_of_a_sample_nineteen_in_twenty_resolve_to_the_right_governorate() -> None:
    found = shares(of_file(SAMPLE), default_gazetteer(), with_context=True)
    assert found["right"] >= LEAST
    assert found.get("wrong", 0.0) < 0.01


@pytest.mark.shared
def test_nineteen_in_twenty_of_all_resolve_to_the_right_governorate(shared: Path) -> None:
    places = of_file(shared / "data" / "places_syria" / "ged_places_with_pcodes.csv")
    found = shares(places, default_gazetteer(), with_context=True)
    assert found["right"] >= LEAST
    assert found["wrong"] < 0.005


@pytest.mark.shared
def test_without_the_governorate_hardly_any_is_wrong_and_homonyms_stay_open(shared: Path) -> None:
    places = of_file(shared / "data" / "places_syria" / "ged_places_with_pcodes.csv")
    found = shares(places, default_gazetteer(), with_context=False)
    assert found["right"] >= LEAST_ALONE
    assert found["wrong"] < 0.005
    assert found["right"] + found["open"] > 0.99


def test_a_place_that_is_not_there_is_no_right_answer() -> None:
    gazetteer = default_gazetteer()
    daraa = frozenset({"sy12"})
    assert verdict(Named("Hayt town", "", daraa), gazetteer, with_context=False) == "right"
    assert verdict(Named("Hayt town", "", frozenset({"sy02"})), gazetteer, with_context=False) == "wrong"
    assert verdict(Named("Zzyzxville village", "", daraa), gazetteer, with_context=False) == "none"
    assert verdict(Named("Abu Dali village", "", frozenset({"sy05"})), gazetteer, with_context=False) == "open"
