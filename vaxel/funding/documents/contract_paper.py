"""What stands on a contract's paper: its words, its parties, who has signed and how."""

from django.utils import translation
from django.utils.translation import gettext as _

from vaxel.calendar.clock import today
from vaxel.calendar.domain.phrases import day_of_month
from vaxel.funding.documents.contract_pdf import ContractSheet, Signer
from vaxel.network.models import Person
from vaxel.network.queries.asof import at
from vaxel.network.wording import ROLES


@translation.override("sv")
def paper_of(now) -> ContractSheet:
    """`now`: queries.contract_standing.Standing. In Swedish, as the contract is, whoever prints it."""
    text = now.version.text
    names = at(today()).names([party.body_id for party in now.parties])
    people = people_of(now)
    return ContractSheet(
        title=text.title,
        clauses=text.clauses,
        parties=tuple(
            _signer(names.get(party.body_id, ""), now.signatures.get(party.pk), people) for party in now.parties
        ),
        hash=now.version.sha256,
        facts=((_("Avtal"), now.contract.number), (_("Lydelse"), str(now.version.number))),
        foot=f"{now.contract.number} · {_('Lydelse')} {now.version.number}",
    )


def people_of(now) -> dict:
    ids = {one.person_id for one in now.signatures.values()} - {None}
    return dict(Person.objects.filter(public_id__in=ids, erased_at=None).values_list("public_id", "name"))


def _signer(name, signature, people) -> Signer:
    if signature is None:
        return Signer(name)
    day = day_of_month(signature.signed_on)
    if signature.copy_id:
        return Signer(name, "paper", (_("Undertecknat för hand %(day)s; papperet är inläst.") % {"day": day},))
    role = signature.mandate.title or str(ROLES[signature.mandate.role])
    who = people.get(signature.person_id, "")
    return Signer(
        name, "here", (", ".join(filter(None, [who, role])), _("Undertecknat i Växel %(day)s") % {"day": day})
    )
