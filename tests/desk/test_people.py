"""People come by invitation, act in their roles, lose them at once, and are forgotten for good."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from threading import Barrier

import pytest

from desk.desk import Desk, opened, utc_now
from desk.people import INVITATION_LASTS, OPERATOR, Caller, People
from desk.settings import Settings
from ledger.domain.values import Role
from ledger.errors import (
    AlreadyMember,
    InviteExpired,
    InviteUnknown,
    InviteUsed,
    NoSuchMember,
    OwnRole,
    RoleForbids,
    RoleNotHeld,
    TelegramTaken,
    WordsUnfit,
)
from ledger.log import Recorded
from tests.desk.scene import Scene, strike

ACCOUNT, OTHER_ACCOUNT = 5_512_340_001, 5_512_340_002


def admins_made(desk: Desk) -> list[str]:
    return [it.stream_id for it in desk.log.after(0) if isinstance(it, Recorded) and it.kind == "role_granted"]


def test_the_operator_is_made_with_the_home_and_only_once(tmp_path: Path) -> None:
    settings = Settings(home=tmp_path / "home")
    for _ in range(3):
        with opened(settings, unsafe=True) as desk:
            operator = desk.people.operator()
            assert (operator.by_operator, desk.people.roles(operator.member_id)) == (True, {Role.ADMIN})
            assert admins_made(desk) == [operator.member_id]


def test_two_threads_that_ask_at_once_find_one_operator(tmp_path: Path) -> None:
    settings, together = Settings(home=tmp_path / "home"), Barrier(4)

    def arrive(_: int) -> str:
        together.wait()
        with opened(settings, clock=utc_now, unsafe=True) as desk:
            return desk.people.operator().member_id

    with ThreadPoolExecutor(4) as pool:
        found = set(pool.map(arrive, range(4)))
    with opened(settings, unsafe=True) as desk:
        assert admins_made(desk) == list(found)


def test_processes_that_open_a_new_home_at_once_make_one_operator(tmp_path: Path) -> None:
    home = tmp_path / "home"
    ledger = [str(Path(sys.executable).with_name("ledger")), "status"]
    runs = [
        subprocess.Popen(ledger, env={"LEDGER_HOME": str(home)}, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL)
        for _ in range(3)
    ]
    complaints = [run.communicate(timeout=60)[1].decode() for run in runs]
    assert ([run.returncode for run in runs], complaints) == ([0, 0, 0], ["", "", ""])
    with opened(Settings(home=home), unsafe=True) as desk:
        assert len(admins_made(desk)) == 1


def test_an_operator_whose_role_a_crash_left_out_is_given_it(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = Settings(home=scene.settings.home.parent / "another")

    def crash(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr(People, "_become_admin", crash)
        with pytest.raises(KeyboardInterrupt):
            Desk.open(settings, unsafe=True)
    with opened(settings, unsafe=True) as desk:
        assert desk.people.roles(desk.people.operator().member_id) == {Role.ADMIN}


def test_who_is_invited_by_name_joins_by_speaking(scene: Scene) -> None:
    people = scene.desk.people
    invitation = people.invite(Role.AUDITOR, scene.operator, "Rami")
    assert people.roles(invitation.member_id) == frozenset()
    assert people.named("rami") == Caller(invitation.member_id)
    assert people.roles(invitation.member_id) == {Role.AUDITOR}
    assert people.name_of(invitation.member_id) == "Rami"


def test_a_member_is_found_by_id_as_well(scene: Scene) -> None:
    assert scene.desk.people.named(scene.salma.member_id) == scene.salma
    assert scene.desk.people.named(OPERATOR) == scene.desk.people.named(scene.operator.member_id) == scene.operator


@pytest.mark.parametrize("name", ["nobody", "", "M-" + "0" * 26, "T-abcdefghjk", "R-0123456789", "M-"])
def test_nobody_by_a_name_is_said_so(scene: Scene, name: str) -> None:
    for ask in (scene.desk.people.named, scene.desk.people.member_id):
        with pytest.raises(NoSuchMember) as refused:
            ask(name)
        assert refused.value.code == "E-FIND-02"


@pytest.mark.parametrize("name", ["", "  ", "\t"])
def test_nobody_is_invited_under_no_name(scene: Scene, name: str) -> None:
    with pytest.raises(WordsUnfit):
        scene.desk.people.invite(Role.MONITOR, scene.operator, name)


def test_a_further_role_is_offered_to_a_member_who_is_there(scene: Scene) -> None:
    people = scene.desk.people
    scene.clock.tick()
    assert people.invite(Role.REVIEWER, scene.operator, "Salma").member_id == scene.salma.member_id
    people.named("salma")
    assert people.roles(scene.salma.member_id) == {Role.MONITOR, Role.REVIEWER}
    scene.clock.tick()
    with pytest.raises(AlreadyMember):
        people.invite(Role.REVIEWER, scene.operator, "salma")


def test_an_invitation_asked_for_again_has_a_new_code_and_the_old_one_is_void(scene: Scene) -> None:
    people = scene.desk.people
    first = people.invite(Role.MONITOR, scene.operator, "rami")
    before = scene.position
    scene.clock.tick()
    second = people.invite(Role.MONITOR, scene.operator, "rami")
    assert (second.member_id, scene.position) == (first.member_id, before)
    with pytest.raises(InviteUnknown):
        people.redeem(first.code, ACCOUNT)
    assert people.redeem(second.code, ACCOUNT).member_id == first.member_id


def test_only_an_admin_invites_again_too(scene: Scene) -> None:
    people = scene.desk.people
    invitation = people.invite(Role.MONITOR, scene.operator, "rami")
    scene.clock.tick()
    for caller in (scene.salma, scene.yara):
        with pytest.raises(RoleForbids):
            people.invite(Role.MONITOR, caller, "rami")
    with pytest.raises(RoleForbids):
        people.invite(Role.MONITOR, scene.yara, "leila")
    assert scene.desk.vault.member_named("leila") is None
    assert people.redeem(invitation.code, ACCOUNT).member_id == invitation.member_id


def test_a_code_makes_one_account_a_member_once(scene: Scene) -> None:
    people = scene.desk.people
    invitation = people.invite(Role.REVIEWER, scene.operator)
    assert people.by_telegram(ACCOUNT) is None
    caller = people.redeem(invitation.code.upper(), ACCOUNT)
    assert people.by_telegram(ACCOUNT) == caller == people.redeem(invitation.code, ACCOUNT)
    assert people.roles(caller.member_id) == {Role.REVIEWER}
    with pytest.raises(InviteUsed):
        people.redeem(invitation.code, OTHER_ACCOUNT)
    other = people.invite(Role.MONITOR, scene.operator)
    with pytest.raises(TelegramTaken):
        people.redeem(other.code, ACCOUNT)


def test_a_code_lasts_three_days(scene: Scene) -> None:
    people = scene.desk.people
    early, late = (people.invite(Role.MONITOR, scene.operator, name) for name in ("early", "late"))
    scene.clock.tick(INVITATION_LASTS / timedelta(seconds=1))
    people.redeem(early.code, ACCOUNT)
    scene.clock.tick(1)
    with pytest.raises(InviteExpired):
        people.redeem(late.code, OTHER_ACCOUNT)


def test_roles_are_granted_and_taken_back_at_once(scene: Scene) -> None:
    people = scene.desk.people
    people.grant(scene.salma.member_id, Role.REVIEWER, scene.operator)
    assert people.roles(scene.salma.member_id) == {Role.MONITOR, Role.REVIEWER}
    people.revoke(scene.salma.member_id, Role.MONITOR, scene.operator)
    people.revoke(scene.salma.member_id, Role.REVIEWER, scene.operator)
    with pytest.raises(RoleForbids):
        scene.submit(strike(), by=scene.salma)
    with pytest.raises(RoleNotHeld):
        people.revoke(scene.salma.member_id, Role.REVIEWER, scene.operator)


def test_an_invitation_taken_back_opens_nothing(scene: Scene) -> None:
    people = scene.desk.people
    invitation = people.invite(Role.MONITOR, scene.operator, "rami")
    people.revoke(invitation.member_id, Role.MONITOR, scene.operator)
    with pytest.raises(InviteUnknown):
        people.redeem(invitation.code, ACCOUNT)
    people.named("rami")
    assert people.roles(invitation.member_id) == frozenset()


def test_nobody_gives_themselves_a_role(scene: Scene) -> None:
    with pytest.raises(OwnRole):
        scene.desk.people.grant(scene.operator.member_id, Role.REVIEWER, scene.operator)
    with pytest.raises(RoleForbids):
        scene.desk.people.grant(scene.salma.member_id, Role.ADMIN, scene.salma)


def test_the_first_admin_of_the_settings_is_made_once_and_left_alone(scene: Scene) -> None:
    people = scene.desk.people
    admin = people.admin_by_telegram(ACCOUNT)
    assert people.roles(admin.member_id) == {Role.ADMIN}
    assert admin.by_operator is False
    people.revoke(admin.member_id, Role.ADMIN, scene.operator)
    before = scene.position
    assert people.admin_by_telegram(ACCOUNT) == admin
    assert (people.roles(admin.member_id), scene.position) == (frozenset(), before)


def test_a_member_who_is_named_in_the_settings_keeps_their_id(scene: Scene) -> None:
    people = scene.desk.people
    monitor = people.redeem(people.invite(Role.MONITOR, scene.operator).code, ACCOUNT)
    assert people.admin_by_telegram(ACCOUNT) == monitor
    assert people.roles(monitor.member_id) == {Role.MONITOR}


def test_a_language_is_remembered(scene: Scene) -> None:
    assert scene.desk.people.language_of(scene.salma.member_id) is None
    scene.desk.people.set_language(scene.salma.member_id, "ar")
    assert scene.desk.people.language_of(scene.salma.member_id) == "ar"
