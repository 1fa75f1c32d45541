"""Who is at the door: members by name or Telegram account, invitations, roles, being forgotten.

Names and accounts are in the vault, roles are events in the log. The vault is written first; what a crash leaves
between the two is finished when the home is opened again, or by doing the same once more.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID, uuid5

from ledger.application import Ledger
from ledger.domain.commands import (
    AskToBeForgotten,
    DeclineForgetting,
    ForgetMember,
    GrantRole,
    InviteMember,
    JoinLedger,
    MemberCommand,
    RevokeRole,
)
from ledger.domain.membership import Member, NoMember
from ledger.domain.values import ForgettingReason, Role
from ledger.errors import AlreadyMember, NameTaken, NoSuchMember, TelegramTaken, WordsUnfit
from ledger.log import Receipt
from ledger.vault import Vault
from ledger.vault.people import new_member_id

OPERATOR = "operator"
"""The member made with the home: whoever sits at the command line of the machine."""

SPACE = UUID("b1d4a0d2-3c57-4b0a-9f0e-6a2b8c7d5e13")
"""Namespace of the ids of commands about members."""

INVITATION_LASTS = timedelta(hours=72)


@dataclass(frozen=True, slots=True)
class Caller:
    """Who acts, and whether at the command line as the operator."""

    member_id: str
    by_operator: bool = False


@dataclass(frozen=True, slots=True)
class Invitation:
    """A place kept for somebody: ``code`` goes into a link and is shown once."""

    member_id: str
    role: Role
    code: str
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class Forgetting:
    """One admin's word is recorded; ``done`` says that it was the second, and the person is gone."""

    receipt: Receipt
    done: bool


def first_admin_id(member_id: str) -> UUID:
    """The id of the command by which a home makes this member its first admin."""
    return uuid5(SPACE, f"first admin {member_id}")


