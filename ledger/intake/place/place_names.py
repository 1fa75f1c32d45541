"""Where a place's name begins in a sentence: names of the gazetteer, and unknown ones that stand where a place does."""

from __future__ import annotations

from dataclasses import dataclass, field

from ledger.gazetteer import Gazetteer
from ledger.intake.place.arabic_names import after_kind, site
from ledger.intake.place.known_names import known_name
from ledger.intake.text.clauses import Sentence
from ledger.names import word_set
from ledger.place_words import IN_NAMES, KINDS, NOT_NAMES, plain_word

ARTICLES = frozenset(("al", "el", "ar", "as", "ad", "an", "ash", "az", "at", "ez", "es"))
_LOCATIVES = word_set("in on near hit targeted over at around inside outside bombed shelled struck across nearby")
_NEVER = word_set(
    "on in the a an it rose president ministry operation mr mrs spokesman director commander organization "
    "sources monday tuesday wednesday thursday friday saturday sunday january february march april june "
    "july august september october november december arab syrian russian turkish israeli american iranian "
    "iraqi lebanese jordanian uzbek reports as for at and while their from to of calm number people toll "
    "yesterday today he she they we i according more other two three four five six several many areas "
    "during after before when since this that these those there all some no not civil human rights health "
    "islamic islamist jihadi kurdish arabic muslims x eid ramadan telegram facebook twitter whatsapp "
    "emirati libyan ukrainian palestinian palestinians"
)
NAME_PARTS = word_set(
    "tal tall tell tlul jabal jebel sahl wadi kafr khirbat khan bir ayn ein deir umm abu beit bab sheikh"
)
COMPASS = frozenset(
    w for w in NOT_NAMES if w.endswith(("ern", "est", "east", "outh", "orth")) or w in ("far", "central", "old")
)
AREA_NOUNS = word_set(
    "areas area valleys positions outskirts vicinity surroundings countryside parts frontlines frontline perimeter "
    "road village town city neighborhood neighbourhood province governorate camp south north west east part sections "
    "southern northern western eastern headquarters entire region center centre villages towns base station "
    "neighborhoods neighbourhoods districts district desert border rural department market hills farms"
)
BESIDE = word_set(
    "frontlines frontline basin valley station junction crossing airport military base hospital school market road "
    "prison jail bridge dam hill hills farms checkpoint company square roundabout mountain street"
)
_SAYS_LITTLE = frozenset({"to", "lead_place", "not_place", "definite", "state", "about", "who", "thing"})
_OWNED = KINDS | COMPASS | AREA_NOUNS | NOT_NAMES
_OFFICES = word_set("مدير مديره رييس رئيس قايد قائد محافظ ناطق متحدث نايب نائب عميد وزير")
_APPOSED = word_set("a an the two three four both")
_CARRIED_ON = frozenset(("of", "de", "bin", "ibn"))
_AREAS = AREA_NOUNS | COMPASS


