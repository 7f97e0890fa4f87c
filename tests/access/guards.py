"""A door asked without going in: the address is resolved and its guard answers, but what lies behind is not run.

The same answer as test_matrix.py hears, at a tenth of the cost, so that many more can ask. Who asks is read from the
session as the middleware reads it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module

from django.conf import settings
from django.contrib.auth import get_user
from django.http import Http404, HttpResponse
from django.test import RequestFactory
from django.urls import resolve, reverse

from vaxel.accounts.access import access
from vaxel.network.acting import read_actor

GUARD = access(None)(lambda request: None).__code__
SESSIONS = import_module(settings.SESSION_ENGINE).SessionStore
MADE = RequestFactory()


def guard_of(view):
    """The guard itself, beneath what narrows the methods; None where no guard of ours stands (programs, by key)."""
    while view is not None and getattr(view, "__code__", None) is not GUARD:
        view = getattr(view, "__wrapped__", None)
    return view


def view_at(url):
    return resolve(url.partition("?")[0]).func


@contextmanager
def nothing_behind(views) -> Iterator[None]:
    """Whoever is let in meets an empty answer instead of the page."""
    cells = [_inner(guard) for guard in map(guard_of, views) if guard]
    pages = [cell.cell_contents for cell in cells]
    for cell in cells:
        cell.cell_contents = _empty
    try:
        yield
    finally:
        for cell, page in zip(cells, pages, strict=True):
            cell.cell_contents = page


def _inner(guard):
    return guard.__closure__[guard.__code__.co_freevars.index("view")]


def _empty(request, *_args, **_kwargs):
    return HttpResponse(status=204)


def identity(visitor):
    """(user, actor) as the session says today."""
    request = MADE.get("/")
    request.session = SESSIONS(visitor.session or None)
    request.user = get_user(request)
    return request.user, read_actor(request)


def ask(path, method, who, data=None) -> str:
    """`open`, `closed`, or `not for this method`."""
    request = MADE.generic(method, path) if data is None else getattr(MADE, method.lower())(path, data)
    request.session = {}
    request.user, request.actor = who
    match = resolve(request.path_info)
    try:
        answer = match.func(request, *match.args, **match.kwargs)
    except Http404:
        return "closed"
    if answer.status_code == 405:
        return "not for this method"
    return "closed" if answer.status_code == 302 and _to_login(answer) else "open"


def _to_login(answer):
    return answer["Location"].startswith(reverse("account_login") + "?")
