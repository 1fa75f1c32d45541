"""Who the figures of a sentence count: killed, injured, or part of another figure."""

from __future__ import annotations

from itertools import pairwise

from ledger.intake.clauses import Sentence
from ledger.intake.figures import Figure
from ledger.intake.lexicon import Tag
from ledger.intake.numbers import WORDS, number_at
from ledger.intake.parts import ends_list, is_part, leads_on, name_party, without_parties
from ledger.names import word_set

_REACH_BEFORE = 5
_REACH_AFTER = 30


def assign_harm(sentence: Sentence, figures: list[Figure]) -> list[Figure]:
    """Set role and parts of the figures that count people; returns those that are not part of another."""
    people = [figure for figure in figures if figure.unit in ("person", "bare") and not figure.is_negative]
    mains: list[Figure] = []
    in_list = False
    for figure in people:
        main = mains[-1] if mains else None
        if len(mains) > 1 and ends_list(sentence, mains[-2], figure):
            mains[-2].parts.append(mains.pop())
            main = mains[-1]
            main.parts[-1].is_part, main.parts[-1].role = True, ""
        if main is not None and is_part(sentence, main, figure, in_list):
            if figure.group is None and figure.unit == "bare":
                name_party(sentence, figure)
            main.parts.append(figure)
            figure.is_part = in_list = True
            continue
        in_list = False
        figure.role = _role(sentence, figure, mains)
        mains.append(figure)
    _drop_sums(sentence, mains)
    for at, figure in reversed(list(enumerate(mains))):
        if not figure.role and not figure.is_lumped:
            stop = mains[at + 1].first if at + 1 < len(mains) else len(sentence.tokens)
            figure.role = _role_after(sentence, figure, stop)
            following = mains[at + 1] if at + 1 < len(mains) else None
            if not figure.role and following and _joined(sentence, figure, following):
                figure.role = following.role
    return mains


def _drop_sums(sentence: Sentence, mains: list[Figure]) -> None:
    """ "1,240 casualties: 240 killed and 1,000 injured": the first counts both, and neither."""
    for whole in mains:
        after = [figure for figure in mains if figure.first >= whole.last and figure.low is not None]
        dead = [figure.low or 0 for figure in after if figure.role == "killed"][:1]
        hurt = [figure.low or 0 for figure in after if figure.role == "injured"][:1]
        is_sum = bool(dead and hurt) and whole.low == dead[0] + hurt[0]
        if whole.role and (is_sum or _is_lumped(sentence, whole)):
            whole.role, whole.is_lumped = "", True


def _is_lumped(sentence: Sentence, figure: Figure) -> bool:
    """ "40 were killed or wounded", "killed and wounded dozens": one number for both, and for neither."""
    near = sentence.named("killed", "injured", first=max(0, figure.first - 6), last=figure.end + 8)
    for first, second in pairwise(near):
        between = [token.word for token in sentence.tokens[first.last : second.first]]
        if first.name == second.name or between not in (["and"], ["or"], ["and", "or"]):
            continue
        before = second.last <= figure.first and figure.first - second.last <= 1
        after = (
            first.first >= figure.at and not leads_on(sentence, second) and not _counts_before(sentence, figure, first)
        )
        if before or after:
            return True
    return False


def _counts_before(sentence: Sentence, figure: Figure, tag: Tag) -> bool:
    """Whether another number stands between the figure and the word for harm."""
    return any(token.is_number or token.word in WORDS for token in sentence.tokens[figure.last : tag.first])


def _joined(sentence: Sentence, figure: Figure, following: Figure) -> bool:
    """ "5 men and 3 children were wounded": one predicate for both."""
    between = without_parties(sentence, figure.end, following.first)
    plain = [token.word for token in between] in (["and"], ["and", "his"], ["and", "her"], ["and", "their"])
    return figure.unit == "person" and (plain or (not between and sentence.tokens[following.first].text[0] == "و"))


def _role(sentence: Sentence, figure: Figure, mains: list[Figure]) -> str:
    if _is_told_before(sentence, figure):
        figure.is_lumped = True
        return ""
    if sentence.has(*_OTHER_HARM, first=figure.at, last=figure.last + 1):
        return ""  # "3,000 displaced families"
    after, is_open = _role_beside(sentence, figure)
    if after and not is_open:
        return after
    before = _role_before(sentence, figure)
    if before or after:
        return before or after
    if mains and mains[-1].role and _goes_on(sentence, figure):
        return mains[-1].role
    if mains and mains[-1].role and figure.unit == "person":
        between = without_parties(sentence, mains[-1].end, figure.first)
        joined = all(t.word in ("and", "or", "و", "as", "well") or t.text == "," for t in between)
        if len(between) <= 2 and joined and not _role_after(sentence, figure, figure.last + 6):
            return mains[-1].role
    return ""


