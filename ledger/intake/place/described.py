"""Places told by what they are, without a name: "the besieged neighbourhoods", "the jails of the regime", "السجون"."""

from __future__ import annotations

from ledger.intake.count.number_words import WORDS
from ledger.intake.place.landmarks import is_definite
from ledger.intake.place.place_names import AREA_NOUNS, BESIDE, COMPASS, Names
from ledger.intake.text.tokens import Token
from ledger.names import word_set

_NOUNS = word_set(
    "area areas city town village villages towns cities province governorate country desert district districts "
    "neighborhood neighborhoods neighbourhood neighbourhoods quarter quarters camp camps capital region regions "
    "prison prisons jail jails market markets hospital hospitals school schools mosque airport airbase base bases "
    "building buildings station checkpoint checkpoints crossing border enclave pocket countryside steppe strip "
    "frontline frontlines positions headquarters vicinity outskirts suburb suburbs block dam bridge "
    "oilfield oilfields states governorates provinces cemetery church university centre centres center centers "
    "facility facilities compound municipality road highway sectors axes places sites hideouts caves "
    "farms farm house houses bakery cafe refinery warehouse warehouses clinic flat apartment shelter factory tower "
    "complex stadium square street streets roundabout port plant kindergarten museum grave tent tents shop west east "
    "north south hypermarket supermarket villages"
)
_PEOPLES = word_set(
    "syrian iraqi lebanese israeli palestinian jordanian turkish iranian russian ukrainian libyan yemeni sudanese "
    "saudi egyptian afghan somali kurdish"
)
_SETTLED = word_set("city town village neighborhood neighbourhood camp مدينه بلده قريه حي مخيم")
"""Of which "the city" alone is told by the name of the place before."""
_LEADS = word_set("in at on near inside outside across throughout over around within from by into along of to")
_DETERMINERS = word_set("the a an this that its their his several two three four five many some most all other")
_DETERMINED = _DETERMINERS | frozenset(WORDS)
_MANY = frozenset(noun for noun in _NOUNS if noun.endswith("s")) - _DETERMINED
_OPENERS = _DETERMINED | _MANY
"""All words with which an English place that is told by its kind begins."""

_HELD = word_set("held controlled run under besieged which where captured")
_BY = word_set("of by under the control")
_HOLDING, _HELD_BY = _HELD | {"of"}, _HELD | _BY
_BESIDE_TOWN = word_set("of in outside near inside around")
_FOLLOW = 8  # tokens of who holds it
_ADJECTIVES = 4

_ARABIC_NOUNS = word_set(
    "مدينه بلده قريه منطقه محافظه مناطق احياء حي سجون سجن معتقلات مشفي مستشفي مستشفيات مطار باديه صحراء عاصمه بلاد "
    "مخيم مخيمات سوق مدرسه مسجد جامع معبر حاجز مبني موقع مكان ريف بلدات قري قرى قطاع مقر جبهات محاور معتقل "
    "حاره فرن ساحه كليه جامعه مدخل جسر اطراف مدارس مساجد اسواق مخابز"
)
_ARABIC_LEADS = word_set(
    "في علي داخل قرب محيط الي من نحو باتجاه ضمن خارج اطراف جنب جانب وسط انحاء ع عند امام شهدت "
    "شهد تشهد يشهد يسود تسود ساد سادت عم يعم عاشت"
)


def described(names: Names, at: int) -> int:
    """The token after a place told by its kind that begins at ``at``; 0 for none.

    It must stand after a preposition that leads to a place or be what was hit, and have no name of its own.
    """
    token = names.sentence.tokens[at]
    if not token.is_word or at in names.taken or at == 0:
        return 0
    if token.text[0] >= "\u0600":
        return _arabic(names, at)
    return _english(names, at) if token.word in _OPENERS else 0


