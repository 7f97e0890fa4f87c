"""A joint purpose, or a fee, is written: what it costs, who pays, by what key. The parts are computed when it is saved."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from vaxel.accounts.access import access
from vaxel.calendar.clock import today
from vaxel.funding.commands.pools import create_pool, edit_pool
from vaxel.funding.domain.pool_state import PoolAct
from vaxel.funding.models import Pool
from vaxel.funding.pages.found_money import body_of
from vaxel.funding.pages.pool_edit.form import PoolForm, blank, of_pool, resource_of
from vaxel.funding.permissions import EDITS_POOL, POOLS_AT
from vaxel.funding.policies import why_not_pool
from vaxel.network.domain.agreements import Permits
from vaxel.network.domain.kinds import Kind
from vaxel.network.pages.saying_no import refused_in, status_of
from vaxel.network.queries.agreements import permitting

PAGE = "funding/pages/pool_edit/page.html"


@access(POOLS_AT)
def pool_new(request, owner):
    found = body_of(owner)
    wanted = request.GET.get("resurs") or request.POST.get("resurs")
    form = PoolForm(request.POST, owner=found) if request.method == "POST" else blank(found, PoolForm, wanted)
    if request.method == "POST" and form.is_valid():
        with refused_in(form):
            made = create_pool(found, form.plan(resource_of(found, wanted)), by=request.actor)
            messages.success(request, _("Utkastet är sparat. Läs delarna och föreslå sedan satsningen för parterna."))
            return redirect("pool", made.pk)
    permits = permitting(found.pk, Permits.SHARED_RESOURCES, today()) if found.kind == Kind.COUNTY else None
    context = {
        "owner": found, "form": form, "wanted": wanted or "", "is_fee": found.kind != Kind.COUNTY, "permits": permits,
    }  # fmt: skip
    return render(request, PAGE, context, status=status_of(form))


@access(EDITS_POOL)
def pool_edit(request, pool):
    found = get_object_or_404(Pool.objects.select_related("owner"), pk=pool)
    found.owner = body_of(found.owner_id)
    if why := why_not_pool(found.state, PoolAct.EDIT):
        if request.method == "POST":
            raise Http404
        messages.info(request, why)
        return redirect("pool", found.pk)
    form = PoolForm(request.POST, owner=found.owner) if request.method == "POST" else of_pool(found, PoolForm)
    if request.method == "POST" and form.is_valid():
        with refused_in(form):
            revision = request.POST.get("revision", "")
            plan = form.plan(found.resource)
            edit_pool(found, plan, by=request.actor, revision=int(revision) if revision.isdigit() else -1)
            messages.success(request, _("Sparat. Delarna är räknade på nytt."))
            return redirect("pool", found.pk)
    context = {"owner": found.owner, "pool": found, "form": form, "is_fee": found.owner.kind != Kind.COUNTY}
    return render(request, PAGE, context, status=status_of(form))
