"""Entries exported and imported elsewhere: the same root and the same picture at every position, or nothing."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable
from pathlib import Path
from typing import Any

import orjson
import pytest
from cloudevents.core.formats.json import JSONFormat
from cloudevents.core.v1.event import CloudEvent

from desk.desk import opened
from desk.settings import Settings
from tests.desk.cli.terminal import STRIKE, Terminal

Line = dict[str, Any]


@pytest.fixture
def exported(asked: Terminal, tmp_path: Path) -> Path:
    out = tmp_path / "events.jsonl"
    asked.done("export", "events", out)
    return out


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """A terminal on a home that is not there yet."""
    return Terminal(tmp_path / "elsewhere", monkeypatch)


def lines(path: Path) -> list[Line]:
    return [orjson.loads(line) for line in path.read_bytes().splitlines()]


def test_every_line_is_a_cloud_event_with_its_clocks_and_its_place(exported: Path, asked: Terminal) -> None:
    found = [JSONFormat().read(CloudEvent, line) for line in exported.read_bytes().splitlines()]
    status = asked.done("status", "--json").line
    assert len(found) == status["position"]
    assert [int(it.get_extension("sequence")) for it in found] == list(range(1, len(found) + 1))
    assert sorted(it.get_extension("sequence") for it in found) == [it.get_extension("sequence") for it in found]
    assert len({(it.get_source(), it.get_id()) for it in found}) == len(found)
    for it in found:
        assert it.get_time() is not None
        assert all(it.get_extension(name) for name in ("recordedtime", "correlationid", "causationid", "envelope"))
        assert it.get_extension("logroot") == status["root"]
    stated = next(it for it in found if it.get_type() == "incident-ledger.toll_stated")
    assert stated.get_time().date().isoformat() == "2018-08-01"
    assert stated.get_extension("correlationid").startswith("R-")


def test_another_home_holds_the_same_at_every_position(asked: Terminal, elsewhere: Terminal, exported: Path) -> None:
    said = elsewhere.done("import", "events", exported, "--json").line
    theirs = asked.done("status", "--json").line
    assert (said["recorded"], said["root"]) == (theirs["position"], theirs["root"])
    for position in (1, *range(10, theirs["position"], 10), theirs["position"]):
        until = ("replay", "--until", f"@{position}", "--json")
        assert elsewhere.done(*until).line == asked.done(*until).line
    for question in (("toll",), ("history", asked.key_id(58)), ("changes",), ("picture",)):
        assert elsewhere.done(*question, "--json").out == asked.done(*question, "--json").out
    elsewhere.done("verify")
    again = elsewhere.home.parent / "again.jsonl"
    elsewhere.done("export", "events", again)
    assert again.read_bytes() == exported.read_bytes()


def test_the_new_home_goes_on(asked: Terminal, elsewhere: Terminal, exported: Path) -> None:
    elsewhere.done("import", "events", exported)
    position = elsewhere.done("status", "--json").line["position"]
    elsewhere.report(STRIKE, "2018-08-09")
    elsewhere.people()
    assert elsewhere.done("status", "--json").line["position"] > position
    with (
        opened(Settings(home=asked.home), unsafe=True) as one,
        opened(Settings(home=elsewhere.home), unsafe=True) as two,
    ):
        assert one.people.operator() == two.people.operator()


def test_a_home_that_is_not_empty_takes_nothing(asked: Terminal, exported: Path, elsewhere: Terminal) -> None:
    before = asked.done("status", "--json").out
    asked.refused("E-IMPORT-06", "import", "events", exported)
    assert asked.done("status", "--json").out == before
    elsewhere.done("import", "events", exported)
    elsewhere.refused("E-IMPORT-06", "import", "events", exported)


def test_a_moment_leaves_out_what_came_later(asked: Terminal, elsewhere: Terminal, tmp_path: Path) -> None:
    asked.done("export", "events", tmp_path / "part.jsonl", "--at", "@10")
    said = elsewhere.done("import", "events", tmp_path / "part.jsonl", "--json").line
    assert said["position"] == 10
    assert said["root"] == asked.done("replay", "--until", "@10", "--json").line["root"]


def _changed(name: str, change: Callable[[Any], Any], at: int = 5) -> Callable[[list[Line]], list[Line]]:
    return lambda given: [
        {**line, name: change(line[name])} if number == at else line for number, line in enumerate(given)
    ]


SPOILT: dict[str, tuple[int, Callable[[list[Line]], list[Line]]]] = {
    "figure": (6, _changed("data", lambda data: {**data, "more": 1})),
    "member": (6, _changed("memberid", lambda member: "M-" + "0" * 26)),
    "time recorded": (6, _changed("recordedtime", lambda time: time[:-2] + "9Z")),
    "correlation": (6, _changed("envelope", lambda it: it.replace('"index"', '"indes"'))),
    "salt": (6, _changed("salt", lambda salt: salt[::-1])),
    "leaf": (6, _changed("leaf", lambda leaf: leaf[::-1])),
    "no CloudEvent": (6, _changed("specversion", lambda _: "0.3")),
    "another kind": (6, _changed("type", lambda kind: kind.replace("incident-ledger", "others"))),
    "a number in words": (6, _changed("streamversion", lambda _: "one")),
    "cut": (19, lambda given: given[:19]),
    "a line gone": (6, lambda given: given[:5] + given[6:]),
    "two in another order": (6, lambda given: [*given[:5], given[6], given[5], *given[7:]]),
    "a line twice": (7, lambda given: given[:6] + given[5:]),
    "of two exports": (6, _changed("logroot", lambda root: root[::-1])),
    "another root": (24, lambda given: [{**line, "logroot": "0" * 64} for line in given]),
    "longer than it was": (24, lambda given: [{**line, "logsize": 20} for line in given]),
}


@pytest.mark.parametrize("spoilt", SPOILT)
def test_a_file_that_was_altered_or_cut_leaves_nothing(spoilt: str, exported: Path, elsewhere: Terminal) -> None:
    number, change = SPOILT[spoilt]
    given = lines(exported)
    number = len(given) if number == 24 else number
    exported.write_bytes(b"".join(orjson.dumps(line) + b"\n" for line in change(given)))
    assert f"line {number}:" in elsewhere.refused("E-IMPORT-07", "import", "events", exported)
    assert elsewhere.done("status", "--json").line["position"] == 1  # the operator, and nothing else


@pytest.mark.parametrize(
    "text", [b"not json\n", b"[1]\n", b"{}\n", b'{"data": "\xff"}\n', b"[" * 9999 + b"\n", b"\x00\n"]
)
def test_what_is_no_export_at_all_is_named_by_line(text: bytes, elsewhere: Terminal) -> None:
    path = elsewhere.written("x.jsonl", text)
    assert "line 1:" in elsewhere.refused("E-IMPORT-07", "import", "events", path)


def test_a_file_that_is_not_there_or_empty_is_refused(elsewhere: Terminal, tmp_path: Path) -> None:
    elsewhere.refused("E-IMPORT-01", "import", "events", tmp_path / "nowhere.jsonl")
    elsewhere.refused("E-IMPORT-01", "import", "events", elsewhere.written("empty.jsonl", "\n"))


def test_the_payload_may_come_in_base64(exported: Path, elsewhere: Terminal) -> None:
    given = lines(exported)
    payload = orjson.dumps(given[5].pop("data"))
    given[5]["data_base64"] = b64encode(payload).decode()
    exported.write_bytes(b"".join(orjson.dumps(line) + b"\n" for line in given))
    assert elsewhere.done("import", "events", exported, "--json").line["root"] == given[0]["logroot"]


def test_the_log_is_for_admins_and_auditors(staffed: Terminal, tmp_path: Path) -> None:
    staffed.refused("E-ACCESS-01", "--as", "salma", "export", "events", tmp_path / "x.jsonl")
    staffed.done("member", "invite", "ada", "--role", "auditor")
    staffed.done("--as", "ada", "export", "events", tmp_path / "x.jsonl")
    assert (tmp_path / "x.jsonl").stat().st_mode & 0o077 == 0


def test_nobody_but_the_operator_is_known_in_an_empty_home(exported: Path, elsewhere: Terminal) -> None:
    elsewhere.refused("E-FIND-02", "--as", "yara", "import", "events", exported)
    assert not elsewhere.home.exists()
