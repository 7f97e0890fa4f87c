"""All settings in one place; what differs between installations comes from the environment (README, "För riktig drift")."""

import contextlib
import os
import secrets
import sys
import tempfile
from pathlib import Path

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from vaxel.notices.domain.addresses import networks
from vaxel.site.database import database

PACKAGE = Path(__file__).resolve().parent.parent
CHECKOUT = PACKAGE.parent
TESTING = "pytest" in sys.modules


def _default_data() -> Path:
    """A checkout keeps its data in var/; an installed wheel in the user's data folder."""
    if (CHECKOUT / "pyproject.toml").exists():
        return CHECKOUT / "var"
    return Path(os.environ.get("XDG_DATA_HOME", Path.home() / ".local" / "share")) / "vaxel"


DATA = Path(os.environ.get("VAXEL_DATA", _default_data()))
SEAL_KEY = os.environ.get("VAXEL_SEAL_KEY", "")  # a PEM file with key and certificate; else one is made in DATA
DATA.mkdir(parents=True, exist_ok=True)


def _secret_key() -> str:
    """From the environment, else made once and kept readable by its owner alone: never a default in the code."""
    if key := os.environ.get("VAXEL_SECRET_KEY"):
        return key
    path = DATA / "secret-key"
    if not path.exists():
        _write_once(path, secrets.token_urlsafe(50))
    return path.read_text()


def _write_once(path: Path, text: str) -> None:
    """Whole or not at all, and the first of several processes that start together wins."""
    descriptor, draft = tempfile.mkstemp(dir=path.parent)  # readable by its owner alone
    with os.fdopen(descriptor, "w") as file:
        file.write(text)
    with contextlib.suppress(FileExistsError):
        os.link(draft, path)
    Path(draft).unlink()


SECRET_KEY = _secret_key()
SECRET_KEY_FALLBACKS = os.environ.get(
    "VAXEL_OLD_SECRET_KEYS", ""
).split()  # after a change of key: what they signed holds
DEBUG = False
HTTPS = os.environ.get("VAXEL_HTTPS", "") == "1"
ALLOWED_HOSTS = os.environ.get("VAXEL_HOSTS", "127.0.0.1,localhost,[::1]").split(",")
BASE_URL = os.environ.get("VAXEL_URL", "http://127.0.0.1:8000")
CSRF_TRUSTED_ORIGINS = [BASE_URL] if HTTPS else []

INSTALLED_APPS = [
    "vaxel.site",
    "vaxel.funding",
    "vaxel.signals",
    "vaxel.adoption",
    "vaxel.rounds",
    "vaxel.privacy",
    "vaxel.network",
    "vaxel.accounts",
    "vaxel.text",
    "vaxel.notices",
    "vaxel.files",
    "vaxel.search",
    "vaxel.journal",
    "vaxel.calendar",
    "vaxel.personal",
    "vaxel.ui",
    "django.forms",  # last of the two that hold form templates: vaxel.ui's come first
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "template_partials.apps.SimpleAppConfig",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "csp",
]

MIDDLEWARE = [
    "vaxel.ui.arrival.ArrivalMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "vaxel.accounts.language.ChosenLanguageMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "vaxel.accounts.sessions.UnkeptMiddleware",
    "vaxel.accounts.sessions.IdleMiddleware",
    "vaxel.accounts.second_step_required.SecondStepMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "vaxel.network.acting.ActingMiddleware",
    "vaxel.ui.refusal.RefusalMiddleware",
]

ROOT_URLCONF = "vaxel.site.urls"
WSGI_APPLICATION = "vaxel.site.wsgi.application"

# Templates are named from the package root, so that a template's place in the house shows in its name.
_LOADERS = [
    (
        "template_partials.loader.Loader",
        [
            (
                "django.template.loaders.cached.Loader",
                ["django.template.loaders.filesystem.Loader", "django.template.loaders.app_directories.Loader"],
            )
        ],
    )
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PACKAGE],
        "OPTIONS": {
            "loaders": _LOADERS,
            "builtins": ["template_partials.templatetags.partials"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "vaxel.site.shell.shell",
            ],
        },
    },
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

