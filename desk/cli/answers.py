"""``toll``, ``history``, ``picture``: what is known, now or as of any moment."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from desk.charting import chart_of
from desk.cli.review import led_on
from desk.cli.session import (
    AsOfTime,
    AtPosition,
    ClockChoice,
    Json,
    emit,
    moment_of,
    remark,
    say,
    session_of,
)
from desk.desk import Desk
from desk.questions import KeyParts, one_key
from desk.reviewing import INCIDENT_ID
from desk.telling.answers import CAVEAT, caveats, history_lines, picture_lines, toll_lines
from desk.telling.incidents import incident_lines
from ledger.errors import StoreUnwritable
from projections.moments import AsOf, Audience, Clock

PlaceName = Annotated[str | None, typer.Argument(metavar="PLACE", help="A place, by name or id; all it holds too.")]
KeyId = Annotated[str | None, typer.Argument(metavar="KEY-ID", help="The toll's id, T-…")]
InPlace = Annotated[str | None, typer.Option("--place", help="Where: a name or id.")]
BySource = Annotated[str | None, typer.Option("--source", help="Who says so.")]
OfGroup = Annotated[str | None, typer.Option("--group", help="Who is counted: all, civilians, children …")]
OfAffiliation = Annotated[str | None, typer.Option("--affiliation", help="Whose people they are.")]
ByHarm = Annotated[str | None, typer.Option("--harm", help="What was done to them: killed, injured, missing …")]
ByCause = Annotated[str | None, typer.Option("--cause", help="What did it.")]
ByPerpetrator = Annotated[str | None, typer.Option("--perpetrator", help="Who did it.")]
FromDay = Annotated[str | None, typer.Option("--period-start", help="The day the window begins.")]
OnBasis = Annotated[str | None, typer.Option("--basis", help="How it was counted: identified, counted, estimated …")]


def add_to(app: typer.Typer) -> None:
    app.command("toll")(toll)
    app.command("history")(history)
    app.command("picture")(picture)


def toll(
    context: typer.Context,
    place: PlaceName = None,
    source: BySource = None,
    group: OfGroup = None,
    affiliation: OfAffiliation = None,
    harm: ByHarm = None,
    cause: ByCause = None,
    perpetrator: ByPerpetrator = None,
    period_start: FromDay = None,
    basis: OnBasis = None,
    as_of: AsOfTime = None,
    at: AtPosition = None,
    clock: ClockChoice = Clock.RECORDED,
    as_json: Json = False,
) -> None:
    """The current tolls of a place and what lies in it: who says so, window, status, what each was before and why.

    Parts of the key that are left out match anything; "none" matches what is not given.

    Example: ledger toll "Yarmouk Basin" --harm killed --as-of 2018-07-31 --clock stated
    """
    parts = KeyParts(source, place, group, affiliation, harm, cause, perpetrator, period_start, basis)
    session = session_of(context)
    with session.desk() as desk:
        moment = moment_of(desk, as_of, at, clock)
        rows = desk.queries.tolls(parts.filter(desk), moment, desk.audience(session.caller(desk)))
        for row in rows:
            if as_json:
                emit(row.line())
                continue
            for line in toll_lines(row, desk.gazetteer, desk.actors):
                say(line)
        if not as_json:
            for line in caveats(row.key for row in rows):
                say(line)
        if not rows:
            remark(f"no toll is known that fits, as of @{moment.position}")


def history(
    context: typer.Context,
    key_id: KeyId = None,
    source: BySource = None,
    place: InPlace = None,
    group: OfGroup = None,
    affiliation: OfAffiliation = None,
    harm: ByHarm = None,
    cause: ByCause = None,
    perpetrator: ByPerpetrator = None,
    period_start: FromDay = None,
    basis: OnBasis = None,
    chart: Annotated[Path | None, typer.Option("--chart", metavar="FILE.png", help="Draw it, too.")] = None,
    as_of: AsOfTime = None,
    at: AtPosition = None,
    clock: ClockChoice = Clock.RECORDED,
    as_json: Json = False,
) -> None:
    """Every value of one toll and when it was known; with --as-of, one row for each counted day as known then.

    Example: ledger history --place "Yarmouk Basin" --group all --cause bombardment --chart basin.png
    """
    parts = KeyParts(source, place, group, affiliation, harm, cause, perpetrator, period_start, basis)
    session = session_of(context)
    with session.desk() as desk:
        moment = moment_of(desk, as_of, at, clock)
        audience = desk.audience(session.caller(desk))
        kept = one_key(desk, key_id, parts, moment, audience)
        rows = desk.queries.history(kept.key_id, moment, audience)
        for row in rows if as_json else ():
            emit(row.line())
        for line in () if as_json else history_lines(kept, rows, desk.gazetteer, desk.actors):
            say(line)
        if chart is not None:
            _write(chart, chart_of(kept, rows, moment, "en", desk.gazetteer))
            remark(f"chart written to {chart}")


def picture(
    context: typer.Context,
    place: PlaceName = None,
    as_of: AsOfTime = None,
    at: AtPosition = None,
    clock: ClockChoice = Clock.RECORDED,
    as_json: Json = False,
) -> None:
    """What is known of a place and what lies in it: incidents with all their sources, claims noted, tolls.

    The id of an incident shows that one, or what it was merged into.

    Example: ledger picture "Yarmouk Basin" --as-of 2018-08-01
    """
    session = session_of(context)
    with session.desk() as desk:
        moment = moment_of(desk, as_of, at, clock)
        if place is not None and INCIDENT_ID.fullmatch(place):
            _one(desk, place, moment, desk.audience(session.caller(desk)), as_json)
            return
        path = desk.place(place).path if place else None
        found = desk.queries.picture(path, moment, desk.audience(session.caller(desk)))
        for row in found.lines() if as_json else ():
            emit(row)
        for line in () if as_json else picture_lines(found, desk.gazetteer, desk.actors):
            say(line)


def _one(desk: Desk, incident_id: str, moment: AsOf, audience: Audience, as_json: bool) -> None:
    """One incident; where it was merged, the one that stands for it."""
    meant = desk.queries.standing(incident_id, moment)
    row = desk.queries.incident(meant, moment, audience)
    led_on(incident_id, meant)
    if as_json:
        emit({"what": "incident", **row.line()})
        return
    for line in incident_lines(row, desk.gazetteer):
        say(line)
    say(f"Read at @{row.position}. {CAVEAT}")


def _write(path: Path, content: bytes) -> None:
    try:
        path.write_bytes(content)
    except OSError as error:
        raise StoreUnwritable(error.strerror or "cannot be written", str(path)) from error
