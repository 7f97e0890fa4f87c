"""Money out of Växel: open data, and vouchers to one's own ledger."""

from django.urls import path

import vaxel.ui.converters  # noqa: F401 - registers <id:…>
from vaxel.funding.pages.giving.page import agreement_giving_file, giving_file
from vaxel.funding.pages.ledger_file.page import ledger_file
from vaxel.funding.pages.posting.page import posting_file, posting_page

urlpatterns = [
    path("hos/<id:body>/huvudbok.<slug:form>", ledger_file, name="money_ledger_file"),
    path("oppna-data.<slug:form>", giving_file, name="money_giving_all"),
    path("<id:agreement>/oppna-data.<slug:form>", agreement_giving_file, name="money_giving"),
    path("hos/<id:body>/bokforing/<id:agreement>/", posting_page, name="money_posting"),
    path("hos/<id:body>/bokforing/<id:agreement>/bokforing.si", posting_file, name="money_posting_file"),
]
