"""``member``: invitations, roles, being forgotten. Names are shown to the operator of this machine only."""

from __future__ import annotations

from typing import Annotated

import typer

from desk.cli.session import Json, emit, remark, say, session_of
from ledger.domain.values import ForgettingReason, Role
from projections.reports import MemberRow

app = typer.Typer(no_args_is_help=True, help="Who may do what.", rich_markup_mode=None)

Name = Annotated[str, typer.Argument(metavar="MEMBER", help="A member's name, or id.")]
RoleChoice = Annotated[Role, typer.Option("--role", help="What they may do.")]


@app.command()
def invite(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="What you call them; kept in the vault only.")],
    role: RoleChoice = Role.MONITOR,
    as_json: Json = False,
) -> None:
    """Invite somebody: the code opens the bot for one Telegram account, once, for 72 hours.

    At the command line of this machine they act with --as NAME, and have joined by that.

    Example: ledger member invite salma --role reviewer
    """
    session = session_of(context)
    with session.desk() as desk:
        invitation = desk.people.invite(role, session.caller(desk), name)
        if as_json:
            emit(
                {
                    "member_id": invitation.member_id,
                    "name": name,
                    "role": role.value,
                    "code": invitation.code,
                    "expires_at": invitation.expires_at.isoformat(),
                    "position": desk.log.head().position,
                }
            )
            return
        say(f"{name} is invited as {role.value} ({invitation.member_id})")
        say(f"Code, shown once: {invitation.code}")
        say(f"It opens https://t.me/YOUR_BOT?start={invitation.code} until {invitation.expires_at:%Y-%m-%d %H:%M} UTC")


@app.command("list")
def list_members(context: typer.Context, as_json: Json = False) -> None:
    """All members with their roles; their names too, if you are the operator.

    Example: ledger member list
    """
    session = session_of(context)
    with session.desk() as desk:
        caller = session.caller(desk)
        for member in desk.queries.members():
            name = desk.people.name_of(member.member_id) if caller.by_operator else None
            roles = " ".join(sorted(member.roles)) or "–"
            invited = f", invited as {member.invited_to}" if member.invited_to else ""
            gone = _forgetting_words(member)
            if as_json:
                emit({**member.line(), "name": name})
            else:
                say(f"{member.member_id}  {name or '–'}  {roles}{invited}{gone}")


def _forgetting_words(member: MemberRow) -> str:
    if member.forgotten:
        return ", forgotten"
    if member.forgetting == "asked":
        return ", asks to be forgotten: two admins have to agree"
    if member.forgetting_reason is None:
        return ""
    return f", to be forgotten ({member.forgetting_reason.replace('_', ' ')}): a second admin has to agree"


@app.command()
def grant(context: typer.Context, name: Name, role: RoleChoice, as_json: Json = False) -> None:
    """Give a member one more role.

    Example: ledger member grant salma --role auditor
    """
    session = session_of(context)
    with session.desk() as desk:
        receipt = desk.people.grant(desk.people.member_id(name), role, session.caller(desk))
        _say_done(name, f"has the role {role.value}", receipt.last, as_json)


@app.command()
def revoke(context: typer.Context, name: Name, role: RoleChoice, as_json: Json = False) -> None:
    """Take a role, or an invitation to it, back; it is over at once.

    Example: ledger member revoke salma --role reviewer
    """
    session = session_of(context)
    with session.desk() as desk:
        receipt = desk.people.revoke(desk.people.member_id(name), role, session.caller(desk))
        _say_done(name, f"no longer has the role {role.value}", receipt.last, as_json)


@app.command()
def forget(
    context: typer.Context,
    name: Name,
    reason: Annotated[
        ForgettingReason | None,
        typer.Option("--reason", help="Why; else what the first admin said, or the member's own wish."),
    ] = None,
    decline: Annotated[bool, typer.Option("--decline", help="Call off what was asked or proposed.")] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask again.")] = False,
    as_json: Json = False,
) -> None:
    """Agree that a member be forgotten; at the second admin's word their key, contacts and words are destroyed.

    The operator at the command line counts as one of the two. The log keeps a random id that leads nowhere.

    Example: ledger member forget salma --reason own_wish
    """
    session = session_of(context)
    with session.desk() as desk:
        member_id, caller = desk.people.member_id(name), session.caller(desk)
        if decline:
            receipt = desk.people.decline_forgetting(member_id, caller)
            _say_done(name, "stays; what was asked or proposed is off", receipt.last, as_json)
            return
        if not yes:
            typer.confirm(
                f"Forget {name} for ever? Once two admins agree, their words and contacts cannot be brought back",
                abort=True,
                err=True,
            )
        forgetting = desk.people.forget(member_id, caller, reason)
        if forgetting.done:
            _say_done("The member", "is forgotten", forgetting.receipt.last, as_json, forgotten=True)
        else:
            _say_done(
                name,
                "is to be forgotten; a second admin has to agree",
                forgetting.receipt.last,
                as_json,
                forgotten=False,
            )
            remark("Waits for another admin: ledger --as ADMIN member forget MEMBER")


@app.command("forget-me")
def forget_me(context: typer.Context, as_json: Json = False) -> None:
    """Ask that you be forgotten; it is done once two admins have agreed.

    Example: ledger --as salma member forget-me
    """
    session = session_of(context)
    with session.desk() as desk:
        receipt = desk.people.ask_to_be_forgotten(session.caller(desk))
        _say_done("Your wish to be forgotten", "is recorded; two admins have to agree", receipt.last, as_json)


def _say_done(name: str, words: str, position: int, as_json: bool, **more: bool) -> None:
    if as_json:
        emit({"done": f"{name} {words}", "position": position, **more})
    else:
        say(f"{name} {words} (@{position})")
