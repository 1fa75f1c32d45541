"""Spoken Arabic glues "on" to a name, and puts a name at the head of a message with no word before it."""

from __future__ import annotations

import re

from ledger.gazetteer import Gazetteer
from ledger.intake.place.place_names import Names
from ledger.intake.text.lexicon import lexicon
from ledger.intake.text.normalise import Folded
from ledger.intake.text.tokens import tokenise
from ledger.place_words import plain_word

_ON = re.compile(r"(?<!\w)[وف]?ع(?P<name>(?:ال)?[\u0621-\u064a]{3,12})(?!\w)")
_LONGEST = 600  # code points of a message
_BRIEF = 14  # tokens
_TELLS = (
    "killed", "injured", "dual", "one", "vague", "calm", "silence", "bombing", "air_means", "ground_means",
    "blast_means",
)  # fmt: skip


def parted(folded: Folded, gazetteer: Gazetteer) -> Folded:
    """The message with a space after a glued "on" where a known name follows: "عنوى", "ع نوى"."""
    if len(folded.text) > _LONGEST:
        return folded
    places = [found.start("name") for found in _ON.finditer(folded.text) if _is_on_place(found, gazetteer)]
    return folded.opened(places)


def _is_on_place(found: re.Match[str], gazetteer: Gazetteer) -> bool:
    """Whether the word means nothing as a whole, and names a place without its first letter."""
    whole, name = found[0], plain_word(found["name"])
    if gazetteer.longest([name], 0) == 0 or gazetteer.longest([plain_word(whole)], 0):
        return False
    tokens = tokenise(whole, whole, frozenset())
    return not lexicon().tags(tokens)


def name_at_head(names: Names) -> int:
    """The token after a known name that opens a brief Arabic message, "نوى ٣ شهداء"; 0 for none."""
    tokens = names.sentence.tokens
    if tokens[0].text[0] < "\u0600" or len(tokens) > _BRIEF or len(tokens) < 2 or names.sentence.starting(0):
        return 0
    length = names.gazetteer.longest([names.words[at] for at in range(min(4, len(tokens)))], 0)
    following = tokens[length] if 0 < length < len(tokens) else None
    if following is None:
        return 0
    tells = following.is_number or any(tag.name in _TELLS for tag in names.sentence.starting(length))
    return length if tells else 0
