"""How many independent voices say a thing: sources that repeat one another count once [ECW]."""

from __future__ import annotations

from collections.abc import Iterable

from ledger.domain.values import folded


def independent(said: Iterable[tuple[str, str | None]]) -> frozenset[str]:
    """The origins behind (source, the source it repeats or null), folded; as many as there are independent voices.

    A source that repeats another is never a voice of its own, even where it also spoke for itself: nobody can tell
    what it would have said without the other. Sources that only repeat one another in a circle are one voice.
    """
    repeats: dict[str, set[str]] = {}
    for source, origin in said:
        own = repeats.setdefault(folded(source), set())
        if origin is not None and folded(origin) != folded(source):
            own.add(folded(origin))
            repeats.setdefault(folded(origin), set())
    return frozenset(voice for name in repeats for voice in _behind(name, repeats))


def _behind(name: str, repeats: dict[str, set[str]]) -> set[str]:
    """The names that repeat nobody, as far as they are reached from this one; of a circle its first name."""
    reached: set[str] = set()
    ahead = list(repeats[name])
    while ahead:
        at = ahead.pop()
        if at not in reached:
            reached.add(at)
            ahead.extend(repeats[at])
    if not reached:
        return {name}
    return {it for it in reached if not repeats[it]} or {min(reached)}
