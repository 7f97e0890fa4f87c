"""The signed contract as a sealed PDF, kept with it; and what is known of a PDF that somebody brings."""

import hashlib

from django.db import transaction

from vaxel import files, journal
from vaxel.calendar import clock
from vaxel.funding import permissions
from vaxel.funding.commands.contract_holding import held
from vaxel.funding.commands.contract_signing import OWNER
from vaxel.funding.documents import contract_pdf
from vaxel.funding.documents.contract_paper import paper_of
from vaxel.funding.documents.seal import fingerprint, seal
from vaxel.funding.documents.seal_key import own_certificate
from vaxel.funding.domain.contract_state import ContractAct
from vaxel.funding.models import SealedContract


def seal_contract(contract, *, by) -> SealedContract:
    """Of the text that all have signed, with their names. Sealed again, it is a new file; earlier ones still verify."""
    permissions.require(permissions.reads_contract(by, contract))
    with transaction.atomic():
        now = held(contract, ContractAct.SEAL)
        reason = f"{now.contract.number}, lydelse {now.version.number}, SHA-256 {now.version.sha256}"
        sealed = seal(contract_pdf.contract_pdf(paper_of(now)), reason=reason)
        attached = files.attach_bytes(
            f"avtal-{now.contract.number}-{now.version.number}.pdf", sealed, owner_type=OWNER, owner_id=contract.pk,
            by=by, kind="sealed", allowed=("pdf",),
        )  # fmt: skip
        made = SealedContract.objects.create(
            version=now.version,
            attachment=attached,
            sha256=hashlib.sha256(sealed).hexdigest(),
            fingerprint=fingerprint(own_certificate()),
            sealed_at=clock.now(),
        )
        journal.record("funding.seal_contract", by=by, obj=now.contract, facts={"file": made.sha256})
    return made
