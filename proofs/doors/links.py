"""What opens without a login: links to answer by, to read by, invitations, forgotten passwords, calendars, what was said.

Each opens while it holds, and nothing once it is revoked, used, too old, forged, of a closed round or of a closed login.
None of them logs anyone in to more than it says.
"""

import datetime as dt
import uuid

import time_machine
from django.core import mail
from django.core.cache import cache
from django.db import transaction
from django.test import Client
from django.urls import reverse

from proofs.doors.found import Found
from vaxel.accounts import feeds, invitations
from vaxel.accounts.models import User
from vaxel.calendar import clock
from vaxel.network.actor import SYSTEM
from vaxel.network.models import FunctionMailbox, Person
from vaxel.notices import sending
from vaxel.rounds import links as reading
from vaxel.rounds.by_link import token_of
from vaxel.rounds.commands.issuing_links import new_link
from vaxel.rounds.domain.kinds import RoundState
from vaxel.rounds.models import AnsweringLink, Round
from vaxel.rounds.queries.link_targets import LinkTarget

GONE, LONG = 410, dt.timedelta(days=400)
ANSWERING = (
    "link_answer link_confirm link_save link_review link_nothing link_decline link_workbook link_workbook_file "
    "link_workbook_preview link_copy link_questions link_document link_file"
).split()
READING = ("delivery_link", "delivery_link_questions", "delivery_link_document")
MORE = {"extension": "pdf", "document": uuid.UUID(int=1), "file": uuid.UUID(int=1), "workbook": 1}
PASSWORD = "en lugn höstmorgon i Orsa"


def tried(here) -> Found:
    found = Found()
    for part in (_answering, _reading, _invitations, _passwords, _calendars, _said):
        with here.world.taken_back():
            cache.clear()
            part(found, here.world)
    return found


def _answering(found, world):
    round = world.sent(audience={"bodies": [world.mora.pk, world.falun.pk]})
    link, token = _link(world, round, world.mora)
    _opens(found, reverse("link_answer", args=[token]), "an answering link that holds")
    for how, spoil in _spoilers(round, link).items():
        with transaction.atomic():
            _all_gone(found, ANSWERING, token, how, spoil)
            transaction.set_rollback(True)
    for how, forged in {
        "altered": f"{token[:-1]}{'A' if token[-1] != 'A' else 'B'}",
        "made up": "abc.def",
        "unsigned": token.partition(".")[0],
    }.items():
        _all_gone(found, ANSWERING, forged, how)
    browser = Client()
    browser.get(reverse("link_answer", args=[token]))
    for url in (
        reverse("delivery", args=[round.pk, world.mora.pk]),
        reverse("delivery", args=[round.pk, world.falun.pk]),
        reverse("inbox"),
    ):
        found.tried(f"a link opened {url} too", holds=browser.get(url).status_code in {302, 404})


def _spoilers(round, link):
    now = clock.now()
    return {
        "revoked": lambda: AnsweringLink.objects.filter(pk=link.pk).update(revoked_at=now),
        "of a closed round": lambda: Round.objects.filter(pk=round.pk).update(state=RoundState.CLOSED),
        "of a recalled round": lambda: Round.objects.filter(pk=round.pk).update(state=RoundState.RECALLED),
        "too old": None,
    }


def _link(world, round, body):
    box = FunctionMailbox.objects.create(body=body, address="brevlada@exempel.example")
    link, secret = new_link(world.delivery(round, body), LinkTarget(body.pk, box.address, mailbox_id=box.pk), SYSTEM)
    link.save()
    return link, token_of(secret)


def _reading(found, world):
    round = world.sent(audience={"bodies": [world.mora.pk]})
    token = reading.token_of(world.delivery(round, world.mora))
    _opens(found, reverse("delivery_link", args=[token]), "a reading link that holds")
    _all_gone(found, READING, token, "too old", None)
    _all_gone(found, READING, token[:-2] + "xy", "altered")
    _all_gone(
        found,
        READING,
        token,
        "of a recalled round",
        lambda: Round.objects.filter(pk=round.pk).update(state=RoundState.RECALLED),
    )


def _all_gone(found, names, token, how, spoil=lambda: None):
    """`spoil` None: so much time has passed."""
    cache.clear()
    later = clock.now() + LONG if spoil is None else clock.now()
    (spoil or (lambda: None))()
    with time_machine.travel(later, tick=True):
        for name in names:
            url = _address(name, token)
            for method in ("get", "post"):
                status = getattr(Client(raise_request_exception=False), method)(url).status_code
                found.tried(f"{method} {name}, {how}: {status}", holds=status in {GONE, 405})


def _address(name, token):
    from tests.access.addresses import addresses

    parts = next(one.parts for one in addresses() if one.name == name)
    return reverse(name, kwargs={"token": token} | {part: MORE[part] for part in parts - {"token"}})


