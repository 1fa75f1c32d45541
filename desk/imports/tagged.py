"""The cells of a row, found by hashtag [HXL 1.1]."""

from __future__ import annotations

from collections.abc import Iterator, Sequence


class TaggedRow:
    """The cells of a row, found by hashtag."""

    def __init__(self, tags: Sequence[str], values: Sequence[str]) -> None:
        self._found = [
            (tag, tag.split("+")[0], frozenset(tag.split("+")[1:]), value)
            for tag, value in zip(tags, values, strict=True)
        ]

    def first(self, tag: str, *attributes: str, without: Sequence[str] = ()) -> tuple[str, str]:
        """The column and the value of the first cell of this hashtag with all of these attributes that is not empty."""
        wanted, unwanted = frozenset(attributes), frozenset(without)
        for full, name, given, value in self._found:
            if name == tag and wanted <= given and not unwanted & given and value.strip():
                return full, value
        return "+".join((tag, *attributes)), ""

    def figures(self) -> Iterator[tuple[str, frozenset[str], str]]:
        """The cells of ``#affected`` that are not empty."""
        yield from ((full, given, value) for full, name, given, value in self._found if name == "#affected" and value)
