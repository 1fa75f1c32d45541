"""Names nearly the one asked for: what is heard alike is taken, what is only like it is offered and never taken."""

from __future__ import annotations

from ledger.gazetteer import OFFERED, SURE, Gazetteer, PlaceEntry
from ledger.places.alike import Alike, Sounds
from ledger.places.names import index_of

PLACES = [
    PlaceEntry(id="xx", name_en="Xland", name_ar="بلاد", kind="country"),
    PlaceEntry(id="xx-kafr", name_en="Kafr Samrun", name_ar="", kind="village", parent="xx"),
    PlaceEntry(id="xx-ma", name_en="Maar Lubin", name_ar="معرلوبين", kind="village", parent="xx"),
    PlaceEntry(id="xx-wa", name_en="Wadi Tafrin", name_ar="", kind="village", parent="xx"),
]
GAZETTEER = Gazetteer(PLACES)
SOUNDS = Sounds.of(index_of(PLACES), {"dial"})


def test_a_spelling_nobody_listed_is_heard_as_the_name() -> None:
    assert [it.place.id for it in GAZETTEER.resolve("Kafar Samroon")] == ["xx-kafr"]
    assert GAZETTEER.one("Kafar Samroon") is not None


def test_a_letter_left_out_of_a_long_name_is_forgiven_and_another_name_is_not_taken() -> None:
    assert GAZETTEER.one("Wadi Tafin") is not None
    (found,) = GAZETTEER.resolve("Wadi Tabrin")
    assert OFFERED <= found.score < SURE
    assert "somewhat alike" in found.reason
    assert GAZETTEER.one("Wadi Tabrin") is None


def test_an_arabic_name_is_offered_for_a_place_known_in_latin_letters_only_and_never_taken() -> None:
    (found,) = GAZETTEER.resolve("كفر سمرون")
    assert (found.place.id, OFFERED <= found.score < SURE) == ("xx-kafr", True)
    assert "sounds like" in found.reason
    assert GAZETTEER.one("كفر سمرون") is None


def test_a_place_with_an_arabic_name_is_not_offered_for_another_one() -> None:
    assert GAZETTEER.resolve("معر لبن") == ()


def test_sounds_are_read_as_they_were_written_and_joined() -> None:
    again = Sounds.read("\n".join(SOUNDS.lines()))
    assert (again.names, again.bones) == (SOUNDS.names, SOUNDS.bones)
    other = Sounds({"kafrsamrun": "kafer samrun"}, {"kfrsmrn": "yy-kafr"})
    both = SOUNDS.with_those(other)
    assert both.names["kafrsamrun"] == "kafr samrun|kafer samrun"
    assert both.bones["kfrsmrn"] == "xx-kafr,yy-kafr"


def test_a_sound_of_ordinary_words_is_looked_for_on_asking_only() -> None:
    alike = Alike(lambda: Sounds({"mirina": "?merina", "kafrsamrun": "kafr samrun"}, {}))
    assert alike.longest(["merina"], 0) == 0
    assert alike.longest(["merina"], 0, words_too=True) == 1
    assert alike.longest(["kafr", "samrun", "fell"], 0) == 2
    assert alike.heard("merina") == ("merina",)
