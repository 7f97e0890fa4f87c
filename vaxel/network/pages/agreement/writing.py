"""The county's coordinator writes an agreement: parties, what it permits, what is shared."""

from django.contrib import messages
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from vaxel import files
from vaxel.accounts.access import access
from vaxel.calendar.clock import today
from vaxel.network.commands.agreements import draft_agreement, edit_agreement
from vaxel.network.domain.agreements import Renewal
from vaxel.network.domain.kinds import PRINCIPALS, Kind
from vaxel.network.domain.names import swedish_key
from vaxel.network.models import Body, CountyAgreement
from vaxel.network.pages.agreement.form import AgreementForm, Resources, initial_of
from vaxel.network.pages.agreement.page import OWNER
from vaxel.network.pages.saying_no import refused_in, status_of
from vaxel.network.permissions import DRAFTS_AGREEMENT, EDITS_AGREEMENT
from vaxel.network.queries.asof import at

PAGE = "network/pages/agreement/write.html"


@access(DRAFTS_AGREEMENT)
def new_agreement(request, body_id):
    county = get_object_or_404(Body, pk=body_id, kind=Kind.COUNTY)

    def save(wording, parties):
        return draft_agreement(county, wording, by=request.actor, party_ids=parties)

    everyone = [body for body, _name in _possible(county.pk)]
    start = {"renewal": Renewal.ENDS, "notice_months": 6, "parties": everyone, "starts": today()}
    return _written(request, county.pk, None, start, [], save)


@access(EDITS_AGREEMENT)
def edit(request, agreement_id):
    found = get_object_or_404(CountyAgreement, pk=agreement_id)

    def save(wording, parties):
        return edit_agreement(found, wording, by=request.actor, party_ids=parties, revision=_revision(request))

    rows = [
        {"name": one.name, "kind": one.kind, "percent": one.percent, "host": one.host_id}
        for one in found.resources.all()
    ]
    return _written(request, found.county_id, found, initial_of(found), rows, save)


def _written(request, county_id, found, initial, rows, save):
    possible = _possible(county_id)
    hosts = [(county_id, at(today()).names([county_id]).get(county_id, "")), *possible]
    form = AgreementForm(request.POST or None, request.FILES or None, initial=initial, possible=possible)
    resources = Resources(request.POST or None, initial=rows, prefix="r", form_kwargs={"possible": hosts})
    if request.method == "POST" and form.is_valid() and resources.is_valid():
        with refused_in(form), transaction.atomic():  # a file that is refused leaves no draft behind
            shared = tuple(filter(None, (row.shared() for row in resources)))
            made = save(form.wording(shared), [int(one) for one in form.cleaned_data["parties"]])
            if form.cleaned_data["document"]:
                files.attach(
                    form.cleaned_data["document"],
                    owner_type=OWNER,
                    owner_id=made.pk,
                    by=request.actor,
                    field="document",
                )
            messages.success(request, _("Utkastet är sparat. Parterna ser det när ni lägger det för underskrift."))
            return redirect("agreement", made.pk)
    status = status_of(form) if form.errors else (422 if resources.is_bound and not resources.is_valid() else 200)
    context = {
        "form": form,
        "resources": resources,
        "found": found,
        "county_id": county_id,
        "county": hosts[0][1],
        "revision": found.revision if found else 0,
    }
    return render(request, PAGE, context, status=status)


def _possible(county_id):
    """The county's region and municipalities today: (id, name) in Swedish order, regions first."""
    bodies = sorted(
        at(today()).below(county_id, PRINCIPALS),
        key=lambda body: (body.named_as != Kind.REGION, swedish_key(body.name)),
    )
    return [(body.pk, body.name) for body in bodies]


def _revision(request):
    written = request.POST.get("revision", "0")
    return int(written) if written.isascii() and written.isdigit() and len(written) < 10 else 0
