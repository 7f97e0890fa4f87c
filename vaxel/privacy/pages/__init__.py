"""Personal data: how it is treated, one's own, and decisions to erase."""

from django.urls import path

import vaxel.ui.converters  # noqa: F401 - registers <id:…>
from vaxel.privacy.pages.decisions.page import decision, decisions, new_decision
from vaxel.privacy.pages.handling.page import handling, handling_file
from vaxel.privacy.pages.mine.page import my_data

urlpatterns = [
    path("", handling, name="personal_data"),
    path("forteckning.<slug:form>", handling_file, name="personal_data_file"),
    path("mina/", my_data, name="my_data"),
    path("radering/", decisions, name="erasures"),
    path("radering/ny/", new_decision, name="erasure_new"),
    path("radering/<id:decision>/", decision, name="erasure"),
]
