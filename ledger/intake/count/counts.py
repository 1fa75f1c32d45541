"""Numbers with what they count: qualifier, head noun and the party that people belong to."""

from __future__ import annotations

from ledger.domain.values import Quantifier
from ledger.intake.count.ages import is_age
from ledger.intake.count.bare import counts_people
from ledger.intake.count.figures import Figure
from ledger.intake.count.forces import says_which_force, with_forces
from ledger.intake.count.nouns import STOPS, group_before, group_of, qualify, starting, with_noun
from ledger.intake.count.number_words import BEGIN
from ledger.intake.count.numbers import number_at
from ledger.intake.count.numerals import is_unclear
from ledger.intake.count.ones import TAKERS, WHOSE, is_one_of_them, one_person
from ledger.intake.count.ranges import bounds_at, told_once
from ledger.intake.count.shares import is_share
from ledger.intake.count.signs import bound_by_sign
from ledger.intake.count.singles import PERSONS, TWO, is_no_count, is_one_named, is_titled, noun_first, said_after
from ledger.intake.count.uncounted import is_uncounted
from ledger.intake.people.joined import is_of_both
from ledger.intake.text.clauses import Sentence
from ledger.names import word_set

IMPLAUSIBLE = 5_000_000
_VAGUE = {"tens": Quantifier.TENS, "hundreds": Quantifier.HUNDREDS, "thousands": Quantifier.THOUSANDS}
_RANGE = frozenset(("to", "or", "and", "و", "الي", "او"))
_GO_ON = word_set("more others have had were are fled left died نزحوا فروا غادروا قتلوا اصيبوا جرحوا ماتوا")
_COUNTING = frozenset({"dual", "vague", "one", "uncounted", "person"})  # names of phrases that may be a count
_OPENERS = BEGIN | PERSONS | WHOSE | {"an"}
_HARMS = ("killed", "injured", "killed_before", "injured_before", "displacement")
_NO_COUNT = frozenset({"of", "from", "no", "not", "any", "every", "each", "this", "that", "which"})
_LEADS_TOTAL = word_set("the total overall final new cumulative combined")
_GETS = word_set("sustained sustaining suffered suffering received receiving")
_BELOW_ZERO = frozenset({"minus", "negative", "ناقص", "سالب"})
_MEASURES = word_set("mm cm kg g caliber calibre cal magnitude ton tons مم ملم كغ ريختر")


def find_figures(sentence: Sentence, taken: set[int]) -> list[Figure]:
    """Every count in the sentence, in order; ``taken`` tokens belong to dates."""
    found: list[Figure] = []
    at = 0
    while at < len(sentence.tokens):
        figure = _figure(sentence, at) if at not in taken and _may_begin(sentence, at) else None
        if figure is None:
            at += 1
            continue
        figure.stand(sentence.tokens)
        if figure.unit in ("person", "bare") and is_uncounted(sentence, figure):
            figure.unit = "other"
        found.append(figure)
        at = max(figure.last, at + 1)
    return found


def _may_begin(sentence: Sentence, at: int) -> bool:
    """Whether a count may begin at the token: most words neither stand in a word list nor are part of a number."""
    token = sentence.tokens[at]
    if token.is_number or token.text == "/" or not _OPENERS.isdisjoint(token.forms):
        return True
    if token.word == "the":
        return sentence.has(*TAKERS, last=at)
    tags = sentence.starting(at)
    return bool(tags) and any(tag.name in _COUNTING for tag in tags)


