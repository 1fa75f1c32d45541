"""The card of a report in hand: what was understood of it and what recording it would do, with buttons. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from bot import draft_words, phrases, toll_choices
from bot.replies import Button, Rows, button, rows
from bot.room import refusal
from bot.sheets import Sheet
from bot.texts import Html, Texts, lines, plain
from desk.prepared import Prepared, PreparedDraft
from ledger.domain import events
from ledger.domain.values import ReasonCode, TollKey
from ledger.errors import FallWithoutReason
from ledger.gazetteer import Gazetteer
from ledger.intake.drafts import Phrase

PER_PAGE = 4
"""Drafts on one card: more do not fit on a screen, nor surely into one message."""

FALL_REASONS = (ReasonCode.FOUND_ALIVE, ReasonCode.DUPLICATE_REMOVED, ReasonCode.ENTRY_ERROR,
                ReasonCode.SOURCE_CORRECTED, ReasonCode.RECLASSIFIED, ReasonCode.SCOPE_CHANGED)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Card:
    """Renders one sheet in one language; ``keys`` are the running tolls that its drafts continue or may."""

    sheet: Sheet
    prepared: Prepared
    texts: Texts
    gazetteer: Gazetteer
    keys: dict[str, TollKey]

    @property
    def drafts(self) -> tuple[PreparedDraft, ...]:
        return self.prepared.drafts

    @property
    def ready(self) -> tuple[PreparedDraft, ...]:
        """Drafts that confirming would record."""
        return tuple(it for it in self.drafts if self._is_kept(it) and it.refusal is None and not self._is_open(it))

    def text(self, note: str = "") -> Html:
        texts, several = self.texts, len(self.drafts) > 1
        head = texts("card-again") if self.drafts and all(it.again for it in self.drafts) else texts("card-title")
        channel = texts("card-forwarded", source=self.sheet.source) if self.sheet.channel else None
        page = texts("card-page", page=str(self._page + 1), pages=str(self._pages)) if self._pages > 1 else None
        example = self._example(several)
        how = texts("card-how-numbered" if several else "card-how", example=example)
        shown = [self._draft(it, several=several) for it in self._shown]
        return Html("\n\n".join(part for part in (note, lines(head, channel, page), *shown, how) if part))

    def buttons(self) -> Rows:
        asked = [row for it in self._shown if self._is_kept(it) for row in self._questions(it)]
        several = len(self.drafts) > 1
        outs = [self._leave(it) for it in self._shown] if several else []
        turns = [self._key("button-previous", "page", self._page - 1)] if self._page else []
        turns += [self._key("button-next", "page", self._page + 1)] if self._page + 1 < self._pages else []
        discard = self._key("button-discard-all" if several else "button-discard", "no")
        return rows(*asked, [self._confirm(several)], outs, turns, [discard])

    # ── One draft ───────────────────────────────────────────────────────────────────────────────────────────

    def _draft(self, it: PreparedDraft, *, several: bool) -> Html:
        texts, draft = self.texts, it.draft
        title = {
            "kind": texts(f"kind-{draft.kind.value}"),
            "place": draft_words.place(self.texts, self.gazetteer, draft),
        }
        if not self._is_kept(it):
            return texts("draft-left-out", number=str(draft.number), **title)
        named = "draft-title-numbered" if several else "draft-title"
        head = texts(named, number=str(draft.number), **title) if several else texts(named, **title)
        return lines(
            head,
            *draft_words.facts(texts, draft, self.sheet.published),
            *self._effects(it),
            draft_words.quote(texts, draft),
        )

    def _effects(self, it: PreparedDraft) -> list[Html]:
        """What confirming would do: which toll goes on, from what to what, or why it cannot be recorded."""
        texts, effects = self.texts, []
        if self._is_open(it):
            return self._which_toll(it) if self._is_undecided(it) else []
        if it.refusal is not None:
            if isinstance(it.refusal, FallWithoutReason):
                return [texts("draft-needs-reason", old=it.refusal.old, new=it.refusal.new)]
            return [texts("draft-refused", refusal=refusal(texts, it.refusal))]
        for event in it.events:
            said = self._effect(event)
            if said is not None:
                effects.append(said)
        if it.continues in self.keys and it.continues is not None:
            what = phrases.toll_of(texts, self.gazetteer, self.keys[it.continues])
            effects.append(texts("draft-continues", id=it.continues, what=what))
        return effects

    def _which_toll(self, it: PreparedDraft) -> list[Html]:
        """The tolls that may be meant, numbered, with what differs."""
        offered = enumerate(it.near[: toll_choices.MOST], 1)
        asked = [toll_choices.option(self.texts, self.gazetteer, at, near) for at, near in offered]
        return [self.texts("draft-which-toll"), *asked]

    def _effect(self, event: events.Event) -> Html | None:
        texts = self.texts
        match event:
            case events.TollRevisionProposed():
                moved = self._moved(event)
                return texts("draft-falls", needed=event.needed, **moved)
            case events.TollRevised():
                return texts("draft-rises", **self._moved(event))
            case events.TollRestated():
                return texts("draft-same")
            case events.TollOpened():
                return texts("draft-new-toll")
            case _:
                return None

    def _moved(self, event: events.TollRevisionProposed | events.TollRevised) -> dict[str, str]:
        texts = self.texts
        return {
            "old": phrases.figure(texts, event.old),
            "new": phrases.figure(texts, event.new),
            "why": phrases.why(texts, event.reasons),
        }

    # ── Buttons ─────────────────────────────────────────────────────────────────────────────────────────────

    def _questions(self, it: PreparedDraft) -> list[list[Button | None]]:
        texts, number = self.texts, it.draft.number
        if _ambiguous(it.draft.place) and it.draft.place is not None:
            names = [phrases.place_name(texts, self.gazetteer, place_id) for place_id in it.draft.place.candidates[:6]]
            return [[self._choice(number, name, "place", index)] for index, name in enumerate(names)]
        if isinstance(it.refusal, FallWithoutReason):
            named = [(code, texts(f"reason-{code.value}")) for code in FALL_REASONS]
            keys = [self._choice(number, name, "why", code.value) for code, name in named]
            return [keys[at : at + 2] for at in range(0, len(keys), 2)]
        if self._is_undecided(it):
            offered = enumerate(it.near[: toll_choices.MOST])
            labels = [(at, toll_choices.label(texts, self.gazetteer, at + 1, near)) for at, near in offered]
            asked = [[self._choice(number, label, "toll", at)] for at, label in labels]
            return [*asked, [self._key("button-new-toll", "toll", number, "new", number=str(number))]]
        return []

    def _choice(self, number: int, name: str, action: str, which: int | str) -> Button | None:
        if len(self.drafts) == 1:
            return button(plain(name), "s", self.sheet.sheet_id, self.sheet.version, action, number, which)
        return self._key("button-choice", action, number, which, number=str(number), name=Html(name))

    def _leave(self, it: PreparedDraft) -> Button | None:
        name = "button-leave-out" if self._is_kept(it) else "button-put-back"
        return self._key(name, "out", it.draft.number, number=str(it.draft.number))

    def _confirm(self, several: bool) -> Button | None:
        ready, kept = len(self.ready), len(self.drafts)
        if not ready:
            return None
        if not several:
            return self._key("button-confirm", "ok")
        if ready == kept:
            return self._key("button-confirm-all", "ok", count=str(ready))
        return self._key("button-confirm-some", "ok", count=str(ready), all=str(kept))

    def _key(self, message_id: str, /, *parts: str | int, **values: str) -> Button | None:
        label = plain(self.texts(message_id, **values))
        return button(label, "s", self.sheet.sheet_id, self.sheet.version, *parts)

    # ── Which of them ───────────────────────────────────────────────────────────────────────────────────────

    @property
    def _pages(self) -> int:
        return max(1, -(-len(self.drafts) // PER_PAGE))

    @property
    def _page(self) -> int:
        return min(self.sheet.page, self._pages - 1)

    @property
    def _shown(self) -> tuple[PreparedDraft, ...]:
        return self.drafts[self._page * PER_PAGE : (self._page + 1) * PER_PAGE]

    def _is_kept(self, it: PreparedDraft) -> bool:
        return it.draft.number not in self.sheet.left_out

    def _is_open(self, it: PreparedDraft) -> bool:
        """Whether a question must be answered first: which of several places, which of several tolls."""
        return _ambiguous(it.draft.place) or self._is_undecided(it)

    def _is_undecided(self, it: PreparedDraft) -> bool:
        return it.is_undecided and it.draft.number not in self.sheet.chosen

    def _example(self, several: bool) -> Html:
        words = "القتلى 5" if self.texts.language == "ar" else "killed 5"
        return Html(f"<code>{'1 ' if several else ''}{words}</code>")


def _ambiguous(place: Phrase | None) -> bool:
    return place is not None and place.id is None and bool(place.candidates)
