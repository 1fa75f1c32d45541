"""People, words and forgetting: who can be found, what can be read, and what no file gives away."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from hashlib import sha256
from pathlib import Path

import pytest
from sqlalchemy import Column, MetaData, Table, Text, insert, select, text

from ledger.errors import NameTaken, NoSuchPerson, SealBroken, TelegramTaken, WasForgotten, WordsDiffer
from ledger.vault import Vault, new_member_id
from tests.ledger.vault.conftest import NOON, open_vault

ANN, BOB = "M-" + "a" * 26, "M-" + "b" * 26
CANARIES = ("Canary-Name-Zenobia", "7700900123", "the canary saw four trucks at the mill", "a canary draft")


def fill(vault: Vault) -> None:
    vault.add_person(ANN, name=CANARIES[0], telegram_id=int(CANARIES[1]), language="ar")
    vault.keep("R-1/0", CANARIES[2].encode(), member_id=ANN, kind="report")
    vault.keep("R-2/0", CANARIES[2].encode(), member_id=None, kind="report")


def bytes_on_disk(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in folder.glob("vault.db*"))


def test_a_member_id_is_128_random_bits_and_says_nothing() -> None:
    ids = {new_member_id() for _ in range(1_000)}
    assert len(ids) == 1_000
    assert all(re.fullmatch(r"M-[0-7][0-9a-hjkmnp-tv-z]{25}", member_id) for member_id in ids)


def test_a_person_is_found_by_name_and_account_and_read_back(vault: Vault) -> None:
    vault.add_person(ANN, name="Salma  Al-Ḥasan", telegram_id=42, language="ar")
    assert vault.member_named("salma al-ḥasan") == ANN
    assert vault.member_by_telegram(42) == ANN
    assert (vault.name_of(ANN), vault.telegram_of(ANN), vault.language_of(ANN)) == ("Salma  Al-Ḥasan", 42, "ar")
    assert (vault.member_named("nobody"), vault.member_by_telegram(43), vault.name_of(BOB)) == (None, None, None)


def test_adding_the_same_person_again_changes_nothing(vault: Vault, tmp_path: Path) -> None:
    for _ in range(3):
        vault.add_person(ANN, name="Salma", telegram_id=42, language="ar")
    vault.add_person(ANN, name=None, telegram_id=None, language=None)
    assert (vault.name_of(ANN), vault.telegram_of(ANN), vault.language_of(ANN)) == ("Salma", 42, "ar")
    with vault.reading.connect() as connection:
        assert connection.execute(text("SELECT max(version) FROM contacts")).scalar_one() == 1
    reopened = open_vault(tmp_path)
    assert reopened.name_of(ANN) == "Salma"
    reopened.close()


def test_what_changes_is_read_as_it_is_now(vault: Vault) -> None:
    vault.add_person(ANN, name="Salma", telegram_id=42, language="ar")
    vault.set_language(ANN, "en")
    vault.bind_telegram(ANN, 43)
    assert (vault.language_of(ANN), vault.telegram_of(ANN)) == ("en", 43)
    assert (vault.member_by_telegram(42), vault.member_by_telegram(43)) == (None, ANN)


def test_a_name_or_account_of_another_member_is_refused(vault: Vault) -> None:
    vault.add_person(ANN, name="Salma", telegram_id=42, language=None)
    with pytest.raises(NameTaken, match="E-VAULT-04"):
        vault.add_person(BOB, name="SALMA", telegram_id=None, language=None)
    with pytest.raises(TelegramTaken, match="E-VAULT-05"):
        vault.bind_telegram(BOB, 42)
    assert (vault.name_of(BOB), vault.member_by_telegram(42)) == (None, ANN)


def test_words_are_kept_once_under_their_id(vault: Vault) -> None:
    vault.add_person(ANN, name=None, telegram_id=None, language=None)
    commitment = vault.keep("R-1/0", b"four trucks", member_id=ANN, kind="report")
    assert re.fullmatch(r"[0-9a-f]{64}", commitment)
    assert vault.keep("R-1/0", b"four trucks", member_id=ANN, kind="report") == commitment
    assert vault.read("R-1/0") == b"four trucks"
    for content, kind in ((b"five trucks", "report"), (b"four trucks", "reason")):
        with pytest.raises(WordsDiffer, match="E-VAULT-02"):
            vault.keep("R-1/0", content, member_id=ANN, kind=kind)
    assert vault.read("R-1/0") == b"four trucks"
    assert vault.read("R-9/0") is None


def test_the_same_words_twice_have_two_commitments_that_both_hold(vault: Vault) -> None:
    first = vault.keep("R-1/0", b"calm", member_id=None, kind="report")
    second = vault.keep("R-2/0", b"calm", member_id=None, kind="report")
    assert first != second
    assert sha256(b"calm").hexdigest() not in (first, second)
    assert vault.commitment_holds("R-1/0")
    assert vault.commitment_holds("R-1/0", first)
    assert not vault.commitment_holds("R-1/0", second)
    assert not vault.commitment_holds("R-9/0")


def test_the_same_report_has_the_same_identity_only_under_the_same_pepper(vault: Vault, tmp_path: Path) -> None:
    assert vault.identify(b"calm") == vault.identify(b"calm") != vault.identify(b"calm.")
    other = open_vault(tmp_path / "elsewhere")
    assert other.identify(b"calm") != vault.identify(b"calm")
    other.close()


def test_words_of_somebody_whom_the_vault_does_not_know_are_refused(vault: Vault) -> None:
    with pytest.raises(NoSuchPerson, match="E-VAULT-01"):
        vault.keep("R-1/0", b"calm", member_id=ANN, kind="report")
    with pytest.raises(NoSuchPerson):
        vault.seal(ANN, b"draft 1", b"calm")


def test_no_file_holds_a_name_an_account_or_private_words(vault: Vault, tmp_path: Path) -> None:
    fill(vault)
    sealed = vault.seal(ANN, b"draft 1", CANARIES[3].encode())
    vault.keep("B-1", b"a published bulletin", member_id=None, kind="report", public=True)
    held = bytes_on_disk(tmp_path)
    assert b"a published bulletin" in held  # the search would find what lies open
    for canary in CANARIES:
        for form in (canary.encode(), canary.casefold().encode(), sha256(canary.encode()).digest()):
            assert form not in held + sealed


def test_forgetting_leaves_nothing_to_read_and_no_key_to_read_it_with(vault: Vault, tmp_path: Path) -> None:
    fill(vault)
    vault.keep("B-1", b"a published bulletin", member_id=ANN, kind="report", public=True)
    box = vault.seal(ANN, b"draft 1", b"a canary draft")
    with vault.reading.connect() as connection:
        queries = ("SELECT wrapped_key FROM members", "SELECT sealed FROM contacts", "SELECT content FROM words "
                   "WHERE words_id = 'R-1/0'")  # fmt: skip
        secrets = [secret for query in queries for secret in connection.execute(text(query)).scalars()]
    assert all(secret in bytes_on_disk(tmp_path) for secret in secrets)
    vault.forget(ANN)
    assert not any(secret in bytes_on_disk(tmp_path) for secret in secrets)
    assert (vault.name_of(ANN), vault.telegram_of(ANN), vault.language_of(ANN)) == (None, None, None)
    assert (vault.member_named(CANARIES[0]), vault.member_by_telegram(int(CANARIES[1]))) == (None, None)
    assert vault.read("R-1/0") is None
    assert not vault.commitment_holds("R-1/0")
    assert vault.open_sealed(ANN, b"draft 1", box) is None
    assert vault.read("R-2/0") == CANARIES[2].encode()  # nobody's, so still there
    assert vault.read("B-1") == b"a published bulletin"
    vault.forget(ANN)


def test_the_forgotten_stay_forgotten_and_their_account_is_free(vault: Vault) -> None:
    fill(vault)
    vault.forget(ANN)
    with pytest.raises(WasForgotten):
        vault.add_person(ANN, name="Ann", telegram_id=None, language=None)
    with pytest.raises(WasForgotten):
        vault.keep("R-3/0", b"calm", member_id=ANN, kind="report")
    with pytest.raises(WasForgotten):
        vault.seal(ANN, b"draft 1", b"calm")
    vault.add_person(BOB, name=CANARIES[0], telegram_id=int(CANARIES[1]), language=None)
    assert vault.member_named(CANARIES[0]) == BOB


@pytest.mark.parametrize(
    "move",
    [
        "UPDATE words SET content = (SELECT content FROM words WHERE words_id = 'R-2/0')",
        "UPDATE words SET kind = 'reason'",
        f"UPDATE words SET member_id = '{BOB}' WHERE words_id = 'R-1/0'",
        "UPDATE words SET member_id = NULL",
        "UPDATE words SET commitment = (SELECT commitment FROM words WHERE words_id = 'R-2/0')",
        "UPDATE words SET content = 'plain'",
        "UPDATE words SET public = 1",
        f"UPDATE members SET wrapped_key = (SELECT wrapped_key FROM members WHERE member_id = '{BOB}')",
    ],
)
def test_a_row_that_was_moved_or_changed_is_refused(vault: Vault, move: str) -> None:
    fill(vault)
    vault.add_person(BOB, name="Bob", telegram_id=None, language=None)
    with vault.engine.begin() as connection:
        connection.execute(text(move))
    with pytest.raises(SealBroken, match="E-VAULT-03"):
        vault.read("R-1/0")
    if "wrapped_key" not in move:
        assert not vault.commitment_holds("R-1/0")


@pytest.mark.parametrize("change", ["version = version + 1", "sealed = x'01' || randomblob(40)"])
def test_a_contact_that_was_moved_or_changed_is_refused(vault: Vault, change: str) -> None:
    fill(vault)
    with vault.engine.begin() as connection:
        connection.execute(text(f"UPDATE contacts SET {change}"))
    with pytest.raises(SealBroken):
        vault.name_of(ANN)


def test_a_name_moved_to_another_member_is_refused(vault: Vault) -> None:
    fill(vault)
    vault.add_person(BOB, name=None, telegram_id=None, language=None)
    with vault.engine.begin() as connection:
        connection.execute(text(f"UPDATE contacts SET member_id = '{BOB}'"))
    with pytest.raises(SealBroken):
        vault.name_of(BOB)


def test_private_rows_of_others_open_only_in_their_place(vault: Vault) -> None:
    fill(vault)
    vault.add_person(BOB, name=None, telegram_id=None, language=None)
    for member_id in (ANN, None):
        box = vault.seal(member_id, b"inbox 7", b"hello")
        assert vault.open_sealed(member_id, b"inbox 7", box) == b"hello"
        for other, place in ((member_id, b"inbox 8"), (BOB, b"inbox 7")):
            with pytest.raises(SealBroken):
                vault.open_sealed(other, place, box)


def test_the_bot_can_keep_its_own_tables_in_the_same_file(vault: Vault) -> None:
    inbox = Table("inbox", MetaData(), Column("update_id", Text, primary_key=True))
    with vault.engine.begin() as connection:
        inbox.create(connection)
        connection.execute(insert(inbox).values(update_id="7"))
        assert vault.member_by_telegram(1) is None  # reading goes on meanwhile
    with vault.reading.connect() as connection:
        assert connection.execute(select(inbox.c.update_id)).scalar_one() == "7"


def test_words_that_no_event_knows_are_swept_once_they_are_old(vault: Vault) -> None:
    for words_id in ("R-1/0", "R-2/0"):
        vault.keep(words_id, b"calm", member_id=None, kind="report")
    assert vault.sweep(lambda words_id: False, NOON) == 0
    assert vault.sweep(lambda words_id: words_id == "R-1/0", NOON + timedelta(hours=1)) == 1
    assert (vault.read("R-1/0"), vault.read("R-2/0")) == (b"calm", None)


def test_eight_at_once_add_one_person(vault: Vault) -> None:
    def add(_: int) -> None:
        vault.add_person(ANN, name="Salma", telegram_id=42, language="ar")
        vault.keep("R-1/0", b"calm", member_id=ANN, kind="report")

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(add, range(24)))
    assert (vault.name_of(ANN), vault.read("R-1/0")) == ("Salma", b"calm")
