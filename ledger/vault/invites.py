"""Invitations: a code that lets one Telegram account become one member, once."""

from __future__ import annotations

from datetime import datetime
from hashlib import sha256

from sqlalchemy import delete, insert, select, update

from ledger.codec import to_micros
from ledger.domain.values import Role
from ledger.errors import InviteExpired, InviteUnknown, InviteUsed
from ledger.vault.people import People, random_letters
from ledger.vault.tables import invites, members

_AS_MEANT = str.maketrans("oil", "011")  # what people write for Crockford's letters


class Invites(People):
    """The codes themselves are not kept, only their hashes: 128 random bits need no more."""

    def new_invite(self, member_id: str, role: Role, expires_at: datetime) -> str:
        """A code of 26 letters for a member who was invited to a role."""
        code = random_letters()
        row = {
            "code_hash": _hash(code),
            "member_id": member_id,
            "role": role.value,
            "expires_at": to_micros(expires_at),
        }
        with self._write() as connection:
            connection.execute(insert(invites).values(row))
        return code

    def redeem_invite(self, code: str, telegram_id: int, now: datetime) -> str:
        """The member that this Telegram account is from now on; the same account may come twice.

        Raises ``InviteUnknown``, ``InviteUsed``, ``InviteExpired``, or ``TelegramTaken`` for another member's account.
        """
        with self._write() as connection:
            invite = connection.execute(select(invites).where(invites.c.code_hash == _hash(code))).one_or_none()
            if invite is None:
                raise InviteUnknown
            member_id: str = invite.member_id
            if invite.used_at is not None:
                lookup = self._keys.lookup("telegram", str(telegram_id))
                if self._holder(connection, members.c.telegram_lookup, lookup) != member_id:
                    raise InviteUsed
                return member_id
            if invite.expires_at < to_micros(now):
                raise InviteExpired
            self._ensure(connection, member_id)
            self._set_telegram(connection, member_id, telegram_id)
            used = update(invites).where(invites.c.code_hash == invite.code_hash)
            connection.execute(used.values(used_at=to_micros(now)))
        return member_id

    def withdraw_invites(self, member_id: str) -> int:
        """Make a member's unused invitations void; returns how many there were."""
        unused = delete(invites).where(invites.c.member_id == member_id, invites.c.used_at.is_(None))
        with self._write() as connection:
            return connection.execute(unused).rowcount


def _hash(code: str) -> bytes:
    return sha256(code.strip().casefold().translate(_AS_MEANT).encode()).digest()