def _figure(sentence: Sentence, at: int) -> Figure | None:
    for tag in () if _of_families(sentence, at) else starting(sentence, at, "dual"):
        more = [found.last for found in starting(sentence, tag.last, "dual") if not _is_joined(sentence, tag.last)]
        last = max([tag.last, *more])  # "رجلين شقيقين" are two, "رجلين وطفلين" four
        last += len(said_after(sentence, last, TWO))
        return Figure(at, at, last, 2, 2, Quantifier.EXACT, "person", group_of(tag.value), is_dual=True)
    counted = noun_first(sentence, at)
    if counted is not None:
        return counted
    if is_no_count(sentence, at):
        return None
    for tag in starting(sentence, at, "vague"):
        vague = with_noun(sentence, Figure(at, at, tag.last, None, None, _VAGUE[tag.value]), tag.last)
        following = sentence.tokens[tag.last].word if tag.last < len(sentence.tokens) else ""
        if vague.unit == "bare" and following in _GO_ON:
            vague.unit, vague.last = "person", tag.last + (following in ("more", "others"))
        return vague
    number = number_at(sentence.tokens, at)
    if number is None and is_unclear(sentence.tokens[at]):
        return _unclear(sentence, at)
    before = sentence.tokens[at - 1] if at else None
    if number in (None, (1, at + 1)) and _is_no_one(sentence, at):
        return None
    if number is None:
        return one_person(sentence, at) or _uncounted(sentence, at)
    value, end = number
    figure = Figure(at, at, end, value, value, Quantifier.EXACT)
    if not _split_range(sentence, figure):
        _range(sentence, figure)
    figure.until = figure.last
    qualify(sentence, figure)
    bound_by_sign(sentence, figure)
    if before and before.text == "-" and before.end == sentence.tokens[at].start:
        figure.is_negative = True
    if sentence.tokens[end - 1].word == "dozen":
        figure.qualifier, figure.high = Quantifier.ABOUT, None
    if before and before.word in _BELOW_ZERO:
        figure.is_negative = True
    group_before(sentence, figure)
    money = before is not None and before.text in "$€£#"
    if money or is_age(sentence, figure) or is_share(sentence.tokens, figure.last):
        figure.unit = "other"
        return figure
    if with_forces(sentence, figure):
        return figure
    figure = with_noun(sentence, figure, figure.last)
    if figure.unit == "bare" and counts_people(sentence, at, figure.last):
        figure.unit = "person"
    return figure


def _of_families(sentence: Sentence, at: int) -> bool:
    """ "4 من عائلتين": whose people they are, and no further count."""
    of = at > 0 and sentence.tokens[at - 1].word == "من"
    return of and any(tag.value == "families" for tag in starting(sentence, at, "dual"))


def _is_joined(sentence: Sentence, at: int) -> bool:
    return sentence.tokens[at].text[0] == "و"


def _unclear(sentence: Sentence, at: int) -> Figure:
    """A number that is no whole number; of people only where nothing else stands to be counted ("14.5 mm")."""
    figure = Figure(at, at, at + 1, None, None, None, is_unclear=True)
    if at + 1 < len(sentence.tokens) and sentence.tokens[at + 1].word in _MEASURES:
        figure.unit = "other"
        return figure
    figure = with_noun(sentence, figure, at + 1)
    following = sentence.tokens[figure.last] if figure.last < len(sentence.tokens) else None
    if figure.unit == "bare" and following and following.is_word and following.word not in STOPS:
        harmed = starting(sentence, figure.last, "killed", "injured", "passive")
        figure.unit = figure.unit if harmed else "other"
    return figure


def _range(sentence: Sentence, figure: Figure) -> None:
    """Widen 4 to "between 4 and 6", "4 to 6", "4-6", "four or five"."""
    tokens, end = sentence.tokens, figure.last
    if end >= len(tokens) or figure.low is None:
        return
    joined = tokens[end].is_number and tokens[end].glued and sentence.tokens[end - 1].is_number
    between = any(tag.last == figure.at for tag in sentence.named("between", last=figure.at))
    word = tokens[end].word if tokens[end].is_word else ""
    ranged = _harms_from(sentence, figure.at)
    stated_from = figure.at and tokens[figure.at - 1].word in ("from", "by", "من") and not ranged
    stated_from = stated_from or any(0 <= figure.at - tag.last <= 1 for tag in sentence.named("change", last=figure.at))
    glued_and = between and word.startswith("و")
    parted = tokens[end].text in "-–" and any(token.is_number for token in tokens[end + 1 : end + 2])
    spaced = parted and not _own_word(sentence, figure, end + 2)
    if not (
        joined
        or spaced
        or glued_and
        or (word in _RANGE and not stated_from and (between or ranged or word in ("to", "or", "او")))
    ):
        return
    start = end if joined or (glued_and and word != "و") else end + 1
    second = number_at(tokens, start) if start < len(tokens) else None
    if second is None or second[0] <= figure.low:
        return
    if end == figure.at + 1:
        figure.low = told_once(tokens, figure.low, second)
    figure.high, figure.last, figure.qualifier = second[0], second[1], Quantifier.BETWEEN
    if between:
        _take_between(sentence, figure)


