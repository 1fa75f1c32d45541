"""Every event: a kind that never changes, bytes that read back the same, and nobody's name in it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from typing import Any

import pytest
from pydantic import ValidationError

from ledger.domain.events import INCIDENT_KINDS, KINDS, Event
from tests.ledger.domain.samples import EVENTS
from tests.ledger.domain.test_coded_text import PERSONAL

every = pytest.mark.parametrize("event", EVENTS.values(), ids=lambda event: event.kind)


def test_there_is_a_sample_of_every_kind() -> None:
    assert set(EVENTS) == set(KINDS)
    assert all(type(EVENTS[kind]) is KINDS[kind] for kind in KINDS)


def test_a_kind_is_the_name_of_its_class_in_lower_case() -> None:
    for kind, event in KINDS.items():
        spelled = "".join("_" + letter.lower() if letter.isupper() else letter for letter in event.__name__)
        assert kind == spelled.removeprefix("_")


def test_no_two_events_share_a_kind() -> None:
    def leaves(base: type[Event]) -> Iterator[type[Event]]:
        below = base.__subclasses__()
        for child in below:
            yield from leaves(child)
        if not below:
            yield base

    assert sorted(event.__name__ for event in leaves(Event)) == sorted(event.__name__ for event in KINDS.values())


def test_every_event_says_what_it_means() -> None:
    silent = [event.__name__ for event in KINDS.values() if "__doc__" not in vars(event) or not vars(event)["__doc__"]]
    assert silent == []
    assert len({event.__doc__ for event in INCIDENT_KINDS}) == len(INCIDENT_KINDS)


@every
def test_an_event_reads_back_as_it_was_written(event: Event) -> None:
    written = event.model_dump_json()
    back = type(event).model_validate_json(written)
    assert back == event
    assert back.model_dump_json() == written
    assert type(event).model_validate(event.model_dump()) == event


@every
def test_an_event_refuses_unknown_fields(event: Event) -> None:
    with pytest.raises(ValidationError):
        type(event).model_validate({**event.model_dump(), "colour": "red"})


def texts(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Where the words of a dumped event stand."""
    if isinstance(value, str):
        yield path
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from texts(inner, (*path, name))
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            yield from texts(inner, (*path, place))


def with_words(value: Any, path: tuple[Any, ...], words: str) -> Any:
    """A dumped event with other words at one place."""
    if not path:
        return words
    copied = dict(value) if isinstance(value, dict) else list(value)
    copied[path[0]] = with_words(value[path[0]], path[1:], words)
    return copied


@every
def test_no_field_of_an_event_takes_a_number_link_or_user_name(event: Event) -> None:
    dumped = event.model_dump(mode="json")
    for path in texts(dumped):
        for words in PERSONAL:
            with suppress(ValidationError):
                taken = type(event).model_validate(with_words(dumped, path, words))
                # Bare digits may be read as a moment's seconds; what is kept is then a moment.
                assert isinstance(value_at(taken.model_dump(), path), datetime), (path, words)


def value_at(value: Any, path: tuple[Any, ...]) -> Any:
    return value_at(value[path[0]], path[1:]) if path else value
