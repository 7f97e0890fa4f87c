"""Swedish first, whatever the browser says; English for who has chosen it."""

import pytest
from django.test import Client
from django.urls import reverse

pytestmark = pytest.mark.django_db


def opened(client):
    return client.get(reverse("about"), headers={"accept-language": "en-GB,en;q=0.9"})


def test_an_english_browser_reads_swedish_until_it_chooses(client):
    assert opened(client).headers["Content-Language"] == "sv"
    client.post(reverse("language"), {"language": "en"})
    assert opened(client).headers["Content-Language"] == "en"


def test_a_forged_cookie_is_no_choice(client):
    client.cookies["django_language"] = "xx"
    assert opened(client).headers["Content-Language"] == "sv"


def test_the_choice_follows_the_login(django_user_model):
    user = django_user_model.objects.create_user("a@example.org", language="en")
    client = Client()
    client.force_login(user)
    assert opened(client).headers["Content-Language"] == "en"
