"""Joins what the layers must not know of each other: lists offered below are filled here."""

from vaxel.accounts import example_logins
from vaxel.site.example.logins import cast_logins

example_logins.register(cast_logins)
