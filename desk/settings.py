"""Environment and ``.env`` file to typed settings; nothing else in the product reads the environment."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from ledger.errors import SettingUnusable


class Settings(BaseSettings):
    """What may be set; docs/settings.md is written from this."""

    model_config = SettingsConfigDict(env_prefix="LEDGER_", env_file=".env", extra="ignore", env_ignore_empty=True)

    home: Path = Field(Path("ledger-home"), description="The folder that holds log, vault and keys.")
    keys: Path | None = Field(
        None, description="The folder of the vault's keys, for another disk; else `keys` in the home."
    )
    database_url: str | None = Field(
        None, description="The log and its read models, as a SQLite URL or path; else `ledger.db` in the home."
    )
    vault_url: str | None = Field(
        None, description="People and their words, as a SQLite URL or path; else `vault.db` in the home."
    )
    origin: str | None = Field(
        None,
        description="The name of the log in its checkpoints, best an address of yours such as `ledger.example/syria`, "
        "given before the first is signed; else it is named after its key.",
    )
    field_source: str = Field(
        "Field monitors", description="The source that a monitor's own words are recorded under; never a person."
    )
    member: str = Field("operator", description="Who acts at the command line, as `--as` says it.")
    actors_file: Path | None = Field(
        None, description="A CSV file of your own parties, which adds to the list of parties; see docs/parties.md."
    )
    places_file: Path | None = Field(
        None, description="A CSV file of your own places, which adds to the list of places; see docs/places.md."
    )
    telegram_bot_token: SecretStr | None = Field(
        None, validation_alias="TELEGRAM_BOT_TOKEN", description="The bot's token from BotFather."
    )
    telegram_api_url: str | None = Field(
        None,
        validation_alias="TELEGRAM_API_URL",
        description="Base of another Bot API server, as `http://127.0.0.1:8081`; else Telegram's own.",
    )
    admin_ids: Annotated[tuple[int, ...], NoDecode] = Field(
        (), description="Telegram ids of the first admins, separated by commas."
    )

    @field_validator("admin_ids", mode="before")
    @classmethod
    def _by_commas(cls, given: object) -> object:
        if not isinstance(given, str):
            return given
        return tuple(part.strip() for part in given.split(",") if part.strip())

    @property
    def keys_folder(self) -> Path:
        return self.keys or self.home / "keys"

    @property
    def tiles_folder(self) -> Path:
        return self.home / "tiles"

    @property
    def log_place(self) -> str | Path:
        return self.database_url or self.home / "ledger.db"

    @property
    def vault_place(self) -> str | Path:
        return self.vault_url or self.home / "vault.db"


def load_settings() -> Settings:
    """The settings of this process. Raises ``SettingUnusable`` naming the variable, never its value."""
    try:
        return Settings()
    except ValidationError as unfit:
        first = unfit.errors()[0]
        name = str(first["loc"][0]) if first["loc"] else "settings"
        variable = name.upper() if name.upper().startswith("TELEGRAM_") else f"LEDGER_{name.upper()}"
        raise SettingUnusable(variable, first["msg"]) from None
    except (UnicodeDecodeError, OSError) as unread:
        cause = unread.strerror if isinstance(unread, OSError) else "it is no UTF-8 text"
        raise SettingUnusable(str(Settings.model_config.get("env_file")), cause or "it cannot be read") from None
