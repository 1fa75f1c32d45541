"""Members: who lets whom in, what each role may ask, and what remains of the forgotten."""

from __future__ import annotations

import re

import pytest

from ledger.domain import commands, events, membership
from ledger.domain.commands import (
    Command,
    ForgetMember,
    GrantRole,
    InviteMember,
    JoinLedger,
    MemberCommand,
    ReceiveReport,
    RevokeRole,
)
from ledger.domain.membership import Member, authorize
from ledger.domain.values import Role
from ledger.errors import (
    AlreadyMember,
    NoSuchStream,
    NotInvited,
    OwnRole,
    RoleForbids,
    RoleNotHeld,
)
from tests.ledger.domain.samples import COMMANDS, OPERATOR, SALMA, YARA, acting, command_id
from tests.ledger.domain.scenario import Story, given, state_after

INVITE, JOIN, GRANT, REVOKE, FORGET = (
    COMMANDS[kind] for kind in (InviteMember, JoinLedger, GrantRole, RevokeRole, ForgetMember)
)
REVIEWER = {"role": Role.REVIEWER}

R, A, M, V, D = Role.READER, Role.AUDITOR, Role.MONITOR, Role.REVIEWER, Role.ADMIN

WHO_MAY: dict[type[Command], set[Role]] = {
    commands.ReceiveReport: {M, V, D},
    commands.EditReport: {M, V, D},
    commands.WithdrawReport: {M, V, D},
    commands.NoteClaim: {M, V, D},
    commands.ReportIncident: {M, V, D},
    commands.CiteSource: {M, V, D},
    commands.ReviseCasualties: {M, V, D},
    commands.StateToll: {M, V, D},
    commands.CorrectPlace: {V, D},
    commands.CorrectTime: {V, D},
    commands.CorrectActor: {V, D},
    commands.GradeSource: {V, D},
    commands.ReviewIncident: {V, D},
    commands.RetractIncident: {V, D},
    commands.MergeIncident: {V, D},
    commands.ReviewStatement: {V, D},
    commands.SplitIncident: {V, D},
    commands.DeclareDistinct: {V, D},
    commands.AnswerProposal: {V, D},
    commands.ReviewToll: {V, D},
    commands.WithdrawToll: {V, D},
    commands.ReinstateToll: {V, D},
    commands.DeclareTollsDisjoint: {V, D},
    commands.DeclareTollsOverlapping: {V, D},
    commands.RecordPublished: {D},
    commands.RecordPublishedIncident: {D},
    commands.InviteMember: {D},
    commands.GrantRole: {D},
    commands.RevokeRole: {D},
    commands.ForgetMember: {D},
    commands.DeclineForgetting: {D},
    commands.JoinLedger: {R, A, M, V, D},
    commands.AskToBeForgotten: {R, A, M, V, D},
}
"""The whole of it, written out: which roles may ask what."""


def leaves(base: type[Command]) -> set[type[Command]]:
    below = base.__subclasses__()
    return set().union(*map(leaves, below)) if below else {base}


def test_every_command_stands_in_the_table_and_among_the_samples() -> None:
    assert leaves(Command) == set(WHO_MAY) == set(COMMANDS)


def words(kind: type[Command]) -> str:
    return " ".join(re.findall("[A-Z][a-z]+", kind.__name__)).lower()


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("kind", list(WHO_MAY), ids=lambda kind: kind.__name__)
def test_a_role_may_ask_what_the_table_says_and_nothing_else(kind: type[Command], role: Role) -> None:
    if role in WHO_MAY[kind]:
        authorize(COMMANDS[kind], acting(YARA, role))
    else:
        with pytest.raises(RoleForbids, match=words(kind)):
            authorize(COMMANDS[kind], acting(YARA, role))


def test_a_stranger_is_a_reader() -> None:
    stranger = acting(YARA).model_copy(update={"roles": frozenset()})
    authorize(JOIN, stranger)
    with pytest.raises(RoleForbids, match="reader"):
        authorize(COMMANDS[ReceiveReport], stranger)


def test_two_roles_may_do_what_either_may() -> None:
    authorize(COMMANDS[ReceiveReport], acting(YARA, Role.AUDITOR, Role.MONITOR))


def joined(role: Role = Role.MONITOR) -> Story:
    """Salma was invited and took the invitation up."""
    return given().when(OPERATOR, INVITE.model_copy(update={"role": role})).when(SALMA, JOIN)


def member(story: Story) -> Member:
    state = state_after(story.told, JOIN)
    assert isinstance(state, Member)
    return state


