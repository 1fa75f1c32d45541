"""Where a sentence is cut into clauses: at connectors, at commas before one, at an "and" with a verb of its own."""

from __future__ import annotations

from itertools import pairwise

from ledger.intake.count.numbers import number_at
from ledger.intake.text.arabic_cuts import arabic_cut, is_exception, is_way
from ledger.intake.text.connectors import (
    COINCIDING,
    EVENT_NAMES,
    arabic_opener,
    coincides,
    event_follows,
    opens_other_event,
)
from ledger.intake.text.lexicon import Tag
from ledger.intake.text.tokens import Token
from ledger.intake.text.verbs import others_harm, tells_another, tells_apart, tells_of_raid
from ledger.names import word_set

_STRONG = word_set(
    "where while whereas also but amid as though although meanwhile when until unless however whilst كما "
    "فيما بينما حيث وكما اذ لكن اما كذلك ايضا"
)
_WEAK = word_set(
    "which who whom whose after before because since with in so raising killing leaving causing wounding "
    "injuring under including due by for the through between during following despite among على علي بعد "
    "قبل جراء نتيجه بسبب الذي التي الذين خلال منذ مما ما من بينهم اثر حين عندما"
)
_VERBAL_AND = word_set(
    "it this these that they there he she a an the its their his in on at also another airstrikes clashes "
    "shelling information negotiations killed injured wounded left caused some other others more calm quiet relative "
    "gunmen warplanes helicopters fighting around near inside outside across"
)
_FRONTS = word_set("after when following while بعد عقب اثر فيما بينما")
_SPANS = word_set("minutes hours hour day days week weeks month months")
_LEADS_AS = word_set(
    "well known described same used serving serves served working works worked acting acts regarded "
    "seen identified named listed treated just both far hailed dismissed condemned"
)
_PLAIN_AS = word_set("well a an far part of many result killed dead having missing injured")
_DONE_TOO = word_set("shot stabbed attacked tortured beaten abducted kidnapped ambushed bombed hit struck chased")
_HARMED = word_set("killed wounded injured hurt shot murdered")
_PLAIN_OPENERS = word_set("where while whereas amid because although so فيما بينما حيث")
_TIMED_OPENERS = word_set("after following when as without")
_OPENING = _PLAIN_OPENERS | _TIMED_OPENERS | COINCIDING | {"and"}
"""All words in Latin letters at which a clause may begin with no comma before it."""

_PLAIN_AND = word_set("it this these that they killed left also caused")
_ARABIC_AFTER = word_set("بعد عقب اثر غداه")
_FRONT_REACH = 25  # tokens
_ARMS_REACH = 7  # tokens from "and" to the arms
_LEADS_ARMS = word_set(
    "to by about more than over nearly around the number of at least some several with tens dozens a an"
)
_ASIDE = 14  # tokens
_WITH_WHICH = word_set("on upon in at to into over during from after")
_SPLICED = word_set("between it there in on the a an two three four five several regime warplanes")  # after ", "
_TOLD = EVENT_NAMES | {"displacement", "calm", "control", "hit", "shot", "attack"}
_EVENTS_ALONE = frozenset(
    {"release", "detention", "abduction", "displacement", "calm", "control", "execution", "agreement", "clash"}
)


def cuts(tokens: list[Token], tags: list[Tag]) -> list[tuple[int, int, str]]:
    """First token, the token after the last, and opener of every clause, in order; "" opens the first."""
    opened = {0: ""}
    for at, token in enumerate(tokens[:-1]):
        if token.is_word and token.text[0] < "\u0600" and token.word not in _OPENING:
            continue
        opener = _cut(tokens, tags, at, token) or _new_subject(tokens, tags, at)
        if opener is not None:
            opened[at + 1 if token.text in ",;:–" else at] = opener
    inside = {place for tag in tags if tag.name in ("actor", "source") for place in range(tag.first + 1, tag.last)}
    fronted = _fronted(tokens)
    if fronted:
        opened.setdefault(fronted, ";")
    places = [*(place for place in sorted(opened) if place not in inside), len(tokens)]
    return [(a, b, opened[a]) for a, b in pairwise(places) if a < b]


def _fronted(tokens: list[Token]) -> int:
    """Where the main clause begins after "After two days of calm, …"; 0 where the sentence opens otherwise."""
    if tokens[0].word not in _FRONTS and not _hours_after(tokens):
        return 0
    comma = next((at for at, token in enumerate(tokens[:_FRONT_REACH]) if token.text == ","), 0)
    return comma + 1 if 3 < comma < len(tokens) - 2 else 0


def _hours_after(tokens: list[Token]) -> bool:
    """ "Hours after …", "A day after …" at the head of the sentence."""
    words = [token.word for token in tokens[:4]]
    return any(word in _SPANS and following in ("after", "before") for word, following in pairwise(words))


