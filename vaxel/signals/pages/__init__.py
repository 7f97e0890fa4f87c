"""Every address under /signaler/, one line per page; what is open without a login lies in open_urls.py."""

from django.urls import path

import vaxel.ui.converters  # noqa: F401 - registers <id:…>
from vaxel.signals.pages.desk.page import desk
from vaxel.signals.pages.do.page import do, own
from vaxel.signals.pages.erase.page import erase
from vaxel.signals.pages.examples.page import example, examples
from vaxel.signals.pages.mine.page import mine
from vaxel.signals.pages.new.page import new
from vaxel.signals.pages.signal.page import attachment, signal_page

urlpatterns = [
    path("", mine, name="signals"),
    path("ny/", new, name="signal_new"),
    path("att-hantera/", desk, name="signal_desk"),
    path("goda-exempel/", examples, name="examples"),
    path("goda-exempel/<id:example>/", example, name="example"),
    path("<id:signal>/", signal_page, name="signal"),
    path("<id:signal>/radera/", erase, name="signal_erase"),
    path("<id:signal>/bilaga/<uuid:file>/", attachment, name="signal_file"),
    path("<id:signal>/gor/<slug:act>/", do, name="signal_do"),
    path("<id:signal>/egen/<slug:act>/", own, name="signal_own"),
]
