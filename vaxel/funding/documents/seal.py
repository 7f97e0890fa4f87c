"""Seals a PDF with the installation's certificate, and tells of a PDF's seals: intact, altered, by whom.

A seal proves that the file has not been changed since this installation sealed it, as long as the key is kept safe. It
proves no person's will: it is no qualified signature (eIDAS), and its time is our own clock's. Nothing is fetched, ever.
pyHanko is loaded on first use: it is large, and most of what is asked of Växel needs no seal.
"""

import datetime as dt
import hashlib
from collections.abc import Callable, Collection
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from io import BytesIO

FIELD = "Vaxel"
# What may come after a seal without touching what it covers: nothing, another seal, and what keeps seals checkable.
ALLOWED = frozenset({"NONE", "LTA_UPDATES", "FORM_FILLING"})


class UnreadablePdfError(ValueError):
    """What was given is no PDF, or one that cannot be taken apart: nothing can be said of its seals."""


@dataclass(frozen=True)
class SealFound:
    """`intact`: nothing in what it covers is changed, and what came after it is only further seals.

    `fingerprint`: SHA-256 of the certificate. `reason` and `at` are what the signer wrote: to be believed only if the
    seal is intact and its fingerprint one's own.
    """

    name: str
    fingerprint: str
    intact: bool
    reason: str
    at: dt.datetime | None


def _apart(work: Callable, *arguments):
    """In a thread of its own: pyHanko starts an event loop, and whoever asks may already stand in one."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(work, *arguments).result()


def seal(pdf: bytes, *, reason: str) -> bytes:
    """The same file with one more seal, earlier seals untouched. `reason` says which contract and which text."""
    return _apart(_seal, pdf, reason)


def _seal(pdf, reason):
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign import PdfSignatureMetadata
    from pyhanko.sign.fields import InvisSigSettings, SigFieldSpec, SigSeedSubFilter
    from pyhanko.sign.signers import PdfSigner

    from vaxel.funding.documents.seal_key import own_signer

    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    name = f"{FIELD}{len(writer.prev.embedded_signatures) + 1}"
    # The invisible field as PDF/A wants it: printed, not hidden, on the page.
    archived = InvisSigSettings(set_print_flag=True, set_hidden_flag=False, box_out_of_bounds=False)
    out = PdfSigner(
        PdfSignatureMetadata(field_name=name, reason=reason, subfilter=SigSeedSubFilter.PADES, md_algorithm="sha256"),
        signer=own_signer(),
        new_field_spec=SigFieldSpec(name, invis_sig_settings=archived),
    ).sign_pdf(writer)
    return out.getvalue()


def seals_of(pdf: bytes) -> list[SealFound]:
    """In the order they were made; none for a PDF without seals. A PDF whose every seal is intact is unaltered."""
    try:
        return _apart(_seals_of, pdf)
    except Exception as error:  # a file from outside may break its reader in any way; then nothing is known of it
        raise UnreadablePdfError from error


def _seals_of(pdf):
    from pyhanko.pdf_utils.reader import PdfFileReader

    return [_found(one) for one in PdfFileReader(BytesIO(pdf)).embedded_regular_signatures]


def _found(embedded) -> SealFound:
    from pyhanko.sign.validation import validate_pdf_signature
    from pyhanko_certvalidator import ValidationContext

    certificate = embedded.signer_cert
    status = validate_pdf_signature(
        embedded, ValidationContext(trust_roots=[certificate], allow_fetching=False), skip_diff=False
    )
    return SealFound(
        name=str(certificate.subject.native.get("common_name", "")),
        fingerprint=fingerprint(certificate.dump()),
        intact=status.intact and status.valid and status.modification_level.name in ALLOWED,
        reason=str(embedded.sig_object.get("/Reason", "")),
        at=status.signer_reported_dt,
    )


def fingerprint(certificate: bytes) -> str:
    return hashlib.sha256(certificate).hexdigest()


def unaltered(seals: Collection[SealFound], known: Collection[str]) -> bool:
    """Sealed by us, and every seal verifies."""
    return any(one.fingerprint in known for one in seals) and all(one.intact for one in seals)
