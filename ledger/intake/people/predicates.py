"""The harm that a word governs: "killed 5", "lost seven of its soldiers", "four others sustained injuries"."""

from __future__ import annotations

from itertools import pairwise

from ledger.intake.count.figures import Figure
from ledger.intake.people.joined import begins_anew
from ledger.intake.text.clauses import Sentence
from ledger.intake.text.lexicon import Tag
from ledger.intake.text.tokens import Token
from ledger.names import word_set

_REACH_AFTER = 30
_REACH_BEFORE = 5
_KILLS_REACH = 10  # tokens from "assassinated" over who did it and when
_SUBJECT_REACH = 15  # tokens between a verb and a subject that stands on its other side
_GOT = word_set("sustained sustaining suffered suffering received receiving got")
_ALWAYS_AFTER = word_set(
    "died die dies lost lose loses losing perished perish perishes succumbed succumbs passed suffered sustained fell "
    "met meet meets fallen drowned drown drowns suffocated starved froze frozen "
    "قتلوا قتلو قتلا قتلن قضوا قضو قضيا فقدوا اصيبوا اصيبو اصيبا استشهدوا استشهدو "
    "استشهدا استشهدن قضي لقوا لقيا ماتوا ماتو توفوا توفيا جرحوا جرحو انجرحوا ارتقوا فارقوا مصابون راحوا راحو"
)
_LEFT = word_set(
    "سقط سقوط سقطوا سقطت خلف خلفت خلفوا يخلف تخلف مخلفا مخلفه فقد فقدت فقدوا اوقع اوقعت اوقعوا موقعا موقعه اسفر اسفرت "
    "حصد حصدت خسر خسرت خسروا يخسر تخسر"
)
_KILLS = word_set("اغتال اغتالت اغتالوا")
"""Verbs whose object may stand behind who did it and when."""

_WERE = word_set("were are was is")
_TOOK = word_set("اودي اودت تودي يودي")
_MEETS = word_set("لقي لقيت لقوا لقيا لقين فارق فارقت")
_DEATHS = ("مصرع", "حتف", "الحياه", "حياه")
_OTHER_HARM = ("displacement", "detention", "abduction", "release")
_LEAVES = word_set("left leaving leaves leave took")
_FOUND = word_set("found also already later both all")
_WITHIN = _FOUND | {"reportedly", "allegedly"}
_ASIDE = word_set("as reported reportedly allegedly apparently")
_BREAKS = word_set("; whereas when meanwhile as while where amid also but")


