"""AES-256-GCM with what a row is bound to as associated data, so that a row moved elsewhere does not open."""

from __future__ import annotations

import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_FORMAT = b"\x01"
_NONCE_SIZE = 12


class Unopened(Exception):
    """The key or the place is not the one it was sealed for, or the bytes were changed."""


def bound(*parts: str | bytes) -> bytes:
    """Parts as one text of bytes that no other parts make: each with its length before it."""
    encoded = [part.encode() if isinstance(part, str) else part for part in parts]
    return b"".join(len(part).to_bytes(4) + part for part in encoded)


def sealed(key: bytes, place: bytes, plain: bytes) -> bytes:
    """Format byte ‖ nonce ‖ ciphertext and tag; ``place`` must be given again to open it."""
    nonce = secrets.token_bytes(_NONCE_SIZE)
    return _FORMAT + nonce + AESGCM(key).encrypt(nonce, plain, _FORMAT + place)


def unsealed(key: bytes, place: bytes, box: bytes) -> bytes:
    """Inverse of ``sealed``. Raises ``Unopened``."""
    if not isinstance(box, bytes) or box[:1] != _FORMAT:
        raise Unopened("not a sealed value")
    nonce, ciphertext = box[1 : 1 + _NONCE_SIZE], box[1 + _NONCE_SIZE :]
    try:
        return AESGCM(key).decrypt(nonce, ciphertext, _FORMAT + place)
    except (InvalidTag, ValueError) as error:
        raise Unopened("sealed for another place, or changed") from error
