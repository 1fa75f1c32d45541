"""Parties that are named and in no list, as "the Wadi Hawks Brigade", «لواء صقور الوادي»: words without an id."""

from __future__ import annotations

from ledger.intake.text.clauses import Sentence
from ledger.intake.text.lexicon import Tag
from ledger.names import word_set

_LAST = word_set(
    "brigade brigades battalion battalions division regiment corps front movement legion militia militias army forces "
    "units guards faction"
)
"""What an English name of a party ends with."""

_FIRST = word_set(
    "liwa liwaa jaysh jaish kataib katibat katiba harakat saraya faylaq failaq jabhat ansar firqat suqour"
)
_FIRST_ARABIC = word_set("لواء كتيبه كتائب الويه فرقه فصيل سرايا فيلق جيش حركه جبهه ميليشيا ميليشيات مليشيا تجمع")
_ARTICLES = word_set("al el as ash ibn bin of")
_OPEN = ("actor", "source", "hit", "bombing", "attack", "control", "killed", "injured", "attribution", "reported_cue")
_LONGEST = 6  # tokens of a name
_LONGEST_ARABIC = 2  # words after what it is


def mark_unlisted(sentence: Sentence) -> None:
    """Tag what is named as a party and is in no list as a party without an id."""
    held = {at for tag in sentence.named("actor", "source") for at in range(tag.first, tag.last)}
    for at, token in enumerate(sentence.tokens):
        if not token.is_word or at in held:
            continue
        span = _before(sentence, at) if token.word in _LAST else _after(sentence, at)
        if span is not None and not held & set(range(*span)):
            sentence.add(Tag("actor", "", *span))
            held |= set(range(*span))


def _before(sentence: Sentence, at: int) -> tuple[int, int] | None:
    """ "Wadi Hawks Brigade": capitals up to the word for what it is."""
    tokens = sentence.tokens
    quoted = at > 0 and tokens[at - 1].text == '"'
    if not (tokens[at].is_capital or quoted):
        return None
    start = at
    while start > max(0, at - _LONGEST):
        before = tokens[start - 1]
        if not (before.is_capital or before.text == '"' or before.word in _ARTICLES):
            break
        start -= 1
    while start < at and (tokens[start].word in _ARTICLES or (start == 0 and not tokens[1].is_capital)):
        start += 1
    named = any(token.is_capital for token in tokens[start:at])
    return (start, at + 1) if named else None


def _after(sentence: Sentence, at: int) -> tuple[int, int] | None:
    """ "Liwa Suqour al-Wadi", "كتيبة صقور الوادي"."""
    tokens = sentence.tokens
    if tokens[at].text[0] >= "\u0600":
        return _after_arabic(sentence, at)
    if tokens[at].word not in _FIRST or not tokens[at].is_capital:
        return None
    end = at + 1
    while end < min(at + _LONGEST, len(tokens)) and (
        tokens[end].is_capital or tokens[end].word in ("al", "el", "ibn", "bin")
    ):
        end += 1
    return (at, end) if end > at + 1 else None


def _after_arabic(sentence: Sentence, at: int) -> tuple[int, int] | None:
    tokens = sentence.tokens
    if not any(form in _FIRST_ARABIC for form in tokens[at].forms):
        return None
    if at + 1 < len(tokens) and tokens[at + 1].text == '"':
        closing = next((n for n in range(at + 2, min(at + 8, len(tokens))) if tokens[n].text == '"'), None)
        return (at, closing + 1) if closing else None
    end = at + 1
    while end < min(at + 1 + _LONGEST_ARABIC, len(tokens)) and _goes_on(sentence, end, end == at + 1):
        end += 1
    return (at, end) if end > at + 1 else None


def _goes_on(sentence: Sentence, at: int, is_first: bool) -> bool:
    """Whether the word belongs to the name before it: no verb, number or preposition, from the second on definite."""
    token = sentence.tokens[at]
    glued = len(token.forms) > 1 and token.word[0] in "وبلف"
    if (
        not token.is_word
        or token.text[0] < "\u0600"
        or glued
        or any(tag.name in _OPEN for tag in sentence.starting(at))
    ):
        return False
    return (
        len(token.word) > 3
        and (not is_first or not sentence.starting(at))
        and (is_first or token.word.startswith("ال"))
    )
