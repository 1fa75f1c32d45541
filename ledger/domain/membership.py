"""Members and what their roles permit. People are random ids here; who they are is in the vault alone."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ledger.domain import commands, events
from ledger.domain.commands import Acting, Command, MemberCommand
from ledger.domain.events import Event
from ledger.domain.values import Role
from ledger.errors import (
    AlreadyMember,
    NoSuchStream,
    NotInvited,
    OwnRole,
    RoleForbids,
    RoleNotHeld,
    WasForgotten,
)


@dataclass(frozen=True, slots=True)
class NoMember:
    """Nobody by this id."""


@dataclass(frozen=True, slots=True)
class Member:
    """A member as they stand; the invited role is held from joining on."""

    invited_to: Role | None = None
    joined: bool = False
    roles: frozenset[Role] = frozenset()
    forgotten: bool = False


MemberState = NoMember | Member

_SUBMIT: frozenset[type[Command]] = frozenset(
    {
        commands.ReceiveReport,
        commands.EditReport,
        commands.WithdrawReport,
        commands.NoteClaim,
        commands.ReportIncident,
        commands.CiteSource,
        commands.ReviseCasualties,
        commands.StateToll,
    }
)
_REVIEW: frozenset[type[Command]] = frozenset(
    {
        commands.CorrectPlace,
        commands.CorrectTime,
        commands.CorrectActor,
        commands.GradeSource,
        commands.ReviewIncident,
        commands.RetractIncident,
        commands.MergeIncident,
        commands.SplitIncident,
        commands.DeclareDistinct,
        commands.AnswerProposal,
        commands.ReviewToll,
        commands.WithdrawToll,
        commands.ReinstateToll,
        commands.DeclareTollsDisjoint,
        commands.DeclareTollsOverlapping,
    }
)
_ADMINISTER: frozenset[type[Command]] = frozenset(
    {
        commands.RecordPublished,
        commands.InviteMember,
        commands.GrantRole,
        commands.RevokeRole,
        commands.ForgetMember,
    }
)

PERMITTED: dict[Role, frozenset[type[Command]]] = {
    Role.READER: frozenset({commands.JoinLedger}),
    Role.AUDITOR: frozenset({commands.JoinLedger}),
    Role.MONITOR: _SUBMIT | {commands.JoinLedger},
    Role.REVIEWER: _SUBMIT | _REVIEW | {commands.JoinLedger},
    Role.ADMIN: _SUBMIT | _REVIEW | _ADMINISTER | {commands.JoinLedger},
}
"""Deny by default: what is not listed for one of a member's roles is refused."""


def authorize(command: Command, acting: Acting) -> None:
    """Raises ``RoleForbids`` unless one of the acting member's roles permits the command.

    Whoever holds the machine makes themself its first admin; ``decide`` lets that happen to a new member only.
    """
    if isinstance(command, commands.GrantRole) and _is_bootstrap(command, acting):
        return
    roles = acting.roles or frozenset({Role.READER})
    if not any(type(command) in PERMITTED[role] for role in roles):
        raise RoleForbids(_act_words(command), ", ".join(sorted(roles)))


def _act_words(command: Command) -> str:
    """What is asked, in words: ``AnswerProposal`` is "to answer a proposal"."""
    return "to " + re.sub(r"(?<!^)(?=[A-Z])", " ", type(command).__name__).lower()


def _is_bootstrap(command: commands.GrantRole, acting: Acting) -> bool:
    to_self = command.member_id == acting.member_id and not acting.roles
    return acting.by_operator and to_self and command.role is Role.ADMIN


def evolve(state: MemberState, event: Event, version: int, member_id: str) -> MemberState:
    """The state after ``event``; copies, never refuses."""
    member = state if isinstance(state, Member) else Member()
    match event:
        case events.MemberInvited():
            return replace(member, invited_to=event.role)
        case events.MemberJoined():
            roles = member.roles | ({member.invited_to} if member.invited_to else set())
            return replace(member, joined=True, roles=roles, invited_to=None)
        case events.RoleGranted():
            return replace(member, roles=member.roles | {event.role})
        case events.RoleRevoked():
            waiting = None if member.invited_to is event.role else member.invited_to
            return replace(member, roles=member.roles - {event.role}, invited_to=waiting)
        case events.MemberForgotten():
            return replace(member, forgotten=True, roles=frozenset(), invited_to=None)
        case _:
            return state


def decide(state: MemberState, command: MemberCommand, acting: Acting) -> tuple[Event, ...]:
    """The events a command makes. Raises ``Refused`` with the rule it breaks; no clock, no chance."""
    if isinstance(state, Member) and state.forgotten:
        if isinstance(command, commands.ForgetMember):
            return ()
        raise WasForgotten
    if isinstance(command, commands.InviteMember):
        if acting.member_id == command.member_id:
            raise OwnRole
        if isinstance(state, Member) and command.role in (state.invited_to, *state.roles):
            raise AlreadyMember(command.role)
        return (events.MemberInvited(role=command.role, by_operator=acting.by_operator),)
    if isinstance(command, commands.GrantRole) and isinstance(state, NoMember) and acting.by_operator:
        return (events.RoleGranted(role=command.role, by_operator=True),)  # the first admin, made with the home
    if isinstance(state, NoMember):
        raise NoSuchStream(f"member {command.member_id}")
    return _on_known(state, command, acting)


def _on_known(member: Member, command: MemberCommand, acting: Acting) -> tuple[Event, ...]:
    match command:
        case commands.JoinLedger():
            if acting.member_id != command.member_id or member.invited_to is None:
                raise NotInvited
            return (events.MemberJoined(),)
        case commands.GrantRole():
            if acting.member_id == command.member_id:
                raise OwnRole
            if command.role in member.roles:
                raise AlreadyMember(command.role)
            return (events.RoleGranted(role=command.role, by_operator=acting.by_operator),)
        case commands.RevokeRole():
            if acting.member_id == command.member_id:
                raise OwnRole
            if command.role not in (*member.roles, member.invited_to):
                raise RoleNotHeld(command.role)
            return (events.RoleRevoked(role=command.role, by_operator=acting.by_operator),)
        case commands.ForgetMember():
            return (events.MemberForgotten(by_operator=acting.by_operator),)
        case _:
            raise NotImplementedError(type(command).__name__)
