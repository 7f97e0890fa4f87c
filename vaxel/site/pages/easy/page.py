from django.shortcuts import render

from vaxel.accounts.access import PUBLIC, access
from vaxel.accounts.once_for_all import once_for_all


@access(PUBLIC)
@once_for_all
def easy(request):
    return render(request, "site/pages/easy/page.html")
