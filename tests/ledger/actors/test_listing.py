"""Words to parties: ranked, with reasons, and none chosen where several may be meant."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from ledger.actors import ANYWHERE, Situation, default_actors
from ledger.domain.values import Actor

SYRIA, YEMEN, LEBANON, GAZA = (Situation(frozenset({code})) for code in ("sy", "ye", "lb", "ps"))
IN_2018, IN_2025 = (Situation(frozenset({"sy"}), date(year, 3, 1)) for year in (2018, 2025))


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        *((name, "jaysh-khalid") for name in (
            "Jaysh Khalid ibn al-Walid", "Jaish Khaled bin al-Waleed", "Khalid Ibn al-Walid Army", "Khaled Army", "JKW",
            "جيش خالد بن الوليد", "جيش خالد ابن الوليد", "جيش خالد", "جيش خالد بن الوليد المبايع", "خالد بن الوليد",
        )),
        ("the “Islamic State” organization", "islamic-state"),
        ("داعش", "islamic-state"),
        ("regime forces and militiamen loyal to them", "regime-forces"),
        ("قوات سوريا الديمقراطية", "sdf"),
        ("Israeli", "israeli-forces"),
        ("غارات إسرائيلية", "israeli-forces"),
        ("Jabhat al-Nusra", "hts"),
        ("Kata'eb Hizbullah", "kataib-hezbollah"),
        ("كتائب حزب الله العراقي", "kataib-hezbollah"),
        ("حزب الله", "hezbollah"),
        ("سرايا القدس", "saraya-al-quds"),
        ("لواء القدس", "liwa-al-quds"),
        ("فيلق القدس", "quds-force"),
        ("الفرقة 25 مهام خاصة", "tiger-forces"),
        ("المخابرات الجوية", "air-force-intelligence"),
        ("لواء فاطميون", "fatemiyoun"),
        ("الدعم السريع", "rsf"),
        ("جماعة الحوثي", "houthis"),
        ("the Saudi-led coalition", "arab-coalition"),
        ("عصائب أهل الحق", "asaib"),
        ("مسلحون مجهولون", "unidentified-gunmen"),
        ("unknown aircraft", "unidentified-warplanes"),
        ("persons unknown", "unidentified-perpetrators"),
    ],
)  # fmt: skip
def test_a_party_is_known_by_its_names(text: str, actor: str) -> None:
    found = default_actors().one(text)
    assert found is not None
    assert found.id == actor


def test_an_unknown_party_is_not_guessed() -> None:
    assert default_actors().resolve("the Zzyzx Brigade") == ()
    assert default_actors().one("the Zzyzx Brigade") is None


@pytest.mark.parametrize(
    ("words", "situation", "actor"),
    [
        ("the army", IN_2018, "regime-forces"),
        ("the army", IN_2025, "transitional-forces"),
        ("الجيش", LEBANON, "lebanese-army"),
        ("the coalition", SYRIA, "coalition"),
        ("طيران التحالف", YEMEN, "arab-coalition"),
        ("the organization", SYRIA, "islamic-state"),
        ("التنظيم", YEMEN, "aqap"),
        ("the resistance", LEBANON, "hezbollah"),
        ("المقاومة", GAZA, "palestinian-factions"),
        ("قوى الأمن الداخلي", LEBANON, "isf-lebanon"),
        ("the Syrian army", Situation(on=date(2013, 8, 1)), "regime-forces"),
        ("the Syrian army", Situation(on=date(2025, 8, 1)), "transitional-forces"),
    ],
)
def test_a_name_that_several_bear_is_told_apart_by_country_and_day(
    words: str, situation: Situation, actor: str
) -> None:
    found = default_actors().one(words, situation)
    assert found is not None
    assert found.id == actor


@pytest.mark.parametrize(
    ("words", "situation"),
    [
        ("the army", ANYWHERE),
        ("the army", Situation(frozenset({"jp"}))),
        ("the coalition", ANYWHERE),
        ("the coalition", Situation(frozenset({"sy", "ye"}))),
        ("the Syrian army", ANYWHERE),
        ("قوى الأمن الداخلي", IN_2025),
    ],
)
def test_where_more_than_one_may_be_meant_all_are_given_with_reasons_and_none_is_taken(
    words: str, situation: Situation
) -> None:
    parties = default_actors()
    found = parties.resolve(words, situation)
    assert parties.one(words, situation) is None
    assert len(found) > 1
    assert all(candidate.reason for candidate in found)
    assert [it.score for it in found] == sorted((it.score for it in found), reverse=True)


def test_a_reason_says_where_when_and_whether_the_text_has_named_it() -> None:
    found = default_actors().resolve("the organization", Situation(on=date(2025, 1, 1), named=("aqap",)))
    assert {it.actor.id: it.reason for it in found} == {
        "aqap": "a name it bears in SA, YE, and no country is known, named before in the text",
        "islamic-state": "a name it bears in AF, EG, IQ, LY, NG, SO, SY, and no country is known",
    }
    assert found[0].actor.id == "aqap"
    past = default_actors().resolve("the army", IN_2025)
    assert next(it.reason for it in past if it.actor.id == "regime-forces") == (
        "a name it bears in SY, but until 2024-12-08"
    )


def test_names_are_given_in_either_language() -> None:
    parties = default_actors()
    assert parties.name("jaysh-khalid", "en") == "Jaysh Khalid ibn al-Walid"
    assert parties.name("jaysh-khalid", "ar") == "جيش خالد بن الوليد"
    assert parties.name("zzyzx", "en") == "zzyzx"


def test_a_party_follows_and_belongs() -> None:
    parties = default_actors()
    khalid = parties.get("jaysh-khalid")
    assert khalid is not None
    assert (khalid.parent, khalid.followed(date(2018, 7, 1))) == (None, ("islamic-state",))
    assert {it.id for it in parties if "sdf" in parties.lineage(it.id)} >= {"sdf", "ypg", "ypj", "asayish",
                                                                           "manbij-military-council"}  # fmt: skip
    assert parties.lineage("quds-force") == ("quds-force", "irgc", "iranian-forces")
    assert parties.lineage("zzyzx") == ("zzyzx",)


def test_ids_can_enter_an_event_and_every_party_has_names_in_both_languages() -> None:
    parties = list(default_actors())
    assert len(parties) >= 150
    for party in parties:
        assert Actor(id=party.id).key == party.id
        assert party.name_en
        assert "\u0600" <= party.name_ar[0] <= "\u06ff"


def test_no_two_parties_share_a_name_that_means_each_wherever_it_stands_at_the_same_time() -> None:
    parties = default_actors()
    bearers: dict[tuple[str, ...], list[str]] = {}
    for name in parties.written():
        bearers.setdefault(name.words, name.bearers.split("|"))
    for words, ids in bearers.items():
        everywhere = [party for it in ids if (party := parties.get(it)) is not None]
        ends = sorted((it.since, it.until) for it in everywhere if it.since and it.until)
        open_ended = [it for it in everywhere if not (it.since or it.until)]
        assert len(everywhere) < 2 or not open_ended, (words, ids)
        assert all(before[1] <= after[0] for before, after in pairwise(ends)), (words, ids)
