"""Every address under /sag-nagot/: what anyone may say without a login, and how it is followed."""

from django.urls import path

from vaxel.signals.pages.follow.page import said
from vaxel.signals.pages.say.page import say_something

urlpatterns = [
    path("", say_something, name="say_something"),
    path("folj/<uuid:secret>/", said, name="said"),
]
