from django.conf import settings
from django.shortcuts import render

from vaxel.accounts.access import PUBLIC, access


@access(PUBLIC)
def accessibility(request):
    return render(request, "site/pages/accessibility/page.html", {"address": settings.CONTACT_ADDRESS})
