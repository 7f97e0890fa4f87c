"""Asked of the whole site in a process of its own: throttling, rotation, forged forms, and what every page says of itself."""

from collections.abc import Iterator

from django.conf import settings
from django.core.cache import cache
from django.db import transaction
from django.test import Client
from django.urls import reverse

from proofs.doors.cells import ADDRESSES
from proofs.doors.found import Found
from proofs.doors.scene import scene
from proofs.promise import Figure, at_least, at_most, exactly, said
from tests.access import guards, objects
from vaxel.accounts.models import User

PASSWORD, NEW = "en lugn höstmorgon i Orsa", "tre grodor seglar mot Visby"
UNSAFE = ("POST", "PUT", "PATCH", "DELETE")
TOO_MANY = 429
# A browser's own report of the content policy: changes nothing, and browsers send no token with it.
EXEMPT = frozenset({"csp_report"})


def figures(scale: float) -> Iterator[Figure]:
    every = max(1, round(1 / scale))
    with transaction.atomic():
        yield at_most("wrong passwords heard for one login, from many addresses", _heard_for_one_login(), 5)
        yield at_most("wrong passwords heard from one address, for many logins", _heard_from_one_address(), 10)
        rotated = _rotated()
        yield exactly("sessions that outlive what should end or renew them", len(rotated.wrong), 0)
        yield said("ways a session is ended or renewed", rotated.count)
        transaction.set_rollback(True)
    with scene() as here:
        forged, told = _forged(here, every), _told(here, every)
    yield at_least("posts without their token: address × method", forged.count, 1)
    yield exactly("of them not refused", len(forged.wrong), 0)
    yield at_least("pages, files and errors whose headers were read", told.count, 1)
    yield exactly(
        "of them with unsafe- in the policy, a header left out, or kept by caches though private", len(told.wrong), 0
    )
    if wrong := rotated.wrong + forged.wrong + told.wrong:
        yield said("the first of them", wrong[:20])


# -- logging in ------------------------------------------------------------------------------------------------------


def _heard_for_one_login() -> int:
    """How many before the answer is 429, and the right password waits as well."""
    cache.clear()
    user = User.objects.create_user("en@exempel.example", PASSWORD)
    heard = _until_stopped(lambda n: _log_in(Client(REMOTE_ADDR=f"192.0.2.{n}"), user.email, f"fel {n}"))
    right = _log_in(Client(REMOTE_ADDR="192.0.2.200"), user.email, PASSWORD).status_code
    return heard if right == TOO_MANY else 10**6


def _heard_from_one_address() -> int:
    cache.clear()
    return _until_stopped(lambda n: _log_in(Client(), f"nummer{n}@exempel.example", "fel"))


def _until_stopped(attempt):
    return next((n for n in range(100) if attempt(n).status_code == TOO_MANY), 10**6)


def _log_in(browser, email, password):
    return browser.post(reverse("account_login"), {"login": email, "password": password})


def _rotated() -> Found:
    found = Found()
    cache.clear()
    user = User.objects.create_user("byter@exempel.example", PASSWORD)
    here, elsewhere = Client(), Client()
    planted = _planted(here)
    _log_in(here, user.email, PASSWORD)
    found.tried("a session planted before the login is the login's", holds=_key(here) != planted and _in(here))
    _log_in(elsewhere, user.email, PASSWORD)
    before = _key(here)
    here.post(reverse("account_change_password"), {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW})
    user.refresh_from_db()
    found.tried("the password was changed", holds=user.check_password(NEW))
    found.tried("the session is the same after a new password", holds=_key(here) != before and _in(here))
    found.tried("another login lives on after a new password", holds=not _in(elsewhere))
    found.tried("the session before the new password", holds=not _in(_with(before)))
    _log_in(elsewhere, user.email, NEW)
    here.post(reverse("log_out_everywhere"))
    found.tried("a login after logging out everywhere", holds=not _in(elsewhere))
    _log_in(here, user.email, NEW)
    before = _key(here)
    here.post(reverse("account_logout"))
    found.tried("the cookie of a login that was ended", holds=not _in(_with(before)))
    _log_in(here, user.email, NEW)
    User.objects.filter(pk=user.pk).update(is_active=False)
    found.tried("a login that was closed", holds=not _in(here))
    return found


