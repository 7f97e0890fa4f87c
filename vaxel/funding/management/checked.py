"""`vaxel allocate --check`: a receipt reckoned again, by anyone."""

import json

from django.core.management.base import CommandError
from django.utils.translation import gettext as _

from vaxel.funding.domain.receipt import Receipt, check

PARTS = ("version", "inputs", "outputs", "sha256")


def check_file(text, file):
    """A receipt alone, or the whole of what `--format json` wrote. Raises CommandError where it does not hold."""
    try:
        found = json.loads(text)
        found = found.get("receipt", found)
        kept = Receipt(**{part: found[part] for part in PARTS})
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise CommandError(
            _("%(file)s är inget kvitto: det ska ha %(parts)s.") % {"file": file, "parts": ", ".join(PARTS)},
            returncode=1,
        ) from None
    if faults := check(kept):
        said = " ".join(_(one.text) % one.values for one in faults)
        raise CommandError(_("kvittot håller inte. %(said)s") % {"said": said}, returncode=1)
    return _("Kvittot håller: beloppen är de som underlaget ger. SHA-256 %(sha256)s") % {"sha256": kept.sha256} + "\n"
