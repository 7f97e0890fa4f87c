"""A browser for a person of the little Sweden: `browser(world, world.mora)`; nobody logged in: `browser()`."""

import html
import re

from django.test import Client

from vaxel.accounts.models import User
from vaxel.network.domain.kinds import Role
from vaxel.network.models import Person


def user_of(world, body, role=Role.CONTACT, **more):
    person = Person.objects.get(public_id=world.actor(body, role, **more).person_id)
    if person.user is None:
        person.user = User.objects.create_user(person.email, "ett-langt-losenord")
        person.save()
    return person.user


def browser(world=None, body=None, role=Role.CONTACT, **more) -> Client:
    client = Client()
    if world is not None:
        client.force_login(user_of(world, body, role, **more))
    return client


def text(response) -> str:
    """What a person reads, on one line."""
    bare = re.sub(r"<(style|script).*?</\1>", " ", response.content.decode(), flags=re.DOTALL)
    words = html.unescape(re.sub(r"<[^>]+>", " ", bare)).replace("\u00a0", " ")
    return re.sub(r"\s+([.,;:)])", r"\1", " ".join(words.split()))
