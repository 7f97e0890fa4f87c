import pytest
from django.urls import reverse

from vaxel.accounts import example_logins
from vaxel.accounts.models import User

pytestmark = pytest.mark.django_db


@pytest.fixture
def example_world(monkeypatch):
    """A world whose one offered person is the login it gets."""
    offered = []
    monkeypatch.setattr(example_logins, "_sources", [lambda: offered])

    def offer(user):
        offered.append(example_logins.ExamplePerson(user.public_id, "Länssamordnare i Dalarna", "Vad har kommit in?"))

    return offer


def become(client, user, **data):
    return client.post(reverse("example_login", args=[user.public_id]), data)


def test_outside_an_example_world_nobody_is_offered_and_nobody_gets_in(client, monkeypatch):
    monkeypatch.setattr(example_logins, "_sources", [])
    user = User.objects.create_user("lan@exempel.example", is_example=True)
    assert "Prova som någon" not in client.get(reverse("account_login")).content.decode()
    assert become(client, user).status_code == 404


def test_one_click_logs_in_as_the_person_offered(client, example_world):
    user = User.objects.create_user("lan@exempel.example", is_example=True)
    example_world(user)
    assert "Länssamordnare i Dalarna" in client.get(reverse("account_login")).content.decode()
    assert become(client, user, next="/natverk/")["Location"] == "/natverk/"
    assert client.session["_auth_user_id"] == str(user.pk)


def test_a_real_login_is_never_opened_even_if_it_were_offered(client, example_world):
    user = User.objects.create_user("riktig@region.example")
    example_world(user)
    assert become(client, user).status_code == 404


def test_a_login_not_offered_is_not_opened(client, example_world):
    example_world(User.objects.create_user("lan@exempel.example", is_example=True))
    other = User.objects.create_user("annan@exempel.example", is_example=True)
    assert become(client, other).status_code == 404


def test_a_link_cannot_log_anyone_in(client, example_world):
    user = User.objects.create_user("lan@exempel.example", is_example=True)
    example_world(user)
    assert client.get(reverse("example_login", args=[user.public_id])).status_code == 405
