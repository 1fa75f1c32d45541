"""``checkpoint``, ``verify``, ``prove`` and ``verify-proof``, as an auditor uses them."""

from __future__ import annotations

import shutil
import socket
import sqlite3
from pathlib import Path

import pytest

from ledger.transparency.note import COSIGNATURE, Signer
from tests.desk.cli.terminal import BULLETIN, SAID_AGAIN, Terminal
from tests.ledger.transparency.logs import rebuild, tampering


@pytest.fixture
def kept(terminal: Terminal) -> tuple[Path, Path]:
    """A bulletin was recorded, and somebody kept the checkpoint and the key."""
    terminal.report(BULLETIN)
    note = terminal.done("checkpoint").out
    key = (terminal.home / "keys" / "log.pub").read_text(encoding="utf-8")
    return terminal.written("kept.txt", note), terminal.written("log.pub", key)


def rewrite(file: sqlite3.Connection) -> None:
    file.execute("UPDATE events SET member_id = 'M-00000000000000000000000000' WHERE position = 4")
    rebuild(file)


def test_a_sound_ledger_agrees_with_the_checkpoint_that_was_kept(terminal: Terminal, kept: tuple[Path, Path]) -> None:
    terminal.report(SAID_AGAIN, "2018-08-02")
    said = terminal.done("verify", "--trusted", kept[0], "--key", kept[1], "--json")
    assert said.line["sound"] is said.line["picture"] is said.line["proof_against_operator"] is True
    assert said.line["position"] > said.line["compared"][0]["position"] > 0
    told = terminal.done("verify", "--trusted", kept[0], "--key", kept[1]).out
    assert "Shown against the operator" in told


def test_without_a_checkpoint_from_outside_it_says_what_it_is_no_proof_of(terminal: Terminal) -> None:
    terminal.report(BULLETIN)
    assert "Not proof against the operator" in terminal.done("verify").out
    assert terminal.done("verify", "--json").line["proof_against_operator"] is False


def test_the_operators_own_key_is_the_operators_word(terminal: Terminal, kept: tuple[Path, Path]) -> None:
    said = terminal.done("verify", "--trusted", kept[0], "--json")
    assert said.line["proof_against_operator"] is False
    assert "the operator's word" in said.line["says"]


def test_a_rewritten_past_is_found_with_the_kept_checkpoint_and_named(
    terminal: Terminal, kept: tuple[Path, Path]
) -> None:
    shutil.rmtree(terminal.home / "tiles")
    (terminal.home / "keys" / "log.checkpoint").unlink()
    with tampering(terminal.home) as file:
        rewrite(file)
    assert terminal("verify", "--log-only").status == 0, "the log alone cannot tell"
    said = terminal("verify", "--trusted", kept[0], "--key", kept[1], "--json")
    assert said.status == 1
    assert said.err.startswith("E-PROOF-02 ")
    assert [line["code"] for line in said.lines[:-1]] == ["rewritten"]
    assert (said.lines[-1]["sound"], said.lines[-1]["findings"]) == (False, 1)


def test_an_edited_entry_is_named_by_its_index(terminal: Terminal, kept: tuple[Path, Path]) -> None:
    with tampering(terminal.home) as file:
        file.execute("UPDATE events SET payload = CAST(replace(CAST(payload AS TEXT), '62', '26') AS BLOB)")
    said = terminal("verify", "--json", "--log-only")
    assert said.status == 1
    assert {line["code"] for line in said.lines[:-1]} == {"edited"}
    assert said.lines[0]["position"] == said.lines[0]["index"] + 1
    assert "EDITED @" in terminal("verify", "--log-only").out


def test_what_is_shown_is_held_against_a_replay(terminal: Terminal, kept: tuple[Path, Path]) -> None:
    with sqlite3.connect(terminal.home / "ledger.db") as file:
        file.execute("UPDATE toll_entries SET low = 26 WHERE low = 62")
    file.close()
    said = terminal("verify", "--json")
    assert [line["code"] for line in said.lines[:-1]] == ["projection_differs"]
    assert terminal("verify", "--json", "--log-only").status == 0


