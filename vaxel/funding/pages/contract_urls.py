"""Every address under /medel/avtal/, one line per page."""

from django.urls import path

import vaxel.ui.converters  # noqa: F401 - registers <id:…>
from vaxel.funding.pages.contract.file import contract_file, contract_paper
from vaxel.funding.pages.contract.page import contract_act, contract_page
from vaxel.funding.pages.contract_account.page import account_page
from vaxel.funding.pages.contract_copy.page import copy_page
from vaxel.funding.pages.contract_edit.page import edit_page
from vaxel.funding.pages.contract_part.page import part_page
from vaxel.funding.pages.contract_verify.page import known_page, verify_page
from vaxel.funding.pages.contract_versions.page import versions_page
from vaxel.funding.pages.contracts.page import contracts_draft, contracts_own, contracts_page

urlpatterns = [
    path("", contracts_own, name="contracts_own"),
    path("kontrollera/", verify_page, name="contract_verify"),
    path("kontrollera/<slug:sha256>/", known_page, name="contract_known"),
    path("till/<id:agreement>/", contracts_page, name="contracts"),
    path("till/<id:agreement>/skriv/", contracts_draft, name="contracts_draft"),
    path("<id:contract>/", contract_page, name="contract"),
    path("<id:contract>/gor/", contract_act, name="contract_act"),
    path("<id:contract>/redigera/", edit_page, name="contract_edit"),
    path("<id:contract>/lydelser/", versions_page, name="contract_versions"),
    path("<id:contract>/papper/", copy_page, name="contract_copy"),
    path("<id:contract>/del/", part_page, name="contract_part"),
    path("<id:contract>/redovisat/", account_page, name="contract_account"),
    path("<id:contract>/avtal.pdf", contract_paper, name="contract_paper"),
    path("<id:contract>/fil/<uuid:file>/", contract_file, name="contract_file"),
]
