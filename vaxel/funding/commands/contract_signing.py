"""Proposed to the parties, signed by each for itself, sent back with a reason, ended, replaced."""

from django.db import transaction
from django.utils.translation import gettext as _

from vaxel import files, journal
from vaxel.calendar import clock
from vaxel.funding import facts, permissions, policies
from vaxel.funding.commands import contract_letters as letters
from vaxel.funding.commands.contract_drafting import write
from vaxel.funding.commands.contract_holding import held
from vaxel.funding.domain.contract_state import ContractAct
from vaxel.funding.models import Contract, ContractAccount, ContractParty, ContractSignature, SignedCopy
from vaxel.funding.queries.contract_standing import Standing, standing
from vaxel.funding.queries.shares import terms_of
from vaxel.ui.refusal import Refusal

OWNER = "funding.contract"


def propose_contract(contract, *, by) -> Contract:
    """From now on the parties see it, and what it says stays as it is."""
    permissions.require(permissions.edits_contract(by, contract))
    with transaction.atomic():
        now = held(contract, ContractAct.PROPOSE)
        now.contract.proposed_at = clock.now()
        now.contract.save(update_fields=["proposed_at"])
        letters.proposed(now)
        _record("funding.propose_contract", now, by)
    return now.contract


def sign_contract(contract, *, by, seen) -> ContractSignature:
    """For the body of the mandate in use. `seen` is the hash of the text that was read. Signing twice is signing once."""
    with transaction.atomic():
        now = held(contract)
        party = now.party_of(by.body_id)
        permissions.require(party is not None and permissions.signs_contract(by, party.body))
        if party.pk in now.signatures:
            return now.signatures[party.pk]
        policies.allow_contract(ContractAct.SIGN, now.state)
        if seen != now.version.sha256:
            raise Refusal(
                _("Avtalets text är en annan än den ni läste. Läs den nya lydelsen innan ni skriver under."),
                status=policies.CONFLICT,
            )
        made = _sign(now, party, by, mandate_id=by.mandate_id, signed_on=clock.today())
        _record("funding.sign_contract", now, by, on_behalf_of=party.body_id)
        _if_all_have(now, by)
    return made


def _sign(now: Standing, party: ContractParty, by, **how) -> ContractSignature:
    return ContractSignature.objects.create(
        party=party,
        version=now.version,
        sha256=now.version.sha256,
        person_id=by.person_id,
        signed_at=clock.now(),
        **how,
    )


def _if_all_have(before: Standing, by):
    """The last party to sign puts the contract in force, and what it replaces out of it."""
    now = standing(before.contract)
    if now.unsigned or not before.unsigned:
        return
    old = now.contract.replaces
    if old is not None:
        old.replaced_at = clock.now()
        old.save(update_fields=["replaced_at"])
        old.subcontracts.update(parent=now.contract)
    letters.signed_by_all(now)
    facts.passed_on.send(sender=Contract, contract=now.contract, by=by)


def register_copy(contract, upload, *, by, signed_on, bodies, same_text) -> SignedCopy:
    """A contract signed by hand. Whoever registers it says that the words are the version's; a party only for itself."""
    with transaction.atomic():
        now = held(contract, ContractAct.UPLOAD_COPY)
        parties = [now.party_of(body) for body in bodies]
        permissions.require(None not in parties and _may_register(by, now, parties))
        _believable(same_text, signed_on, parties)
        attached = files.attach(
            upload, owner_type=OWNER, owner_id=contract.pk, by=by, kind="signed", allowed=("pdf",), field="upload"
        )
        made = SignedCopy.objects.create(
            version=now.version, attachment=attached, signed_on=signed_on, body_id=by.body_id, said_by=by.person_id,
            said_at=clock.now(),
        )  # fmt: skip
        for party in parties:
            if party.pk not in now.signatures:
                _sign(now, party, by, copy=made, signed_on=signed_on)
        _record("funding.register_copy", now, by, parties=sorted(bodies))
        _if_all_have(now, by)
    return made


def _may_register(by, now, parties):
    own = permissions.party_to(by, now.contract)
    return permissions.edits_contract(by, now.contract) or (
        own is not None and all(party.pk == own.pk for party in parties)
    )


