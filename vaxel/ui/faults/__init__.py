"""Pages for what went wrong: each says what, where and what to do."""

from django.shortcuts import render


def csrf(request, reason=""):
    return render(request, "ui/faults/csrf.html", status=403)
