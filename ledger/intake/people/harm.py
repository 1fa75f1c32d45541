"""Who the figures of a sentence count: killed, injured, or part of another figure."""

from __future__ import annotations

from ledger.intake.count.figures import Figure
from ledger.intake.people.appositions import summed_in_brackets
from ledger.intake.people.behind import role_behind_aside, says_whose
from ledger.intake.people.joined import begins_anew, counts_both, met_by_pronoun
from ledger.intake.people.lumped import drop_sums, is_told_before
from ledger.intake.people.parts import among_dead_between, ends_list, is_part, leads_on, take_part, without_parties
from ledger.intake.text.clauses import Sentence
from ledger.names import word_set

_REACH_BEFORE = 5
_OWN_REACH = 6
_REACH_AFTER = 30


def assign_harm(sentence: Sentence, figures: list[Figure]) -> list[Figure]:
    """Set role and parts of the figures that count people; returns those that are not part of another."""
    for figure in figures:
        if figure.unit in ("person", "bare") and counts_both(sentence, figure):
            figure.unit = "both"
    people = [figure for figure in figures if figure.unit in ("person", "bare") and not figure.is_negative]
    mains: list[Figure] = []
    in_list = False
    summed = summed_in_brackets(sentence, people)
    for figure in people:
        main = mains[-1] if mains else None
        if main is not None and summed.get(figure.at) is main:
            main.parts.append(figure)
            figure.is_part = True
            continue
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
    for at, figure in reversed(list(enumerate(mains))):
        if not figure.role and not figure.is_lumped:
            stop = mains[at + 1].first if at + 1 < len(mains) else len(sentence.tokens)
            figure.role = _role_after(sentence, figure, stop) or _role_behind(sentence, figure)
            following = mains[at + 1] if at + 1 < len(mains) else None
            if not figure.role and following and _joined(sentence, figure, following):
                figure.role = following.role
    for figure, role in met_by_pronoun(sentence, [figure for figure in mains if not figure.role]):
        figure.role = role
    return mains


def _joined(sentence: Sentence, figure: Figure, following: Figure) -> bool:
    """ "5 men and 3 children were wounded": one predicate for both."""
    between = without_parties(sentence, figure.end, following.first)
    plain = [token.word for token in between] in (["and"], ["and", "his"], ["and", "her"], ["and", "their"])
    return figure.unit == "person" and (plain or (not between and sentence.tokens[following.first].text[0] == "و"))


def _role(sentence: Sentence, figure: Figure, mains: list[Figure]) -> str:
    if is_told_before(sentence, figure):
        figure.is_lumped = True
        return ""
    if sentence.has(*_OTHER_HARM, first=figure.at, last=figure.last + 1):
        return ""  # "3,000 displaced families"
    after, is_open = _role_beside(sentence, figure)
    if not after and figure.unit == "person":
        after = role_behind_aside(sentence, figure)
    if after and not is_open:
        return after
    before = _role_before(sentence, figure, mains[-1].end if mains else 0)
    own = _role_after(sentence, figure, figure.last + _OWN_REACH) if before and mains else ""
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
        joined = all(t.word in ("and", "or", "و", "as", "well") or t.text == "," for t in between)
        if len(between) <= 2 and joined and not _role_after(sentence, figure, figure.last + 6):
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


def _role_before(sentence: Sentence, figure: Figure, told: int = 0) -> str:
    """The harm named before the figure; ``told`` = the token after the figure before it, whose own word is not ours."""
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
            if any(token.is_number for token in gap) or sentence.has(*_OTHER_HARM, first=tag.last, last=figure.first):
                continue  # "killed two men and abducted three"
            word = sentence.tokens[tag.first].word
            if told and tag.first - told in (-1, 0, 1) and word.endswith("ed") and gap and gap[0].word == "and":
                continue  # "three killed and ten, five of them women, injured"
            forms = sentence.tokens[tag.first].forms
            if word == "lost" and (tag.last != figure.first or figure.unit != "person"):
                continue  # "lost 45 soldiers", but "lost contact with 11 people"
            if word in ("left", "leaving", "leaves", "leave", "took") or any(form in _LEFT for form in forms):
                role = _left_role(sentence, figure) or _lost_role(sentence, figure, forms)
            elif any(form in _MEETS for form in forms):
                role = _met_role(sentence, figure)
            elif _is_passive(sentence, tag.first) and word in ("killed", "injured", "wounded", "executed"):
                continue
            else:
                role = name.removesuffix("_before")
            if role and tag.last > nearest:
                best, nearest = role, tag.last
    return best or _role_named(sentence, figure)


