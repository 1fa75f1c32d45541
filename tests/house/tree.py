"""The repository's own files, as git sees them: tracked, or new and not ignored."""

from __future__ import annotations

import subprocess
from functools import cache
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
PACKAGES = ("ledger", "projections", "desk", "bot")


@cache
def files() -> tuple[Path, ...]:
    """Every file of the repository, relative to it, sorted; symbolic links and what git ignores left out."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=REPOSITORY,
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    named = {Path(name) for name in listed.split("\0") if name}
    return tuple(
        sorted(path for path in named if (REPOSITORY / path).is_file() and not (REPOSITORY / path).is_symlink())
    )


def python_files(*, product_only: bool = False) -> tuple[Path, ...]:
    """The Python sources; with ``product_only`` those of the four packages, without tests and benchmarks."""
    return tuple(path for path in files() if path.suffix == ".py" and (not product_only or path.parts[0] in PACKAGES))


def text(path: Path) -> str | None:
    """What stands in a file of the repository, or None if it is not UTF-8 text."""
    try:
        return (REPOSITORY / path).read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return None
