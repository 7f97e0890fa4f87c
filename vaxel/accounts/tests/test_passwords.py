"""Guessing, and what has leaked."""

import hashlib
import random

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from vaxel.accounts.models import User
from vaxel.accounts.passwords import HardToGuess, NeverLeaked, leaked


@pytest.mark.parametrize(
    "easy",
    [
        "växel växel växel",
        "Sommar2026!!",
        "lansamordnare26",
        "qwertyuiop12",
        "kommunkommun",
        "aaaaaaaaaaaaaaaa",
        "123456789012",
    ],
)
def test_what_anyone_tries_first_is_refused(easy):
    with pytest.raises(ValidationError, match="lätt att gissa"):
        HardToGuess().validate(easy, User(email="lansamordnare@exempel.example"))


@pytest.mark.parametrize(
    "good",
    [
        "en lugn höstmorgon i Orsa",
        "tre grodor seglar mot Visby",
        "k7Qp!m2xW9zR",
        "å" + hashlib.sha256(b"x").hexdigest() * 2,
    ],
)
def test_what_is_long_and_one_s_own_is_taken_whole(good):
    HardToGuess().validate(good, User(email="lansamordnare@exempel.example"))


@pytest.fixture
def leak(tmp_path):
    def written(passwords, ending="\n"):
        sums = sorted(hashlib.sha1(each.encode()).hexdigest().upper() for each in passwords)
        path = tmp_path / "leaked.txt"
        path.write_bytes("".join(f"{each}:{place}{ending}" for place, each in enumerate(sums, 7)).encode())
        return path

    return written


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("count", [0, 1, 2, 3, 1000])
def test_every_one_of_the_list_is_found_and_no_other(leak, count, ending):
    chance = random.Random(count)
    there = {f"lösen {chance.random()}" for _each in range(count)}
    path = leak(there, ending)
    assert all(leaked(each, path) for each in there)
    assert not any(leaked(f"annat {chance.random()}", path) for _each in range(300))


def test_a_leaked_one_is_refused(leak, settings):
    settings.LEAKED_PASSWORDS = str(leak(["tre grodor seglar mot Visby"]))
    with pytest.raises(ValidationError, match="läckta"):
        NeverLeaked().validate("tre grodor seglar mot Visby")
    NeverLeaked().validate("fyra grodor seglar mot Visby")


def test_a_list_that_is_gone_lets_nothing_through(settings, tmp_path):
    settings.LEAKED_PASSWORDS = str(tmp_path / "gone.txt")
    with pytest.raises(OSError, match="gone"):
        NeverLeaked().validate("tre grodor seglar mot Visby")


@pytest.mark.django_db
def test_the_form_says_it(client):
    user = User.objects.create_user("lansamordnare@exempel.example", "en lugn höstmorgon i Orsa")
    client.force_login(user)
    easy = {"oldpassword": "en lugn höstmorgon i Orsa", "password1": "Sommar2026!!", "password2": "Sommar2026!!"}
    assert "lätt att gissa" in client.post(reverse("account_change_password"), easy).content.decode()
