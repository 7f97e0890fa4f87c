"""Puts `request.actor` on each request: read anew every time, so an ended mandate stops working that day."""

from django.utils.functional import SimpleLazyObject

from vaxel.calendar.clock import today
from vaxel.network.actor import NOBODY
from vaxel.network.queries.actors import actor_of

CHOSEN = "mandate"  # the session's key for the mandate in use


class ActingMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.actor = SimpleLazyObject(lambda: read_actor(request))
        return self.get_response(request)


def read_actor(request):
    if not request.user.is_authenticated:
        return NOBODY
    if token := getattr(request, "token", None):  # a program: the one mandate its key is bound to, and no other
        return actor_of(request.user, day=today(), only=token.mandate_id)
    return actor_of(request.user, day=today(), chosen=request.session.get(CHOSEN))
