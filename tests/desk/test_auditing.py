"""Breaches of the rules, planted in a log that no decide let in; and none where the rules were kept."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from desk.auditing import Audit, audit
from ledger.domain import events
from ledger.domain.events import Event
from ledger.domain.values import Count, Reason, ReasonCode, Role, Stated, Status, TollKey, exactly
from ledger.log import Entry, Fresh
from tests.ledger.log_contract import TurnableClock, command_id
from tests.ledger.transparency.logs import open_log

SALMA, YARA, NADIM, READER = (f"M-{letter * 26}" for letter in "synr")
TOLL, INCIDENT = "T-0000000001", "I-0000000001"
DAY = date(2018, 8, 1)
STATED = Stated(source="SOHR", stated_at=datetime(2018, 8, 1, tzinfo=UTC))
WHY = Reason(code=ReasonCode.FOUND_ALIVE)
Script = list[tuple[str, str, Event]]

STAFF: Script = [
    (SALMA, SALMA, events.RoleGranted(role=Role.REVIEWER, by_operator=True)),
    (YARA, YARA, events.RoleGranted(role=Role.REVIEWER, by_operator=True)),
    (NADIM, NADIM, events.RoleGranted(role=Role.ADMIN, by_operator=True)),
    (SALMA, TOLL, events.TollOpened(key=TollKey(source="SOHR"))),
    (SALMA, TOLL, events.TollStated(counted_to=DAY, count=exactly(62), stated=STATED, status=Status.RECEIVED)),
    (SALMA, INCIDENT, events.CalmObserved(stated=STATED, status=Status.RECEIVED)),
]


def asked(needed: int = 1) -> Event:
    return events.TollRevisionProposed(
        counted_to=DAY, old=exactly(62), new=exactly(58), reasons=(WHY,), stated=STATED, needed=needed
    )


def fallen(proposal: int) -> Event:
    return events.TollRevised(
        counted_to=DAY, old=exactly(62), new=exactly(58), stated=STATED, status=Status.UNCORROBORATED, reasons=(WHY,),
        proposal=proposal,
    )  # fmt: skip


def withdrawal(old: Count) -> Event:
    return events.TollWithdrawn(counted_to=DAY, old=old, reason=WHY, stated_at=STATED.stated_at)


def audited(folder: Path, script: Script) -> Audit:
    """What is found in a log of these events, by member and stream."""
    log = open_log(folder)
    log = type(log)(log.database, clock=TurnableClock())
    versions: dict[str, int] = {}
    for number, (member_id, stream_id, event) in enumerate([*STAFF, *script]):
        version = versions.get(stream_id, 0)
        versions[stream_id] = version + 1
        log.append([Entry(command_id(str(number)), b"x" * 32, member_id, (Fresh(stream_id, version, event),))])
    found = audit(log.after(0))
    log.close()
    return found


def rules(found: Audit) -> list[str]:
    return [breach.rule for breach in found.breaches]


SECONDED = events.TollRevisionSeconded(proposal=2)
REVIEWED = events.TollReviewed(version=1, status=Status.UNCORROBORATED, reason=WHY)
ASKED_BACK = events.TollWithdrawalProposed(counted_to=DAY, reason=WHY, stated_at=STATED.stated_at)
OWN = "nobody reviews what they reported"
ROLE = "who decides holds a role for it"
ENOUGH = "a fall needs the word of as many others as its size asks for"
TWO = "what is taken back is taken back by two"

KEPT: dict[str, Script] = {
    "a fall with one other": [(SALMA, TOLL, asked()), (YARA, TOLL, fallen(2))],
    "a fall with two others": [(SALMA, TOLL, asked(2)), (YARA, TOLL, SECONDED), (NADIM, TOLL, fallen(2))],
    "a value accepted": [(YARA, TOLL, REVIEWED)],
    "a day taken back": [(YARA, TOLL, ASKED_BACK), (NADIM, TOLL, withdrawal(exactly(62)))],
    "an incident accepted": [(YARA, INCIDENT, events.IncidentAccepted(reason=WHY))],
    "an incident taken back": [
        (YARA, INCIDENT, events.IncidentRetractionProposed(reason=WHY)),
        (NADIM, INCIDENT, events.IncidentRetracted(reason=WHY)),
    ],
    "a publisher's own withdrawal": [
        (YARA, TOLL, events.TollWithdrawn(counted_to=DAY, old=exactly(62), reason=WHY, stated_at=STATED.stated_at,
                                          to_review=True))
    ],
}  # fmt: skip

BROKEN: dict[str, tuple[Script, str]] = {
    "a fall agreed to by its reporter": ([(SALMA, TOLL, asked()), (SALMA, TOLL, fallen(2))], OWN),
    "a fall that nobody asked for": (
        [(YARA, TOLL, fallen(2))],
        "a fall is accepted once, and only if it was asked for",
    ),
    "a large fall at the word of one": ([(SALMA, TOLL, asked(2)), (YARA, TOLL, fallen(2))], ENOUGH),
    "a large fall at the word of one, twice": (
        [(SALMA, TOLL, asked(2)), (YARA, TOLL, SECONDED), (YARA, TOLL, fallen(2))],
        ENOUGH,
    ),
    "a value judged by its reporter": ([(SALMA, TOLL, REVIEWED)], OWN),
    "a value judged by a reader": ([(READER, TOLL, REVIEWED)], ROLE),
    "a value judged after the role was taken back": (
        [(NADIM, YARA, events.RoleRevoked(role=Role.REVIEWER, by_operator=False)), (YARA, TOLL, REVIEWED)],
        ROLE,
    ),
    "a day taken back by one": ([(YARA, TOLL, ASKED_BACK), (YARA, TOLL, withdrawal(exactly(62)))], TWO),
    "an incident judged by its reporter": ([(SALMA, INCIDENT, events.IncidentConfirmed(reason=WHY))], OWN),
    "an incident taken back by one": ([(YARA, INCIDENT, events.IncidentRetracted(reason=WHY))], TWO),
    "an incident judged by who cited it": (
        [
            (YARA, INCIDENT, events.SourceCited(stated=STATED)),
            (YARA, INCIDENT, events.IncidentCorroborated(reason=WHY)),
        ],
        OWN,
    ),
}


@pytest.mark.parametrize("script", KEPT.values(), ids=KEPT)
def test_rules_that_were_kept_are_no_breach(tmp_path: Path, script: Script) -> None:
    assert rules(audited(tmp_path, script)) == []


@pytest.mark.parametrize(("script", "rule"), BROKEN.values(), ids=BROKEN)
def test_a_rule_that_was_broken_is_named(tmp_path: Path, script: Script, rule: str) -> None:
    found = audited(tmp_path, script)
    assert rule in rules(found)
    assert found.breaches[-1].position == len(STAFF) + len(script)


def test_what_was_decided_is_counted(tmp_path: Path) -> None:
    found = audited(tmp_path, KEPT["a fall with two others"])
    assert (found.decisions, found.falls, found.kinds["toll_revised"]) == (2, 1, 1)
