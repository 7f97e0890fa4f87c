"""Every address under /medel/, one line per page."""

from django.urls import path

import vaxel.ui.converters  # noqa: F401 - registers <id:…>
from vaxel.funding.pages.account_urls import urlpatterns as of_accounts
from vaxel.funding.pages.agreement_urls import urlpatterns as of_agreements
from vaxel.funding.pages.call_requisition.page import call_requisition
from vaxel.funding.pages.export_urls import urlpatterns as of_exports
from vaxel.funding.pages.ledger_urls import urlpatterns as of_the_ledger
from vaxel.funding.pages.requisition.page import requisition_page
from vaxel.funding.pages.requisition_body.claim import claim
from vaxel.funding.pages.requisition_body.page import requisition_body
from vaxel.funding.pages.requisition_invoice.page import invoice_file, invoice_page

urlpatterns = [
    *of_agreements,
    *of_the_ledger,
    *of_exports,
    *of_accounts,
    path("<id:agreement>/rekvisition/", requisition_page, name="requisition"),
    path("<id:agreement>/rekvisition/ny/", call_requisition, name="requisition_call"),
    path("<id:agreement>/rekvisition/<id:body>/", requisition_body, name="requisition_body"),
    path("<id:agreement>/rekvisition/<id:body>/rekvisition.pdf", claim, name="requisition_claim"),
    path("<id:agreement>/rekvisition/<id:body>/e-faktura/", invoice_page, name="requisition_invoice"),
    path("<id:agreement>/rekvisition/<id:body>/e-faktura.xml", invoice_file, name="requisition_invoice_file"),
]
