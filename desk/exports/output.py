"""Where an export goes: a file that is there whole or not at all, a pipe, or stdout."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import rmtree

from desk.settings import Settings
from ledger.database import file_of
from ledger.errors import ExportIntoHome, ExportUnwritable

STDOUT = Path("-")


def write(out: Path, chunks: Iterable[str], *, private: bool = False) -> int:
    """Write text as UTF-8 to ``out``, ``-`` for stdout; the bytes written.

    A file is written beside its place and put there when it is whole; ``private`` lets only its owner read it. Raises
    ``ExportUnwritable``, and whatever ``chunks`` raise: what was there before is then untouched.
    """
    if out == STDOUT:
        return _print(chunks)
    try:
        target = out.resolve()  # of a link, what it leads to is replaced and not the link
        if target.exists() and not target.is_file() and not target.is_dir():
            with target.open("wb") as pipe:  # or a device: neither can be replaced
                return _pour(chunks, pipe.write)
        if target.is_dir():
            raise IsADirectoryError(0, "it is a folder")
        return _replace(target, chunks, private)
    except (OSError, RuntimeError) as error:  # the latter: links that lead in a circle
        cause = error.strerror if isinstance(error, OSError) else "its links lead in a circle"
        raise ExportUnwritable(str(out), cause or type(error).__name__) from error


@contextmanager
def whole_folder(out: Path) -> Iterator[Path]:
    """A folder to write into, which takes the place of ``out`` when the block ends well.

    Raises ``ExportUnwritable``: also where something is there, unless it is an empty folder, since files of an earlier
    export would stand among those of this one.
    """
    try:
        target = out.resolve()
        if target.exists() and (not target.is_dir() or any(target.iterdir())):
            raise FileExistsError(0, "it is there already, and no empty folder")
        part = target.with_name(f".{target.name[:60]}.{os.getpid()}.part")
        rmtree(part, ignore_errors=True)
        part.mkdir()
        try:
            yield part
            os.replace(part, target)
        finally:
            rmtree(part, ignore_errors=True)
    except (OSError, RuntimeError) as error:
        cause = error.strerror if isinstance(error, OSError) else "its links lead in a circle"
        raise ExportUnwritable(str(out), cause or type(error).__name__) from error


def not_into_home(out: Path, settings: Settings) -> None:
    """Raises ``ExportIntoHome`` where an export would take the place of what the home stands on."""
    target = Path(os.path.realpath(out))
    kept = [Path(os.path.realpath(file_of(place))) for place in (settings.log_place, settings.vault_place)]
    files = {path.with_name(path.name + ending) for path in kept for ending in ("", "-wal", "-shm", "-journal")}
    keys = Path(os.path.realpath(settings.keys_folder))
    if out != STDOUT and (target in files or keys in (target, *target.parents)):
        raise ExportIntoHome(str(out))


def _replace(target: Path, chunks: Iterable[str], private: bool) -> int:
    part = target.with_name(f".{target.name[:60]}.{os.getpid()}.part")
    part.unlink(missing_ok=True)  # of a process of the same number that was killed
    descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600 if private else 0o666)
    try:
        with os.fdopen(descriptor, "wb") as file:
            size = _pour(chunks, file.write)
            file.flush()
            os.fsync(descriptor)
        os.replace(part, target)
    finally:
        part.unlink(missing_ok=True)
    return size


def _print(chunks: Iterable[str]) -> int:
    """To stdout as UTF-8, whatever the terminal is said to read: a file made of it is the same everywhere."""
    sys.stdout.flush()
    binary = getattr(sys.stdout, "buffer", None)
    size = _pour(chunks, binary.write if binary is not None else lambda content: sys.stdout.write(content.decode()))
    sys.stdout.flush()
    return size


def _pour(chunks: Iterable[str], put: Callable[[bytes], object]) -> int:
    size = 0
    for chunk in chunks:
        content = chunk.encode()
        put(content)
        size += len(content)
    return size
