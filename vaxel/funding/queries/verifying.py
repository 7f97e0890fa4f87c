"""What is known of a PDF that somebody brings, or of a checksum: which contract it is, and whether it is as it was sealed."""

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from vaxel.funding.documents.seal import SealFound, UnreadablePdfError, fingerprint
from vaxel.funding.documents.seal_apart import seals_apart
from vaxel.funding.documents.seal_key import own_certificate
from vaxel.funding.models import Contract, ContractVersion, SealedContract


class Verdict(StrEnum):
    OURS = "ours"  # to the byte as it was sealed here
    OURS_AND_OTHERS = "ours_and_others"  # our seal holds; somebody has sealed it further
    ALTERED = "altered"
    STRANGER = "stranger"  # intact, but by nobody we know
    UNSEALED = "unsealed"
    UNREADABLE = "unreadable"


@dataclass(frozen=True)
class Verified:
    """`version`: the contract's text that we sealed; only of OURS and OURS_AND_OTHERS."""

    verdict: Verdict
    seals: tuple[SealFound, ...] = ()
    version: ContractVersion | None = None


def verify(pdf: bytes) -> Verified:
    try:
        seals = tuple(seals_apart(pdf))
    except UnreadablePdfError:
        return Verified(Verdict.UNREADABLE)
    if not seals:
        return Verified(Verdict.UNSEALED)
    if not all(one.intact for one in seals):
        return Verified(Verdict.ALTERED, seals)
    kept = _kept(hashlib.sha256(pdf).hexdigest())
    known = {fingerprint(own_certificate()), *SealedContract.objects.values_list("fingerprint", flat=True).distinct()}
    ours = [one for one in seals if one.fingerprint in known]
    if not ours:
        return Verified(Verdict.STRANGER, seals)
    if kept:
        return Verified(Verdict.OURS, seals, kept.version)
    return Verified(Verdict.OURS_AND_OTHERS, seals, _named(ours[0].reason))


def by_hash(sha256: str) -> ContractVersion | None:
    """Of a sealed file, or of the text that a signed contract prints at its end."""
    kept = _kept(sha256.lower())
    if kept:
        return kept.version
    bound = ContractVersion.objects.filter(sha256=sha256.lower(), contract__proposed_at__isnull=False)
    return bound.select_related("contract").order_by("pk").first()


def _kept(sha256) -> SealedContract | None:
    return SealedContract.objects.select_related("version__contract").filter(sha256=sha256).first()


def _named(reason) -> ContractVersion | None:
    """What an intact seal of our own says it sealed: its last word is the text's checksum."""
    said = reason.rpartition(" ")[2]
    number = reason.partition(",")[0].removeprefix("A")
    if not number.isdigit():
        return None
    contract = Contract.objects.filter(pk=number).first()
    return contract and contract.versions.filter(sha256=said).select_related("contract").first()
