"""Every command, option and setting is documented, because the pages are written from the code."""

from __future__ import annotations

import re
from typing import Annotated

import pytest
import typer
from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

from ledger.domain.access import DOORS
from tests.house import access_doc, commands_doc, settings_doc

with_commands = pytest.mark.skipif(not commands_doc.exists(), reason="desk.cli is not built yet")
with_settings = pytest.mark.skipif(not settings_doc.exists(), reason="desk.settings is not built yet")


def small_app(*, with_chart: bool = True) -> typer.Typer:
    app = typer.Typer()
    review = typer.Typer(help="The queue.")

    @app.callback()
    def top(
        member: Annotated[str, typer.Option("--as", envvar="LEDGER_MEMBER", help="Who asks.")] = "operator",
    ) -> None:
        """A ledger."""

    @app.command()
    def status() -> None:
        """How it is."""

    if with_chart:

        @app.command()
        def history(
            key: Annotated[str | None, typer.Argument(help="A toll key.")] = None,
            chart: Annotated[str, typer.Option("--chart", "-c", help="PNG | file.")] = "",
            as_json: Annotated[bool, typer.Option("--json/--no-json", help="JSON Lines.")] = False,
        ) -> None:
            """One toll."""

    @review.command("accept")
    def accept(entry: str, reason: Annotated[str, typer.Option(help="Why.")]) -> None:
        """Agree.

        Example: ledger review accept I-1 --reason checked
        """

    app.add_typer(review, name="review")
    return app


def test_commands_are_listed_with_all_their_names() -> None:
    listed = commands_doc.commands(small_app())
    assert [command.name for command in listed] == [
        "ledger",
        "ledger status",
        "ledger history",
        "ledger review",
        "ledger review accept",
    ]
    page = commands_doc.page(listed)
    assert "| `--as` | `operator` | Who asks. Or by `LEDGER_MEMBER`. |" in page
    assert "| `[KEY]` |  | A toll key. |" in page
    assert "| `--chart`, `-c` |  | PNG \\| file. |" in page
    assert "| `--json`, `--no-json` |  | JSON Lines. |" in page
    assert "### ledger review accept\n\nAgree." in page
    assert "| `ENTRY` | required |  |" in page
    assert "| `--reason` | required | Why. |" in page


def test_a_command_that_the_page_lacks_is_seen() -> None:
    assert commands_doc.page(commands_doc.commands(small_app())) != commands_doc.page(
        commands_doc.commands(small_app(with_chart=False))
    )


class SmallSettings(BaseSettings):
    model_config = SettingsConfigDict(env_prefix="LEDGER_")

    home: str = Field("./ledger-home", description="Where everything is kept.")
    token: str | None = Field(None, validation_alias="TELEGRAM_BOT_TOKEN", description="From BotFather.")
    source: str = Field(description="The desk's own source.")


def test_settings_are_listed_by_their_variables() -> None:
    page = settings_doc.page(SmallSettings)
    assert "| `LEDGER_HOME` | `./ledger-home` | Where everything is kept. |" in page
    assert "| `TELEGRAM_BOT_TOKEN` |  | From BotFather. |" in page
    assert "| `LEDGER_SOURCE` | required | The desk's own source. |" in page


@with_commands
def test_the_page_of_commands_says_what_the_code_says() -> None:
    written = commands_doc.page(commands_doc.commands(commands_doc.ledger_app()))
    assert commands_doc.PAGE.read_text(encoding="utf-8") == written, "run python -m tests.house.commands_doc"


@with_commands
def test_every_command_has_help_with_an_example() -> None:
    listed = commands_doc.commands(commands_doc.ledger_app())
    leaves = [command for command in listed if not command.is_group]
    assert leaves
    # The global --as may stand between the two words: ledger --as salma review accept …
    shown = {c.name: re.sub(r"--as \w+ ", "", " ".join(c.help.split())) for c in leaves}
    assert [name for name, words in shown.items() if name not in words] == []


@with_commands
def test_every_option_says_what_it_means() -> None:
    listed = commands_doc.commands(commands_doc.ledger_app())
    completion = {"install_completion", "show_completion"}
    assert [
        f"{command.name} {commands_doc.spelling(parameter)}"
        for command in listed
        for parameter in command.parameters
        if not parameter.help and parameter.name not in completion
    ] == []


@with_settings
def test_the_page_of_settings_says_what_the_code_says() -> None:
    written = settings_doc.page(settings_doc.ledger_settings())
    assert settings_doc.PAGE.read_text(encoding="utf-8") == written, "run python -m tests.house.settings_doc"


@with_settings
def test_every_setting_says_what_it_means() -> None:
    fields = settings_doc.ledger_settings().model_fields
    assert [name for name, field in fields.items() if not field.description] == []


def test_the_page_of_access_says_what_the_table_says() -> None:
    assert access_doc.PAGE.read_text(encoding="utf-8") == access_doc.page(), "run python -m tests.house.access_doc"


@with_commands
def test_every_command_has_a_row_in_the_table_of_access_and_every_row_a_command() -> None:
    leaves = {command.name for command in commands_doc.commands(commands_doc.ledger_app()) if not command.is_group}
    rows = {access_doc.command_of(door) for door in DOORS if door.startswith("ledger ")}
    assert rows == leaves, "a command without a row in ledger/domain/access.py is open to nobody: say who may use it"
