"""Who is forgotten is gone from the vault for good, and every figure and proof stands."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from desk.desk import opened
from desk.people import Caller
from ledger.domain.values import Role
from ledger.errors import NoSuchMember, RoleForbids
from ledger.vault import Vault
from tests.desk.scene import WORDS, Scene, on_disk, strike

ACCOUNT = 5_512_340_001


def test_forgetting_destroys_name_account_and_words_and_leaves_the_figures(scene: Scene) -> None:
    people = scene.desk.people
    rami = people.redeem(people.invite(Role.MONITOR, scene.operator, "rami of hayt").code, ACCOUNT)
    report = scene.submit(strike(), by=rami, author=rami.member_id)
    before = scene.desk.log.root_at(report.position)
    scene.forget(rami)
    assert people.by_telegram(ACCOUNT) is None
    assert people.name_of(rami.member_id) is None
    assert scene.desk.vault.read(report.report_id) is None
    with pytest.raises(NoSuchMember):
        people.named("rami of hayt")
    assert scene.desk.log.root_at(report.position) == before
    assert people.roles(rami.member_id) == frozenset()
    assert all(WORDS.encode() not in content for content in on_disk(scene.settings.home).values())


_THEIRS = (
    "SELECT wrapped_key FROM members WHERE member_id = :them",
    "SELECT name_lookup FROM members WHERE member_id = :them",
    "SELECT telegram_lookup FROM members WHERE member_id = :them",
    "SELECT sealed FROM contacts WHERE member_id = :them",
    "SELECT content FROM words WHERE member_id = :them",
)


def test_no_file_of_the_home_keeps_a_trace_that_could_be_opened(scene: Scene) -> None:
    people = scene.desk.people
    rami = people.redeem(people.invite(Role.MONITOR, scene.operator, "rami of hayt").code, ACCOUNT)
    people.set_language(rami.member_id, "ar")
    scene.submit(strike(), by=rami, author=rami.member_id)
    with scene.desk.vault.reading.connect() as connection:
        found = [connection.execute(text(it), {"them": rami.member_id}).scalars().all() for it in _THEIRS]
    traces = [trace for some in found for trace in some]
    assert all(found)
    held = b"".join(on_disk(scene.settings.home).values())
    assert all(trace in held for trace in traces)  # the search would find them
    scene.forget(rami)
    canaries = [WORDS.encode(), b"rami of hayt", str(ACCOUNT).encode()]
    for when in ("while it is open", "after it was closed"):
        for name, content in on_disk(scene.settings.home).items():
            assert [trace for trace in (*traces, *canaries) if trace in content] == [], (when, name)
        scene.desk.close()


def test_a_bulletin_whose_first_sender_was_forgotten_is_still_one_report(scene: Scene) -> None:
    first = scene.submit(strike(), by=scene.salma)
    scene.forget(scene.salma)
    before = scene.position
    again = scene.submit(strike(), by=scene.omar)
    assert (again.report_id, again.drafts[0].again, scene.position) == (first.report_id, True, before)
    more = scene.submit(strike(), strike(2), by=scene.omar)
    assert [entry.kind for it in more.drafts[1:] for entry in it.entries] == ["strike_reported"]
    assert scene.desk.vault.read(first.report_id) is None


def test_who_was_forgotten_reports_nothing(scene: Scene) -> None:
    scene.forget(scene.salma)
    before = scene.position
    with pytest.raises(RoleForbids):
        scene.submit(strike(), by=scene.salma)
    assert scene.position == before


def test_only_an_admin_forgets(scene: Scene) -> None:
    with pytest.raises(RoleForbids):
        scene.desk.people.forget(scene.salma.member_id, scene.yara)
    assert scene.desk.people.name_of(scene.salma.member_id) == "salma"


@pytest.mark.parametrize("name", ["rami", None])
def test_what_a_crash_left_of_the_forgotten_is_destroyed_when_the_home_is_opened(
    scene: Scene, monkeypatch: pytest.MonkeyPatch, name: str | None
) -> None:
    people = scene.desk.people
    member_id = people.invite(Role.MONITOR, scene.operator, name).member_id
    people.join(member_id)
    report = scene.submit(strike(), by=Caller(member_id), author=member_id)

    def crash(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr(Vault, "forget", crash)
        with pytest.raises(KeyboardInterrupt):
            scene.forget(Caller(member_id))
    assert scene.desk.vault.read(report.report_id) is not None
    with opened(scene.settings, clock=scene.clock, unsafe=True) as again:
        assert again.vault.read(report.report_id) is None
        assert again.people.name_of(member_id) is None
