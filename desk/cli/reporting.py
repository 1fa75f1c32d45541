"""``report``: read, show, ask, record."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer
from pydantic import JsonValue

from desk.cli.confirming import Confirming, Wishes
from desk.cli.options import Reasons
from desk.cli.session import LAGGING, Json, emit, remark, say, session_of
from desk.desk import Desk
from desk.likely import likely_reported, likely_words
from desk.people import Caller
from desk.prepared import Prepared, PreparedDraft, RecordedDraft, Submitted
from desk.reasons import reasons_of
from desk.reports import IncomingReport, published, read_file
from desk.reviewing import INCIDENT_ID
from desk.telling.answers import difference_words
from desk.telling.drafts import brief_words, event_words
from ledger.domain.events import ClaimNoted, TollOpened, TollRestated, TollRevised, TollRevisionProposed
from ledger.errors import UsageUnclear
from ledger.sources import canonical_source
from projections.duplicates import LikelySame

Publisher = Annotated[
    str | None,
    typer.Option("--source", metavar="NAME", help="Who published it; left out, it is the desk's own field source."),
]
PublishedOn = Annotated[
    str | None, typer.Option("--published", metavar="DATE", help="When: a day, or a time with its offset.")
]
Without = Annotated[
    list[int] | None, typer.Option("--without", metavar="DRAFT", help="Leave out the draft of this number.")
]
Continues = Annotated[
    list[str] | None,
    typer.Option("--continues", metavar="DRAFT=KEY-ID", help="The toll a draft goes on with, or DRAFT=new."),
]
Same = Annotated[
    list[str] | None,
    typer.Option("--same", metavar="DRAFT=I-…", help="The incident that a draft tells of again: it is cited there."),
]
Corrections = Annotated[
    list[str] | None,
    typer.Option("--correct", metavar="WORDS", help='Correct a draft first: "1 place Jasim", "2 killed 5".'),
]


def add_to(app: typer.Typer) -> None:
    app.command("report")(report)


def report(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="A report, as UTF-8 text.")],
    source: Publisher = None,
    published_on: PublishedOn = None,
    yes: Annotated[
        bool, typer.Option("--yes", "-y", help="Confirm all drafts without asking. It never reviews them.")
    ] = False,
    without: Without = None,
    continues: Continues = None,
    same: Same = None,
    correction: Corrections = None,
    reason: Reasons = None,
    public: Annotated[
        bool, typer.Option("--public", help="It is an organisation's own published text and may be quoted.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Read a report into drafts, show what each would record, ask, and record what is confirmed: all or nothing.

    Example: ledger report bulletin.txt --source SOHR --published 2018-08-01
    """
    session = session_of(context)
    text = read_file(file)
    with session.desk() as desk:
        caller = session.caller(desk)
        incoming = _incoming(desk, caller, text, source, published_on, public)
        found = desk.read(text, published=incoming.said.day, source=source)
        for note in found.notes:
            remark(note)
        wishes = Wishes(
            frozenset(without or ()),
            chosen_tolls(continues),
            tuple(correction or ()),
            reasons_of(reason),
            same_incidents(same, desk),
        )
        confirming = Confirming(desk, caller, incoming, found, wishes).with_corrections()
        numbers = confirming.numbers()
        prepared, numbers = (confirming.prepared(), numbers) if yes else confirming.asked(quiet=as_json)
        likely = _pointed_out(prepared, numbers, desk, warned=yes)
        submitted = desk.submission.submit(prepared, caller, numbers)
        if not desk.reached(submitted.position):
            remark(LAGGING)
        for line in _json_lines(submitted, likely) if as_json else ():
            emit(line)
        for words in () if as_json else _lines(submitted):
            say(words)


def _pointed_out(prepared: Prepared, numbers: list[int], desk: Desk, *, warned: bool) -> dict[int, list[LikelySame]]:
    """By draft, the incidents that other reports likely told of before; said so, with what else should be seen."""
    likely = {}
    for it in prepared.drafts:
        if it.draft.number not in numbers:
            continue
        if warned:
            _warn(it, desk)
        likely[it.draft.number] = likely_reported(it, desk.queries)
        if likely[it.draft.number]:
            _point_out(it.draft.number, likely[it.draft.number])
    return likely


def _warn(it: PreparedDraft, desk: Desk) -> None:
    """What somebody who was not asked should see: a place that may be several, a toll opened beside others."""
    number, place = it.draft.number, it.draft.place
    if place is not None and place.candidates:
        which, fix = ", ".join(place.candidates), f"--correct '{number} place {place.candidates[0]}'"
        remark(f"draft {number}: {place.text!r} may be {which}; kept as written, else {fix}")
    for near in it.near if it.is_undecided and not it.choices and not it.again else ():
        differs = difference_words(near, desk.gazetteer, desk.actors)
        remark(f"draft {number} opens a new toll: {differs} ({near.kept.id}); else --continues {number}={near.kept.id}")
    if it.beside and not it.again:
        remark(f"draft {number} opens a toll beside {', '.join(it.beside)}: another cause, side or window")


