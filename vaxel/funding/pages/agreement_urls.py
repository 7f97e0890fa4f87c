"""Agreements: written, tried, decided, shown."""

from django.urls import path

import vaxel.ui.converters  # noqa: F401 - registers <id:…>
from vaxel.funding.pages.agreement.page import agreement_page
from vaxel.funding.pages.agreements.page import agreements_page
from vaxel.funding.pages.allocation.page import allocation_export, allocation_page
from vaxel.funding.pages.amounts.page import amounts_page
from vaxel.funding.pages.conditions.page import conditions_page
from vaxel.funding.pages.deadlines.page import deadlines_page
from vaxel.funding.pages.decide.page import decide_page
from vaxel.funding.pages.documents.page import document, documents
from vaxel.funding.pages.edit.page import delete, edit, new_agreement, version
from vaxel.funding.pages.old_table.page import old_table_page
from vaxel.funding.pages.projection.page import projection_page
from vaxel.funding.pages.receipt.page import receipt_file, receipt_page
from vaxel.funding.pages.scenario.page import scenario_page
from vaxel.funding.pages.scenarios.page import scenarios_page
from vaxel.funding.pages.stream.page import new_stream, stream_page

urlpatterns = [
    path("", agreements_page, name="money"),
    path("gammal-tabell/", old_table_page, name="money_old_table"),
    path("ny/", new_agreement, name="money_new"),
    path("<id:agreement>/", agreement_page, name="money_agreement"),
    path("<id:agreement>/redigera/", edit, name="money_edit"),
    path("<id:agreement>/ta-bort/", delete, name="money_delete"),
    path("<id:agreement>/ny-version/", version, name="money_version"),
    path("<id:agreement>/dagar/", deadlines_page, name="money_deadlines"),
    path("<id:agreement>/villkor/", conditions_page, name="money_conditions"),
    path("<id:agreement>/dokument/", documents, name="money_documents"),
    path("<id:agreement>/dokument/<uuid:document>/", document, name="money_document"),
    path("<id:agreement>/inriktning/", new_stream, name="money_stream_new"),
    path("<id:agreement>/inriktning/<id:stream>/", stream_page, name="money_stream"),
    path("<id:agreement>/inriktning/<id:stream>/belopp/", amounts_page, name="money_amounts"),
    path("<id:agreement>/fordelning/", allocation_page, name="money_allocation"),
    path("<id:agreement>/fordelning/export.<slug:form>", allocation_export, name="money_allocation_export"),
    path("<id:agreement>/scenarier/", scenarios_page, name="money_scenarios"),
    path("<id:agreement>/scenarier/<id:scenario>/", scenario_page, name="money_scenario"),
    path("<id:agreement>/nasta-ar/", projection_page, name="money_projection"),
    path("<id:agreement>/beslut/", decide_page, name="money_decide"),
    path("<id:agreement>/kvitto/", receipt_page, name="money_receipt"),
    path("<id:agreement>/kvitto/fil.<slug:form>", receipt_file, name="money_receipt_file"),
]
