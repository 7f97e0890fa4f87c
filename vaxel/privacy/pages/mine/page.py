"""What there is about oneself: to read, or as a file that another system can read (GDPR articles 15 and 20)."""

import json

from allauth.core import ratelimit
from django.shortcuts import render
from django.utils.translation import gettext as _

from vaxel import files
from vaxel.accounts.access import SIGNED_IN, access
from vaxel.calendar.clock import today
from vaxel.network.models import Person
from vaxel.privacy.commands.exporting import export_own
from vaxel.ui.refusal import Refusal

TOO_MANY = 429
PAGE = "privacy/pages/mine/page.html"


@access(SIGNED_IN)
def my_data(request):
    """Asked for by a button: it is read out of every table, and noted in the journal."""
    person = Person.objects.filter(user=request.user, erased_at=None).select_related("user").first()
    if request.method != "POST":
        return render(request, PAGE, {"known": person is not None})
    if person is None:
        raise Refusal(_("Om dig finns bara inloggningen: e-postadress och lösenord."), status=404)
    if not ratelimit.consume(request, action="own_data", user=request.user):
        raise Refusal(_("Du har hämtat dina uppgifter fem gånger den senaste timmen. Vänta en stund."), status=TOO_MANY)
    found = export_own(person, by=request.actor)
    if request.POST.get("form") == "json":
        text = json.dumps(found, ensure_ascii=False, indent=1, default=str)
        return files.send_bytes(f"{_('mina uppgifter')} {today()}.json", "application/json", text.encode())
    return render(request, PAGE, {"known": True, "found": found, "kinds": [_read(kind) for kind in found["kinds"]]})


def _read(kind):
    """For the eye: what is said, without where it lies."""
    rows = [[(name, _shown(value)) for name, value in row["fields"].items()] for row in kind["rows"]]
    return {**kind, "rows": rows}


def _shown(value):
    if isinstance(value, list):
        return " · ".join(map(_shown, value))
    if isinstance(value, dict):
        return " · ".join(f"{name}: {_shown(item)}" for name, item in value.items())
    return str(value)
