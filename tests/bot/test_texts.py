"""English and Arabic say the same things with the same variables; values cannot break a line or its markup."""

from __future__ import annotations

import re
from enum import StrEnum

import pytest
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from bot.texts import LANGUAGES, Html, language_of, plain, source, texts_in
from ledger.domain.values import Certainty, Harm, ReasonCode, Role, Status
from ledger.intake.drafts import DraftKind

ARABIC_PLURALS = {"zero", "one", "two", "few", "many", "other"}
_ISOLATED = re.compile("\u2068[^\u2069]*\u2069")


class _Found(Visitor):
    """Variables of a message and the variants of its plurals."""

    def __init__(self) -> None:
        self.variables: set[str] = set()
        self.variants: list[set[str]] = []

    def visit_VariableReference(self, node: ast.VariableReference) -> None:
        self.variables.add(node.id.name)

    def visit_SelectExpression(self, node: ast.SelectExpression) -> None:
        names = {it.key.name if isinstance(it.key, ast.Identifier) else it.key.value for it in node.variants}
        self.variants.append(names)
        self.generic_visit(node)


def messages(language: str) -> dict[str, _Found]:
    parsed = FluentParser().parse(source(language))
    assert not [it for it in parsed.body if isinstance(it, ast.Junk)]
    found: dict[str, _Found] = {}
    for entry in parsed.body:
        if isinstance(entry, ast.Message):
            assert entry.id.name not in found, f"{entry.id.name} stands twice in {language}"
            found[entry.id.name] = _Found()
            found[entry.id.name].visit(entry)
    return found


def test_both_languages_have_the_same_messages_and_variables() -> None:
    english, arabic = messages("en"), messages("ar")
    assert set(english) == set(arabic)
    assert {name: it.variables for name, it in english.items()} == {name: it.variables for name, it in arabic.items()}


def test_arabic_plurals_have_all_six_categories() -> None:
    plurals = [names for it in messages("ar").values() for names in it.variants if names != {"2", "other"}]
    assert plurals
    assert all(names == ARABIC_PLURALS for names in plurals)


def test_every_line_in_arabic_begins_from_the_right() -> None:
    texts = texts_in("ar")
    for name, found in messages("ar").items():
        if name.startswith(("menu-", "month-", "button-", "count-", "content-")) or not found.variables:
            continue
        shown = texts(
            name, **dict.fromkeys(found.variables, "Hayt") | dict.fromkeys({"count", "needed"} & found.variables, 3)
        )
        for line in re.sub(r"<[^>]+>", "", shown).splitlines():
            letters = [c for c in _ISOLATED.sub("", line) if c.isalpha()]
            assert not letters or "\u0600" <= letters[0] <= "\u06ff", (name, line)


@pytest.mark.parametrize(
    ("count", "words"), [(1, "مسودة واحدة"), (2, "مسودتان"), (3, "3 مسودات"), (11, "11 مسودة"), (100, "100 مسودة")]
)
def test_arabic_counts_as_arabic_does_with_latin_digits(count: int, words: str) -> None:
    assert words in texts_in("ar")("cancel-done", count=count)


def test_values_are_escaped_and_marks_taken_out() -> None:
    shown = texts_in("en")("draft-quote", quote="<b>62\u202e & more\u2066")
    assert shown == "“&lt;b&gt;62 &amp; more”"


def test_names_are_isolated_where_they_would_turn_the_line() -> None:
    assert texts_in("ar")("toll-source", source="SOHR") == "المصدر: \u2068SOHR\u2069"
    assert texts_in("en")("toll-source", source="المرصد") == "Source: \u2068المرصد\u2069"
    assert texts_in("en")("toll-source", source="SOHR") == "Source: SOHR"


def test_html_of_ours_is_not_escaped_again() -> None:
    assert texts_in("en")("draft-quote", quote=Html("<i>x</i>")) == "“<i>x</i>”"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_missing_message_or_variable_is_an_error_of_ours(language: str) -> None:
    with pytest.raises(LookupError):
        texts_in(language)("no-such-message")
    with pytest.raises(LookupError):
        texts_in(language)("draft-quote")


@pytest.mark.parametrize(
    ("wishes", "spoken"),
    [(("ar", "en"), "ar"), ((None, "ar-SY"), "ar"), (("fr", None), "en"), ((), "en"), (("", "AR"), "ar")],
)
def test_the_language_is_the_first_wish_that_is_spoken(wishes: tuple[str | None, ...], spoken: str) -> None:
    assert language_of(*wishes) == spoken


@pytest.mark.parametrize(
    ("prefix", "coded"),
    [
        ("kind", DraftKind),
        ("harm", Harm),
        ("status", Status),
        ("reason", ReasonCode),
        ("role", Role),
        ("certainty", Certainty),
    ],
)
def test_every_coded_word_of_the_ledger_has_its_name(prefix: str, coded: type[StrEnum]) -> None:
    named = messages("en")
    assert [it.value for it in coded if f"{prefix}-{it.value}" not in named] == []


def test_a_button_shows_no_markup() -> None:
    assert plain("<b>at least</b> 5 &lt; 6 &amp; 7") == "at least 5 < 6 & 7"
