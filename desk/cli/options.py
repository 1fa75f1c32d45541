"""Options that several commands share."""

from __future__ import annotations

from typing import Annotated

import typer

Reasons = Annotated[
    list[str] | None,
    typer.Option(
        "--reason",
        metavar="CODE[=N]",
        help="Why, from the list, with the number it explains: found_alive=4. May be given again.",
    ),
]
