"""The window of a toll: from its own words, from the toll before, or from the month that the report is about."""

from __future__ import annotations

from datetime import date

import pytest

from ledger.intake.drafts import Draft
from tests.ledger.intake.reader import bounds, drafts, kinds, only

PUBLISHED = date(2021, 8, 2)
JULY = (date(2021, 7, 1), date(2021, 7, 31))


def tolls(text: str) -> list[Draft]:
    return [draft for draft in drafts(text, PUBLISHED) if draft.kind.value == "toll_stated"]


@pytest.mark.parametrize(
    "text",
    [
        "More than 310 people have been killed in Nawa since the siege began on Jun. 3",
        "More than 310 people have been killed in Nawa since the siege of the town began on June 3",
        "Since the army's offensive began on 3 June, more than 310 people have been killed in Nawa",
        "More than 310 people have been killed in Nawa from the 3rd of June onwards",
        "From 3 June, which was the day when the large offensive against the town was declared by the army and its "
        "allies, to 1 August, more than 310 people were killed in Nawa",
    ],
)
def test_a_toll_begins_on_the_day_that_its_clause_names(text: str) -> None:
    assert only(text, PUBLISHED).period_start == date(2021, 6, 3)


def test_a_month_with_a_point_does_not_end_the_sentence() -> None:
    draft = only("At least 31 people have been killed in Nawa since Jun. 3, 2021, medics said.", PUBLISHED)
    assert draft.period_start == date(2021, 6, 3)


def test_a_toll_that_goes_on_in_the_same_sentence_has_the_same_window() -> None:
    found = tolls(
        "It rose to 310 the number of civilians killed in Nawa since the 3rd of June 2021, and to 85 the number of "
        "fighters, bringing to 395 the overall number of the dead"
    )
    assert [draft.period_start for draft in found] == [date(2021, 6, 3)] * 3


def test_what_another_source_says_has_no_window_of_the_toll_before() -> None:
    found = tolls("31 people were killed in Nawa since 3 June, said the mayor, while medics said 12 guards were killed")
    assert [draft.period_start for draft in found][1:] in ([], [None])


def test_the_same_period_ends_where_the_period_did() -> None:
    found = tolls(
        "From 3 June to 30 June, 62 civilians were killed in Nawa. In the same period 14 soldiers were killed."
    )
    assert (found[1].period_start, found[1].counted_to) == (date(2021, 6, 3), date(2021, 6, 30))


@pytest.mark.parametrize(
    "text",
    [
        "Our group documented the death of 80 civilians in July 2021. Nine people died under torture.",
        "In July 2021 the group recorded 40 attacks. It documented the death of 80 civilians, 12 of them women.",
        "The group documented the death of 80 civilians in July 2021. Mines took more lives: 11 people died.",
    ],
)
def test_a_report_about_a_month_counts_in_that_month(text: str) -> None:
    assert {(draft.period_start, draft.counted_to) for draft in tolls(text)} == {JULY}


def test_an_attack_in_a_monthly_report_keeps_its_own_day() -> None:
    text = (
        "Our group documented the death of 80 civilians in July 2021. On 6 July, warplanes hit the market of Nawa "
        "and killed 14 people."
    )
    strike = next(draft for draft in drafts(text, PUBLISHED) if draft.kind.value == "strike")
    assert strike.occurred is not None
    assert (strike.occurred.start, strike.period_start) == (date(2021, 7, 6), None)


def test_a_month_that_is_compared_with_keeps_its_own_count() -> None:
    found = tolls("In July, at least 78 civilians were killed in Nawa, fewer than in June (at least 94 killed).")
    assert [(draft.killed.low if draft.killed else None, draft.period_start) for draft in found] == [
        (78, date(2021, 7, 1)),
        (94, date(2021, 6, 1)),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The blast killed 21 people in Nawa and was the deadliest attack there since 3 June",
        "The death toll in Nawa rose to 21 in the worst bombardment since 3 June",
    ],
)
def test_a_comparison_with_the_past_begins_no_window(text: str) -> None:
    assert all(draft.period_start is None for draft in drafts(text, PUBLISHED))


def test_the_war_did_not_begin_where_a_count_did() -> None:
    found = tolls(
        "The number of people killed in Nawa since early 2021 has risen to 59. The group has documented the death of "
        "4,700 civilians since the beginning of the revolution."
    )
    assert [draft.period_start for draft in found] == [date(2021, 1, 1), None]


def test_they_left_so_many_dead_since_the_day_told_with_them() -> None:
    found = tolls("It is the fifth attack in Nawa since 3 June. They have caused the death of 27 people in total.")
    assert [draft.period_start for draft in found] == [date(2021, 6, 3)]


def test_since_then_speaks_of_the_day_named_last() -> None:
    found = tolls(
        "40 people were killed in Nawa since 3 June. The siege began after the attack of 5 July 2021. 310 people have "
        "been killed since then."
    )
    assert found[-1].period_start == date(2021, 7, 5)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Between January and June 2021, 61 people were killed in Nawa", date(2021, 1, 1), date(2021, 6, 30)),
        ("From March 2019 to June 2021, 61 people were killed in Nawa", date(2019, 3, 1), date(2021, 6, 30)),
        ("From November to February, 61 people were killed in Nawa", date(2020, 11, 1), date(2021, 2, 28)),
    ],
)
def test_whole_months_are_counted_to_their_end(text: str, start: date, end: date) -> None:
    assert [(draft.period_start, draft.counted_to) for draft in tolls(text)] == [(start, end)]


