"""Words for kinds of places ("city", "بلدة") and what they say about which of several homonyms is meant."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from ledger.names import name_words, word_set

A_LITTLE, CLEARLY = 0.11, 0.3
"""What a place loses that is of another kind than the words say: enough to tell homonyms apart, or to be in doubt."""

_SETTLED = frozenset({"city", "town", "village", "area", "camp", "neighbourhood"})

_BY_KIND: dict[frozenset[str], str] = {
    frozenset({"city", "town"}): "city cities town towns مدينه مدينتي مدن بلده بلدتي بلدات",
    frozenset({"village"}): "village villages قريه قريتي قرى قري",
    frozenset({"camp"}): "camp camps مخيم مخيمات مخيمي",
    frozenset({"governorate"}): (
        "province provinces governorate governorates oblast محافظه محافظات محافظتي ولايه ولايتي ولايات"
    ),
    frozenset({"district", "subdistrict"}): (
        "district subdistrict markaz mintaqat nahiyat raion ناحيه ناحيتي قضاء قضاءي مديريه مديريتي محليه محليتي عزله"
    ),
    frozenset({"governorate", "country", "area"}): "countryside rural rif reef ريف ارياف ريفين ريفي باديه",
    frozenset({"neighbourhood"}): "neighborhood neighborhoods neighbourhood neighbourhoods quarter حي احياء حيي",
    frozenset({"town", "village", "neighbourhood"}): "suburb locality ضاحيه بلديه مستوطنه",
    frozenset(): "area areas region منطقه مناطق منطقتي of in",
}

HINTS: dict[str, frozenset[str]] = {word: kinds for kinds, words in _BY_KIND.items() for word in words.split()}

KINDS = frozenset(HINTS) - {"of", "in"}
"""Words for kinds of places: no part of a name, so that "Homs city" is compared as Homs."""

IN_NAMES = word_set("ولايه ولايتي ولايات قضاء مديريه محليه عزله ضاحيه بلديه مستوطنه")
"""Words for kinds of places that are part of some names: "الولايات المتحدة", "الضاحية الجنوبية"."""

COUNTRYSIDE = frozenset({"countryside", "rural", "rif", "reef", "oblast", "ريف"})
"""Words for the land around a town that are part of a name all the same: "Rif Dimashq", "Kyiv oblast"."""

_NEAR: dict[str, frozenset[str]] = {
    "district": frozenset({"neighbourhood", "area", "town"}),
    "subdistrict": frozenset({"area", "town"}),
    "governorate": frozenset({"country"}),
    "camp": frozenset({"area", "neighbourhood"}),
    "country": frozenset({"town", "city"}),
}

_AROUND_NAMES = (
    "western eastern northern southern west east north south northwestern northeastern southwestern southeastern "
    "northwest northeast southwest southeast far extreme central outskirts vicinity surroundings perimeter suburbs "
    "entire whole centre center most parts part valleys hills farms frontlines fronts positions road border last main "
    "over "
    "in of at to from and near by which where on after with since is are was for into inside around against between "
    "غربي شرقي شمالي جنوبي غربيه شرقيه شماليه جنوبيه غرب شرق شمال جنوب اقصى اقصي محيط اطراف ضواحي اماكن انحاء "
    "في من على علي و قرب داخل الي الى عند بين وسط قباله"
)
NOT_NAMES = KINDS | frozenset(_AROUND_NAMES.split())
"""Words that lead to a name or may follow one, without being part of it."""


def unglued(word: str) -> str:
    """An Arabic word without the preposition or "and" glued to it, where what is left is a word of this page."""
    bare = word[1:].removeprefix("ال")
    return bare if word[:1] in "بلوف" and bare in NOT_NAMES else word


@lru_cache(maxsize=20_000)
def plain_word(word: str) -> str:
    """The word as words of names are compared."""
    return unglued((name_words(word) or (word,))[-1])


def hints_of(words: Iterable[str]) -> frozenset[str]:
    """Kinds of places that the first word for a kind allows; empty = no word for one."""
    for word in words:
        kinds = HINTS.get(word)
        if kinds:
            return kinds
    return frozenset()


def misfit(kind: str, hint: frozenset[str]) -> float:
    """How badly a place of ``kind`` fits the word for a kind that stands with the name: 0, a little, or clearly.

    A village may well be called a town, so that this tells homonyms apart and no more; a camp is no province.
    """
    if not hint or kind in hint:
        return 0.0
    near = {other for it in hint for other in _NEAR.get(it, _SETTLED | {"site", "valley"})}
    return A_LITTLE if kind in near else CLEARLY
