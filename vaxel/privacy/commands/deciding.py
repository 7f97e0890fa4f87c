"""An erasure is drafted, then decided and carried out in one command, with one row in the journal."""

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from vaxel import journal
from vaxel.calendar.clock import now
from vaxel.network.models import Body, Person
from vaxel.privacy import kept_outside
from vaxel.privacy.commands.erasing import Erasing, mail_files_without
from vaxel.privacy.domain.regime import Ground, Scope, regime_of
from vaxel.privacy.models import ErasureDecision
from vaxel.privacy.permissions import decides, require
from vaxel.privacy.policies import require_complete, require_decidable
from vaxel.privacy.queries.rows import subject_of
from vaxel.ui.refusal import Refusal


def draft(person, *, ground, scope, reason, by, reference="", words=(), body=None) -> ErasureDecision:
    """`body` is whose decision it is: the one acted for, and its regime is what its kind says. `words` are more than her
    name and addresses: a nickname, a personal number.
    """
    require(decides(by))
    body = body or Body.objects.get(pk=by.body_id)
    regime = regime_of(body.kind, settings.PRIVACY_REGIME)
    require_complete(regime, reference, reason)
    if person.erased_at:
        raise Refusal(_("Den personens uppgifter är redan raderade."), status=409)
    try:
        with transaction.atomic():
            made = ErasureDecision.objects.create(
                person=person,
                body=body,
                regime=regime,
                ground=Ground(ground),
                scope=Scope(scope),
                reference=reference.strip(),
                reason=reason.strip(),
                words=[word for word in map(str.strip, words) if word],
                drafted_at=now(),
                drafted_by=by.person_id,
            )
            journal.record("privacy.draft", by=by, obj=made, on_behalf_of=body.pk)
    except IntegrityError:
        raise Refusal(_("Det finns redan ett förslag om den personen."), status=409) from None
    return made


@transaction.atomic
def withdraw(decision, *, by) -> None:
    """A draft is taken back: nothing was erased."""
    require(decides(by))
    if decision.carried_out_at:
        raise Refusal(_("Raderingen är redan verkställd."), status=409)
    journal.record("privacy.withdraw", by=by, obj=decision, on_behalf_of=decision.body_id)
    decision.delete()


def decide(decision, *, by) -> ErasureDecision:
    """All of it, or nothing. What must be done again after a restored backup is written outside before the commit: an
    erasure noted that was rolled back does no harm, one done and not noted would come back.
    """
    require(decides(by))
    with transaction.atomic():
        mine = (
            ErasureDecision.objects.select_for_update(of=("self",)).select_related("person__user").get(pk=decision.pk)
        )
        require_decidable(mine, by)
        subject = subject_of(mine.person, mine.words)
        kept_outside.add(mine, mine.words)
        done = Erasing(subject, mine.scope, by=by, reference=str(mine.public_id)).run()
        mine.refresh_from_db()
        mine.decided_at = mine.carried_out_at = now()
        mine.decided_by, mine.words, mine.outcome = by.person_id, [], done
        mine.save()
        facts = {"person": subject.public_id, "rows": sum(done.values()), "scope": mine.scope, "ground": mine.ground}
        journal.record("privacy.erase", by=by, obj=mine, on_behalf_of=mine.body_id, facts=facts)
    transaction.on_commit(lambda: mail_files_without(subject.wanted))
    return mine


def person_of(public_id) -> Person | None:
    return Person.objects.select_related("user").filter(public_id=public_id).first()
