"""Drafts to commands: what a confirmed draft asks of the ledger. Pure; nothing here is recorded."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid5

from desk.coded_words import coded, fit_words
from desk.places import asked_place
from ledger.actors import Actors
from ledger.domain.commands import CiteSource, Command, NoteClaim, ReportIncident, StateToll
from ledger.domain.values import (
    Actor,
    Casualties,
    Certainty,
    ClaimRef,
    Count,
    Harm,
    Place,
    Reason,
    ReasonCode,
    Stated,
    TollKey,
    When,
    short_id,
)
from ledger.errors import ActorAmbiguous
from ledger.gazetteer import Gazetteer
from ledger.intake.drafts import Draft, DraftKind, Phrase
from ledger.sources import canonical_source, source_names

SPACE = UUID("5d3e2c1a-7b64-4f0e-9a55-2f8f0b6c9d21")
"""Namespace of the command ids that follow from a command's own content."""

_EVENT_KINDS = {
    DraftKind.CONTROL_CHANGE: "control_changed",
    DraftKind.AGREEMENT: "agreement_reached",
    DraftKind.CALM_OBSERVED: "calm_observed",
    DraftKind.NOTHING_HEARD: "nothing_heard",
    DraftKind.NEGOTIATION_STARTED: "negotiation_started",
    DraftKind.NEGOTIATION_FAILED: "negotiation_failed",
    DraftKind.NEGOTIATION_RESUMED: "negotiation_resumed",
}
_OF_THE_DEAD = frozenset({ReasonCode.NEW_DEATHS, ReasonCode.MISSING_TO_DEAD, ReasonCode.BODY_RECOVERED})
"""Reasons that move no number of injured, whatever else the sentence says."""
_INCIDENT_CERTAINTIES = frozenset({Certainty.ASSERTED, Certainty.REPORTED})


@dataclass(frozen=True, slots=True)
class Origin:
    """The report a draft was read from, as far as its commands need to know."""

    report_id: str
    revision: int
    source: str
    stated: Stated
    scope: Place | None = None

    @property
    def day(self) -> date:
        return self.stated.stated_at.date()


def identified(command: Command) -> Command:
    """The command under the id that follows from its content: the same again is the same command."""
    name = f"{command.stream_id} {command.fingerprint.hex()}"
    return command.model_copy(update={"command_id": uuid5(SPACE, name)})


def commands_of(draft: Draft, origin: Origin) -> tuple[Command, ...]:
    """What recording a draft asks: an incident, a claim to note, or one statement for each harm a toll counts."""
    if draft.kind is DraftKind.OTHER or draft.certainty not in _INCIDENT_CERTAINTIES:
        return (identified(_note(draft, origin)),)
    if draft.kind is DraftKind.TOLL_STATED:
        return tuple(identified(command) for command in _tolls(draft, origin))
    return (identified(_incident(draft, origin)),)


def cited(command: Command, incident_id: str, reasons: tuple[Reason, ...] = ()) -> Command:
    """Reporting an incident, as citing its source on one that is recorded already; any other command as it is."""
    if not isinstance(command, ReportIncident):
        return command
    given = command.casualties != Casualties()
    return identified(
        CiteSource(
            command_id=UUID(int=0),
            incident_id=incident_id,
            stated=command.stated,
            casualties=command.casualties if given else None,
            reasons=reasons,
        )
    )


def _note(draft: Draft, origin: Origin) -> NoteClaim:
    return NoteClaim(
        command_id=UUID(int=0),
        report_id=origin.report_id,
        stated=_stated(draft, origin),
        certainty=draft.certainty,
        about=draft.kind.value,
        place=place_of(draft.place),
        actor=_actor(draft.actor),
        when=_when(draft),
    )


