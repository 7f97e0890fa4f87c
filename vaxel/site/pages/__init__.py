"""The site's own addresses: one line per page."""

from django.urls import path

import vaxel.ui.converters  # noqa: F401 - registers <id:…>
from vaxel.site.pages.about.page import about
from vaxel.site.pages.accessibility.page import accessibility
from vaxel.site.pages.calendar.page import calendar, calendar_feed
from vaxel.site.pages.csp.page import csp_report
from vaxel.site.pages.easy.page import easy
from vaxel.site.pages.inbox.page import inbox, taking
from vaxel.site.pages.municipality.page import find_municipality, municipality
from vaxel.site.pages.open_data.page import open_data, open_data_catalogue, open_data_file
from vaxel.site.pages.search.page import search_page
from vaxel.site.pages.start.page import start
from vaxel.site.pages.tour.page import go_on, leave, set_out

urlpatterns = [
    path("", start, name="start"),
    path("sok/", search_page, name="search"),
    path("inkorg/", inbox, name="inbox"),
    path("inkorg/ta/", taking, name="inbox_take"),
    path("kalender/", calendar, name="calendar"),
    path("kalender/<str:key>.ics", calendar_feed, name="calendar_feed"),
    path("min-kommun/", find_municipality, name="find_municipality"),
    path("min-kommun/<id:body>/", municipality, name="municipality"),
    path("lattlast/", easy, name="easy"),
    path("oppna-data/", open_data, name="open_data"),
    path("oppna-data/katalog.jsonld", open_data_catalogue, name="open_data_catalogue"),
    path("oppna-data/<id:round>.<slug:form>", open_data_file, name="open_data_file"),
    path("om/", about, name="about"),
    path("tillganglighet/", accessibility, name="accessibility"),
    path("_/csp/", csp_report, name="csp_report"),
    path("rundtur/", set_out, name="tour"),
    path("rundtur/vidare/", go_on, name="tour_go_on"),
    path("rundtur/avsluta/", leave, name="tour_leave"),
]