def _cut(tokens: list[Token], tags: list[Tag], at: int, token: Token) -> str | None:
    """The connector that begins a clause at or after this token; ``None`` = no cut here."""
    following = tokens[at + 1]
    if token.text == "–" and at and all(t.word.startswith("ال") for t in (tokens[at - 1], following)):
        return None  # "الدولي – الإقليمي"
    if token.text == "–" and is_way(tokens, at):
        return None
    ranged = at > 0 and tokens[at - 1].is_number and following.is_number  # "3 – 5 people"
    if token.text == "–" and (ranged or _is_paired(tokens, at)):  # "15 civilians – nine women and six men – were …"
        return None
    if token.text in ";–" or (token.text == ":" and not following.is_number):
        return ";"
    if token.text == ",":
        arabic = arabic_cut(tokens, tags, at + 1)
        if arabic is not None:
            return arabic or None
        return _after_comma(tokens, tags, at + 1) or (";" if _participle(tokens, tags, at + 1) else None)
    if not token.is_word:
        return None
    if token.word == "so" and following.word in ("called", "far", "many", "much"):
        return None
    if at and tokens[at - 1].text != "," and (joined := arabic_opener(tokens, at)) in ("بينما", "لكن"):
        return joined
    if opens_other_event(tokens, tags, at) or (at and is_exception(tokens, tags, at)):
        return "و"
    if at and coincides(tokens, at):
        return "while"
    if token.word in _PLAIN_OPENERS and at:
        return token.word
    if at and token.word in _ARABIC_AFTER and event_follows(tags, at):
        return token.word
    if token.word in _TIMED_OPENERS and at and tokens[at - 1].text != ",":
        plain_as = token.word == "as" and (tokens[at - 1].word in _LEADS_AS or following.word in _PLAIN_AS)
        return None if plain_as else token.word
    done_too = at and token.word == "and" and tokens[at - 1].word in _DONE_TOO and following.word in _HARMED
    if done_too:
        return None  # "shot and killed": one deed
    if token.word == "and" and (following.word in _PLAIN_AND or tells_another(tokens, tags, at + 1)):
        return "and"
    if token.word == "and" and others_harm(tokens, tags, at + 1):
        return "and"
    return None


def _participle(tokens: list[Token], tags: list[Tag], at: int) -> bool:
    """ ", displacing 400 families": what came of an event is another one."""
    return tokens[at].word.endswith("ing") and tells_another(tokens, tags, at)


def _is_paired(tokens: list[Token], at: int) -> bool:
    """Whether the dash opens or closes an aside of numbers: "15 civilians – nine women and six men – were …"."""
    dashes = [n for n in range(max(0, at - _ASIDE), min(at + _ASIDE, len(tokens))) if tokens[n].text == "–"]
    pairs = [(a, b) for a, b in pairwise(dashes) if b - a > 1 and at in (a, b)]
    return any(number_at(tokens, first + 1) is not None for first, _ in pairs)


def _new_subject(tokens: list[Token], tags: list[Tag], at: int) -> str | None:
    """ ", and X fired …": a verb of its own before the next comma makes it a clause of its own."""
    if tokens[at].text != "," or tokens[at + 1].word != "and":
        return None
    end = min(at + 9, len(tokens))
    stop = next((n for n in range(at + 2, end) if tokens[n].text == ","), end)
    verbs = {place for tag in tags if tag.name == "hit" for place in range(tag.first, tag.last)}
    if any(n in verbs for n in range(at + 3, stop)):
        return "and"
    if _other_arms(tokens, tags, at + 2):
        return "and"
    told = {tag.name for tag in tags if tag.last <= at}
    fresh = [tag for tag in tags if tag.name in _EVENTS_ALONE and at + 2 <= tag.first <= min(at + 6, stop)]
    if any(tag.first == at + 2 for tag in fresh) and tells_of_raid(tokens, tags, at):
        return None
    return "and" if any(tag.name not in told for tag in fresh) and told & _TOLD else None


def _other_arms(tokens: list[Token], tags: list[Tag], at: int) -> bool:
    """ ", and to 46 the number of barrel bombs …", ", and mortar shells, fired from …": arms of another kind."""
    names = ("air_means", "ground_means", "blast_means")
    arms = [tag for tag in tags if tag.name in names and at <= tag.first <= at + _ARMS_REACH]
    led = all(token.is_number or token.word in _LEADS_ARMS for token in tokens[at : arms[0].first]) if arms else False
    told = {tag.value for tag in tags if tag.name in names and tag.last < at}
    return bool(led and told and arms[0].value not in told)


def _sums_up(tokens: list[Token], at: int) -> bool:
    """ "…, and with this it rose to …": what follows counts anew."""
    return [token.word for token in tokens[at : at + 2]] in (["with", "this"], ["with", "that"], ["with", "these"])


def _after_comma(tokens: list[Token], tags: list[Tag], at: int) -> str | None:
    word = tokens[at].word
    after = tokens[at + 1].word if at + 1 < len(tokens) else ""
    if joined := arabic_opener(tokens, at):
        return joined
    if word == "as" and after in ("well", "many", "part", "a"):
        return "as a" if after == "a" else None
    if word == "then" and at + 2 < len(tokens):
        return ";"
    if word == "in" and at + 2 < len(tokens) and tokens[at + 2].word in ("meantime", "related"):
        return "meanwhile"
    if coincides(tokens, at):
        return "while"
    if tokens[at].is_capital and word in _SPLICED:
        return ";"
    if word == "meanwhile" and after == "," and at <= _ASIDE:
        return None  # "In Nawa, meanwhile, gunmen …"
    if word == "which" and after == "also":
        return "also"
    if after == "which" and word in _WITH_WHICH:
        return ";" if tells_apart(tokens, tags, at + 1) else "which"
    if word in _STRONG or word in _WEAK:
        return word
    if word == "and" and (after in _VERBAL_AND or _sums_up(tokens, at + 1)):
        return "and"
    if any(form in _STRONG or form in _WEAK for form in tokens[at].forms[1:]):
        return tokens[at].forms[-1]
    return "و" if word.startswith("و") and len(word) > 3 else None
