"""Bodies begin, change name and code, and get a mailbox. What held before stays as it was."""

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from vaxel import journal, notices
from vaxel.calendar import FOREVER
from vaxel.calendar.clock import today
from vaxel.network.commands import tying
from vaxel.network.commands.allowed import must_found, must_manage, must_reshape
from vaxel.network.commands.cutting import cut
from vaxel.network.commands.ending import end_body, merge, split, take_over
from vaxel.network.commands.refusing import one_change
from vaxel.network.domain.kinds import Kind, Tree
from vaxel.network.models import Body, FunctionMailbox, Identity
from vaxel.network.queries.asof import at
from vaxel.ui.refusal import Refusal

__all__ = ["create_body", "end_body", "merge", "recode", "rename", "set_mailbox", "split", "take_over"]


def create_body(
    kind,
    name,
    *,
    by,
    below=None,
    code="",
    short_name="",
    from_day=None,
    tree=Tree.GOVERNANCE,
    source="",
    reason="",
) -> Body:
    """A body with its first name, belonging to `below` from its first day. A unit's code is its principal's own."""
    from_day = from_day or today()
    must_found(by, kind, below)
    with one_change():
        body = Body.objects.create(kind=kind)
        Identity.objects.create(
            body=body,
            kind=kind,
            code=code.strip(),
            within=_principal_above(below, from_day) if kind == Kind.UNIT else None,
            name=_wanted(name),
            short_name=short_name.strip(),
            valid_from=from_day,
            source=source,
        )
        if below is not None:
            tying.begin(body, below, by=by, from_day=from_day, tree=tree, source=source, reason=reason)
        journal.record("network.create_body", by=by, obj=body, facts={"kind": kind, "from": from_day}, note=name)
    return body


def rename(body, name, *, by, day=None, short_name="", kind=None) -> Identity:
    """From that day the body is called so; before it the old name stands. `kind` for a body that is two (Gotland)."""
    return _new_identity(
        "network.rename", body, by, day or today(), kind, name=_wanted(name), short_name=short_name.strip()
    )


def recode(body, code, *, by, day=None, kind=None) -> Identity:
    return _new_identity("network.recode", body, by, day or today(), kind, code=code.strip())


def set_mailbox(body, address, *, by, day=None) -> FunctionMailbox | None:
    """From that day this is the body's own address; an empty one ends what it had."""
    must_manage(by, body)
    day = day or today()
    with one_change():
        current = FunctionMailbox.objects.at(day).filter(body=body).first()
        until = current.valid_to if current else _next_start(body, day)
        if current:
            cut(current, day)
        made = None
        if address.strip():
            made = FunctionMailbox.objects.create(body=body, address=_address(address), valid_from=day, valid_to=until)
            notices.mended(made.address)
        journal.record("network.mailbox", by=by, obj=body, facts={"from": day, "removed": made is None})
    return made


def _new_identity(action, body, by, day, kind, **changes):
    must_reshape(by, body)
    with one_change():
        current = Identity.objects.at(day).filter(body=body, kind=kind or body.kind).first()
        if current is None:
            raise Refusal(_("Aktören finns inte den dagen. Välj en dag då den finns."), field="day")
        until = current.valid_to
        fields = ("body", "kind", "code", "within", "name", "short_name", "also_called")
        facts = {field: getattr(current, field) for field in fields}
        cut(current, day)
        made = Identity.objects.create(**{**facts, **changes}, valid_from=day, valid_to=until)
        journal.record(action, by=by, obj=body, facts={"from": day}, note=" ".join(filter(None, changes.values())))
    return made


def _principal_above(below, day):
    return at(day).principal_of(below) if below else None


def _next_start(body, day):
    later = FunctionMailbox.objects.filter(body=body, valid_from__gt=day).order_by("valid_from").first()
    return later.valid_from if later else FOREVER


def _wanted(name):
    if not name.strip():
        raise Refusal(_("Namnet saknas. Skriv vad aktören heter."), field="name")
    return name.strip()


def _address(address):
    try:
        validate_email(address.strip())
    except ValidationError:
        raise Refusal(_("Det är ingen e-postadress. Skriv den som namn@exempel.se."), field="address") from None
    return address.strip()
