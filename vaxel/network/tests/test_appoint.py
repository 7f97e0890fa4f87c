from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from vaxel.accounts.models import Invitation, User
from vaxel.network.domain.kinds import Kind, Role
from vaxel.network.models import Mandate, Person

pytestmark = pytest.mark.django_db


def run(*words):
    out = StringIO()
    call_command("appoint", *words, stdout=out)
    return out.getvalue()


@pytest.fixture
def secretariat(little_sweden, make):
    return make(Kind.SECRETARIAT, "Nationella kansliet", below=little_sweden["nation"])


def test_the_first_person_gets_a_mandate_and_a_link(secretariat):
    said = run("Kim@Kansliet.exempel", "--role", "secretariat", "--name", "Kim")
    assert "Kim har nu uppdraget vid Nationella kansliet." in said
    assert "http" in said
    mandate = Mandate.objects.get()
    assert (mandate.person.email, mandate.role, mandate.body) == ("kim@kansliet.exempel", Role.SECRETARIAT, secretariat)
    assert Invitation.objects.filter(user__person=mandate.person).count() == 1


def test_a_second_mandate_for_someone_who_has_logged_in_brings_no_link(little_sweden):
    run("kim@exempel.se", "--role", "coordinator", "--body", "county:20")
    user = User.objects.get()
    user.set_password("ett långt lösenord")
    user.save()
    assert "http" not in run("kim@exempel.se", "--role", "contact", "--body", "mora")
    assert Mandate.objects.filter(person__user=user).count() == 2


@pytest.mark.parametrize(
    ("body", "words"), [("20", "Dalarnas län"), ("Bullerbyn", "reference load"), ("county:99", "county:99")]
)
def test_an_unclear_body_is_refused_with_what_is_near(little_sweden, body, words):
    with pytest.raises(CommandError, match=words) as refused:
        run("kim@exempel.se", "--role", "coordinator", "--body", body)
    assert refused.value.returncode == 1
    assert not Person.objects.exists()


def test_the_same_twice_and_a_wrong_address_are_refused(secretariat):
    run("kim@exempel.se", "--role", "secretariat")
    with pytest.raises(CommandError, match="redan det uppdraget"):
        run("kim@exempel.se", "--role", "secretariat")
    with pytest.raises(CommandError, match="e-postadress"):
        run("kim", "--role", "secretariat")
    assert Mandate.objects.count() == 1
