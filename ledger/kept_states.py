"""The states of streams, kept between commands and brought up to date from the log; the longest unused go first."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Mapping

from ledger.domain import incident, membership, report, toll
from ledger.domain.events import Event
from ledger.errors import NoSuchStream
from ledger.log import Log

State = report.ReportState | incident.IncidentState | toll.TollState | membership.MemberState

Standing = tuple[int, State]
"""The next version of a stream, and its state."""

MOST_STATES = 4096
MOST_EVENTS = 200_000
"""Bounds what is held: a state is as large as its stream is long, and an import may touch any number of streams."""


class KeptStates:
    """The newest known state of each stream of ``log``. Thread-safe."""

    def __init__(self, log: Log) -> None:
        self._log = log
        self._kept: OrderedDict[str, Standing] = OrderedDict()
        self._events = 0
        self._lock = threading.Lock()

    def load(self, stream_id: str) -> Standing:
        """How a stream stands now: the kept state and what was recorded since. Raises ``NoSuchStream``."""
        with self._lock:
            version, state = self._kept.get(stream_id) or (0, initial(stream_id))
        for recorded in self._log.stream(stream_id, since=version):
            state = evolve(state, recorded.event, recorded.version, recorded.member_id)
            version = recorded.version + 1
        self.keep({stream_id: (version, state)})
        return version, state

    def keep(self, standings: Mapping[str, Standing]) -> None:
        """Remember how streams stand, unless more is known of them."""
        with self._lock:
            for stream_id, standing in standings.items():
                known = self._kept.get(stream_id, (0, None))[0]
                if standing[0] >= known:
                    self._events += standing[0] - known
                    self._kept[stream_id] = standing
                self._kept.move_to_end(stream_id)
            while len(self._kept) > MOST_STATES or (self._events > MOST_EVENTS and len(self._kept) > 1):
                self._events -= self._kept.popitem(last=False)[1][0]


def initial(stream_id: str) -> State:
    """The state of a stream before its first event. Raises ``NoSuchStream`` for an id of no kind we know."""
    match stream_id[:2]:
        case "R-":
            return report.NoReport()
        case "I-":
            return incident.NoIncident()
        case "T-":
            return toll.NoToll()
        case "M-":
            return membership.NoMember()
        case _:
            raise NoSuchStream(f"stream {stream_id}")


def evolve(state: State, event: Event, version: int, member_id: str) -> State:
    """The state after ``event``, by the rules of its kind of stream."""
    match state:
        case report.NoReport() | report.Report():
            return report.evolve(state, event, version, member_id)
        case incident.NoIncident() | incident.Incident():
            return incident.evolve(state, event, version, member_id)
        case toll.NoToll() | toll.Toll():
            return toll.evolve(state, event, version, member_id)
        case membership.NoMember() | membership.Member():
            return membership.evolve(state, event, version, member_id)
