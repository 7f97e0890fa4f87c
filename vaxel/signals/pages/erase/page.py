"""The words of a signal are taken away for good: asked once more before it is done, since it cannot be undone."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from vaxel.accounts.access import access
from vaxel.signals.commands.erasing import erase as erase_words
from vaxel.signals.pages.signal.page import signal_of
from vaxel.signals.permissions import ERASES_SIGNAL


@access(ERASES_SIGNAL)
def erase(request, signal):
    found = signal_of(signal)
    if request.method == "POST":
        erase_words(found, by=request.actor)
        messages.success(request, _("Texten är raderad. Det som hände med signalen står kvar."))
    if found.erased_at:
        return redirect("signal", found.pk)
    return render(request, "signals/pages/erase/page.html", {"signal": found})