def role_before(sentence: Sentence, figure: Figure, told: int = 0) -> str:
    """The harm named before the figure; ``told`` = the token after the figure before it, whose own word is not ours."""
    reach = max(0, figure.first - _KILLS_REACH - 3)
    if figure.first > 1 and sentence.tokens[figure.first - 1].text == ":":
        for name in ("killed", "injured"):  # "Martyrs: 12, wounded: 30"
            if any(tag.last == figure.first - 1 for tag in sentence.named(name, last=figure.first)):
                return name
    best = ""
    nearest = -1
    for name in ("killed_before", "injured_before"):
        for tag in sentence.named(name, first=reach, last=figure.first):
            gap = _gap(sentence, tag, figure.first)
            aside = [t for t in gap if t.text == "," or t.word in _ASIDE]
            kills = _KILLS_REACH if sentence.tokens[tag.first].word in _KILLS else _REACH_BEFORE
            if len(gap) - len(aside) > kills or any(
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
            if (word in _LEAVES and tag.last - tag.first == 1) or any(form in _LEFT for form in forms):
                role = _left_role(sentence, figure) or _lost_role(sentence, figure, forms)
            elif any(form in _MEETS for form in forms):
                role = _met_role(sentence, figure)
            elif _is_passive(sentence, tag.first, helped=True) and word in ("killed", "injured", "wounded", "executed"):
                continue
            else:
                role = name.removesuffix("_before")
            if role and tag.last > nearest:
                best, nearest = role, tag.last
    return best or _role_named(sentence, figure) or _fronted_role(sentence, figure)


def _gap(sentence: Sentence, tag: Tag, last: int) -> list[Token]:
    """The tokens from the word for a harm to a number, without the time that in Arabic may stand between."""
    gap = sentence.tokens[tag.last : last]
    if not sentence.timed or sentence.tokens[tag.first].text[0] < "\u0600":
        return gap
    left = [token for at, token in enumerate(gap, tag.last) if at not in sentence.timed]
    return gap if any(token.text == "(" for token in left) else left


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
        took = any(set(token.forms) & _TOOK for token in tokens[max(0, at - _SUBJECT_REACH) : at])
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
    own = any(form.startswith("خسر") for form in forms)  # "خسر التنظيم 41 عنصرا": fighters whom a party loses are dead
    lost = own or (partly and any(form.startswith("فقد") for form in forms))
    return "killed" if lost and figure.group == "combatants" else ""


def _met_role(sentence: Sentence, figure: Figure) -> str:
    """ "لقي أربعة منهم … مصرعهم": the verb says what they met after them."""
    after = sentence.tokens[figure.last : figure.last + _REACH_AFTER]
    return "killed" if any(form.startswith(_DEATHS) for token in after for form in token.forms) else ""


def _is_passive(sentence: Sentence, at: int, *, helped: bool = False) -> bool:
    """Whether "were" or the like stands before the verb; ``helped`` = "reportedly" alone does not make it one."""
    while at > 1 and sentence.tokens[at - 1].word in (_WITHIN if helped else _FOUND):
        at -= 1
    return any(tag.last in (at, at - 1) for tag in sentence.named("passive", first=at - 3, last=at))


def role_after(sentence: Sentence, figure: Figure, stop: int) -> str:
    """The harm that a verb behind the figure says of it, before the token ``stop``."""
    start = figure.last
    found = [
        (tag.first, name)
        for name in ("killed", "injured")
        for tag in sentence.named(name, first=start, last=min(stop, start + _REACH_AFTER))
        if _is_passive(sentence, tag.first)
        or _is_listed_as(sentence, tag.first)
        or (name == "injured" and _is_got(sentence, tag.first))
        or (sentence.tokens[tag.first].word in _ALWAYS_AFTER and not begins_anew(sentence, tag))
    ]
    if not found or figure.unit != "person":
        return ""
    at, role = min(found)
    between = [token.text for token in sentence.tokens[start:at]]
    pairs = [n for n, pair in enumerate(pairwise(between)) if pair in (("of", "whom"), ("of", "them"))]
    if pairs and "," not in between[pairs[-1] :]:
        return ""  # "116 hostages remain, a third of whom are dead"
    if any(clause.opener in _BREAKS and start < clause.first <= at for clause in sentence.clauses):
        return ""
    return role


def role_behind(sentence: Sentence, figure: Figure) -> str:
    """ "Four civilians, including two children, killed": the word for it right behind the list of the parts."""
    if not figure.parts:
        return ""
    at = figure.end
    held = {tag.name for tag in sentence.starting(at - 1)}  # "9 women killed": the word is taken as one for people too
    if {"killed", "injured"} & held and sentence.tokens[at - 1].text[0] < "\u0600":
        return "injured" if "injured" in held else "killed"
    while at < len(sentence.tokens) and sentence.tokens[at].text in ",)" and at < figure.end + 2:
        at += 1
    if at >= len(sentence.tokens) or sentence.tokens[at].text[0] >= "\u0600":
        return ""  # in Arabic the verb stands before
    names = {tag.name for tag in sentence.starting(at)}
    return next((name for name in ("injured", "killed") if name in names), "")


def _is_listed_as(sentence: Sentence, at: int) -> bool:
    """ "Recorded 377 people as killed", "… as having been killed"."""
    words = [token.word for token in sentence.tokens[max(0, at - 3) : at]]
    return words[-1:] == ["as"] or words[-3:] == ["as", "having", "been"]


def _is_got(sentence: Sentence, at: int) -> bool:
    """ "Four others sustained varying injuries": the verb stands a word or two before what they got."""
    return bool(_GOT & {token.word for token in sentence.tokens[max(0, at - 3) : at]})


def _fronted_role(sentence: Sentence, figure: Figure) -> str:
    """ "Assassinated so far … were N people": the participle opens the clause, and its subject stands at the end."""
    if not figure.first or sentence.tokens[figure.first - 1].word not in _WERE:
        return ""
    for name in ("killed", "injured"):
        for tag in sentence.named(name, first=max(0, figure.first - _SUBJECT_REACH), last=figure.first):
            opens = tag.first == 0 or sentence.tokens[tag.first - 1].text in ",;:" or tag.first == 1
            if opens and sentence.tokens[tag.last - 1].word.endswith(("ed", "dead")):
                return name
    return ""
