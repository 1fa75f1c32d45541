"""Trust policies (c2sp.org/tlog-policy): which logs count, and how many of which witnesses must have seen a head."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Self

from ledger.transparency.checkpoint import Checkpoint, cosigned_at, opened_checkpoint
from ledger.transparency.note import COSIGNATURE, ED25519, KeyUnfit, Note, NoteUnsound, Verifier

NONE = "none"
MOST_LINES = 1_000
_BLANKS = re.compile(r"[ \t]+")


class PolicyUnfit(Exception):
    """Not a policy; the text says in which line, and why."""


@dataclass(frozen=True, slots=True)
class Witness:
    """A witness's key, and where it takes checkpoints, if the policy says."""

    name: str
    key: Verifier
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Policy:
    """Logs that count, and the rule by which witnesses make up a quorum: a name among witnesses and groups, or none."""

    logs: tuple[Verifier, ...]
    witnesses: Mapping[str, Witness]
    groups: Mapping[str, tuple[int, tuple[str, ...]]]
    quorum: str = NONE
    urls: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def parse(cls, written: str) -> Self:
        """Raises ``PolicyUnfit``."""
        reader = _Reader()
        lines = written.split("\n")
        if len(lines) > MOST_LINES:
            raise PolicyUnfit(f"it has more than {MOST_LINES} lines")
        for number, line in enumerate(lines, start=1):
            words = _BLANKS.split(line.strip(" \t"))
            if words == [""] or words[0].startswith("#"):
                continue
            try:
                reader.read(words)
            except (KeyUnfit, PolicyUnfit) as error:
                raise PolicyUnfit(f"line {number}: {error}") from error
        if reader.quorum is None:
            raise PolicyUnfit("it has no quorum line")
        return cls(tuple(reader.logs), reader.witnesses, reader.groups, reader.quorum, reader.urls)

    def seen_by(self, note: Note) -> dict[str, int]:
        """The witnesses that cosigned a note, with when (seconds since 1970). Raises ``NoteUnsound``."""
        found = {name: cosigned_at(note, witness.key) for name, witness in self.witnesses.items()}
        return {name: at for name, at in found.items() if at is not None}

    def has_quorum(self, seen: Mapping[str, int]) -> bool:
        """Whether those who saw it are enough."""
        return self.quorum == NONE or self._has(self.quorum, seen)

    def opened(self, written: str) -> Checkpoint:
        """The checkpoint of a note that a listed log signed and a quorum saw. Raises ``NoteUnsound``."""
        checkpoint = opened_checkpoint(written, self.logs)
        if not self.has_quorum(self.seen_by(Note.parse(written))):
            raise NoteUnsound("too few of the witnesses that the policy asks for have seen it")
        return checkpoint

    def _has(self, name: str, seen: Mapping[str, int]) -> bool:
        if name in self.witnesses:
            return name in seen
        needed, members = self.groups[name]
        return sum(self._has(member, seen) for member in members) >= needed


class _Reader:
    def __init__(self) -> None:
        self.logs: list[Verifier] = []
        self.urls: dict[str, str] = {}
        self.witnesses: dict[str, Witness] = {}
        self.groups: dict[str, tuple[int, tuple[str, ...]]] = {}
        self.quorum: str | None = None
        self._keys: set[bytes] = set()
        self._members: set[str] = set()

    def read(self, words: list[str]) -> None:
        match words:
            case ["log", key] | ["log", key, _]:
                log = self._fresh(Verifier.parse(key), ED25519)
                self.logs.append(log)
                self.urls |= {log.name: words[2]} if len(words) == 3 else {}
            case ["witness", name, key] | ["witness", name, key, _]:
                witness = self._fresh(Verifier.parse(key), COSIGNATURE)
                self.witnesses[self._named(name)] = Witness(name, witness, words[3] if len(words) == 4 else None)
            case ["group", name, count, *members] if members:
                self.groups[self._named(name)] = (_needed(count, len(members)), tuple(map(self._member, members)))
            case ["quorum", name]:
                if self.quorum is not None:
                    raise PolicyUnfit("there is a quorum already")
                self.quorum = name if name == NONE else self._known(name)
            case _:
                raise PolicyUnfit("it is no line of a policy")

    def _fresh(self, key: Verifier, kind: int) -> Verifier:
        if key.kind != kind:
            raise PolicyUnfit("the key is for signatures of another kind")
        if key.key in self._keys:
            raise PolicyUnfit("the key stands there already")
        self._keys.add(key.key)
        return key

    def _named(self, name: str) -> str:
        if name == NONE or name in self.witnesses or name in self.groups:
            raise PolicyUnfit(f"the name {name} is taken")
        return name

    def _known(self, name: str) -> str:
        if name not in self.witnesses and name not in self.groups:
            raise PolicyUnfit(f"no line above names {name}")
        return name

    def _member(self, name: str) -> str:
        if name in self._members:
            raise PolicyUnfit(f"{name} belongs to a group already")
        self._members.add(name)
        return self._known(name)


def _needed(count: str, members: int) -> int:
    named = {"all": members, "any": 1}
    if count not in named and not (count.isascii() and count.isdigit() and len(count) < 10):
        raise PolicyUnfit("a group says all, any, or how many")
    needed = named[count] if count in named else int(count)
    if not 1 <= needed <= members:
        raise PolicyUnfit(f"a group of {members} cannot ask for {needed}")
    return needed
