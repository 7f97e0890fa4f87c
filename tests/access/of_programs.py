"""Addresses of the interface for programs that no page shares. A session opens none of them; keys: tests/api."""

from tests.access.objects import Twins, made_for


@made_for("webhook")
def webhooks(world):
    return Twins(own={"webhook": 1})


@made_for("round", "enquiry")
def enquiries(world):
    return Twins(own={"round": 1, "enquiry": 1})
