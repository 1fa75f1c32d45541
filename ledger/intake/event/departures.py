"""People who leave, in Arabic, without a word for displacement: "200 عائلة غادرت البلدة", "خرجت دفعة من 60 شخصا"."""

from __future__ import annotations

from ledger.intake.count.figures import Figure
from ledger.intake.drafts import DraftKind
from ledger.intake.event.surroundings import Surroundings, Trigger
from ledger.names import word_set

_LEAVES = word_set(
    "غادر غادرت غادروا غادرو يغادر تغادر غادرتها غادروها خرج خرجت خرجوا خرجو تخرج طلع طلعت طلعوا طلعو تطلع عبرت عبروا "
    "رحل رحلت رحلوا وصل وصلت انطلقت"
)
_ARRIVES = ("وصل", "انطلق")
_CONVOYS = word_set("دفعه الدفعه قافله القافله حافلات حافله الحافلات")
_SWAPS = word_set("تبادل تبادلت تبادلوا تبادلا")
_HELD = ("detainees", "abductees")
_CROWDS = word_set("الناس عالم اهالي الاهالي سكان السكان عائلات العائلات عوائل دفعه قافله")
_NOT_HOME = word_set("مستشفي مستشفيات مشفي مشافي مظاهره مظاهرات تظاهره الخدمه المدرسه عمل اعمالهم جنازه تشييع")
_REACH = 9  # tokens between the verb and who leaves
_ARMED = "combatants"


def departed(around: Surroundings) -> Trigger | None:
    """People, more than one, who leave a place that is named."""
    tokens = around.sentence.tokens
    forms = {form for token in tokens[around.first : around.last] for form in token.forms}
    if not _NOT_HOME.isdisjoint(forms) or (_SWAPS.isdisjoint(forms) and _LEAVES.isdisjoint(forms)):
        return None
    for at in range(around.first, around.last):
        word = tokens[at].word
        if set(tokens[at].forms) & _SWAPS and any(
            at < f.first <= at + _REACH and f.group in _HELD for f in around.figures
        ):
            return Trigger(DraftKind.RELEASE, at, "release")  # "تبادلت الفصائل والجيش 12 أسيراً"
        if not set(tokens[at].forms) & _LEAVES or tokens[at].text[0] < "\u0600":
            continue
        if word.startswith(_ARRIVES) and not _in_convoy(around, at):
            continue
        near = tokens[max(around.first, at - _REACH) : min(at + _REACH, around.last)]
        crowd = any(set(token.forms) & _CROWDS for token in near)
        people = any(_are_people(figure, at, crowd=crowd) for figure in around.figures)
        let_out = [f for f in around.figures if _is_beside(f, at) and f.group in _HELD]
        if let_out and not any(f.role for f in let_out):
            return Trigger(DraftKind.RELEASE, at, "release")  # "طلعو 3 معتقلين"
        if (people or (crowd and word not in ("طلع", "طلعت"))) and (
            around.placed or word.endswith("ها") or _heads_somewhere(around, at)
        ):
            return Trigger(DraftKind.DISPLACEMENT, at, "displacement")
    return None


def _in_convoy(around: Surroundings, at: int) -> bool:
    """ "وصلت قافلة …", and not "وصلت حصيلة …"."""
    near = around.sentence.tokens[max(around.first, at - 2) : min(at + 3, around.last)]
    return any(set(token.forms) & _CONVOYS for token in near)


def _is_beside(figure: Figure, at: int) -> bool:
    return min(abs(figure.first - at), abs(at - figure.last)) <= 1


def _heads_somewhere(around: Surroundings, at: int) -> bool:
    """ "طلعت عالسهول", "غادرت باتجاه الحدود": where to is told, in no name."""
    following = around.sentence.word_at(at + 1)
    return following.startswith("عال") or following in ("ع", "باتجاه", "صوب", "جهه", "نحو")


def _are_people(figure: Figure, at: int, *, crowd: bool) -> bool:
    """Whether the figure counts those who leave: fighters only where they go in a convoy."""
    near = min(abs(figure.first - at), abs(at - figure.last)) <= _REACH
    several = figure.low is None or figure.low > 1
    civil = figure.group != _ARMED or crowd
    return near and several and civil and figure.unit == "person" and not figure.role and not figure.is_part
