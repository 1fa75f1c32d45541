"""``cite``; ``review merge``, ``split``, ``distinct``, ``grade``, ``duplicates``: what is said of whole incidents."""

from __future__ import annotations

from typing import Annotated

import typer

from desk.cli.options import Reasons
from desk.cli.review import Words, led_on, one_reason, tell_decided
from desk.cli.session import AsOfTime, AtPosition, Json, emit, moment_of, remark, say, session_of
from desk.incidents import Citation
from desk.likely import reason_words
from desk.reasons import reasons_of
from desk.reports import published
from desk.telling.incidents import incident_lines
from ledger.domain.values import Casualties, Reliability, SourceGrade, Stated, exactly
from ledger.errors import UsageUnclear
from ledger.sources import canonical_source
from projections.moments import Clock

Incident = Annotated[str, typer.Argument(metavar="I-…", help="An incident.")]
Other = Annotated[str, typer.Argument(metavar="I-…", help="Another incident.")]
Named = Annotated[str, typer.Option("--source", metavar="NAME", help="The source.")]


def add_to(app: typer.Typer, review: typer.Typer) -> None:
    app.command("cite")(cite)
    review.command("merge")(merge)
    review.command("split")(split)
    review.command("distinct")(distinct)
    review.command("grade")(grade)
    review.command("duplicates")(duplicates)


def cite(
    context: typer.Context,
    incident: Incident,
    source: Named,
    published_on: Annotated[
        str | None,
        typer.Option("--published", metavar="DATE", help="When it said so: a day, or a time with its offset."),
    ] = None,
    origin: Annotated[
        str | None, typer.Option("--origin", metavar="NAME", help="The earlier source that it repeats.")
    ] = None,
    killed: Annotated[int | None, typer.Option("--killed", min=0, help="People killed, as it says.")] = None,
    injured: Annotated[int | None, typer.Option("--injured", min=0, help="People injured, as it says.")] = None,
    reason: Reasons = None,
    as_json: Json = False,
) -> None:
    """Record that one more source tells of an incident, with its own figures; they stand beside the others'.

    Sources that repeat one another are one voice. Where the source has spoken before, its figures move.

    Example: ledger cite I-8m2k4q9xwe --source Reuters --published 2018-08-02 --origin SANA --killed 4
    """
    session = session_of(context)
    with session.desk() as desk:
        said = published(published_on or desk.clock().date().isoformat())
        stated = Stated(source=canonical_source(source), stated_at=said.at, precision=said.precision)
        given = {name: exactly(n) for name, n in (("killed", killed), ("injured", injured)) if n is not None}
        citation = Citation(
            stated=stated,
            origin=canonical_source(origin) if origin else None,
            casualties=Casualties(**given) if given else None,
            reasons=reasons_of(reason),
        )
        decided = desk.incidents.cite(incident, citation, session.caller(desk))
        led_on(incident, decided.item_id)
        tell_decided(desk, [decided], as_json)


def merge(
    context: typer.Context,
    incident: Annotated[str, typer.Argument(metavar="ID", help="The incident that is no other.")],
    into: Annotated[str, typer.Argument(metavar="INTO", help="The incident that it is the same as.")],
    reason: Reasons = None,
    words: Words = None,
    as_json: Json = False,
) -> None:
    """State that two incidents are one; the first id leads to the second, which takes over all its sources.

    Their figures stay side by side, and what no reviewer had accepted yet waits there.

    Example: ledger --as salma review merge I-8m2k4q9xwe I-2c7d9f1gh3 --reason merged
    """
    session = session_of(context)
    with session.desk() as desk:
        why = one_reason(reason, needs_reason=True)
        tell_decided(desk, [desk.incidents.merge(incident, into, why, session.caller(desk), words)], as_json)


def split(
    context: typer.Context,
    incident: Incident,
    parts: Annotated[list[str], typer.Argument(metavar="I-… I-…", help="The incidents that stand for it now.")],
    reason: Reasons = None,
    words: Words = None,
    as_json: Json = False,
) -> None:
    """State that one entry covered several incidents. They are reported first; its id leads to them from then on.

    Example: ledger --as salma review split I-8m2k4q9xwe I-2c7d9f1gh3 I-5endya1byh --reason split
    """
    session = session_of(context)
    with session.desk() as desk:
        why = one_reason(reason, needs_reason=True)
        if len(parts) < 2:
            raise UsageUnclear("an incident is split into two or more", "ledger review split")
        tell_decided(desk, [desk.incidents.split(incident, parts, why, session.caller(desk), words)], as_json)


def distinct(
    context: typer.Context,
    one: Incident,
    other: Other,
    reason: Reasons = None,
    words: Words = None,
    as_json: Json = False,
) -> None:
    """State that two incidents are two, however alike: they are listed as likely duplicates no more.

    Example: ledger --as salma review distinct I-8m2k4q9xwe I-2c7d9f1gh3 --reason none_given --words "two raids"
    """
    session = session_of(context)
    with session.desk() as desk:
        why = one_reason(reason, needs_reason=True)
        tell_decided(desk, [desk.incidents.distinct(one, other, why, session.caller(desk), words)], as_json)


def grade(
    context: typer.Context,
    incident: Incident,
    source: Named,
    reliability: Annotated[
        Reliability, typer.Option("--reliability", help="Of the source: A completely reliable … F cannot be judged.")
    ],
    credibility: Annotated[
        int, typer.Option("--credibility", min=1, max=6, help="Of this piece: 1 confirmed … 6 cannot be judged.")
    ],
    as_json: Json = False,
) -> None:
    """Grade a source, and apart from it what it says of this incident. Never of what you reported.

    Example: ledger --as salma review grade I-8m2k4q9xwe --source SANA --reliability C --credibility 3
    """
    session = session_of(context)
    with session.desk() as desk:
        given = SourceGrade(reliability=reliability, credibility=credibility)
        decided = desk.incidents.grade(incident, canonical_source(source), given, session.caller(desk))
        led_on(incident, decided.item_id)
        tell_decided(desk, [decided], as_json)


def duplicates(
    context: typer.Context,
    place: Annotated[str | None, typer.Argument(metavar="PLACE", help="Only there, and in what lies in it.")] = None,
    as_of: AsOfTime = None,
    at: AtPosition = None,
    as_json: Json = False,
) -> None:
    """Incidents of different reports that may be one: pairs with a score to 100 and its reasons.

    Pairs that were merged or declared distinct are gone. Nothing is merged by itself.

    Example: ledger --as salma review duplicates Daraa
    """
    session = session_of(context)
    with session.desk() as desk:
        moment = moment_of(desk, as_of, at, Clock.RECORDED)
        path = desk.place(place).path if place else None
        found = False
        for pair in desk.queries.likely_pairs(moment, path):
            found = True
            if as_json:
                emit(pair.line())
                continue
            say(f"{pair.likeness.score:>3}  {reason_words(pair.likeness.reasons)}")
            for row in (pair.first, pair.second):
                for line in incident_lines(row, desk.gazetteer):
                    say(f"     {line}")
        if not found:
            remark(f"no two incidents look like one, as of @{moment.position}")
