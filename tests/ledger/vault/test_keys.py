"""The key files: made once, for their owner only, and never silently replaced."""

from __future__ import annotations

import secrets
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from ledger.errors import KeysExposed, KeysUnusable
from ledger.vault.keys import Keys
from tests.ledger.vault.conftest import open_vault


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_keys_are_made_on_first_use_for_their_owner_only(tmp_path: Path) -> None:
    folder = tmp_path / "home" / "keys"
    keys = Keys.open(folder)
    assert mode(folder) == 0o700
    assert sorted(path.name for path in folder.iterdir()) == ["pepper", "vault.key"]
    assert {mode(path) for path in folder.iterdir()} == {0o600}
    assert len(keys.wrapping) == len(keys.pepper) == 32
    assert keys.wrapping != keys.pepper
    assert Keys.open(folder) == keys


def test_the_vault_file_is_its_owners_only(tmp_path: Path) -> None:
    vault = open_vault(tmp_path)
    vault.keep("R-1/0", b"calm", member_id=None, kind="report")
    assert {mode(file) for file in tmp_path.glob("vault.db*")} == {0o600}
    vault.close()


@pytest.mark.parametrize("name", ["vault.key", "pepper"])
@pytest.mark.parametrize("wrong", [0o640, 0o604, 0o620, 0o666])
def test_a_key_that_others_may_reach_is_refused(tmp_path: Path, name: str, wrong: int) -> None:
    open_vault(tmp_path).close()
    (tmp_path / "keys" / name).chmod(wrong)
    with pytest.raises(KeysExposed, match=rf"E-KEY-01 .*{name}.* chmod 600"):
        open_vault(tmp_path)


def test_a_folder_of_keys_that_others_may_enter_is_refused(tmp_path: Path) -> None:
    open_vault(tmp_path).close()
    (tmp_path / "keys").chmod(0o755)
    with pytest.raises(KeysExposed, match="chmod 700"):
        open_vault(tmp_path)


def test_an_empty_folder_made_beforehand_is_closed_to_others(tmp_path: Path) -> None:
    (tmp_path / "keys").mkdir(mode=0o755)
    open_vault(tmp_path).close()
    assert mode(tmp_path / "keys") == 0o700


def test_a_file_that_is_no_key_is_refused(tmp_path: Path) -> None:
    open_vault(tmp_path).close()
    (tmp_path / "keys" / "pepper").write_bytes(b"short")
    with pytest.raises(KeysUnusable, match=r"E-KEY-02 .*32 bytes"):
        open_vault(tmp_path)


def test_a_link_in_place_of_a_key_is_refused(tmp_path: Path) -> None:
    open_vault(tmp_path).close()
    pepper = tmp_path / "keys" / "pepper"
    pepper.rename(tmp_path / "elsewhere")
    pepper.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(KeysUnusable):
        open_vault(tmp_path)


@pytest.mark.parametrize("name", ["vault.key", "pepper"])
def test_a_lost_key_is_not_replaced_without_a_word(tmp_path: Path, name: str) -> None:
    open_vault(tmp_path).close()
    (tmp_path / "keys" / name).unlink()
    with pytest.raises(KeysUnusable, match="E-KEY-02"):
        open_vault(tmp_path)
    assert not (tmp_path / "keys" / name).exists()


def test_many_who_start_together_agree_on_one_key(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        opened = list(pool.map(lambda _: Keys.open(tmp_path / "keys"), range(8)))
    assert len({(keys.wrapping, keys.pepper) for keys in opened}) == 1
    assert len(list((tmp_path / "keys").iterdir())) == 2


def test_who_makes_a_key_second_takes_the_first_ones(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, first = tmp_path / "keys", list[Keys]()
    real = secrets.token_bytes

    def overtaken(size: int) -> bytes:
        monkeypatch.setattr(secrets, "token_bytes", real)
        first.append(Keys.open(folder))  # somebody else does it all just before our key is in place
        return real(size)

    monkeypatch.setattr(secrets, "token_bytes", overtaken)
    assert Keys.open(folder) == first[0] == Keys.open(folder)
    assert len(list(folder.iterdir())) == 2


def test_keys_do_not_show_themselves(tmp_path: Path) -> None:
    keys = Keys.open(tmp_path / "keys")
    assert repr(keys.wrapping) not in repr(keys)
    assert keys.wrapping not in keys.fingerprint
    assert keys.lookup("telegram", "42") != keys.lookup("name", "42")
    assert keys.lookup("telegram", "42").hex() != keys.identity(b"42")
