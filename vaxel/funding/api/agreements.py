"""Agreements for programs: their streams and last days, the allocation with its receipt, and what if. Sums are whole öre."""

import datetime as dt
from typing import Annotated, Any, Literal

from django.http import Http404
from django.utils.translation import gettext as _
from ninja import Schema
from pydantic import Field

from vaxel.accounts.api.bearer import reads
from vaxel.accounts.api.desk import Desk
from vaxel.accounts.api.paging import Id, Paged, PageNumber, PageSize, paged
from vaxel.accounts.api.problems import Stop
from vaxel.funding.api.router import router
from vaxel.funding.domain.allocation import allocate
from vaxel.funding.domain.chain import Link
from vaxel.funding.domain.life import AgreementState
from vaxel.funding.domain.population_file import read_population
from vaxel.funding.domain.receipt import receipt
from vaxel.funding.domain.scenario import applied
from vaxel.funding.domain.terms import Allocation, Level, Receivers, Rounding, TermsError
from vaxel.funding.domain.toml_terms import read_terms
from vaxel.funding.models import Agreement
from vaxel.funding.queries.terms import areas_for, terms_of

desk = Desk(router, "funding")
LARGEST_ORE = 10**15  # ten thousand billion kronor: above that a sum over bodies might not be kept
Ore = Annotated[int, Field(ge=0, le=LARGEST_ORE)]
Plain = dict[str, Any]
MOST_TEXT = 2_000_000


class AgreementOut(Schema):
    """`payer`, `orderer`, `assessor` and `owner` are bodies. `replaces` is the version that this one follows."""

    id: int
    year: int
    name: str
    reference: str
    state: AgreementState
    owner: int
    orderer: int | None
    payer: int | None
    assessor: int | None
    replaces: int | None


class AgreementPage(Paged):
    items: list[AgreementOut]


class StreamOut(Schema):
    key: str
    title: str
    pot_ore: int
    receivers: Receivers
    allocation: Allocation
    reference_date: dt.date | None
    base_ore: int


class DeadlineOut(Schema):
    link: Link
    day: dt.date


class WholeAgreementOut(AgreementOut):
    rounding: Rounding
    level: Level
    unit_ore: int
    streams: list[StreamOut]
    deadlines: list[DeadlineOut]


class AllocationOut(Schema):
    """`outputs` is what `vaxel allocate --format json` says. `sha256` binds version, inputs and outputs."""

    decided: bool
    version: str
    inputs: Plain
    outputs: Plain
    sha256: str


class StreamChange(Schema):
    """Only what differs."""

    pot_ore: Ore | None = None
    base_ore: Ore | None = None
    allocation: Literal["population", "equal", "base_and_population"] | None = None
    reference_date: dt.date | None = None


class ScenarioIn(Schema):
    """Only what differs from the agreement as it stands. `streams`: key → change."""

    rounding: Rounding | None = None
    level: Level | None = None
    streams: dict[Annotated[str, Field(max_length=40)], StreamChange] = {}


class FilesIn(Schema):
    """The two files of `vaxel allocate` as text: terms in TOML, populations in CSV."""

    agreement: Annotated[str, Field(max_length=MOST_TEXT)]
    population: Annotated[str, Field(max_length=MOST_TEXT)]


@desk.get("/agreements", reads, AgreementPage, "agreements")
def agreements(
    request,
    year: Annotated[int, Field(ge=1990, le=2100)] | None = None,
    state: AgreementState | None = None,
    page: PageNumber = 1,
    size: PageSize = 50,
):
    """Agreements on money, the latest year first: all that are decided, and drafts that concern the key's body."""
    rows = Agreement.objects.visible_to(request.actor).order_by("-year", "name", "pk")
    wanted = {name: value for name, value in (("year", year), ("state", state)) if value}
    return paged(rows.filter(**wanted), page, size, lambda found: [_out(one) for one in found])


@desk.get("/agreements/{agreement}", reads, WholeAgreementOut, "agreement")
def one_agreement(request, agreement: Id):
    """One agreement: its streams with pot, receivers and key, and the last day of each link of the chain."""
    found = seen(request, agreement)
    plain = {name: getattr(found, name) for name in ("rounding", "level", "unit_ore")}
    streams = [{name: getattr(one, name) for name in StreamOut.model_fields} for one in found.streams.all()]
    days = [{"link": one.link, "day": one.day} for one in found.deadlines.all()]
    return {**_out(found), **plain, "streams": streams, "deadlines": days}


@desk.get("/agreements/{agreement}/allocation", reads, AllocationOut, "agreement_allocation")
def allocation(request, agreement: Id):
    """Who gets what, to the öre, with the receipt. Of a draft: as it would be decided now."""
    found = seen(request, agreement)
    decision = getattr(found, "decision", None)
    if decision is None:
        terms = terms_of(found)
        return _computed(terms, areas_for(terms))
    kept = {name: getattr(decision, name) for name in ("version", "inputs", "outputs", "sha256")}
    return {"decided": True, **kept}


@desk.post("/agreements/{agreement}/scenario", reads, AllocationOut, "agreement_scenario")
def scenario(request, agreement: Id, data: ScenarioIn):
    """What if: the agreement with another pot, key, base or date. Computed and given back; nothing is kept."""
    terms = terms_of(seen(request, agreement))
    unknown = sorted(data.streams.keys() - {stream.key for stream in terms.streams})
    if unknown:
        raise Stop(422, _("Överenskommelsen har ingen inriktning som heter ”%s”.") % unknown[0])
    changed = applied(terms, data.dict(exclude_none=True, mode="json"))
    return _computed(changed, areas_for(changed))


@desk.post("/allocations", reads, AllocationOut, "allocations")
def allocate_files(request, data: FilesIn):
    """What `vaxel allocate` says of an agreement's file and a file of populations. Nothing is kept."""
    try:
        terms = read_terms(data.agreement, "agreement")
        areas = read_population(data.population, "population")
    except TermsError as no:
        raise _refused(no) from no
    return _computed(terms, areas)


def seen(request, pk) -> Agreement:
    found = Agreement.objects.visible_to(request.actor).select_related("decision").filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def _computed(terms, areas):
    try:
        made = receipt(terms, areas, allocate(terms, areas))
    except TermsError as no:
        raise _refused(no) from no
    return {"decided": False, **vars(made)}


def _refused(no):
    return Stop(422, _(no.sentence.text) % no.sentence.values)


def _out(one):
    plain = {name: getattr(one, name) for name in ("year", "name", "reference", "state")}
    bodies = {name: getattr(one, f"{name}_id") for name in ("owner", "orderer", "payer", "assessor", "replaces")}
    return {"id": one.pk, **plain, **bodies}
