from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from vaxel.accounts.access import Rule, access
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
    """A new draft with the same words, questions and audience; the dates are left open."""
    made = duplicate(round_of(round), by=request.actor)
    messages.success(request, _("En kopia ligger här som utkast. Välj nya dagar innan ni skickar."))
    return redirect("round_edit", made.pk)
