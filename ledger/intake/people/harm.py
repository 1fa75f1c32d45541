"""Who the figures of a sentence count: killed, injured, or part of another figure."""

from __future__ import annotations

from ledger.intake.count.figures import Figure
from ledger.intake.people.appositions import take_bracketed
from ledger.intake.people.behind import role_behind_aside, says_whose
from ledger.intake.people.fronted import take_behind_whole, take_fronted, take_summed
from ledger.intake.people.joined import begins_anew, counts_both, met_by_pronoun
from ledger.intake.people.lumped import drop_sums, is_told_before
from ledger.intake.people.parts import among_dead_between, ends_list, is_part, leads_on, take_part, without_parties
from ledger.intake.people.predicates import role_after, role_before, role_behind
from ledger.intake.people.taken_up import taken_up
from ledger.intake.text.clauses import Sentence
from ledger.names import word_set

_OWN_REACH = 6
_CAUSES = word_set("جراء اثر نتيجه بسبب")
_ARMS = ("air_means", "ground_means", "bombing", "blast_means")
_OTHER_HARM = ("displacement", "detention", "abduction", "release")
_PLAIN_JOINTS = (["and"], ["+"], ["&"], ["and", "his"], ["and", "her"], ["and", "their"])
_JOINTS = word_set("and or و as well , + &")


def assign_harm(sentence: Sentence, figures: list[Figure]) -> list[Figure]:
    """Set role and parts of the figures that count people; returns those that are not part of another."""
    for figure in figures:
        if figure.unit in ("person", "bare") and counts_both(sentence, figure):
            figure.unit = "both"
    people = [figure for figure in figures if figure.unit in ("person", "bare") and not figure.is_negative]
    mains: list[Figure] = []
    in_list = False
    for figure in take_bracketed(sentence, people):
        main = mains[-1] if mains else None
        if len(mains) > 1 and ends_list(sentence, mains[-2], mains[-1], figure):
            mains[-2].parts.append(mains.pop())
            main = mains[-1]
            main.parts[-1].is_part, main.parts[-1].role = True, ""
        if main is not None and figure.group == "families" and says_whose(sentence, main, figure):
            continue
        if main is not None and among_dead_between(sentence, main, figure):
            main = next((it for it in reversed(mains) if it.role == "killed"), main)
        if main is not None and is_part(sentence, main, figure, in_list):
            take_part(sentence, main, figure)
            figure.is_part = in_list = True
            continue
        in_list = False
        figure.role = _role(sentence, figure, mains)
        mains.append(figure)
    drop_sums(sentence, mains)
    _from_behind(sentence, mains)
    for named in (met_by_pronoun, taken_up):
        harmless = [figure for figure in mains if not figure.role]
        for figure, role in named(sentence, harmless) if harmless else ():
            figure.role = role
    return take_summed(sentence, take_behind_whole(sentence, take_fronted(sentence, mains)))


def _from_behind(sentence: Sentence, mains: list[Figure]) -> None:
    """Give figures without a harm the one said behind them, or the one of the figure that they are joined to."""
    joined = False
    for at, figure in reversed(list(enumerate(mains))):
        if not figure.role and not figure.is_lumped:
            stop = mains[at + 1].first if at + 1 < len(mains) else len(sentence.tokens)
            figure.role = role_after(sentence, figure, stop) or role_behind(sentence, figure)
            following = mains[at + 1] if at + 1 < len(mains) else None
            if not figure.role and following and _joined(sentence, figure, following):
                figure.role = following.role
                joined = True
            elif not figure.role and following and joined and _in_list(sentence, figure, following):
                figure.role = following.role
            else:
                joined = False


def _joined(sentence: Sentence, figure: Figure, following: Figure) -> bool:
    """ "5 men and 3 children were wounded": one predicate for both."""
    between = without_parties(sentence, figure.end, following.first)
    plain = [token.word for token in between] in _PLAIN_JOINTS
    return figure.unit == "person" and (plain or (not between and sentence.tokens[following.first].text[0] == "و"))


def _in_list(sentence: Sentence, figure: Figure, following: Figure) -> bool:
    """The "84 rebels" of "84 rebels, 45 soldiers and 12 civilians were killed"."""
    between = without_parties(sentence, figure.end, following.first)
    return figure.unit == "person" and [token.text for token in between] == [","]


def _role(sentence: Sentence, figure: Figure, mains: list[Figure]) -> str:
    if is_told_before(sentence, figure):
        figure.is_lumped = True
        return ""
    other = sentence.named(*_OTHER_HARM, first=figure.at, last=figure.last + 1)
    if any(tag.first < figure.last or not begins_anew(sentence, tag) for tag in other):
        return ""  # "3,000 displaced families", and not "5 أشخاص واختطف 3"
    after, is_open = _role_beside(sentence, figure)
    if not after and figure.unit == "person":
        after = role_behind_aside(sentence, figure)
    if after and not is_open:
        return after
    before = role_before(sentence, figure, mains[-1].end if mains else 0)
    own = role_after(sentence, figure, figure.last + _OWN_REACH) if before and mains else ""
    if own and own != before and sentence.tokens[figure.first - 1].word in ("and", "while"):
        return own  # "killed a man and four others sustained injuries"
    if before or after:
        return before or after
    if mains and mains[-1].role and _goes_on(sentence, figure):
        return mains[-1].role
    if mains and mains[-1].role == "killed" and figure.unit == "person" and _has_own_cause(sentence, figure):
        return "killed"
    if mains and mains[-1].role and figure.unit == "person":
        between = without_parties(sentence, mains[-1].end, figure.first)
        between = [token for token in between if token.text != '"']
        joined = all(t.word in _JOINTS for t in between)
        if len(between) <= 2 and joined and not role_after(sentence, figure, figure.last + 6):
            return mains[-1].role
    return ""


def _role_beside(sentence: Sentence, figure: Figure) -> tuple[str, bool]:
    """The harm named in or right after the figure, and whether the next number may claim that word for itself."""
    start = figure.at + (0 if figure.is_article or figure.is_dual else 1)
    for name in ("injured", "killed"):
        for tag in sentence.named(name, first=start, last=figure.last + 4):
            if tag.first >= figure.last and begins_anew(sentence, tag):
                continue  # "3 مواطنين وجرح آخرون"
            gap = range(figure.last, tag.first)
            if tag.first < figure.last or all(sentence.starting(at) and _light(sentence, at) for at in gap):
                return name, tag.first >= figure.last and leads_on(sentence, tag)
    return "", False


def _has_own_cause(sentence: Sentence, figure: Figure) -> bool:
    """ ", و8 أشخاص جراء قصف على …": the verb of the list is said once, and each number has its cause."""
    tokens = sentence.tokens
    joined = figure.first > 1 and tokens[figure.first - 1].text == "و" and tokens[figure.first - 2].text == ","
    cause = next((n for n in range(figure.last, min(figure.last + 6, len(tokens))) if tokens[n].word in _CAUSES), 0)
    return joined and bool(cause) and sentence.has(*_ARMS, first=cause, last=cause + 3)


def _goes_on(sentence: Sentence, figure: Figure) -> bool:
    """ "The death of 297 fighters …, and of 110 soldiers": the same harm is said of the next number."""
    before = [token.word for token in sentence.tokens[max(0, figure.first - 2) : figure.first]]
    return figure.unit == "person" and before == ["and", "of"]


def _light(sentence: Sentence, at: int) -> bool:
    return any(tag.name in ("passive", "at_least", "state", "include") for tag in sentence.starting(at))
