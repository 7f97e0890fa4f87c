"""Every address under /forfragningar/, one line per page."""

from django.urls import include, path

import vaxel.ui.converters  # noqa: F401 - registers <id:…>
from vaxel.rounds.pages.body_load.page import body_load
from vaxel.rounds.pages.burden.page import burden_file, total_burden
from vaxel.rounds.pages.close.page import close
from vaxel.rounds.pages.compilation.page import compilation
from vaxel.rounds.pages.copy.page import copy
from vaxel.rounds.pages.correct.page import correct
from vaxel.rounds.pages.debts.page import debts_page
from vaxel.rounds.pages.documents.page import document
from vaxel.rounds.pages.export.page import export
from vaxel.rounds.pages.feed.page import feed
from vaxel.rounds.pages.feed_back.page import feed_back
from vaxel.rounds.pages.joint.page import adopt, joint_page, stand_aside
from vaxel.rounds.pages.joint.writing import propose, write
from vaxel.rounds.pages.new_round.page import edit, new_round
from vaxel.rounds.pages.own_feedback.page import own_feedback
from vaxel.rounds.pages.preview.page import preview
from vaxel.rounds.pages.prolong.page import prolong
from vaxel.rounds.pages.recall.page import recall
from vaxel.rounds.pages.receivers.page import receivers_page
from vaxel.rounds.pages.relay.page import relay
from vaxel.rounds.pages.remind.page import remind
from vaxel.rounds.pages.round.page import round_page
from vaxel.rounds.pages.rounds.page import rounds
from vaxel.rounds.pages.send.page import send
from vaxel.rounds.pages.talk.page import talk_page
from vaxel.rounds.pages.told.page import told_page
from vaxel.rounds.pages.workbook import several

urlpatterns = [
    path("", include("vaxel.rounds.pages.answering_urls")),
    path("", rounds, name="rounds"),
    path("aterkoppling/", debts_page, name="debts"),
    path("flode/<id:body>.atom", feed, name="body_feed"),
    path("ny/", new_round, name="round_new"),
    path("belastning/", total_burden, name="total_burden"),
    path("belastning.csv", burden_file, name="total_burden_file"),
    path("belastning/<id:body_id>/", body_load, name="body_load"),
    path("<id:round>/", round_page, name="round"),
    path("<id:round>/redigera/", edit, name="round_edit"),
    path("<id:round>/forhandsvisning/", preview, name="round_preview"),
    path("<id:round>/skicka/", send, name="round_send"),
    path("<id:round>/angra/", recall, name="round_recall"),
    path("<id:round>/kopiera/", copy, name="round_copy"),
    path("<id:round>/dokument/<uuid:document>/", document, name="round_document"),
    path("<id:round>/mottagare/", receivers_page, name="round_receivers"),
    path("<id:round>/gatt-ut/", told_page, name="round_told"),
    path("<id:round>/paminn/", remind, name="round_remind"),
    path("<id:round>/forlang/", prolong, name="round_prolong"),
    path("<id:round>/skicka-vidare/", relay, name="round_relay"),
    path("<id:round>/fragor/", talk_page, name="round_talk"),
    path("<id:round>/arbetsbok/", several.choose, name="round_workbook"),
    path("<id:round>/arbetsbok.xlsx", several.fetch, name="round_workbook_file"),
    path("<id:round>/arbetsbok/<id:workbook>/", several.preview, name="round_workbook_preview"),
    path("<id:round>/rattelse/", correct, name="round_correct"),
    path("<id:round>/sammanstallning/", compilation, name="compilation"),
    path("<id:round>/gemensamt/<id:node>/", joint_page, name="joint"),
    path("<id:round>/gemensamt/<id:node>/skriv/", write, name="joint_write"),
    path("<id:round>/gemensamt/<id:node>/lagg-fram/", propose, name="joint_propose"),
    path("<id:round>/<id:body>/anta/", adopt, name="joint_adopt"),
    path("<id:round>/<id:body>/eget-svar/", stand_aside, name="joint_aside"),
    path("<id:round>/export.<slug:form>", export, name="round_export"),
    path("<id:round>/stang/", close, name="round_close"),
    path("<id:round>/aterkoppla/", feed_back, name="round_feed_back"),
    path("<id:round>/<id:body>/aterkoppling/", own_feedback, name="round_own_feedback"),
]