def test_a_file_that_is_no_database_is_a_finding(terminal: Terminal, kept: tuple[Path, Path]) -> None:
    for name in ("ledger.db-wal", "ledger.db-shm"):
        (terminal.home / name).unlink(missing_ok=True)
    (terminal.home / "ledger.db").write_bytes(b"x" * 8192)
    said = terminal("verify", "--json")
    assert said.status == 1
    assert {line["code"] for line in said.lines[:-1]} == {"unreadable"}


def test_a_checkpoint_under_another_key_does_not_count(terminal: Terminal, kept: tuple[Path, Path]) -> None:
    forged = kept[0].read_text(encoding="utf-8").replace("\n— ", "\n— ").splitlines(keepends=True)
    forged[1] = "3\n"
    said = terminal("verify", "--trusted", terminal.written("forged.txt", "".join(forged)), "--json")
    assert said.status == 1
    assert [line["code"] for line in said.lines[:-1]] == ["bad_signature"]


def test_what_is_no_checkpoint_is_bad_input(terminal: Terminal, kept: tuple[Path, Path]) -> None:
    terminal.refused("E-PROOF-03", "verify", "--trusted", terminal.written("x.txt", "62\n"))
    terminal.refused("E-PROOF-03", "verify", "--trusted", terminal.written("x.txt", b"\xff"))
    terminal.refused("E-PROOF-03", "verify", "--trusted", terminal.home.parent / "absent.txt")
    terminal.refused("E-PROOF-03", "verify", "--trusted", kept[0], "--key", "log+1+x")
    terminal.refused("E-PROOF-03", "verify", "--trusted", kept[0], "--key", "absent.pub")


def test_asking_about_a_ledger_that_is_not_there_makes_none(terminal: Terminal) -> None:
    for command in ("verify", "checkpoint"):
        terminal.refused("E-STORE-08", command, status=3)
    assert not terminal.home.exists()


def test_a_rewritten_log_is_not_signed(terminal: Terminal, kept: tuple[Path, Path]) -> None:
    with tampering(terminal.home) as file:
        rewrite(file)
    terminal.refused("E-PROOF-01", "checkpoint", status=1)


def test_a_checkpoint_is_the_signed_note_and_nothing_else(terminal: Terminal, kept: tuple[Path, Path]) -> None:
    note = terminal.done("checkpoint").out
    assert note == kept[0].read_text(encoding="utf-8")
    line = terminal.done("checkpoint", "--json").line
    assert (line["note"], line["key"]) == (note, kept[1].read_text(encoding="utf-8").strip())
    assert note.splitlines()[:2] == [line["origin"], str(line["position"])]