DATABASES = {"default": database(os.environ.get("DATABASE_URL") or f"sqlite:///{DATA / 'vaxel.sqlite3'}")}
# Login attempts are counted here: in the database, so that every process and host counts together.
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
    if TESTING
    else {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "shared_cache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},  # the default 300 would let an attacker flush the count
    },
}
ONCE_FOR_ALL_SECONDS = 0 if TESTING else 10  # accounts/once_for_all.py: how old a page for anyone may be
# The chain's head, outside the database: best on a disk of another machine, where this one may only add.
JOURNAL_HEADS = "" if TESTING else os.environ.get("VAXEL_JOURNAL_HEADS") or DATA / "journal-heads.txt"
# Erasures noted outside the database, to be done again after a restored backup; and for how long one can be restored.
PRIVACY_ERASURES = "" if TESTING else DATA / "erasures.jsonl"
BACKUPS_KEPT = int(os.environ.get("VAXEL_BACKUPS_KEPT", "400"))  # days
PRIVACY_REGIME = os.environ.get("VAXEL_REGIME", "authority")  # is the secretariat an authority, or "private"?
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "vaxel.accounts.passwords.HardToGuess"},
    {"NAME": "vaxel.accounts.passwords.NeverLeaked"},
]
if TESTING:
    PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# A file of SHA-1 sums in order, one a line (Have I Been Pwned's own form), which the installation fetches itself.
LEAKED_PASSWORDS = os.environ.get("VAXEL_LEAKED_PASSWORDS", "")
# Who has no second step is asked to choose one before anything else. Off only where someone else has asked for it.
SECOND_STEP_REQUIRED = os.environ.get("VAXEL_SECOND_STEP", "required" if HTTPS else "optional") == "required"
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "start"
LOGOUT_REDIRECT_URL = "start"
ACCOUNT_ADAPTER = "vaxel.accounts.adapter.InvitedOnly"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"  # an invitation by e-mail has proved the address
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False  # no mail to whoever someone happens to type
ACCOUNT_FORMS = {
    "login": "vaxel.accounts.forms.Login",
    "change_password": "vaxel.accounts.forms.ChangePassword",
    "set_password": "vaxel.accounts.forms.SetPassword",
    "reset_password": "vaxel.accounts.forms.ForgottenPassword",
    "reset_password_from_key": "vaxel.accounts.forms.NewPassword",
}
# Wrong passwords: ten a minute from one address, five in five minutes for one login; then 429.
# What anyone may say without a login: ten an hour from one address (a library shares one), for people enough.
# A file taken apart, to see whether it is as it was sealed: thirty in ten minutes.
ACCOUNT_RATE_LIMITS = {
    "login_failed": "10/m/ip,5/5m/key",
    "say_something": "10/h/ip",
    "csp": "30/m/ip",
    "own_data": "5/h/user",
    "verify_file": "30/10m/ip",
}
# Behind a proxy: its header with the client's address, or every login counts against the proxy's own.
ALLAUTH_TRUSTED_CLIENT_IP_HEADER = os.environ.get("VAXEL_CLIENT_IP_HEADER") or None
MFA_FORMS = {
    "authenticate": "vaxel.accounts.second_step.Authenticate",
    "reauthenticate": "vaxel.accounts.second_step.Reauthenticate",
    "activate_totp": "vaxel.accounts.second_step.ConnectApp",
    "add_webauthn": "vaxel.accounts.second_step.AddKey",
    "edit_webauthn": "vaxel.accounts.second_step.RenameKey",
}
MFA_TOTP_ISSUER = "Växel"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not HTTPS  # localhost in the default set-up

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 12 * 3600  # a working day
IDLE_LOGOUT_AFTER = 60 * int(os.environ.get("VAXEL_IDLE_MINUTES", "240"))  # seconds; half a day: texts here take long
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = HTTPS
if HTTPS:  # bound to this very host: no neighbour under the same domain can set or read them
    SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "__Host-sessionid", "__Host-csrftoken"
    LANGUAGE_COOKIE_NAME = "__Host-language"
