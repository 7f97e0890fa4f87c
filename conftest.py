"""What every test may ask for: a database file of its own, and a browser that watches for what must never happen."""

import gc
import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import hypothesis
import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.db import connections
from django.test import Client, TransactionTestCase
from pytest_django.plugin import blocking_manager_key

from devtools.machine import chromium
from tests import databases
from tests.watching import watch

# What a test committed is taken away without making Django's own tables anew.
TransactionTestCase._fixture_teardown = lambda _case: databases.empty()

# Playwright's loop runs in the test's own thread; the ORM is called from there all the same.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

# Never a timed test; and where nobody looks on, the same examples every time.
hypothesis.settings.register_profile("house", deadline=None, derandomize=bool(os.environ.get("CI")))
hypothesis.settings.load_profile("house")

SHARED_MEMORY = Path("/dev/shm")  # noqa: S108 - our own file with the process's number, gone with the tests
CHROMIUM = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def pytest_collection_modifyitems(items):
    """`-m "not browser"` leaves out every test that opens a page, `-m "not static"` what no database can change:
    nobody has to mark them.
    """
    for item in items:
        if "new_context" in item.fixturenames:
            item.add_marker(pytest.mark.browser)
        if not _meets_a_database(item):
            item.add_marker(pytest.mark.static)


def pytest_collection_finish(session):
    """All that is imported by now stays to the end: no need to look through it for garbage again and again."""
    gc.collect()
    gc.freeze()


# Who imports these may meet one all the same; the last three are of the proofs that start a database server themselves.
REACHING = {"subprocess", "connection", "connections", "psycopg", "needs_postgres", "OWN", "IS_POSTGRES"}


def _meets_a_database(item):
    """pytest-django lets no other test near it: a query without these fixtures or this mark is an error."""
    asked = {"db", "transactional_db", "live_server", "django_db_setup"} & set(item.fixturenames)
    return bool(asked or item.get_closest_marker("django_db") or REACHING & vars(item.module).keys())


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session):
    """With workers this is called in each; the last of all is the one that has none above it."""
    if not hasattr(session.config, "workerinput"):
        with session.config.stash[blocking_manager_key].unblock():
            databases.drop_template()


def pytest_make_parametrize_id(val):
    """A made file holds the second it was made: named by its bytes, a test would be another in each worker."""
    return "file" if isinstance(val, bytes) and len(val) > 100 else None


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment, django_db_blocker, django_db_modify_db_settings):
    """Django's own migrates anew in every worker."""
    with django_db_blocker.unblock(), databases.ready():
        yield


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix):
    """SQLite in a file: in memory, the live server's threads would share one connection and its transactions."""
    if settings.DATABASES["default"]["ENGINE"].endswith("sqlite3"):
        folder = SHARED_MEMORY if os.access(SHARED_MEMORY, os.W_OK) else Path(tempfile.gettempdir())
        _sweep(folder)
        connections["default"].settings_dict["TEST"]["NAME"] = str(folder / f"vaxel-test-{os.getpid()}.sqlite3")


def _sweep(folder):
    """What a killed run left behind."""
    for path in folder.glob("vaxel-test-*.sqlite3*"):
        try:
            os.kill(int(path.name.split("-")[2].split(".")[0]), 0)
        except ProcessLookupError:
            path.unlink(missing_ok=True)
        except PermissionError:
            continue  # somebody else's, and alive


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    found = chromium()
    if not found:
        pytest.fail("No Chromium on this machine: python3 dev.py test says how to get it", pytrace=False)
    return {**browser_type_launch_args, "executable_path": found, "args": CHROMIUM}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args):
    return {
        **browser_context_args,
        "locale": "sv-SE",
        "timezone_id": "Europe/Stockholm",
        "viewport": {"width": 1280, "height": 900},
        "reduced_motion": "reduce",
    }


@pytest.fixture
def new_context(new_context, live_server):
    """A person's browser, at the live server: `page.goto("/natverk/")`. Any fault it met fails the test at its end."""
    faults: list[str] = []

    def open_browser(**options):
        context = new_context(base_url=live_server.url, **options)
        context.set_default_timeout(10_000)
        watch(context, urlsplit(live_server.url).netloc, faults)
        return context

    yield open_browser
    assert not faults, "\n".join(faults)


@pytest.fixture
def page_for(new_context, live_server) -> Callable:
    """`page_for(user)`: a page in a browser of its own where that person is signed in."""

    def sign_in(user, **options):
        client = Client()
        client.force_login(user)
        context = new_context(**options)
        cookie = client.cookies[settings.SESSION_COOKIE_NAME]
        context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": live_server.url}])
        return context.new_page()

    return sign_in


@pytest.fixture(scope="session")
def axe() -> Callable:
    """`axe(page)` fails on any violation of WCAG 2.2 A and AA, or of axe's best practice."""
    engine = Axe()

    def check(page):
        options = {"runOnly": {"type": "tag", "values": AXE_TAGS}, "resultTypes": ["violations"]}
        violations = engine.run(page, options=options).response["violations"]
        assert not violations, f"{page.url}\n" + "\n".join(_told(violation) for violation in violations)

    return check


def _told(violation):
    places = "\n".join(f"    {node['target'][0]}: {node['html'][:200]}" for node in violation["nodes"])
    return f"  {violation['id']}: {violation['help']}\n{places}"
