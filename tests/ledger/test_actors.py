"""One id for the many names of a party."""

from __future__ import annotations

import pytest

from ledger.actors import actor_name, actors, resolve_actor
from ledger.domain.values import Actor


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Jaysh Khalid ibn al-Walid", "jaysh-khalid"),
        ("Khaled Army", "jaysh-khalid"),
        ("جيش خالد بن الوليد", "jaysh-khalid"),
        ("the “Islamic State” organization", "islamic-state"),
        ("داعش", "islamic-state"),
        ("regime forces and militiamen loyal to them", "regime-forces"),
        ("قوات سوريا الديمقراطية", "sdf"),
        ("Israeli", "israeli-forces"),
        ("غارات إسرائيلية", "israeli-forces"),
    ],
)
def test_a_party_is_known_by_its_names(text: str, actor: str) -> None:
    found = resolve_actor(text)
    assert found is not None
    assert found.id == actor


def test_an_unknown_party_is_not_guessed() -> None:
    assert resolve_actor("the Zzyzx Brigade") is None


def test_names_are_given_in_either_language() -> None:
    assert actor_name("jaysh-khalid", "en") == "Jaysh Khalid ibn al-Walid"
    assert actor_name("jaysh-khalid", "ar") == "جيش خالد بن الوليد"
    assert actor_name("zzyzx", "en") == "zzyzx"


def test_parents_are_parties_and_ids_can_enter_an_event() -> None:
    for actor in actors().values():
        assert actor.parent is None or actor.parent in actors()
        assert Actor(id=actor.id).key == actor.id
        assert actor.name_ar
