from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from vaxel.accounts.access import SIGNED_IN, access
from vaxel.notices.domain.rhythm import Rhythm
from vaxel.notices.rhythms import choose, rhythm_of
from vaxel.ui.refusal import Refusal

RHYTHMS = {
    Rhythm.AT_ONCE: gettext_lazy("När det händer"),
    Rhythm.DAILY: gettext_lazy("En gång om dagen, klockan sju"),
    Rhythm.WEEKLY: gettext_lazy("En gång i veckan, på måndagen"),
}


@require_POST
@access(SIGNED_IN)
def mail_rhythm(request):
    written = request.POST.get("rhythm", "")
    if written not in set(Rhythm):
        raise Refusal(_("Välj hur ofta du vill få mejl."), field="rhythm")
    choose(request.user.email, written)
    messages.success(request, _("Det är sparat och gäller från nästa mejl."))
    return redirect("account")


def choices_for(user):
    chosen = rhythm_of(user.email)
    return [{"value": one, "label": label, "chosen": one == chosen} for one, label in RHYTHMS.items()]
