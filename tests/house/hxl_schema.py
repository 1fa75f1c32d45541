"""desk/hxl-schema.json, written from the columns: ``python -m tests.house.hxl_schema``."""

from __future__ import annotations

import json

from desk.hxl_columns import schema_rows
from tests.house.tree import REPOSITORY

PAGE = REPOSITORY / "desk" / "hxl-schema.json"


def page() -> str:
    """The rules of our tables as an HXL schema, in JSON."""
    return json.dumps(schema_rows(), indent=1) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
