"""Settings come from the environment or a file beside us; what cannot be used is named, never shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from desk.settings import Settings, load_settings
from ledger.errors import SettingUnusable

SECRET = "12345:not-a-token-of-anybody"


@pytest.fixture(autouse=True)
def _elsewhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)


def test_without_any_setting_everything_is_under_one_folder_here() -> None:
    settings = load_settings()
    assert settings.home == Path("ledger-home")
    assert (settings.log_place, settings.vault_place) == (settings.home / "ledger.db", settings.home / "vault.db")
    assert settings.keys_folder == settings.home / "keys"
    assert settings.member == "operator"
    assert settings.admin_ids == ()


def test_the_environment_moves_each_part(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {"HOME": "/a", "KEYS": "/k", "DATABASE_URL": "/l.db", "VAULT_URL": "/v.db"}.items():
        monkeypatch.setenv(f"LEDGER_{name}", value)
    settings = load_settings()
    assert (settings.home, settings.keys_folder) == (Path("/a"), Path("/k"))
    assert (settings.log_place, settings.vault_place) == ("/l.db", "/v.db")


def test_an_empty_variable_is_one_that_is_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LEDGER_HOME", "LEDGER_DATABASE_URL", "LEDGER_ADMIN_IDS", "TELEGRAM_BOT_TOKEN"):
        monkeypatch.setenv(name, "")
    assert load_settings() == Settings()


def test_a_file_beside_us_is_read_and_the_environment_goes_before_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / ".env").write_text(f"LEDGER_HOME=from-file\nLEDGER_MEMBER=yara\nTELEGRAM_BOT_TOKEN={SECRET}\nOTHER=1\n")
    monkeypatch.setenv("LEDGER_HOME", "from-environment")
    settings = load_settings()
    assert (settings.home, settings.member) == (Path("from-environment"), "yara")
    assert settings.telegram_bot_token is not None
    assert settings.telegram_bot_token.get_secret_value() == SECRET


@pytest.mark.parametrize("written", ["1,2", " 1 , 2 ,", "1,2,"])
def test_admins_are_numbers_between_commas(monkeypatch: pytest.MonkeyPatch, written: str) -> None:
    monkeypatch.setenv("LEDGER_ADMIN_IDS", written)
    assert load_settings().admin_ids == (1, 2)


def test_a_setting_that_cannot_be_used_is_named_and_its_value_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LEDGER_ADMIN_IDS", f"1,{SECRET}")
    with pytest.raises(SettingUnusable) as refused:
        load_settings()
    assert "LEDGER_ADMIN_IDS" in str(refused.value)
    assert SECRET not in str(refused.value)


@pytest.mark.parametrize("content", [b"\xff\xfe\x00binary", b"LEDGER_HOME='unclosed\n", b"\x00\x00"])
def test_a_file_of_settings_that_cannot_be_read_is_refused_or_passed_over(content: bytes, tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes(content)
    try:
        settings = load_settings()
    except SettingUnusable as unusable:
        assert unusable.field == ".env"  # noqa: PT017
    else:
        assert settings.home == Path("ledger-home")


def test_a_token_never_shows_in_the_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", SECRET)
    assert SECRET not in repr(load_settings())
    assert SECRET not in str(load_settings().model_dump())
