"""Proofs of our own log and forgeries of them, for programs of other people to judge."""

from __future__ import annotations

import base64
import json
import random
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

from ledger.transparency.checkpoint import Checkpoint
from ledger.transparency.proof import consistency_spans, inclusion_spans, prove
from ledger.transparency.signing import LogSigner
from ledger.transparency.tiles import TileReader
from tests.ledger.transparency.logs import grow, open_log

Case = dict[str, object]
EACH = 100
"""Checkpoints, inclusion and consistency proofs: 300 together, and as many forgeries."""


def text(content: bytes) -> str:
    return base64.b64encode(content).decode()


def sound(folder: Path, proofs: int = EACH) -> Iterator[Case]:
    """Checkpoints of a log as it grows, and ``proofs`` of inclusion and as many of consistency under them."""
    chance = random.Random(6962)
    log = open_log(folder)
    heads: list[Checkpoint] = []
    for _ in range(EACH):
        grow(log, chance.choice((1, 2, 3, 5, 8, 30)))
        signer = LogSigner.open(folder / "keys", folder / "tiles", "ledger.example/one")
        note = signer.sign(log, whole=False)
        head = Checkpoint.parse(note.text)
        heads.append(head)
        told = {"Key": signer.signer.verifier.text, "Note": str(note)}
        yield {"Kind": "checkpoint", **told, "Size": head.size, "Root": text(head.root)}
    rows = list(log.rows())
    for _ in range(proofs):
        head = chance.choice(heads)
        index = chance.randrange(head.size)
        proof = prove(TileReader(folder / "tiles", head.size), inclusion_spans(index, head.size))
        entry = text(rows[index].envelope)
        yield _case("inclusion", head, proof) | {"Index": index, "Entry": entry}
    for _ in range(proofs):
        old, head = sorted(chance.sample(heads, 2), key=lambda it: it.size)
        proof = prove(TileReader(folder / "tiles", head.size), consistency_spans(old.size, head.size))
        yield _case("consistency", head, proof) | {"Old": old.size, "OldRoot": text(old.root)}
    log.close()


def forged(cases: list[Case]) -> Iterator[Case]:
    """Each case with one thing in it that is not so."""
    chance = random.Random(9162)
    for case in cases:
        match case["Kind"]:
            case "checkpoint":
                note = str(case["Note"])
                size = str(case["Size"])
                other = str(int(size) + 1)
                yield case | {"Note": note.replace(f"\n{size}\n", f"\n{other}\n"), "Size": int(other)}
            case "inclusion" if chance.random() < 0.5:
                yield case | {"Entry": text(b"another" + base64.b64decode(str(case["Entry"])))}
            case _:
                yield case | {"Root": _turned(str(case["Root"]), chance)}


def judged(program: Sequence[str | Path], cases: Sequence[Case]) -> list[str]:
    """What a program answers to each case."""
    lines = "".join(json.dumps(case) + "\n" for case in cases)
    ran = subprocess.run(list(program), input=lines, capture_output=True, text=True, check=True, timeout=60)
    return ran.stdout.splitlines()


def _case(kind: str, head: Checkpoint, proof: tuple[bytes, ...]) -> Case:
    return {"Kind": kind, "Size": head.size, "Root": text(head.root), "Proof": [text(each) for each in proof]}


def _turned(encoded: str, chance: random.Random) -> str:
    content = bytearray(base64.b64decode(encoded))
    bit = chance.randrange(len(content) * 8)
    content[bit // 8] ^= 1 << bit % 8
    return text(bytes(content))
