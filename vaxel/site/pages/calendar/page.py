"""A calendar that one's own calendar program reads, and the page where its address is made."""

from urllib.parse import urlsplit

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from vaxel.accounts import feeds
from vaxel.accounts.access import PUBLIC, SIGNED_IN, access
from vaxel.accounts.models import FeedKey
from vaxel.calendar.clock import today
from vaxel.network.queries.actors import actor_of
from vaxel.site.pages.calendar.events import KEPT, calendar_of, deadlines


@never_cache
@access(SIGNED_IN)
def calendar(request):
    """The address stands on the page once; a new one ends the old."""
    address = ""
    if request.method == "POST" and request.POST.get("act") == "end":
        feeds.end(request.user)
        messages.success(request, _("Adressen är borttagen. Kalendern får inget nytt."))
        return redirect("calendar")
    if request.method == "POST":
        path = reverse("calendar_feed", args=[feeds.new_key(request.user)])
        address = settings.BASE_URL.rstrip("/") + path
    found = sorted(deadlines(request.actor), key=lambda one: one.day)
    has_one = FeedKey.objects.filter(user=request.user).exists()
    context = {"address": address, "has_one": has_one, "deadlines": found}
    return render(request, "site/pages/calendar/page.html", context)


@never_cache
@access(PUBLIC)  # by the secret in the address
def calendar_feed(request, key):
    user = feeds.user_of(key)
    if user is None:
        raise Http404
    found = deadlines(actor_of(user, day=today()), passed=KEPT)
    answer = HttpResponse(
        calendar_of(found, urlsplit(settings.BASE_URL).hostname or "localhost"),
        content_type="text/calendar; charset=utf-8",
    )
    answer["Referrer-Policy"] = "no-referrer"
    return answer
