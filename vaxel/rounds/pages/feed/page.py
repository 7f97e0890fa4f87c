"""A body's open doings as an Atom feed (RFC 4287): what it has sent or been asked in public, and what came of it."""

from django.conf import settings
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _

from vaxel.accounts.access import PUBLIC, access
from vaxel.calendar.clock import today
from vaxel.files.domain.guarding import ILLEGAL
from vaxel.network.queries.asof import at
from vaxel.rounds.domain.kinds import RoundState
from vaxel.rounds.queries.in_public import public_rounds_of
from vaxel.rounds.words import capital, kind_of
from vaxel.text import summary

MOST = 50


@access(PUBLIC)
def feed(request, body):
    """As a visitor without login would see it: public rounds alone, whoever asks."""
    name = at(today()).names([body]).get(body)
    if name is None:
        raise Http404
    atom = Atom1Feed(
        title=_("Växel: %(name)s") % {"name": name},
        link=absolute(reverse("body", args=[body])),
        feed_url=absolute(reverse("body_feed", args=[body])),
        description="",
        language="sv",
        author_name="Växel",
    )
    for row in sorted(public_rounds_of(body)[:MOST], key=_moment, reverse=True):
        add_round(atom, row)
    return HttpResponse(atom.writeString("utf-8"), content_type=f"{atom.content_type}")


def _moment(round):
    return round.fed_back_at or round.sent_at


def add_round(atom, round):
    came = round.state == RoundState.FED_BACK
    title = _("Återkoppling: %(title)s") if came else f"{capital(kind_of(round).one)}: %(title)s"
    page = absolute(reverse("round", args=[round.pk]))
    atom.add_item(
        title=ILLEGAL.sub("", title % {"title": round.title}),
        link=page,
        description=ILLEGAL.sub("", summary(round.feedback if came else round.text, 400)),
        pubdate=round.sent_at,
        updateddate=_moment(round),
        unique_id=f"{page}#{round.state}",
    )


def absolute(path):
    return settings.BASE_URL.rstrip("/") + path