def _english(names: Names, at: int) -> int:
    tokens, word = names.sentence.tokens, names.sentence.tokens[at].word
    if not _is_led(names, at):
        return 0
    if word in _MANY:
        last = _holder(names, at + 1)  # "areas under the control of X"
        return last if last > at + 1 else 0
    end = at + 1
    while end < len(tokens) and end - at <= _ADJECTIVES and tokens[end].is_word and tokens[end].word not in _NOUNS:
        plain = (
            not (tokens[end].is_capital and tokens[end].word not in _PEOPLES)
            and tokens[end].word not in _LEADS
            and not _is_deed(names, end)
        )
        if not plain:
            return 0
        end += 1
    if end >= len(tokens) or tokens[end].word not in _NOUNS or end in names.taken:
        return 0
    while end < len(tokens) and (tokens[end].word in _NOUNS or tokens[end].word in BESIDE):
        end += 1
    if end < len(tokens) and (tokens[end].is_capital and not names.sentence.starting(end)):
        return 0
    if [token.word for token in tokens[end : end + 2]] == ["of", "the"] and names.words[end + 2 : end + 3]:
        end += 3 if tokens[end + 2].word in _SETTLED | {"same", "area"} else 0  # "the market of the city"
    if end < len(tokens) and tokens[end].word == "of" and _holder(names, end) == end:
        return 0  # "the area of health"
    bare = end == at + 2 and tokens[at].word == "the" and tokens[end - 1].word in _SETTLED
    last = _holder(names, end) if bare else _of_settled(names, end) or _holder(names, end)
    return 0 if bare and last == end else last


def _of_settled(names: Names, end: int) -> int:
    """The end of "east of the city", "in the western outskirts of the town" behind a place's kind; 0 for none."""
    tokens = names.sentence.tokens
    at = end + 1 if end < len(tokens) and tokens[end].word in COMPASS else end
    if at + 1 >= len(tokens) or tokens[at].word not in _BESIDE_TOWN or tokens[at + 1].word != "the":
        return 0
    for n in range(at + 2, min(at + 7, len(tokens))):
        word = tokens[n].word
        if word in _SETTLED:
            following = tokens[n + 1] if n + 1 < len(tokens) else None
            return 0 if following is not None and (following.word == "of" or following.is_capital) else n + 1
        if word not in COMPASS and word not in AREA_NOUNS and word not in ("of", "the", "edge", "side"):
            return 0
    return 0


def _is_led(names: Names, at: int) -> bool:
    before = names.sentence.tokens[at - 1].word
    return before in _LEADS or any(tag.last == at for tag in names.sentence.named("hit", "bombing", last=at))


def _is_deed(names: Names, at: int) -> bool:
    """Whether a word tells of an act: "the raids on", "the killed"."""
    return any(
        tag.name in ("killed", "injured", "hit", "air_means", "ground_means", "person", "counted")
        for tag in names.sentence.starting(at)
    )


def _holder(names: Names, end: int) -> int:
    """``end``, or the end of "held by X", "under the control of X", "of the regime" after it."""
    tokens = names.sentence.tokens
    at = end
    if at < len(tokens) and tokens[at].word in ("which", "where", "that"):  # "the last areas where the fighters of X"
        return next((tag.last for tag in names.sentence.named("actor", first=at, last=at + _FOLLOW)), end)
    if at >= len(tokens) or tokens[at].word not in _HOLDING:
        return end
    while at < min(len(tokens), end + _FOLLOW) and tokens[at].word in _HELD_BY:
        at += 1
    actor = next((tag for tag in names.sentence.named("actor", first=at) if tag.first == at), None)
    if actor is None:
        return end
    at = actor.last
    return at + 1 if at < len(tokens) and tokens[at].word == "control" else at


def _arabic(names: Names, at: int) -> int:
    tokens = names.sentence.tokens
    glued = _led_by_letter(tokens[at])
    if not (names.words[at] in _ARABIC_NOUNS or not _ARABIC_NOUNS.isdisjoint(tokens[at].forms)) or not is_definite(
        tokens[at]
    ):
        return 0
    led = glued or not _ARABIC_LEADS.isdisjoint(tokens[at - 1].forms)
    hit = any(tag.last == at for tag in names.sentence.named("hit", "bombing", last=at))
    if not (led or hit):
        return 0
    end = at + 1
    while end < len(tokens) and end not in names.taken and tokens[end].word.startswith("ال") and end - at < _ADJECTIVES:
        if names.known(end) or names.sentence.starting(end):
            break
        end += 1
    bare = end == at + 1 and names.words[at] in _SETTLED
    return 0 if bare else end


def _led_by_letter(token: Token) -> bool:
    return token.word[:1] == "ب" and len(token.forms) > 1
