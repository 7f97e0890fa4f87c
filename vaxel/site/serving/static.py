"""Static files are gathered into VAXEL_DATA/static once per version, hashed and compressed, by the server itself."""

import hashlib
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import CommandError, call_command
from django.utils.translation import gettext as _

from vaxel import __version__


def gather() -> bool:
    """True if anything was gathered now. Old files stay: a page opened before the upgrade still finds its style."""
    stamp, now = Path(settings.STATIC_ROOT) / ".gathered", _fingerprint()
    if stamp.exists() and stamp.read_text() == now:
        return False
    try:
        call_command("collectstatic", interactive=False, verbosity=0)
    except ValueError as error:  # a style sheet that names a file which is not there
        raise CommandError(_("en statisk fil fattas: %s. I en utcheckning: python3 dev.py setup") % error) from error
    stamp.write_text(now)
    return True


def _fingerprint() -> str:
    """By size and time, not content: this runs at every start."""
    digest = hashlib.sha256(__version__.encode())
    for finder in get_finders():
        for path, storage in finder.list(None):
            found = Path(storage.path(path)).stat()
            digest.update(f"{path} {found.st_size} {found.st_mtime_ns}".encode())
    return digest.hexdigest()