def test_an_invited_person_joins_and_has_the_role() -> None:
    story = given().when(OPERATOR, INVITE).then(events.MemberInvited, role=Role.MONITOR, by_operator=True)
    assert member(story).roles == frozenset()
    story = story.when(SALMA, JOIN).then(events.MemberJoined)
    assert member(story) == Member(joined=True, roles=frozenset({Role.MONITOR}))


def test_an_invitation_is_taken_up_once_and_by_the_invited_alone() -> None:
    given().when(OPERATOR, INVITE).when(YARA, JOIN).refused(NotInvited)
    joined().when(SALMA, JOIN).refused(NotInvited)


@pytest.mark.parametrize("command", [JOIN, REVOKE, FORGET])
def test_there_must_be_a_member_first(command: Command) -> None:
    given().when(OPERATOR, command).refused(NoSuchStream)


def test_nobody_but_the_operator_gives_a_role_to_an_unknown_person() -> None:
    given().when(YARA, GRANT, roles=[Role.ADMIN]).refused(NoSuchStream)
    given().when(OPERATOR, GRANT).then(events.RoleGranted, by_operator=True)


def operator_becomes(role: Role, member_id: str = OPERATOR) -> GrantRole:
    return GrantRole(command_id=command_id("bootstrap"), member_id=member_id, role=role)


def test_the_operator_makes_themself_the_first_admin() -> None:
    nobody = acting(OPERATOR, by_operator=True).model_copy(update={"roles": frozenset()})
    authorize(operator_becomes(Role.ADMIN), nobody)
    given().when(OPERATOR, operator_becomes(Role.ADMIN)).then(events.RoleGranted, role=Role.ADMIN, by_operator=True)


def test_making_oneself_admin_is_open_at_the_command_line_only_and_for_oneself_only() -> None:
    nobody = acting(OPERATOR).model_copy(update={"roles": frozenset()})
    at_the_line = nobody.model_copy(update={"by_operator": True})
    for command, who in (
        (operator_becomes(Role.ADMIN), nobody),
        (operator_becomes(Role.REVIEWER), at_the_line),
        (operator_becomes(Role.ADMIN, SALMA), at_the_line),
        (operator_becomes(Role.ADMIN), acting(OPERATOR, Role.MONITOR, by_operator=True)),
    ):
        with pytest.raises(RoleForbids):
            authorize(command, who)


def test_an_admin_who_lost_the_role_cannot_take_it_back() -> None:
    lost = REVOKE.model_copy(update={"member_id": OPERATOR, "role": Role.ADMIN})
    story = given().when(OPERATOR, operator_becomes(Role.ADMIN)).when(YARA, lost, roles=[Role.ADMIN])
    story.when(OPERATOR, operator_becomes(Role.ADMIN)).refused(OwnRole)


@pytest.mark.parametrize("command", [INVITE, GRANT, REVOKE])
def test_nobody_changes_their_own_roles(command: Command) -> None:
    joined().when(SALMA, command.model_copy(update=REVIEWER), roles=[Role.ADMIN]).refused(OwnRole)


def test_a_role_is_granted_once() -> None:
    story = joined().when(OPERATOR, GRANT.model_copy(update=REVIEWER)).then(events.RoleGranted)
    assert member(story).roles == {Role.MONITOR, Role.REVIEWER}
    story.when(OPERATOR, GRANT.model_copy(update=REVIEWER)).refused(AlreadyMember, "reviewer")


def test_nobody_is_invited_twice_to_the_same_role() -> None:
    given().when(OPERATOR, INVITE).when(OPERATOR, INVITE).refused(AlreadyMember)
    joined().when(OPERATOR, INVITE).refused(AlreadyMember)


def test_a_member_can_be_invited_to_one_more_role() -> None:
    story = joined().when(OPERATOR, INVITE.model_copy(update=REVIEWER)).when(SALMA, JOIN)
    assert member(story).roles == {Role.MONITOR, Role.REVIEWER}


def test_a_role_is_revoked_once() -> None:
    story = joined().when(OPERATOR, REVOKE).then(events.RoleRevoked)
    assert member(story).roles == frozenset()
    story.when(OPERATOR, REVOKE).refused(RoleNotHeld)


def test_a_revoked_invitation_cannot_be_taken_up() -> None:
    given().when(OPERATOR, INVITE).when(OPERATOR, REVOKE).when(SALMA, JOIN).refused(NotInvited)


def test_a_command_of_no_known_class_is_a_mistake_of_ours() -> None:
    stray = MemberCommand(command_id=command_id("stray"), member_id=SALMA)
    with pytest.raises(NotImplementedError):
        membership.decide(Member(), stray, acting(OPERATOR, Role.ADMIN))
