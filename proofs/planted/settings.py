from vaxel.site.settings import *  # noqa: F403
from vaxel.site.settings import INSTALLED_APPS

INSTALLED_APPS = [*INSTALLED_APPS, "proofs.planted.apps.Planted"]