def _incident(draft: Draft, origin: Origin) -> ReportIncident:
    kind = _EVENT_KINDS.get(draft.kind, f"{draft.kind.value}_reported")
    where = f"{origin.report_id} {origin.revision} {draft.kind.value} {draft.span[0]} {draft.span[1]}"
    return ReportIncident(
        command_id=UUID(int=0),
        incident_id=short_id("I", where.encode()),
        kind=kind,
        stated=_stated(draft, origin),
        place=place_of(draft.place),
        occurred=_when(draft) or When(),
        perpetrator=_actor(draft.actor),
        target=_actor(draft.target),
        means=coded(draft.means.id or draft.means.text) if draft.means else None,
        casualties=Casualties(killed=draft.killed, injured=draft.injured, affected=draft.affected),
        certainty=draft.certainty,
        flags=draft.flags,
    )


def _tolls(draft: Draft, origin: Origin) -> list[StateToll]:
    counted = [(Harm.KILLED, draft.killed), (Harm.INJURED, draft.injured)]
    if draft.affected is not None:
        counted.append((draft.harm or Harm.MISSING, draft.affected))
    given = [(harm, count) for harm, count in counted if count is not None]
    # Reasons are of the figure that moved; where a text counts several harms, that is the one it names.
    moved = given[0][0] if len(given) == 1 else draft.harm or Harm.KILLED
    reasons = tuple(it for it in draft.reasons if moved is not Harm.INJURED or it.code not in _OF_THE_DEAD)
    return [_toll(draft, origin, harm, count, reasons if harm is moved else ()) for harm, count in given]


def _toll(draft: Draft, origin: Origin, harm: Harm, count: Count, reasons: tuple[Reason, ...]) -> StateToll:
    stated, place = _stated(draft, origin), place_of(draft.place)
    inferred = place is None and origin.scope is not None
    key = TollKey(
        source=stated.source,
        place=place or origin.scope,
        group=draft.group,
        affiliation=coded(draft.affiliation),
        harm=harm,
        cause=coded(draft.cause),
        perpetrator=_actor(draft.actor),
        period_start=draft.period_start,
    )
    return StateToll(
        command_id=UUID(int=0),
        key=key,
        counted_to=draft.counted_to or (draft.occurred.end if draft.occurred else None) or origin.day,
        count=count,
        stated=stated,
        reasons=reasons,
        place_inferred=inferred,
    )


def _stated(draft: Draft, origin: Origin) -> Stated:
    """Who says it: the originator that the text names, where it is a source we know; else the report's own."""
    named = canonical_source(draft.attribution) if draft.attribution else None
    source = named if named in set(source_names().values()) else origin.source
    claim = ClaimRef(report_id=origin.report_id, revision=origin.revision, start=draft.span[0], end=draft.span[1])
    return origin.stated.model_copy(update={"source": source, "claim": claim})


def place_of(phrase: Phrase | None) -> Place | None:
    """The place of a phrase: its id with the words, or the words alone where it is not resolved."""
    if phrase is None:
        return None
    text = coded(phrase.text)
    return Place(id=phrase.id, text=text) if phrase.id or text else None


def _actor(phrase: Phrase | None) -> Actor | None:
    if phrase is None:
        return None
    text = coded(phrase.text)
    return Actor(id=phrase.id, text=text) if phrase.id or text else None


def _when(draft: Draft) -> When | None:
    occurred = draft.occurred
    if occurred is None:
        return None
    start, end = occurred.start, occurred.end
    if start and end and end < start:
        start = end
    return When(start=start, end=end, precision=occurred.precision)


def place_of_words(words: str, gazetteer: Gazetteer) -> Place:
    """The place that words name; the words as they stand where no gazetteer knows them.

    Raises ``PlaceAmbiguous`` where several places bear the name, or ``WordsUnfit``.
    """
    return Place(id=asked_place(words, gazetteer).place_id, text=fit_words("place", words))


def actor_of_words(words: str, actors: Actors) -> Actor:
    """The party that words or an id name, or the words as they stand where no list knows them.

    Raises ``ActorAmbiguous`` where several parties bear the name, or ``WordsUnfit``.
    """
    known = actors.get(words.strip()) or actors.one(words)
    found = () if known else actors.resolve(words)
    if found:
        raise ActorAmbiguous(words, [f"{it.actor.id} ({it.actor.name_en}: {it.reason})" for it in found[:8]])
    return Actor(id=known.id if known else None, text=fit_words("actor", words))
