"""Things that are counted as lost are things in every surface and both languages, and never people."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

import pytest

from bot import phrases, tolls
from bot.texts import LANGUAGES, plain, texts_in
from desk.chart_words import caption_words, subtitle_words, title_words
from desk.telling.answers import key_words
from desk.telling.words import harm_words
from desk.things import THINGS, thing_words
from ledger.actors import default_actors
from ledger.domain.values import Harm, Place, Status, TollKey, exactly
from ledger.gazetteer import default_gazetteer
from projections.moments import AsOf
from projections.toll_rows import TollRow

GROUPS = [*THINGS, "balloon", "all"]
PEOPLE = re.compile(r"\b(people|person|persons|killed|injured|dead|everyone|everybody|civilian)\b")
PEOPLE_ARABIC = re.compile(r"شخص|قتيل|قتلى|جرحى|ضحايا|الجميع|مدني|مصاب")
NO_PEOPLE = re.compile(r"\(?(things, )?(and )?no people\)?|أشياء لا أشخاص|لا أشخاص|in things")
AS_OF = AsOf(position=9)


def lost(group: str) -> TollKey:
    return TollKey(
        source="Ukrainian General Staff", place=Place(text="Ukraine"), group=group, affiliation="Russian forces",
        harm=Harm.EQUIPMENT_LOST, period_start=date(2022, 2, 24),
    )  # fmt: skip


def row(key: TollKey) -> TollRow:
    at = datetime(2022, 10, 13, tzinfo=UTC)
    return TollRow(
        key.id, key, at.date(), exactly(5167), Status.UNCORROBORATED, at, at, 9, None, (), None, 9, 9, 1, None,
        False, False, False,
    )  # fmt: skip


def surfaces(group: str, language: str) -> list[str]:
    """All that is said of a toll of things; English is what the terminal says too."""
    key, gazetteer, texts = lost(group), default_gazetteer(), texts_in(language)
    said = [
        title_words(key, language, gazetteer),
        subtitle_words(key, language),
        caption_words(AS_OF, language, key.harm),
        plain(tolls.screen(texts, gazetteer, row(key))),
        plain(phrases.toll_of(texts, gazetteer, key)),
        plain(phrases.about(texts, key.model_copy(update={"affiliation": None, "period_start": None}))),
    ]
    terminal = [key_words(key, gazetteer, default_actors()), harm_words(key.harm)] if language == "en" else []
    return [*said, *terminal]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("group", GROUPS)
def test_things_are_never_called_people(group: str, language: str) -> None:
    for said in surfaces(group, language):
        told = NO_PEOPLE.sub("", said)
        told = told.replace("personnel carriers", "")
        assert not PEOPLE.search(told.casefold()), said
        assert not PEOPLE_ARABIC.search(told), said


@pytest.mark.parametrize("language", LANGUAGES)
def test_things_are_named_as_many_in_the_readers_language(language: str) -> None:
    assert any(thing_words("tank", language) in said for said in surfaces("tank", language))
    assert thing_words("tank", "en") == "tanks"
    assert thing_words("tank", "ar") == "دبابات"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_claim_of_things_may_be_too_high_and_a_count_of_people_is_never_all(language: str) -> None:
    low, either = caption_words(AS_OF, language), caption_words(AS_OF, language, Harm.EQUIPMENT_LOST)
    assert low == caption_words(AS_OF, language, Harm.CASUALTIES)
    assert ("lower" in either) or ("أدنى" in either)
    assert "lower" not in low


def test_killed_and_injured_in_one_figure_is_said_so() -> None:
    key = lost("all").model_copy(update={"harm": Harm.CASUALTIES})
    gazetteer = default_gazetteer()
    assert "people of Russian forces killed or injured" in key_words(key, gazetteer, default_actors())
    assert title_words(key, "ar", gazetteer).startswith("قتلى وجرحى")
    assert "killed or injured" in plain(tolls.screen(texts_in("en"), gazetteer, row(key)))
