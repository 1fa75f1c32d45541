"""An answer on a terminal says on few lines all that makes a number a figure, and when it was known."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk.decisions import Verb
from desk.telling.answers import CAVEAT, history_lines, key_words, picture_lines, toll_lines
from desk.telling.drafts import prepared_lines
from desk.telling.standing import place_words
from desk.telling.trail import age_words, change_words, difference_words, entry_lines, queue_words, step_lines
from ledger.domain.values import Actor, Basis, Count, GroupCount, Harm, Place, Quantifier, TollKey, exactly
from projections.moments import Audience
from projections.tolls import KeyFilter
from tests.desk.decided import decide, waiting
from tests.desk.scene import AT_LEAST_62, FOUR_ALIVE, JASIM, Scene, feared, staged, strike, toll

CHILDREN = AT_LEAST_62.model_copy(update={"breakdown": (GroupCount(group="children", low=11, high=11),)})
HUNDREDS = Count(qualifier=Quantifier.HUNDREDS)


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory, settled: Path) -> Iterator[Scene]:
    """62 rises to 66, falls to 62 by agreement; a strike and a claim; one report of Omar's waits."""
    with staged(tmp_path_factory.mktemp("told"), settled) as playing:
        playing.submit(toll(CHILDREN, 1, injured=HUNDREDS), strike(2), feared(3))
        playing.submit(toll(66), day="2018-08-02", text="it rose")
        playing.submit(toll(62, reasons=(FOUR_ALIVE,)), by=playing.salma, day="2018-08-03", text="four alive")
        decide(playing, Verb.ACCEPT, waiting(playing)[0])
        playing.submit(strike(1, killed=exactly(2)), by=playing.omar, text="another strike")
        yield playing


def dead(scene: Scene, as_of: str | None = None) -> list[str]:
    moment = scene.desk.queries.moment(at=as_of)
    (row,) = scene.desk.queries.tolls(KeyFilter(parts={"harm": "killed"}), moment)
    return list(toll_lines(row, scene.desk.gazetteer, scene.desk.actors))


def test_a_toll_says_figure_key_source_status_clocks_position_and_what_it_was_before(scene: Scene) -> None:
    told = "\n".join(dead(scene))
    (key_id,) = scene.figures()
    for words in (
        f"{key_id}  62 people killed, Yarmouk Basin",
        "since 19 July 2018, by shelling",
        "Syrian Observatory for Human Rights, counted to 3 August 2018; uncorroborated",
        "66 → 62 (before: counted to 2 August 2018): found alive −4",
        "stated 3 August 2018, recorded 10 August 2018 09:00 UTC",
        f"read at @{scene.position}",
    ):
        assert words in told


def test_a_toll_of_the_past_has_its_bound_and_its_groups(scene: Scene) -> None:
    first = next(it.position for it in scene.entries() if it.kind == "toll_stated")
    told = dead(scene, f"@{first}")
    assert "at least 62 people killed" in told[0]
    assert "among them 11 children" in told[1]


def test_a_toll_in_words_is_told_in_words(scene: Scene) -> None:
    moment = scene.desk.queries.moment()
    (row,) = scene.desk.queries.tolls(KeyFilter(parts={"harm": "injured"}), moment)
    assert "hundreds of people injured" in next(toll_lines(row, scene.desk.gazetteer, scene.desk.actors))


def test_every_part_of_a_key_is_told(scene: Scene) -> None:
    key = TollKey(
        source="SOHR",
        place=Place(text="the old mill"),
        group="combatants",
        affiliation="Jaysh Khalid",
        harm=Harm.MISSING,
        cause="siege",
        perpetrator=Actor(id="regime-forces"),
        basis=Basis.IDENTIFIED,
    )
    parts = key_words(key, scene.desk.gazetteer, scene.desk.actors).split(", ")
    assert parts == [
        "combatants of Jaysh Khalid missing",
        "the old mill (in no list)",
        "by siege",
        "attributed to Syrian regime forces",
        "identified",
    ]
    assert place_words(None, scene.desk.gazetteer) == "place not given"


def test_a_history_has_a_line_for_each_value_with_when_it_was_known(scene: Scene) -> None:
    moment = scene.desk.queries.moment()
    (kept,) = scene.desk.queries.toll_keys(KeyFilter(parts={"harm": "killed"}), moment)
    told = list(
        history_lines(kept, scene.desk.queries.history(kept.key_id, moment), scene.desk.gazetteer, scene.desk.actors)
    )
    assert [line.split()[0] for line in told[1:-1]] == ["2018-08-01", "2018-08-02", "2018-08-03"]
    assert "at least 62" in told[1]
    assert "found alive −4" in told[3]
    assert told[-1].strip() == f"3 values, read at @{scene.position}. {CAVEAT}"


