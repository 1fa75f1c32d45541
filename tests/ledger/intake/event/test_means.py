"""Weapons of a list stand together; a verb for what happened is no weapon."""

from __future__ import annotations

import pytest

from tests.ledger.intake.reader import drafts


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("Regime forces hit Nawa with missiles and shells, killing 3", "missiles and shells"),
        ("Regime forces hit Nawa with artillery shells, mortars and rockets", "artillery shells, mortars and rockets"),
        ("سقطت على نوى قذائف وصواريخ وقتل 3 مدنيين", "قذائف وصواريخ"),
        ("قصفت قوات النظام بلدة نوى بصواريخ", "صواريخ"),
        ("انفجر لغم من مخلفات الحرب في نوى وقتل طفلاً", "لغم من مخلفات الحرب"),
        ("The organization executed 2 men in Nawa with a sword", "sword"),
        ("A teacher was shot dead in Nawa", "shot"),
        ("The organization executed 2 men in Nawa", None),
        ("Nawa was bombed by warplanes this morning", None),
    ],
)  # fmt: skip
def test_the_words_for_the_means_are_those_of_the_weapons(text: str, means: str | None) -> None:
    found = drafts(text)[-1].means
    assert (found.text if found else None) == means
