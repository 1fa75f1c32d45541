"""What a number counts: its qualifier, its head noun, and the party that people belong to."""

from __future__ import annotations

from ledger.domain.values import Quantifier
from ledger.intake.count.figures import Figure
from ledger.intake.count.number_words import WORDS
from ledger.intake.count.unlisted import counts_other, with_unlisted
from ledger.intake.text.clauses import Sentence
from ledger.intake.text.lexicon import Tag
from ledger.names import word_set

_QUALIFIERS = {"at_least": Quantifier.AT_LEAST, "more_than": Quantifier.MORE_THAN, "about": Quantifier.ABOUT,
               "up_to": Quantifier.UP_TO}  # fmt: skip
_UNARMED = word_set(
    "family families council helmets defence defense crescent red household staff اسره عائله مجلس المدني الاسعاف الهلال"
)
_AMONG = word_set("بينهم بينهن بينها بينهما")
_COPULAS = ("were", "are", "was")
_HARM = ("killed", "injured", "person")
_OWN_LETTER = word_set(
    "برميل براميل برميلين بلده بلدات بلدتين بيت بيوت بنت بنات بنتين لغم لغما لاجئ لاجئا لاجئين لاجئون لاجئه "
    "لبناني لبنانيا لبنانيين لواء ليره ليرات بالمئه بالمائه"
)
_DWELLERS = word_set("residents inhabitants")
_BEFALL = ("killed", "injured", "missing", "detention", "abduction", "displacement", "release")
STOPS = word_set(
    "in on at to by from for since after before during with while where when as than were was is are had "
    "have has and or but who which that whose whom the a an it he she they left died including another في "
    "من الي علي عن منذ بعد و ان كانوا"
)


def with_noun(sentence: Sentence, figure: Figure, start: int) -> Figure:
    """Find what is counted within the next five words."""
    tokens = sentence.tokens
    start = next((tag.last for tag in starting(sentence, start, "at_least")), start) if start < len(tokens) else start
    told = with_unlisted(sentence, figure, start).unit == "person"
    if told or (start < len(tokens) and counts_other(sentence, start)):
        return figure
    for at in range(start, min(start + 6, len(tokens))):
        token = tokens[at]
        if token.text == '"' or (token.word == "the" and at > start and tokens[at - 1].word == "of"):
            continue
        if starting(sentence, at, "include") and at <= start + 1:
            figure.is_subset = tokens[at].word in ("of", "among", "منهم", "من")
            if not figure.is_subset:
                break
            continue
        if token.word in _AMONG:
            break  # "9 of the forces, an officer among them"
        if token.word in _COPULAS and token.text != "IS" and (at == start or figure.is_subset):
            return _with_predicate(sentence, figure, at + 1)
        if (
            token.word == "from"
            or not token.is_word
            or (token.word in STOPS and token.text != "IS" and not figure.is_subset and token.word not in ("of", "من"))
        ):
            break
        if token.text[0] == "و" and len(token.forms) > 1 and starting(sentence, at, *_HARM):
            break  # "3 and the injury of 7": something new begins
        if token.text[0] >= "\u0600" and starting(sentence, at, "counted"):
            break  # "57 حصيلة يوم واحد": what the number is, not what it counts
        if (
            token.word[0] in "بل"
            and len(token.forms) > 1
            and token.word not in _OWN_LETTER
            and _names_kind(sentence, at)
        ):
            break  # "وجرح ثلاثة بغارة": what a preposition leads to is not counted
        for tag in starting(sentence, at, "not_people"):
            return _no_people(sentence, figure, tag)
        if starting(sentence, at, "thing") and not starting(sentence, at, "person"):
            figure.unit, figure.last = "thing", at + 1
            return figure
        for tag in starting(sentence, at, "person"):
            return _with_thing(sentence, figure, tag) or with_person(sentence, figure, tag.value, tag.last)
        if token.text != "IS" and starting(sentence, at, "killed", "injured", "passive"):
            break
    return figure


def _with_thing(sentence: Sentence, figure: Figure, tag: Tag) -> Figure | None:
    """ "143 militant attacks", "40 civilian homes": things, and the people only say whose."""
    word = sentence.tokens[tag.last - 1].word
    thing = next((found.last for found in starting(sentence, tag.last, "thing", "structure")), 0)
    if not thing or not word.isascii() or word.endswith(("s", "men", "people", "children")):
        return None
    figure.unit, figure.last = "thing", thing
    return figure


def _no_people(sentence: Sentence, figure: Figure, tag: Tag) -> Figure:
    """Years, kilometres, a population; but dwellers to whom something happened are people."""
    if sentence.tokens[tag.first].word in _DWELLERS and _befallen(sentence, figure, tag.last):
        return with_person(sentence, figure, "people", tag.last)
    figure.unit, figure.last = "other", tag.last
    return figure


def _befallen(sentence: Sentence, figure: Figure, end: int) -> bool:
    """ "Three residents were wounded": people to whom something happened, and no population."""
    stop = next(
        (at for at in range(end, min(end + 5, len(sentence.tokens))) if sentence.tokens[at].text in ",;"), end + 5
    )
    harmed = sentence.has(*_BEFALL, first=end, last=stop)
    before = sentence.named("killed_before", "injured_before", *_BEFALL, last=figure.first)
    return harmed or any(0 <= figure.first - tag.last <= 1 for tag in before)


def _names_kind(sentence: Sentence, at: int) -> bool:
    return bool(starting(sentence, at, "thing", "person", "not_people"))


