"""The word lists of both languages, loaded under common names."""

from __future__ import annotations

from importlib.resources import files

import pytest
import yaml

from ledger.domain.values import ReasonCode
from ledger.intake.text.lexicon import lexicon
from ledger.intake.text.normalise import fold
from ledger.intake.text.tokens import tokenise


def listed(language: str) -> dict[str, str | dict[str, str]]:
    loaded: dict[str, str | dict[str, str]] = yaml.safe_load(
        files("ledger").joinpath("data", f"{language}.yaml").read_text("utf-8")
    )
    return loaded


def names(text: str) -> set[tuple[str, str]]:
    folded = fold(text)
    tokens = tokenise(folded.text, folded.lower, lexicon().hidden)
    return {(tag.name, tag.value) for tag in lexicon().tags(tokens)}


ENGLISH_ONLY = {"hidden", "definite", "passive", "own_word", "after_not_people", "pact", "pact_made", "take"}
ARABIC_ONLY = {"dual", "one"}


def test_both_languages_use_the_same_names() -> None:
    english, arabic = set(listed("english")), set(listed("arabic"))
    assert arabic - english <= ARABIC_ONLY
    assert english - arabic <= ENGLISH_ONLY


@pytest.mark.parametrize("language", ["english", "arabic"])
def test_every_reason_is_a_code_of_the_ledger(language: str) -> None:
    reasons = listed(language)["reason"]
    assert isinstance(reasons, dict)
    assert set(reasons) <= {code.value for code in ReasonCode}


def test_the_values_of_one_name_are_the_same_in_both_languages() -> None:
    for name in ("air_means", "ground_means", "blast_means", "vague"):
        english, arabic = listed("english")[name], listed("arabic")[name]
        assert isinstance(english, dict)
        assert isinstance(arabic, dict)
        assert set(arabic) <= set(english)


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("barrel bombs", ("air_means", "barrel bombs")),
        ("the “Islamic State” organization", ("actor", "islamic-state")),
        ("ISIS", ("actor", "islamic-state")),
        ("والبراميل المتفجرة", ("air_means", "barrel bombs")),
        ("للمرصد السوري لحقوق الإنسان", ("source", "Syrian Observatory for Human Rights")),
    ],
)
def test_a_phrase_is_found_in_its_spellings(text: str, tag: tuple[str, str]) -> None:
    assert tag in names(text)


def test_a_common_word_is_no_party() -> None:
    assert not any(name == "actor" for name, _ in names("it is us who know"))
