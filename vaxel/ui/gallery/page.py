"""Every component in every state, on one page; the site's urls give it its address and its permission."""

from django.core.paginator import Paginator
from django.shortcuts import render

from vaxel.ui.gallery import form, samples


def gallery(request):
    context = {
        **samples.CONTEXT,
        "form": form.sample(),
        "asked": form.sample("q"),
        "wrong": form.wrong(),
        "search": form.Search(request.GET or None),
        "page": Paginator(range(1234), 50).page(3),
        "again": {"text": "Förra året svarade ni 640 000 kr på samma fråga.", "value": "640000"},
        "trail": samples.CONTEXT["stops"],
    }
    return render(request, "ui/gallery/page.html", context)
