from django.contrib import messages
from django.db import transaction
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from vaxel.accounts.access import Rule, access
from vaxel.rounds.commands import documents
from vaxel.rounds.commands.rounds import duplicate
from vaxel.rounds.pages.found import round_of
from vaxel.rounds.permissions import CREATES_ROUND, READS_ROUND

COPIES_ROUND = Rule(
    "copies_round",
    lambda request, round, **_parts: CREATES_ROUND.allows(request) and READS_ROUND.allows(request, round=round),
)


@require_POST
@access(COPIES_ROUND)
def copy(request, round):
    """A new draft with the same words, questions, documents and audience; the dates are left open."""
    source = round_of(round)
    with transaction.atomic():
        made = duplicate(source, by=request.actor)
        documents.take_along(source, made, by=request.actor)
    messages.success(request, _("En kopia ligger här som utkast. Välj nya dagar innan ni skickar."))
    return redirect("round_edit", made.pk)
