"""What the label of a form asks for, in both languages."""

from __future__ import annotations

import pytest

from ledger.intake.form.keys import Key, key_of
from ledger.intake.text.lexicon import lexicon
from ledger.intake.text.normalise import fold
from ledger.intake.text.tokens import tokenise


def key(label: str) -> Key | None:
    folded = fold(label)
    return key_of(tokenise(folded.text, folded.lower, lexicon().hidden))


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Killed", "killed"),
        ("Number of killed", "killed"),
        ("Fatalities", "killed"),
        ("How many dead", "killed"),
        ("عدد القتلى", "killed"),
        ("الشهداء", "killed"),
        ("Injured", "injured"),
        ("Any wounded", "injured"),
        ("الإصابات", "injured"),
        ("Casualties", "both"),
        ("Killed/Injured", "both"),
        ("القتلى والجرحى", "both"),
        ("Missing people", "missing"),
        ("عدد المعتقلين", "detained"),
        ("النازحون", "displaced"),
        ("Location", "place"),
        ("مكان الحادث", "place"),
        ("Governorate", "wide"),
        ("Date of incident", "date"),
        ("Date of death", "date"),
        ("التاريخ", "date"),
        ("Incident type", "event"),
        ("نوع القصف", "event"),
        ("Weapon used", "means"),
        ("Alleged perpetrator", "actor"),
        ("Notes", "note"),
        ("Total", "total"),
        ("المجموع", "total"),
        ("Name of reporter", "person"),
    ],
)
def test_a_label_is_known_by_its_words(label: str, name: str) -> None:
    found = key(label)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize(
    ("label", "name", "group"),
    [
        ("Children killed", "killed", "children"),
        ("No. of civilians killed", "killed", "civilians"),
        ("Women and children killed", "killed", "women and children"),
        ("عدد الجرحى من الأطفال", "injured", "children"),
        ("القتلى المدنيون", "killed", "civilians"),
        ("of whom women", "people", "women"),
        ("Medics", "people", "medical"),
    ],
)
def test_a_label_may_name_whom_it_counts(label: str, name: str, group: str) -> None:
    found = key(label)
    assert found is not None
    assert (found.name, found.group) == (name, group)


@pytest.mark.parametrize("label", ["Killed so far", "العدد التراكمي للشهداء", "Death toll", "Cumulative deaths"])
def test_a_running_total_is_told_by_its_label(label: str) -> None:
    found = key(label)
    assert found is not None
    assert (found.name, found.is_running) == ("killed", True)


def test_a_plain_total_of_the_dead_is_not_yet_a_running_one() -> None:
    found = key("Total killed")
    assert found is not None
    assert (found.is_total, found.is_running) == (True, False)


@pytest.mark.parametrize("label", ["Hayt", "Killed in Hayt", "town killed", "Cause of death", "5", ""])
def test_a_label_with_any_other_word_is_not_known(label: str) -> None:
    assert key(label) is None
