"""``checkpoint``, ``verify``, ``prove``, ``verify-proof``: that nobody rewrote the past, shown to whoever doubts it."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Annotated

import orjson
import typer
from pydantic import JsonValue

from desk import proving
from desk.cli.session import Json, Session, emit, remark, say, session_of
from desk.desk import utc_now
from ledger.errors import CheckpointUnfit, KeyNeeded, LogUnsound, ProofWrong, QuorumMissing
from ledger.transparency.checkpoint import Checkpoint
from ledger.transparency.proof import ProofUnsound
from ledger.transparency.prooffile import ProofFile
from ledger.transparency.verifying import Finding, SignedHead

EVERY = 30.0
"""Seconds between two looks of ``--watch``: a checkpoint is at most a minute younger than what it covers."""

Key = Annotated[
    str | None,
    typer.Option("--key", metavar="KEY", help="The log's public key, as text or in a file; else this ledger's own."),
]

PolicyFile = Annotated[
    Path | None,
    typer.Option(
        "--policy", metavar="FILE", help="Which logs and how many witnesses to believe: c2sp.org/tlog-policy."
    ),
]


def add_to(app: typer.Typer) -> None:
    app.command("checkpoint")(checkpoint)
    app.command("verify")(verify)
    app.command("prove")(prove)
    app.command("verify-proof")(verify_proof)


def checkpoint(
    context: typer.Context,
    watch: Annotated[
        bool, typer.Option("--watch", help="Go on, and sign again within a minute of new entries.")
    ] = False,
    policy: PolicyFile = None,
    as_json: Json = False,
) -> None:
    """Sign the head of the log, and print the signed note; others keep it, and so see when the past is rewritten.

    The log is recomputed first and compared with what was signed before. Tiles and checkpoint are put into
    LEDGER_HOME/tiles, for any web server to hand out. With a policy its witnesses are asked to cosign.

    Example: ledger checkpoint > checkpoint.txt
    """
    session = session_of(context)
    trusted = proving.policy_of(policy)
    signed = proving.sign(session.settings, utc_now, trusted, unsafe=session.unsafe)
    _tell_note(signed, as_json)
    while watch:
        time.sleep(EVERY)
        again = proving.sign(session.settings, utc_now, trusted, whole=False, unsafe=session.unsafe)
        if again.note != signed.note:
            signed = again
            _tell_note(signed, as_json)
    if not signed.enough:
        raise QuorumMissing(
            ", ".join(f"{name}: {why}" for name, why in signed.failed.items()) or "no address to ask at"
        )


def _tell_note(signed: proving.Signed, as_json: bool) -> None:
    for name, why in signed.failed.items():
        remark(f"witness {name} did not cosign: {why}")
    if not as_json:
        typer.echo(str(signed.note), nl=False)
        return
    head = Checkpoint.parse(signed.note.text)
    line: dict[str, JsonValue] = {"origin": head.origin, "position": head.size, "root": head.root.hex()}
    emit({**line, "note": str(signed.note), "key": signed.key.text, "quorum": signed.enough})


def verify(
    context: typer.Context,
    trusted: Annotated[
        list[Path] | None,
        typer.Option("--trusted", metavar="FILE", help="A checkpoint that somebody kept. May be given again."),
    ] = None,
    key: Key = None,
    policy: PolicyFile = None,
    log_only: Annotated[
        bool, typer.Option("--log-only", help="Leave out whether what is shown follows from it.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Check every entry of the log, and that it begins with what kept checkpoints vouch for; exit 1 when it does not.

    Without a checkpoint that somebody else kept this is no proof against the operator, who could rewrite all of it.

    Example: ledger verify --trusted checkpoint.txt --key log.pub
    """
    session = session_of(context)
    believed = proving.key_of(session.settings, key)
    verified, heads = proving.verify_log(session.settings, utc_now, trusted or [], believed, proving.policy_of(policy))
    given = key is not None or policy is not None
    pictured = [] if log_only else proving.verify_picture(session.settings, utc_now)
    findings = [*verified.findings, *pictured]
    outside = [head for head in heads if head.kept_by not in (proving.OWN, proving.PUBLISHED)]
    for finding in findings:
        _tell_finding(finding, as_json)
    if as_json:
        emit({
            "kind": "verified",
            "sound": not findings,
            "position": verified.size,
            "root": verified.root.hex(),
            "findings": len(findings),
            "compared": [{"kept_by": it.kept_by, "position": it.checkpoint.size} for it in heads],
            "picture": None if log_only else not pictured,
            "proof_against_operator": bool(outside) and given and not findings,
            "says": limits(session, outside, given),
        })  # fmt: skip
    else:
        _tell_verified(verified.size, verified.root, heads, log_only)
        say(limits(session, outside, given))
    if findings:
        raise LogUnsound(len(findings))


