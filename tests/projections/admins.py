"""What takes two admins."""

from __future__ import annotations

from ledger.domain import commands
from ledger.domain.values import Role
from tests.ledger.domain.samples import OPERATOR
from tests.projections.scene import Scene

RANA = "M-" + "rana".ljust(26, "0")


def forget(scene: Scene, member_id: str) -> None:
    """The operator and Rana agree that somebody be forgotten."""
    scene.do(OPERATOR, commands.GrantRole(command_id=scene.next_id(), member_id=RANA, role=Role.ADMIN))
    for admin in (OPERATOR, RANA):
        scene.do(admin, commands.ForgetMember(command_id=scene.next_id(), member_id=member_id))
