"""Invitations: one account, one time, in time."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest

from ledger.domain.values import Role
from ledger.errors import InviteExpired, InviteUnknown, InviteUsed, LedgerError, TelegramTaken
from ledger.vault import Vault
from tests.ledger.vault.conftest import NOON

ANN, BOB = "M-" + "a" * 26, "M-" + "b" * 26
TOMORROW = NOON + timedelta(days=1)


def test_a_code_makes_an_account_the_member(vault: Vault) -> None:
    code = vault.new_invite(ANN, Role.MONITOR, TOMORROW)
    assert re.fullmatch(r"[0-9a-z]{26}", code)
    assert vault.redeem_invite(code, 42, NOON) == ANN
    assert vault.member_by_telegram(42) == ANN


def test_the_code_itself_is_not_kept(vault: Vault, tmp_path: Path) -> None:
    code = vault.new_invite(ANN, Role.MONITOR, TOMORROW)
    assert not any(code.encode() in file.read_bytes() for file in tmp_path.glob("vault.db*"))


def test_a_code_works_as_people_write_it(vault: Vault) -> None:
    code = vault.new_invite(ANN, Role.MONITOR, TOMORROW)
    written = "  " + code.upper().replace("0", "O").replace("1", "l") + "\n"
    assert vault.redeem_invite(written, 42, NOON) == ANN


def test_the_same_account_may_come_twice_and_another_may_not(vault: Vault) -> None:
    code = vault.new_invite(ANN, Role.MONITOR, TOMORROW)
    vault.redeem_invite(code, 42, NOON)
    assert vault.redeem_invite(code, 42, TOMORROW + timedelta(days=9)) == ANN  # its update was delivered again
    with pytest.raises(InviteUsed, match="E-INVITE-02"):
        vault.redeem_invite(code, 43, NOON)
    assert vault.member_by_telegram(43) is None


def test_a_code_is_good_until_its_last_moment(vault: Vault) -> None:
    code = vault.new_invite(ANN, Role.MONITOR, TOMORROW)
    with pytest.raises(InviteExpired, match="E-INVITE-03"):
        vault.redeem_invite(code, 42, TOMORROW + timedelta(microseconds=1))
    assert vault.member_by_telegram(42) is None
    assert vault.redeem_invite(code, 42, TOMORROW) == ANN


@pytest.mark.parametrize("code", ["", "a" * 26, "'; DROP TABLE invites; --", "٣" * 26])
def test_a_code_that_was_never_given_is_refused(vault: Vault, code: str) -> None:
    vault.new_invite(ANN, Role.MONITOR, TOMORROW)
    with pytest.raises(InviteUnknown, match="E-INVITE-01"):
        vault.redeem_invite(code, 42, NOON)


def test_an_account_of_another_member_keeps_its_member_and_the_code_stays_good(vault: Vault) -> None:
    vault.add_person(BOB, name=None, telegram_id=42, language=None)
    code = vault.new_invite(ANN, Role.MONITOR, TOMORROW)
    with pytest.raises(TelegramTaken):
        vault.redeem_invite(code, 42, NOON)
    assert vault.member_by_telegram(42) == BOB
    assert vault.redeem_invite(code, 43, NOON) == ANN


def test_withdrawn_and_forgotten_invitations_are_void(vault: Vault) -> None:
    first = vault.new_invite(ANN, Role.MONITOR, TOMORROW)
    assert vault.withdraw_invites(ANN) == 1
    second = vault.new_invite(ANN, Role.MONITOR, TOMORROW)
    vault.forget(ANN)
    for code in (first, second):
        with pytest.raises(InviteUnknown):
            vault.redeem_invite(code, 42, NOON)


def test_of_many_who_come_at_once_one_gets_in(vault: Vault) -> None:
    code = vault.new_invite(ANN, Role.MONITOR, TOMORROW)

    def come(telegram_id: int) -> str:
        try:
            return vault.redeem_invite(code, telegram_id, NOON)
        except LedgerError as refusal:
            return refusal.code

    with ThreadPoolExecutor(8) as pool:
        answers = sorted(pool.map(come, range(100, 108)))
    assert answers == ["E-INVITE-02"] * 7 + [ANN]
