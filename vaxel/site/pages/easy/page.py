from django.shortcuts import render

from vaxel.accounts.access import PUBLIC, access


@access(PUBLIC)
def easy(request):
    return render(request, "site/pages/easy/page.html")