CSRF_COOKIE_HTTPONLY = True  # it stands in each form; no script reads it
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "vaxel.ui.faults.csrf"
# The trusted proxy's header that says when a request arrived; empty = when the worker took it.
ARRIVAL_HEADER = os.environ.get("VAXEL_ARRIVAL_HEADER", "")

CSP_REPORTS = "/_/csp/"  # the browser tells of what it refused (site/pages/csp/)
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],  # Designsystemet's icons and allauth's QR code
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "report-uri": [CSP_REPORTS],
    }
}

LANGUAGE_CODE = "sv"
LANGUAGES = [("sv", _("Svenska")), ("en", _("English"))]
LOCALE_PATHS = sorted(PACKAGE.glob("*/locale"))
TIME_ZONE = "Europe/Stockholm"
USE_TZ = True
USE_THOUSAND_SEPARATOR = False  # or ?id={{ pk }} becomes "1 234" in an address; what is read says |count

STATIC_URL = "/static/"
STATIC_ROOT = DATA / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},  # attachments live in the database
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if TESTING
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = TESTING
WHITENOISE_AUTOREFRESH = TESTING  # or each test client would list every static file anew
WHITENOISE_MAX_AGE = 3600

EMAIL_BACKEND = os.environ.get("VAXEL_EMAIL_BACKEND", "django.core.mail.backends.filebased.EmailBackend")
EMAIL_FILE_PATH = DATA / "mail"
EMAIL_HOST = os.environ.get("VAXEL_SMTP_HOST", "localhost")
EMAIL_PORT = int(os.environ.get("VAXEL_SMTP_PORT", "25"))
EMAIL_HOST_USER = os.environ.get("VAXEL_SMTP_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("VAXEL_SMTP_PASSWORD", "")
EMAIL_USE_TLS = os.environ.get("VAXEL_SMTP_TLS", "") == "1"
CONTACT_ADDRESS = os.environ.get("VAXEL_CONTACT", "vaxel@localhost")  # where flaws in accessibility are reported
BOUNCES = os.environ.get("VAXEL_BOUNCES", "")  # studs@…: what comes to studs+…@ is piped to `vaxel bounce`
DEFAULT_FROM_EMAIL = os.environ.get("VAXEL_FROM", "Växel <vaxel@localhost>")

# An installation's own networks that webhooks may be posted to ("10.0.0.0/8"); else only the open internet, by https.
WEBHOOK_NETWORKS = networks(os.environ.get("VAXEL_WEBHOOK_NETWORKS", ""))

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 2**20
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000
FILE_UPLOAD_MAX_MEMORY_SIZE = 25 * 2**20
LARGEST_REQUEST = 110 * 2**20  # five files of the largest kind

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "plain": {
            "()": "vaxel.ui.logging.WithoutRows",
            "format": "{asctime} {levelname} {name} {message}",
            "style": "{",
            "datefmt": "%Y-%m-%dT%H:%M:%S%z",  # with its offset: two hosts, and the hour that comes twice in October
        }
    },
    "filters": {"without_tokens": {"()": "vaxel.ui.logging.WithoutTokens"}},
    "handlers": {
        "stderr": {"class": "logging.StreamHandler", "formatter": "plain", "filters": ["without_tokens"]},
    },
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {"vaxel.security": {"level": "WARNING" if TESTING else "INFO"}},
}
SILENCED_SYSTEM_CHECKS = [
    "auth.W004"
]  # an address is unique whatever its case: a constraint that the check does not see
