"""The network's addresses, under /natverk/: one line per page."""

from django.urls import path

import vaxel.ui.converters  # noqa: F401 - registers <id:…>
from vaxel.network.pages.agreement.page import agreement, document
from vaxel.network.pages.agreement.writing import edit as edit_agreement
from vaxel.network.pages.agreement.writing import new_agreement
from vaxel.network.pages.appoint.page import appoint
from vaxel.network.pages.body.page import body
from vaxel.network.pages.front.page import network
from vaxel.network.pages.imports.page import import_units, unit_import
from vaxel.network.pages.manage.page import manage
from vaxel.network.pages.mandate.page import correct, end, fill, invite, reopen
from vaxel.network.pages.reaching.page import contact_order
from vaxel.network.pages.switch.page import switch_mandate
from vaxel.network.pages.tokens.page import revoke, tokens
from vaxel.network.pages.units.page import new_unit, template, units

urlpatterns = [
    path("", network, name="network"),
    path("uppdrag/byt/", switch_mandate, name="switch_mandate"),
    path("uppdrag/<id:mandate_id>/avsluta/", end, name="end_mandate"),
    path("uppdrag/<id:mandate_id>/angra/", reopen, name="reopen_mandate"),
    path("uppdrag/<id:mandate_id>/tillsatt/", fill, name="fill_mandate"),
    path("uppdrag/<id:mandate_id>/person/", correct, name="correct_holder"),
    path("uppdrag/<id:mandate_id>/bjud-in/", invite, name="invite_holder"),
    path("nycklar/", tokens, name="tokens"),
    path("nycklar/<id:token>/ta-bort/", revoke, name="token_revoke"),
    path("enheter/fil/<id:import_id>/", unit_import, name="unit_import"),
    path("overenskommelser/<id:agreement_id>/", agreement, name="agreement"),
    path("overenskommelser/<id:agreement_id>/redigera/", edit_agreement, name="agreement_edit"),
    path("overenskommelser/<id:agreement_id>/dokument/<uuid:document>/", document, name="agreement_document"),
    path("<id:body_id>/overenskommelser/ny/", new_agreement, name="agreement_new"),
    path("<id:body_id>/", body, name="body"),
    path("<id:body_id>/skot/", manage, name="manage_body"),
    path("<id:body_id>/skot/uppdrag/", appoint, name="appoint"),
    path("<id:body_id>/na/", contact_order, name="contact_order"),
    path("<id:body_id>/enheter/", units, name="units"),
    path("<id:body_id>/enheter/ny/", new_unit, name="new_unit"),
    path("<id:body_id>/enheter/fil/", import_units, name="import_units"),
    path("<id:body_id>/enheter/mall/", template, name="unit_template"),
]
