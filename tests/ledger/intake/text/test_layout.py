"""What of a page is the report: headlines, bullets, furniture, the province it opens with."""

from __future__ import annotations

import pytest

from ledger.intake.text.layout import paragraphs, unwrapped
from tests.ledger.intake.reader import only


def lines(text: str) -> list[str]:
    return [text[paragraph.start : paragraph.end] for paragraph in paragraphs(text)]


@pytest.mark.parametrize(
    "line",
    [
        "The Syrian Observatory For Human Rights",
        "More to read",
        "Our site stores cookies on your device.",
        "Author: Desk A",
        "Published: 2018/07/12 07:37",
        "People search the rubble in Nawa. NEWSWIRE/Staff",
    ],
)
def test_furniture_is_left_out(line: str) -> None:
    assert lines(f"{line}\nShells hit Nawa this morning and killed 3 people.") == [
        "Shells hit Nawa this morning and killed 3 people."
    ]


def test_the_first_line_without_an_end_mark_is_a_headline() -> None:
    first, second = paragraphs("Shells hit Nawa\n\nShells hit the town of Nawa this morning and killed 3 people.")
    assert (first.is_headline, second.is_headline) == (True, False)


def test_a_single_line_is_no_headline() -> None:
    (only,) = paragraphs("Shells hit Nawa")
    assert only.is_headline is False


@pytest.mark.parametrize("mark", ["•", "·", "-", "*"])
def test_bullets_are_items(mark: str) -> None:
    found = paragraphs(f"Shells hit these towns:\n{mark} Nawa: two girls.\n")
    assert [paragraph.is_item for paragraph in found] == [False, True]


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("Daraa Province, the Syrian Observatory for Human Rights: shells hit Nawa.", "Daraa Province"),
        ("Rif Dimashq Province – SOHR:: shells hit Duma.", "Rif Dimashq Province"),
        ("Idlib province: shells hit Ariha.", "Idlib province"),
        ("محافظه درعا – المرصد السوري لحقوق الانسان: قصف على نوي.", "محافظه درعا "),
    ],
)
def test_the_province_that_opens_a_paragraph_is_its_scope(text: str, scope: str) -> None:
    (found,) = paragraphs(text)
    assert found.scope is not None
    assert text[slice(*found.scope)] == scope


def test_a_sentence_goes_on_over_lines_broken_to_fit() -> None:
    draft = only(
        "Warplanes bombed the town of Hayt on Monday and the strikes that followed killed\n"
        "at least 12 people, among them three children, while 26 others were wounded in\n"
        "the nearby villages, doctors said."
    )
    assert draft.killed is not None
    assert draft.injured is not None
    assert (draft.killed.low, draft.injured.low) == (12, 26)
    assert "killed\nat least 12" in draft.quote


@pytest.mark.parametrize(
    "text",
    [
        "Five dead as shells hit Nawa\nShells hit Nawa at noon.",
        "- shells hit Nawa\n- shells hit Hayt",
        "SUMMARY\nshells hit Nawa",
        "shells hit nawa again today and nobody knows how many people are under it\nno bread since two days",
    ],
)
def test_headings_bullets_and_messages_stay_lines_of_their_own(text: str) -> None:
    assert unwrapped(text) == text


@pytest.mark.parametrize(
    "line", ["اقرا ايضا: قصف علي ادلب يقتل 5", "للمزيد من الاخبار تابعونا", "See also: Strike kills 4"]
)
def test_a_line_that_leads_to_other_reports_is_left_out(line: str) -> None:
    assert lines(f"سقطت قذائف على بلدة نوى وقتلت 3 أشخاص.\n{line}") == ["سقطت قذائف على بلدة نوى وقتلت 3 أشخاص."]


def test_lines_of_a_message_that_run_on_without_end_marks_are_no_headlines() -> None:
    message = "الحربي ضرب سوق البلد من ساعة\nفي ٤ شهدا\nكمان قصف عالسهل من الصبح\nوالناس عم تطلع\nالله يستر"
    assert not any(paragraph.is_headline for paragraph in paragraphs(message))


def test_a_headline_and_the_line_under_it_stay_headlines() -> None:
    marked = paragraphs("Shells hit Nawa\nA desk report\n\nShells hit the town of Nawa and killed 3 people.")
    assert [paragraph.is_headline for paragraph in marked] == [True, True, False]


@pytest.mark.parametrize(
    "line",
    [
        "Photo: a burnt car after an attack in Nawa that killed 12 soldiers",
        "Image caption: People dig in the rubble after a raid",
        "A vehicle after an ambush that left 12 soldiers dead, archive",
        "A man beside the graves of his four children (file photo)",
    ],
)
def test_captions_of_pictures_are_left_out(line: str) -> None:
    assert lines(f"Shells hit Nawa this morning and killed 3 people.\n{line}") == [
        "Shells hit Nawa this morning and killed 3 people."
    ]


def test_headlines_of_other_reports_are_left_out() -> None:
    text = "Shells hit Nawa.\nRelated:\nTwo boys killed by a mine in Jasim\nRaids on Ariha kill 5\nThe toll may rise.\n"
    assert lines(text) == ["Shells hit Nawa.", "The toll may rise."]


def test_bullets_inside_a_line_have_lost_their_line_breaks() -> None:
    assert lines("Killed: 5 • Injured: 12 • Place: Nawa") == ["Killed: 5", "Injured: 12", "Place: Nawa"]


def test_an_emoji_makes_an_item_only_beside_another_of_its_kind() -> None:
    assert [paragraph.is_item for paragraph in paragraphs("🔴 Nawa 3\n🔴 Tasil 1")] == [True, True]
    assert [paragraph.is_item for paragraph in paragraphs("🔴 Daily report\n⭕ In the past day\n• Nawa 3")] == [
        False,
        False,
        True,
    ]


def test_a_label_with_its_number_is_no_headline() -> None:
    found = paragraphs("Nawa\nNumber of martyrs: 19\nShells hit the town of Nawa this morning and killed 19 people.")
    assert [paragraph.is_headline for paragraph in found] == [True, False, False]
