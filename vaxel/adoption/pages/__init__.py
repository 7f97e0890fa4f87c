"""Every address under /inforande/, one line per page."""

from django.urls import path

import vaxel.ui.converters  # noqa: F401 - registers <id:…>
from vaxel.adoption.pages.check.page import check_page
from vaxel.adoption.pages.decide.page import decide_page
from vaxel.adoption.pages.edit.page import edit, new_round, new_thing
from vaxel.adoption.pages.export.page import export
from vaxel.adoption.pages.invite.page import invite_page
from vaxel.adoption.pages.need.page import need_export, need_page
from vaxel.adoption.pages.need_upload.page import need_preview, need_upload
from vaxel.adoption.pages.own.page import own_page
from vaxel.adoption.pages.propose.page import propose_page
from vaxel.adoption.pages.register.file import evidence_file
from vaxel.adoption.pages.register.page import correct_page, register_page, share_page
from vaxel.adoption.pages.retirement.page import retirement_act, retirement_page
from vaxel.adoption.pages.thing.page import thing_page
from vaxel.adoption.pages.things.page import things_page

urlpatterns = [
    path("", things_page, name="things"),
    path("nytt/", new_thing, name="thing_new"),
    path("hos/<id:body>/", own_page, name="own_adoption"),
    path("hos/<id:body>/<id:thing>/", register_page, name="register_adoption"),
    path("hos/<id:body>/<id:thing>/granskare/", invite_page, name="invite_check"),
    path("hos/<id:body>/<id:thing>/dela/", share_page, name="share_adoption"),
    path("hos/<id:body>/<id:thing>/ratta/<id:step>/", correct_page, name="correct_adoption"),
    path("hos/<id:body>/<id:thing>/underlag/<uuid:file>/", evidence_file, name="adoption_file"),
    path("granskning/<id:check>/", check_page, name="peer_check"),
    path("utfasning/<id:retirement>/", retirement_page, name="retirement"),
    path("utfasning/<id:retirement>/gor/", retirement_act, name="retirement_act"),
    path("utfasning/<id:retirement>/beslut/", decide_page, name="retirement_decide"),
    path("behov/<id:need_set>/", need_preview, name="need_preview"),
    path("<id:thing>/", thing_page, name="thing"),
    path("<id:thing>/redigera/", edit, name="thing_edit"),
    path("<id:thing>/utfasning/", propose_page, name="retirement_new"),
    path("<id:thing>/utskick/", new_round, name="thing_round"),
    path("<id:thing>/behov/", need_page, name="thing_need"),
    path("<id:thing>/behov/las-in/", need_upload, name="need_upload"),
    path("<id:thing>/behov/export.<slug:form>", need_export, name="need_export"),
    path("<id:thing>/export.<slug:form>", export, name="thing_export"),
]
