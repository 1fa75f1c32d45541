"""``audit``: a page for a person on what was checked, what was found, and what that does not show."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer
from pydantic import JsonValue

from desk import proving
from desk.auditing import Breach, audit
from desk.cli.proving import Key, PolicyFile, limits, told
from desk.cli.session import Json, Session, emit, say, session_of
from desk.desk import utc_now
from ledger.errors import LogUnsound
from ledger.transparency.policy import Policy
from ledger.transparency.verifying import Finding

NOT_SHOWN = (
    "Nor that what was recorded is so, that everything was recorded, or that two members are two people. Who they are "
    "lies in the vault, which an audit does not open."
)

MOST_TOLD = 50
"""Findings of one check that the page lists; of more, how many there are."""


@dataclass(frozen=True, slots=True)
class Check:
    """One question, what was looked at to answer it, and what was found; nothing found = yes."""

    question: str
    looked_at: str
    found: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """All of an audit, as Markdown that reads well as it is."""

    title: str
    root: str
    compared: tuple[str, ...]
    checks: tuple[Check, ...]
    recorded: tuple[tuple[str, int], ...]
    says: str

    @property
    def text(self) -> str:
        parts = [f"# {self.title}", f"Root of the log: `{self.root}`"]
        for check in self.checks:
            answer = "Yes." if not check.found else "**No.**"
            listed = "".join(f"\n- {line}" for line in check.found[:MOST_TOLD])
            more = len(check.found) - MOST_TOLD
            listed += f"\n- … and {more} more" if more > 0 else ""
            parts.append(f"## {check.question}\n{answer} Looked at: {check.looked_at}.{listed}")
        compared = "".join(f"\n- {each}" for each in self.compared) or "\nNone."
        kinds = "".join(f"\n| {kind.replace('_', ' ')} | {count} |" for kind, count in self.recorded)
        parts.append(f"## Which checkpoints were compared?{compared}")
        parts.append(f"## What was recorded?\n| kind of entry | how many |\n|---|--:|{kinds}")
        parts.append(f"## What does this not show?\n{self.says}\n{NOT_SHOWN}")
        return "\n\n".join(parts) + "\n"

    def lines(self) -> Iterator[dict[str, JsonValue]]:
        """The same as JSON: one object for each check, then one for the whole."""
        for check in self.checks:
            yield {
                "kind": "check",
                "question": check.question,
                "looked_at": check.looked_at,
                "holds": not check.found,
                "found": list(check.found),
            }
        yield {
            "kind": "audit",
            "title": self.title,
            "root": self.root,
            "sound": not any(check.found for check in self.checks),
            "compared": list(self.compared),
            "recorded": dict(self.recorded),
            "says": self.says,
        }


def add_to(app: typer.Typer) -> None:
    app.command("audit")(audit_page)


def audit_page(
    context: typer.Context,
    trusted: Annotated[
        list[Path] | None,
        typer.Option("--trusted", metavar="FILE", help="A checkpoint that somebody kept. May be given again."),
    ] = None,
    key: Key = None,
    policy: PolicyFile = None,
    out: Annotated[Path | None, typer.Option("--out", metavar="FILE", help="Write the page there, too.")] = None,
    as_json: Json = False,
) -> None:
    """Check everything, and write a page on it: the log, its checkpoints, what is shown, and whether rules were kept.

    Rules are read from the events alone: that nobody reviewed what they reported, that falls and withdrawals had the
    word of as many others as they need, that who decided held a role for it. Exit 1 when anything is found.

    Example: ledger audit --trusted checkpoint.txt --key log.pub --out audit.md
    """
    page = _looked(session_of(context), trusted or [], key, proving.policy_of(policy))
    if out is not None:
        out.write_text(page.text, encoding="utf-8")
    for line in page.lines() if as_json else ():
        emit(line)
    if not as_json:
        say(page.text.rstrip())
    findings = sum(len(check.found) for check in page.checks)
    if findings:
        raise LogUnsound(findings)


def _looked(session: Session, trusted: Sequence[Path], key: str | None, policy: Policy | None) -> Page:
    """Everything that is checked, and what was found."""
    believed = proving.key_of(session.settings, key)
    verified, heads = proving.verify_log(session.settings, utc_now, trusted, believed, policy)
    pictured = proving.verify_picture(session.settings, utc_now)
    log = proving.open_log(session.settings, utc_now, unsafe=session.unsafe)
    try:
        rules = audit(log.after(0))
    finally:
        log.close()
    read = (
        f"decisions: {rules.decisions}, falls accepted: {rules.falls}, days taken back: {rules.withdrawals}, "
        "from the events alone"
    )
    checks = [
        Check("Is every entry as it was recorded?", f"{verified.size} entries, leaf by leaf", _told(verified.findings)),
        Check("Does what is shown follow from the log?", "a replay of all of it", _told(pictured)),
        Check("Were the rules of the ledger kept?", read, tuple(_broken(it) for it in rules.breaches)),
    ]
    outside = [head for head in heads if head.kept_by not in (proving.OWN, proving.PUBLISHED)]
    return Page(
        title=f"Audit of the ledger at @{verified.size}, {utc_now().date().isoformat()}",
        root=verified.root.hex(),
        compared=tuple(f"the checkpoint @{it.checkpoint.size} of {it.kept_by}" for it in heads),
        checks=tuple(checks),
        recorded=tuple(sorted(rules.kinds.items())),
        says=limits(session, outside, key is not None or policy is not None),
    )


def _told(findings: Sequence[Finding]) -> tuple[str, ...]:
    return tuple(told(finding) for finding in findings)


def _broken(breach: Breach) -> str:
    return f"@{breach.position}: {breach.rule}; {breach.what}"