def _invitations(found, world):
    user = User.objects.create_user("inbjuden@exempel.example")
    link = _path(invitations.invite(user, by=world.secretary))
    _opens(found, link, "an invitation that holds")
    invited = Client()
    _posts(found, invited, link, {"password": PASSWORD}, 302, "choosing a password")
    found.tried("the invited is logged in", holds="_auth_user_id" in invited.session)
    _gone_both(found, link, "a used invitation")
    first = _path(invitations.invite(user, by=world.secretary))
    second = _path(invitations.invite(user, by=world.secretary))
    _gone_both(found, first, "an invitation with a later one")
    with time_machine.travel(clock.now() + dt.timedelta(days=15)):
        _gone_both(found, second, "an invitation of fifteen days")
    User.objects.filter(pk=user.pk).update(is_active=False)
    _gone_both(found, second, "an invitation of a closed login")
    User.objects.filter(pk=user.pk).update(is_active=True)
    invitations.revoke(user, by=world.secretary)
    _gone_both(found, second, "a revoked invitation")


def _passwords(found, _world):
    user = User.objects.create_user("glomsk@exempel.example", PASSWORD)
    links = []
    for _ in range(2):
        cache.clear()
        Client().post(reverse("account_reset_password"), {"email": user.email})
        sending.tick()
        links.append(next(_path(word) for word in mail.outbox[-1].body.split() if word.startswith("http")))
    new = {"password1": "en ny mening att minnas", "password2": "en ny mening att minnas"}
    browser = Client()
    form = browser.get(links[0], follow=True).redirect_chain[-1][0]
    browser.post(form, new)
    user.refresh_from_db()
    found.tried("a forgotten password got a new one", holds=user.check_password(new["password1"]))
    for link in links:  # both were made for the password that is no more
        other = Client()
        page = other.get(link, follow=True)
        where = page.redirect_chain[-1][0] if page.redirect_chain else link
        other.post(where, {"password1": "en tredje mening att minnas", "password2": "en tredje mening att minnas"})
        user.refresh_from_db()
        found.tried("a used link set a password again", holds=user.check_password(new["password1"]))


def _calendars(found, world):
    person = Person.objects.get(public_id=world.actor(world.mora).person_id)
    person.user = person.user or User.objects.create_user("kalender@exempel.example")
    person.save()
    world.sent(audience={"bodies": [world.mora.pk]})
    first = _feed(person.user)
    answer = Client().get(first)
    found.tried("a calendar that holds is read", holds=answer.status_code == 200 and b"BEGIN:VEVENT" in answer.content)
    found.tried("a calendar logs nobody in", holds=not answer.cookies)
    second = _feed(person.user)
    found.tried("the address before the new one", holds=Client().get(first).status_code == 404)
    with transaction.atomic():
        person.mandates.update(valid_from=dt.date(2020, 1, 1), valid_to=clock.today())
        found.tried("a calendar after the seat has ended", holds=b"BEGIN:VEVENT" not in Client().get(second).content)
        transaction.set_rollback(True)
    User.objects.filter(pk=person.user_id).update(is_active=False)
    found.tried("a calendar of a closed login", holds=Client().get(second).status_code == 404)
    User.objects.filter(pk=person.user_id).update(is_active=True)
    feeds.end(person.user)
    found.tried("a calendar taken back", holds=Client().get(second).status_code == 404)


def _feed(user):
    return reverse("calendar_feed", args=[feeds.new_key(user)])


def _said(found, world):
    """What was said without a login is followed by its secret, and by nothing near it."""
    from vaxel.signals.tests.world import Signals

    one = Signals(world).from_public(world.mora)
    _opens(found, reverse("said", args=[one.public_id]), "what was said, by its address")
    near = uuid.UUID(int=one.public_id.int ^ 1)
    for guess in (near, uuid.uuid4()):
        found.tried(
            "a guessed address of what was said", holds=Client().get(reverse("said", args=[guess])).status_code == GONE
        )
    found.tried("its number", holds=Client().get(reverse("signal", args=[one.pk])).status_code == 302)


def _opens(found, url, told):
    found.tried(f"{told} does not open", holds=Client().get(url).status_code == 200)


def _posts(found, browser, url, data, wanted, told):
    status = browser.post(url, data).status_code
    found.tried(f"{told}: {status}", holds=status == wanted)


def _gone_both(found, url, told):
    for browser, method in ((Client(), "get"), (Client(), "post")):
        status = getattr(browser, method)(url, {"password": PASSWORD}).status_code
        found.tried(f"{method} {told}: {status}", holds=status == GONE and "_auth_user_id" not in browser.session)


def _path(link):
    return "/" + link.split("/", 3)[3]
