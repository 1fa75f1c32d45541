"""Stored bytes and envelopes: what goes in comes out, and the envelope is canonical JSON as of RFC 8785."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from ledger.codec import Row, Undecodable, decode, encode, from_micros, to_micros
from ledger.domain.events import KINDS, Event, MemberJoined, TollOpened, TollStated
from ledger.domain.upcast import STEPS, Fields, upcast
from ledger.domain.values import Count, Place, Stated, Status, TollKey

ROW = Row(
    position=8,
    stream_id="T-8m2k4q9xwe",
    version=2,
    kind="toll_stated",
    schema_version=1,
    codebook="2026.1",
    recorded_at=to_micros(datetime(2018, 8, 1, 13, 59, 59, 999_999, tzinfo=UTC)),
    member_id="M-" + "q" * 26,
    command_id="8f3c8e9a-52b1-5d3f-9f43-111111111111",
    correlation="R-1",
    causation=None,
    payload=b"{}",
    payload_hash=sha256(b"{}").digest(),
    salt=bytes(range(16)),
)

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
rows = st.builds(
    Row,
    position=st.integers(1, 2**53 - 1),
    stream_id=words,
    version=st.integers(0, 2**53 - 1),
    kind=words,
    schema_version=st.integers(1, 99),
    codebook=words,
    recorded_at=st.integers(0, 10**16),
    member_id=st.none() | words,
    command_id=st.none() | words,
    correlation=st.none() | words,
    causation=st.none() | words,
    payload=st.binary(max_size=40),
    payload_hash=st.binary(min_size=32, max_size=32),
    salt=st.binary(min_size=16, max_size=16),
)


@given(rows)
def test_every_envelope_is_canonical_json(row: Row) -> None:
    assert row.envelope == rfc8785.dumps(json.loads(row.envelope))


def test_the_envelope_says_what_happened_and_hides_who_and_exactly_when() -> None:
    told = json.loads(ROW.envelope)
    assert set(told) == {
        "index", "stream", "version", "kind", "schema", "codebook", "payload", "hour", "time", "member", "command",
        "correlation",
    }  # fmt: skip
    assert told["index"] == 7
    assert told["hour"] == "2018-08-01T13Z"
    assert told["time"] == sha256(ROW.salt + b"time\x00" + str(ROW.recorded_at).encode()).hexdigest()
    for secret in (ROW.member_id, ROW.command_id, str(ROW.recorded_at)):
        assert secret is not None
        assert secret.encode() not in ROW.envelope
    assert ROW.leaf == sha256(b"\x00" + ROW.envelope).digest()


@pytest.mark.parametrize(
    "other",
    [
        replace(ROW, position=9),
        replace(ROW, stream_id="T-other"),
        replace(ROW, version=3),
        replace(ROW, kind="toll_restated"),
        replace(ROW, schema_version=2),
        replace(ROW, codebook="2026.2"),
        replace(ROW, recorded_at=ROW.recorded_at - 1),
        replace(ROW, member_id="M-" + "r" * 26),
        replace(ROW, member_id=None),
        replace(ROW, command_id=None),
        replace(ROW, correlation="R-2"),
        replace(ROW, correlation=None),
        replace(ROW, causation="1"),
        replace(ROW, payload_hash=sha256(b"{ }").digest()),
        replace(ROW, salt=bytes(16)),
    ],
)
def test_any_part_that_differs_makes_another_leaf(other: Row) -> None:
    assert other.leaf != ROW.leaf


def test_without_a_member_or_a_command_there_is_no_commitment_to_one() -> None:
    told = json.loads(replace(ROW, member_id=None, command_id=None, correlation=None).envelope)
    assert {"member", "command", "correlation", "causation"}.isdisjoint(told)


STATED = TollStated(
    counted_to=date(2018, 8, 1),
    count=Count(low=62, qualifier="at_least"),
    stated=Stated(source="SOHR", stated_at=datetime(2018, 8, 1, tzinfo=UTC)),
    status=Status.RECEIVED,
)


@pytest.mark.parametrize(
    "event", [MemberJoined(), STATED, TollOpened(key=TollKey(source="SOHR", place=Place(text="حوض اليرموك")))]
)
def test_an_event_decodes_to_itself(event: Event) -> None:
    payload = encode(event)
    assert decode(event.kind, event.schema_version, payload, sha256(payload).digest()) == event


def test_a_kind_outside_the_registry_is_never_imported() -> None:
    with pytest.raises(Undecodable, match="unknown kind"):
        decode("antigravity:fly", 1, b"{}", sha256(b"{}").digest())


def test_moments_keep_their_microseconds() -> None:
    for moment in (datetime(1970, 1, 1, tzinfo=UTC), datetime(2262, 4, 11, 23, 47, 16, 854_775, tzinfo=UTC)):
        assert from_micros(to_micros(moment)) == moment
        assert from_micros(to_micros(moment) + 1) == moment + timedelta(microseconds=1)


def _day_was_called_as_of(fields: Fields) -> Fields:
    return {"counted_to": fields["as_of"]} | {name: value for name, value in fields.items() if name != "as_of"}


def _count_was_a_bare_number(fields: Fields) -> Fields:
    return fields | {"count": {"low": fields["count"], "high": fields["count"], "qualifier": "exact"}}


def test_an_old_shape_is_brought_to_the_current_one_step_by_step(monkeypatch: pytest.MonkeyPatch) -> None:
    steps = {("toll_stated", 1): _day_was_called_as_of, ("toll_stated", 2): _count_was_a_bare_number}
    monkeypatch.setattr("ledger.codec.STEPS", steps)
    monkeypatch.setattr(TollStated, "schema_version", 3)
    fields = json.loads(encode(STATED))
    old = {name: value for name, value in fields.items() if name != "counted_to"} | {"as_of": "2018-08-01", "count": 62}
    payload = json.dumps(old).encode()
    event = decode("toll_stated", 1, payload, sha256(payload).digest())
    assert isinstance(event, TollStated)
    assert (event.counted_to, event.count.best) == (date(2018, 8, 1), 62)


def test_an_old_shape_without_a_step_is_unreadable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(TollStated, "schema_version", 2)
    payload = b'{"as_of":"2018-08-01"}'
    with pytest.raises(Undecodable, match="do not make"):
        decode("toll_stated", 1, payload, sha256(payload).digest())


def test_a_step_that_trips_makes_the_row_unreadable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ledger.codec.STEPS", {("toll_stated", 1): _day_was_called_as_of})
    monkeypatch.setattr(TollStated, "schema_version", 2)
    with pytest.raises(Undecodable):
        decode("toll_stated", 1, b"{}", sha256(b"{}").digest())


def test_steps_only_name_kinds_and_versions_that_exist() -> None:
    assert all(kind in KINDS and version < KINDS[kind].schema_version for kind, version in STEPS)
    assert upcast("toll_stated", 1, {"a": 1}, {}) == {"a": 1}
