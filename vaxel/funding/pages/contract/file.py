"""The contract as PDF: as it stands now, or a file that was kept with it."""

from django.shortcuts import get_object_or_404

from vaxel import files
from vaxel.accounts.access import access
from vaxel.files.models import Attachment
from vaxel.files.serving import send_bytes
from vaxel.funding.commands.contract_signing import OWNER
from vaxel.funding.documents.contract_paper import paper_of
from vaxel.funding.documents.contract_pdf import contract_pdf
from vaxel.funding.pages.found_contract import contract_of
from vaxel.funding.permissions import READS_CONTRACT
from vaxel.funding.queries.contract_standing import standing


@access(READS_CONTRACT)
def contract_paper(request, contract):
    """To read, to show one's board, to sign by hand."""
    now = standing(contract_of(contract))
    return send_bytes(f"avtal-{now.contract.number}.pdf", "application/pdf", contract_pdf(paper_of(now)))


@access(READS_CONTRACT)
def contract_file(request, contract, file):
    return files.serve(get_object_or_404(Attachment, owner_type=OWNER, owner_id=contract, public_id=file))
