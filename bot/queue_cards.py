"""What a reviewer is shown of what waits, and what is said of a decision, to them and to the reporter. Pure."""

from __future__ import annotations

from pydantic import JsonValue

from bot import phrases
from bot.reasons import REJECT_REASONS
from bot.replies import Rows, button, rows
from bot.texts import Html, Texts, lines, plain
from desk.decisions import Decision, Verb
from desk.reviewing import Decided
from ledger.domain.values import Count, Place
from ledger.gazetteer import Gazetteer
from projections.queue_rows import QueueItem

LONGEST_PASSAGE = 500


def item_card(texts: Texts, gazetteer: Gazetteer, item: QueueItem, passage: str | None) -> tuple[Html, Rows]:
    """One thing that waits: what it would change, why, and the words it was read from."""
    quote = " ".join(passage.split())[:LONGEST_PASSAGE] if passage else None
    text = lines(
        _head(texts, gazetteer, item),
        phrases.about(texts, item.key) if item.key else None,
        *_harm(texts, item),
        texts("queue-why", reasons=phrases.reasons(texts, item.reasons)) if item.reasons else None,
        texts("queue-quote", quote=quote) if quote else None,
        texts("queue-agreed", agreed=str(item.agreed), needed=str(item.needed)) if item.needed > 1 else None,
    )
    keys = rows([
        button(plain(texts("button-accept")), "q", item.item_id, "ok"),
        button(plain(texts("button-reject")), "q", item.item_id, "no"),
    ])  # fmt: skip
    return text, keys


def reason_keys(texts: Texts, item_id: str) -> Rows:
    keys = [button(plain(texts(f"reason-{code.value}")), "q", item_id, "why", code.value) for code in REJECT_REASONS]
    return rows(*(keys[at : at + 2] for at in range(0, len(keys), 2)))


def decided_text(texts: Texts, decided: tuple[Decided, ...], decision: Decision) -> Html:
    """What each decision came to, with the position at which it stands."""
    said = []
    for it in decided:
        position = str(it.receipt.last)
        if it.waits:
            said.append(texts("decided-waits", item=it.item_id, position=position))
        elif decision.verb is Verb.REJECT:
            reason = texts(f"reason-{decision.reason.code.value}")
            said.append(texts("decided-rejected", item=it.item_id, position=position, reason=reason))
        else:
            said.append(texts("decided-accepted", item=it.item_id, position=position))
    return lines(*said)


def told_text(texts: Texts, gazetteer: Gazetteer, item: QueueItem, decision: Decision) -> Html:
    """What the reporter is told: the outcome, and never who decided."""
    what = _what(texts, gazetteer, item)
    if decision.verb is Verb.REJECT:
        reason = texts(f"reason-{decision.reason.code.value}")
        return texts("told-rejected", item=item.item_id, what=what, reason=reason)
    return texts("told-accepted", item=item.item_id, what=what)


def _what(texts: Texts, gazetteer: Gazetteer, item: QueueItem) -> Html:
    if item.key is None:
        return texts("told-incident", kind=_kind(texts, item), place=_place(texts, gazetteer, item))
    place, harm = phrases.place(texts, gazetteer, item.key.place), texts(f"harm-{item.key.harm.value}")
    new = phrases.figure(texts, item.new) if item.new else texts("status-withdrawn")
    if item.old is not None:
        return texts("told-fall", place=place, harm=harm, old=phrases.figure(texts, item.old), new=new)
    return texts("told-value", place=place, harm=harm, new=new)


def _head(texts: Texts, gazetteer: Gazetteer, item: QueueItem) -> Html:
    if item.key is None:
        name = "queue-incident" if item.waits in ("incident", "statement") else "queue-retraction"
        return texts(name, item=item.item_id, kind=_kind(texts, item), place=_place(texts, gazetteer, item))
    named = {
        "item": item.item_id,
        "place": phrases.place(texts, gazetteer, item.key.place),
        "harm": texts(f"harm-{item.key.harm.value}"),
    }
    old = phrases.figure(texts, item.old) if item.old else ""
    new = phrases.full_count(texts, item.new) if item.new else ""
    if item.waits == "withdrawal":
        day = phrases.day(texts, item.counted_to) if item.counted_to else ""
        return texts("queue-withdrawal", old=old, day=day, **named)
    if item.waits == "fall":
        return texts("queue-fall", old=old, new=new, **named)
    if item.old is not None:
        return texts("queue-moved", old=old, new=new, **named)
    return texts("queue-value", new=new, **named)


def _harm(texts: Texts, item: QueueItem) -> list[Html]:
    """The people harmed in an incident, as its line gives them."""
    harm = item.about.get("casualties") if item.about else None
    if not isinstance(harm, dict):
        return []
    said = []
    for name in ("killed", "injured", "affected"):
        count = harm.get(name)
        if isinstance(count, dict):
            said.append(phrases.harm_line(texts, name, Count.model_validate(_given(count))))
    return said


def _given(line: dict[str, JsonValue]) -> dict[str, JsonValue]:
    """A count's line as a count reads it: ``best`` follows from the bounds."""
    parts = line.get("breakdown")
    whole = {name: line.get(name) for name in ("low", "high", "qualifier")}
    return whole | {"breakdown": [
        {name: part.get(name) for name in ("group", "low", "high", "qualifier", "affiliation")}
        for part in (parts if isinstance(parts, list) else []) if isinstance(part, dict)
    ]}  # fmt: skip


def _kind(texts: Texts, item: QueueItem) -> Html:
    kind = str(item.about.get("kind", "other")) if item.about else "other"
    return texts.one_of("kind", _KINDS.get(kind, kind.removesuffix("_reported")))


def _place(texts: Texts, gazetteer: Gazetteer, item: QueueItem) -> Html:
    named = item.about.get("place") if item.about else None
    return phrases.place(texts, gazetteer, Place.model_validate(named) if isinstance(named, dict) else None)


_KINDS = {"control_changed": "control_change", "agreement_reached": "agreement"}