def _point_out(number: int, likely: list[LikelySame]) -> None:
    """An incident likely reported before is recorded all the same: two remain two until somebody says otherwise."""
    first = likely[0].row.incident_id
    remark(
        f"draft {number}: already reported as {likely_words(likely)}? If it is the same: --same {number}={first}, or "
        "afterwards: ledger review merge; if it is another: ledger review distinct"
    )


def same_incidents(same: list[str] | None, desk: Desk) -> dict[int, str]:
    """``1=I-…`` to a mapping, merged ids led on. Raises ``UsageUnclear`` or ``NoSuchStream``."""
    found = {}
    for pair in same or ():
        number, _, incident_id = pair.partition("=")
        if not (number.isascii() and number.isdigit() and len(number) < 6) or not INCIDENT_ID.fullmatch(incident_id):
            raise UsageUnclear(f"--same {pair} is not DRAFT=I-…", "ledger report")
        found[int(number)] = desk.reviewing.standing(incident_id)
    return found


def _incoming(
    desk: Desk, caller: Caller, text: str, source: str | None, published_on: str | None, public: bool
) -> IncomingReport:
    own = desk.settings.field_source
    name = canonical_source(source) if source else own
    # Without a date it is today's: a moment of our own would make the same report another one each time.
    said = published(published_on or desk.clock().date().isoformat())
    author = caller.member_id if name == own else None
    return IncomingReport(text=text, source=name, said=said, public=public, author=author)


def chosen_tolls(continues: list[str] | None) -> dict[int, str]:
    """``2=T-…`` or ``2=new`` to a mapping. Raises ``UsageUnclear``."""
    chosen = {}
    for pair in continues or ():
        number, equals, key_id = pair.partition("=")
        if not equals or not number.isascii() or not number.isdigit():
            raise UsageUnclear(f"--continues {pair} is not DRAFT=KEY-ID", "ledger report")
        chosen[int(number)] = key_id
    return chosen


def _item_id(recorded: RecordedDraft) -> str | None:
    """The item that waits in the queue for a proposed fall."""
    falls = [entry for entry in recorded.entries if isinstance(entry.event, TollRevisionProposed)]
    return f"{falls[0].stream_id}/{falls[0].version}" if falls else None


def _outcome(recorded: RecordedDraft) -> str:
    if recorded.again:
        return "again"
    if _item_id(recorded):
        return "waiting"
    return "recorded" if recorded.entries else "known"


def _json_lines(submitted: Submitted, likely: dict[int, list[LikelySame]]) -> Iterator[dict[str, JsonValue]]:
    for recorded in submitted.drafts:
        yield {
            "report_id": submitted.report_id,
            "draft": recorded.draft.number,
            "kind": recorded.draft.kind.value,
            "outcome": _outcome(recorded),
            "id": recorded.stream_ids[0] if recorded.stream_ids else None,
            "ids": list(recorded.stream_ids),
            "item_id": _item_id(recorded),
            "events": [entry.kind for entry in recorded.entries],
            "likely_same": [it.line() for it in likely.get(recorded.draft.number, [])],
            "positions": [entry.position for entry in recorded.entries],
            "position": submitted.position,
        }


def _lines(submitted: Submitted) -> Iterator[str]:
    outcomes = [_outcome(recorded) for recorded in submitted.drafts]
    for recorded, outcome in zip(submitted.drafts, outcomes, strict=True):
        words = {"again": "before", "known": "known"}.get(outcome, outcome)
        new = any(isinstance(entry.event, TollOpened) for entry in recorded.entries)
        told = brief_words(recorded.draft) + (" (a new toll)" if new else "")
        yield f"{recorded.draft.number:>3}  {words:<9} {' '.join(recorded.stream_ids)}  {told}"
        for entry in recorded.entries:
            effect = event_words(entry.event)
            if outcome == "waiting" or isinstance(entry.event, ClaimNoted | TollRestated | TollRevised):
                yield f"     {effect}"
    fresh = sum(outcome in ("recorded", "waiting") for outcome in outcomes)
    yield f"Recorded {submitted.report_id}: {fresh} of {len(outcomes)} drafts are new, position @{submitted.position}"
    for item in filter(None, map(_item_id, submitted.drafts)):
        yield f"Waits for a reviewer: ledger --as MEMBER review accept {item}"
