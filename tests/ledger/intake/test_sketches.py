"""The same event told twice is one draft; different events that look alike are two."""

from __future__ import annotations

from tests.ledger.intake.reader import bounds, drafts, kinds, only


def test_a_toll_told_in_the_headline_and_in_the_body_is_one() -> None:
    text = "Toll of Nawa raids climbs to 23\n\nThe number of people killed by raids on Nawa rose to 23, said SOHR.\n"
    assert bounds(only(text).killed) == (23, 23, "exact")


def test_a_round_number_of_the_headline_gives_way_to_the_body() -> None:
    text = "About 310 killed in Idlib\n\nIt rose to 309, the number of people killed in Idlib since 26 April 2018.\n"
    assert bounds(only(text).killed) == (309, 309, "exact")


def test_as_many_dead_at_another_place_are_another_event() -> None:
    text = "Shelling on Nawa killed 3 people this morning. Shelling on Jasim killed 3 people at noon."
    assert kinds(text) == ["shelling", "shelling"]


def test_as_many_dead_with_other_injured_are_another_event() -> None:
    text = "A mine near Nawa killed a man and injured two. Another mine near Nawa killed a man and injured 15."
    assert kinds(text) == ["explosion", "explosion"]


def test_a_source_that_repeats_itself_is_one_toll() -> None:
    text = "The death toll in Nawa rose to 23. SOHR said that the number of people killed in Nawa is 23."
    assert bounds(only(text).killed) == (23, 23, "exact")


def test_a_denial_does_not_take_in_what_others_say() -> None:
    text = "The army denied any air strikes on Nawa. Six civilians died in the strikes, according to the council."
    first, second = drafts(text)
    assert (first.certainty.value, second.kind.value) == ("denied", "toll_stated")


def test_two_single_deaths_at_different_places_stay_two() -> None:
    text = (
        "قتل شاب برصاص مجهولين في بلدة المسيفرة بريف درعا الشرقي. "
        "وعثر أهال على جثة شاب عليها آثار إطلاق نار في بلدة اليادودة بريف درعا الغربي."
    )
    assert len(drafts(text)) == 2
