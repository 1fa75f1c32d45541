"""The doors of the command line and the bot, written out once more by hand: a slip in the table shows."""

from __future__ import annotations

import pytest

from ledger.domain.access import COMMANDS, DOORS, check_door, may
from ledger.domain.values import Role
from ledger.errors import RoleForbids

R, M, V, A, D = Role.READER, Role.MONITOR, Role.REVIEWER, Role.AUDITOR, Role.ADMIN

BY_ROLES = {
    (D,): """
        ledger member invite, ledger member list, ledger member grant, ledger member revoke, ledger member forget,
        ledger import tolls, ledger import ministry, ledger import losses, ledger import events,
        ledger import ucdp, ledger import acled, ledger import hxl,
        bot /invite
    """,
    (A, D): "ledger rebuild, ledger export events",
    (V, D): """
        ledger review accept, ledger review corroborate, ledger review confirm, ledger review contest,
        ledger review reject, ledger review unverifiable, ledger review retract, ledger review merge,
        ledger review split, ledger review distinct, ledger review grade,
        ledger review correct, ledger review reinstate, ledger review disjoint, ledger review overlapping,
        bot /queue, bot /accept, bot /reject, bot button q
    """,
    (M, V, D): "ledger report, ledger cite, bot report, bot edit, bot button s",
    (M, V, A, D): """
        ledger explain, ledger diff, ledger replay --key, ledger prove without --bare, ledger review list,
        ledger review duplicates
    """,
    (R, M, V, A, D): """
        ledger extract, ledger extract-batch, ledger demo, ledger toll, ledger sum, ledger history, ledger picture,
        ledger conflicts, ledger reconcile,
        ledger changes, ledger replay, ledger status, ledger checkpoint, ledger verify, ledger prove,
        ledger verify-proof, ledger witness, ledger audit, ledger publish, ledger conformance, ledger member forget-me,
        ledger export ucdp, ledger export acled, ledger export geojson, ledger itemised,
        ledger export corrections, ledger export hxl, ledger export datapackage,
        bot /start, bot /help, bot /cancel, bot /language, bot /toll, bot /history, bot /forgetme,
        bot button t, bot button h, bot button p, bot button l, bot button f
    """,
}
EXPECTED = {" ".join(door.split()): frozenset(roles) for roles, doors in BY_ROLES.items() for door in doors.split(",")}


def test_every_door_is_open_to_whom_this_page_says_and_to_nobody_else() -> None:
    assert DOORS == EXPECTED, "write a new row of ledger/domain/access.py on this page too"


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("door", sorted(EXPECTED))
def test_a_role_passes_the_doors_that_are_open_to_it(door: str, role: Role) -> None:
    if role in EXPECTED[door]:
        check_door(door, [role])
    else:
        with pytest.raises(RoleForbids, match=f"{door} is not open to {role.value}"):
            check_door(door, [role])


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("door", ["ledger nonsense", "ledger", "bot", "", "LEDGER TOLL", "ledger toll "])
def test_what_has_no_row_is_open_to_nobody(door: str, role: Role) -> None:
    with pytest.raises(RoleForbids):
        check_door(door, [role])


def test_who_holds_no_role_is_a_reader_and_one_good_role_is_enough() -> None:
    assert may(frozenset({R}), [])
    assert not may(frozenset({D}), [])
    check_door("ledger member list", [Role.READER, Role.ADMIN])


def test_an_admin_passes_everywhere_and_a_reader_nowhere_that_others_do_not() -> None:
    rows = [*DOORS.values(), *COMMANDS.values()]
    assert all(Role.ADMIN in row for row in rows)
    assert all(row == frozenset(Role) for row in rows if Role.READER in row)
