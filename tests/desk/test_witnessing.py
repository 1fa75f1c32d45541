"""A ledger asks its witnesses, over HTTP, and tells who did not answer."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from desk.proving import Signed, policy_of, sign, signer_of, verify_log
from desk.settings import Settings
from desk.witnessing import serve
from ledger.errors import PolicyWrong, PortTaken
from ledger.transparency.note import Note
from ledger.transparency.signing import CHECKPOINT
from ledger.transparency.verifying import Found
from ledger.transparency.witness import Witnessing
from tests.ledger.log_contract import TurnableClock
from tests.ledger.transparency.logs import grow, open_log, rebuild, tampering

CLOCK = TurnableClock()


@dataclass
class Partners:
    """A ledger and three witnesses, of which the last is not reached; two make a quorum."""

    settings: Settings
    policy: Path

    async def sign(self, *, policy: bool = True) -> Signed:
        asked = policy_of(self.policy) if policy else None
        return await asyncio.to_thread(sign, self.settings, CLOCK, asked)


@pytest.fixture
async def partners(tmp_path: Path) -> AsyncIterator[Partners]:
    settings = Settings(home=tmp_path, origin="ledger.example/one")
    log = open_log(tmp_path)
    grow(log, 7)
    log.close()
    key = signer_of(settings).signer.verifier
    lines, runners = [f"log {key.text}"], []
    for name in ("a", "b", "c"):
        witness = Witnessing.open(tmp_path / name, f"witness.example/{name}", [key], CLOCK)
        runner, address = await serve(witness, "127.0.0.1", 0)
        runners.append(runner)
        lines.append(f"witness {name} {witness.signer.verifier.text} {address}")
    await runners.pop().cleanup()
    policy = tmp_path / "policy.txt"
    policy.write_text("\n".join([*lines, "group g 2 a b c", "quorum g", ""]), encoding="utf-8")
    yield Partners(settings, policy)
    for runner in runners:
        await runner.cleanup()


async def test_two_of_three_witnesses_cosign_and_the_third_is_named(partners: Partners) -> None:
    signed = await partners.sign()
    assert [it.name.rpartition("/")[2] for it in signed.note.signatures] == ["one", "a", "b"]
    assert list(signed.failed) == ["c"]
    assert signed.enough
    published = (partners.settings.tiles_folder / CHECKPOINT).read_text(encoding="utf-8")
    assert Note.parse(published) == signed.note


async def test_cosignatures_stay_when_there_is_nothing_new_to_sign(partners: Partners) -> None:
    signed = await partners.sign()
    await partners.sign(policy=False)
    published = (partners.settings.tiles_folder / CHECKPOINT).read_text(encoding="utf-8")
    assert Note.parse(published) == signed.note
    assert (await partners.sign()).note == signed.note


async def test_a_log_that_grew_is_continued_from_what_the_witness_knows(partners: Partners) -> None:
    await partners.sign()
    for count in (1, 300):
        log = open_log(partners.settings.home)
        grow(log, count, f"more-{count}")
        log.close()
        signed = await partners.sign()
        assert (len(signed.note.signatures), list(signed.failed)) == (3, ["c"])


async def test_a_rewritten_log_gets_no_cosignature_and_is_found_by_policy(partners: Partners, tmp_path: Path) -> None:
    kept = tmp_path / "kept.txt"
    kept.write_text(str((await partners.sign()).note), encoding="utf-8")
    with tampering(tmp_path) as file:
        file.execute("UPDATE events SET member_id = 'M-00000000000000000000000000' WHERE position = 4")
        rebuild(file)
    for forgotten in (tmp_path / "keys" / "log.checkpoint", partners.settings.tiles_folder / CHECKPOINT):
        forgotten.unlink()  # the operator signs the other history, with the same key
    forged = await partners.sign()
    assert set(forged.failed) == {"a", "b", "c"}
    assert "another history" in forged.failed["a"]
    assert not forged.enough
    policy = policy_of(partners.policy)
    verified, _ = await asyncio.to_thread(verify_log, partners.settings, CLOCK, [kept], None, policy)
    assert {it.code for it in verified.findings} == {Found.REWRITTEN, Found.SPLIT_VIEW}
    kept.write_text(str(forged.note), encoding="utf-8")
    verified, _ = await asyncio.to_thread(verify_log, partners.settings, CLOCK, [kept], None, policy)
    assert {it.code for it in verified.findings} == {Found.BAD_SIGNATURE}


async def test_a_port_that_is_taken_is_named(partners: Partners, tmp_path: Path) -> None:
    witness = Witnessing.open(tmp_path / "d", None, [], CLOCK)
    runner, address = await serve(witness, "127.0.0.1", 0)
    with pytest.raises(PortTaken):
        await serve(witness, "127.0.0.1", int(address.rpartition(":")[2]))
    await runner.cleanup()


def test_what_is_no_policy_is_refused_by_line(tmp_path: Path) -> None:
    path = tmp_path / "policy.txt"
    for content, why in ((b"trust me\n", "line 1"), (b"\xff", "codec")):
        path.write_bytes(content)
        with pytest.raises(PolicyWrong, match=why):
            policy_of(path)
    with pytest.raises(PolicyWrong, match="No such file"):
        policy_of(tmp_path / "absent")
