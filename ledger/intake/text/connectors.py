"""Arabic connectors of several words, and verbs that open something new after a comma or a glued "and"."""

from __future__ import annotations

from collections.abc import Sequence

from ledger.intake.text.lexicon import Tag
from ledger.intake.text.tokens import Token
from ledger.names import word_set

_PAIRS = {
    ("في", "حين"): "بينما", ("في", "المقابل"): "و", ("في", "غضون"): "و", ("في", "الاثناء"): "و", ("غير", "ان"): "لكن",
    ("الا", "ان"): "لكن", ("علي", "صعيد"): "و", ("من", "جهه"): "و", ("من", "جانب"): "و", ("الي", "ذلك"): "و",
}  # fmt: skip
_ALONE = {"وقد": "و", "ثم": "و", "بالمقابل": "و", "بالتزامن": "و", "فيما": "فيما", "لذا": "و"}
_SO_ROSE = word_set(
    "ليرتفع لترتفع ليصل لتصل ليبلغ لتبلغ ليصبح لتصبح لتعاود ليعاود لتستهدف ليستهدف لتقصف ليقصف لتشن ليشن لترد ليرد "
    "لتعود ليعود مهددا مهدده متوعدا متوعده محذرا محذره داعيا داعيه مطالبا مطالبه مشترطا مشترطه"
)
_DEEDS = (
    "ال", "اطلاق", "وقف", "تبادل", "اخلاء", "اجلاء", "انسحاب", "تسليم", "افراج", "اختطاف", "خطف", "اعتقال", "تهجير",
)  # fmt: skip
_AT_ONCE = word_set("coinciding coincided coincides accompanied concurrently simultaneously followed preceded")
COINCIDING = _AT_ONCE | {"in"}
"""Words that "coinciding with" and its like begin with."""

_IN_STEP = (["conjunction", "with"], ["coincidence", "with"], ["parallel", "with"], ["tandem", "with"])
_EVENTS = frozenset(
    {"release", "detention", "abduction", "displacement", "calm", "control", "execution", "agreement", "clash"}
)
_CAUSES = frozenset({"bombing", "air_means", "ground_means", "clash", "attack", "blast_means"})
_TOLD = _EVENTS | {"hit", "air_means", "ground_means", "bombing", "killed", "attack"}
EVENT_NAMES = frozenset(
    {"talks_fail", "talks", "air_means", "ground_means", "bombing", "execution", "clash", "attack", "blast_means",
     "agreement", "release", "abduction", "detention"}
)  # fmt: skip


def arabic_opener(tokens: Sequence[Token], at: int) -> str | None:
    """The connector that "في حين", "غير أن" or "ليرتفع" stands for; ``None`` for other words."""
    token = tokens[at]
    if not token.is_word or token.text[0] < "\u0600":
        return None
    if token.word in _SO_ROSE:
        return "و"
    if token.word in _ALONE:
        return _ALONE[token.word]
    following = tokens[at + 1].forms if at + 1 < len(tokens) else ()
    return next(
        (_PAIRS[pair] for form in token.forms for pair in [(form, f) for f in following] if pair in _PAIRS), None
    )


def coincides(tokens: Sequence[Token], at: int) -> bool:
    """Whether "coinciding with", "in conjunction with", "accompanied by" begins here: another event at that time."""
    if tokens[at].word not in COINCIDING:
        return False
    words = [token.word for token in tokens[at : at + 3]]
    return (words[0] in _AT_ONCE and words[1:2] in (["with"], ["by"])) or (words[0] == "in" and words[1:] in _IN_STEP)


def opens_other_event(tokens: Sequence[Token], tags: Sequence[Tag], at: int) -> bool:
    """Whether a glued "and" leads to an event of another kind than those told: "… وأفرج عن 5"."""
    token = tokens[at]
    if token.text[0] != "و" or len(token.forms) < 2 or not at:
        return False
    if any(tag.last == at and tag.name in _CAUSES for tag in tags):
        return False  # "in shelling and clashes": both are causes of the same
    deed = token.forms[1]
    if deed.startswith(_DEEDS) and at + 1 < len(tokens) and tokens[at + 1].text[0] == "و":
        return False  # "عبوات وإطلاق نار واختطاف وقتل": ways of killing
    unmade = ("veto_terms", "veto_threat", "veto_purpose") if deed.startswith(_DEEDS) else ("veto_terms",)
    terms = [tag.last for tag in tags if tag.name in unmade and tag.last <= at]
    if terms and not any(it.text in ",;" for it in tokens[terms[-1] : at]):
        return False  # "an agreement that provides for a truce and the release of 5"
    told = {tag.name for tag in tags if tag.last <= at}
    fresh = [tag for tag in tags if tag.first == at and tag.name in _EVENTS and tag.name not in told]
    return bool(fresh) and bool(told & _TOLD)


def event_follows(tags: Sequence[Tag], at: int) -> bool:
    """Whether the Arabic "after" leads to an event and not to a time."""
    return any(tag.first == at + 1 and tag.name in EVENT_NAMES for tag in tags)
