import pytest
from django.test import Client
from django.urls import reverse

from vaxel.accounts.models import User

pytestmark = pytest.mark.django_db


@pytest.fixture
def user():
    return User.objects.create_user("handlaggare@exempel.example", "en lugn höstmorgon i Orsa")


def test_nobody_else_sees_an_account(client):
    assert client.get(reverse("account")).status_code == 302


def test_without_a_mandate_the_page_says_whom_to_ask(client, user):
    client.force_login(user)
    page = client.get(reverse("account")).content.decode()
    assert "Du har inget uppdrag i nätverket just nu." in page
    assert "Bara lösenordet skyddar kontot" in page


def test_logging_out_everywhere_ends_the_other_computer_too(client, user):
    other = Client()
    for browser in (client, other):
        browser.force_login(user)
    client.post(reverse("log_out_everywhere"))
    assert other.get(reverse("account")).status_code == 302
    assert client.get(reverse("account")).status_code == 302


def test_logging_out_everywhere_asks_for_a_post(client, user):
    client.force_login(user)
    assert client.get(reverse("log_out_everywhere")).status_code == 405