class People:
    """Finds, invites and forgets members; raises ``Refused`` and ``Forbidden`` as the ledger's rules say."""

    def __init__(self, ledger: Ledger, vault: Vault, clock: Callable[[], datetime]) -> None:
        self._ledger = ledger
        self._vault = vault
        self._clock = clock

    def operator(self) -> Caller:
        """The operator, made when the home is first opened."""
        member_id = self._vault.member_named(OPERATOR)
        if member_id is None:
            member_id = new_member_id()
            try:
                self._vault.add_person(member_id, name=OPERATOR, telegram_id=None, language=None)
            except NameTaken:  # another process was first
                member_id = self._vault.member_named(OPERATOR) or member_id
        if isinstance(self._ledger.member(member_id), NoMember):
            self._become_admin(member_id, member_id)
        return Caller(member_id, by_operator=True)

    def named(self, name: str) -> Caller:
        """The member of this name; who was invited and speaks at the command line has joined by that.

        Raises ``NoSuchMember``.
        """
        operator = self.operator()
        member_id = operator.member_id if name == OPERATOR else self.member_id(name)
        if member_id == operator.member_id:
            return operator
        self.join(member_id)
        return Caller(member_id)

    def member_id(self, name: str) -> str:
        """The id of a member by name or id, joined or not. Raises ``NoSuchMember``."""
        found = self._vault.member_named(name)
        if found is None and name.startswith("M-") and isinstance(self._ledger.member(name), Member):
            found = name
        if found is None:
            raise NoSuchMember(name)
        return found

    def by_telegram(self, telegram_id: int) -> Caller | None:
        """The member of this account; None for a stranger."""
        member_id = self._vault.member_by_telegram(telegram_id)
        return None if member_id is None else Caller(member_id)

    def admin_by_telegram(self, telegram_id: int) -> Caller:
        """The first admin that the settings name by account; made when first met, and left alone afterwards."""
        known = self.by_telegram(telegram_id)
        member_id = known.member_id if known else new_member_id()
        if known is None:
            try:
                self._vault.add_person(member_id, name=None, telegram_id=telegram_id, language=None)
            except TelegramTaken:
                member_id = self._vault.member_by_telegram(telegram_id) or member_id
        if isinstance(self._ledger.member(member_id), NoMember):
            self._become_admin(member_id, self.operator().member_id)
        return Caller(member_id)

    def invite(self, role: Role, caller: Caller, name: str | None = None) -> Invitation:
        """Keep a place for somebody new, or offer a further role to the member of this name.

        Asked again for a place that is kept and not taken up, gives a new code for it; the old one is void then.
        """
        if name is not None and not name.strip():
            raise WordsUnfit("name", name)
        member_id = (self._vault.member_named(name) if name else None) or new_member_id()
        command = InviteMember(command_id=self._id("invite", member_id, role), member_id=member_id, role=role)
        try:
            self._ledger.preview([command], caller.member_id, by_operator=caller.by_operator)
        except AlreadyMember:
            if self._waits(member_id) is not role:
                raise
            self._vault.withdraw_invites(member_id)
        else:
            self._vault.add_person(member_id, name=name, telegram_id=None, language=None)
            self._act(command, caller)
        expires_at = self._clock() + INVITATION_LASTS
        code = self._vault.new_invite(member_id, role, expires_at)
        return Invitation(member_id, role, code, expires_at)

    def redeem(self, code: str, telegram_id: int) -> Caller:
        """The member that this account is from now on. Raises as ``Invites.redeem_invite``."""
        member_id = self._vault.redeem_invite(code, telegram_id, self._clock())
        self.join(member_id)
        return Caller(member_id)

    def join(self, member_id: str) -> None:
        """Take up an invitation that waits for this member; nothing where none does."""
        if self._waits(member_id) is not None:
            self._act(JoinLedger(command_id=self._id("join", member_id), member_id=member_id), Caller(member_id))

    def grant(self, member_id: str, role: Role, caller: Caller) -> Receipt:
        command_id = self._id("grant", member_id, role)
        return self._act(GrantRole(command_id=command_id, member_id=member_id, role=role), caller)

    def revoke(self, member_id: str, role: Role, caller: Caller) -> Receipt:
        """Take a role back, at once; unused invitations to this member are void from then on."""
        command_id = self._id("revoke", member_id, role)
        receipt = self._act(RevokeRole(command_id=command_id, member_id=member_id, role=role), caller)
        self._vault.withdraw_invites(member_id)
        return receipt

    def ask_to_be_forgotten(self, caller: Caller) -> Receipt:
        """Record a member's own wish; two admins have yet to agree. Asked again, nothing is added."""
        command_id = self._id("ask to be forgotten", caller.member_id)
        return self._act(AskToBeForgotten(command_id=command_id, member_id=caller.member_id), caller)

    def forget(self, member_id: str, caller: Caller, reason: ForgettingReason | None = None) -> Forgetting:
        """One admin's word that a member be forgotten; at the second one's, destroys key, contacts and words.

        Raises ``SecondAdminNeeded`` for the admin who has agreed already, ``OwnForgetting`` for the member.
        """
        command_id = self._id("forget", member_id, caller.member_id)
        receipt = self._act(ForgetMember(command_id=command_id, member_id=member_id, reason=reason), caller)
        member = self._ledger.member(member_id)
        done = isinstance(member, Member) and member.forgotten
        if done:
            self._vault.forget(member_id)
        return Forgetting(receipt, done)

    def decline_forgetting(self, member_id: str, caller: Caller) -> Receipt:
        """Call off what was asked or proposed. Raises ``NoForgettingWaits``."""
        command_id = self._id("decline forgetting", member_id)
        return self._act(DeclineForgetting(command_id=command_id, member_id=member_id), caller)

    def finish_forgetting(self, forgotten: list[str]) -> None:
        """Destroy what a crash left of members whom the log calls forgotten."""
        for member_id in forgotten:
            if self._vault.knows(member_id):
                self._vault.forget(member_id)

    def roles(self, member_id: str) -> frozenset[Role]:
        return self._ledger.roles(member_id)

    def name_of(self, member_id: str) -> str | None:
        """A member's name, for the operator's eyes only."""
        return self._vault.name_of(member_id)

    def language_of(self, member_id: str) -> str | None:
        return self._vault.language_of(member_id)

    def set_language(self, member_id: str, language: str) -> None:
        self._vault.set_language(member_id, language)

    def _id(self, act: str, *about: str) -> UUID:
        """What is asked, of whom, at this moment: the same twice in one moment is one command."""
        return uuid5(SPACE, " ".join((act, *about, self._clock().isoformat())))

    def _waits(self, member_id: str) -> Role | None:
        """The role that an invitation of this member waits for."""
        member = self._ledger.member(member_id)
        return member.invited_to if isinstance(member, Member) and not member.forgotten else None

    def _become_admin(self, member_id: str, acting: str) -> None:
        # No moment in that id: two processes that open a new home at once ask for one and the same thing.
        command = GrantRole(command_id=first_admin_id(member_id), member_id=member_id, role=Role.ADMIN)
        self._ledger.execute([command], acting, by_operator=True)

    def _act(self, command: MemberCommand, caller: Caller) -> Receipt:
        return self._ledger.execute([command], caller.member_id, by_operator=caller.by_operator)[0]
