"""Whatever is sent, reading answers: quickly, without an error, and with quotes that stand in the text."""

from __future__ import annotations

from datetime import date
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.intake import read, reading
from tests.ledger.intake.bulletins import ARABIC, ENGLISH
from tests.ledger.intake.reader import DAY, bounds, drafts, only

ENGLISH_WORDS = (
    "killed injured 5 62 people including children women since 19 July 2018 shelling on Hayt in Yarmouk Basin rose to "
    "the toll of number at least calm executed - , . : • “ ” ( ) 1,234 ¹ ½ found alive instead from"
)
ARABIC_WORDS = "قتل مقتل 3 أشخاص بينهم طفل وإصابة قصف على حيط ارتفعت حصيلة القتلى إلى منذ تموز هدوء ٦٢ ـــ"
WORDS = [*ENGLISH_WORDS.split(), *ARABIC_WORDS.split(), "\n", "\r\n", "\u200f", "\u202b", "\u202c", "\u064e"]
MARKS = st.text(alphabet="ـًٌٍَُِّْٰ\u200e\u200f\u202a\u202e\u2067\u2069\ufeff\u00ad\u0301\r\n\t ", max_size=3)


@given(st.text(max_size=400))
@settings(max_examples=150, deadline=None, derandomize=True)
def test_any_text_is_read_and_every_quote_stands_in_it(text: str) -> None:
    for draft in read(text, published=DAY).drafts:
        assert text[draft.span[0] : draft.span[1]] == draft.quote


@given(st.lists(st.tuples(st.sampled_from(WORDS), MARKS), max_size=60), st.sampled_from([DAY, None]))
@settings(max_examples=250, deadline=None, derandomize=True)
def test_words_of_reports_in_any_order_are_read(pieces: list[tuple[str, str]], published: date | None) -> None:
    text = " ".join(word + mark for word, mark in pieces)
    for draft in read(text, published=published).drafts:
        assert text[draft.span[0] : draft.span[1]] == draft.quote
        assert draft.line()["quote"] == draft.quote


@pytest.mark.parametrize("text", [ENGLISH, ARABIC], ids=["en", "ar"])
@pytest.mark.parametrize("mark", ["\u200f", "\u200e", "ـ", "\u064b", "\u202b", "\ufeff", "\u00ad"])
def test_hidden_marks_between_letters_change_nothing_that_is_read(text: str, mark: str) -> None:
    marked = "".join(letter + mark if letter.isalpha() else letter for letter in text)
    plain, hidden = drafts(text, date(2018, 8, 1)), drafts(marked, date(2018, 8, 1))
    assert [(d.kind, bounds(d.killed)) for d in hidden] == [(d.kind, bounds(d.killed)) for d in plain]
    assert all(marked[d.span[0] : d.span[1]] == d.quote for d in hidden)


@pytest.mark.parametrize("text", [ENGLISH, ARABIC], ids=["en", "ar"])
def test_a_report_may_begin_and_end_at_any_word(text: str) -> None:
    edges = [at for at, letter in enumerate(text) if letter.isspace()]
    for part in [*(text[:at] for at in edges), *(text[at:] for at in edges)]:
        assert all(part[draft.span[0] : draft.span[1]] == draft.quote for draft in drafts(part))


@pytest.mark.parametrize(
    "text", ["مركز تل أبيض", "They are 18: 5 civilians and 6", "These attacks", "they are 62, of the army 5", "In Hayt"]
)
def test_a_sentence_may_end_right_after_what_leads_on(text: str) -> None:
    assert read(text, published=DAY) == read(text, published=DAY)


def test_line_ends_of_another_system_change_nothing_but_the_spans() -> None:
    other = ENGLISH.replace("\n", "\r\n")
    plain, found = drafts(ENGLISH, date(2018, 8, 1)), drafts(other, date(2018, 8, 1))
    assert [d.quote for d in found] == [d.quote for d in plain]
    assert all(other[d.span[0] : d.span[1]] == d.quote for d in found)


@pytest.mark.parametrize("text", ["", "   \n\r\n", "\u200f\u200e"])
def test_an_empty_text_is_said_to_be_empty(text: str) -> None:
    found = read(text, published=DAY)
    assert found.drafts == ()
    assert found.notes != ()


def test_a_text_without_an_event_says_so() -> None:
    found = read("The council met to talk about bread prices.", published=DAY)
    assert found.drafts == ()
    assert "nothing in the text is a report" in found.notes[0]


def test_bytes_that_are_no_text_give_no_draft() -> None:
    found = read(Random(7).randbytes(50_000).decode("latin-1"), published=DAY)
    assert (found.drafts, found.notes) == ((), ("this is not a text",))


@pytest.mark.parametrize(
    "piece", [ENGLISH, ARABIC, "12 ", "killed 5 ", "Aa Bb ", "(", "since ", "\n"],
    ids=["en", "ar", "numbers", "deaths", "names", "brackets", "since", "lines"],
)  # fmt: skip
def test_a_text_over_the_limit_is_read_in_part_and_says_so(piece: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "LONGEST", 20_000)
    monkeypatch.setattr(reading, "MOST_DRAFTS", 100)
    found = read(piece * (30_000 // len(piece)), published=DAY)
    assert "only the first 20000 characters were read" in found.notes
    assert len(found.drafts) <= 101
    assert all(draft.span[1] <= 20_000 for draft in found.drafts)


def test_a_megabyte_is_no_text_over_the_limit() -> None:
    assert reading.LONGEST >= 1_048_576
    found = read("No word of this is news.\n" * (1_048_576 // 25), published=DAY)
    assert not any("characters were read" in note for note in found.notes)


def test_more_events_than_are_kept_are_said_to_be_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_DRAFTS", 3)
    towns = ["Hayt", "Tafas", "Jasim", "Douma", "Nawa", "Dael"]
    text = "\n".join(f"Shelling killed {number} people in {town}." for number, town in enumerate(towns, 2))
    found = read(text, published=DAY)
    assert "more than 3 passages; the rest was not read" in found.notes
    assert [draft.killed and draft.killed.low for draft in found.drafts][:3] == [2, 3, 4]


@pytest.mark.parametrize(
    "text", ["-5 people were killed in Hayt", "killed -5 in Hayt", "Shelling on Hayt killed -5 people"]
)
def test_a_negative_number_of_dead_is_flagged_and_not_counted(text: str) -> None:
    draft = only(text)
    assert draft.killed is None
    assert "negative_number" in draft.flags


@pytest.mark.parametrize("number", ["1000000000", "10,000,000", "999999999999999999999999999"])
def test_an_absurd_number_of_dead_is_flagged(number: str) -> None:
    assert "implausible_number" in only(f"Shelling killed {number} people in Hayt").flags


def test_a_day_after_publication_is_flagged() -> None:
    assert "future_date" in only("Shelling killed 3 people in Hayt on 5 May 2031").flags


def test_a_day_that_does_not_exist_is_left_open() -> None:
    draft = only("On 31 February 2018 shelling killed 3 people in Hayt")
    assert draft.occurred is not None
    assert (draft.occurred.start, draft.occurred.text) == (None, "On 31 February 2018")


def test_a_place_outside_the_list_keeps_its_words() -> None:
    draft = only("Shelling killed 2 people in Zzyzxville town")
    assert draft.place is not None
    assert (draft.place.text, draft.place.id, draft.place.candidates) == ("Zzyzxville town", None, ())