def _are_civilian(sentence: Sentence, end: int) -> bool:
    """ "Seven members of the White Helmets", "of one family": members who bear no arms."""
    after = [form for token in sentence.tokens[end - 1 : end + 5] for form in token.forms]
    return bool(_UNARMED & set(after))


def _with_predicate(sentence: Sentence, figure: Figure, at: int) -> Figure:
    """ "4 were children": the people that a bare number counts, told after the verb."""
    at += sentence.tokens[at].text in ('"', "of") if at + 1 < len(sentence.tokens) else 0  # "4 were of children"
    for tag in starting(sentence, at, "person"):
        named = group_of(tag.value)
        if named and not sentence.has("killed", "injured", first=at, last=tag.last):
            return with_person(sentence, figure, tag.value, tag.last)
    return figure


def with_person(sentence: Sentence, figure: Figure, group: str, end: int) -> Figure:
    figure.unit, figure.group, start = "person", group_of(group), figure.last
    if figure.group == "combatants" and _are_civilian(sentence, end):
        figure.group = None
    tokens = sentence.tokens
    if end + 1 < len(tokens) and tokens[end].word == "and" and figure.group:
        for tag in starting(sentence, end + 1, "person"):
            if group_of(tag.value) == figure.group:
                end = tag.last
            elif group_of(tag.value) and tag.last - tag.first == 1:
                figure.group, end = f"{figure.group} and {tag.value}", tag.last
    if end < len(tokens) and tokens[end].text[0] == "و" and len(tokens[end].forms) > 1 and figure.group:
        for tag in starting(sentence, end, "person"):
            if group_of(tag.value) and tag.value != figure.group:
                figure.group, end = f"{figure.group} and {tag.value}", tag.last
    glued = end < len(tokens) and tokens[end].text[0] == "و"  # "and the injury of …" begins something new
    whose = group == "people" and end + 1 < len(tokens) and tokens[end].is_capital  # "two other Palestinian children"
    noun = end + (whose and not starting(sentence, end, "person"))
    for tag in () if glued else starting(sentence, noun, "person"):  # "civilian deaths", "Iraqi refugees women"
        end = tag.last
        if group == "people":  # "nine other civilians", "two dead children"
            figure.group = figure.group or group_of(tag.value)
    if figure.group is None and any(t.word in ("unidentified", "unknown") for t in tokens[start : end + 4]):
        figure.group = "unidentified people"
    parties = sentence.named("actor", first=start, last=end) or [
        tag
        for tag in sentence.named("actor", first=end, last=end + 9)
        if tag.first <= end + 4 and _leads(sentence, end, tag.first)
    ]
    if parties and figure.group in (None, "combatants", "families"):
        figure.affiliation = parties[0].value or None
    figure.last = end
    if figure.qualifier is Quantifier.EXACT:
        qualify(sentence, figure)
    return figure


def group_before(sentence: Sentence, figure: Figure) -> None:
    """ "Of medics, 101 were killed": whom a bare number counts, named before it."""
    at = figure.first
    if at < 3 or sentence.tokens[at - 1].text != "," or sentence.tokens[at - 3].word not in ("of", "among"):
        return
    for tag in sentence.named("person", first=at - 2, last=at - 1):
        figure.unit, figure.group = "person", group_of(tag.value)


def _leads(sentence: Sentence, first: int, last: int) -> bool:
    words = {token.word for token in sentence.tokens[first:last]}
    return bool(words & {"of", "from", "من"}) or any(
        "من" in t.forms or t.word.startswith("ل") for t in sentence.tokens[first : last + 1]
    )


def qualify(sentence: Sentence, figure: Figure) -> None:
    if figure.qualifier is not Quantifier.EXACT or not sentence.has(*_QUALIFIERS):
        return
    moved = {at for tag in sentence.named("rise", "fall") for at in range(tag.first, tag.last + 1)}
    for name, qualifier in _QUALIFIERS.items():
        before = [
            tag
            for tag in sentence.named(name, last=figure.first)
            if tag.last == figure.first and not (name == "up_to" and tag.first in moved)  # "went up to 47"
        ]
        after = [
            tag
            for tag in sentence.named("at_least")
            if 0 <= tag.first - figure.last <= 3 and not _leads_number(sentence, tag)
        ]
        if before:
            figure.first = before[0].first
            bound(figure, qualifier)
            break
        if name == "at_least" and after and not _number_between(sentence, figure.last, after[0].first):
            bound(figure, qualifier)
            break


def _leads_number(sentence: Sentence, tag: Tag) -> bool:
    """Whether "at least" belongs to a number that follows it, as "ما لا يقل عن" always does."""
    following = sentence.tokens[tag.last : tag.last + 1]
    leads = sentence.tokens[tag.last - 1].word == "عن"
    return leads or any(token.is_number or token.text == "/" or token.word in WORDS for token in following)


def _number_between(sentence: Sentence, first: int, last: int) -> bool:
    return any(token.is_number or token.text in ",;" for token in sentence.tokens[first:last])


def bound(figure: Figure, qualifier: Quantifier) -> None:
    figure.qualifier = qualifier
    if qualifier is Quantifier.UP_TO:
        figure.low = None
    else:
        figure.high = None


def starting(sentence: Sentence, at: int, *names: str) -> list[Tag]:
    """Tags of these names that begin at the token."""
    return [tag for tag in sentence.starting(at) if tag.name in names]


def group_of(value: str) -> str | None:
    return None if value == "people" else value
