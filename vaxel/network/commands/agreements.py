"""What a county's parties agree: drafted and proposed by its coordinator, signed by each party for itself alone."""

import datetime as dt
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from vaxel import journal
from vaxel.calendar import FOREVER
from vaxel.calendar.clock import now, today
from vaxel.network.commands.refusing import one_change
from vaxel.network.domain.agreements import Permits, Renewal, Standing, period_end
from vaxel.network.domain.kinds import PRINCIPALS, Kind
from vaxel.network.models import AgreementParty, CountyAgreement, SharedResource
from vaxel.network.permissions import drafts_agreement, signs_for
from vaxel.network.queries.agreements import agreed
from vaxel.network.queries.asof import at
from vaxel.ui.refusal import Refusal

CONFLICT = 409


@dataclass(frozen=True)
class Shared:
    """A shared resource as it is written: `host_id` is one of the parties or the county."""

    name: str
    kind: str
    percent: int | None
    host_id: int


@dataclass(frozen=True)
class Wording:
    """What an agreement says. `ends` is the first day it no longer holds."""

    title: str
    starts: dt.date
    ends: dt.date = FOREVER
    renewal: Renewal = Renewal.ENDS
    notice_months: int = 6
    permits: frozenset[Permits] = frozenset()
    text: str = ""
    resources: tuple[Shared, ...] = field(default=())


def draft_agreement(county, wording, *, by, party_ids=None, follows=None) -> CountyAgreement:
    """Between the county's region and municipalities, or those of them named; Gotland's one body is one party."""
    _must_draft(by, county.pk)
    if county.kind != Kind.COUNTY:
        raise Refusal(_("En länsöverenskommelse hör till ett län. Välj länet."), field="county")
    _must_make_sense(wording)
    with one_change():
        made = CountyAgreement(county=county, follows=follows)
        _say(made, wording)
        made.save()
        _join(made, party_ids, wording.starts)
        _share(made, wording.resources)
        journal.record("network.draft_agreement", by=by, obj=made, on_behalf_of=county.pk)
    return made


def edit_agreement(agreement, wording, *, by, revision, party_ids=None) -> CountyAgreement:
    """While it is a draft. `revision` is the one that was read: two at once do not write over each other."""
    _must_draft(by, agreement.county_id)
    _must_make_sense(wording)
    with one_change():
        agreement = _held(agreement)
        _must_be_draft(agreement)
        if agreement.revision != revision:
            raise Refusal(
                _("Någon annan har ändrat utkastet under tiden. Läs om sidan och gör er ändring igen."), status=CONFLICT
            )
        _say(agreement, wording)
        agreement.revision += 1
        agreement.save()
        agreement.parties.all().delete()
        _join(agreement, party_ids, wording.starts)
        agreement.resources.all().delete()
        _share(agreement, wording.resources)
        journal.record("network.edit_agreement", by=by, obj=agreement, on_behalf_of=agreement.county_id)
    return agreement


def propose_agreement(agreement, *, by) -> CountyAgreement:
    """From now on the parties see it and sign, each by itself; what it says stays as it is."""
    _must_draft(by, agreement.county_id)
    with one_change():
        agreement = _held(agreement)
        _must_be_draft(agreement)
        agreement.proposed_at = now()
        agreement.save(update_fields=["proposed_at"])
        journal.record("network.propose_agreement", by=by, obj=agreement, on_behalf_of=agreement.county_id)
    return agreement


def call_back_agreement(agreement, *, by) -> CountyAgreement:
    """Back to a draft, to be changed; whoever had signed signs anew. Not once it is in force."""
    _must_draft(by, agreement.county_id)
    with one_change():
        agreement = _held(agreement)
        if agreed(agreement.pk).standing != Standing.WAITING:
            raise Refusal(
                _("Bara det som väntar på underskrifter kan tas tillbaka. Förnya eller avsluta i stället."),
                status=CONFLICT,
            )
        agreement.proposed_at = None
        agreement.save(update_fields=["proposed_at"])
        agreement.parties.update(mandate=None, signed_by=None, signed_on=None)
        journal.record("network.call_back_agreement", by=by, obj=agreement, on_behalf_of=agreement.county_id)
    return agreement


def sign_agreement(agreement, *, by, body_id=None) -> AgreementParty:
    """For the body of the mandate in use, never for another; signing twice is signing once."""
    body_id = body_id or by.body_id
    with one_change():
        agreement = _held(agreement)
        party = agreement.parties.select_related("body").filter(body=body_id).first()
        if party is None or not signs_for(by, party.body):
            raise Refusal(
                _("Var part skriver under själv, genom den som beslutar där. Byt uppdrag, eller be den som gör det."),
                status=403,
            )
        if party.signed_on is None:
            _sign(agreement, party, by)
    return party