def test_a_since_that_opens_its_clause_holds_behind_an_aside() -> None:
    found = tolls(
        "A truce spared the town for months, but since 3 June, when the army opened its attack, more than 350 "
        "civilians have been killed and 33,000 forced to flee."
    )
    assert [draft.period_start for draft in found] == [date(2021, 6, 3)]


def test_joined_dead_share_what_is_said_behind_the_last_of_them() -> None:
    found = tolls("At least 84 IS members, 45 soldiers and 12 civilians have been killed since the 3rd of June.")
    assert [draft.period_start for draft in found] == [date(2021, 6, 3)] * 3


def test_since_the_attack_began_is_the_day_of_the_attack_told_before() -> None:
    found = tolls("Gunmen stormed the prison in Nawa on Thursday. 45 guards have been killed since the attack began.")
    assert found[-1].period_start == date(2021, 7, 29)


def test_what_the_same_speaker_adds_is_of_the_same_window() -> None:
    found = tolls("31 people were killed in Nawa since 3 June, said the mayor, adding that 12 guards had also died.")
    assert [draft.period_start for draft in found] == [date(2021, 6, 3)] * 2


def test_the_month_that_a_heading_names_is_the_window_of_its_tolls() -> None:
    text = "Nawa: the month of June in review\n\nBetween 40 and 52 civilians are likely to have died in these events."
    assert tolls(text)[-1].period_start == date(2021, 6, 1)


def test_soldiers_bombed_by_mistake_are_no_corrected_toll() -> None:
    text = "The jets hit by mistake today a building in Nawa where soldiers were positioned, killing 3 of them."
    assert not tolls(text)


@pytest.mark.parametrize(
    "text",
    [
        "The army killed 15 Palestinians, four children among them, and injured 98 in Jenin in the reporting period.",
        "During the period under review, 15 Palestinians were killed in Jenin and 98 injured.",
        "Fifteen Palestinians were killed and 98 injured in Jenin over the two weeks covered by this report.",
        "قتل 15 فلسطينيا وأصيب 98 آخرون في جنين خلال الفترة المشمولة بالتقرير.",
    ],
)
def test_the_period_of_a_report_is_that_of_its_title(text: str) -> None:
    draft = only(f"WEST BANK | Humanitarian bulletin, 27 June – 10 July 2018\n\n{text}")
    assert (draft.kind.value, bounds(draft.killed), bounds(draft.injured)) == (
        "toll_stated",
        (15, 15, "exact"),
        (98, 98, "exact"),
    )
    assert (draft.period_start, draft.counted_to) == (date(2018, 6, 27), date(2018, 7, 10))


@pytest.mark.parametrize(
    "words", ["Militant deaths in the month come to 58.", "The army killed 58 militants in the month."]
)
def test_in_the_month_is_the_month_told_before(words: str) -> None:
    _, second = drafts(f"In June, 62 civilians died in Nawa. {words}")
    assert (second.kind.value, bounds(second.killed)) == ("toll_stated", (58, 58, "exact"))
    assert (second.period_start, second.counted_to) == (date(2018, 6, 1), date(2018, 6, 30))


def test_later_in_the_month_is_no_period() -> None:
    assert kinds("In June, 62 civilians died in Nawa. Later in the month, shelling killed 3 in Tafas.") == [
        "toll_stated",
        "shelling",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Armed groups killed 45 civilians, including 12 women, and injured 61 people in June.",
        "قتل 45 مدنيا بينهم 12 امرأة، وأصيب 61 آخرون في حزيران.",
    ],
)
def test_a_time_behind_the_injured_is_that_of_the_dead(text: str) -> None:
    draft = only(text)
    assert (draft.kind.value, bounds(draft.killed), draft.period_start) == (
        "toll_stated",
        (45, 45, "exact"),
        date(2018, 6, 1),
    )


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("In the first nine days of July alone, 450 people were killed in Nawa.", date(2018, 7, 1), date(2018, 7, 9)),
        ("In the first three weeks of July 450 people were killed in Nawa.", date(2018, 7, 1), date(2018, 7, 21)),
        ("450 people were killed in Nawa last year.", date(2017, 1, 1), date(2017, 12, 31)),
        ("450 people were killed in Nawa last month.", date(2018, 7, 1), date(2018, 7, 31)),
        ("قتل 450 شخصا في نوى هذا الشهر.", date(2018, 8, 1), date(2018, 8, 2)),
        ("قتل 450 شخصا في نوى منذ أيار.", date(2018, 5, 1), date(2018, 8, 2)),
    ],
)
def test_windows_told_in_other_words(words: str, first: date, last: date) -> None:
    draft = only(words)
    assert (draft.period_start, draft.counted_to) == (first, last)
