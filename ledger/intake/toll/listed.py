"""Lists of figures under a line that says over what time they are counted, as daily bulletins have them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.intake.drafts import DraftKind, Occurred
from ledger.names import word_set

if TYPE_CHECKING:
    from ledger.intake.count.figures import Figure
    from ledger.intake.page import Scene
    from ledger.intake.sketches import Sketch
    from ledger.intake.text.clauses import Sentence

_RECOVERED = word_set("recovered retrieved exhumed rescued recovery retrieval انتشال منتشله منتشلين")

_NEXT = 2  # sentences, since a line between may say how the dead came about


def counts_recovered(sentence: Sentence, figure: Figure) -> bool:
    """A line of a list that gives its dead and then "Bodies recovered: 784": how some of them were found."""
    label = [form for token in sentence.tokens[: figure.first] for form in token.forms]
    return sentence.is_item and bool(_RECOVERED & set(label))


def counted_over(scene: Scene) -> Occurred | None:
    """ "What reached the hospitals in the past 24 hours:": the time of the figures in the lines that follow."""
    told = any(figure.role and figure.low is not None for figure in scene.mains)
    if told or not scene.sentence.has("counted", "document"):
        return None
    window = next((moment for moment in scene.moments if moment.is_window and moment.first and moment.last), None)
    if window is None:
        return None
    words = scene.page.text.raw[slice(*scene.page.text.span(window.start, window.end))]
    return Occurred(start=window.first, end=window.last, text=words, precision=window.precision)


def dead_listed_above(scene: Scene) -> Sketch | None:
    """The toll of the line above in a list counted over one time, where the wounded stand in the next line."""
    page = scene.page
    last = page.sketches[-1] if page.sketches else None
    if last is None or not scene.sentence.is_item or (page.list_time or page.list_period) is None or scene.places:
        return None
    near = page.sentence - last.sentence <= _NEXT and last.killed is not None and last.injured is None
    return last if near and last.kind is DraftKind.TOLL_STATED and not last.is_entry else None


def take_list_time(scene: Scene, sketch: Sketch) -> bool:
    """Give a toll that names no time the one its list counts over; false where there is none."""
    time = scene.page.list_time
    if time is None or not scene.sentence.is_item:
        return False
    sketch.occurred, sketch.counted_to = time, time.end
    sketch.flags.append("relative_date")
    return True
