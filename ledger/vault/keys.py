"""The two secrets that are kept outside the database: the key that wraps everybody's keys, and the pepper."""

from __future__ import annotations

import hmac
import os
import secrets
import stat
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand

from ledger.errors import KeysExposed, KeysUnusable
from ledger.files import sync_folder

KEY_SIZE = 32

_FOLDER_MODE = 0o700
_FILE_MODE = 0o600
_OTHERS = 0o077


@dataclass(frozen=True, slots=True, repr=False)
class Keys:
    """``wrapping`` wraps the key of each person; ``pepper`` makes look-ups useless without this file."""

    folder: Path
    wrapping: bytes
    pepper: bytes

    @classmethod
    def open(cls, folder: Path, *, make: bool = True) -> Keys:
        """Read ``vault.key`` and ``pepper``; made on first use, unless there is a vault that they are missing for.

        Raises ``KeysExposed`` or ``KeysUnusable``.
        """
        try:
            check_folder(folder)
            return cls(folder, secret_file(folder / "vault.key", make), secret_file(folder / "pepper", make))
        except OSError as error:
            raise KeysUnusable(str(error.filename or folder), f"cannot be used ({error.strerror})") from error

    @property
    def common(self) -> bytes:
        """The key of what belongs to no person."""
        return _derived(self.wrapping, b"common")

    @property
    def fingerprint(self) -> bytes:
        """Tells these keys from others and nothing else about them."""
        return _derived(self.wrapping, b"fingerprint") + _derived(self.pepper, b"fingerprint")

    def lookup(self, field: str, value: str) -> bytes:
        """What a person is found by: equal for equal values, and no way back without the pepper."""
        return hmac.digest(_derived(self.pepper, b"lookup " + field.encode()), value.encode(), sha256)

    def identity(self, content: bytes) -> str:
        """HMAC-SHA-256 under the pepper, in hex."""
        return hmac.digest(self.pepper, content, sha256).hex()


def _derived(key: bytes, purpose: bytes) -> bytes:
    return HKDFExpand(SHA256(), KEY_SIZE, b"incident-ledger " + purpose).derive(key)


def check_folder(folder: Path) -> None:
    """Make the folder of keys for its owner only. Raises ``KeysExposed``, or ``OSError``."""
    if not folder.exists():
        folder.mkdir(mode=_FOLDER_MODE, parents=True, exist_ok=True)
    elif not any(folder.iterdir()):
        folder.chmod(_FOLDER_MODE)  # nothing could have leaked from it yet
    mode = stat.S_IMODE(folder.stat().st_mode)
    if mode & _OTHERS:
        raise KeysExposed(str(folder), mode, _FOLDER_MODE)


def secret_file(path: Path, make: bool) -> bytes:
    """The 32 bytes of a file, made if asked for. Raises ``KeysExposed``, ``KeysUnusable`` or ``OSError``."""
    if make and not os.path.lexists(path):
        _make(path)
    opened = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC)
    with os.fdopen(opened, "rb") as file:
        state = os.fstat(file.fileno())
        key = file.read(KEY_SIZE + 1)
    if stat.S_IMODE(state.st_mode) & _OTHERS:
        raise KeysExposed(str(path), stat.S_IMODE(state.st_mode), _FILE_MODE)
    if not stat.S_ISREG(state.st_mode) or len(key) != KEY_SIZE:
        raise KeysUnusable(str(path), f"is not a file of {KEY_SIZE} bytes")
    return key


def _make(path: Path) -> None:
    """Write a new key beside its place, then link it there: whole or absent, and the first of two makers wins."""
    draft = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    opened = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, _FILE_MODE)
    try:
        with os.fdopen(opened, "wb") as file:
            file.write(secrets.token_bytes(KEY_SIZE))
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(draft, path)
        except FileExistsError:
            return
        sync_folder(path.parent)
    finally:
        draft.unlink()
