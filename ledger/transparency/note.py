"""Signed notes (c2sp.org/signed-note): a text, and lines in which named keys sign it; Ed25519 only.

Keys are written as Go's ``note`` package writes them: ``NAME+HASH+KEY`` to verify, ``PRIVATE+KEY+NAME+HASH+KEY`` to
sign. Signatures of keys that nobody trusts here are kept and told nothing of.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Self

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat

ED25519 = 1
COSIGNATURE = 4
"""Signature types: a note as it is, and a checkpoint with a time (c2sp.org/tlog-cosignature)."""

LARGEST = 1_000_000
MOST_SIGNATURES = 100
"""As Go's verifier has them: what is larger is no note of a log."""

_MARK = "— "
_PRIVATE = "PRIVATE+KEY+"


class NoteUnsound(Exception):
    """Not a signed note, or not signed by whom it should be; the text says why."""


class KeyUnfit(Exception):
    """Not a key as signed notes write them; never says what was given."""


@dataclass(frozen=True, slots=True)
class Signature:
    """One signature line; ``signed`` are the bytes behind the key's id."""

    name: str
    key_id: bytes
    signed: bytes

    @property
    def line(self) -> str:
        return f"{_MARK}{self.name} {base64.b64encode(self.key_id + self.signed).decode()}\n"


@dataclass(frozen=True, slots=True)
class Verifier:
    """A public key under a name; ``kind`` is its signature type."""

    name: str
    key: bytes
    kind: int = ED25519

    @property
    def key_id(self) -> bytes:
        """Four bytes that tell keys apart."""
        return key_id(self.name, self.kind, self.key)

    @property
    def text(self) -> str:
        return f"{self.name}+{self.key_id.hex()}+{base64.b64encode(bytes([self.kind]) + self.key).decode()}"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Raises ``KeyUnfit``."""
        name, _, rest = text.strip().partition("+")
        hashed, _, encoded = rest.partition("+")
        content = _key_bytes(encoded)
        made = cls(_fit_name(name), content[1:], content[0])
        if made.kind not in (ED25519, COSIGNATURE):
            raise KeyUnfit("the key is of a kind that is not known here")
        if made.key_id.hex() != hashed:
            raise KeyUnfit("the key is not the one that its own hash names")
        return made

    def holds(self, message: bytes, signed: bytes) -> bool:
        """Whether ``signed`` is this key's signature of the message."""
        try:
            Ed25519PublicKey.from_public_bytes(self.key).verify(signed, message)
        except (InvalidSignature, ValueError):
            return False
        return True


