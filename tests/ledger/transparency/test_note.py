"""Signed notes: those of others, our own, and everything that is none."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.transparency.note import COSIGNATURE, KeyUnfit, Note, NoteUnsound, Signer, Verifier, opened

LOG = Path(__file__).parents[2] / "data" / "merkle" / "log"
TESSERA = "example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx"
SPECIFIED = (  # the example of c2sp.org/signed-note
    "Ognuno sta solo sul cuor della terra\ntrafitto da un raggio di sole:\n\ned è subito sera.\n\n"
    "— quasimodo.example/salvatore NnugSzTjtVAewIS+Z/iJhUPeFDkO/5QQ2i5ddnGITLlC+EhfLW9oJKONrMouFSQU0xMcXxj99ihA"
    "QwaqP3ZekRwNtIc=\n"
)


def test_checkpoints_of_another_log_are_opened_with_its_key() -> None:
    key = Verifier.parse(TESSERA)
    for size in range(16):
        written = (LOG / f"checkpoint.{size}").read_text(encoding="utf-8")
        assert opened(written, [key]).text.splitlines()[1] == str(size)


def test_a_note_as_specified_is_read_and_written_again() -> None:
    note = Note.parse(SPECIFIED)
    assert note.text.count("\n") == 4
    assert [each.name for each in note.signatures] == ["quasimodo.example/salvatore"]
    assert str(note) == SPECIFIED


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"])))
def test_what_is_signed_is_opened(line: str) -> None:
    signer = Signer.fresh("ledger.example/one")
    note = Note(f"{line}\n").signed(signer)
    assert opened(str(note), [signer.verifier]).text == f"{line}\n"


def test_one_changed_letter_is_found() -> None:
    signer = Signer.fresh("ledger.example/one")
    written = str(Note("sixty-two\n").signed(signer))
    with pytest.raises(NoteUnsound, match="not its own"):
        opened(written.replace("two", "six"), [signer.verifier])


def test_a_stranger_is_not_believed_under_a_known_name() -> None:
    known, other = Signer.fresh("ledger.example/one"), Signer.fresh("ledger.example/one")
    with pytest.raises(NoteUnsound, match="no key that is trusted"):
        opened(str(Note("58\n").signed(other)), [known.verifier])
    both = Note("58\n").signed(other).signed(known)
    assert opened(str(both), [known.verifier]).text == "58\n"


@pytest.mark.parametrize("kind", [1, COSIGNATURE])
def test_keys_are_written_and_read_again(kind: int) -> None:
    signer = Signer.fresh("witness.example/w1", kind)
    assert Signer.parse(signer.text).verifier == signer.verifier == Verifier.parse(signer.verifier.text)
    assert signer.text.rpartition("+")[2] not in repr(signer)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "no signature\n",
        "text\n\nno mark\n",
        "text\n\n— name\n",
        "text\n\n— name AAAA\n",
        "text\n\n— name ???=\n",
        "text\n\n— two+two AAAAAAAA\n",
        "text\n\n— two AAAAAAAA",
        "text\n\n\x00— name AAAAAAAA\n",
        "tab\there\n\n— name AAAAAAAA\n",
        "text\n\n" + "— name AAAAAAAA\n" * 101,
        "x" * 1_000_001,
    ],
)
def test_what_is_no_note(written: str) -> None:
    with pytest.raises(NoteUnsound):
        Note.parse(written)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "name",
        "name+33d7b496+",
        TESSERA.replace("33d7b496", "33d7b497"),
        TESSERA.replace("example", "exam ple"),
        TESSERA + "==",
        "n+00000000+" + "CeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx",
    ],
)
def test_what_is_no_key(text: str) -> None:
    with pytest.raises(KeyUnfit):
        Verifier.parse(text)
    with pytest.raises(KeyUnfit):
        Signer.parse(text)


def test_a_secret_is_not_told_in_a_refusal() -> None:
    secret = Signer.fresh("ledger.example/one").text
    with pytest.raises(KeyUnfit) as refused:
        Signer.parse(secret.replace("+ledger", "+other"))
    assert secret[-20:] not in str(refused.value)


@pytest.mark.parametrize("name", ["", "two words", "plus+plus", "tab\t"])
def test_a_name_that_no_signature_line_can_hold(name: str) -> None:
    with pytest.raises(KeyUnfit):
        Signer.fresh(name)
