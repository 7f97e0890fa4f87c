"""A contract is drafted from a decided stream or from the contract above it, and edited until it is proposed."""

import datetime as dt
from dataclasses import asdict

from django.db import IntegrityError, transaction
from django.utils import translation
from django.utils.translation import gettext as _

from vaxel import journal
from vaxel.calendar import clock
from vaxel.funding import permissions, policies
from vaxel.funding.commands.contract_holding import held
from vaxel.funding.domain.chain import Link
from vaxel.funding.domain.conditions import ConditionKind
from vaxel.funding.domain.contract_state import ContractAct
from vaxel.funding.domain.contract_templates import ContractTemplate, template
from vaxel.funding.domain.contract_terms import ContractTerms, facts_of, sound, usual_days
from vaxel.funding.domain.contract_text import ContractText, TextError, as_data, fill, without
from vaxel.funding.domain.life import AgreementState
from vaxel.funding.domain.municipal_share import For
from vaxel.funding.domain.terms import Receivers
from vaxel.funding.models import Contract, ContractParty, ContractVersion, Grant
from vaxel.funding.queries.contract_standing import standing
from vaxel.funding.queries.shares import terms_of
from vaxel.network.domain.kinds import PRINCIPALS, Kind
from vaxel.network.queries.asof import at
from vaxel.network.wording import listed
from vaxel.ui.refusal import Refusal

ARENAS = {Kind.HEALTHCARE_REGION: [Kind.REGION], Kind.COUNTY: list(PRINCIPALS)}


def draft_contracts(stream, *, by) -> list[Contract]:
    """One for each receiver of the decided stream that has none yet: all six healthcare regions in one step."""
    agreement = stream.agreement
    permissions.require(permissions.drafts_contracts(by, agreement))
    if agreement.state != AgreementState.DECIDED:
        raise Refusal(_("Avtal skrivs när överenskommelsen är beslutad. Besluta den först."), status=policies.CONFLICT)
    if agreement.payer_id is None:
        raise Refusal(_("Överenskommelsen nämner ingen som betalar. Ange betalare i en ny version av den."))
    drafter = agreement.owner_id if by.is_system else by.body_id
    try:
        with transaction.atomic():
            without_one = Grant.objects.filter(stream=stream, share_ore__gt=0).exclude(
                body__in=Contract.objects.filter(stream=stream, parent=None).values("body")
            )
            return [_from_grant(stream, grant, drafter, by) for grant in without_one.order_by("pk")]
    except IntegrityError:  # someone drafted the same at the same moment
        raise Refusal(_("Avtalen skrevs just av någon annan. Ladda om sidan."), status=policies.CONFLICT)


def _from_grant(stream, grant, drafter, by):
    agreement = stream.agreement
    made = Contract.objects.create(
        agreement=agreement, stream=stream, drafter_id=drafter, payer_id=agreement.payer_id, body_id=grant.body_id
    )
    _join(made, by_whom(grant.body_id, clock.today()))
    kind = ContractTemplate.GRANT
    if stream.receivers == Receivers.HEALTHCARE_REGION:
        kind = ContractTemplate.RESOURCE_CENTRE
    write(made, template(kind), _terms(stream, grant), by=by, drop_missing=True)
    journal.record("funding.draft_contract", by=by, obj=made, on_behalf_of=drafter)
    return made


def by_whom(body_id, day: dt.date) -> list[int]:
    """The principals that sign for a receiver: an arena has no signature of its own."""
    kind = at(day).named([body_id]).values_list("kind", flat=True).first()
    below = at(day).below(body_id, ARENAS[kind]).values_list("pk", flat=True) if kind in ARENAS else ()
    return sorted(set(below)) or [body_id]


def _join(contract, receivers):
    bodies = [*(one for one in receivers if one != contract.payer_id), contract.payer_id]
    ContractParty.objects.bulk_create(
        ContractParty(contract=contract, body_id=body, place=place) for place, body in enumerate(bodies)
    )


