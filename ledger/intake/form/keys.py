"""What the label of a form or the header of a column asks for: "Location", "Children killed", "عدد الجرحى"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from ledger.intake.text.lexicon import Tag, form_words, lexicon
from ledger.intake.text.tokens import Token, every_form, forms_of

HARMS = ("killed", "injured")
STOCKS = ("missing", "abducted", "detained", "displaced", "released")
"""Harms that are told as people affected."""

COUNTS = frozenset({*HARMS, *STOCKS, "both", "people", "total"})
CIRCUMSTANCES = frozenset({"place", "wide", "date", "time", "period", "event", "means", "actor"})
_HARMED = frozenset({*HARMS, *STOCKS, "both", "toll"})
_LONGEST = 9  # words of a label
_OF_LEXICON = {
    "killed": "killed", "killed_before": "killed", "injured": "injured", "injured_before": "injured",
    "displacement": "displaced", "detention": "detained", "abduction": "abducted", "release": "released",
    "execution": "killed",
    "person": "people", "include": "aside",
    "cumulative_cue": "running",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Key:
    """What is asked for; ``group`` = of whom, ``is_running`` = counted since a day or so far, and no single event's."""

    name: str
    group: str | None = None
    is_running: bool = False
    is_total: bool = False

    @property
    def counts(self) -> bool:
        return self.name in COUNTS


OTHER = Key("other")
"""A label that is not known: its line belongs to the form and says nothing to us."""

ABOUT = Key("about")
"""Words before the first label of a line: "Strike on Hayt – killed: 5"."""


def key_of(tokens: Sequence[Token], dated: frozenset[int] = frozenset()) -> Key | None:
    """The key that these words are; ``None`` where any of them says something else.

    ``dated`` are tokens of a time, as in "Killed since 19 July".
    """
    words = [at for at, token in enumerate(tokens) if token.is_word or token.is_number]
    if not words or len(words) - len(dated) > _LONGEST or not tokens[words[0]].is_word:
        return None
    if not all(at in dated or is_of_labels(tokens[at].word) for at in words):
        return None  # mostly so, and told without looking for phrases
    found = _meanings(tokens)
    covered = {at for tag in found for at in range(tag.first, tag.last)} | dated
    if any(at not in covered for at in words):
        return None
    return _key(tokens, [tag.name for tag in found], _group(found), bool(dated))


@lru_cache(maxsize=20_000)
def is_of_labels(word: str) -> bool:
    """Whether a lower-case word, in any of its forms, stands in any label."""
    return not _label_words().isdisjoint(every_form(forms_of(word)))


@cache
def _label_words() -> frozenset[str]:
    return form_words().words_of(("form",)) | lexicon().words_of(_OF_LEXICON)


def _meanings(tokens: Sequence[Token]) -> list[Tag]:
    """One meaning for each word, as tags whose name is that of a key: the longest phrase, of forms before others."""
    forms = [Tag(tag.value, "", tag.first, tag.last) for tag in form_words().tags(tokens)]
    others = [
        Tag(_OF_LEXICON[tag.name], tag.value, tag.first, tag.last)
        for tag in lexicon().tags(tokens)
        if tag.name in _OF_LEXICON
    ]
    order = {name: at for at, name in enumerate(("both", *HARMS, "missing", *STOCKS))}
    others.sort(key=lambda tag: (tag.first, tag.first - tag.last, order.get(tag.name, 9)))
    found: list[Tag] = []
    at = 0
    while at < len(tokens):
        here = [tag for tag in (*forms, *others) if tag.first == at]
        best = max(here, key=lambda tag: tag.last, default=None)
        if best is not None:
            found.append(best)
        at = best.last if best else at + 1
    return _with_people(found, others)


def _with_people(found: list[Tag], others: list[Tag]) -> list[Tag]:
    """Whom a word names beside what it says of them, as "martyrs" or "medics"."""
    named = [tag for tag in others if tag.name == "people" and tag.value != "people"]
    return [*found, *(tag for tag in named if tag not in found)]


def _group(found: list[Tag]) -> str | None:
    told = (tag.value for tag in found if tag.name == "people")
    groups = [value for value in dict.fromkeys(told) if value not in ("people", "detainees", "abductees")]
    return " and ".join(groups) if groups else None


def _key(tokens: Sequence[Token], names: list[str], group: str | None, is_dated: bool) -> Key | None:
    told = [name for name in names if name not in ("aside", "running", "total", "people", "summary")]
    running = is_dated or "running" in names or "toll" in names
    harms = list(dict.fromkeys("killed" if name == "toll" else name for name in told if name in _HARMED))
    others = [name for name in told if name not in _HARMED and name != "since"]
    if others:
        several = bool(harms) or not (len(set(others)) == 1 or set(others) == {"date", "time"})
        return Key(others[0]) if names[0] == others[0] and (not several or _is_of(tokens)) else None
    if "injured" in harms and "toll" in names:
        harms.remove("killed")  # "toll of injured"
    if len(harms) > 1:
        return Key("both", group, running) if set(harms) <= {*HARMS, "both"} else None
    if harms or group or "people" in names:
        return Key(harms[0] if harms else "people", group, running, "total" in names)
    if "total" in names or "running" in names:
        return Key("total", None, running)
    return Key("since") if "since" in names else None


def _is_of(tokens: Sequence[Token]) -> bool:
    """ "Date of death", "تاريخ الوفاة", and not "the town. Killed"."""
    arabic = tokens[0].text[0] >= "\u0600" and not tokens[0].word.startswith("ال")
    return arabic or any(token.word == "of" for token in tokens)
