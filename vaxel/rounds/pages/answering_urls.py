"""The addresses of what a receiver meets, and of the templates: one line per page."""

from django.urls import path

from vaxel.rounds.pages.by_link import answering as link_answering
from vaxel.rounds.pages.by_link import page as answer_link
from vaxel.rounds.pages.by_link import saying as link_saying
from vaxel.rounds.pages.by_link import workbook as link_workbook
from vaxel.rounds.pages.delivery import answering, assigning, saying
from vaxel.rounds.pages.delivery.file import file
from vaxel.rounds.pages.delivery.page import delivery_page
from vaxel.rounds.pages.links.page import links
from vaxel.rounds.pages.questions.page import questions_file, template_file
from vaxel.rounds.pages.read_by_link import page as by_link
from vaxel.rounds.pages.receipt.page import copy
from vaxel.rounds.pages.register import page as keeping
from vaxel.rounds.pages.register_answer.page import register_answer
from vaxel.rounds.pages.said.page import said
from vaxel.rounds.pages.sections import giving, writing
from vaxel.rounds.pages.template import page as builder
from vaxel.rounds.pages.template_sheet.page import sample, template_sheet
from vaxel.rounds.pages.templates.page import templates
from vaxel.rounds.pages.workbook import page as workbook

TEMPLATE = "mallar/<id:template>/"
LINK = "lank/<str:token>/"
PART = "<id:round>/<id:body>/"

urlpatterns = [
    path("mallar/", templates, name="templates"),
    path("mallar/kalkylblad/", template_sheet, name="template_sheet"),
    path("mallar/kalkylblad.xlsx", sample, name="template_sheet_sample"),
    path(TEMPLATE, builder.template_page, name="template"),
    path(f"{TEMPLATE}skriv/", builder.write, name="template_write"),
    path(f"{TEMPLATE}skot/", builder.manage, name="template_manage"),
    path(f"{TEMPLATE}kopiera/", builder.copy, name="template_copy"),
    path(f"{TEMPLATE}fragor.<str:extension>", template_file, name="template_file"),
    path("sagt/<id:body>/", said, name="said_by_body"),
    path("register/<id:body>/", keeping.register, name="register"),
    path("register/<id:body>/spara/", keeping.register_keep, name="register_keep"),
    path("register/<id:body>/handlingar.<slug:form>", keeping.register_file, name="register_file"),
    path("las/<str:token>/", by_link.read, name="delivery_link"),
    path("las/<str:token>/fragor.<str:extension>", by_link.questions, name="delivery_link_questions"),
    path("las/<str:token>/dokument/<uuid:document>/", by_link.document, name="delivery_link_document"),
    path(LINK, answer_link.answer, name="link_answer"),
    path(f"{LINK}bekrafta/", answer_link.confirm, name="link_confirm"),
    path(f"{LINK}spara/", link_answering.save, name="link_save"),
    path(f"{LINK}granska/", link_answering.review, name="link_review"),
    path(f"{LINK}inget/", link_saying.nothing, name="link_nothing"),
    path(f"{LINK}avsta/", link_saying.decline, name="link_decline"),
    path(f"{LINK}arbetsbok/", link_workbook.choose, name="link_workbook"),
    path(f"{LINK}arbetsbok.xlsx", link_workbook.fetch, name="link_workbook_file"),
    path(f"{LINK}arbetsbok/<id:workbook>/", link_workbook.preview, name="link_workbook_preview"),
    path(f"{LINK}kopia/", answer_link.copy, name="link_copy"),
    path(f"{LINK}fragor.<str:extension>", answer_link.questions, name="link_questions"),
    path(f"{LINK}dokument/<uuid:document>/", answer_link.document, name="link_document"),
    path(f"{LINK}fil/<uuid:file>/", answer_link.file, name="link_file"),
    path("<id:round>/fragor.<str:extension>", questions_file, name="questions_file"),
    path(PART, delivery_page, name="delivery"),
    path(f"{PART}bekrafta/", saying.confirm, name="delivery_confirm"),
    path(f"{PART}spara/", answering.save, name="delivery_save"),
    path(f"{PART}granska/", answering.review, name="delivery_review"),
    path(f"{PART}besluta/", saying.decide, name="delivery_decide"),
    path(f"{PART}inget/", saying.nothing, name="delivery_nothing"),
    path(f"{PART}avsta/", saying.decline, name="delivery_decline"),
    path(f"{PART}aterta/", saying.withdraw, name="delivery_withdraw"),
    path(f"{PART}fordela/", assigning.assign, name="delivery_assign"),
    path(f"{PART}avsnitt/", giving.give, name="section_give"),
    path(f"{PART}avsnitt/aterta/", giving.back, name="section_back"),
    path(f"{PART}avsnitt/<id:part>/", writing.part_page, name="section_part"),
    path(f"{PART}avsnitt/<id:part>/spara/", writing.save, name="section_save"),
    path(f"{PART}avsnitt/<id:part>/fil/<uuid:file>/", writing.part_file, name="section_file"),
    path(f"{PART}komplettering/", saying.completion, name="delivery_completion"),
    path(f"{PART}godkann/", saying.approve, name="delivery_approve"),
    path(f"{PART}registrera/", register_answer, name="delivery_register"),
    path(f"{PART}fil/<uuid:file>/", file, name="delivery_file"),
    path(f"{PART}arbetsbok/", workbook.choose, name="delivery_workbook"),
    path(f"{PART}arbetsbok.xlsx", workbook.fetch, name="delivery_workbook_file"),
    path(f"{PART}arbetsbok/<id:workbook>/", workbook.preview, name="delivery_workbook_preview"),
    path(f"{PART}lankar/", links, name="delivery_links"),
    path(f"{PART}kopia/", copy, name="delivery_copy"),
]
