"""A report is recorded whole or not at all, once, with its words in the vault and its figures in the log."""

from __future__ import annotations

import pytest

from ledger.application import Ledger
from ledger.domain.values import Count, Quantifier, Role, exactly
from ledger.errors import (
    DraftUnknown,
    ImplausibleCount,
    InTheFuture,
    NegativeCount,
    NothingToRecord,
    RoleForbids,
    StoreUnwritable,
)
from ledger.intake.drafts import Draft
from projections.tolls import KeyFilter
from tests.desk.scene import AT_LEAST_62, JASIM, WORDS, Scene, feared, kinds, on_disk, strike, toll

LATER = "2018-08-02"


def test_a_report_is_recorded_with_all_that_is_confirmed(scene: Scene) -> None:
    before = scene.position
    submitted = scene.submit(strike(1), toll(AT_LEAST_62, 2), feared(3))
    assert [kinds(it) for it in submitted.drafts] == [
        ["strike_reported"],
        ["toll_opened", "toll_stated"],
        ["claim_noted"],
    ]
    assert submitted.position == scene.position == before + 5
    assert {entry.correlation for entry in scene.entries()[before:]} == {submitted.report_id}


def test_what_the_operator_enters_counts_and_what_a_monitor_enters_waits(scene: Scene) -> None:
    scene.submit(toll(62))
    scene.submit(toll(9, place=JASIM), by=scene.salma, text="other words")
    rows = scene.desk.queries.tolls(KeyFilter(), scene.desk.queries.moment())
    assert [(row.count.measure, row.status.value) for row in rows] == [(62, "uncorroborated"), (9, "received")]
    assert [item.waits for item in scene.desk.queries.queue()] == ["value"]


def test_only_what_is_confirmed_is_recorded(scene: Scene) -> None:
    prepared = scene.prepare(strike(1), strike(2, killed=exactly(8)))
    submitted = scene.desk.submission.submit(prepared, scene.operator, [2])
    assert [it.draft.number for it in submitted.drafts] == [2]
    assert [it.kind for it in scene.entries()].count("strike_reported") == 1


def test_nothing_confirmed_and_a_draft_that_is_not_there_are_refused(scene: Scene) -> None:
    before = scene.position
    with pytest.raises(NothingToRecord):
        scene.submit()
    with pytest.raises(NothingToRecord):
        scene.desk.submission.submit(scene.prepare(strike()), scene.operator, [])
    with pytest.raises(DraftUnknown, match="draft 9"):
        scene.desk.submission.submit(scene.prepare(strike()), scene.operator, [1, 9])
    assert scene.position == before


def test_preparing_records_nothing_and_keeps_no_words(scene: Scene) -> None:
    before = scene.position
    prepared = scene.prepare(strike(), toll(62, 2))
    assert [[event.kind for event in it.events] for it in prepared.drafts] == [
        ["strike_reported"],
        ["toll_opened", "toll_stated"],
    ]
    assert scene.position == before
    assert scene.desk.vault.read(prepared.report_id) is None


def test_the_same_report_twice_adds_nothing(scene: Scene) -> None:
    drafts = (strike(1), toll(62, 2, injured=exactly(9)), feared(3), toll(48, 4, place=None, cause="execution"))
    first = scene.submit(*drafts, scope=JASIM)
    again = scene.submit(*drafts, scope=JASIM)
    assert (again.report_id, again.position) == (first.report_id, first.position)
    assert all(it.again for it in again.drafts)
    assert not any(it.again for it in first.drafts)
    assert [it.entries for it in again.drafts] == [it.entries for it in first.drafts]


def test_the_same_report_by_somebody_else_is_one_report(scene: Scene) -> None:
    first = scene.submit(toll(62), by=scene.salma)
    again = scene.submit(toll(62), by=scene.omar)
    assert again.position == first.position
    assert all(it.again for it in again.drafts)


@pytest.mark.parametrize(
    ("draft", "day", "refusal"),
    [
        (strike(), "2018-09-01", InTheFuture),
        (toll(10**9), "2018-08-01", ImplausibleCount),
        (strike(killed=Count(low=10**9, qualifier=Quantifier.AT_LEAST)), "2018-08-01", ImplausibleCount),
        (strike(flags=("negative_number",), killed=None), "2018-08-01", NegativeCount),
    ],
)
def test_the_future_and_numbers_no_war_has_are_refused_before_they_are_confirmed(
    scene: Scene, draft: Draft, day: str, refusal: type[Exception]
) -> None:
    before = scene.position
    prepared = scene.prepare(strike(7), draft, day=day)
    assert isinstance(prepared.drafts[-1].refusal, refusal)
    with pytest.raises(refusal):
        scene.desk.submission.submit(prepared, scene.operator)
    assert scene.position == before


def test_a_refused_draft_can_be_left_out(scene: Scene) -> None:
    prepared = scene.prepare(toll(10**9, 1), strike(2))
    assert kinds(scene.desk.submission.submit(prepared, scene.operator, [2]).drafts[0]) == ["strike_reported"]


def test_words_are_in_the_vault_sealed_and_in_no_file_of_the_log(scene: Scene) -> None:
    scene.submit(strike(), toll(62, 2), feared(3), by=scene.salma, author=scene.salma.member_id)
    scene.submit(toll(66), by=scene.salma, day=LATER, text=WORDS + " And more.", author=scene.salma.member_id)
    report = scene.prepare(strike(), by=scene.salma, author=scene.salma.member_id).report_id
    assert scene.desk.vault.read(report) == WORDS.encode()
    files = on_disk(scene.settings.home)
    assert any(content for name, content in files.items() if name.startswith("ledger.db"))
    for name, content in files.items():
        assert WORDS[:24].encode() not in content, name
        assert b"salma" not in content, name


def test_a_published_bulletin_is_kept_for_all_and_by_nobody(scene: Scene) -> None:
    submitted = scene.submit(strike(), by=scene.salma, public=True)
    scene.forget(scene.salma)
    assert scene.desk.vault.read(submitted.report_id) == WORDS.encode()


def test_a_crash_between_vault_and_log_leaves_nothing_half_done(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    before = scene.position

    def crash(*_: object, **__: object) -> None:
        raise StoreUnwritable("the power went")

    with monkeypatch.context() as broken:
        broken.setattr(Ledger, "execute", crash)
        with pytest.raises(StoreUnwritable):
            scene.submit(strike(), toll(62, 2))
    assert scene.position == before
    submitted = scene.submit(strike(), toll(62, 2))
    assert not any(it.again for it in submitted.drafts)
    assert scene.submit(strike(), toll(62, 2)).position == submitted.position
    received = [it.event for it in scene.entries() if it.kind == "report_received"]
    assert len(received) == 1
    assert scene.desk.vault.commitment_holds(submitted.report_id, received[0].content)


def test_who_may_not_report_records_nothing_and_leaves_no_words(scene: Scene) -> None:
    stranger = scene.joined("auditor", Role.AUDITOR)
    prepared = scene.prepare(strike(), by=stranger)
    assert isinstance(prepared.drafts[0].refusal, RoleForbids)
    with pytest.raises(RoleForbids):
        scene.desk.submission.submit(prepared, stranger)
    assert scene.desk.vault.read(prepared.report_id) is None
