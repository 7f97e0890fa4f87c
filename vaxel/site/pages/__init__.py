"""The site's own addresses: one line per page."""

from django.urls import path

from vaxel.site.pages.about.page import about
from vaxel.site.pages.accessibility.page import accessibility
from vaxel.site.pages.calendar.page import calendar, calendar_feed
from vaxel.site.pages.inbox.page import inbox, taking
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
    path("om/", about, name="about"),
    path("tillganglighet/", accessibility, name="accessibility"),
    path("rundtur/", set_out, name="tour"),
    path("rundtur/vidare/", go_on, name="tour_go_on"),
    path("rundtur/avsluta/", leave, name="tour_leave"),
]
