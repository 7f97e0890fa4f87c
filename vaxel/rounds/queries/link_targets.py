"""Who is sent a link to answer by instead of one to log in: a body where nobody has an account, and user organisations.

The seat's own holder goes before the function mailbox; the receipt will name the one it was sent to.
"""

from dataclasses import dataclass

from vaxel.network.domain.kinds import Kind
from vaxel.network.models import Body, FunctionMailbox, Mandate
from vaxel.rounds.permissions import ACTING
from vaxel.rounds.queries.reach import MOST_IN_LIST, REACHABLE


@dataclass(frozen=True)
class LinkTarget:
    """`mandate_id` of the seat, or None for the function mailbox `mailbox_id`."""

    body_id: int
    address: str
    mandate_id: int | None = None
    mailbox_id: int | None = None

    @property
    def key(self) -> str:
        """What a form says to choose it."""
        return f"m{self.mandate_id}" if self.mandate_id else f"b{self.mailbox_id}"


def link_targets(body_ids, day, *, at=None) -> dict[int, LinkTarget]:
    """Only the bodies that are to have one: the nearest address of their own, or the one in `at` (by body) if it is theirs.

    Four queries per nine hundred bodies.
    """
    wanted, found = list(body_ids), {}
    for start in range(0, len(wanted), MOST_IN_LIST):
        part = _without_account(wanted[start : start + MOST_IN_LIST], day)
        for body, targets in targets_of(part, day).items():
            asked = [target for target in targets if at is None or target.address == at.get(body)]
            if asked:
                found[body] = asked[0]
    return found


def _without_account(bodies, day):
    """Nobody who may answer there can log in; a user organisation answers by link also when somebody can."""
    seats = Mandate.objects.at(day).filter(body__in=bodies, role__in=ACTING, person__erased_at=None)
    with_account = set(seats.filter(person__user__is_active=True).values_list("body", flat=True))
    organisations = Body.objects.filter(pk__in=bodies, kind=Kind.USER_ORGANISATION).values_list("pk", flat=True)
    with_account -= set(organisations)
    return [body for body in bodies if body not in with_account]


def targets_of(bodies, day) -> dict[int, list[LinkTarget]]:
    """Every address of the bodies' own that a link can be sent to, the nearest first. A county's is never one."""
    found: dict[int, list[LinkTarget]] = {}
    seats = Mandate.objects.at(day).filter(body__in=bodies, role__in=REACHABLE, person__erased_at=None)
    rows = seats.exclude(person=None).exclude(person__email="").select_related("person")
    for row in sorted(rows, key=lambda row: (row.deputy, REACHABLE.index(row.role), row.valid_from, row.pk)):
        found.setdefault(row.body_id, []).append(LinkTarget(row.body_id, row.person.email, mandate_id=row.pk))
    for box in FunctionMailbox.objects.at(day).filter(body__in=bodies).order_by("pk"):
        found.setdefault(box.body_id, []).append(LinkTarget(box.body_id, box.address, mailbox_id=box.pk))
    return found