@dataclass(frozen=True, slots=True)
class Signer:
    """A secret key under a name; not shown by ``repr``."""

    name: str
    secret: Ed25519PrivateKey = field(repr=False)
    kind: int = ED25519

    @classmethod
    def fresh(cls, name: str, kind: int = ED25519) -> Self:
        """A new key. Raises ``KeyUnfit`` for a name that a signature line cannot hold."""
        return cls(_fit_name(name), Ed25519PrivateKey.generate(), kind)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Raises ``KeyUnfit``."""
        if not text.startswith(_PRIVATE):
            raise KeyUnfit("it is no private key")
        name, _, rest = text.strip().removeprefix(_PRIVATE).partition("+")
        hashed, _, encoded = rest.partition("+")
        content = _key_bytes(encoded)
        made = cls(_fit_name(name), Ed25519PrivateKey.from_private_bytes(content[1:]), content[0])
        if made.verifier.key_id.hex() != hashed:
            raise KeyUnfit("the key is not the one that its own hash names")
        return made

    @property
    def text(self) -> str:
        """The secret itself, for a file that nobody else may read."""
        raw = self.secret.private_bytes(Encoding.Raw, PrivateFormat.Raw, NoEncryption())
        encoded = base64.b64encode(bytes([self.kind]) + raw).decode()
        return f"{_PRIVATE}{self.name}+{self.verifier.key_id.hex()}+{encoded}"

    @property
    def verifier(self) -> Verifier:
        public = self.secret.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
        return Verifier(self.name, public, self.kind)

    def sign(self, message: bytes) -> bytes:
        return self.secret.sign(message)


@dataclass(frozen=True, slots=True)
class Note:
    """A text that ends in a newline, and who signed it."""

    text: str
    signatures: tuple[Signature, ...] = ()

    def __str__(self) -> str:
        return f"{self.text}\n{''.join(each.line for each in self.signatures)}"

    @classmethod
    def parse(cls, written: str) -> Self:
        """The note as written, nobody trusted yet. Raises ``NoteUnsound``."""
        if len(written) > LARGEST:
            raise NoteUnsound("it is too long for a note")
        if any(letter < " " and letter != "\n" for letter in written):
            raise NoteUnsound("it holds a control character")
        text, blank, lines = written.rpartition("\n\n")
        if not blank or not lines.endswith("\n"):
            raise NoteUnsound("it has no signatures behind an empty line")
        signatures = tuple(_signature(line) for line in lines[:-1].split("\n"))
        if len(signatures) > MOST_SIGNATURES:
            raise NoteUnsound("it has too many signatures")
        return cls(text + "\n", signatures)

    def signed(self, signer: Signer) -> Self:
        """The same text with one more plain signature."""
        signature = Signature(signer.name, signer.verifier.key_id, signer.sign(self.text.encode()))
        return type(self)(self.text, (*self.signatures, signature))

    def by(self, verifier: Verifier) -> Signature | None:
        """The signature line of a key, unchecked."""
        mine = (verifier.name, verifier.key_id)
        return next((each for each in self.signatures if (each.name, each.key_id) == mine), None)


def opened(written: str, trusted: Iterable[Verifier]) -> Note:
    """A note that at least one of the trusted keys signed. Raises ``NoteUnsound``, also for a bad one of theirs."""
    note, found = Note.parse(written), False
    for verifier in trusted:
        signature = note.by(verifier)
        if signature is None:
            continue
        if not verifier.holds(note.text.encode(), signature.signed):
            raise NoteUnsound(f"the signature of {verifier.name} is not its own")
        found = True
    if not found:
        raise NoteUnsound("no key that is trusted here signed it")
    return note


def key_id(name: str, kind: int, key: bytes) -> bytes:
    """SHA-256(name ‖ newline ‖ type ‖ key), its first four bytes."""
    return sha256(name.encode() + b"\n" + bytes([kind]) + key).digest()[:4]


def decoded(text: str) -> bytes:
    """Standard base64, padded, and of several spellings only the one that encoding gives. Raises ``ValueError``."""
    try:
        content = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as error:
        raise ValueError("no base64") from error
    if base64.b64encode(content).decode() != text:
        raise ValueError("no base64 as encoders write it")
    return content


def _signature(line: str) -> Signature:
    name, _, encoded = line.removeprefix(_MARK).partition(" ")
    try:
        content = decoded(encoded)
    except ValueError as error:
        raise NoteUnsound("a signature is no base64") from error
    if not line.startswith(_MARK) or not _is_name(name) or len(content) < 5:
        raise NoteUnsound("a signature line is malformed")
    return Signature(name, content[:4], content[4:])


def _key_bytes(encoded: str) -> bytes:
    try:
        content = decoded(encoded)
    except ValueError as error:
        raise KeyUnfit("the key is no base64") from error
    if len(content) != 33:
        raise KeyUnfit("the key is not of one byte and 32")
    return content


def _is_name(name: str) -> bool:
    return bool(name) and "+" not in name and not any(letter.isspace() or letter < " " for letter in name)


def _fit_name(name: str) -> str:
    if not _is_name(name):
        raise KeyUnfit("a key's name is not empty and has neither spaces nor +")
    return name
