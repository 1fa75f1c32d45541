"""A confirmed draft asks one thing of the ledger, and nothing that could identify somebody goes with it."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from desk.drafting import Origin, actor_of_words, commands_of, place_of, place_of_words
from ledger.actors import default_actors
from ledger.domain.commands import Command, NoteClaim, ReportIncident, StateToll
from ledger.domain.events import KINDS, IncidentReported
from ledger.domain.values import (
    Certainty,
    Count,
    Harm,
    Place,
    Quantifier,
    Reason,
    ReasonCode,
    Stated,
    exactly,
)
from ledger.errors import ActorAmbiguous, PlaceAmbiguous, WordsUnfit
from ledger.gazetteer import default_gazetteer
from ledger.intake.drafts import Draft, DraftKind, Occurred, Phrase
from tests.desk.scene import BASIN, shared_name, strike, toll

REPORT = "R-0123456789"
SAID = Stated(source="SOHR", stated_at=datetime(2018, 8, 1, tzinfo=UTC))
ORIGIN = Origin(REPORT, 0, "SOHR", SAID)
DARAA = Place(id="sy12", text="Daraa Province")
EVENTS = [kind for kind in DraftKind if kind not in (DraftKind.OTHER, DraftKind.TOLL_STATED)]


def only(draft: Draft, origin: Origin = ORIGIN) -> Command:
    (command,) = commands_of(draft, origin)
    return command


def tolls(draft: Draft, origin: Origin = ORIGIN) -> list[StateToll]:
    return [command for command in commands_of(draft, origin) if isinstance(command, StateToll)]


@pytest.mark.parametrize("kind", EVENTS)
def test_each_kind_of_draft_is_recorded_as_its_own_kind_of_incident(kind: DraftKind) -> None:
    command = only(strike(kind=kind))
    assert isinstance(command, ReportIncident)
    assert issubclass(KINDS[command.kind], IncidentReported)


def test_no_two_kinds_of_draft_become_the_same_kind_of_incident() -> None:
    kinds = [getattr(only(strike(kind=kind)), "kind", None) for kind in EVENTS]
    assert len(set(kinds)) == len(EVENTS)


@pytest.mark.parametrize("certainty", [Certainty.CLAIMED, Certainty.FEARED, Certainty.DENIED])
@pytest.mark.parametrize("draft", [strike(), toll(62)])
def test_what_is_feared_denied_or_claimed_is_noted_and_nothing_more(draft: Draft, certainty: Certainty) -> None:
    command = only(draft.model_copy(update={"certainty": certainty}))
    assert isinstance(command, NoteClaim)
    assert (command.certainty, command.about) == (certainty, draft.kind.value)


def test_what_is_neither_event_nor_toll_is_noted() -> None:
    assert isinstance(only(strike(kind=DraftKind.OTHER)), NoteClaim)


@pytest.mark.parametrize("certainty", [Certainty.ASSERTED, Certainty.REPORTED])
def test_what_is_asserted_or_reported_is_an_incident(certainty: Certainty) -> None:
    assert isinstance(only(strike(certainty=certainty)), ReportIncident)


def test_a_toll_of_killed_and_injured_states_two_tolls_that_differ_in_harm_alone() -> None:
    killed, injured = tolls(toll(62, injured=Count(qualifier=Quantifier.HUNDREDS)))
    assert (killed.key.harm, killed.count) == (Harm.KILLED, exactly(62))
    assert (injured.key.harm, injured.count.qualifier) == (Harm.INJURED, Quantifier.HUNDREDS)
    assert killed.key.model_copy(update={"harm": Harm.INJURED}) == injured.key
    assert killed.command_id != injured.command_id


@pytest.mark.parametrize("harm", [Harm.MISSING, Harm.DISPLACED, Harm.DETAINED, None])
def test_people_affected_are_counted_under_the_harm_that_is_named(harm: Harm | None) -> None:
    (stated,) = tolls(toll(None, affected=exactly(30), harm=harm))
    assert stated.key.harm is (harm or Harm.MISSING)


def test_reasons_go_with_the_figure_that_moved() -> None:
    found = Reason(code=ReasonCode.FOUND_ALIVE, amount=-4)
    killed, injured = tolls(toll(58, injured=exactly(9), reasons=(found,)))
    assert (killed.reasons, injured.reasons) == ((found,), ())
    (alone,) = tolls(toll(None, injured=exactly(9), reasons=(found,)))
    assert alone.reasons == (found,)


def test_reasons_of_the_dead_explain_no_number_of_injured() -> None:
    for code in (ReasonCode.NEW_DEATHS, ReasonCode.MISSING_TO_DEAD, ReasonCode.BODY_RECOVERED):
        (stated,) = tolls(toll(None, injured=exactly(9), reasons=(Reason(code=code),)))
        assert stated.reasons == ()
        (dead,) = tolls(toll(9, reasons=(Reason(code=code),)))
        assert dead.reasons == (Reason(code=code),)


def test_a_toll_counts_to_the_day_given_else_to_where_its_window_ends_else_to_the_day_of_the_report() -> None:
    window = Occurred(start=date(2018, 7, 19), end=date(2018, 7, 30))
    days = [
        tolls(draft)[0].counted_to
        for draft in (toll(1, counted_to=date(2018, 7, 28), occurred=window), toll(1, occurred=window), toll(1))
    ]
    assert days == [date(2018, 7, 28), date(2018, 7, 30), date(2018, 8, 1)]


def test_a_toll_without_a_place_takes_the_scope_of_its_report_marked_as_inferred() -> None:
    scoped = Origin(REPORT, 0, "SOHR", SAID, DARAA)
    (inferred,) = tolls(toll(62, place=None), scoped)
    assert (inferred.key.place, inferred.place_inferred) == (DARAA, True)
    (named,) = tolls(toll(62), scoped)
    assert (named.key.place, named.place_inferred) == (place_of(BASIN), False)
    (nowhere,) = tolls(toll(62, place=None))
    assert (nowhere.key.place, nowhere.place_inferred) == (None, False)


def test_a_source_named_in_the_text_says_it_and_a_stranger_does_not() -> None:
    observatory = tolls(toll(62, attribution="the Syrian Observatory for Human Rights"), ORIGIN)[0]
    assert observatory.key.source == observatory.stated.source == "Syrian Observatory for Human Rights"
    assert tolls(toll(62, attribution="an eyewitness called Abu Omar"))[0].key.source == "SOHR"


def test_a_claim_points_at_its_passage_in_the_report() -> None:
    claim = tolls(toll(62, number=7))[0].stated.claim
    assert claim is not None
    assert (claim.report_id, claim.revision, claim.start, claim.end) == (REPORT, 0, 70, 79)


@pytest.mark.parametrize(
    "words",
    [
        "0944 123 456",
        "+963-944-123-456",
        "٠٩٤٤ ١٢٣ ٤٥٦",
        "@abu_khalid",
        "Abu Khalid @ khalid",
        "https://t.me/abu",
        "t.me/abu",
    ],
)
def test_words_that_could_identify_somebody_never_reach_a_command(words: str) -> None:
    phrase = Phrase(text=words)
    drafts = [
        strike(place=phrase, actor=phrase, target=phrase, means=phrase),
        strike(kind=DraftKind.OTHER, place=phrase, actor=phrase),
        toll(62, place=phrase, actor=phrase, cause=words, affiliation=words, attribution=words),
    ]
    for draft in drafts:
        for command in commands_of(draft, ORIGIN):
            assert words not in command.model_dump_json()


def test_a_resolved_place_stays_when_its_words_may_not() -> None:
    assert place_of(Phrase(text="Jasim, call 0944 123 456", id="sy-jasim")) == Place(id="sy-jasim")


def test_long_words_are_shortened_to_what_an_event_takes() -> None:
    command = only(strike(place=Phrase(text="the valley " * 60)))
    assert isinstance(command, ReportIncident)
    assert command.place is not None
    assert len(command.place.text or "") <= 300


def test_the_quoted_words_of_a_report_are_in_no_command() -> None:
    quote = "they came at dawn and nobody slept"
    for draft in (strike(quote=quote), toll(62, quote=quote), strike(quote=quote, certainty=Certainty.FEARED)):
        assert quote not in only(draft).model_dump_json()


def test_the_same_draft_of_the_same_report_asks_the_same_command() -> None:
    for draft in (strike(), toll(62), strike(certainty=Certainty.DENIED)):
        assert only(draft) == only(draft)


def test_another_passage_figure_or_report_asks_another_command() -> None:
    elsewhere = Origin("R-abcdefghjk", 0, "SOHR", SAID)
    commands = [only(strike()), only(strike(number=2)), only(strike(killed=exactly(4))), only(strike(), elsewhere)]
    assert len({command.command_id for command in commands}) == len(commands)


def test_one_incident_id_stands_for_one_passage_of_one_report() -> None:
    elsewhere = Origin("R-abcdefghjk", 0, "SOHR", SAID)
    ids = [only(strike()).stream_id, only(strike(number=2)).stream_id, only(strike(), elsewhere).stream_id]
    assert len(set(ids)) == 3
    assert only(strike(killed=exactly(4))).stream_id == ids[0]


def test_a_window_that_ends_before_it_begins_is_its_last_day() -> None:
    command = only(strike(occurred=Occurred(start=date(2018, 8, 2), end=date(2018, 8, 1))))
    assert isinstance(command, ReportIncident)
    assert (command.occurred.start, command.occurred.end) == (date(2018, 8, 1), date(2018, 8, 1))


def test_typed_words_name_a_place_and_stay_as_they_are_where_no_list_has_it() -> None:
    gazetteer = default_gazetteer()
    assert place_of_words("Jasim", gazetteer) == Place(id="sy-jasim", text="Jasim")
    assert place_of_words("sy-jasim", gazetteer).id == "sy-jasim"
    assert place_of_words("Nowhereville", gazetteer) == Place(text="Nowhereville")


def test_typed_words_that_fit_several_places_are_a_question_back() -> None:
    with pytest.raises(PlaceAmbiguous):
        place_of_words(shared_name(), default_gazetteer())


def test_typed_words_name_a_party_by_any_of_its_spellings() -> None:
    spellings = ("Jaysh Khalid ibn al-Walid", "Jaish Khaled bin al-Waleed")
    named = {actor_of_words(words, default_actors()).id for words in spellings}
    assert named == {"jaysh-khalid"}
    assert actor_of_words("the night watch", default_actors()).id is None
    assert actor_of_words("sudanese-army", default_actors()).id == "sudanese-army"


def test_typed_words_that_several_parties_bear_are_a_question_back() -> None:
    with pytest.raises(ActorAmbiguous) as asked:
        actor_of_words("the army", default_actors())
    assert asked.value.code == "E-ACTOR-01"
    assert any(party.startswith("lebanese-army (Lebanese Armed Forces: ") for party in asked.value.parties)


@pytest.mark.parametrize("words", ["@somebody", "0944 123 456", "x" * 301])
def test_typed_words_that_could_identify_somebody_are_refused(words: str) -> None:
    with pytest.raises(WordsUnfit):
        actor_of_words(words, default_actors())
    with pytest.raises(WordsUnfit):
        place_of_words(words, default_gazetteer())
