"""A level's own words about its part. Finishing binds what it covered: a later change below shows as stale."""

from django.db import transaction
from django.utils.translation import gettext as _

from vaxel import journal
from vaxel.calendar import clock
from vaxel.rounds import permissions
from vaxel.rounds.commands.holding import locked
from vaxel.rounds.models import NodeCompilation
from vaxel.rounds.policies import CONFLICT, RoundAct
from vaxel.rounds.queries.coverage import covered_by
from vaxel.ui.refusal import Refusal


def write(round, node_id, text, *, by, revision) -> NodeCompilation:
    """`node_id` None is the whole: the owner's."""
    with transaction.atomic():
        found = _held(round, node_id, by)
        if found.finished_at:
            raise Refusal(_("Sammanställningen är färdigställd. Öppna den igen om ni vill ändra."), status=CONFLICT)
        if found.revision != revision:
            raise Refusal(
                _("Någon annan har sparat sammanställningen. Ladda om sidan och gör ändringen igen."), status=CONFLICT
            )
        found.text, found.revision = text.strip(), found.revision + 1
        found.save()
        _record("rounds.compilation_write", found, by)
    return found


def finish(round, node_id, *, by) -> NodeCompilation:
    """Done as far as this level goes; may be done with answers missing, and says then exactly what it covered."""
    with transaction.atomic():
        found = _held(round, node_id, by)
        if found.finished_at is None:
            found.finished_at, found.finished_by, found.mandate_id = clock.now(), by.person_id, by.mandate_id
            found.covered = covered_by(found)
            found.revision += 1
            found.save()
            _record("rounds.compilation_finish", found, by)
    return found


def reopen(round, node_id, *, by) -> NodeCompilation:
    with transaction.atomic():
        found = _held(round, node_id, by)
        found.finished_at, found.finished_by, found.covered = None, None, ""
        found.revision += 1
        found.save()
        _record("rounds.compilation_reopen", found, by)
    return found


def _held(round, node_id, by):
    """The level's compilation, ours for the moment: two who write at once go one after the other (the round is held)."""
    permissions.require(permissions.compiles(by, round, node_id))
    locked(round, RoundAct.COMPILE)
    node = node_id or round.owner_id
    found = NodeCompilation.objects.filter(round=round, node=node).first()
    return found or NodeCompilation(round=round, node_id=node)


def _record(action, compilation, by):
    facts = {"node": compilation.node_id, "revision": compilation.revision}
    journal.record(action, by=by, obj=compilation.round, on_behalf_of=compilation.node_id, facts=facts)
