"""docs/access.md, its tables written from the table of access: ``python -m tests.house.access_doc``."""

from __future__ import annotations

from collections.abc import Iterable

from ledger.domain.access import COMMANDS, DOORS, Roles
from ledger.domain.values import Role
from tests.house.tree import REPOSITORY

PAGE = REPOSITORY / "docs" / "access.md"

HEAD = """# Who may do what

Written from `ledger/domain/access.py` by `python -m tests.house.access_doc`; a test fails when the two differ, when a
command has no row, and when any cell does not hold. What has no row is open to nobody.

- A **reader** is anybody who holds no other role, strangers included. Readers are told reviewed values only; members
  are told everything, with its status.
- A role opens a door and no more. Nobody reviews what they reported themselves; large falls and retractions take two
  reviewers; people correct their own reports only. Those rules are in `decide`, whatever the role.
- A role that is taken back is gone with the next command, button or message, also of somebody who has the bot open.
- **Forgetting somebody takes two admins** and one of four reasons: own wish, danger, legal duty, entered by mistake.
  The operator at the command line counts as one of the two, and the entry says so. A person's own wish (`ledger
  member forget-me`, `/forgetme`) is on record at once and does not stand for an admin's word: whoever holds a seized
  phone could state it too.
- Whoever sits at the command line can speak as any member (`--as`), since the machine is theirs. What they do stays
  in the log.
"""


def command_of(door: str) -> str:
    """The command of a door; some have one more for what an option opens."""
    return door.removesuffix(" --key").removesuffix(" without --bare")


def page() -> str:
    return HEAD + "".join(
        f"\n## {title}\n\n{_table(rows)}"
        for title, rows in (
            ("At the command line", _named("ledger ")),
            ("In the bot", _named("bot ")),
            ("What the ledger records", [(f"`{kind.__name__}`", row) for kind, row in COMMANDS.items()]),
        )
    )


def _named(start: str) -> list[tuple[str, Roles]]:
    return [(f"`{door if start == 'ledger ' else door.removeprefix(start)}`", row)
            for door, row in DOORS.items() if door.startswith(start)]  # fmt: skip


def _table(rows: Iterable[tuple[str, Roles]]) -> str:
    head = "| | " + " | ".join(role.value for role in Role) + " |\n|---" + "|:-:" * len(Role) + "|\n"
    return head + "".join(
        f"| {name} | " + " | ".join("yes" if role in row else "–" for role in Role) + " |\n" for name, row in rows
    )


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
