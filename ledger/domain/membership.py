"""Members and what their roles permit. People are random ids here; who they are is in the vault alone."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ledger.domain import access, commands, events
from ledger.domain.commands import Acting, Command, MemberCommand
from ledger.domain.events import Event
from ledger.domain.values import ForgettingReason, Role
from ledger.errors import (
    AlreadyMember,
    NoForgettingWaits,
    NoSuchStream,
    NotInvited,
    OwnForgetting,
    OwnRole,
    RoleNotHeld,
    SecondAdminNeeded,
    WasForgotten,
    WishOfAnother,
)


@dataclass(frozen=True, slots=True)
class NoMember:
    """Nobody by this id."""


@dataclass(frozen=True, slots=True)
class ProposedForgetting:
    """The first of the two admins who must agree, and why."""

    by: str
    reason: ForgettingReason


@dataclass(frozen=True, slots=True)
class Member:
    """A member as they stand; the invited role is held from joining on. ``asked``: they wish to be forgotten."""

    invited_to: Role | None = None
    joined: bool = False
    roles: frozenset[Role] = frozenset()
    forgotten: bool = False
    asked: bool = False
    proposed: ProposedForgetting | None = None


MemberState = NoMember | Member


def authorize(command: Command, acting: Acting) -> None:
    """Raises ``RoleForbids`` unless one of the acting member's roles permits the command.

    Whoever holds the machine makes themself its first admin; ``decide`` lets that happen to a new member only.
    """
    if isinstance(command, commands.GrantRole) and _is_bootstrap(command, acting):
        return
    access.check_command(command, acting.roles)


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
        case events.ForgettingAsked():
            return replace(member, asked=True)
        case events.ForgettingProposed():
            return replace(member, proposed=ProposedForgetting(member_id, event.reason))
        case events.ForgettingDeclined():
            return replace(member, asked=False, proposed=None)
        case events.MemberForgotten():
            return Member(joined=member.joined, forgotten=True)
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
        case commands.AskToBeForgotten():
            if acting.member_id != command.member_id:
                raise WishOfAnother
            return () if member.asked else (events.ForgettingAsked(),)
        case commands.ForgetMember():
            return _forget(member, command, acting)
        case commands.DeclineForgetting():
            if not (member.asked or member.proposed):
                raise NoForgettingWaits
            return (events.ForgettingDeclined(by_operator=acting.by_operator),)
        case _:
            raise NotImplementedError(type(command).__name__)


def _forget(member: Member, command: commands.ForgetMember, acting: Acting) -> tuple[Event, ...]:
    """One admin proposes, another one agrees: erasure cannot be undone, so no single hand may do it."""
    if acting.member_id == command.member_id:
        raise OwnForgetting
    if member.proposed is None:
        reason = command.reason or ForgettingReason.OWN_WISH
        return (events.ForgettingProposed(reason=reason, by_operator=acting.by_operator),)
    if member.proposed.by == acting.member_id:
        raise SecondAdminNeeded
    reason = command.reason or member.proposed.reason
    return (events.MemberForgotten(by_operator=acting.by_operator, reason=reason),)
