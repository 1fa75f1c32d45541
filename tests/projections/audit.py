"""What must hold of any log, whatever was asked: checked from its entries alone, apart from the rules."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from ledger.domain import events
from ledger.domain.events import IncidentReported, Reviewed
from ledger.log import Recorded


def nobody_reviewed_themselves(log: Sequence[Recorded]) -> None:
    """No decision is by who reported what it is about, and a fall or withdrawal is by as many others as it takes."""
    streams: dict[str, list[Recorded]] = defaultdict(list)
    for it in log:
        streams[it.stream_id].append(it)
    for stream_id, entries in streams.items():
        if stream_id.startswith("T-"):
            _of_toll(entries)
        if stream_id.startswith("I-"):
            _of_incident(entries)


def _of_toll(entries: list[Recorded]) -> None:
    said: dict[date, dict[int | None, set[str]]] = defaultdict(lambda: defaultdict(set))
    values: dict[int, tuple[date, int | None, str]] = {}
    asked: dict[int, tuple[events.TollRevisionProposed, str, set[str]]] = {}
    first: dict[date, str] = {}
    for it in entries:
        who = it.member_id
        match it.event:
            case (events.TollRevised() | events.TollRestated()) as event if event.proposal is not None:
                proposed, proposer, agreed = asked[event.proposal]
                people = {*agreed, who} - said[proposed.counted_to][proposed.new.measure] - {proposer}
                assert who != proposer
                assert len(people) >= proposed.needed, "a fall takes effect when enough others agree"
                values[it.version] = (event.counted_to, proposed.new.measure, proposer)
                said[event.counted_to][proposed.new.measure].add(proposer)
            case events.TollRevised() as event:
                was, now = event.old.measure, event.new.measure
                assert event.to_review or was is None or now is None or now >= was, "a fall without agreement"
                values[it.version] = (event.counted_to, now, who)
                said[event.counted_to][now].add(who)
            case (events.TollStated() | events.TollRestated()) as event:
                values[it.version] = (event.counted_to, event.count.measure, who)
                said[event.counted_to][event.count.measure].add(who)
            case events.TollReinstated() as event:
                assert who not in said[event.counted_to][event.count.measure]
                values[it.version] = (event.counted_to, event.count.measure, who)
                said[event.counted_to][event.count.measure].add(who)
            case events.TollRevisionProposed() as event:
                asked[it.version] = (event, who, set())
                said[event.counted_to][event.new.measure].add(who)
            case events.TollRevisionSeconded() as event:
                assert who not in {asked[event.proposal][1], *asked[event.proposal][2]}
                asked[event.proposal][2].add(who)
            case events.TollRevisionRejected() as event:
                assert who != asked[event.proposal][1]
            case events.TollReviewed() as event:
                day, value, reporter = values[event.version]
                assert who != reporter
                assert value is None or who not in said[day][value]
            case events.TollWithdrawalProposed() as event:
                first[event.counted_to] = who
            case events.TollWithdrawn() as event:
                if not event.to_review:
                    assert who not in {first[event.counted_to], *said[event.counted_to][event.old.measure]}
                values[it.version] = (event.counted_to, None, who)
            case _:
                pass


def _of_incident(entries: list[Recorded]) -> None:
    reporter = next(it.member_id for it in entries if isinstance(it.event, IncidentReported))
    asked: set[str] = set()
    for it in entries:
        if isinstance(it.event, Reviewed):
            assert it.member_id != reporter
        if isinstance(it.event, events.IncidentRetracted):
            assert asked - {it.member_id}, "a retraction needs two"
        if isinstance(it.event, events.IncidentRetractionProposed):
            asked.add(it.member_id)


def nothing_was_applied_twice(log: Sequence[Recorded]) -> None:
    """What one command made stands in one place, and positions and versions have no gap."""
    last: dict[object, int] = {}
    versions: dict[str, int] = {}
    for number, it in enumerate(log, start=1):
        assert it.position == number
        assert it.version == versions.get(it.stream_id, -1) + 1
        versions[it.stream_id] = it.version
        assert last.get(it.command_id, it.position - 1) == it.position - 1, "a command was applied twice"
        last[it.command_id] = it.position
