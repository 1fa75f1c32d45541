"""A reading can be accounted for: which rule and which words gave what, what was vetoed, what was left out."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ledger.intake.drafts import Evidence, Explanation
from ledger.intake.reading import read
from ledger.intake.rules import meaning

PUBLISHED = date(2018, 8, 1)
ENGLISH = (
    "Daraa Province – Syrian Observatory for Human Rights: the regime forces shelled Tasil town this morning with "
    "mortars, killing 3 people, among them a child. The regime forces may storm Jasim.\n\n"
    "The number of people killed in the Yarmouk Basin since 19 July 2018 rose to at least 62, including 11 children."
    "\n\n"
    "About 2,500 people from the villages attended the funeral.\n"
)
ARABIC = (
    "محافظة درعا - المرصد السوري لحقوق الإنسان: قصفت قوات النظام صباح اليوم بلدة تسيل بقذائف الهاون ما أدى "
    "لمقتل 3 أشخاص.\n\n"
    "وشارك نحو 2500 شخص من أهالي القرى في التشييع.\n"
)
REPORTS = sorted(Path("tests/data/reading/dev_en").glob("*.txt")) + sorted(
    Path("tests/data/reading/dev_ar").glob("*.txt")
)


def explained(text: str) -> Explanation:
    found = read(text, published=PUBLISHED, explain=True).explanation
    assert found is not None
    return found


def by_field(text: str, number: int = 1) -> dict[str, Evidence]:
    """The first evidence for each field of a draft."""
    fields: dict[str, Evidence] = {}
    for it in explained(text).drafts[number - 1].evidence:
        fields.setdefault(it.field, it)
    return fields


@pytest.mark.parametrize(
    ("text", "field", "words", "meaning_of_words", "list_name"),
    [
        (ENGLISH, "place", "Tasil town", "sy-tasil", ""),
        (ENGLISH, "actor", "the regime forces", "regime-forces", "actor: regime-forces"),
        (ENGLISH, "means", "mortars", "mortars", "ground_means: mortars"),
        (ENGLISH, "when", "this morning", "2018-08-01", ""),
        (ENGLISH, "killed", "3 people", "3 exact", "person: people"),
        (ARABIC, "place", "بلدة تسيل", "sy-tasil", ""),
        (ARABIC, "actor", "قوات النظام", "regime-forces", "actor: regime-forces"),
        (ARABIC, "means", "قذائف الهاون", "mortars", "ground_means: mortars"),
        (ARABIC, "when", "صباح اليوم", "2018-08-01", ""),
        (ARABIC, "killed", "3 أشخاص", "3 exact", "person: people"),
    ],
)
def test_each_field_names_its_words_where_they_stand_and_what_they_mean(
    text: str, field: str, words: str, meaning_of_words: str, list_name: str
) -> None:
    found = by_field(text)[field]
    assert found.passage is not None
    assert found.passage.words == words
    assert text[slice(*found.passage.span)] == words
    assert found.meaning.startswith(meaning_of_words)
    assert not list_name or list_name in found.lists


def test_a_draft_names_its_rule_with_the_word_that_set_it_off_and_why_each_flag_stands() -> None:
    draft = explained(ENGLISH).drafts[0]
    assert (draft.number, draft.rule, draft.means) == (1, "fire", meaning("draft", "fire"))
    assert draft.word is not None
    assert draft.word.passage is not None
    assert draft.word.passage.words == "shelled"
    assert dict(draft.flags) == {"relative_date": meaning("flag", "relative_date")}
    assert "subject" in by_field(ARABIC)["actor"].rule


def test_every_part_of_a_toll_s_breakdown_is_accounted_for() -> None:
    killed = [it for it in explained(ENGLISH).drafts[1].evidence if it.field == "killed"]
    assert [(it.passage.words if it.passage else "", it.meaning) for it in killed] == [
        ("at least 62", "62 at_least"),
        ("11 children", "11 exact children"),
    ]


def test_a_veto_names_its_rule_its_passage_and_its_word() -> None:
    (vetoed,) = explained(ENGLISH).vetoed
    assert (vetoed.rule, vetoed.means) == ("veto_future", meaning("veto", "veto_future"))
    assert vetoed.passage.words == "The regime forces may storm Jasim"
    assert vetoed.word is not None
    assert vetoed.word.passage is not None
    assert vetoed.word.passage.words == "may"


@pytest.mark.parametrize(("text", "number"), [(ENGLISH, "About 2,500 people"), (ARABIC, "نحو 2500 شخص")])
def test_a_number_of_people_that_no_draft_took_is_left_out_with_its_sentence(text: str, number: str) -> None:
    (left,) = explained(text).left_out
    assert left.number.words == number
    assert number in left.around.words
    assert text[slice(*left.around.span)] == left.around.words


def test_an_event_told_twice_says_where_it_is_told_again() -> None:
    told = "The shells that hit Tasil town killed 7 people, doctors said"
    (draft,) = explained(f"Shells hit Tasil town and killed 7 people.\n\n{told}.\n").drafts
    assert [it.words for it in draft.joined] == [told]


def test_a_headline_that_gives_way_to_the_body_is_told_and_its_number_is_not_left_out() -> None:
    found = explained("Shells kill 7 in Tasil\n\nShells hit Tasil town on Tuesday and killed 7 people, doctors said.\n")
    assert [it.rule for it in found.vetoed] == ["headline"]
    assert found.left_out == ()


def test_the_fields_of_a_form_are_accounted_for() -> None:
    found = by_field("Incident: shelling\nPlace: Tasil\nDate: 31 July 2018\nKilled: 5\n")
    assert found["killed"].passage is not None
    assert found["killed"].passage.words == "5"


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_everything_that_is_said_of_a_report_is_listed_and_stands_in_its_text(path: Path) -> None:
    text = path.read_bytes().decode("utf-8")
    found = explained(text)
    assert [it.rule for it in found.drafts if not it.means] == []
    assert [it.rule for it in found.vetoed if not it.means] == []
    assert [flag for it in found.drafts for flag, words in it.flags if not words] == []
    passages = [it.passage for draft in found.drafts for it in draft.evidence if it.passage]
    passages += [it.passage for it in found.vetoed] + [it.number for it in found.left_out]
    assert [it.words for it in passages if text[slice(*it.span)] != it.words] == []


def test_without_asking_nothing_is_explained_and_the_drafts_are_the_same() -> None:
    plain = read(ENGLISH, published=PUBLISHED)
    assert plain.explanation is None
    assert plain.drafts == read(ENGLISH, published=PUBLISHED, explain=True).drafts
