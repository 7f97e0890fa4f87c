"""The account of an agreement's money, under /medel/."""

from django.urls import path

import vaxel.ui.converters  # noqa: F401 - registers <id:…>
from vaxel.funding.pages.account.page import account_export, account_page, call_accounts
from vaxel.funding.pages.account_body.page import account_body

urlpatterns = [
    path("<id:agreement>/redovisning/", account_page, name="money_account"),
    path("<id:agreement>/redovisning/begar/", call_accounts, name="money_account_call"),
    path("<id:agreement>/redovisning/export.<slug:form>", account_export, name="money_account_export"),
    path("<id:agreement>/redovisning/<id:body>/", account_body, name="money_account_body"),
]
