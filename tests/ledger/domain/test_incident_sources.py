"""Several sources on one incident: side by side with their own figures; those that repeat one another are one voice."""

from __future__ import annotations

from datetime import date

import pytest

from ledger.domain import events
from ledger.domain.commands import (
    CiteSource,
    CorrectPlace,
    GradeSource,
    Outcome,
    ReportIncident,
    ReviewIncident,
    ReviewStatement,
)
from ledger.domain.origins import independent
from ledger.domain.values import Casualties, Reason, ReasonCode, Reliability, SourceGrade, Stated, Status, exactly
from ledger.errors import (
    AlreadyDecided,
    FallNeedsReviewer,
    FallWithoutReason,
    ImplausibleCount,
    NothingToReview,
    OneOriginOnly,
    ReviewerIsReporter,
    SourceRepeatsItself,
    SourceSilent,
    VerbUnfit,
)
from tests.ledger.domain.samples import (
    AUGUST_2,
    COMMANDS,
    ERROR,
    INCIDENT,
    JULY_31,
    NADIM,
    OMAR,
    OPERATOR,
    SALMA,
    YARA,
    command_id,
    on,
)
from tests.ledger.domain.scenario import Story, given

FOUND = Reason(code=ReasonCode.FOUND_ALIVE)


def killed(number: int, injured: int | None = None) -> Casualties:
    return Casualties(killed=exactly(number), injured=None if injured is None else exactly(injured))


def reported(number: int = 5) -> Story:
    """Salma reported that SOHR said so many were killed on 1 August."""
    return given().when(SALMA, COMMANDS[ReportIncident].model_copy(update={"casualties": killed(number)}))


def cite(
    source: str,
    figures: Casualties | None = None,
    *reasons: Reason,
    day: date = AUGUST_2,
    origin: str | None = None,
) -> CiteSource:
    return CiteSource(
        command_id=command_id(source),
        incident_id=INCIDENT,
        stated=Stated(source=source, stated_at=on(day)),
        origin=origin,
        casualties=figures,
        reasons=reasons,
    )


def judge(version: int, outcome: Outcome) -> ReviewStatement:
    return ReviewStatement(
        command_id=command_id("judge"), incident_id=INCIDENT, version=version, outcome=outcome, reason=ERROR
    )


CORROBORATE = COMMANDS[ReviewIncident].model_copy(update={"outcome": Outcome.CORROBORATE})


@pytest.mark.parametrize(
    ("said", "voices"),
    [
        ([("A", None)], {"a"}),
        ([("A", None), ("B", None)], {"a", "b"}),
        ([("A", None), ("B", "A")], {"a"}),
        ([("A", "O"), ("B", "O")], {"o"}),
        ([("A", "O"), ("B", "P")], {"o", "p"}),
        ([("A", None), ("A", "O"), ("O", None)], {"o"}),
        ([("A", "B"), ("B", "C"), ("C", None), ("D", None)], {"c", "d"}),
        ([("A", "B"), ("B", "A"), ("C", "A")], {"a"}),
        ([("A", "B"), ("B", "A"), ("A", "O")], {"o"}),
        ([("رويترز", None), ("Reuters", "رويترز")], {"رويترز"}),
        ([("A", None), ("a ", None)], {"a"}),
        ([("A", "a")], {"a"}),
        ([], set()),
    ],
)
def test_sources_that_repeat_one_another_are_one_voice(said: list[tuple[str, str | None]], voices: set[str]) -> None:
    assert independent(said) == voices
    assert independent(reversed(said)) == voices


def test_two_sources_stand_side_by_side_with_their_own_figures() -> None:
    story = reported(5).when(OMAR, cite("SANA", killed(2))).then(events.SourceCited, status=Status.RECEIVED)
    assert (story.figures("SOHR"), story.figures("SANA")) == (killed(5), killed(2))
    assert story.incident.facts.casualties == killed(5)


def test_what_the_operator_cites_stands_at_once_and_the_same_again_is_nothing() -> None:
    story = reported().when(OPERATOR, cite("SANA", killed(2))).then(events.SourceCited, status=Status.UNCORROBORATED)
    story.when(OPERATOR, cite("SANA", killed(2))).nothing()
    story.when(OMAR, cite("SANA")).nothing()
    story.when(OMAR, cite("SANA", origin="Reuters")).then(events.SourceCited, origin="Reuters")


def test_a_source_that_says_more_than_before_has_revised_itself() -> None:
    story = reported(5).when(OMAR, cite("SOHR", killed(7)))
    story.then(events.CasualtiesRevised, old=killed(5), new=killed(7), status=Status.RECEIVED)
    assert story.figures() == killed(7)


def test_citing_a_source_again_is_no_way_round_the_rule_of_falls() -> None:
    reported(5).when(OMAR, cite("SOHR", killed(3))).refused(FallNeedsReviewer, "5", "3")
    reported(5).when(SALMA, cite("SOHR", killed(3), FOUND)).refused(FallNeedsReviewer)
    reported(100).when(YARA, cite("SOHR", killed(95))).refused(FallWithoutReason)
    fallen = reported(100).when(YARA, cite("SOHR", killed(95), FOUND))
    fallen.then(events.CasualtiesRevised, status=Status.UNCORROBORATED)
    large = reported(100).when(YARA, cite("SOHR", killed(50), FOUND)).then(events.CasualtiesRevisionProposed)
    large.when(NADIM, cite("SOHR", killed(50), FOUND)).then(events.CasualtiesRevised)
    large.when(NADIM, cite("SANA", killed(50), FOUND)).then(events.SourceCited)