def _role_named(sentence: Sentence, figure: Figure) -> str:
    """ "الجرحى 58", "عدد الشهداء: 992"; and "أودت قذيفة … بستة أشخاص", where the "by" of the number says it."""
    tokens, at = sentence.tokens, figure.first
    if figure.is_article:
        return ""
    colon = at > 1 and tokens[at - 1].text == ":"
    for name in ("killed", "injured"):
        for tag in sentence.named(name, first=max(0, at - 3), last=at - colon):
            definite = tokens[tag.first].word.lstrip("وفب").startswith(("ال", "لل"))
            if tag.last == at - colon and definite and tag.last - tag.first == 1:
                return name
    if tokens[at].word.startswith("ب") and len(tokens[at].forms) > 1:
        took = any(set(token.forms) & _TOOK for token in tokens[max(0, at - _REACH_AFTER // 2) : at])
        return "killed" if took else ""
    return ""


def _left_role(sentence: Sentence, figure: Figure) -> str:
    """The harm named in or after the figure, the nearest first: "left 3 dead", "ففقد مدني حياته وأصيب 5"."""
    for tag in sentence.named("killed", first=max(0, figure.first - 2), last=figure.last + 2):
        if tag.first < figure.first and tag.last > figure.last:
            return "killed"  # "فقد مدني حياته" is one phrase around the figure
    found = sentence.named("injured", "killed", first=figure.at, last=figure.last + 5)
    return next((tag.name for tag in found if tag.first < figure.last or not begins_anew(sentence, tag)), "")


def _lost_role(sentence: Sentence, figure: Figure, forms: tuple[str, ...]) -> str:
    """ "The force lost seven of its soldiers": fighters of one's own are dead, people lost otherwise are missing."""
    partly = any("من" in token.forms for token in sentence.tokens[figure.at : figure.last + 1])
    lost = any(form.startswith("فقد") for form in forms)
    return "killed" if lost and partly and figure.group == "combatants" else ""


def _met_role(sentence: Sentence, figure: Figure) -> str:
    """ "لقي أربعة منهم … مصرعهم": the verb says what they met after them."""
    after = sentence.tokens[figure.last : figure.last + _REACH_AFTER]
    return "killed" if any(form.startswith(_DEATHS) for token in after for form in token.forms) else ""


def _is_passive(sentence: Sentence, at: int) -> bool:
    return any(tag.last in (at, at - 1) for tag in sentence.named("passive", first=at - 3, last=at))


def _role_after(sentence: Sentence, figure: Figure, stop: int) -> str:
    start = figure.last
    found = [
        (tag.first, name)
        for name in ("killed", "injured")
        for tag in sentence.named(name, first=start, last=min(stop, start + _REACH_AFTER))
        if _is_passive(sentence, tag.first)
        or (name == "injured" and _is_got(sentence, tag.first))
        or (sentence.tokens[tag.first].word in _ALWAYS_AFTER and not begins_anew(sentence, tag))
    ]
    if not found or figure.unit != "person":
        return ""
    at, role = min(found)
    if any(clause.opener in _BREAKS and start < clause.first <= at for clause in sentence.clauses):
        return ""
    return role


def _role_behind(sentence: Sentence, figure: Figure) -> str:
    """ "Four civilians, including two children, killed": the word for it right behind the list of the parts."""
    if not figure.parts:
        return ""
    at = figure.end
    while at < len(sentence.tokens) and sentence.tokens[at].text in ",)" and at < figure.end + 2:
        at += 1
    if at >= len(sentence.tokens) or sentence.tokens[at].text[0] >= "\u0600":
        return ""  # in Arabic the verb stands before
    names = {tag.name for tag in sentence.starting(at)}
    return next((name for name in ("injured", "killed") if name in names), "")


def _is_got(sentence: Sentence, at: int) -> bool:
    """ "Four others sustained varying injuries": the verb stands a word or two before what they got."""
    return bool(_GOT & {token.word for token in sentence.tokens[max(0, at - 3) : at]})


_GOT = word_set("sustained sustaining suffered suffering received receiving got")
_ALWAYS_AFTER = word_set(
    "died die dies lost lose loses losing perished perish perishes succumbed succumbs passed suffered sustained fell "
    "قتلوا قتلو قتلا قتلن قضوا قضو قضيا فقدوا اصيبوا اصيبو اصيبا استشهدوا استشهدو "
    "استشهدا استشهدن قضي لقوا لقيا ماتوا ماتو توفوا توفيا جرحوا جرحو انجرحوا ارتقوا فارقوا مصابون راحوا راحو"
)
_LEFT = word_set(
    "سقط سقوط سقطوا سقطت خلف خلفت خلفوا يخلف تخلف مخلفا مخلفه فقد فقدت فقدوا اوقع اوقعت اوقعوا موقعا موقعه اسفر اسفرت "
    "حصد حصدت"
)
_TOOK = word_set("اودي اودت تودي يودي")
_MEETS = word_set("لقي لقيت لقوا لقيا لقين فارق فارقت")
_DEATHS = ("مصرع", "حتف", "الحياه", "حياه")
_CAUSES = word_set("جراء اثر نتيجه بسبب")
_ARMS = ("air_means", "ground_means", "bombing", "blast_means")
_OTHER_HARM = ("displacement", "detention", "abduction", "release")
_ASIDE = word_set("as reported reportedly allegedly apparently")
_BREAKS = word_set("; whereas when meanwhile as while where amid also but")
