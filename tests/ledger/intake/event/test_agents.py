"""Who acts is told by the place in the sentence; who is harmed, aimed at, a holder or a source does not act."""

from __future__ import annotations

import pytest

from ledger.intake.drafts import Draft
from tests.ledger.intake.reader import drafts


def last(text: str) -> Draft:
    return drafts(text)[-1]


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("Three men were killed in Nawa by masked gunmen of the SDF", "masked gunmen of the SDF", "sdf"),
        ("Members of the “Islamic State” organization abducted 4 men in Nawa",
         "Members of the “Islamic State” organization", "islamic-state"),
        ("Turkish-backed factions shelled Tal Rifat", "Turkish-backed factions", "sna"),
        ("The regime’s shells hit Nawa and killed 3 people", "The regime", "regime-forces"),
        ("Warplanes and the regime forces bombed Nawa", "Warplanes and the regime forces", "regime-forces"),
        ("The regime forces, the warplanes and the helicopters bombed Nawa today",
         "The regime forces, the warplanes and the helicopters", "regime-forces"),
        ("5 civilians died in Nawa at the hands of the regime forces", "the regime forces", "regime-forces"),
        ("Police arrested 4 men in Nawa", "Police", None),
        ("Gunmen on a motorcycle shot dead a teacher in Nawa", "Gunmen on a motorcycle", None),
        ("Unidentified gunmen shot dead a teacher in Nawa", "Unidentified gunmen", "unidentified-gunmen"),
        ("The Wadi Hawks Brigade shelled Nawa and killed 3 people", "The Wadi Hawks Brigade", None),
        ("اغتال مسلحون مجهولون معلماً في نوى", "مسلحون مجهولون", "unidentified-gunmen"),
        ("مسلحون من قوات سوريا الديمقراطية خطفوا 4 رجال في نوى", "مسلحون من قوات سوريا الديمقراطية", "sdf"),
        ("استشهد 3 مدنيين في نوى جراء غارات لطيران النظام", "طيران النظام", "regime-warplanes"),
        ("قتل 5 مدنيين في نوى على يد عناصر تنظيم داعش", "عناصر تنظيم داعش", "islamic-state"),
        ("قصفت كتيبة صقور الوادي بلدة نوى وقتل 3 مدنيين", "كتيبة صقور الوادي", None),
    ],
)  # fmt: skip
def test_who_acts_is_named_in_the_words_of_the_text(text: str, words: str, actor: str | None) -> None:
    found = last(text).actor
    assert found is not None
    assert (found.text, found.id) == (words, actor)


@pytest.mark.parametrize(
    "text",
    [
        "Warplanes were heard as shells hit a post of the regime forces in Nawa",
        "The army said that shells hit Nawa",
        "According to the SDF, shells hit Nawa",
        "Shells hit an SDF checkpoint in Nawa",
        "Regime forces were hit by shells in Nawa",
        "The regime forces lost 3 soldiers in Nawa",
        "سقط 3 قتلى من قوات النظام في نوى",
        "فقدت قوات النظام 4 من جنودها في نوى",
    ],
)
def test_who_is_harmed_aimed_at_or_a_source_does_not_act(text: str) -> None:
    assert [draft.actor for draft in drafts(text) if draft.actor and draft.actor.id] == []


@pytest.mark.parametrize(
    ("text", "words", "target"),
    [
        ("Clashes between the SDF and ISIS in Nawa", "the SDF and ISIS", "islamic-state"),
        ("تدور اشتباكات بين قوات النظام من جهة، وجيش الإسلام من جهة أخرى في نوى",
         "قوات النظام من جهة، وجيش الإسلام", "jaysh-al-islam"),
        ("The SDF clashed with ISIS in Nawa", "The SDF", "islamic-state"),
    ],
)  # fmt: skip
def test_a_clash_has_both_sides(text: str, words: str, target: str) -> None:
    draft = last(text)
    assert draft.actor is not None
    assert draft.actor.text == words
    assert draft.target is not None
    assert draft.target.id == target


def test_a_clash_against_somebody_names_no_other_side() -> None:
    draft = last("Violent clashes against ISIS in Nawa")
    assert draft.actor is None
    assert draft.target is not None
    assert draft.target.id == "islamic-state"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Gunmen stormed the village of Tasil and abducted 12 men", "Gunmen"),
        ("اقتحمت قوات النظام بلدة تسيل واعتقلت 12 رجلاً", "قوات النظام"),
    ],
)
def test_a_second_deed_is_of_the_same_subject(text: str, words: str) -> None:
    found = last(text)
    assert found.affected is not None
    assert found.actor is not None
    assert found.actor.text == words


def test_who_is_only_believed_to_act_has_no_id_and_is_a_candidate() -> None:
    for text, words in (
        ("Nawa was bombed by warplanes believed to be Russian", "warplanes believed to be Russian"),
        ("قصفت طائرات يعتقد أنها روسية بلدة نوى", "طائرات يعتقد أنها روسية"),
    ):
        found = last(text).actor
        assert found is not None
        assert (found.text, found.id, found.candidates) == (words, None, ("russian-forces",))


def test_a_party_that_merely_stands_beside_is_flagged() -> None:
    beside = last("With three missiles the regime forces put the clinic in Nawa out of service")
    assert beside.actor is not None
    assert "actor_unclear" in beside.flags
    assert "actor_unclear" not in last("Regime forces shelled Nawa").flags


def test_calm_has_nobody_who_brings_it_about() -> None:
    assert last("Cautious calm prevails in Nawa, where the regime forces have posts").actor is None


def test_what_a_party_says_of_its_own_deed_is_a_claim() -> None:
    for text in (
        "The Israeli army said it had killed 4 people in a strike on Nawa",
        "أعلنت قوات النظام سيطرتها على نوى",
    ):
        draft = last(text)
        assert draft.certainty.value == "claimed"
        assert draft.actor is not None
