"""Names of persons, which are neither places nor parties: whom a group is led by, whose house it was."""

from __future__ import annotations

from ledger.intake.place.place_names import ARTICLES, BESIDE, COMPASS, NAME_PARTS, Names
from ledger.intake.text.clauses import Sentence
from ledger.names import word_set
from ledger.place_words import KINDS, NOT_NAMES

_LED = frozenset({("led", "by"), ("commanded", "by"), ("headed", "by"), ("run", "by"), ("leadership", "of")})
_OF_PERSON = frozenset(
    {("loyal", "to"), ("loyalty", "to"), ("house", "of"), ("home", "of"), ("houses", "of"), ("residence", "of"),
     ("son", "of"), ("sons", "of"), ("wife", "of"), ("brother", "of"), ("funeral", "of"), ("car", "of"),
     ("farm", "of"), ("shop", "of"), ("family", "of"), ("killing", "of"), ("assassination", "of"), ("arrest", "of"),
     ("known", "as")}
)  # fmt: skip
_CALLED = word_set("named called nicknamed alias assassinated killed executed arrested kidnapped shot detained")
TITLES = word_set(
    "mr mrs ms dr doctor colonel general captain major lieutenant brigadier commander journalist activist reporter "
    "emir leader judge engineer teacher"
)
_HOUSEHOLD = word_set("family house home residence brothers sons car shop farm")
_POSTS = word_set("checkpoint company farms")  # called after persons as well as places
_BESIDE = BESIDE - _POSTS
_ARABIC_CUES = word_set(
    "بقياده يقودها يقوده يتزعمها يتزعمه المدعو المدعوه اسمه ويدعي يدعي منزل القيادي الناشط العقيد العميد"
)
_ARABIC_LOYAL = word_set("موالون موالين موالي الموالون الموالين مواليه المواليه موال")
_BEGIN_PLACES = ARTICLES | NAME_PARTS
_KUNYA = frozenset({"abu", "umm", "bin", "ibn"})
_ARABIC_LONGEST = 3  # words of a name
GIVEN = word_set(
    "ahmad ahmed mohammad mohammed muhammad mohamed mahmoud ali omar umar khalid khaled hassan hasan hussein "
    "hussain ibrahim yousef yusuf youssef mustafa abdullah abdulrahman abdul bilal samir sami rami fadi nader "
    "tariq ziad bashar maher firas anas imad walid waleed jamal kamal karim nabil fatima aisha maryam mariam "
    "layla nour huda amina john david michael james peter mary sarah احمد محمد محمود علي عمر خالد حسن حسين "
    "ابراهيم يوسف مصطفي عبدالله بلال سمير سامي رامي فادي نادر طارق زياد بشار ماهر فراس انس عماد وليد جمال "
    "كمال كريم نبيل فاطمه عائشه مريم ليلي نور هدي امينه rashid rasheed salim saleem salem saleh salah hamza "
    "osama usama hadi majed mazen marwan qasem qassem qasim rafiq riad sameer samer saad saeed sayed suleiman "
    "sulaiman taha talal usman osman wael wissam yasser yassin yahya younes zakaria zaid zain adel adnan "
    "akram alaa amjad amir ammar anwar ayman aziz bassam bassel basel faisal farid faris fouad ghassan "
    "haitham hani haidar hisham ismail issa jaber jihad khalil luay malek mansour moaz munir musa mousa "
    "nasser nizar noor obaida omran qusay raed rania reem rima rana sahar salma samira sana suad zainab "
    "zeinab hiba hala dima rasha lina mona رشيد سالم سليم صالح صلاح حمزه اسامه هادي ماجد مازن مروان قاسم رياض "
    "سامر سعد سعيد سليمان طلال عثمان وائل وسام ياسر ياسين يحيي يونس زكريا زيد زين عادل عدنان اكرم علاء امجد "
    "امير عمار انور ايمن عزيز بسام باسل فيصل فارس فواد غسان هيثم هاني حيدر هشام اسماعيل عيسي جابر خليل لوي "
    "مالك منصور معاذ منير موسي ناصر نزار عبيده رائد رانيا ريم سحر سلمي سميره سناء سعاد زينب هبه هاله ديمه رشا "
    "لينا مني"
)


def person_tokens(names: Names) -> set[int]:
    """The tokens of the sentence that name persons."""
    found: set[int] = set()
    reached = 0
    for at, token in enumerate(names.sentence.tokens):
        if at < reached or at in names.taken or not token.is_word or not names.may_begin(at):
            continue
        end = _arabic_name(names, at) if token.text[0] >= "\u0600" else _latin_name(names, at)
        found |= set(range(at, end))
        reached = end or at + names.known(at)
    return found


def _latin_name(names: Names, at: int) -> int:
    """The token after a person's name that begins here; 0 for none."""
    tokens = names.sentence.tokens
    if not (tokens[at].is_capital or tokens[at].word in ARTICLES) or _is_named_else(names.sentence, at):
        return 0
    end = names.run(at)
    if end == at:
        return 0
    before = (tokens[at - 2].word if at > 1 else "", tokens[at - 1].word if at else "")
    if before in _LED or before[1] in TITLES:
        return end
    kind = end < len(tokens) and (names.words[end] in KINDS or tokens[end].word in _BESIDE)
    if names.known(at) >= end - at or kind:
        return 0
    words = [token for token in tokens[at:end] if token.is_word and token.word not in ARTICLES]
    given = tokens[at].word in GIVEN and len(words) > 1 and before[1] not in _BEGIN_PLACES
    said = at == 0 and tokens[0].word in _KUNYA and end < len(tokens) and tokens[end].text == ":"  # "Abu X: …"
    called = before[1] in _CALLED and not (before[1] in ("killed", "shot") and not tokens[at].is_capital)
    if before in _OF_PERSON or called or tokens[at].word in TITLES or given or said:
        return end
    owns = any(token.text.endswith("'s") or token.text.endswith("s'") for token in tokens[at:end])
    household = end < len(tokens) and tokens[end].word in _HOUSEHOLD and not names.known(at)
    return end if (owns and not names.known(at)) or household or _is_full_name(names, at, end) else 0


def _is_full_name(names: Names, at: int, end: int) -> bool:
    """ "Khalid Abu Salim": what begins many places' names stands behind a name of its own."""
    tokens = names.sentence.tokens
    first = tokens[at].word
    if first in NAME_PARTS or first in COMPASS or first in NOT_NAMES or names.known(at) or names.sentence.starting(at):
        return False
    return any(token.word in _KUNYA for token in tokens[at + 1 : end])


def _is_named_else(sentence: Sentence, at: int) -> bool:
    """Whether a known party or source begins at the token."""
    return any(tag.name in ("actor", "source") for tag in sentence.starting(at))


def _arabic_name(names: Names, at: int) -> int:
    tokens = names.sentence.tokens
    before = tokens[at - 1].forms if at else ()
    loyal = tokens[at].word.startswith("ل") and not _ARABIC_LOYAL.isdisjoint(before)
    if not loyal and _ARABIC_CUES.isdisjoint(before):
        return 0
    end = at
    while end < len(tokens) and end - at < _ARABIC_LONGEST and tokens[end].is_word:
        told = names.sentence.starting(end) or names.words[end] in NOT_NAMES or end in names.taken
        if told or tokens[end].word in ("في", "من", "علي", "عن", "الي", "و"):
            break
        end += 1
    return end if end > at and names.known(at) < end - at else 0