def _believable(same_text, signed_on, parties):
    if not parties:
        raise Refusal(_("Välj vilka parter som har skrivit under på papperet."), field="bodies")
    if not same_text:
        raise Refusal(
            _("Läs papperet mot texten här och intyga att orden är desamma. Är de inte det, skicka tillbaka avtalet."),
            field="same_text",
        )
    if signed_on > clock.today():
        raise Refusal(_("Dagen har inte varit än. Ange den dag då den sista skrev under."), field="signed_on")


def send_back(contract, reason, *, by) -> Contract:
    """To a draft again, by its drafter or any party. A version of its own: whoever had signed signs anew."""
    permissions.require(permissions.edits_contract(by, contract) or permissions.party_to(by, contract) is not None)
    reason = _said(reason, _("Skriv varför avtalet går tillbaka. Alla parter läser det."))
    with transaction.atomic():
        now = held(contract, ContractAct.SEND_BACK)
        now.contract.proposed_at = None
        now.contract.save(update_fields=["proposed_at"])
        old = now.version
        write(now.contract, old.words, terms_of(old), by=by, number=old.number + 1, why=reason)
        letters.sent_back(now)
        _record("funding.send_back_contract", now, by)
    return now.contract


def end_contract(contract, day, reason, *, by) -> Contract:
    """`day` is the first day it no longer holds. Its drafter, or any party."""
    permissions.require(permissions.edits_contract(by, contract) or permissions.party_to(by, contract) is not None)
    reason = _said(reason, _("Skriv varför avtalet upphör i förtid. Alla parter läser det."))
    with transaction.atomic():
        now = held(contract, ContractAct.END)
        if not clock.today() <= day < min(now.contract.ended_on or now.version.ends, now.version.ends):
            raise Refusal(_("Välj en dag från och med i dag och före den dag avtalet ändå slutar."), field="day")
        now.contract.ended_on, now.contract.end_reason = day, reason
        now.contract.save(update_fields=["ended_on", "end_reason"])
        letters.ended(now)
        _record("funding.end_contract", now, by, day=day.isoformat())
    return now.contract


def replace_contract(contract, *, by) -> Contract:
    """A draft with the same parties, words and terms; the old one holds until all have signed the new."""
    permissions.require(permissions.edits_contract(by, contract))
    with transaction.atomic():
        now = held(contract, ContractAct.REPLACE)
        old = now.contract
        if Contract.objects.filter(replaces=old).exists():
            raise Refusal(
                _("Det finns redan ett utkast som ska ersätta avtalet. Fortsätt på det."), status=policies.CONFLICT
            )
        made = Contract.objects.create(
            agreement=old.agreement, stream=old.stream, parent=old.parent, to=old.to, drafter=old.drafter,
            payer=old.payer, body=old.body, replaces=old,
        )  # fmt: skip
        ContractParty.objects.bulk_create(
            ContractParty(contract=made, body=party.body, place=party.place) for party in now.parties
        )
        write(made, now.version.words, terms_of(now.version), by=by)
        _record("funding.replace_contract", now, by)
    return made


def account_for(contract, day, used_ore, municipal_ore, *, by, text="") -> ContractAccount:
    """What was used up to and including `day`, by a party that receives the money; a later account replaces it."""
    permissions.require(permissions.shares_out(by, contract))
    with transaction.atomic():
        now = held(contract, ContractAct.ACCOUNT)
        if not 0 <= used_ore <= now.version.total_ore:
            raise Refusal(_("Det som är använt kan inte vara mer än avtalets belopp."), field="used")
        if not 0 <= municipal_ore <= used_ore:
            raise Refusal(_("Det som gått till kommuner kan inte vara mer än det som är använt."), field="municipal")
        if day > clock.today():
            raise Refusal(_("Dagen har inte varit än. Redovisa till och med i dag eller tidigare."), field="day")
        made = ContractAccount.objects.create(
            contract=now.contract, day=day, used_ore=used_ore, municipal_ore=municipal_ore, text=text.strip(),
            body_id=by.body_id, made_by=by.person_id, made_at=clock.now(),
        )  # fmt: skip
        _record("funding.account_for_contract", now, by)
    return made


def _said(reason, otherwise):
    if not reason.strip():
        raise Refusal(otherwise, field="reason")
    return reason.strip()[:500]


def _record(action, now, by, on_behalf_of=None, **more):
    said = {"version": now.version.number, **more}
    journal.record(action, by=by, obj=now.contract, on_behalf_of=on_behalf_of or by.body_id, facts=said)
