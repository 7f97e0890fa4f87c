"""How a test of a page reads it: as somebody who has logged in, and as text."""

from django.test import Client


def browser(user):
    client = Client()
    client.force_login(user)
    return client


def text_of(response):
    return response.content.decode()