def test_a_picture_tells_tolls_incidents_and_claims_apart(scene: Scene) -> None:
    found = scene.desk.queries.picture(None, scene.desk.queries.moment())
    told = list(picture_lines(found, scene.desk.gazetteer, scene.desk.actors))
    headings = [line for line in told if not line.startswith(" ")]
    assert headings == [
        "Tolls, as their sources state them",
        "Incidents",
        "Claims, noted and no incidents",
        f"Read at @{scene.position}. {CAVEAT}",
    ]
    assert any("strike, Jasim" in line and "1 August 2018" in line for line in told)
    assert any("strike feared, Jasim" in line for line in told)


def test_a_stranger_is_told_of_reviewed_things_only(scene: Scene) -> None:
    found = scene.desk.queries.picture(None, scene.desk.queries.moment(), Audience.PUBLIC)
    assert [row.status.value for row in found.incidents] == ["uncorroborated"]
    assert found.claims == ()


def test_nothing_known_is_neither_calm_nor_zero(scene: Scene) -> None:
    found = scene.desk.queries.picture(scene.desk.place("sy-hayt").path, scene.desk.queries.moment())
    assert next(picture_lines(found, scene.desk.gazetteer, scene.desk.actors)) == (
        "Nothing is recorded of it. No report is not calm, and not zero."
    )


def test_entries_are_told_with_roles_and_without_people(scene: Scene) -> None:
    (key_id,) = scene.figures()
    entries = scene.desk.queries.explain(key_id, scene.desk.queries.moment()).entries
    told = "\n".join(line for entry in entries for line in entry_lines(entry))
    for words in ("toll revision proposed by a monitor", "toll revised by a reviewer", "at least 62", "found alive −4"):
        assert words in told
    for person in (scene.salma, scene.yara, scene.operator):
        assert person.member_id not in told
    assert "salma" not in told


def test_steps_say_what_was_known_before_and_after_each_entry(scene: Scene) -> None:
    (key_id,) = scene.figures()
    steps = scene.desk.queries.steps(key_id, scene.desk.queries.moment())
    told = "\n".join(line for step in steps for line in step_lines(step))
    assert "2018-08-03; 66 stands, 62 is asked for; found alive −4" in told
    assert "2018-08-03; 66 → 62; found alive −4" in told


def test_a_correction_says_old_new_why_and_who_agreed(scene: Scene) -> None:
    changes = scene.desk.queries.changes(0, scene.desk.queries.moment())
    told = change_words(next(it for it in changes if it.outcome == "accepted"))
    assert "66 → 62; found alive −4; accepted by a reviewer, reported by a monitor" in told


def test_a_difference_says_what_two_moments_put_differently(scene: Scene) -> None:
    then, now = scene.desk.queries.moment(at="@0"), scene.desk.queries.moment()
    told = [difference_words(it) for it in scene.desk.queries.difference(then, now)]
    (key_id,) = scene.figures()
    assert any(line.startswith(f"toll {key_id} added: @0 not known → @{scene.position} 62") for line in told)


def test_what_waits_is_told_with_its_age(scene: Scene) -> None:
    (item,) = scene.desk.queries.queue()
    told = queue_words(item, scene.clock())
    assert told.startswith(item.item_id)
    assert "0 min, 0 of 1 agreed" in told
    assert "incident: strike, Jasim, 2018-08-01, 2 killed; reported, and not reviewed yet; 0 min" in told


@pytest.mark.parametrize(
    ("minutes", "words"), [(-5, "0 min"), (59, "59 min"), (60, "1 h"), (47 * 60, "47 h"), (48 * 60, "2 days")]
)
def test_an_age_is_told_in_its_largest_unit(scene: Scene, minutes: int, words: str) -> None:
    since = scene.clock()
    scene.clock.tick(minutes * 60)
    assert age_words(since, scene.clock()) == words
    scene.clock.to(since)


def test_drafts_are_told_with_what_recording_them_would_do(scene: Scene) -> None:
    drafts = (toll(58, 1, reasons=(FOUR_ALIVE,)), toll(10**9, 2), strike(3), feared(4), toll(62, 5, place=JASIM))
    told = "\n".join(
        prepared_lines(
            scene.prepare(*drafts, day="2018-08-04", text="and now"), scene.desk.gazetteer, scene.desk.actors
        )
    )
    (key_id,) = scene.figures()
    for words in (
        f"continues {key_id}",
        "a fall, 62 to 58: waits for one reviewer who did not report it",
        "refused: E-COUNT-01",
        "records an incident: 3 killed",
        "noted as a claim, no incident",
        "opens a toll",
        "states 62",
    ):
        assert words in told
