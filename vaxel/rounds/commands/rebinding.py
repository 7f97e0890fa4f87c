"""Words were taken out of answers by decision: what adoptions bound of them is bound anew, beside what was signed."""

from django.db.models import Q

from vaxel.rounds.domain.joint import digest
from vaxel.rounds.models import JointSignature
from vaxel.rounds.queries.bound import bound_originals


def rebind(touched, **_kwargs):
    """Only those whose text is among what was touched: an edit by anybody else is still found by `vaxel verify`."""
    answers, versions = touched.get("rounds.Answer", ()), touched.get("rounds.JointVersion", ())
    rows = JointSignature.objects.filter(adopted=True).select_related("version")
    reached = Q(version__in=versions) | Q(version__covers__delivery__answers__in=answers)
    for signature in rows.filter(reached).distinct():
        now = digest(signature.version.values, bound_originals(signature))
        if now != signature.bound:
            JointSignature.objects.filter(pk=signature.pk).update(rebound=now)