def _terms(stream, grant) -> ContractTerms:
    """The agreement's own days where it names them, else those of S0 app. 4."""
    agreement = stream.agreement
    given = dict(agreement.deadlines.values_list("link", "day"))
    days = usual_days(agreement.year)
    days["interim_on"] = given.get(Link.INTERIM, days["interim_on"])
    days["final_on"] = given.get(Link.BODY_REPORT, given.get(Link.NATIONAL_REPORT, days["final_on"]))
    shares = agreement.conditions.filter(kind=ConditionKind.MUNICIPAL_SHARE).order_by("pk")
    least = next((one.least_percent for one in shares if one.stream_id in {None, stream.pk}), None)
    return ContractTerms(
        total_ore=grant.share_ore,
        planned_municipal_ore=-(-grant.share_ore * (least or 0) // 100),
        least_percent=least,
        reference=agreement.reference,
        municipal_by=None if least is None else given.get(Link.CONTRACTS, days["interim_on"]),
        **days,
    )


def draft_part(parent, body_id, total_ore, to, *, by) -> Contract:
    """A contract under another: a party shares out a part of its money to a municipality, or keeps it for own work."""
    to = For(to)
    with transaction.atomic():
        above = held(parent, ContractAct.SUBCONTRACT)
        permissions.require(permissions.shares_out(by, above.contract))
        if body_id == by.body_id:
            raise Refusal(_("Ett avtal har två parter. Välj någon annan än er själva."), field="body")
        _room(above, total_ore)
        made = Contract.objects.create(
            agreement_id=parent.agreement_id, stream_id=parent.stream_id, parent=above.contract, to=to,
            drafter_id=by.body_id, payer_id=by.body_id, body_id=body_id,
        )  # fmt: skip
        _join(made, by_whom(body_id, clock.today()))
        terms = terms_of(above.version)
        mine = ContractTerms(
            **{**asdict(terms), "total_ore": total_ore, "planned_municipal_ore": 0, "municipal_by": None}
        )
        write(made, template(ContractTemplate.MUNICIPAL), mine, by=by, drop_missing=True)
        journal.record("funding.draft_contract", by=by, obj=made, on_behalf_of=by.body_id)
    return made


def _room(above, total_ore, besides=None):
    """The parts together are never more than the whole."""
    parts = [standing(one) for one in above.contract.subcontracts.filter(replaced_at=None).exclude(pk=besides)]
    left = above.version.total_ore - sum(part.version.total_ore for part in parts)
    if total_ore > left:
        raise Refusal(
            _("Delarna blir mer än hela avtalets belopp. Det finns %(left)s kronor kvar att avtala om.")
            % {"left": f"{max(left, 0) // 100:,}".replace(",", "\u00a0")},
            field="total",
        )


def edit_contract(contract, words: ContractText, terms: ContractTerms, *, by, seen, why="") -> ContractVersion:
    """A new version. `seen` is the number of the one that was read: two at once do not write over each other."""
    permissions.require(permissions.edits_contract(by, contract))
    with transaction.atomic():
        now = held(contract, ContractAct.EDIT)
        if now.version.number != seen:
            raise Refusal(
                _("Någon annan har ändrat avtalet under tiden. Läs den nya lydelsen och gör er ändring igen."),
                status=policies.CONFLICT,
            )
        if now.contract.parent_id:
            _room(held(now.contract.parent, ContractAct.SUBCONTRACT), terms.total_ore, besides=now.contract.pk)
        made = write(now.contract, words, terms, by=by, number=seen + 1, why=why)
        journal.record("funding.edit_contract", by=by, obj=now.contract, facts={"version": made.number})
    return made


def write(contract, words, terms, *, by, number=1, why="", drop_missing=False) -> ContractVersion:
    """`drop_missing`: paragraphs of a template that ask for what this contract does not have are left out."""
    facts = _facts(contract, terms)
    try:
        sound(terms)
        if drop_missing:
            words = without(words, {name for name, fact in facts.items() if not fact})
        fill(words, facts)
    except TextError as error:
        raise Refusal(_(error.sentence.text) % error.sentence.values)
    made = ContractVersion(
        contract=contract, number=number, content=as_data(words), facts=facts, why=why.strip(),
        made_by=by.person_id, made_at=clock.now(), **asdict(terms),
    )  # fmt: skip
    made.keep_hash()
    made.save()
    return made


@translation.override("sv")
def _facts(contract, terms):
    """Every place there is; an empty one is what this contract does not have."""
    parties = [party.body_id for party in contract.parties.order_by("place")]
    names = at(clock.today()).names([*parties, contract.payer_id, contract.body_id])
    receivers = [names.get(body, "") for body in parties if body != contract.payer_id]
    agreement, stream, parent = contract.agreement, contract.stream, contract.parent
    above = parent and parent.versions.latest("number")
    return {
        "parter": listed([names.get(body, "") for body in parties]),
        "mottagare": listed(receivers),
        "betalare": names.get(contract.payer_id, ""),
        "område": names.get(contract.body_id, ""),
        "överenskommelse": agreement.name,
        "inriktning": stream.title,
        "år": str(agreement.year),
        "huvudavtal": f"{parent.number}, {above.text.title}" if above else "",
        **dict.fromkeys(("andel", "kommunavtal_senast"), ""),
        **facts_of(terms),
    }