def test_a_toll_is_proved_to_somebody_without_the_ledger(
    terminal: Terminal, kept: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    proof = terminal.home.parent / "toll.tlog-proof"
    key_id = terminal.key_id(62)
    line = terminal.done("prove", key_id, "--out", proof, "--json").line
    assert (line["file"], line["proof"]) == (str(proof), proof.read_text(encoding="utf-8"))
    assert terminal.done("prove", key_id).out == line["proof"]
    elsewhere = Terminal(terminal.home.parent / "elsewhere", monkeypatch)
    line = elsewhere.done("verify-proof", proof, "--key", kept[1], "--json").line
    assert line["holds"] is True
    assert (line["entry"]["stream"], line["payload"]["count"]["low"]) == (key_id, 62)
    assert not elsewhere.home.exists()
    assert "not that what it says is so" in elsewhere.done("verify-proof", proof, "--key", kept[1]).out
    elsewhere.refused("E-PROOF-06", "verify-proof", proof)


def test_any_change_to_a_proof_is_found(terminal: Terminal, kept: tuple[Path, Path]) -> None:
    written = terminal.done("prove", "@5").out
    lines = written.splitlines(keepends=True)
    changed = [
        "".join([*lines[:at], lines[at][:-2] + ("A" if lines[at][-2] != "A" else "B") + "\n", *lines[at + 1 :]])
        for at in range(len(lines))
        if len(lines[at]) > 2
    ]
    for wrong in (*changed, "", lines[0], written[:300], written.replace("index 4", "index 5")):
        terminal.refused("E-PROOF-05", "verify-proof", terminal.written("wrong", wrong), status=1)
    terminal.refused("E-PROOF-05", "verify-proof", terminal.written("wrong", b"\xff"), status=1)
    terminal.refused("E-PROOF-03", "verify-proof", terminal.home.parent / "absent")


def test_a_bare_proof_tells_that_something_was_recorded_and_not_what(
    terminal: Terminal, kept: tuple[Path, Path]
) -> None:
    proof = terminal.written("bare", terminal.done("prove", "@5", "--bare").out)
    assert terminal.done("verify-proof", proof, "--key", kept[1], "--json").line["payload"] is None
    assert len(proof.read_bytes()) < 2048


def test_only_what_a_checkpoint_covers_is_proved(terminal: Terminal, kept: tuple[Path, Path]) -> None:
    position = terminal.done("status", "--json").line["position"]
    terminal.report(SAID_AGAIN, "2018-08-02")
    terminal.done("prove", f"@{position}")
    terminal.refused("E-PROOF-04", "prove", f"@{position + 1}")
    for odd in (
        "@0",
        "@",
        "@x",
        "@99999",
        "@" + "9" * 40,
        "T-abcdefghjk",
        "T-abcdefghjk/",
        "foo/-1",
        "I-x/9" + "9" * 30,
    ):
        terminal.refused("E-FIND-01", "prove", odd)


def test_a_quorum_that_is_missing_is_told_and_the_checkpoint_given_all_the_same(
    terminal: Terminal, kept: tuple[Path, Path]
) -> None:
    witness = Signer.fresh("witness.example/w", COSIGNATURE).verifier.text
    lines = f"log {kept[1].read_text(encoding='utf-8').strip()}\nwitness w {witness}\nquorum w\n"
    policy = terminal.written("policy.txt", lines)
    said = terminal("checkpoint", "--policy", policy)
    assert (said.status, said.out) == (1, kept[0].read_text(encoding="utf-8"))
    assert said.err.startswith("E-PROOF-08 ")
    found = terminal("verify", "--trusted", kept[0], "--policy", policy, "--json")
    assert [line["code"] for line in found.lines[:-1]] == ["bad_signature"]
    terminal.written("policy.txt", lines.replace("quorum w", "quorum none"))
    assert terminal.done("verify", "--trusted", kept[0], "--policy", policy, "--json").line["proof_against_operator"]
    terminal.refused("E-PROOF-07", "verify", "--policy", terminal.written("policy.txt", "trust me\n"))


def test_a_witness_needs_no_ledger_but_a_port_of_its_own(
    terminal: Terminal, kept: tuple[Path, Path], unused_tcp_port: int
) -> None:
    policy = terminal.written("logs.txt", f"log {kept[1].read_text(encoding='utf-8').strip()}\nquorum none\n")
    with socket.create_server(("127.0.0.1", unused_tcp_port)):
        terminal.refused(
            "E-PROOF-09", "witness", "--policy", policy, "--keys", "w", "--port", str(unused_tcp_port), status=3
        )
    assert (terminal.home.parent / "w" / "witness.key").stat().st_mode & 0o777 == 0o600


def test_an_audit_says_what_was_checked_and_found(terminal: Terminal, kept: tuple[Path, Path]) -> None:
    page = terminal.home.parent / "audit.md"
    told = terminal.done("audit", "--trusted", kept[0], "--key", kept[1], "--out", page).out
    assert told.rstrip() == page.read_text(encoding="utf-8").rstrip()
    for words in ("Were the rules of the ledger kept?\nYes.", "Shown against the operator", "| toll stated |"):
        assert words in told
    lines = terminal.done("audit", "--json").lines
    assert [line["holds"] for line in lines[:-1]] == [True, True, True]
    assert lines[-1]["sound"] is True
    with tampering(terminal.home) as file:
        rewrite(file)
    said = terminal("audit", "--trusted", kept[0], "--key", kept[1])
    assert said.status == 1
    assert "Is every entry as it was recorded?\n**No.**" in said.out


def test_the_status_says_how_much_of_the_log_is_signed(terminal: Terminal) -> None:
    terminal.report(BULLETIN)
    assert terminal.done("status", "--json").line["checkpoint"] is None
    assert "checkpoint   none" in terminal.done("status").out
    terminal.done("checkpoint")
    line = terminal.done("status", "--json").line
    assert line["checkpoint"] == line["position"]
    terminal.report(SAID_AGAIN, "2018-08-02")
    assert "entries later" in terminal.done("status").out
    (terminal.home / "keys" / "log.checkpoint").write_bytes(b"x")
    assert terminal.done("status", "--json").line["checkpoint"] is None
