"""What an installation behind https gets, read from a process of its own: settings are made once."""

import json
import os
import subprocess
import sys

import pytest
from django.conf import settings
from django.test import Client

from devtools.places import ROOT

ASK = """
import json, os
os.environ["DJANGO_SETTINGS_MODULE"] = "vaxel.site.settings"
import django
django.setup()
from django.conf import settings
names = [name for name in dir(settings) if name.isupper()]
print(json.dumps({name: value for name in names if isinstance(value := getattr(settings, name), (str, int, bool))}))
"""


@pytest.fixture(scope="module")
def behind_https(tmp_path_factory):
    folder = tmp_path_factory.mktemp("https")
    kept = {name: value for name, value in os.environ.items() if not name.startswith("VAXEL_")}
    env = {**kept, "VAXEL_HTTPS": "1", "VAXEL_DATA": str(folder), "VAXEL_URL": "https://vaxel.example.se"}
    done = subprocess.run([sys.executable, "-c", ASK], env=env, cwd=ROOT, capture_output=True, text=True, check=True)
    return json.loads(done.stdout), folder


@pytest.mark.parametrize("cookie", ["SESSION", "CSRF", "LANGUAGE"])
def test_every_cookie_belongs_to_this_host_alone(behind_https, cookie):
    found, _folder = behind_https
    assert found[f"{cookie}_COOKIE_NAME"].startswith("__Host-")
    if cookie != "LANGUAGE":  # set by the page itself, with the session's own flags
        assert found[f"{cookie}_COOKIE_SECURE"]
        assert found[f"{cookie}_COOKIE_HTTPONLY"]
        assert found[f"{cookie}_COOKIE_SAMESITE"] == "Lax"


def test_only_https_for_a_year_and_two_steps(behind_https):
    found, _folder = behind_https
    assert found["SECURE_HSTS_SECONDS"] >= 365 * 24 * 3600
    assert found["SECURE_HSTS_INCLUDE_SUBDOMAINS"]
    assert found["SECURE_SSL_REDIRECT"]
    assert found["SECOND_STEP_REQUIRED"]
    assert not found["DEBUG"]


def test_the_key_is_made_once_and_read_by_its_owner_alone(behind_https):
    found, folder = behind_https
    assert len(found["SECRET_KEY"]) >= 50
    assert (folder / "secret-key").stat().st_mode & 0o077 == 0


def test_a_login_lasts_a_working_day_at_most():
    assert settings.SESSION_COOKIE_AGE == 12 * 3600
    assert settings.IDLE_LOGOUT_AFTER == 4 * 3600


def test_a_line_of_the_log_has_its_offset():
    assert settings.LOGGING["formatters"]["plain"]["datefmt"].endswith("%z")


@pytest.mark.django_db
def test_what_every_answer_carries():
    answer = Client().get("/")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Referrer-Policy"] == "same-origin"
    assert answer["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "Access-Control-Allow-Origin" not in answer


@pytest.mark.django_db
def test_trace_is_no_method_here():
    assert Client().trace("/").status_code == 405
