"""The interface for programs, told to a person: what can be done, with which key, and how."""

from itertools import groupby
from operator import itemgetter

from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from vaxel.accounts.access import PUBLIC, access

TAGS = {
    "network": _("Nätverket"),
    "rounds": _("Förfrågningar"),
    "deliveries": _("Delar och svar"),
    "answering": _("Som mottagare"),
    "sending": _("Som avsändare"),
    "talk": _("Frågor, rättelser och sammanställning"),
    "templates": _("Mallar"),
    "signals": _("Signaler"),
    "adoption": _("Införande"),
    "funding": _("Medel"),
    "webhooks": _("Besked till ert system"),
}


def programs(described):
    """The page; `described()` gives the OpenAPI document, which nobody here can import."""

    @access(PUBLIC)
    def page(request):
        groups = [(TAGS[tag], list(doors)) for tag, doors in groupby(_doors(described()), key=itemgetter("tag"))]
        return render(request, "site/pages/programs/page.html", {"groups": groups})

    return page


def _doors(schema):
    order = list(TAGS)
    doors = [
        {"method": method.upper(), "path": path, "said": one.get("description", ""), "tag": one["tags"][0]}
        for path, methods in schema["paths"].items()
        for method, one in methods.items()
    ]
    return sorted(doors, key=lambda door: order.index(door["tag"]))
