"""docs/rules.md, written from the list of the reader's rules: ``python -m tests.house.rules_doc``."""

from __future__ import annotations

from ledger.intake.rules import GROUPS, rules
from tests.house.tree import REPOSITORY

PAGE = REPOSITORY / "docs" / "rules.md"

HEAD = """# Rules of the reader

Every rule by the name that `ledger extract --explain` gives it. Written from `ledger/data/rules.yaml` by
`python -m tests.house.rules_doc`; a test fails when the two differ, or when the code names a rule that is not here.
"""

TITLES = {
    "draft": "What makes a draft",
    "veto": "What keeps a passage from becoming one",
    "actor": "What tells who acts",
    "flag": "What a reviewer should know of a draft",
}


def page(listed: dict[str, dict[str, str]]) -> str:
    return HEAD + "".join(_table(TITLES[group], listed[group]) for group in GROUPS)


def _table(title: str, rows: dict[str, str]) -> str:
    lines = "".join(f"| `{name}` | {words} |\n" for name, words in rows.items())
    return f"\n## {title}\n\n| name | meaning |\n|---|---|\n{lines}"


if __name__ == "__main__":
    PAGE.write_text(page(rules()), encoding="utf-8")