def _take_between(sentence: Sentence, figure: Figure) -> None:
    figure.first = min(tag.first for tag in sentence.named("between", last=figure.at) if tag.last == figure.at)


def _is_no_one(sentence: Sentence, at: int) -> bool:
    """ "Five members of one family", "no one"."""
    before = sentence.tokens[at - 1].word if at else ""
    told = any(
        tag.last == at for tag in sentence.named(*TAKERS, last=at)
    )  # "the death of one man", not "of one family"
    told = told and not any(tag.value == "families" for tag in starting(sentence, at + 1, "person"))
    return sentence.tokens[at].word == "one" and ((before in _NO_COUNT and not told) or is_one_of_them(sentence, at))


def _harms_from(sentence: Sentence, at: int) -> bool:
    """ "Killed from 5 to 10 people", "مقتل من 5 إلى 10": a range, where no toll rises or falls."""
    led = at > 1 and sentence.tokens[at - 1].word in ("from", "من") and not sentence.has("rise", "fall", "change")
    return led and any(tag.last == at - 1 for tag in sentence.named(*_HARMS, first=max(0, at - 4), last=at - 1))


def _split_range(sentence: Sentence, figure: Figure) -> bool:
    """Read "between five hundred and one thousand" as two numbers, not as 501,000."""
    if not any(tag.last == figure.at for tag in sentence.named("between", last=figure.at)):
        return False
    bounds = bounds_at(sentence.tokens, figure.at)
    if bounds is None:
        return False
    (figure.low, _), (figure.high, figure.last) = bounds
    figure.qualifier = Quantifier.BETWEEN
    _take_between(sentence, figure)
    return True


def _own_word(sentence: Sentence, figure: Figure, after: int) -> bool:
    """ "Killed 3 - 5 wounded": the second number is told with a harm of its own."""
    told = sentence.has("killed_before", first=max(0, figure.at - 2), last=figure.at)
    return told and sentence.has("injured", first=after, last=after + 2)


def _uncounted(sentence: Sentence, at: int) -> Figure | None:
    if is_titled(sentence, at):
        group = next((group_of(tag.value) for tag in starting(sentence, at, "person")), None)
        return Figure(at, at, at + 1, 1, 1, Quantifier.EXACT, "person", group, is_article=True)
    for tag in starting(sentence, at, "one"):
        definite = sentence.tokens[at].word.lstrip("وفبك").startswith(("ال", "لل"))
        if definite and not is_one_named(sentence, at, tag):
            return None  # "the civil defence", "the child": no count
        if is_of_both(sentence, at) or says_which_force(sentence, at):
            return None
        return Figure(at, at, tag.last, 1, 1, Quantifier.EXACT, "person", group_of(tag.value), is_article=True)
    for tag in starting(sentence, at, "uncounted"):
        if at and sentence.tokens[at - 1].word in _LEADS_TOTAL:
            return None  # "the number of", "the total number of" lead to a total
        if any(token.word in _GETS for token in sentence.tokens[max(0, at - 2) : at]):
            return None  # "sustained various injuries": the injuries of people told before
        figure = Figure(at, at, tag.last, None, None, None, is_article=True)
        figure = with_noun(sentence, figure, tag.last)
        if figure.unit == "bare" and sentence.tokens[tag.last - 1].word in ("others", "اخرون", "اخرين"):
            figure.unit = "person"
        return figure if figure.unit == "person" else None
    return None
