"""``review``: the queue, and a reviewer's word on what waits."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import typer
from pydantic import JsonValue

from desk.cli.options import Reasons
from desk.cli.session import LAGGING, Json, Session, emit, remark, say, session_of
from desk.decisions import Correction, Decision, Verb
from desk.desk import Desk
from desk.drafting import actor_of_words, place_of_words
from desk.reasons import reasons_of
from desk.reports import published
from desk.reviewing import Decided
from ledger.domain.toll_rules import NO_REASON
from ledger.domain.values import Casualties, Precision, Reason, When, exactly
from ledger.errors import ReasonMissing, UsageUnclear

app = typer.Typer(no_args_is_help=True, help="What waits for a reviewer, and deciding it.", rich_markup_mode=None)

Item = Annotated[str, typer.Argument(metavar="ID", help="As the queue shows it: T-…/3, I-…, or R-… for all of it.")]
Words = Annotated[
    str | None, typer.Option("--words", help="Why, in your own words; they stay in the vault.", metavar="TEXT")
]


@app.command()
def accept(
    context: typer.Context, item: Item, reason: Reasons = None, words: Words = None, as_json: Json = False
) -> None:
    """Agree: a fall takes effect, a received figure or incident counts. Never your own report.

    Example: ledger --as salma review accept T-8m2k4q9xwe/3 --reason found_alive
    """
    _decide(context, Verb.ACCEPT, item, reason, words, as_json)


@app.command()
def corroborate(
    context: typer.Context, item: Item, reason: Reasons = None, words: Words = None, as_json: Json = False
) -> None:
    """State that an independent source bears it out.

    Example: ledger --as salma review corroborate I-8m2k4q9xwe
    """
    _decide(context, Verb.CORROBORATE, item, reason, words, as_json)


@app.command()
def confirm(
    context: typer.Context, item: Item, reason: Reasons = None, words: Words = None, as_json: Json = False
) -> None:
    """State that the evidence meets the standard of proof.

    Example: ledger --as salma review confirm I-8m2k4q9xwe
    """
    _decide(context, Verb.CONFIRM, item, reason, words, as_json)


@app.command()
def contest(
    context: typer.Context, item: Item, reason: Reasons = None, words: Words = None, as_json: Json = False
) -> None:
    """State that somebody disputes it; both sides are shown.

    Example: ledger --as salma review contest I-8m2k4q9xwe --reason source_corrected
    """
    _decide(context, Verb.CONTEST, item, reason, words, as_json, needs_reason=True)


@app.command()
def reject(
    context: typer.Context, item: Item, reason: Reasons = None, words: Words = None, as_json: Json = False
) -> None:
    """Disagree: it is not so, or a fall does not take effect.

    Example: ledger --as salma review reject T-8m2k4q9xwe/3 --reason entry_error
    """
    _decide(context, Verb.REJECT, item, reason, words, as_json, needs_reason=True)


@app.command()
def unverifiable(
    context: typer.Context, item: Item, reason: Reasons = None, words: Words = None, as_json: Json = False
) -> None:
    """State that it can be neither borne out nor refuted.

    Example: ledger --as salma review unverifiable I-8m2k4q9xwe --reason none_given
    """
    _decide(context, Verb.UNVERIFIABLE, item, reason, words, as_json)


@app.command()
def retract(
    context: typer.Context, item: Item, reason: Reasons = None, words: Words = None, as_json: Json = False
) -> None:
    """Take an incident or a counted day back. Two members besides the reporter must ask for it.

    Example: ledger --as salma review retract I-8m2k4q9xwe --reason duplicate_removed
    """
    _decide(context, Verb.RETRACT, item, reason, words, as_json, needs_reason=True)


@app.command()
def correct(
    context: typer.Context,
    incident: Annotated[str, typer.Argument(metavar="ID", help="The incident.")],
    place: Annotated[str | None, typer.Option("--place", help="Where it was.")] = None,
    day: Annotated[str | None, typer.Option("--date", help="The day it happened.")] = None,
    actor: Annotated[str | None, typer.Option("--actor", help="Who did it.")] = None,
    killed: Annotated[int | None, typer.Option("--killed", min=0, help="People killed.")] = None,
    injured: Annotated[int | None, typer.Option("--injured", min=0, help="People injured.")] = None,
    reason: Reasons = None,
    as_json: Json = False,
) -> None:
    """Record what is known better of an incident; what was known before stays readable.

    Example: ledger --as salma review correct I-8m2k4q9xwe --place Jasim --reason source_corrected
    """
    session = session_of(context)
    with session.desk() as desk:
        correction = Correction(
            incident_id=incident,
            reason=one_reason(reason, needs_reason=True),
            place=place_of_words(place, desk.gazetteer) if place else None,
            occurred=_when(day),
            perpetrator=actor_of_words(actor, desk.actors) if actor else None,
            casualties=_harm(desk, desk.reviewing.standing(incident), killed, injured),
        )
        if not (correction.place or correction.occurred or correction.perpetrator or correction.casualties):
            raise UsageUnclear("nothing is given that would be corrected", "ledger review correct")
        led_on(incident, desk.reviewing.standing(incident))
        tell_decided(desk, desk.reviewing.correct(correction, session.caller(desk)), as_json)


def _when(day: str | None) -> When | None:
    if day is None:
        return None
    known = published(day).day
    return When(start=known, end=known, precision=Precision.DAY)


def _harm(desk: Desk, incident: str, killed: int | None, injured: int | None) -> Casualties | None:
    if killed is None and injured is None:
        return None
    known = desk.queries.incident(incident, desk.queries.moment()).facts.casualties
    change = {name: exactly(n) for name, n in (("killed", killed), ("injured", injured)) if n is not None}
    return known.model_copy(update=change)


def one_reason(given: list[str] | None, *, needs_reason: bool) -> Reason:
    """The one coded reason of a decision. Raises ``ReasonUnknown``, ``ReasonMissing`` or ``UsageUnclear``."""
    reasons = reasons_of(given)
    if len(reasons) > 1:
        raise UsageUnclear("a decision has one reason", "ledger review")
    if needs_reason and not reasons:
        raise ReasonMissing
    return reasons[0] if reasons else NO_REASON


def _decide(
    context: typer.Context,
    verb: Verb,
    item: str,
    reason: list[str] | None,
    words: str | None,
    as_json: bool,
    *,
    needs_reason: bool = False,
) -> None:
    session: Session = session_of(context)
    why = one_reason(reason, needs_reason=needs_reason)
    with session.desk() as desk:
        decided = desk.reviewing.decide(Decision(verb, item, why, words), session.caller(desk))
        led_on(item, decided[0].item_id)
        tell_decided(desk, decided, as_json)


def led_on(asked: str, meant: str) -> None:
    """Say so where the id of a merged incident led to the one that stands for it."""
    if asked != meant and asked.startswith("I-"):
        remark(f"{asked} was merged: {meant} stands for it")


def tell_decided(desk: Desk, decided: tuple[Decided, ...] | list[Decided], as_json: bool) -> None:
    """What a decision recorded, item by item."""
    if not desk.reached(max(it.receipt.last for it in decided)):
        remark(LAGGING)
    for line in _lines(desk, decided):
        if as_json:
            emit(line)
        else:
            waits = "; another reviewer must agree before it takes effect" if line["waits"] else ""
            say(f"{line['item_id']}: {line['said']}{waits} (@{line['position']})")


def _lines(desk: Desk, decided: tuple[Decided, ...] | list[Decided]) -> Iterator[dict[str, JsonValue]]:
    for it in decided:
        kinds: list[JsonValue] = [entry.kind for entry in it.entries]
        yield {
            "item_id": it.item_id,
            "events": kinds,
            "waits": it.waits,
            "said": ", ".join(entry.kind.replace("_", " ") for entry in it.entries) or "nothing changed",
            "position": it.receipt.last or desk.log.head().position,
        }
