"""Växel's settings but for what keeps SQLite's writers from each other's throats: the control."""

from vaxel.site.settings import *  # noqa: F403
from vaxel.site.settings import DATABASES

DATABASES["default"]["OPTIONS"]["transaction_mode"] = "DEFERRED"
DATABASES["default"]["OPTIONS"]["timeout"] = 1  # a control need not wait