@dataclass
class Names:
    """Looks for names in one sentence; ``taken`` tokens belong to parties, sources and dates."""

    sentence: Sentence
    taken: set[int]
    gazetteer: Gazetteer
    words: list[str] = field(init=False)
    lower_case: bool = field(init=False)
    _known: dict[int, int] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self.words = [plain_word(token.word) for token in self.sentence.tokens]
        later = self.sentence.tokens[1:]
        self.lower_case = not any(token.is_capital and token.text[0] < "\u0250" for token in later)

    def without(self, taken: set[int]) -> Names:
        """The same with further tokens taken."""
        fewer = Names.__new__(Names)  # half of making it anew would be wasted, and ``copy`` takes as long
        fewer.__dict__ |= self.__dict__ | {"taken": self.taken | taken}
        return fewer

    def may_begin(self, place: int) -> bool:
        """Whether a name may begin here, as its letters are: most words of a text in Latin letters are small."""
        token = self.sentence.tokens[place]
        if token.text[0] >= "\u0600" or token.is_capital or token.text == '"':
            return True
        return token.is_word and (self.lower_case or token.word in ARTICLES)

    def at(self, place: int) -> int:
        """How many tokens from here make a name; 0 for none."""
        token = self.sentence.tokens[place]
        if token.text == '"':
            return self._quoted(place)
        if not token.is_word or place in self.taken or self._is_kind(place) or self._is_owner(place):
            return 0
        if not self.may_begin(place):
            return 0
        landmark = site(self, place) if token.text[0] >= "\u0600" else 0
        if landmark > self.known(place) <= 1:
            return landmark  # "مزرعة دواجن", though a village is called so
        if known := self.known(place):
            known = self._carried_on(place, known)
            return 0 if any(inside in self.taken for inside in range(place, place + known)) else known
        if token.text[0] >= "\u0600":
            return after_kind(self, place)
        return self._unknown(place)

    def _is_kind(self, place: int) -> bool:
        """Whether the word is one for a kind of place, and no part of a name: not "ضاحية" of "الضاحية الجنوبية"."""
        word = self.words[place]
        return word in KINDS and not (word in IN_NAMES and self.known(place) > 1)

    def _is_owner(self, place: int) -> bool:
        """ "Libya's health ministry", "مدير مستشفى …": whose something is, and not where anything happened."""
        if place and self.sentence.tokens[place - 1].word in _OFFICES:
            return True
        owner = self.sentence.tokens[place].word.endswith("'s")
        return owner and not set(self.words[place + 1 : place + 2]) & _OWNED

    def _carried_on(self, place: int, length: int) -> int:
        """ "Maliha Al-Sharqiyyah", "Tal al_Samn": a known first word with more of the name after it."""
        tokens, end = self.sentence.tokens, place + length
        following = tokens[end] if end < len(tokens) else None
        if following is None or end in self.taken:
            return length
        more = following.is_capital and tokens[place].is_capital and following.word not in _NEVER
        more = more and not (self.words[end] in KINDS or following.word in BESIDE or self.sentence.starting(end))
        if not (more or following.text == "_" or following.word in ARTICLES):
            return length
        return max(length, self.run(place) - place)

    def known(self, place: int) -> int:
        """Tokens from here that make a name of the gazetteer; articles inside it do not count."""
        token = self.sentence.tokens[place]
        arabic = token.text[0] >= "\u0600"
        if not (arabic or token.is_capital or self.lower_case) or (not arabic and token.word in _NEVER):
            return 0
        if place not in self._known:
            self._known[place] = known_name(self.sentence, self.words, place, self.gazetteer)
        return self._known[place]

    def _quoted(self, place: int) -> int:
        """ "Qadda" village, the area of "Putin - Erdogan": what stands in quotes beside a word for a kind of place."""
        tokens = self.sentence.tokens
        close = next((n for n in range(place + 1, min(place + 6, len(tokens))) if tokens[n].text == '"'), 0)
        if not close or close == place + 1 or any(n in self.taken for n in range(place, close)):
            return 0
        kind_after = close + 1 < len(tokens) and self.words[close + 1] in KINDS
        kind_before = place > 1 and tokens[place - 1].word == "of" and self.words[place - 2] in KINDS
        named = tokens[place + 1].is_capital or tokens[place + 1].text[0] >= "\u0600"
        return close + 1 - place if named and (kind_after or kind_before) else 0

    def run(self, place: int) -> int:
        """The token after a run of capitalised words that may be a name."""
        tokens, end = self.sentence.tokens, place
        while end < len(tokens) and end not in self.taken and end - place < 6:
            token = tokens[end]
            following = tokens[end + 1] if end + 1 < len(tokens) else None
            joins = token.word in ARTICLES or token.text in ("_", "-") or (token.word in _CARRIED_ON and end > place)
            goes_on = following is not None and (following.is_capital or following.text == "_")
            if joins and goes_on and (token.text not in "_-" or end > place):
                end += 1
                continue
            if token.is_number and token.glued and end > place:  # "T4"
                end += 1
                continue
            after_join = end > place and tokens[end - 1].text == "_" and token.is_word
            if not (token.is_capital or after_join) or token.word in _NEVER:
                break
            end += 1
        return end

    def _unknown(self, place: int) -> int:
        """Capitalised words beside a word for a kind of place, or after "in", "on", "at", "village of"."""
        tokens = self.sentence.tokens
        end = self.run(place)
        if end == place or any(tag.name not in _SAYS_LITTLE for tag in self.sentence.starting(place)):
            return 0
        after = self.words[end] if end < len(tokens) else ""
        if end < len(tokens) and tokens[end].text == "(":
            close = next((n for n in range(end, min(end + 5, len(tokens))) if tokens[n].text == ")"), 0)
            if close and close + 1 < len(tokens) and self.words[close + 1] in KINDS:
                return close + 1 - place
        before = tokens[place - 1].word if place else ""
        if before == "the" and place > 1:
            before = tokens[place - 2].word
        of_kind = (
            before == "of" and place > 1 and (self.words[place - 2] in KINDS or tokens[place - 2].word in AREA_NOUNS)
        )
        beside = after in KINDS or after in BESIDE or tokens[place].word in NAME_PARTS
        fits = beside or of_kind or before in _LOCATIVES or before in KINDS
        return end - place if fits or self._lies_in(end) or self._is_called(end) or self._is_listed(end) else 0

    def _is_listed(self, end: int) -> bool:
        """ "A, B and C villages": a list that ends with a word for the kind of all."""
        tokens, members = self.sentence.tokens, 1
        while end + 1 < len(tokens) and (tokens[end].text == "," or tokens[end].word == "and"):
            start = end + 2 if tokens[end].text == "," and tokens[end + 1].word == "and" else end + 1
            if start >= len(tokens) or self.run(start) == start:
                return False
            end, members = self.run(start), members + 1
        return members > 1 and end < len(tokens) and self.words[end] in KINDS

    def _is_called(self, end: int) -> bool:
        """ "X and Y, two villages held by …": the kind of place stands after a comma."""
        tokens = self.sentence.tokens
        if end + 1 < len(tokens) and tokens[end].word == "and":
            end = max(end, self.run(end + 1))
        if end + 2 >= len(tokens) or tokens[end].text != ",":
            return False
        return tokens[end + 1].word in _APPOSED and tokens[end + 2].word in KINDS

    def _lies_in(self, end: int) -> bool:
        """Whether "in the western countryside of X" follows, perhaps after one more name."""
        tokens = self.sentence.tokens
        if end + 1 < len(tokens) and tokens[end].word == "and" and self.run(end + 1) > end + 1:
            end = self.run(end + 1)
        place = end + 1 if end < len(tokens) and tokens[end].text == "," else end
        if place >= len(tokens) or tokens[place].word not in ("in", "at"):
            return False
        start = place + 1
        while start < len(tokens) and (tokens[start].word in _AREAS or tokens[start].word in ("the", "of")):
            start += 1
        return start - place > 2 and start < len(tokens) and tokens[start - 2].word in _AREAS and self.known(start) > 0
