"""Every address of the site, capability by capability."""

from django.urls import include, path

from vaxel.accounts.access import PUBLIC, access
from vaxel.accounts.api.doors import guarded
from vaxel.site.api import api
from vaxel.site.pages.programs.page import programs
from vaxel.ui.faults import handler400, handler403, handler404, handler500  # noqa: F401 - Django finds them by name
from vaxel.ui.gallery.page import gallery

urlpatterns = [
    path("konto/", include("vaxel.accounts.urls")),
    path("natverk/", include("vaxel.network.pages")),
    path("forfragningar/", include("vaxel.rounds.pages")),
    path("inforande/", include("vaxel.adoption.pages")),
    path("medel/avtal/", include("vaxel.funding.pages.contract_urls")),
    path("medel/", include("vaxel.funding.pages")),
    path("signaler/", include("vaxel.signals.pages")),
    path("sag-nagot/", include("vaxel.signals.pages.open_urls")),
    path("personuppgifter/", include("vaxel.privacy.pages")),
    path("api/v1/", guarded(api.urls, front=programs(api.get_openapi_schema))),
    path("_/galleri/", access(PUBLIC)(gallery), name="gallery"),
    path("", include("vaxel.site.pages")),
]
