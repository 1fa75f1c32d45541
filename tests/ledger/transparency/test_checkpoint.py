"""Heads of a log under its key and under those of witnesses."""

from __future__ import annotations

import pytest

from ledger.transparency.checkpoint import Checkpoint, cosigned, cosigned_at, opened_checkpoint
from ledger.transparency.note import COSIGNATURE, Note, NoteUnsound, Signer, Verifier
from ledger.transparency.tree import EMPTY_ROOT, leaf_hash

HEAD = Checkpoint("ledger.example/one", 62, leaf_hash(b"62"))


def test_a_checkpoint_is_signed_and_opened() -> None:
    log = Signer.fresh("ledger.example/one")
    assert opened_checkpoint(str(HEAD.signed(log)), [log.verifier]) == HEAD


def test_a_checkpoint_under_the_key_of_another_log_is_none_of_this_one() -> None:
    other = Signer.fresh("ledger.example/two")
    with pytest.raises(NoteUnsound, match=r"ledger\.example/one, whose key is not trusted"):
        opened_checkpoint(str(HEAD.signed(other)), [other.verifier])


def test_what_is_stated_is_written_again_as_it_was() -> None:
    for head in (HEAD, Checkpoint("o", 0, EMPTY_ROOT), Checkpoint("o", 3, leaf_hash(b""), ("more", "and more"))):
        assert Checkpoint.parse(head.text) == head


@pytest.mark.parametrize(
    "text",
    [
        "",
        "o\n62\n",
        HEAD.text.removesuffix("\n"),
        HEAD.text.replace("62", "062"),
        HEAD.text.replace("62", "-62"),
        HEAD.text.replace("62", "٦٢"),
        HEAD.text.replace("62", "9" * 30),
        HEAD.text.replace("=", ""),
        "o\n1\nAAAA\n",
        HEAD.text + "\nmore\n",
        "\n62\n" + HEAD.text.splitlines()[2] + "\n",
    ],
)
def test_what_is_no_checkpoint(text: str) -> None:
    with pytest.raises(NoteUnsound):
        Checkpoint.parse(text)


def test_a_witness_cosigns_with_its_time() -> None:
    log, witness = Signer.fresh("ledger.example/one"), Signer.fresh("witness.example/w1", COSIGNATURE)
    note = HEAD.signed(log)
    both = Note(note.text, (*note.signatures, cosigned(note.text, witness, 1_780_000_000)))
    again = Note.parse(str(both))
    assert cosigned_at(again, witness.verifier) == 1_780_000_000
    assert cosigned_at(note, witness.verifier) is None
    assert opened_checkpoint(str(both), [log.verifier]) == HEAD


def test_the_example_of_the_specification_has_a_time() -> None:
    written = (
        "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n"
        "— witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo"
        "0xUe+mbIUBkBIfZ+qnA==\n"
    )
    (line,) = Note.parse(written).signatures
    assert int.from_bytes(line.signed[:8], "big") == 1_679_315_147


def test_a_cosignature_of_another_text_or_time_is_found() -> None:
    witness = Signer.fresh("witness.example/w1", COSIGNATURE)
    line = cosigned(HEAD.text, witness, 1_780_000_000)
    other = Note(Checkpoint("ledger.example/one", 58, HEAD.root).text, (line,))
    with pytest.raises(NoteUnsound, match="not its own"):
        cosigned_at(other, witness.verifier)
    short = Note(HEAD.text, (type(line)(line.name, line.key_id, line.signed[:-1]),))
    with pytest.raises(NoteUnsound, match="malformed"):
        cosigned_at(short, witness.verifier)
    with pytest.raises(ValueError, match="for cosignatures"):
        cosigned_at(other, Verifier("witness.example/w1", witness.verifier.key))
