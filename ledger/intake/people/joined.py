"""Killed and injured joined by the Arabic "and": two figures, or one for both together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ledger.intake.count.figures import Figure
from ledger.intake.count.number_words import WORDS
from ledger.intake.text.clauses import Sentence
from ledger.intake.text.lexicon import Tag
from ledger.names import word_set

_OWN_LETTER = word_set("وفاه وفيات وفاته وفاتهم وفاتها وقع وقعت وقوع وصل وصلت وصول وثق وثقت")
_BETWEEN = word_set("بين مابين")
_BOTH_REACH = 4  # tokens from "between" to the second harm
_LEADING = word_set("قتل مقتل استشهد استشهاد وفاه توفي مصرع جرح اصيب اصابه ارتقاء سقوط")
_ONE_HURT = word_set("جريح جريحا مصاب مصابا")
_MANY_HURT = word_set("جرحي الجرحي مصابين المصابين مصابون المصابون")
_THEIRS = re.compile(r"[وفبل]?ل?(?:مقتل|مصرع|استشهاد|وفات|اصابت|جرح)(?P<whose>هما|هم|هن|ها|ه)$")
_PRONOUN_REACH = 25  # tokens


def begins_anew(sentence: Sentence, tag: Tag) -> bool:
    """Whether an Arabic "and" is glued to the word, so that it opens something of its own."""
    token = sentence.tokens[tag.first]
    return token.text[0] == "و" and len(token.forms) > 1 and token.word not in _OWN_LETTER


def counts_both(sentence: Sentence, figure: Figure) -> bool:
    """ "The death and injury of 12", "300 between dead and wounded", "12 dead and wounded": one figure for both."""
    return _joined_before(sentence, figure) or _between_after(sentence, figure) or _hurt_after(sentence, figure)


def _joined_before(sentence: Sentence, figure: Figure) -> bool:
    for second in sentence.named("killed", "injured", first=max(0, figure.first - 3), last=figure.first):
        if not begins_anew(sentence, second) or any(
            t.text in ",." for t in sentence.tokens[second.last : figure.first]
        ):
            continue
        for first in sentence.named("killed", "injured", first=max(0, second.first - 3), last=second.first):
            leads = first.last == second.first and first.name != second.name and _may_lead(sentence, first)
            if leads:
                return not _has_own_noun(sentence, figure)
    return False


def _may_lead(sentence: Sentence, tag: Tag) -> bool:
    """Whether the word for a harm can govern a number after it: "مقتل", and not "قتلوا" or the noun of "5 إصابات"."""
    counted = tag.first > 0 and (
        sentence.tokens[tag.first - 1].is_number or sentence.tokens[tag.first - 1].word in WORDS
    )
    return not counted and bool(set(sentence.tokens[tag.first].forms) & _LEADING)


def _has_own_noun(sentence: Sentence, figure: Figure) -> bool:
    """ "Dead and wounded: 3 dead": what the figure counts is said with it."""
    return sentence.has("killed", "injured", first=figure.at + 1, last=figure.last)


def _between_after(sentence: Sentence, figure: Figure) -> bool:
    tokens = sentence.tokens
    at = figure.last
    while at < len(tokens) and at <= figure.last + 1 and not set(tokens[at].forms) & _BETWEEN:
        at += 1
    if at >= len(tokens) or not set(tokens[at].forms) & _BETWEEN:
        return False
    return {tag.name for tag in sentence.named("killed", "injured", first=at, last=at + _BOTH_REACH)} == {
        "killed",
        "injured",
    }


def _hurt_after(sentence: Sentence, figure: Figure) -> bool:
    """ "12 قتيلا وجريحا", "مئات القتلى والجرحى": the number stands before both nouns."""
    tokens, at = sentence.tokens, figure.last
    dead = sentence.has("killed", first=figure.at + 1, last=figure.last)
    if not dead or at >= len(tokens) or tokens[at].text[0] != "و":
        return False
    hurt = set(tokens[at].forms[1:])
    counted = at + 1 < len(tokens) and (tokens[at + 1].is_number or tokens[at + 1].word in WORDS)
    return bool(hurt & _ONE_HURT) or (bool(hurt & _MANY_HURT) and not counted)


def is_of_both(sentence: Sentence, at: int) -> bool:
    """Whether a singular noun is one of "between dead and wounded" or "12 dead and wounded", and counts nobody."""
    before = sentence.tokens[max(0, at - 3) : at]
    if any(set(token.forms) & _BETWEEN for token in before):
        return True
    return (
        sentence.tokens[at].text[0] == "و"
        and len(before) > 1
        and (before[-2].is_number or before[-2].word in WORDS)
        and bool(set(sentence.tokens[at].forms[1:]) & _ONE_HURT)
    )


def met_by_pronoun(sentence: Sentence, figures: Sequence[Figure]) -> Iterator[tuple[Figure, str]]:
    """ "… النار على عنصر … ما أدى إلى مقتله": the people named before by number, whom the pronoun takes up."""
    for tag in sentence.named("killed", "injured"):
        found = _THEIRS.match(sentence.tokens[tag.first].word)
        if found is None or tag.last - tag.first != 1:
            continue
        before = [
            figure
            for figure in figures
            if figure.unit == "person" and figure.last <= tag.first <= figure.last + _PRONOUN_REACH
        ]
        fits = [figure for figure in before if agrees(figure, found["whose"])]
        if len(before) == 1 and fits:
            yield fits[0], tag.name


def agrees(figure: Figure, pronoun: str) -> bool:
    """Whether the Arabic pronoun may mean as many people as the figure counts."""
    if pronoun == "هما":
        return figure.low == 2
    return figure.low == 1 if pronoun in ("ه", "ها") else (figure.low or 2) > 1
