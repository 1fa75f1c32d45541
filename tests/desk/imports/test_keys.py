"""Places of an import: two names of one publisher are two series, however the gazetteer knows them."""

from __future__ import annotations

from desk.imports.change import KeyWords
from desk.imports.keys import PlaceNames, places_of, toll_key
from ledger.actors import default_actors
from ledger.domain.values import Harm, Place, folded
from ledger.gazetteer import default_gazetteer

GAZETTEER = default_gazetteer()


def words(place: str, source: str = "JHU CSSE") -> KeyWords:
    return KeyWords(source, place, "all", None, Harm.KILLED, None, None, None, None)


def ids(*names: str, known: PlaceNames | None = None) -> list[str | None]:
    found = places_of([words(name) for name in names], known or {}, GAZETTEER)
    return [found[folded("JHU CSSE"), folded(name)].id for name in names]


def test_a_name_without_doubt_is_its_place_and_keeps_its_wording() -> None:
    found = places_of([words("Gaza Strip"), words("US")], {}, GAZETTEER)
    assert found["jhu csse", "gaza strip"] == Place(id="ps02", text="Gaza Strip")
    assert found["jhu csse", "us"] == Place(id="us", text="US")


def test_a_ship_is_no_place_of_the_list_and_stays_as_written() -> None:
    assert ids("Diamond Princess") == [None]


def test_of_two_names_of_one_place_only_its_own_stands_for_it() -> None:
    assert ids("Bahamas", "Bahamas, The", "The Bahamas") == ["bs", None, None]
    assert ids("Bahamas, The", "The Bahamas") == [None, None]
    assert ids("Bahamas, The") == ["bs"]


def test_two_sources_do_not_share_their_names() -> None:
    found = places_of([words("Bahamas, The", "A"), words("The Bahamas", "B")], {}, GAZETTEER)
    assert [place.id for place in found.values()] == ["bs", "bs"]


def test_what_was_recorded_before_keeps_its_place() -> None:
    as_written = {("jhu csse", "us"): Place(text="US")}
    assert ids("US", known=as_written) == [None]
    by_alias = {("jhu csse", "the bahamas"): Place(id="bs", text="The Bahamas")}
    assert ids("The Bahamas", "Bahamas", known=by_alias) == ["bs", None]
    assert ids("Bahamas", known={("jhu csse", "gaza"): Place(id="bs", text="Gaza")}) == ["bs"]


def test_a_party_of_the_list_is_known_by_any_of_its_names() -> None:
    key = KeyWords("SOHR", None, "all", None, Harm.KILLED, None, "Islamic State", None, None)
    found = toll_key(key, {}, default_actors())
    assert found.perpetrator is not None
    assert (found.perpetrator.id is not None, found.perpetrator.text) == (True, "Islamic State")
    assert found.place is None
