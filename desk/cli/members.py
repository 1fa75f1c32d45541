"""``member``: invitations, roles, being forgotten. Names are shown to the operator of this machine only."""

from __future__ import annotations

from typing import Annotated

import typer

from desk.cli.session import Json, emit, say, session_of
from ledger.domain.values import Role
from ledger.errors import RoleForbids

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
        if Role.ADMIN not in desk.people.roles(caller.member_id):
            raise RoleForbids("member list", ", ".join(sorted(desk.people.roles(caller.member_id))) or "reader")
        for member in desk.queries.members():
            name = desk.people.name_of(member.member_id) if caller.by_operator else None
            roles = " ".join(sorted(member.roles)) or "–"
            invited = f", invited as {member.invited_to}" if member.invited_to else ""
            gone = ", forgotten" if member.forgotten else ""
            if as_json:
                emit({**member.line(), "name": name})
            else:
                say(f"{member.member_id}  {name or '–'}  {roles}{invited}{gone}")


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
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask again.")] = False,
    as_json: Json = False,
) -> None:
    """Destroy a member's key, contacts and words at their wish; the log keeps a random id that leads nowhere.

    Example: ledger member forget salma
    """
    session = session_of(context)
    with session.desk() as desk:
        member_id = desk.people.member_id(name)
        if not yes:
            typer.confirm(
                f"Forget {name} for ever? Their words and contacts cannot be brought back", abort=True, err=True
            )
        receipt = desk.people.forget(member_id, session.caller(desk))
        _say_done("The member", "is forgotten", receipt.last, as_json)


def _say_done(name: str, words: str, position: int, as_json: bool) -> None:
    if as_json:
        emit({"done": f"{name} {words}", "position": position})
    else:
        say(f"{name} {words} (@{position})")