def _is_told_before(sentence: Sentence, figure: Figure) -> bool:
    """ "The same 11 patients", "29 of the dead", "nine in ten of these": people who were counted already."""
    tokens = sentence.tokens
    before = [token.word for token in tokens[max(0, figure.first - 2) : figure.first]]
    if before == ["the", "same"]:
        return True
    if before == ["of", "the"] and sentence.has("killed", "injured", first=figure.at + 1, last=figure.last + 1):
        return True  # "two of the 13 wounded died"
    at = figure.at + 1
    words = [token.word for token in tokens[at : at + 2]]
    if words[:1] == ["in"] and at + 1 < len(tokens) and number_at(tokens, at + 1) is not None:
        words, at = [token.word for token in tokens[at + 2 : at + 4]], at + 2
    of_them = len(words) == 2 and words[0] == "of" and words[1] in ("the", "these", "those")
    return of_them and sentence.has("killed", "injured", first=at + 2, last=at + 4) and not sentence.has("reason")


def _role_beside(sentence: Sentence, figure: Figure) -> tuple[str, bool]:
    """The harm named in or right after the figure, and whether the next number may claim that word for itself."""
    start = figure.at + (0 if figure.is_article or figure.is_dual else 1)
    for name in ("injured", "killed"):
        for tag in sentence.named(name, first=start, last=figure.last + 4):
            gap = range(figure.last, tag.first)
            if tag.first < figure.last or all(sentence.starting(at) and _light(sentence, at) for at in gap):
                return name, tag.first >= figure.last and leads_on(sentence, tag)
    return "", False


def _goes_on(sentence: Sentence, figure: Figure) -> bool:
    """ "The death of 297 fighters …, and of 110 soldiers": the same harm is said of the next number."""
    before = [token.word for token in sentence.tokens[max(0, figure.first - 2) : figure.first]]
    return figure.unit == "person" and before == ["and", "of"]


def _light(sentence: Sentence, at: int) -> bool:
    return any(tag.name in ("passive", "at_least", "state") for tag in sentence.starting(at))


def _role_before(sentence: Sentence, figure: Figure) -> str:
    reach = max(0, figure.first - _REACH_BEFORE - 3)
    if figure.first > 1 and sentence.tokens[figure.first - 1].text == ":":
        for name in ("killed", "injured"):  # "Martyrs: 12, wounded: 30"
            if any(tag.last == figure.first - 1 for tag in sentence.named(name, last=figure.first)):
                return name
    best = ""
    nearest = -1
    for name in ("killed_before", "injured_before"):
        for tag in sentence.named(name, first=reach, last=figure.first):
            gap = sentence.tokens[tag.last : figure.first]
            aside = [t for t in gap if t.text == "," or t.word in _ASIDE]
            if len(gap) - len(aside) > _REACH_BEFORE or any(
                (t.text in ",;." and len(aside) < 3) or t.word in ("who", "when", "by", "since") for t in gap
            ):
                continue
            if any(token.is_number for token in gap):
                continue
            word = sentence.tokens[tag.first].word
            if word == "lost" and (tag.last != figure.first or figure.unit != "person"):
                continue  # "lost 45 soldiers", but "lost contact with 11 people"
            if word in ("left", "leaving", "leaves", "leave", "took", "سقط", "سقوط", "خلف", "خلفت", "فقد"):
                role = _left_role(sentence, figure)
            elif _is_passive(sentence, tag.first) and word in ("killed", "injured", "wounded", "executed"):
                continue
            else:
                role = name.removesuffix("_before")
            if role and tag.last > nearest:
                best, nearest = role, tag.last
    return best


def _left_role(sentence: Sentence, figure: Figure) -> str:
    for name in ("injured", "killed"):
        if sentence.has(name, first=figure.at, last=figure.last + 5):
            return name
    return ""


def _is_passive(sentence: Sentence, at: int) -> bool:
    return any(tag.last in (at, at - 1) for tag in sentence.named("passive", first=at - 3, last=at))


def _role_after(sentence: Sentence, figure: Figure, stop: int) -> str:
    start = figure.last
    found = [
        (tag.first, name)
        for name in ("killed", "injured")
        for tag in sentence.named(name, first=start, last=min(stop, start + _REACH_AFTER))
        if _is_passive(sentence, tag.first) or sentence.tokens[tag.first].word in _ALWAYS_AFTER
    ]
    if not found or figure.unit != "person":
        return ""
    at, role = min(found)
    if any(clause.opener in _BREAKS and start < clause.first <= at for clause in sentence.clauses):
        return ""
    return role


_ALWAYS_AFTER = word_set(
    "died die dies lost lose loses losing perished perish perishes succumbed succumbs passed suffered "
    "sustained fell قتلوا قضوا فقدوا اصيبوا استشهدوا قضي لقوا"
)
_OTHER_HARM = ("displacement", "detention", "abduction", "release")
_ASIDE = word_set("as reported reportedly allegedly apparently")
_BREAKS = word_set("; whereas when meanwhile as while where amid also but")
