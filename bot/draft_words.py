"""One draft in the reader's words: where, when, who, how many, and the passage it was read from. Pure."""

from __future__ import annotations

from datetime import date

from bot import phrases
from bot.texts import Html, Texts
from ledger.domain.values import Certainty, Precision
from ledger.gazetteer import Gazetteer
from ledger.intake.drafts import Draft, DraftKind

LONGEST_QUOTE = 300


def place(texts: Texts, gazetteer: Gazetteer, draft: Draft) -> Html:
    """Where, or which question that leaves open."""
    found = draft.place
    if found is not None and found.id is None and found.candidates:
        return texts("draft-place-which", place=found.text)
    if found is not None and found.id is None:
        return texts("draft-place-unknown", place=found.text)
    return phrases.place(texts, gazetteer, found)


def facts(texts: Texts, draft: Draft, published: date) -> list[Html]:
    """When, who, with what, how many, who says so: a line each, without what the text does not give."""
    told = [_when(texts, draft, published)]
    for name, phrase in (("draft-by", draft.actor), ("draft-against", draft.target)):
        if phrase is not None:
            told.append(texts(name, actor=phrases.actor(texts, phrase)))
    means = draft.means.text if draft.means and not _says_the_same(draft.kind, draft.means.text) else None
    if draft.cause or means:
        words = draft.cause or means or ""
        told.append(texts("draft-cause" if draft.cause else "draft-means", **{
            "cause" if draft.cause else "means": phrases.cause(texts, words)
        }))  # fmt: skip
    counts = [("killed", draft.killed), ("injured", draft.injured)]
    counts.append((draft.harm.value if draft.harm else "affected", draft.affected))
    for harm, count in counts:
        if count is not None:
            told.append(phrases.harm_line(texts, harm, count))
    if draft.attribution:
        told.append(texts("draft-source", source=draft.attribution))
    if draft.certainty not in (Certainty.ASSERTED, Certainty.REPORTED):
        told.append(texts("draft-noted", certainty=texts(f"certainty-{draft.certainty.value}")))
    return told


def _when(texts: Texts, draft: Draft, published: date) -> Html:
    day = draft.counted_to
    if draft.kind is DraftKind.TOLL_STATED:
        to = phrases.day(texts, day or published)
        if draft.period_start:
            return texts("draft-counted-since", since=phrases.day(texts, draft.period_start), day=to)
        return texts("draft-counted", day=to)
    found = phrases.when(texts, draft.occurred) if draft.occurred else None
    if found is None or draft.occurred is None:
        return texts("draft-no-when")
    words = draft.occurred.text
    relative = words and not any(c.isdigit() for c in words)
    if words and relative and draft.occurred.precision is not Precision.UNKNOWN:
        found = texts("draft-when-guessed", when=found, words=words)
    return texts("draft-when", when=found)


def quote(texts: Texts, draft: Draft) -> Html:
    """The words it was read from, cut where they are very long."""
    words = " ".join(draft.quote.split())
    if len(words) > LONGEST_QUOTE:
        return texts("draft-quote-cut", quote=words[:LONGEST_QUOTE])
    return texts("draft-quote", quote=words)


def _says_the_same(kind: DraftKind, means: str) -> bool:
    """Whether a weapon is named by no more than the kind of event itself, as in "shelling" of a shelling."""
    words = means.casefold()
    return words in kind.value or words in _PLAIN_MEANS.get(kind, ())


_PLAIN_MEANS = {
    DraftKind.EXECUTION: ("executed", "إعدام", "أعدم", "اعدام"),
    DraftKind.SHELLING: ("قصف", "القصف"),
    DraftKind.STRIKE: (
        "غارة",
        "غارات",
        "غارة جوية",
        "غارات جوية",
        "airstrike",
        "airstrikes",
        "air strike",
        "air strikes",
    ),
}
