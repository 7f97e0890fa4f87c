from django.apps import AppConfig


class CalendarConfig(AppConfig):
    name = "vaxel.calendar"
    label = "calendar"
