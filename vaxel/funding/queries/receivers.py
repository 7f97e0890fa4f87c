"""Whom an agreement's money was granted to, as a round asks for them."""

from vaxel.calendar.clock import today
from vaxel.funding.models import Grant
from vaxel.network.models import Identity


def granted(decision):
    """Nought is no grant: there is nothing to take up."""
    return Grant.objects.filter(decision=decision, share_ore__gt=0)


def audience_of(decision) -> dict:
    """By kind where everyone of the kind has a part, else the bodies themselves."""
    rows = granted(decision)
    kinds = list(dict.fromkeys(rows.order_by("stream__place").values_list("stream__receivers", flat=True)))
    bodies = set(rows.values_list("body_id", flat=True))
    if bodies == _of_kinds(kinds):
        return {"kinds": kinds}
    return {"bodies": sorted(bodies)}


def shared_by_all(decision) -> set[str]:
    """Keys of the streams that every receiver of their kind in this decision has a part of."""
    rows = granted(decision).values_list("stream__key", "stream__receivers", "body_id")
    having: dict[str, set[int]] = {}
    of_kind: dict[str, set[int]] = {}
    kind_of = {}
    for key, kind, body in rows:
        having.setdefault(key, set()).add(body)
        of_kind.setdefault(kind, set()).add(body)
        kind_of[key] = kind
    return {key for key, bodies in having.items() if bodies == of_kind[kind_of[key]]}


def _of_kinds(kinds):
    return set(Identity.objects.at(today()).filter(kind__in=kinds).values_list("body_id", flat=True))
