"""Values in the reader's words: the same words for a thing in a message as in the chart beside it."""

from __future__ import annotations

import pytest

from bot import phrases
from bot.room import refusal
from bot.texts import LANGUAGES, plain, texts_in
from desk.chart_words import subtitle_words
from ledger.domain.values import Harm, TollKey
from ledger.errors import RoleForbids

CAUSES = ["bombardment and shelling", "airstrikes", "shelling", "execution", "explosion", "clashes"]


@pytest.mark.parametrize("cause", CAUSES)
def test_a_cause_is_called_in_arabic_as_the_chart_calls_it(cause: str) -> None:
    key = TollKey(place=None, harm=Harm.KILLED, group="all", source="SOHR", cause=cause)
    assert subtitle_words(key, "ar").endswith(f"السبب: {plain(phrases.cause(texts_in('ar'), cause))}")


def test_the_desks_own_source_is_called_as_the_chart_calls_it() -> None:
    key = TollKey(source="Field monitors")
    assert subtitle_words(key, "ar") == f"المصدر: {plain(phrases.source(texts_in('ar'), key.source))}"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("act", ["AnswerProposal", "ReviewToll", "to answer proposal"])
def test_what_a_role_may_not_do_is_said_in_words_of_the_reader(language: str, act: str) -> None:
    texts = texts_in(language)
    assert refusal(texts, RoleForbids(act, "monitor")) == texts("error-E-ACCESS-01", value="")
    assert act not in texts("error-E-ACCESS-01")
