"""Being forgotten: at a person's own wish or for another listed reason, and never by one admin alone."""

from __future__ import annotations

import pytest

from ledger.domain import events
from ledger.domain.commands import (
    AskToBeForgotten,
    Command,
    DeclineForgetting,
    ForgetMember,
    GrantRole,
    InviteMember,
    JoinLedger,
    RevokeRole,
)
from ledger.domain.membership import Member
from ledger.domain.values import ForgettingReason, Role
from ledger.errors import NoForgettingWaits, OwnForgetting, SecondAdminNeeded, WasForgotten, WishOfAnother
from tests.ledger.domain.samples import COMMANDS, NADIM, OPERATOR, SALMA
from tests.ledger.domain.scenario import Story, by, given
from tests.ledger.domain.test_membership import joined, member

INVITE, JOIN, GRANT, REVOKE, FORGET, ASK, DECLINE = (
    COMMANDS[kind]
    for kind in (InviteMember, JoinLedger, GrantRole, RevokeRole, ForgetMember, AskToBeForgotten, DeclineForgetting)
)


def forgotten(story: Story) -> Story:
    return story.when(OPERATOR, FORGET).when(NADIM, FORGET, roles=[Role.ADMIN])


@pytest.mark.parametrize("command", [INVITE, JOIN, GRANT, REVOKE, ASK, DECLINE])
def test_the_forgotten_have_no_roles_and_get_none(command: Command) -> None:
    story = forgotten(joined()).then(events.MemberForgotten, by_operator=False, reason=ForgettingReason.OWN_WISH)
    assert member(story) == Member(joined=True, forgotten=True)
    story.when(NADIM, command, roles=[Role.ADMIN]).refused(WasForgotten)


def test_one_admin_alone_forgets_nobody() -> None:
    story = joined().when(OPERATOR, FORGET).then(events.ForgettingProposed, by_operator=True)
    assert member(story).forgotten is False
    assert member(story).roles == {Role.MONITOR}
    story.when(OPERATOR, FORGET).refused(SecondAdminNeeded)


def test_who_is_to_be_forgotten_is_none_of_the_two_admins() -> None:
    story = joined(Role.ADMIN)
    story.when(SALMA, FORGET, roles=[Role.ADMIN]).refused(OwnForgetting)
    story.when(OPERATOR, FORGET).when(SALMA, FORGET, roles=[Role.ADMIN]).refused(OwnForgetting)


def test_the_second_admin_agrees_to_the_reason_of_the_first_unless_they_give_their_own() -> None:
    danger = FORGET.model_copy(update={"reason": ForgettingReason.DANGER})
    law = FORGET.model_copy(update={"reason": ForgettingReason.LEGAL_DUTY})
    story = joined().when(OPERATOR, danger).then(events.ForgettingProposed, reason=ForgettingReason.DANGER)
    story.when(NADIM, FORGET, roles=[Role.ADMIN]).then(events.MemberForgotten, reason=ForgettingReason.DANGER)
    story.when(NADIM, law, roles=[Role.ADMIN]).then(events.MemberForgotten, reason=ForgettingReason.LEGAL_DUTY)


def test_an_own_wish_is_recorded_once_and_still_needs_two_admins() -> None:
    story = joined().when(SALMA, ASK).then(events.ForgettingAsked)
    assert member(story).asked
    story.when(SALMA, ASK).nothing()
    forgotten(story).then(events.MemberForgotten, reason=ForgettingReason.OWN_WISH)


def test_nobody_wishes_to_be_forgotten_for_somebody_else() -> None:
    joined().when(OPERATOR, ASK).refused(WishOfAnother)


@pytest.mark.parametrize(("who", "command"), [(SALMA, ASK), (OPERATOR, FORGET)])
def test_what_was_asked_or_proposed_can_be_called_off_and_begun_anew(who: str, command: Command) -> None:
    story = joined().when(who, command).when(NADIM, DECLINE, roles=[Role.ADMIN])
    story = story.then(events.ForgettingDeclined, by_operator=False)
    assert (member(story).asked, member(story).proposed) == (False, None)
    story.when(NADIM, DECLINE, roles=[Role.ADMIN]).refused(NoForgettingWaits)
    story.when(NADIM, FORGET, roles=[Role.ADMIN]).then(events.ForgettingProposed)


def test_one_admin_was_enough_in_the_events_of_earlier_days() -> None:
    story = given(*joined().told, *by(NADIM, events.MemberForgotten(by_operator=True)))
    assert member(story) == Member(joined=True, forgotten=True)


def test_a_member_is_forgotten_once() -> None:
    forgotten(joined()).when(OPERATOR, FORGET).nothing()


def test_who_was_only_invited_can_be_forgotten() -> None:
    assert member(forgotten(given().when(OPERATOR, INVITE))).invited_to is None