def _planted(browser):
    browser.post(reverse("language"), {"language": "sv"})
    session = browser.session
    session["planted"] = 1
    session.save()
    browser.cookies[settings.SESSION_COOKIE_NAME] = session.session_key
    return session.session_key


def _key(browser):
    return browser.cookies[settings.SESSION_COOKIE_NAME].value


def _with(key):
    browser = Client()
    browser.cookies[settings.SESSION_COOKIE_NAME] = key
    return browser


def _in(browser):
    return browser.get(reverse("account")).status_code == 200


# -- forged forms ----------------------------------------------------------------------------------------------------


def _forged(here, every) -> Found:
    """Every address, as somebody whom most of them let in: without the token nothing is even asked of the guard."""
    found = Found()
    for address in ADDRESSES[::every]:
        url = reverse(address.name, kwargs=objects.twins(address, here.world).own)
        for method in UNSAFE:
            with transaction.atomic():
                browser = here.people["secretariat"].browser()
                browser.handler.enforce_csrf_checks = True
                status = browser.generic(
                    method, url, "a=1", content_type="application/x-www-form-urlencoded"
                ).status_code
                transaction.set_rollback(True)
            # A program's address reads no cookie at all: without a key it is 401, whoever's browser it is. The pages that
            # describe the interface are pages as others are.
            wanted = {401, 403, 405, 415} if address.name.startswith("api:") else {403}
            wanted = {401, 405, 415} if address.rule.name == "by_key" else wanted
            if address.name not in EXEMPT:
                found.tried(f"{method} {url} ({address}) without a token: {status}", holds=status in wanted)
    return found


# -- what every answer says of itself --------------------------------------------------------------------------------


def _told(here, every) -> Found:
    found = Found()
    for role in ("anonymous", "contact"):
        for address in ADDRESSES[::every]:
            twins = objects.twins(address, here.world)
            url = reverse(address.name, kwargs=twins.own) + twins.query
            with transaction.atomic():
                answer = here.people[role].browser().get(url)
                transaction.set_rollback(True)
            _judge(found, f"{url} ({address}) as {role}", answer, private=role != "anonymous")
    contact = here.people["contact"]
    for told, answer in {
        "a missing page": contact.browser().get("/finns-inte/"),
        "a method it does not have": contact.browser().delete(reverse("inbox_take")),
        "an odd letter": contact.browser().get(reverse("search") + "?q=a%00"),
        "a bad host": contact.browser().get("/", headers={"Host": "exempel.example"}),
        "a forged form": _careful(contact).post(reverse("language"), {"language": "sv"}),
        "our own fault": _broken(contact),
    }.items():
        _judge(found, told, answer, private=told not in {"a bad host", "our own fault"})
    return found


def _careful(visitor):
    browser = visitor.browser()
    browser.handler.enforce_csrf_checks = True
    return browser


def _broken(visitor):
    """A page that raises."""
    view = guards.view_at(reverse("inbox"))
    guard = guards.guard_of(view)
    cell = guard.__closure__[guard.__code__.co_freevars.index("view")]
    kept, cell.cell_contents = cell.cell_contents, _fall
    try:
        return visitor.browser().get(reverse("inbox"))
    finally:
        cell.cell_contents = kept


def _fall(request, **_parts):
    raise RuntimeError("on purpose")


def _judge(found, where, answer, *, private):
    policy = answer.get("Content-Security-Policy", "")
    faults = {
        "no policy": not policy,
        "unsafe-": "unsafe-" in policy,
        "no default-src": "default-src" not in policy,
        "nosniff": answer.get("X-Content-Type-Options") != "nosniff",
        "framed": "frame-ancestors 'none'" not in policy and answer.get("X-Frame-Options") != "DENY",
        "referrer": "Referrer-Policy" not in answer,
        "kept": private and "no-store" not in answer.get("Cache-Control", ""),
        "opener": answer.get("Cross-Origin-Opener-Policy") != "same-origin",
        "server told": "X-Powered-By" in answer,
    }
    faults |= {
        f"{name} without flags": not (cookie["samesite"] and cookie["httponly"])
        for name, cookie in answer.cookies.items()
    }
    wrong = [name for name, is_so in faults.items() if is_so]
    found.tried(f"{where} [{answer.status_code}]: {', '.join(wrong)}", holds=not wrong)
