from django.shortcuts import render

from vaxel.accounts.access import PUBLIC, access


@access(PUBLIC)
def about(request):
    return render(request, "site/pages/about/page.html")
