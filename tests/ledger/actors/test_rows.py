"""A file of one's own parties adds to the list or extends it; a row that does not fit is refused with what would."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ledger.actors import ActorKind, Actors, actors_with, default_actors
from ledger.errors import OwnListUnfit

HEAD = "id,name_en,name_ar,parent,allegiance,kind,countries,since,until,aliases,local_names\n"
VALLEY = "katiba-x,Katibat al-Waadi,كتيبة الوادي,fsa,sdf@2014/2015-06|coalition,militia,sy,2013,2015-06,Valley Men,"


def listed(tmp_path: Path, rows: str, head: str = HEAD) -> Actors:
    file = tmp_path / "parties.csv"
    file.write_text(head + rows, encoding="utf-8")
    return actors_with(file)


def meant(parties: Actors, words: str) -> str | None:
    found = parties.one(words)
    return found.id if found else None


def test_without_a_file_the_list_is_the_one_that_comes_with_us() -> None:
    assert actors_with(None) is default_actors()


def test_a_new_party_is_known_by_its_names_in_both_languages_and_by_their_spellings(tmp_path: Path) -> None:
    parties = listed(tmp_path, f"{VALLEY}the valley\n")
    party = parties.one("Katibat El Waadi")
    assert party is not None
    assert (party.id, party.parent, party.kind, party.countries) == ("katiba-x", "fsa", ActorKind.MILITIA, {"sy"})
    assert (party.since, party.until) == (date(2013, 1, 1), date(2015, 6, 30))
    assert party.followed(date(2015, 1, 1)) == ("sdf", "coalition")
    assert [
        it.id if (it := parties.one(words)) else None for words in ("valley men", "كتيبة الوادي", "the valley")
    ] == [
        "katiba-x",
        "katiba-x",
        None,
    ]
    assert default_actors().one("Valley Men") is None


def test_a_row_of_a_known_id_adds_names_and_keeps_what_it_does_not_give(tmp_path: Path) -> None:
    before = default_actors().get("sdf")
    parties = listed(tmp_path, "sdf,,,,,,,,,Qasd of the north,\n")
    after = parties.get("sdf")
    assert before is not None
    assert after == before.model_copy(update={"aliases": (*before.aliases, "Qasd of the north", *before.names[:2])})
    assert parties.one("Qasd of the north") == after


def test_a_name_that_is_given_anew_is_shown_and_the_old_one_is_still_understood(tmp_path: Path) -> None:
    parties = listed(tmp_path, "hts,HTS,,,,,,,,,\n")
    assert parties.name("hts", "en") == "HTS"
    assert parties.name("hts", "ar") == default_actors().name("hts", "ar")
    assert meant(parties, "Hayat Tahrir al-Sham") == "hts"


def test_columns_may_be_left_out_and_parties_may_refer_to_each_other_in_any_order(tmp_path: Path) -> None:
    parties = listed(tmp_path, "small,Small Band,big\nbig,Big Band,\n", head="id,name_en,parent\n")
    assert parties.lineage("small") == ("small", "big")


@pytest.mark.parametrize(
    ("row", "column", "reason"),
    [
        ("Big Band,B,,,,,,,,,", "id", "is no id"),
        ("1st,B,,,,,,,,,", "id", "is no id"),
        ("band,,,,,,,,,Band,", "name_en", "empty"),
        ("band,B,,nobody,,,,,,,", "parent", "no id of the list"),
        ("band,B,,band,,,,,,,", "parent", "circle"),
        ("band,B,,,nobody,,,,,,", "allegiance", "no id of the list"),
        ("band,B,,,sdf@2016,,,,,,", "allegiance", "cannot be read"),
        ("band,B,,,,army,,,,,", "kind", "no kind"),
        ("band,B,,,,,Syria,,,,", "countries", "no country"),
        ("band,B,,,,,sy,5 May,,,", "since", "cannot be read"),
        ("band,B,,,,,sy,2016,2015,,", "until", "lies before"),
        ("band,B,,,,,,,,,the band", "countries", "local_names"),
        ("band,B,,,,,,,,Hamas,", "aliases", "a name of hamas"),
        ("band,ISIS,,,,,,,,,", "name_en", "a name of islamic-state"),
        ("band,B,,,,,,,,!!|Band,", "aliases", "no letters"),
        ("band,B,,,,,,,,write to @band,", "aliases", "user name"),
        (f"band,B,,,,,,,,{'very ' * 11}long,", "aliases", "more than 10 words"),
    ],
)
def test_a_row_that_does_not_fit_is_refused_with_line_column_value_reason_and_what_to_do(
    tmp_path: Path, row: str, column: str, reason: str
) -> None:
    with pytest.raises(OwnListUnfit) as refused:
        listed(tmp_path, f"good-band,The Good Band,,,,,,,,,\n{row}\n")
    assert (refused.value.line, refused.value.field) == (3, column)
    assert reason in refused.value.message
    assert refused.value.fix


def test_a_party_that_stands_in_two_rows_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OwnListUnfit, match="is there twice") as refused:
        listed(tmp_path, "band,B,,,,,,,,,\nband,C,,,,,,,,,\n")
    assert refused.value.line == 3


def test_a_shared_name_may_be_given_for_some_countries(tmp_path: Path) -> None:
    parties = listed(tmp_path, "band,B,,,,,jp,,,,Hamas\n")
    assert meant(parties, "Hamas") == "hamas"
