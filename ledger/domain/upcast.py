"""Old stored shapes of events, brought to the current ones step by step; the stored bytes are never touched.

When an event's shape changes, its ``schema_version`` goes up by one and a step from the old version is added to
``STEPS``. A step is a pure function of the stored fields.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

Fields = dict[str, object]
"""The fields of an event as they stand in its stored JSON."""

Step = Callable[[Fields], Fields]

STEPS: dict[tuple[str, int], Step] = {}
"""(kind, schema version) → what makes the next schema version of it. Empty while every kind is at its first."""


def upcast(kind: str, schema_version: int, fields: Fields, steps: Mapping[tuple[str, int], Step]) -> Fields:
    """The fields in the newest shape that the steps lead to; unchanged where there is no step."""
    while (step := steps.get((kind, schema_version))) is not None:
        fields = step(fields)
        schema_version += 1
    return fields
