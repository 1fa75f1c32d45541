"""Values: what a count says, when two keys are one, and what may never enter an event."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from pydantic import TypeAdapter, ValidationError

from ledger.domain.movement import falls, gives_reason, reviewers_needed, unexplained
from ledger.domain.values import (
    Actor,
    Basis,
    CodedText,
    Count,
    GroupCount,
    Harm,
    Place,
    Quantifier,
    Reason,
    ReasonCode,
    Stated,
    TollKey,
    Value,
    When,
    exactly,
    folded,
    parse_moment,
    short_id,
)
from tests.ledger.domain.samples import AUGUST_1, JULY_31, KEY

coded = TypeAdapter(CodedText).validate_python


def test_unknown_is_not_zero() -> None:
    assert Count() != exactly(0)
    assert (Count().best, Count().measure) == (None, None)
    assert (exactly(0).best, exactly(0).measure) == (0, 0)
    assert Count().states_nothing
    assert not exactly(0).states_nothing


@pytest.mark.parametrize(
    ("count", "best", "measure", "in_short"),
    [
        (exactly(12), 12, 12, "12"),
        (Count(low=12, qualifier=Quantifier.AT_LEAST), 12, 12, "12"),
        (Count(low=12, qualifier=Quantifier.MORE_THAN), 12, 12, "12"),
        (Count(low=12, qualifier=Quantifier.ABOUT), 12, 12, "12"),
        (Count(low=4, high=6, qualifier=Quantifier.BETWEEN), 4, 4, "4"),
        (Count(high=12, qualifier=Quantifier.UP_TO), None, 12, "12"),
        (Count(low=4, best_given=5, high=9), 5, 4, "4"),
        (Count(best_given=5), 5, 5, "5"),
        (Count(qualifier=Quantifier.TENS), None, None, "tens"),
        (Count(qualifier=Quantifier.HUNDREDS), None, None, "hundreds"),
        (Count(qualifier=Quantifier.THOUSANDS), None, None, "thousands"),
        (Count(), None, None, "no number"),
    ],
)
def test_a_count_keeps_its_wording(count: Count, best: int | None, measure: int | None, in_short: str) -> None:
    assert (count.best, count.measure, count.in_short) == (best, measure, in_short)


@pytest.mark.parametrize(("low", "high"), [(12, None), (None, 12), (11, 12)])
def test_an_exact_count_has_one_number(low: int | None, high: int | None) -> None:
    with pytest.raises(ValidationError, match="exact"):
        Count(low=low, high=high, qualifier=Quantifier.EXACT)


@pytest.mark.parametrize(
    "bounds", [{"low": 6, "high": 4}, {"low": 6, "best_given": 5}, {"best_given": 7, "high": 6}], ids=str
)
def test_bounds_that_run_backwards_are_refused(bounds: dict[str, int]) -> None:
    with pytest.raises(ValidationError, match="low over best to high"):
        Count.model_validate(bounds)


@pytest.mark.parametrize("number", [-1, 2**53, 1.5, "12", True])
def test_a_number_of_people_is_a_whole_number(number: object) -> None:
    with pytest.raises(ValidationError):
        Count.model_validate({"low": number})


def test_a_merged_group_stays_merged_and_parts_need_not_add_up() -> None:
    parts = (GroupCount(group="women and boys", low=8), GroupCount(group="children", low=90))
    assert Count(low=48, breakdown=parts).breakdown == parts


def test_values_are_frozen_and_refuse_unknown_fields() -> None:
    with pytest.raises(ValidationError):
        Count.model_validate({"low": 1, "colour": "red"})
    with pytest.raises(ValidationError):
        exactly(1).low = 2  # type: ignore[misc]


def test_unexplained_is_what_the_reasons_leave_over() -> None:
    found = Reason(code=ReasonCode.FOUND_ALIVE, amount=-3)
    assert unexplained(exactly(62), exactly(58), (found,)) == -1
    assert unexplained(exactly(62), exactly(58), ()) == -4
    assert unexplained(exactly(62), exactly(58), (found, Reason(code=ReasonCode.MERGED))) is None
    assert unexplained(Count(qualifier=Quantifier.TENS), exactly(58), ()) is None


@pytest.mark.parametrize(
    ("old", "new", "fell"),
    [
        (exactly(62), exactly(61), True),
        (exactly(62), exactly(62), False),
        (exactly(62), Count(), False),
        (Count(), exactly(1), False),
        (exactly(100), Count(qualifier=Quantifier.TENS), True),
        (exactly(99), Count(qualifier=Quantifier.TENS), False),
        (exactly(1000), Count(qualifier=Quantifier.HUNDREDS), True),
        (exactly(10**6), Count(qualifier=Quantifier.THOUSANDS), False),
        (Count(low=10, best_given=15), Count(low=10, best_given=14), True),
        (Count(low=10, high=20), Count(low=12, high=18), False),
    ],
)
def test_what_falls(old: Count, new: Count, fell: bool) -> None:
    assert falls(old, new) is fell


def test_the_larger_drop_says_how_many_must_agree() -> None:
    assert reviewers_needed(Count(low=100, best_given=200), Count(low=99, best_given=150)) == 2


def test_none_given_is_no_reason() -> None:
    assert not gives_reason((Reason(code=ReasonCode.NONE_GIVEN),))
    assert gives_reason((Reason(code=ReasonCode.NONE_GIVEN), Reason(code=ReasonCode.MERGED)))


def test_the_id_of_a_key_is_permanent() -> None:
    assert KEY.id == "T-6tb0vwz4z7"
    assert TollKey(source="SOHR").id == "T-kbn9jszdnr"


SPELLINGS = [
    ("أحمد", "احمد"),
    ("إدلب", "ادلب"),
    ("آفس", "افس"),
    ("ٱلحسكة", "الحسكه"),
    ("حماة", "حماه"),
    ("مصطفى", "مصطفي"),
    ("اليرموک", "اليرموك"),
    ("شرقی", "شرقي"),
    ("درعــــا", "درعا"),
    ("حَوْضُ اليَرموك", "حوض اليرموك"),
    ("القرية ٥", "القرية 5"),
    ("Al-Shajara", "al shajara"),
    ("Saḥm  al Jawlān", "sahm al jawlan"),
    ("ﻻ", "لا"),
]


@pytest.mark.parametrize(("one", "other"), SPELLINGS)
def test_two_spellings_are_one_place_one_actor_and_one_key(one: str, other: str) -> None:
    assert folded(one) == folded(other)
    assert Place(text=one).key == Place(text=other).key
    assert Actor(text=one).key == Actor(text=other).key
    first, second = (
        TollKey(source=words, place=Place(text=words), group=words, cause=words, perpetrator=Actor(text=words))
        for words in (one, other)
    )
    assert first.parts == second.parts
    assert first.id == second.id


@pytest.mark.parametrize(("one", "other"), [("Hama", "Homs"), ("سحم", "سهم"), ("5", "6"), ("!", "?")])
def test_other_words_are_other_keys(one: str, other: str) -> None:
    assert TollKey(source=one).id != TollKey(source=other).id


def test_each_of_the_nine_parts_makes_another_key_and_null_is_not_a_word() -> None:
    others: list[dict[str, object]] = [
        {"source": "HRW"},
        {"place": None},
        {"place": Place(text="Yarmouk Basin")},
        {"group": "civilians"},
        {"affiliation": "Jaysh Khalid"},
        {"harm": Harm.INJURED},
        {"cause": None},
        {"cause": "none"},
        {"perpetrator": Actor(text="regime forces")},
        {"period_start": None},
        {"period_start": date(2018, 7, 20)},
        {"basis": None},
        {"basis": Basis.ESTIMATED},
    ]
    ids = {KEY.model_copy(update=change).id for change in others} | {KEY.id}
    assert len(ids) == len(others) + 1
    assert len(KEY.parts) == 9


def test_a_place_with_an_id_is_the_same_however_it_is_written() -> None:
    assert (
        Place(id="syr.daraa", text="Dar'a").key == Place(id="syr.daraa", text="درعا").key == Place(id="syr.daraa").key
    )


@pytest.mark.parametrize("kind", [Place, Actor])
def test_somewhere_and_somebody_need_an_id_or_words(kind: type[Value]) -> None:
    with pytest.raises(ValidationError):
        kind()


@pytest.mark.parametrize("id_", ["+963933123456", "0933123456", "see https://t.me/x", "@salma", "a b", "", "حماة"])
def test_an_id_is_no_place_for_words(id_: str) -> None:
    with pytest.raises(ValidationError):
        Place(id=id_)


@pytest.mark.parametrize("id_", ["syr.daraa.yarmouk-basin", "SY12", "geonames:170654", "~".replace("~", "x")])
def test_ids_of_gazetteers_are_taken(id_: str) -> None:
    assert Place(id=id_).key == id_


def test_an_interval_runs_forward_and_either_end_may_be_unknown() -> None:
    assert When(start=JULY_31, end=JULY_31).start == JULY_31
    assert When(end=AUGUST_1).start is None
    with pytest.raises(ValidationError):
        When(start=AUGUST_1, end=JULY_31)


def test_a_moment_has_an_offset() -> None:
    assert parse_moment("2018-08-01T10:00:00Z") == datetime(2018, 8, 1, 10, tzinfo=UTC)
    with pytest.raises(ValueError, match="offset"):
        parse_moment("2018-08-01T10:00:00")
    with pytest.raises(ValidationError):
        Stated.model_validate({"source": "SOHR", "stated_at": "2018-08-01T10:00:00"})


def test_a_short_id_is_ten_letters_without_those_that_are_misread() -> None:
    made = {short_id("R", str(number).encode()) for number in range(500)}
    assert len(made) == 500
    for made_id in made:
        prefix, letters = made_id.split("-")
        assert prefix == "R"
        assert len(letters) == 10
        assert not set(letters) & set("ilou")
