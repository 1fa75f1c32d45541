"""The sum of tolls: only of those declared disjoint, as known at a moment, and never more than its parts say."""

from __future__ import annotations

from datetime import date

import pytest

from ledger.domain import commands
from ledger.domain.commands import Outcome
from ledger.domain.values import Basis, Count, Harm, Quantifier, exactly
from ledger.errors import NoSuchStream, SumPartUnknown, SumUndeclared, SumUnlike
from projections.sums import added
from tests.ledger.domain.samples import AUGUST_1, AUGUST_2, ERROR, KEY, NADIM, OPERATOR, SALMA, YARA, on
from tests.projections.scene import PUBLIC, Scene

CHILDREN = KEY.model_copy(update={"group": "children"})
MEDICS = KEY.model_copy(update={"group": "medics"})
IDS = [KEY.id, CHILDREN.id]
AT_LEAST_62 = Count(low=62, qualifier=Quantifier.AT_LEAST)
HUNDREDS = Count(qualifier=Quantifier.HUNDREDS)
ABOUT_100 = Count(low=100, qualifier=Quantifier.ABOUT)


def declare(scene: Scene, one: str, other: str, *, disjoint: bool = True) -> int:
    kind = commands.DeclareTollsDisjoint if disjoint else commands.DeclareTollsOverlapping
    return scene.do(YARA, kind(command_id=scene.next_id(), toll_id=one, other=other, reason=ERROR)).last


@pytest.fixture
def two(scene: Scene) -> Scene:
    scene.state(OPERATOR, 62)
    scene.state(OPERATOR, 9, key=CHILDREN)
    return scene


def test_undeclared_tolls_have_no_sum_and_every_undeclared_pair_is_named(two: Scene) -> None:
    two.state(OPERATOR, 4, key=MEDICS)
    declare(two, MEDICS.id, KEY.id)
    with pytest.raises(SumUndeclared) as refused:
        two.queries.sum([*IDS, MEDICS.id], two.now)
    assert refused.value.pairs == [(KEY.id, CHILDREN.id), (CHILDREN.id, MEDICS.id)]


@pytest.mark.parametrize("pair", [IDS, IDS[::-1]])
def test_declared_tolls_are_summed_in_whichever_stream_it_was_declared(two: Scene, pair: list[str]) -> None:
    at = declare(two, *pair)
    found = two.queries.sum(IDS, two.now)
    assert (found.count, found.lower_bound, found.position) == (exactly(71), False, at)
    assert [part.key_id for part in found.parts] == IDS
    assert list(found.declared.values()) == [at]


def test_a_sum_is_as_known_then_and_so_is_the_declaration(two: Scene) -> None:
    before = two.queries.position()
    declared = declare(two, *IDS)
    two.state(OPERATOR, 80, AUGUST_2)
    declare(two, *IDS, disjoint=False)
    for position in (before, two.queries.position()):
        with pytest.raises(SumUndeclared):
            two.queries.sum(IDS, two.at(position))
    assert two.queries.sum(IDS, two.at(declared)).count == exactly(71)
    assert two.queries.sum(IDS, two.at(declared + 1)).count == exactly(89)
    stated = two.stated_by(on(AUGUST_1, 20), declared + 1)
    assert two.queries.sum(IDS, stated).count == exactly(71)


def test_a_toll_without_a_value_by_then_is_not_taken_for_zero(two: Scene) -> None:
    declare(two, *IDS)
    with pytest.raises(SumPartUnknown):
        two.queries.sum(IDS, two.stated_by(on(date(2018, 7, 31))))
    with pytest.raises(SumPartUnknown):
        two.queries.sum([KEY.id, "T-0000000000"], two.now)


def test_strangers_are_told_no_sum_of_what_nobody_has_reviewed(scene: Scene) -> None:
    scene.state(OPERATOR, 62)
    version = scene.state(SALMA, 9, key=CHILDREN).last
    declare(scene, *IDS)
    with pytest.raises(SumPartUnknown):
        scene.queries.sum(IDS, scene.now, PUBLIC)
    assert version
    scene.review(NADIM, 1, Outcome.ACCEPT, key=CHILDREN)
    assert scene.queries.sum(IDS, scene.now, PUBLIC).count == exactly(71)


@pytest.mark.parametrize("part", [{"harm": Harm.INJURED}, {"basis": Basis.ESTIMATED}])
def test_what_counts_no_one_thing_has_no_sum_though_declared(scene: Scene, part: dict[str, object]) -> None:
    other = KEY.model_copy(update=part)
    scene.state(OPERATOR, 62)
    scene.state(OPERATOR, 9, key=other)
    declare(scene, KEY.id, other.id)
    with pytest.raises(SumUnlike):
        scene.queries.sum([KEY.id, other.id], scene.now)


def test_a_toll_that_is_not_kept_cannot_be_declared_disjoint(scene: Scene) -> None:
    scene.state(OPERATOR, 62)
    with pytest.raises(NoSuchStream):
        declare(scene, KEY.id, CHILDREN.id)


def test_a_part_in_words_adds_no_number_and_makes_the_sum_a_lower_bound(scene: Scene) -> None:
    scene.state(OPERATOR, 62)
    scene.state(OPERATOR, HUNDREDS, key=CHILDREN)
    declare(scene, *IDS)
    found = scene.queries.sum(IDS, scene.now)
    assert found.in_words == (CHILDREN.id,)
    assert found.lower_bound
    line = found.line()
    assert (line["low"], line["best"], line["high"], line["qualifier"]) == (62, 62, None, "at_least")


@pytest.mark.parametrize(
    ("counts", "low", "high", "qualifier"),
    [
        ([exactly(3), exactly(4)], 7, 7, Quantifier.EXACT),
        ([AT_LEAST_62, exactly(4)], 66, None, Quantifier.AT_LEAST),
        ([Count(low=4, high=6, qualifier=Quantifier.BETWEEN), exactly(4)], 8, 10, Quantifier.BETWEEN),
        ([Count(high=5, qualifier=Quantifier.UP_TO), exactly(4)], 4, 9, Quantifier.BETWEEN),
        ([ABOUT_100, exactly(4)], 104, None, Quantifier.ABOUT),
        ([ABOUT_100, AT_LEAST_62], 162, None, Quantifier.ABOUT),
        ([HUNDREDS, HUNDREDS], 0, None, Quantifier.AT_LEAST),
        ([Count(low=4, high=4, qualifier=Quantifier.AT_LEAST), exactly(1)], 5, None, Quantifier.AT_LEAST),
    ],
)
def test_each_bound_is_added_where_every_part_gives_it(
    counts: list[Count], low: int, high: int | None, qualifier: Quantifier
) -> None:
    found = added(counts)
    assert (found.low, found.high, found.qualifier) == (low, high, qualifier)


def test_a_best_figure_is_given_where_every_part_gives_one() -> None:
    ranged = Count(low=4, best_given=5, high=9, qualifier=Quantifier.BETWEEN)
    assert added([ranged, exactly(2)]).best == 7
    assert added([ranged, Count(high=3, qualifier=Quantifier.UP_TO)]).best == 4
