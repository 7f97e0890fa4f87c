"""Every address of the site, capability by capability."""

from django.urls import include, path

urlpatterns = [
    path("konto/", include("vaxel.accounts.urls")),
    path("natverk/", include("vaxel.network.pages")),
    path("forfragningar/", include("vaxel.rounds.pages")),
    path("", include("vaxel.ui.urls")),
    path("", include("vaxel.site.pages")),
]
