from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from vaxel.accounts.access import access
from vaxel.rounds.commands.recall import recall as recall_round
from vaxel.rounds.pages.found import round_of
from vaxel.rounds.permissions import SENDS_ROUND


@require_POST
@access(SENDS_ROUND)
def recall(request, round):
    """One click within ten minutes: nobody was asked, and no mail leaves."""
    found = recall_round(round_of(round), by=request.actor)
    messages.success(request, _("Utskicket är ångrat. Inga mejl går i väg, och ingen behöver göra något."))
    return redirect("round", found.pk)
