"""Names that are nearly the one asked for: heard alike, written nearly alike, or alike in the other script."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from functools import cached_property

from ledger.near_names import NearNames
from ledger.places.names import LONGEST_NAME, NameIndex
from ledger.places.sounds import heard, skeleton

SHORTEST = 5
"""Letters of a name that is compared by likeness: of shorter ones, too many are alike."""

_LEAST_ALIKE = 86.0
_BONES = "="  # before consonants, where sounds and consonants stand in one file
_WORD = "?"  # before the names whose sound is that of an ordinary word
_ARABIC = "\u0600"


class Sounds:
    """Names by how they are heard, and places without an Arabic name by the consonants of their Latin ones."""

    def __init__(self, names: dict[str, str] | None = None, bones: dict[str, str] | None = None) -> None:
        self.names = names if names is not None else {}
        self.bones = bones if bones is not None else {}

    @classmethod
    def of(cls, index: NameIndex, words_too: Container[str] = frozenset()) -> Sounds:
        """The sounds of an index, made anew; those in ``words_too`` are heard in ordinary words as well."""
        sounds: defaultdict[str, list[str]] = defaultdict(list)
        bones: defaultdict[str, list[str]] = defaultdict(list)
        arabic = {it for name in index if name[0] >= _ARABIC for it in index.ids(name)}
        for name in index:
            sounds[heard(name)].append(name)
            if name[0] < _ARABIC and (left := skeleton(name)):
                bones[left] += [it for it in index.ids(name) if it not in arabic and it not in bones[left]]
        return cls(
            {sound: _WORD * (sound in words_too) + "|".join(names) for sound, names in sounds.items()},
            {left: ",".join(ids) for left, ids in bones.items() if ids},
        )

    @classmethod
    def read(cls, text: str) -> Sounds:
        """Sounds from the lines that ``lines`` wrote."""
        made = cls()
        for line in text.split("\n"):
            sound, _, names = line.partition("\t")
            if sound[:1] == _BONES:
                made.bones[sound[1:]] = names
            elif sound:
                made.names[sound] = names
        return made

    def lines(self) -> Iterator[str]:
        """The sounds as text, in order."""
        yield from (f"{sound}\t{names}" for sound, names in sorted(self.names.items()))
        yield from (f"{_BONES}{bones}\t{ids}" for bones, ids in sorted(self.bones.items()))

    def with_those(self, other: Sounds) -> Sounds:
        """The sounds of both."""
        return Sounds(_both(self.names, other.names, "|"), _both(self.bones, other.bones, ","))


class Alike:
    """Looks for names like another one. The sounds are taken up on the first question."""

    def __init__(self, sounds: Callable[[], Sounds]) -> None:
        self._load = sounds

    @cached_property
    def sounds(self) -> Sounds:
        return self._load()

    @cached_property
    def _by_letter(self) -> dict[str, NearNames]:
        groups: defaultdict[str, list[str]] = defaultdict(list)
        for sound in self.sounds.names:
            groups[sound[0]].append(sound)
        return {letter: NearNames(sounds, _LEAST_ALIKE) for letter, sounds in groups.items()}

    def heard(self, words: str) -> tuple[str, ...]:
        """The known names that sound as the words do."""
        return _names(self.sounds.names.get(heard(words), ""))

    def longest(self, words: Sequence[str], start: int, words_too: bool = False) -> int:
        """How many words from ``start`` sound as a name; 0 = none, or a short sound.

        Without ``words_too``, sounds that are heard in ordinary words as well do not count.
        """
        sound, found = "", 0
        for length, word in enumerate(words[start : start + LONGEST_NAME], 1):
            sound += heard(word)
            names = self.sounds.names.get(sound) if len(sound) >= SHORTEST else None
            if names and (words_too or names[0] != _WORD):
                found = length
        return found

    def written(self, words: str) -> tuple[tuple[str, ...], float]:
        """The known names most nearly spelt as the words are, with how nearly (0 to 1); no names = none is near."""
        sound = heard(words)
        if len(sound) < SHORTEST:
            return (), 0.0
        near = self._by_letter.get(sound[0])
        found = near.nearest(sound) if near else None
        return (_names(self.sounds.names[found[0]]), found[1] / 100) if found else ((), 0.0)

    def across(self, words: str) -> tuple[str, ...]:
        """Ids of places known in Latin letters only, whose consonants are those of Arabic words."""
        ids = self.sounds.bones.get(skeleton(words)) if words[0] >= _ARABIC else None
        return tuple(ids.split(",")) if ids else ()


def _names(listed: str) -> tuple[str, ...]:
    return tuple(listed.removeprefix(_WORD).split("|")) if listed else ()


def _both(one: dict[str, str], other: dict[str, str], mark: str) -> dict[str, str]:
    return one | {key: _joined((one.get(key), value), mark) for key, value in other.items()}


def _joined(lists: Iterable[str | None], mark: str) -> str:
    return mark.join(dict.fromkeys(it for found in lists if found for it in found.split(mark)))
