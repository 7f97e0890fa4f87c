"""What every page's shell shows: the menu, who acts and for whom, the place on the line map, the example's mark."""

from django.conf import settings
from django.urls import NoReverseMatch, reverse
from django.utils.translation import get_language, get_language_info, pgettext
from django.utils.translation import gettext as _

from vaxel.site.example.world import is_example
from vaxel.site.pages.tour.strip import tour_strip


def shell(request):
    actor = getattr(request, "actor", None)
    return {"actor": actor, "shell": _shell(request, actor)}


def _shell(request, actor):
    signed_in = request.user.is_authenticated if hasattr(request, "user") else False
    return {
        "menu": list(_menu(request, signed_in)),
        "footer": _footer(),
        "person": {"name": actor.name or request.user.email, "links": _own_links()} if signed_in else None,
        "mandates": [_mandate(mandate, actor) for mandate in actor.mandates] if signed_in else [],
        "search_url": None if request.path == _url("search") else _url("search"),
        "switch_url": _url("switch_mandate"),
        "calendar_url": _url("calendar"),
        "my_data_url": _url("my_data"),
        "tokens_url": _url("tokens"),
        "login_url": _url("account_login"),
        "logout_url": _url("account_logout") if signed_in else None,
        "language": _languages(),
        "example": is_example(),
        "tour": tour_strip(request),
    }


def _menu(request, signed_in):
    path = request.path
    if signed_in:
        yield _item(_("Min sida"), _url("start"), path == _url("start"))
        yield _item(_("Inkorg"), _url("inbox"), path.startswith(_url("inbox")))
        yield _item(_("Förfrågningar"), _url("rounds"), path.startswith(_url("rounds")))
        yield _item(_("Signaler"), _url("signals"), path.startswith(_url("signals")))
    yield _item(_("Införande"), _url("things"), path.startswith(_url("things")))
    yield _item(pgettext("money", "Medel"), _url("money"), path.startswith(_url("money")))
    yield _item(_("Nätverket"), _url("network"), path.startswith(_url("network")))
    if not signed_in:
        yield _item(_("Goda exempel"), _url("examples"), path.startswith(_url("examples")))
        yield _item(_("Säg något"), _url("say_something"), path.startswith(_url("say_something")))
        yield _item(_("Om Växel"), _url("about"), path == _url("about"))


def _item(label, url, current):
    return {"label": label, "url": url, "current": current}


def _own_links():
    return [_item(_("Konto och säkerhet"), _url("account"), False), _item(_("Hjälp"), _url("about"), False)]


def _mandate(mandate, actor):
    return {
        "id": mandate.id,
        "body": mandate.body_name,
        "label": f"{mandate.body_name}: {mandate.title}" if mandate.title else mandate.body_name,
        "current": mandate == actor.current,
    }


def _footer():
    return [
        _item(_("Om Växel"), _url("about"), False),
        _item(_("Tillgänglighet"), _url("accessibility"), False),
        _item(_("Personuppgifter"), _url("personal_data"), False),
        _item(_("Lättläst"), _url("easy"), False),
        _item(_("Öppna data"), _url("open_data"), False),
        _item(_("För program"), _url("api:api-root"), False),
    ]


def _languages():
    now = get_language()
    names = {code: get_language_info(code)["name_local"].capitalize() for code, _label in settings.LANGUAGES}
    choices = [{"code": code, "label": name, "current": code == now} for code, name in names.items()]
    return {"url": _url("language"), "choices": choices}


def _url(name):
    try:
        return reverse(name)
    except NoReverseMatch:
        return "/"
