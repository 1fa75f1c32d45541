"""Totals told without a verb, as in short messages: "toll in X 62", "70 now", "4 dead, the toll of …"."""

from __future__ import annotations

from itertools import pairwise

from ledger.intake.count.figures import Figure
from ledger.intake.text.clauses import Sentence
from ledger.intake.text.lexicon import Tag
from ledger.names import word_set

_HEAD = 3  # tokens before the word for a total, at most
_VERBLESS = 12  # tokens from there to the number
_STOCKS = frozenset({"refugees", "detainees", "abductees", "families"})  # people counted who are no dead
_PLAIN_COUNT = frozenset({"count", "العدد"})
_ARMS = ("air_means", "ground_means", "blast_means", "bombing")
_BRIEF = 12  # tokens
_TOLLS = word_set("toll tolls حصيله محصله")
_ALONE = word_set("in at for since so until till to today now yesterday . , ; ( - – في من حتي منذ الي الان اليوم") | {
    ""
}
_TOLL_WORDS = word_set("toll tolls حصيله total المجموع مجموع")


def opens(sentence: Sentence, counted: Tag, figure: Figure) -> bool:
    """ "The toll of dead in X 62", without a verb, at the head of the message."""
    head = sentence.tokens[: counted.first]
    if any(number.is_number and lead.word in ("to", "الي") for lead, number in pairwise(head)):
        return False  # "rose to 21 the number of …, they are 9 …": it counts the number before it
    near = counted.first <= _HEAD and figure.first - counted.last <= _VERBLESS
    near = near or (counted.first <= _HEAD and _follows_comma(sentence, figure))
    dead = figure.role == "killed" or (figure.unit in ("bare", "person") and not figure.role)
    arms = {tag.first for tag in sentence.named(*_ARMS, first=counted.last, last=figure.first)}  # "toll of the strike"
    between = sentence.named("thing", "injured", "hit", first=counted.last, last=figure.first)
    clear = all(tag.first in arms and tag.name != "injured" for tag in between)
    included = sentence.named("include", first=counted.last, last=figure.first)
    clear = clear and not (included and included[-1].last == figure.first)
    clear = clear and not sentence.has("displacement", "detention", "release", "abduction")
    words = {form for token in sentence.tokens[counted.first : counted.last] for form in token.forms}
    if not figure.role and not words & _TOLLS and _counts_living(sentence, counted, figure):
        return False
    said = bool(words & _TOLL_WORDS) or sentence.has("killed", first=counted.first, last=figure.end + 1)
    return near and dead and clear and (said or only_says(sentence))


def _counts_living(sentence: Sentence, counted: Tag, figure: Figure) -> bool:
    """ "A total of 120 people remain in custody", "the total number of detainees: 62": a sum, and of no dead."""
    if sentence.has("killed"):
        return False
    if any(tag.value in _STOCKS for tag in sentence.named("person", first=counted.last, last=figure.end)):
        return True
    return figure.unit == "person" and sentence.word_at(figure.end) not in _ALONE


def _follows_comma(sentence: Sentence, figure: Figure) -> bool:
    """ "في محصلة محدثة للغارات …, استشهد 53": the deaths open the main clause."""
    verbs = sentence.named("killed_before", first=max(0, figure.first - 2), last=figure.first)
    return any(tag.first and sentence.tokens[tag.first - 1].text == "," for tag in verbs)


def only_says(sentence: Sentence) -> bool:
    """Whether a short message says nothing but a number, a place and a time: "صار العدد 70 في …"."""
    told = sentence.has("thing", "injured", "clash", "detention", "release", "abduction", "displacement", "bombing")
    moved = {tag.first for tag in sentence.named("rise", "fall")}  # "the count drops to 58" hits nobody
    told = told or any(tag.first not in moved for tag in sentence.named("hit"))
    stocks = any(tag.value in _STOCKS for tag in sentence.named("person"))
    return len(sentence.tokens) <= _BRIEF and not told and not stocks


def is_plain_count(sentence: Sentence, figure: Figure) -> bool:
    """ "The count in X drops to 58", at the head of a message that counts nothing else."""
    for tag in sentence.named("counted", last=figure.first):
        words = {form for token in sentence.tokens[tag.first : tag.last] for form in token.forms}
        if tag.first <= _HEAD and words & _PLAIN_COUNT and figure.unit in ("bare", "person"):
            return only_says(sentence)
    return False


def is_toll_after(sentence: Sentence, figure: Figure) -> bool:
    """ "4 dead and 10 wounded, the toll of the shelling": the word for a total follows the figures at the head."""
    if figure.first > _HEAD:
        return False
    for tag in sentence.named("counted", first=figure.last, last=figure.end + _HEAD * 3):
        words = {form for token in sentence.tokens[tag.first : tag.last] for form in token.forms}
        if words & {"toll", "حصيله"} and not sentence.has("rise", "fall", first=figure.last, last=tag.first):
            return True
    return False


def is_now(sentence: Sentence, figure: Figure) -> bool:
    """ "70 now", "now 70"."""
    return any(tag.last == figure.first or tag.first == figure.last for tag in sentence.named("now")) and any(
        token.word in ("now", "الان", "صار", "اصبح") for token in sentence.tokens
    )
