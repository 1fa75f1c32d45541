"""With what: the weapon a passage names, and the code for what killed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.intake.drafts import Phrase
from ledger.intake.text.clauses import Sentence
from ledger.intake.text.lexicon import Tag
from ledger.names import word_set

if TYPE_CHECKING:
    from ledger.intake.page import Page

_WEAPONS = ("air_means", "ground_means", "blast_means")
_BOMBING = word_set("bombardment bombardments bombing bombings bombs bomb قصف القصف قصفا")
_NO_MANNER = ("execut", "assassinat", "killed", "put", "open", "fired", "carried", "murdered", "اعدم", "اعدام", "تصفي",
              "اغتال", "اغتيل",
              "اغتيال", "يعدم", "تعدم")  # fmt: skip
_LED = word_set("due to under by of from in")
_KINDS = word_set("aerial air artillery rocket missile mortar ground barrel")
_BETWEEN = _KINDS | word_set(", and as well the a some explosive heavy")
_LIST_REACH = 4  # tokens
_REMNANTS_REACH = 5
_GENERAL = frozenset({"explosion", "strikes", "shelling"})  # said where nothing more precise is
_CODES = {
    "barrel bombs": "airstrikes", "airstrikes": "airstrikes", "strikes": "airstrikes", "gas": "chemical attack",
    "rocket shelling": "shelling", "artillery shelling": "shelling", "missiles": "shelling", "mortars": "shelling",
    "shelling": "shelling", "improvised explosive device": "explosion", "landmine": "landmines",
    "car bomb": "explosion", "suicide attack": "explosion", "explosion": "explosion",
}  # fmt: skip

OWN_MEANS = {"shelling": "ground_means", "strike": "air_means", "explosion": "blast_means"}
"""The names of the weapons that each kind of event is made with."""


def means_phrase(page: Page, sentence: Sentence, first: int, last: int, own: str = "") -> Phrase | None:
    """The weapons named in [first, last), those of a list together; or how somebody was killed, where no weapon is.

    ``own`` is the name of the weapons that the event itself is made with.
    """
    head = means_of(sentence, first, last, own)
    if head is None:
        return None
    is_manner = head.name in ("shot", "method", "torture")
    start, end = _bare(sentence, head) if is_manner else _listed(sentence, head, first, last)
    return Phrase(text=page.own_words(sentence, start, end), id=head.value)


def means_of(sentence: Sentence, first: int, last: int, own: str = "") -> Tag | None:
    """The weapon named in [first, last), else the bombing by its noun, else the manner of killing."""
    found = [tag for tag in sentence.named(*_WEAPONS, first=first, last=last) if not _is_verb(sentence, tag)]
    found.sort(key=lambda tag: (bool(own) and tag.name != own, tag.value in _GENERAL))
    others = [tag for tag in sentence.named("bombing", first=first, last=last) if _is_noun(sentence, tag)]
    others += sentence.named("method", "torture", first=first, last=last)
    others += [tag for tag in sentence.named("execution", "shot", first=first, last=last) if _is_manner(sentence, tag)]
    return next(iter([*found, *others]), None)


def _is_verb(sentence: Sentence, tag: Tag) -> bool:
    """ "Exploded", "shelled": what happened, and not with what."""
    return tag.last - tag.first == 1 and sentence.tokens[tag.first].word.endswith("ed")


def _is_noun(sentence: Sentence, tag: Tag) -> bool:
    """ "Bombardment", and not "bombed", which says no more than the kind of event."""
    word = sentence.tokens[tag.first].word
    return word in _BOMBING or (tag.last - tag.first > 1 and not word.endswith("ed"))


def _is_manner(sentence: Sentence, tag: Tag) -> bool:
    """ "Shot", "hanged", "رمياً بالرصاص": how, and not only that somebody was executed or assassinated."""
    return not any(form.startswith(_NO_MANNER) for form in sentence.tokens[tag.first].forms)


def _bare(sentence: Sentence, tag: Tag) -> tuple[int, int]:
    """ "Shot" of "shot dead", "torture" of "under torture"."""
    start = tag.first
    while start < tag.last - 1 and sentence.tokens[start].word in _LED:
        start += 1
    return (start, start + 1) if sentence.tokens[start].word == "shot" else (start, tag.last)


def _listed(sentence: Sentence, head: Tag, first: int, last: int) -> tuple[int, int]:
    """The list of weapons that the head stands in: "missiles and shells", "aerial and rocket shelling"."""
    tags = sentence.named(*_WEAPONS, "bombing", first=first, last=last)
    tags = [tag for tag in tags if tag.name != "bombing" or _is_noun(sentence, tag)]
    start, end = head.first, head.last
    for tag in tags:
        if tag.first >= end and _is_list(sentence, end, tag.first):
            end = tag.last
    for tag in reversed(tags):
        if tag.last <= start and _is_list(sentence, tag.last, start):
            start = tag.first
    tokens = sentence.tokens
    if start - 2 >= first and tokens[start - 1].word == "and" and tokens[start - 2].word in _KINDS:
        start -= 2
    remnants = sentence.named("remnants", first=end, last=min(end + _REMNANTS_REACH, last))
    return start, remnants[0].last if remnants else end


def _is_list(sentence: Sentence, first: int, last: int) -> bool:
    """Whether nothing but "and", commas and adjectives stands between two weapons."""
    tokens = sentence.tokens
    glued = tokens[last].text[0] == "و" and len(tokens[last].forms) > 1
    words = {token.word for token in tokens[first:last]}
    return last - first <= _LIST_REACH and (glued or "and" in words or "," in words) and words <= _BETWEEN


def cause_of(sentence: Sentence, first: int, last: int) -> str | None:
    """A code for what killed, the same in both languages and whatever the order of the words."""
    codes: set[str] = set()
    for tag in sentence.named("air_means", "ground_means", "blast_means", first=first, last=last):
        codes.add(_CODES[tag.value])
    if sentence.has("bombing", first=first, last=last) or {"airstrikes", "shelling"} <= codes:
        codes = (codes - {"airstrikes", "shelling"}) | {"bombardment and shelling"}
    if sentence.has("execution", first=first, last=last) or any(
        t.word in ("shot", "رميا") for t in sentence.tokens[first:last]
    ):
        codes.add("execution")
    if sentence.has("clash", first=first, last=last):
        codes.add("clashes")
    if sentence.has("torture", first=first, last=last):
        codes.add("torture")
    if any("assassinat" in t.word or "اغتيال" in t.forms for t in sentence.tokens[first:last]):
        codes.add("assassination")
    return " and ".join(sorted(codes)) or None
