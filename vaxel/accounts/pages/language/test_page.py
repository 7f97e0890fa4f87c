import pytest
from django.test import Client
from django.urls import reverse

from vaxel.accounts.models import User

pytestmark = pytest.mark.django_db


def test_the_choice_follows_the_login_to_another_computer(client):
    user = User.objects.create_user("handlaggare@exempel.example")
    client.force_login(user)
    client.post(reverse("language"), {"language": "en", "next": reverse("account")})
    other = Client()
    other.force_login(user)
    assert 'lang="en"' in other.get(reverse("account")).content.decode()


def test_without_a_login_the_choice_stays_in_the_browser(client):
    client.post(reverse("language"), {"language": "en"})
    assert 'lang="en"' in client.get(reverse("account_login")).content.decode()
    assert 'lang="sv"' in Client().get(reverse("account_login")).content.decode()


def test_it_never_leads_to_another_site(client):
    answer = client.post(reverse("language"), {"language": "en", "next": "https://ond.example/"})
    assert answer["Location"] == reverse("start")


def test_an_unknown_language_is_a_sentence(client):
    answer = client.post(reverse("language"), {"language": "xx"})
    assert answer.status_code == 422
    assert "Välj svenska eller engelska" in answer.content.decode()