def _tell_finding(finding: Finding, as_json: bool) -> None:
    if as_json:
        line: dict[str, JsonValue] = {"kind": "finding", "code": finding.code.value, "index": finding.index}
        emit({**line, "position": None if finding.index is None else finding.index + 1, "what": finding.what})
        return
    say(told(finding))


def told(finding: Finding) -> str:
    """A finding for a person."""
    where = "" if finding.index is None else f" @{finding.index + 1} (index {finding.index})"
    return f"{finding.code.value.upper()}{where}: {finding.what}"


def _tell_verified(size: int, root: bytes, heads: list[SignedHead], log_only: bool) -> None:
    say(f"entries   {size} read")
    say(f"root      {root.hex()}")
    for head in heads:
        say(f"compared  with the checkpoint @{head.checkpoint.size} of {head.kept_by}")
    if not log_only:
        say("picture   compared with a replay")


def limits(session: Session, outside: list[SignedHead], given: bool) -> str:
    """What this check does not show."""
    if not outside:
        return (
            "Not proof against the operator: nothing kept by somebody else was compared, and who holds this ledger "
            "can rewrite it as a whole. Give a checkpoint that you or others kept: --trusted FILE"
        )
    first = max(head.checkpoint.size for head in outside)
    said = f"Shown against the operator: the first {first} entries, which the kept checkpoint vouches for."
    if not given:
        said += f" The key was taken from {session.settings.keys_folder}, which is the operator's word: give --key"
    return said


def prove(
    context: typer.Context,
    any_id: Annotated[str, typer.Argument(metavar="ID", help="An entry: T-…/3, I-…, R-…, or @POSITION.")],
    out: Annotated[Path | None, typer.Option("--out", metavar="FILE", help="Write it there; else to stdout.")] = None,
    bare: Annotated[bool, typer.Option("--bare", help="Leave out what was recorded; only that it was.")] = False,
    as_json: Json = False,
) -> None:
    """Prove that an entry is in the log, in one text that anybody can check without this ledger.

    It names no person: who recorded the entry, and exactly when, are in it as commitments that only the vault opens.

    Example: ledger prove T-8m2k4q9xwe --out toll.tlog-proof
    """
    session = session_of(context)
    with session.desk() as desk:
        caller = session.caller(desk)
        if not bare:
            desk.permit("ledger prove without --bare", caller)
        proof = proving.prove_entry(desk, any_id, with_payload=not bare)
    if out is not None:
        out.write_text(str(proof), encoding="utf-8")
    if as_json:
        emit({"position": proof.index + 1, "proof": str(proof), "file": None if out is None else str(out)})
    elif out is not None:
        say(f"proof written to {out}")
    else:
        typer.echo(str(proof), nl=False)


def verify_proof(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="A proof, as `ledger prove` writes it.")],
    key: Key = None,
    as_json: Json = False,
) -> None:
    """Check a proof without the ledger: that the entry is in the log whose key signed the checkpoint.

    Example: ledger verify-proof toll.tlog-proof --key log.pub
    """
    session = session_of(context)
    believed = proving.key_of(session.settings, key)
    if believed is None:
        raise KeyNeeded
    try:
        proof = ProofFile.parse(file.read_text(encoding="utf-8"))
        head, envelope = proof.check([believed]), proof.envelope
        payload = orjson.loads(proof.payload) if proof.payload is not None else None
    except OSError as error:
        raise CheckpointUnfit(str(file), error.strerror or "cannot be read") from error
    except (UnicodeDecodeError, orjson.JSONDecodeError, ProofUnsound) as error:
        raise ProofWrong(str(file), str(error)) from error
    if as_json:
        told: dict[str, JsonValue] = {"holds": True, "origin": head.origin, "position": proof.index + 1}
        emit({**told, "size": head.size, "root": head.root.hex(), "entry": dict(envelope), "payload": payload})
        return
    say(f"holds      entry @{proof.index + 1} of {head.origin}, among its first {head.size}")
    say(f"recorded   {envelope.get('kind')}, version {envelope.get('version')} of {envelope.get('stream')}")
    say(f"           in the hour {envelope.get('hour')}, under code book {envelope.get('codebook')}")
    if payload is not None:
        say(f"           {orjson.dumps(payload, option=orjson.OPT_SORT_KEYS).decode()}")
    say("It shows that the log holds the entry, and not that what it says is so.")
