"""The ledger, joint purposes, proposals and repayments: their addresses under /medel/, one line per page."""

from django.urls import path

import vaxel.ui.converters  # noqa: F401 - registers <id:…>
from vaxel.funding.pages.carry_over.page import carry_over_page
from vaxel.funding.pages.claim_back.page import claim_back_page
from vaxel.funding.pages.money_budget.page import budget_page
from vaxel.funding.pages.money_left.page import money_left_page
from vaxel.funding.pages.own_money.page import own_money_page
from vaxel.funding.pages.pool.page import pool_act, pool_answer, pool_page
from vaxel.funding.pages.pool_edit.page import pool_edit, pool_new
from vaxel.funding.pages.pools.page import pools_page
from vaxel.funding.pages.proposal.page import proposal_docx_file, proposal_page
from vaxel.funding.pages.proposal_edit.page import proposal_edit
from vaxel.funding.pages.repayment.page import repayment_page
from vaxel.funding.pages.repayments.page import repayments_page
from vaxel.funding.pages.undo_entry.page import undo_page
from vaxel.funding.pages.use_money.page import use_page

urlpatterns = [
    path("kvar/", money_left_page, name="money_left"),
    path("hos/<id:body>/", own_money_page, name="own_money"),
    path("hos/<id:body>/anvant/", use_page, name="use_money"),
    path("hos/<id:body>/ratta/<id:entry>/", undo_page, name="undo_entry"),
    path("hos/<id:body>/for-over/<id:stream>/<id:year>/", carry_over_page, name="carry_over"),
    path("hos/<id:body>/budget/<id:stream>/<id:year>/", budget_page, name="money_budget"),
    path("aterkrav/<id:claim>/", repayment_page, name="repayment"),
    path("<id:agreement>/aterkrav/", repayments_page, name="repayments"),
    path("<id:agreement>/aterkrav/hos/<id:body>/", claim_back_page, name="claim_back"),
    path("gemensamt/", pools_page, name="pools"),
    path("gemensamt/ny/<id:owner>/", pool_new, name="pool_new"),
    path("gemensamt/<id:pool>/", pool_page, name="pool"),
    path("gemensamt/<id:pool>/redigera/", pool_edit, name="pool_edit"),
    path("gemensamt/<id:pool>/gor/", pool_act, name="pool_act"),
    path("gemensamt/<id:pool>/svara/", pool_answer, name="pool_answer"),
    path("forslag/<id:county>/<id:agreement>/", proposal_page, name="proposal"),
    path("forslag/<id:county>/<id:agreement>/redigera/", proposal_edit, name="proposal_edit"),
    path("forslag/<id:county>/<id:agreement>/forslag.docx", proposal_docx_file, name="proposal_docx"),
]
