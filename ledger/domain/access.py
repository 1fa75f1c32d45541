"""Who may do what: one table of every role and everything that can be asked for. Deny by default.

Three doors lead in. ``COMMANDS`` is what the ledger records, and is enforced by the application; ``DOORS`` is what
the command line and the bot offer, under the words a person types. What has no row is open to nobody, and a test
fails until it has one. Roles only open a door: whose report it is, and who may review whom, is decided inside.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ledger.domain import commands
from ledger.domain.commands import Command
from ledger.domain.values import Role
from ledger.errors import RoleForbids

Roles = frozenset[Role]

EVERYONE: Roles = frozenset(Role)
"""Strangers too: whoever holds no role is a reader."""

MEMBERS: Roles = EVERYONE - {Role.READER}
REPORTERS: Roles = frozenset({Role.MONITOR, Role.REVIEWER, Role.ADMIN})
REVIEWERS: Roles = frozenset({Role.REVIEWER, Role.ADMIN})
AUDITORS: Roles = frozenset({Role.AUDITOR, Role.ADMIN})
ADMINS: Roles = frozenset({Role.ADMIN})

COMMANDS: Mapping[type[Command], Roles] = {
    commands.ReceiveReport: REPORTERS,
    commands.EditReport: REPORTERS,
    commands.WithdrawReport: REPORTERS,
    commands.NoteClaim: REPORTERS,
    commands.ReportIncident: REPORTERS,
    commands.CiteSource: REPORTERS,
    commands.ReviseCasualties: REPORTERS,
    commands.StateToll: REPORTERS,
    commands.CorrectPlace: REVIEWERS,
    commands.CorrectTime: REVIEWERS,
    commands.CorrectActor: REVIEWERS,
    commands.GradeSource: REVIEWERS,
    commands.ReviewIncident: REVIEWERS,
    commands.ReviewStatement: REVIEWERS,
    commands.RetractIncident: REVIEWERS,
    commands.MergeIncident: REVIEWERS,
    commands.SplitIncident: REVIEWERS,
    commands.DeclareDistinct: REVIEWERS,
    commands.AnswerProposal: REVIEWERS,
    commands.ReviewToll: REVIEWERS,
    commands.WithdrawToll: REVIEWERS,
    commands.ReinstateToll: REVIEWERS,
    commands.DeclareTollsDisjoint: REVIEWERS,
    commands.DeclareTollsOverlapping: REVIEWERS,
    commands.RecordPublished: ADMINS,
    commands.RecordPublishedIncident: ADMINS,
    commands.InviteMember: ADMINS,
    commands.GrantRole: ADMINS,
    commands.RevokeRole: ADMINS,
    commands.ForgetMember: ADMINS,
    commands.DeclineForgetting: ADMINS,
    commands.JoinLedger: EVERYONE,
    commands.AskToBeForgotten: EVERYONE,
}
"""What may be recorded by whom."""

DOORS: Mapping[str, Roles] = {
    "ledger extract": EVERYONE,
    "ledger extract-batch": EVERYONE,
    "ledger demo": EVERYONE,
    "ledger report": REPORTERS,
    "ledger cite": REPORTERS,
    "ledger toll": EVERYONE,
    "ledger sum": EVERYONE,
    "ledger history": EVERYONE,
    "ledger picture": EVERYONE,
    "ledger changes": EVERYONE,
    "ledger conflicts": EVERYONE,
    "ledger reconcile": EVERYONE,
    "ledger explain": MEMBERS,
    "ledger diff": MEMBERS,
    "ledger replay": EVERYONE,
    "ledger replay --key": MEMBERS,
    "ledger rebuild": AUDITORS,
    "ledger status": EVERYONE,
    "ledger conformance": EVERYONE,
    "ledger checkpoint": EVERYONE,
    "ledger verify": EVERYONE,
    "ledger prove": EVERYONE,
    "ledger prove without --bare": MEMBERS,
    "ledger verify-proof": EVERYONE,
    "ledger audit": EVERYONE,
    "ledger publish": EVERYONE,
    "ledger witness": EVERYONE,
    "ledger review list": MEMBERS,
    "ledger review accept": REVIEWERS,
    "ledger review corroborate": REVIEWERS,
    "ledger review confirm": REVIEWERS,
    "ledger review contest": REVIEWERS,
    "ledger review reject": REVIEWERS,
    "ledger review unverifiable": REVIEWERS,
    "ledger review retract": REVIEWERS,
    "ledger review merge": REVIEWERS,
    "ledger review split": REVIEWERS,
    "ledger review distinct": REVIEWERS,
    "ledger review grade": REVIEWERS,
    "ledger review duplicates": MEMBERS,
    "ledger review correct": REVIEWERS,
    "ledger review reinstate": REVIEWERS,
    "ledger review disjoint": REVIEWERS,
    "ledger review overlapping": REVIEWERS,
    "ledger member invite": ADMINS,
    "ledger member list": ADMINS,
    "ledger member grant": ADMINS,
    "ledger member revoke": ADMINS,
    "ledger member forget": ADMINS,
    "ledger member forget-me": EVERYONE,
    "ledger import tolls": ADMINS,
    "ledger import ucdp": ADMINS,
    "ledger import acled": ADMINS,
    "ledger import ministry": ADMINS,
    "ledger import losses": ADMINS,
    "ledger import events": ADMINS,
    "ledger import hxl": ADMINS,
    "ledger export corrections": EVERYONE,
    "ledger export events": AUDITORS,
    "ledger export hxl": EVERYONE,
    "ledger export datapackage": EVERYONE,
    "ledger export ucdp": EVERYONE,
    "ledger export acled": EVERYONE,
    "ledger export geojson": EVERYONE,
    "ledger itemised": EVERYONE,
    "bot /start": EVERYONE,
    "bot /help": EVERYONE,
    "bot /cancel": EVERYONE,
    "bot /language": EVERYONE,
    "bot /toll": EVERYONE,
    "bot /history": EVERYONE,
    "bot /forgetme": EVERYONE,
    "bot /queue": REVIEWERS,
    "bot /accept": REVIEWERS,
    "bot /reject": REVIEWERS,
    "bot /invite": ADMINS,
    "bot report": REPORTERS,
    "bot edit": REPORTERS,
    "bot button s": REPORTERS,
    "bot button q": REVIEWERS,
    "bot button t": EVERYONE,
    "bot button h": EVERYONE,
    "bot button p": EVERYONE,
    "bot button l": EVERYONE,
    "bot button f": EVERYONE,
}
"""What may be asked for by whom. Open to everyone does not mean the same answer: who holds no role is told reviewed
values only. Buttons go by the letter that they carry: s a draft, q the queue, t, h and p tolls, l a language, f being
forgotten."""

NO_ROLE: Roles = frozenset({Role.READER})


def may(row: Roles | None, roles: Iterable[Role]) -> bool:
    """Whether one of these roles is in a row of the table; what has no row is open to nobody."""
    return row is not None and bool(row & (frozenset(roles) or NO_ROLE))


def check_command(command: Command, roles: Iterable[Role]) -> None:
    """Raises ``RoleForbids`` unless one of the roles may ask the ledger for this."""
    if not may(COMMANDS.get(type(command)), roles):
        raise RoleForbids(_words(type(command)), role_words(roles))


def check_door(door: str, roles: Iterable[Role]) -> None:
    """Raises ``RoleForbids`` unless one of the roles may ask for this at the command line or in the bot."""
    if not may(DOORS.get(door), roles):
        raise RoleForbids(door, role_words(roles))


def role_words(roles: Iterable[Role]) -> str:
    """The roles in words; a stranger's is ``reader``."""
    return ", ".join(sorted(frozenset(roles) or NO_ROLE))


def _words(kind: type[Command]) -> str:
    """What is asked, in words: ``AnswerProposal`` is "to answer a proposal"."""
    name = kind.__name__
    return "to " + "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in name).strip()
