from django.contrib.auth import login, logout
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from vaxel.accounts.access import PUBLIC, access
from vaxel.accounts.models import User
from vaxel.rounds.models import Round
from vaxel.site.example import journey
from vaxel.site.example.cast import CAST, FALUN
from vaxel.site.example.world import is_example
from vaxel.site.pages.tour.steps import STEPS
from vaxel.site.pages.tour.strip import KEY

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@require_POST
@access(PUBLIC)
def set_out(request):
    """A new round to follow, and the first person's chair."""
    _only_in_an_example()
    return _sit_down(request, 0, journey.fresh_round())


@require_POST
@access(PUBLIC)
def go_on(request):
    """Does what the visitor has not done in this step, then moves to the next person."""
    _only_in_an_example()
    step, round_id = request.session.get(KEY) or (None, None)
    round_ = Round.objects.filter(pk=round_id).first()
    if step is None or round_ is None:
        return redirect("start")
    if step < len(STEPS):
        journey.make_sure(STEPS[step].key, round_)
    return _sit_down(request, min(step + 1, len(STEPS)), round_)


@require_POST
@access(PUBLIC)
def leave(request):
    """Back to the first page as nobody: the chair was lent."""
    if request.session.pop(KEY, None) is not None:
        logout(request)
    return redirect("start")


def _only_in_an_example():
    if not is_example():
        raise Http404


def _sit_down(request, step, round_):
    part = STEPS[step].part if step < len(STEPS) else "contact"
    email = next(member.email for member in CAST if member.key == part)
    login(request, User.objects.get(email=email, is_example=True), backend=BACKEND)
    request.session[KEY] = [step, round_.pk]
    return redirect(_where(step, round_))


def _where(step, round_):
    falun = journey.body("municipality", FALUN)
    if step >= len(STEPS):
        return reverse("round_own_feedback", args=[round_.pk, falun])
    match STEPS[step].page:
        case "delivery":
            return reverse("delivery", args=[round_.pk, falun])
        case "compilation":
            return f"{reverse('compilation', args=[round_.pk])}?nod={journey.body('county', '20')}"
        case page:
            return reverse(page, args=[round_.pk])
