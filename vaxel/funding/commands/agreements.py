"""An agreement as it is drafted: begun, changed, its last days and conditions, thrown away, followed by a version."""

from django.db import transaction
from django.utils.translation import gettext as _

from vaxel import journal
from vaxel.funding import permissions
from vaxel.funding.commands.copying import copy_terms
from vaxel.funding.commands.holding import changing, held
from vaxel.funding.domain.chain import Link, out_of_order
from vaxel.funding.domain.conditions import ConditionKind
from vaxel.funding.domain.life import AgreementAct
from vaxel.funding.models import Agreement, AgreementParty, Condition, Deadline
from vaxel.funding.words import LINKS
from vaxel.ui.refusal import Refusal

FIELDS = frozenset("year name text reference orderer_id payer_id assessor_id rounding level unit_ore".split())


def create_agreement(*, by, owner_id, year, name, party_ids=(), **fields) -> Agreement:
    permissions.require(permissions.writes_agreements(by) and (by.is_system or by.body_id == owner_id))
    made = Agreement(owner_id=owner_id)
    _write(made, {"year": year, "name": name, **fields})
    with transaction.atomic():
        made.save()
        _set_parties(made, party_ids)
        journal.record("funding.create_agreement", by=by, obj=made, on_behalf_of=owner_id)
    return made


def edit_agreement(agreement, *, by, revision, party_ids=None, **fields) -> Agreement:
    """A stale revision is refused: two people write the same agreement."""
    with changing(agreement, by=by, revision=revision, fields=sorted(fields)) as now:
        _write(now, fields)
        if party_ids is not None:
            _set_parties(now, party_ids)
    return now


def _write(agreement, fields):
    if unknown := set(fields) - FIELDS:
        raise TypeError(f"an agreement has no {sorted(unknown)} to write")
    for name, value in fields.items():
        setattr(agreement, name, value)
    agreement.name = agreement.name.strip()
    if not agreement.name:
        raise Refusal(_("Skriv vad överenskommelsen heter."), field="name")
    if not 1990 <= agreement.year <= 2100:
        raise Refusal(_("Skriv vilket år medlen gäller, med fyra siffror."), field="year")


def _set_parties(agreement, body_ids):
    AgreementParty.objects.filter(agreement=agreement).exclude(body__in=body_ids).delete()
    known = set(agreement.parties.values_list("body_id", flat=True))
    AgreementParty.objects.bulk_create(
        AgreementParty(agreement=agreement, body_id=body) for body in dict.fromkeys(body_ids) if body not in known
    )


def set_deadlines(agreement, days, *, by) -> Agreement:
    """`days`: {Link: date}; what is left out has no last day. Each link must be later than the one before it."""
    days = {Link(link): day for link, day in days.items() if day}
    for before, link in out_of_order(days):
        raise Refusal(
            _("%(link)s måste ligga efter %(before)s, annars hinner ingen ledet emellan.")
            % {"link": LINKS[link], "before": LINKS[before].lower()},
            field=link,
        )
    with changing(agreement, by=by, deadlines=sorted(days)) as now:
        now.deadlines.all().delete()
        Deadline.objects.bulk_create(Deadline(agreement=now, link=link, day=day) for link, day in days.items())
    return now


def add_condition(
    agreement, text, *, by, kind=ConditionKind.BASIC, stream=None, least_percent=None, opens_next_year=False
):
    if not text.strip():
        raise Refusal(_("Skriv vad som krävs."), field="text")
    if kind == ConditionKind.MUNICIPAL_SHARE and not 1 <= (least_percent or 0) <= 100:
        raise Refusal(_("Skriv hur stor del, 1–100 procent."), field="least_percent")
    with changing(agreement, by=by, condition=kind) as now:
        return Condition.objects.create(
            agreement=now,
            stream=stream,
            kind=kind,
            text=text.strip(),
            least_percent=least_percent if kind == ConditionKind.MUNICIPAL_SHARE else None,
            opens_next_year=opens_next_year,
        )


def drop_condition(condition, *, by) -> None:
    with changing(condition.agreement, by=by, condition=condition.kind):
        condition.delete()


def delete_agreement(agreement, *, by) -> None:
    """Only a draft, which nobody has been told of; the journal keeps that it was."""
    permissions.require(permissions.edits_agreement(by, agreement))
    with transaction.atomic():
        now = held(agreement, AgreementAct.DELETE)
        journal.record("funding.delete_agreement", by=by, obj=now, on_behalf_of=by.body_id)
        now.delete()


def new_version(agreement, *, by) -> Agreement:
    """A draft with the same terms that will replace this one when it is decided; until then this one holds."""
    permissions.require(permissions.edits_agreement(by, agreement))
    with transaction.atomic():
        now = held(agreement, AgreementAct.REPLACE)
        if Agreement.objects.filter(replaces=now).exists():
            raise Refusal(_("Det finns redan ett utkast till ny version. Fortsätt på det."), status=409)
        made = copy_terms(now)
        journal.record(
            "funding.replace_agreement", by=by, obj=made, on_behalf_of=by.body_id, facts={"replaces": now.pk}
        )
    return made