def _sign(agreement, party, by):
    if agreed(agreement.pk).standing != Standing.WAITING:
        raise Refusal(_("Överenskommelsen väntar inte på underskrifter. Läs om sidan."), status=CONFLICT)
    party.mandate_id, party.signed_by, party.signed_on = by.mandate_id, by.person_id, today()
    party.save(update_fields=["mandate", "signed_by", "signed_on"])
    journal.record("network.sign_agreement", by=by, obj=agreement, on_behalf_of=party.body_id)


def renew_agreement(agreement, ends, *, by) -> CountyAgreement:
    """A draft that follows it, with the same parties, terms and resources until `ends`; nobody is bound before signing."""
    _must_draft(by, agreement.county_id)
    starts = period_end(agreement.terms, today())
    if starts == FOREVER:
        raise Refusal(_("Den gäller tills vidare och behöver inte förnyas."), status=CONFLICT)
    if agreement.followed_by.exists():
        raise Refusal(_("Det finns redan ett utkast som följer efter den här. Fortsätt på det."), status=CONFLICT)
    wording = Wording(
        agreement.title,
        max(starts, today()),
        ends,
        Renewal(agreement.renewal),
        agreement.notice_months,
        agreement.permitted,
        agreement.text,
        tuple(Shared(one.name, one.kind, one.percent, one.host_id) for one in agreement.resources.all()),
    )
    parties = [party.body_id for party in agreement.parties.all()]
    return draft_agreement(agreement.county, wording, by=by, party_ids=parties, follows=agreement)


def end_agreement(agreement, *, by, day=None, note="") -> CountyAgreement:
    """`day` is the first day it no longer holds. Any party may leave what it has signed, and so may its coordinator."""
    day = day or today()
    with one_change():
        agreement = _held(agreement)
        party = agreement.parties.select_related("body").filter(body=by.body_id).first()
        if not (drafts_agreement(by, agreement.county_id) or (party and signs_for(by, party.body))):
            raise Refusal(_("Bara en part eller länets samordnare kan avsluta överenskommelsen."), status=403)
        if agreed(agreement.pk).standing != Standing.IN_FORCE:
            raise Refusal(_("Bara en överenskommelse som gäller kan avslutas."), status=CONFLICT)
        if not max(today(), agreement.valid_from + dt.timedelta(days=1)) <= day < period_end(agreement.terms, today()):
            raise Refusal(_("Välj en dag från och med i dag och före den dag den ändå slutar."), field="day")
        agreement.valid_to, agreement.renewal = day, Renewal.ENDS
        agreement.save(update_fields=["valid_to", "renewal"])
        behalf = party.body_id if party else agreement.county_id
        journal.record(
            "network.end_agreement", by=by, obj=agreement, on_behalf_of=behalf, facts={"day": day}, note=note
        )
    return agreement


def _must_draft(by, county_id):
    if not drafts_agreement(by, county_id):
        raise Refusal(_("Länets samordnare skriver länets överenskommelser. Be den som samordnar länet."), status=403)


def _must_be_draft(agreement):
    if agreement.proposed_at is not None:
        raise Refusal(
            _("Överenskommelsen är redan lagd för underskrift. Ta tillbaka den om något ska ändras."), status=CONFLICT
        )


def _must_make_sense(wording):
    if not wording.title.strip():
        raise Refusal(_("Överenskommelsen har inget namn än. Skriv vad den heter."), field="title")
    if wording.ends <= wording.starts:
        raise Refusal(_("Slutdagen måste komma efter startdagen. Rätta en av dem."), field="ends")
    if wording.renewal == Renewal.YEARLY and wording.ends == FOREVER:
        raise Refusal(_("Ange en sista dag, så att det finns något att förlänga ett år i taget."), field="ends")


def _held(agreement):
    """As it stands, with others kept waiting: two sign at once, one after the other."""
    return (
        CountyAgreement.objects.select_for_update(of=("self",), no_key=True)
        .select_related("county")
        .get(pk=agreement.pk)
    )


def _say(agreement, wording):
    agreement.title, agreement.text = wording.title.strip(), wording.text.strip()
    agreement.valid_from, agreement.valid_to = wording.starts, wording.ends
    agreement.renewal, agreement.notice_months = wording.renewal, wording.notice_months
    agreement.permits = sorted(wording.permits)


def _join(agreement, party_ids, day):
    """Region and municipalities of the county that day, each once."""
    possible = {body.pk for body in at(day).below(agreement.county_id, PRINCIPALS)}
    chosen = possible if party_ids is None else possible & set(party_ids)
    if not chosen:
        raise Refusal(_("Välj minst en part."), field="parties")
    AgreementParty.objects.bulk_create(AgreementParty(agreement=agreement, body_id=body) for body in sorted(chosen))


def _share(agreement, resources):
    hosts = {agreement.county_id, *agreement.parties.values_list("body_id", flat=True)}
    if any(one.host_id not in hosts for one in resources):
        raise Refusal(_("Värden för en gemensam resurs måste vara en av parterna."), field="resources")
    SharedResource.objects.bulk_create(
        SharedResource(
            agreement=agreement, name=one.name.strip(), kind=one.kind, percent=one.percent, host_id=one.host_id
        )
        for one in resources
    )