def test_an_older_word_of_a_source_that_arrives_late_is_kept_and_moves_nothing() -> None:
    story = reported(5).when(OMAR, cite("SOHR", killed(2), day=JULY_31)).then(events.SourceCited)
    assert story.figures() == killed(5)


def test_a_source_that_is_silent_about_some_has_not_taken_them_back() -> None:
    first = given().when(SALMA, COMMANDS[ReportIncident].model_copy(update={"casualties": killed(5, injured=9)}))
    story = first.when(OMAR, cite("SOHR", killed(6))).then(events.CasualtiesRevised)
    assert story.figures() == killed(6, injured=9)


def test_a_source_does_not_repeat_itself_and_no_war_has_such_numbers() -> None:
    reported().when(OMAR, cite("SANA", origin="  sana ")).refused(SourceRepeatsItself)
    reported().when(OMAR, cite("SANA", killed(10**9))).refused(ImplausibleCount)


def test_corroboration_takes_two_voices_that_a_reviewer_or_the_operator_let_stand() -> None:
    reported().when(YARA, CORROBORATE).refused(OneOriginOnly, "SOHR")
    reported().when(OPERATOR, cite("SANA", origin="SOHR")).when(YARA, CORROBORATE).refused(OneOriginOnly)
    both = reported().when(OPERATOR, cite("SANA", origin="Reuters")).when(OPERATOR, cite("SOHR", origin="Reuters"))
    both.when(YARA, CORROBORATE).refused(OneOriginOnly)
    waits = reported().when(OMAR, cite("SANA")).when(YARA, CORROBORATE).refused(OneOriginOnly)
    accepted = waits.when(YARA, judge(1, Outcome.ACCEPT)).when(NADIM, CORROBORATE).then(events.IncidentCorroborated)
    assert accepted.incident.status is Status.CORROBORATED
    rejected = waits.when(YARA, judge(1, Outcome.REJECT))
    rejected.when(NADIM, CORROBORATE).refused(OneOriginOnly)


def test_a_reviewer_who_cites_the_second_source_does_not_corroborate_by_it() -> None:
    reported().when(YARA, cite("SANA")).when(YARA, CORROBORATE).refused(ReviewerIsReporter)


def test_one_sources_words_are_decided_by_themselves() -> None:
    story = reported().when(OMAR, cite("SANA", killed(2)))
    story.when(YARA, judge(7, Outcome.ACCEPT)).refused(NothingToReview, "/7")
    story.when(YARA, judge(0, Outcome.ACCEPT)).refused(NothingToReview)
    story.when(YARA, judge(1, Outcome.CONFIRM)).refused(VerbUnfit)
    story.when(OMAR, judge(1, Outcome.ACCEPT), roles=[]).refused(ReviewerIsReporter)
    done = story.when(YARA, judge(1, Outcome.ACCEPT)).then(events.StatementReviewed, status=Status.UNCORROBORATED)
    done.when(NADIM, judge(1, Outcome.ACCEPT)).refused(AlreadyDecided)
    done.when(NADIM, judge(1, Outcome.CONTEST)).then(events.StatementReviewed, status=Status.CONTESTED)
    gone = story.when(YARA, judge(1, Outcome.REJECT))
    assert (gone.figures("SANA"), gone.figures("SOHR")) == (None, killed(5))


def test_a_raise_that_was_rejected_counts_no_more() -> None:
    story = reported(5).when(OMAR, cite("SOHR", killed(500))).when(YARA, judge(1, Outcome.REJECT))
    assert story.figures() == killed(5)


def test_reliability_and_credibility_are_given_to_a_source_that_speaks_and_never_by_its_reporter() -> None:
    grade = COMMANDS[GradeSource]
    given().when(YARA, COMMANDS[ReportIncident]).when(YARA, grade).refused(ReviewerIsReporter)
    reported().when(YARA, grade.model_copy(update={"source": "Reuters"})).refused(SourceSilent, "Reuters", "SOHR")
    graded = reported().when(YARA, grade).then(events.SourceGraded)
    other = SourceGrade(reliability=Reliability.F, credibility=6)
    moved = graded.when(NADIM, grade.model_copy(update={"grade": other})).then(events.SourceGraded, grade=other)
    moved.when(YARA, grade).then(events.SourceGraded)
    sana = moved.when(OMAR, cite("SANA")).when(NADIM, grade.model_copy(update={"source": "SANA"}))
    sana.when(NADIM, grade.model_copy(update={"grade": other})).nothing()


def test_who_reported_what_is_shown_does_not_correct_it_alone() -> None:
    place = COMMANDS[CorrectPlace]
    mine = given().when(YARA, COMMANDS[ReportIncident])
    mine.when(YARA, place).then(events.PlaceCorrected)
    mine.when(NADIM, COMMANDS[ReviewIncident]).when(YARA, place).refused(ReviewerIsReporter)
    given().when(OPERATOR, COMMANDS[ReportIncident]).when(OPERATOR, place).then(events.PlaceCorrected)
