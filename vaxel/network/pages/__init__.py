"""The network's addresses, under /natverk/: one line per page."""

from django.urls import path

import vaxel.ui.converters  # noqa: F401 - registers <id:…>
from vaxel.network.pages.body.page import body
from vaxel.network.pages.front.page import network
from vaxel.network.pages.switch.page import switch_mandate

urlpatterns = [
    path("", network, name="network"),
    path("<id:body_id>/", body, name="body"),
    path("<id:body_id>/enheter/", body, name="units"),
    path("<id:body_id>/skot/", body, name="manage_body"),
    path("uppdrag/byt/", switch_mandate, name="switch_mandate"),
]
